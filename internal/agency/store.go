package agency

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
	"lantoa/internal/fault"
	"lantoa/internal/record"
	"lantoa/internal/wire"
)

// Store remembers agencies and groups. Every signed-in office may read the register; it holds offices, no persons.
type Store struct {
	DB    *gorm.DB
	Clock clock.Clock
}

// Filter narrows the list of agencies; zero values do not.
type Filter struct {
	Q        string // words of the name, with or without diacritics
	Kind     Kind
	ParentID *uuid.UUID
	ValidOn  *day.Day
}

// Orders is how the list of agencies may be sorted.
func Orders() db.Orders {
	return db.Orders{Own: "name", By: map[string]db.Order{
		"name": {Expr: `agencies.name COLLATE "vi-x-icu"`, Type: "text"},
	}}
}

// List gives agencies by name.
func (s *Store) List(ctx context.Context, by access.Actor, f Filter, page db.Page) (db.Items[Agency], error) {
	q := db.Matching(db.Conn(ctx, s.DB), "agencies.folded", f.Q)
	if f.Kind != "" {
		q = q.Where("kind = ?", f.Kind)
	}
	if f.ParentID != nil {
		q = q.Where("parent_id = ?", *f.ParentID)
	}
	if f.ValidOn != nil {
		q = validOn(q, *f.ValidOn)
	}
	out, err := db.List[Agency](q, "agencies", page, Orders())
	for i := range out.Items {
		out.Items[i].dress(by, s.Clock.Today())
	}
	return out, err
}

// Find gives one agency; resource.not_found (404) when there is none.
func (s *Store) Find(ctx context.Context, by access.Actor, id uuid.UUID) (*Agency, error) {
	return s.find(db.Conn(ctx, s.DB), by, id)
}

// Create enters an agency.
func (s *Store) Create(ctx context.Context, by access.Actor, in Input) (*Agency, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Agency, error) {
		a := &Agency{Meta: record.NewMeta(s.Clock.Now()), State: Active}
		if err := a.Edit(by, in); err != nil {
			return nil, err
		}
		if err := tx.Create(a).Error; err != nil {
			return nil, db.Fault(err)
		}
		a.dress(by, s.Clock.Today())
		return a, s.record(tx, by, "agency.created", "agency", a.ID, nil, a)
	})
}

// Change edits an agency with a merge patch, made from version v.
func (s *Store) Change(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, patch wire.Patch) (*Agency, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Agency, error) {
		a, err := s.find(db.Lock(tx), by, id)
		if err != nil {
			return nil, err
		}
		if err := a.Match(v); err != nil {
			return nil, err
		}
		before := *a
		in, err := wire.Onto(patch, a.Input())
		if err != nil {
			return nil, err
		}
		if err := a.Edit(by, in); err != nil {
			return nil, err
		}
		if err := s.checkTree(tx, a); err != nil {
			return nil, err
		}
		a.Touch(s.Clock.Now())
		if err := tx.Select("*").Updates(a).Error; err != nil {
			return nil, db.Fault(err)
		}
		a.dress(by, s.Clock.Today())
		return a, s.record(tx, by, "agency.changed", "agency", a.ID, before, a)
	})
}

func (s *Store) find(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Agency, error) {
	a := &Agency{}
	if err := tx.Where("id = ?", id).Take(a).Error; err != nil {
		return nil, db.Fault(err)
	}
	a.dress(by, s.Clock.Today())
	return a, nil
}

// checkTree refuses a parent that stands below the agency itself.
func (s *Store) checkTree(tx *gorm.DB, a *Agency) error {
	if a.ParentID == nil {
		return nil
	}
	var below bool
	err := tx.Raw("SELECT ? IN ("+subtree+")", *a.ParentID, a.ID).Scan(&below).Error
	if err == nil && below {
		return fault.AtField("/parent_id", "agency.own_parent")
	}
	return err
}

func (s *Store) record(tx *gorm.DB, by access.Actor, did, noun string, id uuid.UUID, before, after any) error {
	err := event.Record(tx, s.Clock, by, event.Entry{Did: did, Noun: noun, ID: id, Audience: event.ForAdmin, Before: before, After: after})
	if err != nil {
		return fmt.Errorf("record %s: %w", did, err)
	}
	return nil
}

// subtree selects the ids of all agencies below one (UNION ends even a loop).
const subtree = `WITH RECURSIVE below AS (
	SELECT id FROM agencies WHERE parent_id = ?
	UNION SELECT a.id FROM agencies a JOIN below ON a.parent_id = below.id) SELECT id FROM below`

func validOn(q *gorm.DB, on day.Day) *gorm.DB {
	return q.Where("((valid_from IS NULL OR valid_from <= ?) AND (valid_to IS NULL OR valid_to >= ?))", on, on)
}
