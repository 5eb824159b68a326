package agency

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/record"
	"lantoa/internal/wire"
)

// GroupOrders is how the list of groups may be sorted.
func GroupOrders() db.Orders {
	return db.Orders{Own: "name", By: map[string]db.Order{
		"name": {Expr: `agency_groups.name COLLATE "vi-x-icu"`, Type: "text"},
	}}
}

// Groups lists the groups by name.
func (s *Store) Groups(ctx context.Context, by access.Actor, page db.Page) (db.Items[Group], error) {
	out, err := db.List[Group](db.Conn(ctx, s.DB), "agency_groups", page, GroupOrders())
	for i := range out.Items {
		out.Items[i].dress(by)
	}
	return out, err
}

// Group gives one group; resource.not_found (404) when there is none.
func (s *Store) Group(ctx context.Context, by access.Actor, id uuid.UUID) (*Group, error) {
	return findGroup(db.Conn(ctx, s.DB), by, id)
}

// CreateGroup enters a group.
func (s *Store) CreateGroup(ctx context.Context, by access.Actor, in GroupInput) (*Group, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Group, error) {
		g := &Group{Meta: record.NewMeta(s.Clock.Now())}
		g.dress(by)
		if err := g.Edit(by, in); err != nil {
			return nil, err
		}
		if err := checkMembers(tx, g.MemberIDs); err != nil {
			return nil, err
		}
		if err := tx.Create(g).Error; err != nil {
			return nil, db.Fault(err)
		}
		g.dress(by)
		return g, s.record(tx, by, "agency_group.created", "agency_group", g.ID, nil, g)
	})
}

// ChangeGroup edits a group with a merge patch, made from version v.
func (s *Store) ChangeGroup(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, patch wire.Patch) (*Group, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Group, error) {
		g, err := findGroup(db.Lock(tx), by, id)
		if err != nil {
			return nil, err
		}
		if err := g.Match(v); err != nil {
			return nil, err
		}
		before := *g
		in, err := wire.Onto(patch, g.Input())
		if err != nil {
			return nil, err
		}
		if err := g.Edit(by, in); err != nil {
			return nil, err
		}
		if err := checkMembers(tx, g.MemberIDs); err != nil {
			return nil, err
		}
		g.Touch(s.Clock.Now())
		if err := tx.Select("*").Updates(g).Error; err != nil {
			return nil, db.Fault(err)
		}
		g.dress(by)
		return g, s.record(tx, by, "agency_group.changed", "agency_group", g.ID, before, g)
	})
}

func findGroup(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Group, error) {
	g := &Group{}
	if err := tx.Where("id = ?", id).Take(g).Error; err != nil {
		return nil, db.Fault(err)
	}
	g.dress(by)
	return g, nil
}

func checkMembers(tx *gorm.DB, ids []uuid.UUID) error {
	if len(ids) == 0 {
		return nil
	}
	distinct := map[uuid.UUID]bool{}
	for _, id := range ids {
		distinct[id] = true
	}
	var found int64
	if err := tx.Model(&Agency{}).Where("id IN ?", ids).Count(&found).Error; err != nil {
		return err
	}
	if int(found) != len(distinct) || len(distinct) != len(ids) {
		return fault.AtField("/member_ids", "input.reference")
	}
	return nil
}
