package round

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/record"
)

// Store remembers rounds and templates. A round is seen by every office under the committee whose round it is; how complete
// it is, by the culture office and the leader.
type Store struct {
	DB          *gorm.DB
	Clock       clock.Clock
	DueSoonDays int // calendar days before the last good day from which a report is «due soon»
}

// Filter narrows the list of rounds; zero values do not.
type Filter struct {
	PlanID *uuid.UUID
	State  State
}

// Orders is how the list of rounds may be sorted.
func Orders() db.Orders {
	return db.Orders{Own: "due_before", By: map[string]db.Order{
		"due_before": {Expr: "rounds.due_before", Type: "timestamptz"},
	}}
}

// List gives rounds by deadline, the nearest first.
func (s *Store) List(ctx context.Context, by access.Actor, f Filter, page db.Page) (db.Items[Round], error) {
	tx := db.Conn(ctx, s.DB)
	q := visibleTo(tx, by)
	if f.PlanID != nil {
		q = q.Where("plan_id = ?", *f.PlanID)
	}
	if f.State != "" {
		q = q.Where("state = ?", f.State)
	}
	out, err := db.List[Round](q, "rounds", page, Orders())
	if err != nil {
		return out, err
	}
	rounds := make([]*Round, len(out.Items))
	for i := range out.Items {
		rounds[i] = &out.Items[i]
	}
	return out, s.dress(tx, by, rounds...)
}

// Find gives one round; resource.not_found (404) when the caller sees none.
func (s *Store) Find(ctx context.Context, by access.Actor, id uuid.UUID) (*Round, error) {
	tx := db.Conn(ctx, s.DB)
	r, err := Visible(tx, by, id)
	if err != nil {
		return nil, err
	}
	return r, s.dress(tx, by, r)
}

// Visible gives a round that the actor sees, within a transaction; resource.not_found (404) otherwise.
func Visible(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Round, error) {
	r := &Round{}
	if err := visibleTo(tx, by).Where("id = ?", id).Take(r).Error; err != nil {
		return nil, db.Fault(err)
	}
	return r, nil
}

// Lock ends a round, made from version v, within the transaction that locks its reports.
func (s *Store) Lock(tx *gorm.DB, by access.Actor, id uuid.UUID, v record.Version) (*Round, error) {
	r, err := Visible(db.Lock(tx), by, id)
	if err != nil {
		return nil, err
	}
	if err := r.Match(v); err != nil {
		return nil, err
	}
	before := *r
	if err := r.Lock(by); err != nil {
		return nil, err
	}
	return r, s.save(tx, by, r, before)
}

// End locks a round with the approval of its consolidated report; one that is locked already stays as it is.
func (s *Store) End(tx *gorm.DB, by access.Actor, r *Round) error {
	if r.State == Locked {
		return nil
	}
	before := *r
	r.End()
	return s.save(tx, by, r, before)
}

func (s *Store) save(tx *gorm.DB, by access.Actor, r *Round, before Round) error {
	r.Touch(s.Clock.Now())
	if err := tx.Select("*").Updates(r).Error; err != nil {
		return db.Fault(err)
	}
	return r.record(tx, s.Clock, by, "round.locked", before)
}

func visibleTo(tx *gorm.DB, by access.Actor) *gorm.DB {
	return tx.Where("rounds.issuer_id = ?", by.ScopeID)
}

// dress fills in what is derived, with one query for any number of rounds.
func (s *Store) dress(tx *gorm.DB, by access.Actor, rounds ...*Round) error {
	ids := make([]uuid.UUID, len(rounds))
	for i, r := range rounds {
		ids[i] = r.ID
		r.AllowedActions = life.Allowed(r, by)
	}
	if !by.May(access.ConsolidateRead) || len(ids) == 0 {
		return nil
	}
	counts, err := s.count(tx, ids)
	for _, r := range rounds {
		c := counts[r.ID]
		c.Settle()
		r.Counts = &c
	}
	return err
}

func (s *Store) count(tx *gorm.DB, ids []uuid.UUID) (map[uuid.UUID]Counts, error) {
	var rows []struct {
		RoundID uuid.UUID
		Tally
	}
	err := tx.Raw("SELECT round_id, "+TallySQL+" FROM reports WHERE round_id IN ? AND kind = 'agency' GROUP BY 1, 2",
		append(StandingArgs(s.Clock.Now(), s.DueSoonDays), ids)...).Scan(&rows).Error
	all := map[uuid.UUID]Counts{}
	for _, row := range rows {
		c := all[row.RoundID]
		c.AddAll(row.Tally)
		all[row.RoundID] = c
	}
	return all, err
}
