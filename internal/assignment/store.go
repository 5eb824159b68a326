package assignment

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/record"
)

// Store remembers assignments and their progress.
type Store struct {
	DB          *gorm.DB
	Clock       clock.Clock
	DueSoonDays int // calendar days before the last good day from which «due soon» holds
}

// Filter narrows the list of assignments; zero values do not.
type Filter struct {
	PlanID    *uuid.UUID
	TaskID    *uuid.UUID
	AgencyID  *uuid.UUID
	State     State
	Standing  Standing
	Part      Part
	DueBefore *day.Day // due on an earlier day than this
}

// Orders is how the list of assignments may be sorted.
func Orders() db.Orders {
	return db.Orders{Own: "due_on", By: map[string]db.Order{
		"due_on":  {Expr: "coalesce(assignments.due_on, 'infinity'::date)", Type: "date"},
		"ordinal": {Expr: "assignments.task_ordinal", Type: "integer"},
		"agency":  {Expr: `assignments.agency_name COLLATE "vi-x-icu"`, Type: "text"},
	}}
}

// List gives the assignments that the actor sees, the nearest due first.
func (s *Store) List(ctx context.Context, by access.Actor, f Filter, page db.Page) (db.Items[Assignment], error) {
	q := VisibleTo(db.Conn(ctx, s.DB), by)
	for column, id := range map[string]*uuid.UUID{"plan_id": f.PlanID, "task_id": f.TaskID, "agency_id": f.AgencyID} {
		if id != nil {
			q = q.Where("assignments."+column+" = ?", *id)
		}
	}
	if f.State != "" {
		q = q.Where("assignments.state = ?", f.State)
	}
	if f.Part != "" {
		q = q.Where("assignments.part = ?", f.Part)
	}
	if f.DueBefore != nil {
		q = q.Where("assignments.due_on < ?", *f.DueBefore)
	}
	if f.Standing != "" {
		q = standingIs(q, f.Standing, s.Clock.Today(), s.DueSoonDays)
	}
	out, err := db.List[Assignment](q, "assignments", page, Orders())
	for i := range out.Items {
		out.Items[i].Dress(by, s.Clock.Today(), s.DueSoonDays)
	}
	return out, err
}

// Find gives one assignment; resource.not_found (404) when the actor may not see it.
func (s *Store) Find(ctx context.Context, by access.Actor, id uuid.UUID) (*Assignment, error) {
	return s.find(db.Conn(ctx, s.DB), by, id)
}

// Receive acknowledges an assignment, as of version v.
func (s *Store) Receive(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) (*Assignment, error) {
	return s.change(ctx, by, id, v, "assignment.received", func(a *Assignment) error { return a.Receive(by) })
}

// Start begins the work, as of version v.
func (s *Store) Start(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) (*Assignment, error) {
	return s.change(ctx, by, id, v, "assignment.started", func(a *Assignment) error { return a.Start(by) })
}

// HandIn says that the work is done, as of version v.
func (s *Store) HandIn(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, in HandingIn) (*Assignment, error) {
	return s.change(ctx, by, id, v, "assignment.handed_in", func(a *Assignment) error { return a.HandIn(by, in, s.Clock.Today()) })
}

// Confirm accepts what was handed in, as of version v.
func (s *Store) Confirm(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) (*Assignment, error) {
	return s.change(ctx, by, id, v, "assignment.completed", func(a *Assignment) error { return a.Confirm(by) })
}

// Return gives what was handed in back, as of version v.
func (s *Store) Return(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, in Returning) (*Assignment, error) {
	return s.change(ctx, by, id, v, "assignment.returned", func(a *Assignment) error { return a.Return(by, in) })
}

// VisibleTo is the one rule of who sees which assignments: the agency, the leads of the same task, the culture office, the leader.
func VisibleTo(tx *gorm.DB, by access.Actor) *gorm.DB {
	if by.Role == access.CultureOffice || by.Role == access.Leader {
		return tx.Where("assignments.issuer_id = ?", by.ScopeID)
	}
	return tx.Where(`(assignments.issuer_id = ? AND (assignments.agency_id = ? OR assignments.task_id IN (SELECT led.task_id FROM assignments AS led
		WHERE led.agency_id = ? AND led.part = 'lead')))`, by.ScopeID, by.AgencyID, by.AgencyID)
}

func (s *Store) find(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Assignment, error) {
	a := &Assignment{}
	if err := db.Take(VisibleTo(tx, by).Where("assignments.id = ?", id), a); err != nil {
		return nil, err
	}
	a.Dress(by, s.Clock.Today(), s.DueSoonDays)
	return a, nil
}

// change is every verb on a stored assignment: find and lock, do, save with its event.
func (s *Store) change(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, did string, do func(*Assignment) error) (*Assignment, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Assignment, error) {
		a, err := s.find(db.Lock(tx), by, id)
		if err != nil {
			return nil, err
		}
		if err := a.Match(v); err != nil {
			return nil, err
		}
		before := *a
		if err := do(a); err != nil {
			return nil, err
		}
		if err := s.save(tx, by, a); err != nil {
			return nil, err
		}
		return a, tell(tx, s.Clock, by, did, a, &before)
	})
}

func (s *Store) save(tx *gorm.DB, by access.Actor, a *Assignment) error {
	a.Touch(s.Clock.Now())
	if err := tx.Select("*").Updates(a).Error; err != nil {
		return db.Fault(err)
	}
	a.Dress(by, s.Clock.Today(), s.DueSoonDays)
	return nil
}

func tell(tx *gorm.DB, now clock.Clock, by access.Actor, did string, a, before *Assignment) error {
	e := event.Entry{Did: did, Noun: "assignment", ID: a.ID, Audience: event.ForAgency, ScopeID: &a.IssuerID, AgencyID: &a.AgencyID, After: a}
	if before != nil {
		e.Before = before
	}
	if err := event.Record(tx, now, by, e); err != nil {
		return fmt.Errorf("record %s: %w", did, err)
	}
	return nil
}
