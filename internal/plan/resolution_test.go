package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/agency"
	"lantoa/internal/day"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/plan"
)

func TestANumberIsGivenOnceAYear(t *testing.T) {
	t.Parallel()
	w := setup(t)
	first := factory.Plan(t, w.tx, w.town)
	second := factory.Plan(t, w.tx, w.town, func(p *plan.Plan) { p.State, p.Number, p.IssuedOn = plan.Submitted, nil, nil })
	issue := func(in plan.Issuing) error {
		return w.tx.Transaction(func(tx *gorm.DB) error {
			_, err := w.plans.Issue(tx, w.leader, second.ID, second.Version, in)
			return err
		})
	}
	if err := issue(plan.Issuing{Number: *first.Number, IssuedOn: *first.IssuedOn}); fault.CodeOf(err) != "plan.number_taken" {
		t.Error(err)
	}
	if err := issue(plan.Issuing{Number: *first.Number, IssuedOn: first.IssuedOn.AddDays(-300)}); err != nil {
		t.Errorf("the same number in another year: %v", err)
	}
}

func TestWhatElseTheDatabaseRefusesIsNotTakenForTheNumber(t *testing.T) {
	t.Parallel()
	w := setupOn(t, dbtest.New(t)) // the index is of this test alone
	factory.Plan(t, w.tx, w.town)
	p := factory.Plan(t, w.tx, w.town, func(p *plan.Plan) { p.State, p.Number, p.IssuedOn = plan.Submitted, nil, nil })
	if err := w.tx.Exec("CREATE UNIQUE INDEX another_rule ON plans (issuer_id) WHERE state = 'issued'").Error; err != nil {
		t.Fatal(err)
	}
	_, err := w.plans.Issue(w.tx, w.leader, p.ID, p.Version, plan.Issuing{Number: "46/KH-UBND", IssuedOn: day.New(2024, 2, 26)})
	if fault.CodeOf(err) != "resource.conflict" {
		t.Error(err)
	}
}

func TestGroupsResolveAsTheyStandOnTheDay(t *testing.T) {
	t.Parallel()
	w := setup(t)
	ended := factory.Clock().Today().AddDays(-1)
	factory.Agency(t, w.tx, func(a *agency.Agency) { a.Kind, a.ParentID, a.ValidTo = agency.Commune, &w.town.Committee.ID, &ended })
	communes := factory.Group(t, w.tx, func(g *agency.Group) { g.ByHand, g.Kinds = false, []agency.Kind{agency.Commune} })
	elsewhere := factory.ATown(t, w.tx)
	ofCommune := factory.Agency(t, w.tx, func(a *agency.Agency) { a.ParentID = &w.town.CommuneA.ID }) // the commune's own
	usual := factory.Group(t, w.tx, func(g *agency.Group) { g.MemberIDs = []uuid.UUID{elsewhere.Police.ID, w.town.Police.ID, ofCommune.ID} })
	picked, empty, open := factory.Group(t, w.tx), factory.Group(t, w.tx), factory.Group(t, w.tx)
	d := factory.PlanDraft(w.town)
	for _, g := range []*agency.Group{communes, usual, picked, empty, open, communes} {
		d.Tasks[0].Coordinators = append(d.Tasks[0].Coordinators, plan.Party{GroupID: &g.ID})
	}
	d.SettledGroups = []plan.SettledGroup{{GroupID: picked.ID, AgencyIDs: []uuid.UUID{w.town.MediaCentre.ID}}, {GroupID: empty.ID, Empty: true}}
	p, err := w.plans.Create(t.Context(), w.culture, d)
	if err != nil {
		t.Fatal(err)
	}
	groups, err := w.plans.Groups(t.Context(), w.culture, p.ID)
	if err != nil {
		t.Fatal(err)
	}
	ref := func(a *agency.Agency) plan.AgencyRef { return plan.AgencyRef{ID: a.ID, Name: a.Name} }
	none := []plan.AgencyRef{}
	want := plan.Resolution{
		{GroupID: communes.ID, Name: communes.Name, Settled: true, Agencies: []plan.AgencyRef{ref(w.town.CommuneA), ref(w.town.CommuneB)},
			UsedAt: []string{"/tasks/0/coordinators/1", "/tasks/0/coordinators/6"}},
		{GroupID: usual.ID, Name: usual.Name, ByHand: true, Settled: true, Agencies: []plan.AgencyRef{ref(w.town.Police)}, UsedAt: []string{"/tasks/0/coordinators/2"}},
		{GroupID: picked.ID, Name: picked.Name, ByHand: true, Settled: true, Agencies: []plan.AgencyRef{ref(w.town.MediaCentre)}, UsedAt: []string{"/tasks/0/coordinators/3"}},
		{GroupID: empty.ID, Name: empty.Name, ByHand: true, Settled: true, Empty: true, Agencies: none, UsedAt: []string{"/tasks/0/coordinators/4"}},
		{GroupID: open.ID, Name: open.Name, ByHand: true, Agencies: none, UsedAt: []string{"/tasks/0/coordinators/5"}},
	}
	if diff := cmp.Diff(want, groups); diff != "" {
		t.Error(diff)
	}
}

func TestAPlanIsNotIssuedToAnAgencyThatIsGoneOrOutside(t *testing.T) {
	t.Parallel()
	w := setup(t)
	ended := factory.Clock().Today().AddDays(-1)
	gone := factory.Agency(t, w.tx, func(a *agency.Agency) { a.ParentID, a.ValidTo = &w.town.Committee.ID, &ended })
	elsewhere := factory.ATown(t, w.tx).Police
	usual := factory.Group(t, w.tx, func(g *agency.Group) { g.MemberIDs = []uuid.UUID{w.town.Police.ID, gone.ID} })
	picked := factory.Group(t, w.tx)
	d := factory.PlanDraft(w.town)
	d.SettledGroups = []plan.SettledGroup{{GroupID: picked.ID, AgencyIDs: []uuid.UUID{w.town.Police.ID, elsewhere.ID}}}
	d.Tasks[0].Leads = append(d.Tasks[0].Leads, plan.Party{AgencyID: &gone.ID})
	d.Tasks[0].Coordinators = append(d.Tasks[0].Coordinators, plan.Party{GroupID: &usual.ID}, plan.Party{AgencyID: &elsewhere.ID}, plan.Party{GroupID: &picked.ID})
	d.Responsibilities = []plan.Responsibility{{Who: []plan.Party{{AgencyID: &elsewhere.ID}}, Duties: []string{"Phối hợp."}}} // charges nobody with anything
	p, err := w.plans.Create(t.Context(), w.culture, d)
	if err == nil {
		p, err = w.plans.Submit(t.Context(), w.culture, p.ID, p.Version)
	}
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.plans.Issue(w.tx, w.leader, p.ID, p.Version, plan.Issuing{Number: "9/KH-UBND", IssuedOn: factory.Clock().Today()})
	want := []string{"/tasks/0/leads/1 plan.stranger", "/tasks/0/coordinators/1 plan.stranger", "/tasks/0/coordinators/2 plan.stranger", "/tasks/0/coordinators/3 plan.stranger"}
	if diff := cmp.Diff(want, placesOf(err)); fault.CodeOf(err) != "plan.strangers" || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
}
