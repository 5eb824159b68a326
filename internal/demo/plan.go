package demo

import (
	"context"

	"lantoa/internal/access"
	"lantoa/internal/assignment"
	"lantoa/internal/db"
	"lantoa/internal/plan"
	"lantoa/internal/planreader"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

func (y *year) actOnPlan(ctx context.Context, by access.Actor, verb string, e entry) (err error) {
	switch verb {
	case "import":
		err = y.importPlan(ctx, by)
	case "settle":
		err = y.settleGroups(ctx, by)
	case "submit":
		y.plan, err = y.plans.Submit(ctx, by, y.plan.ID, y.plan.Version)
	case "issue":
		y.plan, err = y.issuing.Issue(ctx, by, y.plan.ID, y.plan.Version, plan.Issuing{Number: e.Number, IssuedOn: *e.On})
		if err == nil {
			err = y.learn(ctx, by)
		}
	case "close":
		y.plan, err = y.issuing.Close(ctx, by, y.plan.ID, y.plan.Version)
	default:
		err = errUnknown
	}
	return err
}

// importPlan reads the official text, as the culture office does.
func (y *year) importPlan(ctx context.Context, by access.Actor) error {
	text, err := files.ReadFile("data/plan-" + y.name + ".txt")
	if err != nil {
		return err
	}
	read, err := y.plans.Import(ctx, by, text, planreader.Text, "vi")
	if err == nil {
		y.plan = read.Plan
	}
	return err
}

// settleGroups marks every group by hand empty and puts the note on the plan.
func (y *year) settleGroups(ctx context.Context, by access.Actor) error {
	groups, err := y.plans.Groups(ctx, by, y.plan.ID)
	if err != nil {
		return err
	}
	d := y.plan.Draft()
	d.Note = y.note
	for _, g := range groups {
		if g.ByHand {
			d.SettledGroups = append(d.SettledGroups, plan.SettledGroup{GroupID: g.GroupID, Empty: true})
		}
	}
	y.plan, err = y.plans.Replace(ctx, by, y.plan.ID, y.plan.Version, d)
	return err
}

// learn finds what issuing brought to life.
func (y *year) learn(ctx context.Context, by access.Actor) error {
	assigned, err := y.assignments.List(ctx, by, assignment.Filter{PlanID: &y.plan.ID}, db.Page{Limit: 200})
	if err != nil {
		return err
	}
	for _, a := range assigned.Items {
		y.assigned[duty{a.AgencyID, a.Task.Ordinal}] = a.ID
	}
	rounds, err := y.rounds.List(ctx, by, round.Filter{PlanID: &y.plan.ID}, db.Page{Limit: 1})
	if err != nil {
		return err
	}
	for _, r := range rounds.Items {
		y.round = r.ID
	}
	owed, err := y.reports.List(ctx, by, report.Filter{PlanID: &y.plan.ID}, db.Page{Limit: 200})
	for _, r := range owed.Items {
		y.owing[r.AgencyID] = r.ID
	}
	return err
}
