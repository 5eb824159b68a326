package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/plan"
	"lantoa/internal/wire"
)

type world struct {
	tx      *gorm.DB
	town    factory.Town
	plans   *plan.Store
	culture access.Actor
	leader  access.Actor
	commune access.Actor
}

func setup(t *testing.T) world {
	t.Helper()
	return setupOn(t, dbtest.Tx(t))
}

func setupOn(t *testing.T, tx *gorm.DB) world {
	t.Helper()
	town := factory.ATown(t, tx)
	return world{tx: tx, town: town, plans: &plan.Store{DB: tx, Clock: factory.Clock()},
		culture: town.Actor(access.CultureOffice), leader: town.Actor(access.Leader), commune: town.Actor(access.Commune)}
}

func TestADraftIsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	w := setup(t)
	made, err := w.plans.Create(t.Context(), w.culture, factory.PlanDraft(w.town))
	if err != nil {
		t.Fatal(err)
	}
	read, err := w.plans.Find(t.Context(), w.culture, made.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(body(t, made.Draft()), body(t, read.Draft())); diff != "" {
		t.Error(diff)
	}
	if read.Issuer.Agency != w.town.Committee.Name || read.Period.StartsOn.String() != "2024-01-01" || read.State != plan.Drafted {
		t.Errorf("issuer %v, period %v, state %s", read.Issuer, read.Period, read.State)
	}
}

func TestTasksKeepTheirIDsThroughAnEdit(t *testing.T) {
	t.Parallel()
	w := setup(t)
	made, err := w.plans.Create(t.Context(), w.culture, factory.PlanDraft(w.town))
	if err != nil {
		t.Fatal(err)
	}
	d := made.Draft()
	second := d.Tasks[0].TaskContent
	second.Ordinal, second.Title = 2, "Nhiệm vụ mới"
	d.Tasks = append(d.Tasks, plan.TaskDraft{TaskContent: second})
	grown, err := w.plans.Replace(t.Context(), w.culture, made.ID, made.Version, d)
	if err != nil {
		t.Fatal(err)
	}
	if len(grown.Tasks) != 2 || grown.Tasks[0].ID != made.Tasks[0].ID || grown.Tasks[0].Version != 1 || grown.Version != 2 {
		t.Fatalf("%+v", grown.Tasks)
	}
	d = grown.Draft()
	d.Tasks = d.Tasks[1:]
	d.Tasks[0].Title = "Tên khác"
	shrunk, err := w.plans.Replace(t.Context(), w.culture, made.ID, grown.Version, d)
	if err != nil {
		t.Fatal(err)
	}
	read, err := w.plans.Find(t.Context(), w.culture, made.ID)
	if err != nil || len(read.Tasks) != 1 || read.Tasks[0].ID != grown.Tasks[1].ID || read.Tasks[0].Version != 2 || read.Tasks[0].Title != "Tên khác" {
		t.Errorf("%v %+v, answered %+v", err, read, shrunk.Tasks)
	}
}

func TestAStaleVersionChangesNothing(t *testing.T) {
	t.Parallel()
	w := setup(t)
	made, err := w.plans.Create(t.Context(), w.culture, factory.PlanDraft(w.town))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.plans.Replace(t.Context(), w.culture, made.ID, 7, made.Draft()); fault.KindOf(err) != fault.Stale {
		t.Error(err)
	}
	if err := w.plans.Delete(t.Context(), w.culture, made.ID, 7); fault.KindOf(err) != fault.Stale {
		t.Error(err)
	}
}

func TestWhatAPlanRefersToMustExist(t *testing.T) {
	t.Parallel()
	w := setup(t)
	byKind := factory.Group(t, w.tx, func(g *agency.Group) { g.ByHand, g.Kinds = false, []agency.Kind{"commune"} })
	d := factory.PlanDraft(w.town)
	d.Tasks[0].Leads = []plan.Party{{AgencyID: new(uuid.New())}, {GroupID: new(uuid.New())}}
	d.SettledGroups = []plan.SettledGroup{{GroupID: byKind.ID, Empty: true}}
	_, err := w.plans.Create(t.Context(), w.culture, d)
	want := []string{"/tasks/0/leads/0/agency_id input.reference", "/tasks/0/leads/1/group_id input.reference", "/settled_groups/0/group_id plan.settled_by_kind"}
	if diff := cmp.Diff(want, placesOf(err)); diff != "" {
		t.Error(diff)
	}
}

func TestNamesAreTheOfficialOnesOfTheDay(t *testing.T) {
	t.Parallel()
	w := setup(t)
	d := factory.PlanDraft(w.town)
	d.Tasks[0].Leads[0].Agency = "Phòng VHTT"
	d.Tasks[0].Leads = append(d.Tasks[0].Leads, plan.Party{Agency: "Ban quản lý chợ"})
	p, err := w.plans.Create(t.Context(), w.culture, d)
	if err != nil {
		t.Fatal(err)
	}
	if p.Tasks[0].Leads[0].Agency != w.town.CultureOffice.Name {
		t.Errorf("named %q", p.Tasks[0].Leads[0].Agency)
	}
	if diff := cmp.Diff([]plan.Unmatched{{Agency: "Ban quản lý chợ", Suggestions: []plan.Party{}, At: []string{"/tasks/0/leads/1"}}}, p.Unmatched); diff != "" {
		t.Error(diff)
	}
}

func TestADraftIsSeenByItsDraftersAndTheLeaderAlone(t *testing.T) {
	t.Parallel()
	w := setup(t)
	otherTown := factory.ATown(t, w.tx)
	for _, state := range plan.States() {
		p := factory.Plan(t, w.tx, w.town, func(p *plan.Plan) { p.State = state })
		for _, role := range access.Roles() {
			by := w.town.Actor(role)
			office := role == access.CultureOffice || role == access.Leader
			seen := office || state == plan.Issued || state == plan.Closed
			if _, err := w.plans.Find(t.Context(), by, p.ID); (err == nil) != seen {
				t.Errorf("%s finds a plan %s: %v", role, state, err)
			}
			if _, err := w.plans.Task(t.Context(), by, p.Tasks[0].ID); (err == nil) != seen {
				t.Errorf("%s finds a task of a plan %s: %v", role, state, err)
			}
			if _, err := w.plans.Find(t.Context(), otherTown.Actor(role), p.ID); fault.KindOf(err) != fault.NotFound {
				t.Errorf("%s of another town finds a plan %s: %v", role, state, err)
			}
		}
	}
	for role, want := range map[access.Role]int{access.CultureOffice: 4, access.Leader: 4, access.Commune: 2, access.Police: 2} {
		plans, err := w.plans.List(t.Context(), w.town.Actor(role), plan.Filter{}, db.Page{Limit: 50})
		tasks, err2 := w.plans.Tasks(t.Context(), w.town.Actor(role), plan.TaskFilter{}, db.Page{Limit: 50})
		if err != nil || err2 != nil || len(plans.Items) != want || len(tasks.Items) != want {
			t.Errorf("%s lists %d plans, %d tasks, %v %v", role, len(plans.Items), len(tasks.Items), err, err2)
		}
	}
}

func TestPlansAreFoundByWordsYearAndState(t *testing.T) {
	t.Parallel()
	w := setup(t)
	factory.Plan(t, w.tx, w.town)
	factory.Plan(t, w.tx, w.town, func(p *plan.Plan) { p.Title, p.Year, p.State = "Chuyển đổi số 100%", 2025, plan.Drafted })
	for _, c := range []struct {
		f    plan.Filter
		want int
	}{
		{plan.Filter{}, 2}, {plan.Filter{Q: "thong tin doi ngoai"}, 1}, {plan.Filter{Q: "100%"}, 1}, {plan.Filter{Q: "%"}, 1}, {plan.Filter{Q: "_"}, 0},
		{plan.Filter{Year: 2025}, 1}, {plan.Filter{State: plan.Issued}, 1}, {plan.Filter{Q: "đổi", State: plan.Closed}, 0},
	} {
		got, err := w.plans.List(t.Context(), w.culture, c.f, db.Page{Limit: 50})
		if err != nil || len(got.Items) != c.want {
			t.Errorf("%+v: %d plans, %v", c.f, len(got.Items), err)
		}
	}
	newest, err := w.plans.List(t.Context(), w.culture, plan.Filter{}, db.Page{Limit: 1})
	if err != nil || newest.Items[0].Year != 2025 || newest.NextCursor == nil {
		t.Fatalf("%+v %v", newest, err)
	}
	rest, err := w.plans.List(t.Context(), w.culture, plan.Filter{}, db.Page{Limit: 1, Cursor: *newest.NextCursor})
	if err != nil || len(rest.Items) != 1 || rest.Items[0].Year != 2024 || rest.NextCursor != nil {
		t.Errorf("%+v %v", rest, err)
	}
}

func TestAPlanGoesToTheLeaderAndBack(t *testing.T) {
	t.Parallel()
	w := setup(t)
	p, err := w.plans.Create(t.Context(), w.culture, factory.PlanDraft(w.town))
	if err != nil {
		t.Fatal(err)
	}
	if p, err = w.plans.Submit(t.Context(), w.culture, p.ID, p.Version); err != nil {
		t.Fatal(err)
	}
	if err := w.plans.Delete(t.Context(), w.culture, p.ID, p.Version); fault.KindOf(err) != fault.Conflict {
		t.Errorf("deleted a submitted plan: %v", err)
	}
	if p, err = w.plans.SendBack(t.Context(), w.leader, p.ID, p.Version, plan.SendingBack{Note: "Bổ sung."}); err != nil {
		t.Fatal(err)
	}
	if p.State != plan.Drafted || p.ReturnNote != "Bổ sung." || p.Version != 3 {
		t.Errorf("%s %q %d", p.State, p.ReturnNote, p.Version)
	}
	if err := w.plans.Delete(t.Context(), w.culture, p.ID, p.Version); err != nil {
		t.Error(err)
	}
	if _, err := w.plans.Task(t.Context(), w.culture, p.Tasks[0].ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a task outlived its plan: %v", err)
	}
	var told []string
	if err := w.tx.Raw("SELECT did FROM events WHERE noun_id = ? ORDER BY id", p.ID).Scan(&told).Error; err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"plan.drafted", "plan.submitted", "plan.sent_back", "plan.deleted"}, told); diff != "" {
		t.Error(diff)
	}
}

// body is a plan as it is answered.
func body(t *testing.T, v any) string {
	t.Helper()
	raw, err := wire.Encode(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
