package plan

import (
	"context"
	"fmt"
	"reflect"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/fault"
	"lantoa/internal/record"
)

// Store remembers plans and their tasks.
type Store struct {
	DB    *gorm.DB
	Clock clock.Clock
}

// Create drafts a plan under the actor's committee.
func (s *Store) Create(ctx context.Context, by access.Actor, d Draft) (*Plan, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Plan, error) {
		p := &Plan{Meta: record.NewMeta(s.Clock.Now()), State: Drafted, IssuerID: by.ScopeID, DrafterID: by.AgencyID, Resolution: Resolution{}}
		if err := p.Edit(by, d); err != nil {
			return nil, err
		}
		if err := nameParties(tx, p); err != nil {
			return nil, err
		}
		if err := tx.Create(p).Error; err != nil {
			return nil, db.Fault(err)
		}
		if err := s.saveTasks(tx, nil, p.Tasks); err != nil {
			return nil, err
		}
		p.dress(by)
		return p, s.record(tx, by, "plan.drafted", p, nil, p)
	})
}

// Replace writes a draft anew, made from version v.
func (s *Store) Replace(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, d Draft) (*Plan, error) {
	return s.change(ctx, by, id, v, "plan.edited", func(tx *gorm.DB, p *Plan) error {
		old := p.Tasks
		if err := p.Edit(by, d); err != nil {
			return err
		}
		if err := nameParties(tx, p); err != nil {
			return err
		}
		return s.saveTasks(tx, old, p.Tasks)
	})
}

// Submit lays a draft before the leader.
func (s *Store) Submit(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) (*Plan, error) {
	return s.change(ctx, by, id, v, "plan.submitted", func(_ *gorm.DB, p *Plan) error { return p.Submit(by) })
}

// SendBack returns a submitted plan to its drafters.
func (s *Store) SendBack(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, in SendingBack) (*Plan, error) {
	return s.change(ctx, by, id, v, "plan.sent_back", func(_ *gorm.DB, p *Plan) error { return p.SendBack(by, in) })
}

// Close is the plan's part in the act of closing it.
func (s *Store) Close(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) (*Plan, error) {
	return s.change(ctx, by, id, v, "plan.closed", func(_ *gorm.DB, p *Plan) error { return p.Close(by) })
}

// Issue is the plan's part in the act of issuing: its groups are resolved today and that resolution kept. plan.number_taken (409)
// when the issuer gave the number to another plan of that year.
func (s *Store) Issue(tx *gorm.DB, by access.Actor, id uuid.UUID, v record.Version, in Issuing) (*Plan, error) {
	ctx := db.WithTx(tx.Statement.Context, tx)
	p, err := s.change(ctx, by, id, v, "plan.issued", func(tx *gorm.DB, p *Plan) error {
		names, err := agency.DirectoryFor(tx, p.IssuerID, s.Clock.Today())
		if err != nil {
			return err
		}
		groups, err := resolve(tx, p, names.Below)
		if err != nil {
			return err
		}
		return p.Issue(by, in, groups, names.Below, s.Clock.Today())
	})
	if db.Violates(err, "plans_number") {
		return nil, fault.NewConflict("plan.number_taken").At("/number", "plan.number_taken").Because(err)
	}
	return p, err
}

// Delete throws a draft away, as of version v.
func (s *Store) Delete(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) error {
	_, err := db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Plan, error) {
		p, err := s.locked(tx, by, id, v)
		if err != nil {
			return nil, err
		}
		if err := life.Check(p, "delete", by); err != nil {
			return nil, err
		}
		if err := tx.Delete(&Plan{}, "id = ?", p.ID).Error; err != nil {
			return nil, db.Fault(err)
		}
		return p, s.record(tx, by, "plan.deleted", p, p, nil)
	})
	return err
}

// Find gives one plan with its tasks; resource.not_found (404) when the actor may not see it.
func (s *Store) Find(ctx context.Context, by access.Actor, id uuid.UUID) (*Plan, error) {
	return s.find(db.Conn(ctx, s.DB), by, id)
}

// Groups gives every group named in a plan with who is meant by it: today, or, once issued, as kept.
func (s *Store) Groups(ctx context.Context, by access.Actor, id uuid.UUID) (Resolution, error) {
	tx := db.Conn(ctx, s.DB)
	p, err := s.find(tx, by, id)
	if err != nil {
		return nil, err
	}
	if p.State == Issued || p.State == Closed {
		kept := &Plan{}
		err := tx.Select("resolution").Where("id = ?", id).Take(kept).Error
		return kept.Resolution, db.Fault(err)
	}
	names, err := agency.DirectoryFor(tx, p.IssuerID, s.Clock.Today())
	if err != nil {
		return nil, err
	}
	return resolve(tx, p, names.Below)
}

// visibleTo is the one rule of who sees which plans: a draft its drafters and the leader, an issued one every agency under its issuer.
func visibleTo(tx *gorm.DB, by access.Actor) *gorm.DB {
	if by.Role == access.CultureOffice || by.Role == access.Leader {
		return tx.Where("plans.issuer_id = ?", by.ScopeID)
	}
	return tx.Where("(plans.issuer_id = ? AND plans.state IN ?)", by.ScopeID, []State{Issued, Closed})
}

// Visible gives a plan that the actor sees, without its tasks and its kept groups, within a transaction; resource.not_found (404) otherwise.
func Visible(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Plan, error) {
	return visible(tx.Omit("resolution"), by, id)
}

func visible(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Plan, error) {
	p := &Plan{}
	if err := db.Take(visibleTo(tx, by).Where("plans.id = ?", id), p); err != nil {
		return nil, err
	}
	return p, nil
}

// find reads a plan without its kept groups: thousands of agencies that no reader of it is told.
func (s *Store) find(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Plan, error) {
	p, err := Visible(tx, by, id)
	if err != nil {
		return nil, err
	}
	return p, withTasks(tx, by, p)
}

func withTasks(tx *gorm.DB, by access.Actor, p *Plan) error {
	if err := db.Find(tx.Session(&gorm.Session{NewDB: true}).Where("plan_id = ?", p.ID).Order("ordinal, id"), &p.Tasks); err != nil {
		return db.Fault(err)
	}
	p.dress(by)
	return nil
}

// locked reads and holds a whole plan, as it is written back.
func (s *Store) locked(tx *gorm.DB, by access.Actor, id uuid.UUID, v record.Version) (*Plan, error) {
	p, err := visible(db.Lock(tx), by, id)
	if err != nil {
		return nil, err
	}
	if err := withTasks(tx, by, p); err != nil {
		return nil, err
	}
	return p, p.Match(v)
}

// change is every verb on a stored plan: find and lock, do, save with its event.
func (s *Store) change(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, did string, do func(*gorm.DB, *Plan) error) (*Plan, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Plan, error) {
		p, err := s.locked(tx, by, id, v)
		if err != nil {
			return nil, err
		}
		before := *p
		if err := do(tx, p); err != nil {
			return nil, err
		}
		p.Touch(s.Clock.Now())
		if err := tx.Select("*").Updates(p).Error; err != nil {
			return nil, db.Fault(err)
		}
		p.dress(by)
		return p, s.record(tx, by, did, p, &before, p)
	})
}

// saveTasks makes the stored tasks those of the new list: what is gone is deleted, what differs is changed, what is new comes in.
func (s *Store) saveTasks(tx *gorm.DB, old, tasks []Task) error {
	stored := map[uuid.UUID]*Task{}
	for i := range old {
		stored[old[i].ID] = &old[i]
	}
	for i := range tasks {
		t, before := &tasks[i], stored[tasks[i].ID]
		delete(stored, t.ID)
		var err error
		switch {
		case before == nil:
			err = tx.Create(t).Error
		case !reflect.DeepEqual(before.TaskContent, t.TaskContent):
			t.Touch(s.Clock.Now())
			err = tx.Select("*").Updates(t).Error
		}
		if err != nil {
			return db.Fault(err)
		}
	}
	for id := range stored {
		if err := tx.Delete(&Task{}, "id = ?", id).Error; err != nil {
			return db.Fault(err)
		}
	}
	return nil
}

func (s *Store) record(tx *gorm.DB, by access.Actor, did string, p, before, after *Plan) error {
	audience := event.ForOffice
	if p.State == Issued || p.State == Closed {
		audience = event.ForAll
	}
	was, is, err := differing(before, after)
	if err == nil {
		err = event.Record(tx, s.Clock, by, event.Entry{Did: did, Noun: "plan", ID: p.ID, Audience: audience, ScopeID: &p.IssuerID, Before: was, After: is})
	}
	if err != nil {
		return fmt.Errorf("record %s: %w", did, err)
	}
	return nil
}
