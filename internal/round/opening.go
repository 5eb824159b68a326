package round

import (
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/fault"
	"lantoa/internal/record"
)

// Opening is a reporting duty of a plan, as issuing the plan brings it to life.
type Opening struct {
	PlanID     uuid.UUID
	IssuerID   uuid.UUID
	TemplateID *uuid.UUID // nil: the newest of the issuer
	Year       int
	StartsOn   day.Day // the period of the figures
	EndsOn     day.Day
	DueBefore  time.Time // exclusive
	DueText    string    // the plan's own words
	To         Office
	Through    Office
}

// Open opens a round in the transaction of the plan's issuing. plan.no_template (409) when there is no template to take its
// sections from. Who owes a report is report.Open's to write down.
func Open(tx *gorm.DB, now clock.Clock, by access.Actor, o Opening) (*Round, error) {
	template, err := templateFor(tx, o.IssuerID, o.TemplateID)
	if err != nil {
		return nil, err
	}
	r := &Round{
		Meta: record.NewMeta(now.Now()), PlanID: o.PlanID, IssuerID: o.IssuerID, TemplateID: template.ID, State: Running,
		Title: o.title(), Sections: template.Sections, StartsOn: o.StartsOn, EndsOn: o.EndsOn,
		DueBefore: o.DueBefore, DueText: o.DueText, To: o.To, Through: o.Through,
	}
	if err := tx.Create(r).Error; err != nil {
		return nil, db.Fault(err)
	}
	return r, r.record(tx, now, by, "round.opened", nil)
}

// AnyOpen reports whether a plan has a round that is not locked yet.
func AnyOpen(tx *gorm.DB, planID uuid.UUID) (open bool, err error) {
	err = tx.Raw("SELECT EXISTS (SELECT 1 FROM rounds WHERE plan_id = ? AND state = ?)", planID, Running).Scan(&open).Error
	return open, err
}

// title names the round: a duty that falls due in the last quarter of the period or later is the year's, an earlier one is known
// by its deadline in the plan's own words.
func (o Opening) title() string {
	if LastGoodDay(o.DueBefore).DaysUntil(o.EndsOn) > 92 && strings.TrimSpace(o.DueText) != "" {
		return "Báo cáo " + strings.TrimSpace(o.DueText)
	}
	return fmt.Sprintf("Báo cáo năm %d", o.Year)
}

func templateFor(tx *gorm.DB, issuer uuid.UUID, id *uuid.UUID) (*Template, error) {
	q := tx.Where("issuer_id = ?", issuer)
	if id != nil {
		q = q.Where("id = ?", *id)
	}
	var newest []Template
	if err := q.Order("id DESC").Limit(1).Find(&newest).Error; err != nil {
		return nil, err
	}
	if len(newest) == 0 {
		return nil, fault.NewConflict("plan.no_template")
	}
	return &newest[0], nil
}

func (r *Round) record(tx *gorm.DB, now clock.Clock, by access.Actor, did string, before any) error {
	return event.Record(tx, now, by, event.Entry{Did: did, Noun: "round", ID: r.ID, Audience: event.ForAll,
		ScopeID: &r.IssuerID, Before: before, After: r})
}
