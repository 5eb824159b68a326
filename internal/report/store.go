package report

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/plan"
	"lantoa/internal/record"
	"lantoa/internal/round"
	"lantoa/internal/wire"
)

// Store remembers reports. An agency sees its own; the culture office and the leader see all of their committee's.
type Store struct {
	DB          *gorm.DB
	Clock       clock.Clock
	Rounds      *round.Store
	DueSoonDays int // calendar days before the last good day from which a report is «due soon»
}

// Filter narrows the list of reports; zero values do not.
type Filter struct {
	RoundID  *uuid.UUID
	PlanID   *uuid.UUID
	AgencyID *uuid.UUID
	State    State
	Standing round.Standing
	Kind     Kind
}

// Orders is how the list of reports may be sorted.
func Orders() db.Orders {
	return db.Orders{Own: "due_before", By: map[string]db.Order{
		"due_before":   {Expr: "coalesce(reports.due_before, 'infinity')", Type: "timestamptz"},
		"submitted_at": {Expr: "coalesce(reports.submitted_at, 'infinity')", Type: "timestamptz"},
		"agency":       {Expr: `reports.agency_name COLLATE "vi-x-icu"`, Type: "text"},
	}}
}

// List gives reports by deadline, the nearest first.
func (s *Store) List(ctx context.Context, by access.Actor, f Filter, page db.Page) (db.Items[Line], error) {
	q := f.narrow(VisibleTo(db.Conn(ctx, s.DB), by))
	if f.Standing != "" {
		if f.Standing == round.Missing || f.Standing == round.DueSoon || f.Standing == round.Upcoming { // nobody handed these in: said so that the index serves
			q = q.Where(round.OpenSQL)
		}
		q = q.Where("("+round.StandingSQL+") = ?", append(round.StandingArgs(s.Clock.Now(), s.DueSoonDays), f.Standing)...)
	}
	out, err := db.List[Line](q, "reports", page, Orders())
	for i := range out.Items {
		out.Items[i].Dress(by, s.Clock.Now(), s.DueSoonDays)
	}
	return out, err
}

func (f Filter) narrow(q *gorm.DB) *gorm.DB {
	for column, id := range map[string]*uuid.UUID{"round_id": f.RoundID, "plan_id": f.PlanID, "agency_id": f.AgencyID} {
		if id != nil {
			q = q.Where("reports."+column+" = ?", *id)
		}
	}
	if f.State != "" {
		q = q.Where("reports.state = ?", f.State)
	}
	if f.Kind != "" {
		q = q.Where("reports.kind = ?", f.Kind)
	}
	return q
}

// Find gives one report; resource.not_found (404) when the caller sees none. Of another's unfinished work the content is
// withheld, or is the one last handed in.
func (s *Store) Find(ctx context.Context, by access.Actor, id uuid.UUID) (*Report, error) {
	tx := db.Conn(ctx, s.DB)
	r, err := s.find(tx, by, id)
	if err != nil {
		return nil, err
	}
	return s.answer(tx, by, r)
}

// RevisionOrders is how the list of a report's revisions may be sorted.
func RevisionOrders() db.Orders {
	return db.Orders{Own: "number", By: map[string]db.Order{
		"number": {Expr: "report_revisions.number", Type: "integer"},
	}}
}

// Revisions gives every handing-in of a report, the first first.
func (s *Store) Revisions(ctx context.Context, by access.Actor, id uuid.UUID, page db.Page) (db.Items[Revision], error) {
	tx := db.Conn(ctx, s.DB)
	if _, err := Visible(tx, by, id); err != nil {
		return db.Items[Revision]{}, err
	}
	return db.List[Revision](tx.Where("report_id = ?", id), "report_revisions", page, RevisionOrders())
}

// Visible gives a report that the actor sees, its content unread; resource.not_found (404) otherwise.
func Visible(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Line, error) {
	l := &Line{}
	if err := db.Take(VisibleTo(tx, by).Where("reports.id = ?", id), l); err != nil {
		return nil, err
	}
	return l, nil
}

// Edit changes a draft with a merge patch of Editing, made from version v. It is the autosave: it leaves no event, the
// revision at handing in is its record.
func (s *Store) Edit(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, patch wire.Patch) (*Report, error) {
	return s.change(ctx, by, id, v, "", func(_ *gorm.DB, r *Report) error {
		in, err := wire.Onto(patch, r.editing())
		if err != nil {
			return err
		}
		return r.Edit(by, in, s.Clock.Today())
	})
}

// Accept takes a report as handed in.
func (s *Store) Accept(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) (*Report, error) {
	return s.change(ctx, by, id, v, "accepted", func(_ *gorm.DB, r *Report) error { return r.Accept(by, s.Clock.Now()) })
}

// Return sends a report back with remarks.
func (s *Store) Return(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, in Returning) (*Report, error) {
	return s.change(ctx, by, id, v, "returned", func(_ *gorm.DB, r *Report) error { return r.Return(by, in, s.Clock.Now()) })
}

// Exempt frees an agency from a report.
func (s *Store) Exempt(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, in Exempting) (*Report, error) {
	return s.change(ctx, by, id, v, "exempted", func(_ *gorm.DB, r *Report) error { return r.Exempt(by, in) })
}

// SendBack returns a consolidated report to the culture office.
func (s *Store) SendBack(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, in SendingBack) (*Report, error) {
	return s.change(ctx, by, id, v, "sent_back", func(_ *gorm.DB, r *Report) error { return r.SendBack(by, in) })
}

// change is one write: seen and held, of the version it was made from, changed by the verb, saved with its event. A blank did
// is an autosave of a draft.
func (s *Store) change(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, did string,
	verb func(tx *gorm.DB, r *Report) error,
) (*Report, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Report, error) {
		r, err := s.find(db.Lock(tx), by, id)
		if err != nil {
			return nil, err
		}
		if err := r.Match(v); err != nil {
			return nil, err
		}
		before := r.Line
		if err := verb(tx, r); err != nil {
			return nil, err
		}
		if did == "" && r.State != Draft && r.State != Returned {
			did = "signed"
		}
		if err := s.save(tx, by, r, before, did); err != nil {
			return nil, err
		}
		return s.answer(tx, by, r)
	})
}

// save writes the report, and the event but for a saved draft.
func (s *Store) save(tx *gorm.DB, by access.Actor, r *Report, before Line, did string) error {
	r.Touch(s.Clock.Now())
	if err := tx.Select("*").Updates(r).Error; err != nil {
		return db.Fault(err)
	}
	if did == "" {
		return nil
	}
	return logged(tx, s.Clock, by, did, &before, &r.Line)
}

// find gives a visible report with the sections it owes.
func (s *Store) find(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Report, error) {
	r := &Report{}
	if err := db.Take(VisibleTo(tx, by).Where("reports.id = ?", id), r); err != nil {
		return nil, err
	}
	return r, r.readSections(tx)
}

func (r *Report) readSections(tx *gorm.DB) error {
	var rd round.Round
	err := db.Take(tx.Session(&gorm.Session{NewDB: true}).Select("sections").Where("id = ?", r.RoundID), &rd)
	if err != nil {
		return fmt.Errorf("round of report %s: %w", r.ID, err)
	}
	r.Sections = rd.Owed(r.SectionCodes)
	return nil
}

// answer makes the report what the actor may see of it.
func (s *Store) answer(tx *gorm.DB, by access.Actor, r *Report) (*Report, error) {
	r.Dress(by, s.Clock.Now(), s.DueSoonDays)
	if !r.IsWithheld(by) {
		return r, nil
	}
	var last []Revision
	if err := tx.Where("report_id = ?", r.ID).Order("number DESC").Limit(1).Find(&last).Error; err != nil {
		return nil, err
	}
	r.Signature = plan.Signature{Lines: []string{}}
	if len(last) == 0 {
		r.Content, r.Withheld = Content{Sections: map[string]Entry{}}, true
		return r, nil
	}
	r.Content = last[0].Content
	return r, nil
}

// VisibleTo is the one rule of who sees which reports: the agency its own, the culture office and the leader all of their committee's.
func VisibleTo(tx *gorm.DB, by access.Actor) *gorm.DB {
	if by.Role == access.CultureOffice || by.Role == access.Leader {
		return tx.Where("reports.issuer_id = ?", by.ScopeID)
	}
	return tx.Where("(reports.issuer_id = ? AND reports.agency_id = ? AND reports.kind = ?)", by.ScopeID, by.AgencyID, OfAgency)
}

func logged(tx *gorm.DB, now clock.Clock, by access.Actor, did string, before, after *Line) error {
	audience, did := event.ForAgency, "report."+did
	if after.Kind == Consolidated {
		audience = event.ForOffice
	}
	return event.Record(tx, now, by, event.Entry{Did: did, Noun: "report", ID: after.ID, Audience: audience,
		ScopeID: &after.IssuerID, AgencyID: &after.AgencyID, Before: before, After: after})
}
