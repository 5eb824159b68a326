package rest_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/factory"
	"lantoa/internal/plan"
	"lantoa/internal/report"
)

// TestALongAnswerTakesNoMoreStatements walks the route table: whatever is read, twelve things take as many statements as two, for every
// role that may ask. An endpoint whose answer does not get longer by its sample fails, unless it is said to be brief.
func TestALongAnswerTakesNoMoreStatements(t *testing.T) { //nolint:tparallel // cases stand one after the other, as their world grows
	t.Parallel()
	newWorld(t).eachTrial(t, func(x trial) {
		if x.Method == http.MethodGet {
			x.holdsGrowth()
		}
	})
}

func (x trial) holdsGrowth() {
	id := x.made()
	x.grow(id, 2)
	short := x.asked(id)
	x.grow(id, 10)
	longer := false
	for role, long := range x.asked(id) {
		if a, b := len(short[role].sent.all), len(long.sent.all); a != b || a == 0 {
			x.t.Errorf("%s: two take %d statements, twelve take %d; more often:\n%s", role, a, b, strings.Join(moreOf(long, short[role]), "\n"))
		}
		longer = longer || long.Code == http.StatusOK && long.Body.Len() > short[role].Body.Len()
		if long.Code >= http.StatusInternalServerError {
			x.t.Errorf("%s: %s", role, long.Body)
		}
	}
	if !longer && !x.brief {
		x.t.Error("the sample makes nobody's answer longer, so that nothing is held")
	}
}

// grow adds to what the answer tells.
func (x trial) grow(id string, times int) {
	for range times {
		switch {
		case x.fill != nil:
			x.fill(x.world, id)
		case x.more != nil:
			x.more(x.world, id)
		case !x.brief:
			x.t.Fatal("the sample neither makes the answer longer nor says that it is brief")
		}
	}
}

// asked asks as every role that may.
func (x trial) asked(id string) map[access.Role]*answer {
	answers := map[access.Role]*answer{}
	for _, role := range access.Roles() {
		switch {
		case !x.actors[role].May(x.Action):
		case x.fill != nil:
			answers[role] = x.page(x.as(role), id, "limit=200")
		default:
			answers[role] = x.ask(x.as(role), id, sending{})
		}
	}
	return answers
}

// moreOf gives the statements that one answer took more often than another.
func moreOf(long, short *answer) (more []string) {
	times := map[string]int{}
	for _, one := range short.sent.all {
		times[one.sql]++
	}
	for _, one := range long.sent.all {
		if times[one.sql]--; times[one.sql] < 0 {
			more = append(more, one.sql)
		}
	}
	return more
}

func (w *world) keep(row any) {
	w.t.Helper()
	if err := w.db.Create(row).Error; err != nil {
		w.t.Fatal(err)
	}
}

// member is a new agency of the town.
func (w *world) member() *agency.Agency {
	return factory.Agency(w.t, w.db, func(a *agency.Agency) { a.ParentID = &w.town.Committee.ID })
}

func anotherMember(w *world, groupID string) {
	g := &agency.Group{}
	if err := w.db.Take(g, "id = ?", groupID).Error; err != nil {
		w.t.Fatal(err)
	}
	g.MemberIDs = append(g.MemberIDs, w.member().ID)
	if err := w.db.Save(g).Error; err != nil {
		w.t.Fatal(err)
	}
}

// anotherTask is led by an agency and helped by a group that the plan did not name yet.
func anotherTask(w *world, planID string) { w.anotherTask(planID) }

func (w *world) anotherTask(planID string) plan.Task {
	lead := w.member()
	group := factory.Group(w.t, w.db, func(g *agency.Group) { g.MemberIDs = []uuid.UUID{lead.ID} })
	task := factory.Task(2, "Nền tảng số", plan.Party{Agency: lead.Name, AgencyID: &lead.ID})
	task.Coordinators = []plan.Party{{Group: group.Name, GroupID: &group.ID}}
	task.PlanID, task.IssuerID = uuid.MustParse(planID), w.town.Committee.ID
	w.keep(&task)
	return task
}

// anotherDuty is a task and a round in which the commune has its part, and an agency that the plan did not name yet.
func anotherDuty(w *world, planID string) {
	p := &plan.Plan{IssuerID: w.town.Committee.ID, Tasks: []plan.Task{w.anotherTask(planID)}}
	p.ID = uuid.MustParse(planID)
	r := factory.Round(w.t, w.db, w.town, p)
	for _, a := range []*agency.Agency{w.town.CommuneA, w.member()} {
		factory.Assignment(w.t, w.db, p, a)
		factory.Report(w.t, w.db, r, a)
	}
}

// anotherReport is accepted.
func anotherReport(w *world, roundID string) {
	r, err := w.api.Rounds.Find(w.t.Context(), w.actors[access.CultureOffice], uuid.MustParse(roundID))
	if err != nil {
		w.t.Fatal(err)
	}
	factory.Report(w.t, w.db, r, w.member(), func(r *report.Report) {
		r.State, r.Content, r.HandedIn, r.Revision = report.Accepted, factory.Figures(312, 4, 200), true, 1
		r.FirstSubmittedAt, r.SubmittedAt, r.AcceptedAt = new(factory.Now()), new(factory.Now()), new(factory.Now())
	})
}

// aConsolidation is a consolidated report that is still written.
func aConsolidation(w *world) string {
	return w.as(access.CultureOffice).call("POST", "/rounds/"+aRound(w)+"/consolidated", nil).want(http.StatusCreated).id()
}

// anotherSource is one more report that a consolidated one adds up.
func anotherSource(w *world, reportID string) {
	roundID, ok := w.as(access.CultureOffice).get("/reports/" + reportID).want(http.StatusOK).field("round_id").(string)
	if !ok {
		w.t.Fatal("no round")
	}
	anotherReport(w, roundID)
}

// anotherMorning brings everybody something to do.
func anotherMorning(w *world, _ string) {
	aPlan(plan.Submitted)(w)
	anAssignment(assignment.HandedIn)(w)
	aReport(report.Submitted)(w)
	anotherDuty(w, aPlan(plan.Issued)(w))
}
