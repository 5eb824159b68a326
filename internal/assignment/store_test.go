package assignment_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/plan"
)

type world struct {
	tx    *gorm.DB
	town  factory.Town
	plan  *plan.Plan
	store *assignment.Store
}

func setup(t *testing.T) world {
	t.Helper()
	tx := dbtest.Tx(t)
	town := factory.ATown(t, tx)
	return world{tx, town, factory.Plan(t, tx, town), &assignment.Store{DB: tx, Clock: factory.Clock(), DueSoonDays: 3}}
}

func (w world) in(a *agency.Agency, role access.Role) access.Actor {
	by := w.town.Actor(role)
	by.AgencyID = a.ID
	return by
}

func TestAnAgencySeesItsOwnAndTheLeadsSeeAllOfTheTask(t *testing.T) {
	t.Parallel()
	w := setup(t)
	own := factory.Assignment(t, w.tx, w.plan, w.town.CommuneA)
	factory.Assignment(t, w.tx, w.plan, w.town.Police, func(a *assignment.Assignment) { a.Part = assignment.Lead })
	elsewhere := factory.ATown(t, w.tx)
	cases := []struct {
		name string
		by   access.Actor
		sees bool
		n    int
	}{
		{"the agency", w.in(w.town.CommuneA, access.Commune), true, 1},
		{"another commune", w.in(w.town.CommuneB, access.Commune), false, 0},
		{"the task's lead", w.in(w.town.Police, access.Police), true, 2},
		{"an office that neither leads nor helps", w.in(w.town.CouncilOffice, access.CouncilOffice), false, 0},
		{"the culture office", w.town.Actor(access.CultureOffice), true, 2},
		{"the leader", w.town.Actor(access.Leader), true, 2},
		{"another town's culture office", elsewhere.Actor(access.CultureOffice), false, 0},
		{"another town's leader", elsewhere.Actor(access.Leader), false, 0},
	}
	for _, c := range cases {
		_, err := w.store.Find(t.Context(), c.by, own.ID)
		if (err == nil) != c.sees || !c.sees && fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s finds: %v", c.name, err)
		}
		if _, err := w.store.Updates(t.Context(), c.by, own.ID, db.Page{Limit: 1}); (err == nil) != c.sees {
			t.Errorf("%s reads the progress: %v", c.name, err)
		}
		list, err := w.store.List(t.Context(), c.by, assignment.Filter{}, db.Page{Limit: 50, Count: true})
		if err != nil || len(list.Items) != c.n || *list.Count != c.n {
			t.Errorf("%s lists %d, %v", c.name, len(list.Items), err)
		}
	}
}

// TestAgencyAReachesNothingOfAgencyB goes through every method of the store, so that a new one must say here how it keeps others out.
func TestAgencyAReachesNothingOfAgencyB(t *testing.T) {
	t.Parallel()
	w := setup(t)
	id, s, page := factory.Assignment(t, w.tx, w.plan, w.town.CommuneA).ID, w.store, db.Page{Limit: 10}
	cases := map[string]func(by access.Actor) error{
		"Find":    func(by access.Actor) error { _, err := s.Find(t.Context(), by, id); return err },
		"Receive": func(by access.Actor) error { _, err := s.Receive(t.Context(), by, id, 1); return err },
		"Start":   func(by access.Actor) error { _, err := s.Start(t.Context(), by, id, 1); return err },
		"HandIn": func(by access.Actor) error {
			_, err := s.HandIn(t.Context(), by, id, 1, assignment.HandingIn{})
			return err
		},
		"Confirm": func(by access.Actor) error { _, err := s.Confirm(t.Context(), by, id, 1); return err },
		"Return": func(by access.Actor) error {
			_, err := s.Return(t.Context(), by, id, 1, assignment.Returning{})
			return err
		},
		"Record": func(by access.Actor) error {
			_, err := s.Record(t.Context(), by, id, assignment.UpdateInput{})
			return err
		},
		"Updates": func(by access.Actor) error { _, err := s.Updates(t.Context(), by, id, page); return err },
		"List": func(by access.Actor) error {
			list, err := s.List(t.Context(), by, assignment.Filter{AgencyID: &w.town.CommuneA.ID}, page)
			if err == nil && len(list.Items) == 0 {
				return fault.NewNotFound("resource.not_found")
			}
			return err
		},
	}
	others := []access.Actor{w.in(w.town.CommuneB, access.Commune), w.town.Actor(access.Department), factory.ATown(t, w.tx).Actor(access.CultureOffice)}
	for method := range reflect.TypeFor[*assignment.Store]().Methods() {
		try, known := cases[method.Name]
		if !known {
			t.Fatalf("nothing is said of %s", method.Name)
		}
		for _, by := range others {
			if err := try(by); fault.KindOf(err) != fault.NotFound {
				t.Errorf("%s by %s: %v", method.Name, by.Role, err)
			}
		}
	}
}

func TestTheWholeWayOfAnAssignment(t *testing.T) {
	t.Parallel()
	w := setup(t)
	ctx, own, office := t.Context(), w.in(w.town.CommuneA, access.Commune), w.town.Actor(access.CultureOffice)
	id := factory.Assignment(t, w.tx, w.plan, w.town.CommuneA).ID
	step := func(what string, a *assignment.Assignment, err error) *assignment.Assignment {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		return a
	}
	a, err := w.store.Receive(ctx, own, id, 1)
	step("receive", a, err)
	u, err := w.store.Record(ctx, own, id, assignment.UpdateInput{DoneOn: today, Text: "Treo 12 băng rôn.", Links: []assignment.Link{{URL: "https://phoan.vn/1"}}})
	if err != nil || !slices.Contains(u.AllowedActions, "attach") {
		t.Fatalf("%v %+v", err, u)
	}
	a, err = w.store.Find(ctx, own, id)
	step("find", a, err)
	if a.State != assignment.InProgress || a.Updates != 1 || a.UpdatedOn.String() != today.String() || a.Standing != assignment.DueSoon {
		t.Errorf("%+v", a)
	}
	_, err = w.store.HandIn(ctx, own, id, 1, assignment.HandingIn{DoneOn: today, Result: "Xong."})
	if fault.KindOf(err) != fault.Stale {
		t.Errorf("a stale version handed in: %v", err)
	}
	a, err = w.store.HandIn(ctx, own, id, a.Version, assignment.HandingIn{DoneOn: today, Result: "Xong."})
	a = step("hand in", a, err)
	if a.Standing != assignment.Awaiting || len(a.AllowedActions) != 0 {
		t.Errorf("%+v", a)
	}
	a, err = w.store.Confirm(ctx, office, id, a.Version)
	if a = step("confirm", a, err); a.Standing != assignment.OnTime {
		t.Errorf("%+v", a)
	}
	_, err = w.store.Record(ctx, own, id, assignment.UpdateInput{DoneOn: today, Text: "Thêm."})
	if fault.KindOf(err) != fault.Conflict {
		t.Errorf("an update after completion: %v", err)
	}
	var told []string
	if err := w.tx.Raw("SELECT did FROM events WHERE noun_id IN (?, ?) ORDER BY id", id, u.ID).Scan(&told).Error; err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"assignment.received", "progress_update.recorded", "assignment.handed_in", "assignment.completed"}, told); diff != "" {
		t.Error(diff)
	}
}

func TestAssignmentsAreNarrowedAndSorted(t *testing.T) {
	t.Parallel()
	w := setup(t)
	other := factory.Plan(t, w.tx, w.town)
	a := factory.Assignment(t, w.tx, w.plan, w.town.CommuneA)
	b := factory.Assignment(t, w.tx, w.plan, w.town.CommuneB, func(x *assignment.Assignment) {
		x.State, x.Part, x.DueOn = assignment.Received, assignment.Lead, new(today.AddDays(-30))
	})
	c := factory.Assignment(t, w.tx, other, w.town.CommuneA, func(x *assignment.Assignment) { x.DueOn = nil })
	by := w.town.Actor(access.CultureOffice)
	cases := []struct {
		name string
		f    assignment.Filter
		want []uuid.UUID
	}{
		{"all, the nearest first, those without deadline last", assignment.Filter{}, []uuid.UUID{b.ID, a.ID, c.ID}},
		{"of a plan", assignment.Filter{PlanID: &other.ID}, []uuid.UUID{c.ID}},
		{"of a task", assignment.Filter{TaskID: &w.plan.Tasks[0].ID}, []uuid.UUID{b.ID, a.ID}},
		{"of an agency", assignment.Filter{AgencyID: &w.town.CommuneA.ID}, []uuid.UUID{a.ID, c.ID}},
		{"in a state", assignment.Filter{State: assignment.Received}, []uuid.UUID{b.ID}},
		{"of a part", assignment.Filter{Part: assignment.Lead}, []uuid.UUID{b.ID}},
		{"due before a day", assignment.Filter{DueBefore: a.DueOn}, []uuid.UUID{b.ID}},
		{"overdue", assignment.Filter{Standing: assignment.Overdue}, []uuid.UUID{b.ID}},
	}
	for _, c := range cases {
		var got []uuid.UUID
		page := db.Page{Limit: 1}
		for {
			list, err := w.store.List(t.Context(), by, c.f, page)
			if err != nil {
				t.Fatal(err)
			}
			for _, item := range list.Items {
				got = append(got, item.ID)
			}
			if list.NextCursor == nil {
				break
			}
			page.Cursor = *list.NextCursor
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
