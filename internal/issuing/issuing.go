// Package issuing is the act of issuing a plan: in one transaction the plan becomes a document in force, every agency concerned
// gets its assignments, and a report round opens for each reporting duty; and the act of closing it, which ends them all.
package issuing

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/plan"
	"lantoa/internal/record"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// Act issues plans and closes them.
type Act struct {
	DB    *gorm.DB
	Clock clock.Clock
	Plans *plan.Store
}

// Issue issues a submitted plan as of version v: all of it happens or nothing.
func (a *Act) Issue(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, in plan.Issuing) (*plan.Plan, error) {
	return db.InTx(ctx, a.DB, func(tx *gorm.DB) (*plan.Plan, error) { //nolint:contextcheck // the transaction carries it
		p, err := a.Plans.Issue(tx, by, id, v, in)
		if err != nil {
			return nil, err
		}
		assignments, err := assignment.Open(tx, a.Clock, by, p)
		if err != nil {
			return nil, err
		}
		for i := range p.Reporting {
			if err := a.openRound(tx, by, p, &p.Reporting[i], assignments); err != nil {
				return nil, err
			}
		}
		return p, nil
	})
}

// Close sums an issued plan up as of version v; from then on nothing in it changes. plan.rounds_open (409) while one of its rounds is.
func (a *Act) Close(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) (*plan.Plan, error) {
	return db.InTx(ctx, a.DB, func(tx *gorm.DB) (*plan.Plan, error) {
		p, err := a.Plans.Close(db.WithTx(ctx, tx), by, id, v)
		if err != nil {
			return nil, err
		}
		open, err := round.AnyOpen(tx, p.ID)
		if err != nil {
			return nil, err
		}
		if open {
			return nil, fault.NewConflict("plan.rounds_open")
		}
		return p, assignment.Close(tx, a.Clock, p.ID)
	})
}

// openRound brings one reporting duty to life. The agency through which reports go, and the one they go to, owe none.
func (a *Act) openRound(tx *gorm.DB, by access.Actor, p *plan.Plan, duty *plan.Reporting, assignments []assignment.Assignment) error {
	to := office(&p.Issuer)
	if duty.To != nil {
		to = office(duty.To)
	}
	through := to
	if duty.Through != nil {
		through = office(duty.Through)
	}
	r, err := round.Open(tx, a.Clock, by, round.Opening{
		PlanID: p.ID, IssuerID: p.IssuerID, TemplateID: duty.TemplateID, Year: p.Year, StartsOn: p.Period.StartsOn, EndsOn: p.Period.EndsOn,
		DueBefore: *duty.DueBefore, DueText: duty.Text, To: to, Through: through,
	})
	if err != nil {
		return err
	}
	var from []plan.AgencyRef
	for _, ref := range p.Resolution.Agencies(duty.From) {
		if ref.ID != to.AgencyID && ref.ID != through.AgencyID {
			from = append(from, ref)
		}
	}
	owing, err := owing(tx, from, assignments)
	if err != nil {
		return err
	}
	return report.Open(tx, a.Clock, r, owing)
}

// owing gives those who report with the tasks they are assigned.
func owing(tx *gorm.DB, from []plan.AgencyRef, assignments []assignment.Assignment) ([]report.Owing, error) {
	ids := make([]uuid.UUID, len(from))
	for i := range from {
		ids[i] = from[i].ID
	}
	agencies, err := agency.ByID(tx, ids)
	if err != nil {
		return nil, err
	}
	list := make([]report.Owing, len(from))
	for i, ref := range from {
		list[i] = report.Owing{AgencyID: ref.ID, Agency: ref.Name, Kind: string(agencies[ref.ID].Kind)}
		for j := range assignments {
			if assignments[j].AgencyID == ref.ID {
				list[i].TaskOrdinals = append(list[i].TaskOrdinals, assignments[j].Task.Ordinal)
			}
		}
	}
	return list, nil
}

func office(p *plan.Party) round.Office {
	return round.Office{Agency: p.Agency, AgencyID: *p.AgencyID}
}
