package assignment

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/record"
)

// UpdateOrders is how the progress of an assignment may be sorted.
func UpdateOrders() db.Orders {
	return db.Orders{Own: "-done_on", By: map[string]db.Order{
		"done_on": {Expr: "progress_updates.done_on", Type: "date"},
	}}
}

// Updates lists the progress of an assignment, the newest first.
func (s *Store) Updates(ctx context.Context, by access.Actor, id uuid.UUID, page db.Page) (db.Items[Update], error) {
	tx := db.Conn(ctx, s.DB)
	a, err := s.find(tx, by, id)
	if err != nil {
		return db.Items[Update]{}, err
	}
	out, err := db.List[Update](tx.Where("progress_updates.assignment_id = ?", a.ID), "progress_updates", page, UpdateOrders())
	for i := range out.Items {
		out.Items[i].dress(by, a)
	}
	return out, err
}

// Record adds a progress update to an assignment.
func (s *Store) Record(ctx context.Context, by access.Actor, id uuid.UUID, in UpdateInput) (*Update, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Update, error) {
		a, err := s.find(db.Lock(tx), by, id)
		if err != nil {
			return nil, err
		}
		u, err := a.Record(by, in, record.NewMeta(s.Clock.Now()), s.Clock.Today())
		if err != nil {
			return nil, err
		}
		if err := s.save(tx, by, a); err != nil {
			return nil, err
		}
		if err := tx.Create(u).Error; err != nil {
			return nil, db.Fault(err)
		}
		u.dress(by, a)
		return u, event.Record(tx, s.Clock, by, event.Entry{Did: "progress_update.recorded", Noun: "progress_update", ID: u.ID,
			Audience: event.ForAgency, ScopeID: &u.IssuerID, AgencyID: &u.AgencyID, After: u})
	})
}

// Visible gives an assignment that the actor sees, within a transaction; resource.not_found (404) otherwise.
func Visible(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Assignment, error) {
	a := &Assignment{}
	err := db.Take(VisibleTo(tx, by).Where("assignments.id = ?", id), a)
	return a, err
}

// VisibleUpdate gives a progress update with its assignment, when the actor sees that.
func VisibleUpdate(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Update, *Assignment, error) {
	u := &Update{}
	if err := tx.Where("id = ?", id).Take(u).Error; err != nil {
		return nil, nil, db.Fault(err)
	}
	a, err := Visible(tx, by, u.AssignmentID)
	return u, a, err
}
