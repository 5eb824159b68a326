package issuing_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/issuing"
	"lantoa/internal/plan"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

type world struct {
	tx      *gorm.DB
	town    factory.DucPho
	act     *issuing.Act
	plans   *plan.Store
	culture access.Actor
	leader  access.Actor
}

func setup(t *testing.T) world {
	t.Helper()
	tx := dbtest.New(t) // names of groups are unique: parallel transactions would wait for each other
	town := factory.ADucPho(t, tx)
	plans := &plan.Store{DB: tx, Clock: factory.Clock()}
	return world{tx, town, &issuing.Act{DB: tx, Clock: factory.Clock(), Plans: plans}, plans,
		town.Actor(access.CultureOffice), town.Actor(access.Leader)}
}

// submitted drafts and submits a plan.
func (w world) submitted(t *testing.T, d plan.Draft) *plan.Plan {
	t.Helper()
	p, err := w.plans.Create(t.Context(), w.culture, d)
	if err != nil {
		t.Fatal(err)
	}
	p, err = w.plans.Submit(t.Context(), w.culture, p.ID, p.Version)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func number45() plan.Issuing {
	return plan.Issuing{Number: "45/KH-UBND", IssuedOn: day.New(2024, 2, 26)}
}

func TestThe2024PlanMakes135AssignmentsAnd35Reports(t *testing.T) {
	t.Parallel()
	w := setup(t)
	factory.Template(t, w.tx, w.town.Town)
	p := w.submitted(t, w.town.Plan2024(t))
	p, err := w.act.Issue(t.Context(), w.leader, p.ID, p.Version, number45())
	if err != nil {
		t.Fatal(err)
	}
	if p.State != plan.Issued || *p.Number != "45/KH-UBND" || len(p.Resolution) != 6 {
		t.Errorf("%s %v, %d groups kept", p.State, p.Number, len(p.Resolution))
	}
	var perTask []int
	if err := w.tx.Raw("SELECT count(*) FROM assignments WHERE plan_id = ? GROUP BY task_ordinal ORDER BY task_ordinal", p.ID).Scan(&perTask).Error; err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int{1, 1, 5, 36, 36, 2, 2, 36, 16}, perTask); diff != "" {
		t.Error(diff)
	}
	type kinds struct {
		Communes bool
		N        int
	}
	var owing []kinds
	if err := w.tx.Raw("SELECT agency_kind IN ('ward','commune') AS communes, count(*) AS n FROM reports WHERE plan_id = ? GROUP BY 1 ORDER BY 1", p.ID).Scan(&owing).Error; err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]kinds{{false, 20}, {true, 15}}, owing); diff != "" {
		t.Error(diff)
	}
	var told int64
	if err := w.tx.Raw("SELECT count(*) FROM events WHERE did IN ('assignment.opened', 'plan.issued', 'round.opened')").Scan(&told).Error; err != nil || told != 137 {
		t.Errorf("%d events, %v", told, err)
	}
}

func TestTheOpenedRoundAndAssignmentsCarryThePlansDays(t *testing.T) {
	t.Parallel()
	w := setup(t)
	factory.Template(t, w.tx, w.town.Town)
	p := w.submitted(t, w.town.Plan2024(t))
	p, err := w.act.Issue(t.Context(), w.leader, p.ID, p.Version, number45())
	if err != nil {
		t.Fatal(err)
	}
	store := &assignment.Store{DB: w.tx, Clock: factory.Clock(), DueSoonDays: 3}
	list, err := store.List(t.Context(), w.culture, assignment.Filter{PlanID: &p.ID}, db.Page{Limit: 200})
	if err != nil {
		t.Fatal(err)
	}
	due := map[int]string{1: "2024-09-30", 2: "2024-06-30"}
	for _, a := range list.Items {
		switch {
		case due[a.Task.Ordinal] == "" && a.DueOn != nil, due[a.Task.Ordinal] != "" && a.DueOn.String() != due[a.Task.Ordinal]:
			t.Errorf("task %d is due on %v", a.Task.Ordinal, a.DueOn)
		case (a.Reviewer == access.Leader) != (a.AgencyID == w.town.CultureOffice.ID):
			t.Errorf("%s is reviewed by %s", a.Agency, a.Reviewer)
		case a.State != assignment.Assigned:
			t.Errorf("%s is %s", a.Agency, a.State)
		}
	}
	rounds := &round.Store{DB: w.tx, Clock: factory.Clock(), DueSoonDays: 3}
	opened, err := rounds.List(t.Context(), w.leader, round.Filter{PlanID: &p.ID}, db.Page{Limit: 10})
	if err != nil || len(opened.Items) != 1 {
		t.Fatalf("%d rounds, %v", len(opened.Items), err)
	}
	r := opened.Items[0]
	if r.DueBefore.Format("2006-01-02T15:04Z07:00") != "2024-11-10T00:00+07:00" && r.DueBefore.UTC().Format("2006-01-02T15:04") != "2024-11-09T17:00" ||
		r.To.AgencyID != w.town.Committee.ID || r.Through.AgencyID != w.town.CultureOffice.ID || r.Counts.Owing != 35 {
		t.Errorf("%+v", r)
	}
	reports := &report.Store{DB: w.tx, Clock: factory.Clock(), Rounds: rounds, DueSoonDays: 3}
	own, err := reports.List(t.Context(), w.town.Actor(access.Commune), report.Filter{}, db.Page{Limit: 10})
	if err != nil || len(own.Items) != 1 || own.Items[0].AgencyID != w.town.CommuneA.ID {
		t.Errorf("%+v %v", own.Items, err)
	}
}

func TestTheResolutionOfTheDayIsKept(t *testing.T) {
	t.Parallel()
	w := setup(t)
	factory.Template(t, w.tx, w.town.Town)
	p := w.submitted(t, w.town.Plan2024(t))
	p, err := w.act.Issue(t.Context(), w.leader, p.ID, p.Version, number45())
	if err != nil {
		t.Fatal(err)
	}
	factory.Agency(t, w.tx, func(a *agency.Agency) { a.Kind, a.ParentID = agency.Commune, &w.town.Committee.ID })
	groups, err := w.plans.Groups(t.Context(), w.culture, p.ID)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(groups, func(g plan.GroupUse) bool { return g.Name == "UBND các xã, phường" })
	if i < 0 || len(groups[i].Agencies) != 15 || len(groups[i].UsedAt) != 3 {
		t.Errorf("%+v", groups)
	}
}

func TestIssuingHappensWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	w := setup(t)
	cases := []struct {
		name, code string
		places     []string
		spoil      func(*plan.Draft)
	}{
		{"without a report template", "plan.no_template", nil, func(*plan.Draft) {}},
		{"with groups by hand to settle", "plan.unsettled_groups", []string{
			"/tasks/0/coordinators/0", "/tasks/1/coordinators/0", "/tasks/2/coordinators/4", "/tasks/8/coordinators/0",
		}, func(d *plan.Draft) { d.SettledGroups = slices.Delete(d.SettledGroups, 1, 2) }},
		{"with a name that matches nothing", "plan.unmatched_names", []string{"/tasks/0/leads/0", "/responsibilities/0/who/0"}, func(d *plan.Draft) {
			d.Tasks[0].Leads = []plan.Party{{Agency: "Phòng Ngoại vụ"}}
			d.Responsibilities[0].Who = []plan.Party{{Agency: "Phòng Ngoại vụ"}}
		}},
	}
	for _, c := range cases {
		d := w.town.Plan2024(t)
		c.spoil(&d)
		p := w.submitted(t, d)
		_, err := w.act.Issue(t.Context(), w.leader, p.ID, p.Version, number45())
		var f *fault.Error
		if !errors.As(err, &f) || f.Code != c.code || f.Kind != fault.Conflict {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var places []string
		for _, field := range f.Fields {
			places = append(places, field.Pointer)
		}
		if diff := cmp.Diff(c.places, places); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		after, err := w.plans.Find(t.Context(), w.leader, p.ID)
		if err != nil || after.State != plan.Submitted || after.Number != nil || after.Version != p.Version {
			t.Errorf("%s: left %s %v", c.name, after.State, err)
		}
		var assigned int64
		if err := w.tx.Model(&assignment.Assignment{}).Where("plan_id = ?", p.ID).Count(&assigned).Error; err != nil || assigned != 0 {
			t.Errorf("%s: %d assignments, %v", c.name, assigned, err)
		}
	}
}

func TestTheFocalPointOwesNoReportEvenWhenNamed(t *testing.T) {
	t.Parallel()
	w := setup(t)
	factory.Template(t, w.tx, w.town.Town)
	d := w.town.Plan2024(t)
	d.Reporting[0].From = append(d.Reporting[0].From, plan.Party{AgencyID: &w.town.CultureOffice.ID}, plan.Party{AgencyID: &w.town.CommuneA.ID})
	p := w.submitted(t, d)
	p, err := w.act.Issue(t.Context(), w.leader, p.ID, p.Version, number45())
	if err != nil {
		t.Fatal(err)
	}
	var owing, focal int64
	err = w.tx.Raw("SELECT count(*), count(*) FILTER (WHERE agency_id = ?) FROM reports WHERE plan_id = ?", w.town.CultureOffice.ID, p.ID).Row().Scan(&owing, &focal)
	if err != nil || owing != 35 || focal != 0 {
		t.Errorf("%d owe, %d of them the focal point, %v", owing, focal, err)
	}
}

func TestOnlyTheLeaderIssues(t *testing.T) {
	t.Parallel()
	w := setup(t)
	p := w.submitted(t, w.town.Plan2024(t))
	if _, err := w.act.Issue(t.Context(), w.culture, p.ID, p.Version, number45()); fault.KindOf(err) != fault.Forbidden {
		t.Error(err)
	}
	if _, err := w.act.Issue(t.Context(), w.town.Actor(access.Commune), p.ID, p.Version, number45()); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
	if _, err := w.act.Issue(t.Context(), w.leader, p.ID, p.Version-1, number45()); fault.KindOf(err) != fault.Stale {
		t.Error(err)
	}
}

func TestAClosedPlanChangesNoMore(t *testing.T) {
	t.Parallel()
	w := setup(t)
	factory.Template(t, w.tx, w.town.Town)
	p := w.submitted(t, w.town.Plan2024(t))
	p, err := w.act.Issue(t.Context(), w.leader, p.ID, p.Version, number45())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.act.Close(t.Context(), w.culture, p.ID, p.Version); fault.CodeOf(err) != "plan.rounds_open" {
		t.Fatalf("closed while its round is open: %v", err)
	}
	rounds := &round.Store{DB: w.tx, Clock: factory.Clock(), DueSoonDays: 3}
	reports := &report.Store{DB: w.tx, Clock: factory.Clock(), Rounds: rounds, DueSoonDays: 3}
	open, err := rounds.List(t.Context(), w.culture, round.Filter{PlanID: &p.ID}, db.Page{Limit: 1})
	if err == nil {
		_, err = reports.LockRound(t.Context(), w.culture, open.Items[0].ID, open.Items[0].Version)
	}
	if err == nil {
		p, err = w.act.Close(t.Context(), w.culture, p.ID, p.Version)
	}
	if err != nil || p.State != plan.Closed {
		t.Fatalf("%+v %v", p, err)
	}
	work, commune := &assignment.Store{DB: w.tx, Clock: factory.Clock(), DueSoonDays: 3}, w.town.Actor(access.Commune)
	own, err := work.List(t.Context(), commune, assignment.Filter{AgencyID: &commune.AgencyID}, db.Page{Limit: 1})
	if err != nil || len(own.Items[0].AllowedActions) != 0 {
		t.Fatalf("%+v %v", own, err)
	}
	a := own.Items[0]
	_, receive := work.Receive(t.Context(), commune, a.ID, a.Version)
	_, record := work.Record(t.Context(), commune, a.ID, assignment.UpdateInput{DoneOn: factory.Clock().Today(), Text: "Đã treo."})
	for verb, err := range map[string]error{"receive": receive, "record": record, "attach": a.Attach(commune)} {
		if fault.CodeOf(err) != "plan.closed" || fault.KindOf(err) != fault.Conflict {
			t.Errorf("%s: %v", verb, err)
		}
	}
}
