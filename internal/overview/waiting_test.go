package overview_test

import (
	"slices"
	"testing"
	"time"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/day"
	"lantoa/internal/factory"
	"lantoa/internal/overview"
	"lantoa/internal/plan"
	"lantoa/internal/report"
)

func TestWhatWaitsIsCountedInFullAndShownTheOldestFirst(t *testing.T) {
	t.Parallel()
	b := setup(t)
	before := factory.Now()
	for i := range 60 { // assignments handed in, each older than every report
		a := factory.Agency(t, b.tx, func(a *agency.Agency) { a.ParentID = &b.town.Committee.ID })
		factory.Assignment(t, b.tx, b.plan, a, func(a *assignment.Assignment) {
			a.State, a.DoneOn, a.UpdatedAt = assignment.HandedIn, new(day.New(2024, 11, 1)), before.Add(time.Duration(i-120)*time.Hour)
		})
		factory.Report(t, b.tx, b.round, a, func(r *report.Report) {
			at := before.Add(time.Duration(i-60) * time.Hour)
			r.State, r.FirstSubmittedAt, r.SubmittedAt = report.Submitted, &at, &at
		})
	}
	h, err := b.store.Home(t.Context(), b.town.Actor(access.CultureOffice))
	if err != nil || h.Review.Count != 121 || len(h.Review.Items) != 50 {
		t.Fatalf("%d waiting, %d shown, %v", h.Review.Count, len(h.Review.Items), err)
	}
	if h.Review.Reports != 61 || h.Review.Assignments != 60 || h.Review.Agencies != 61 {
		t.Errorf("%d reports and %d assignments of %d agencies", h.Review.Reports, h.Review.Assignments, h.Review.Agencies)
	}
	if slices.ContainsFunc(h.Review.Items, func(d overview.Duty) bool { return d.Kind != overview.OfAssignment }) {
		t.Error("a report stands before older assignments")
	}
}

func TestTheLatestAreShownFirstHoweverManyThereAre(t *testing.T) {
	t.Parallel()
	b := setup(t)
	for range 60 {
		a := factory.Agency(t, b.tx, func(a *agency.Agency) { a.ParentID = &b.town.Committee.ID })
		factory.Report(t, b.tx, b.round, a)
		factory.Assignment(t, b.tx, b.plan, a, func(a *assignment.Assignment) { a.DueOn = new(day.New(2024, 6, 30)) })
	}
	h, err := b.store.Home(t.Context(), b.town.Actor(access.Leader))
	if err != nil || h.Red.Count != 123 || len(h.Red.Items) != 50 {
		t.Fatalf("%d red, %d shown, %v", h.Red.Count, len(h.Red.Items), err)
	}
	for _, d := range h.Red.Items {
		if d.Kind != overview.OfAssignment || d.LastDay.String() != "2024-06-30" {
			t.Fatalf("shown before what is later: %+v", d)
		}
	}
}

func TestFinishedWorkCrowdsOutNoOpenWork(t *testing.T) {
	t.Parallel()
	b := setup(t)
	done := factory.Plan(t, b.tx, b.town, func(p *plan.Plan) {
		for i := range 60 {
			p.Tasks = append(p.Tasks, factory.Task(i+2, "Nhiệm vụ", []plan.Party{}...))
		}
	})
	for _, task := range done.Tasks[1:] {
		factory.Assignment(t, b.tx, done, b.town.CommuneB, func(a *assignment.Assignment) {
			a.TaskID, a.State, a.DoneOn, a.DueOn = task.ID, assignment.Completed, new(day.New(2024, 3, 1)), new(day.New(2024, 3, 31))
		})
	}
	by := b.town.Actor(access.Commune)
	by.AgencyID = b.town.CommuneB.ID
	h, err := b.store.Home(t.Context(), by)
	if err != nil || h.Done != 60 || len(h.Todo) != 2 {
		t.Errorf("%d done, %d to do, %v", h.Done, len(h.Todo), err)
	}
}
