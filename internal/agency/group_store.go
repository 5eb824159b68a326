package agency

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/db"
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
	tx := db.Conn(ctx, s.DB)
	owned, err := ownedBy(tx, by)
	if err != nil {
		return db.Items[Group]{}, err
	}
	out, err := db.List[Group](tx, "agency_groups", page, GroupOrders())
	for i := range out.Items {
		out.Items[i].show(by, owned)
	}
	return out, err
}

// Group gives one group; resource.not_found (404) when there is none.
func (s *Store) Group(ctx context.Context, by access.Actor, id uuid.UUID) (*Group, error) {
	tx := db.Conn(ctx, s.DB)
	g, err := findGroup(tx, by, id)
	if err != nil {
		return nil, err
	}
	owned, err := ownedBy(tx, by)
	if err != nil {
		return nil, err
	}
	g.show(by, owned)
	return g, nil
}

// CreateGroup enters a group.
func (s *Store) CreateGroup(ctx context.Context, by access.Actor, in GroupInput) (*Group, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Group, error) {
		g := &Group{Meta: record.NewMeta(s.Clock.Now())}
		g.dress(by)
		if err := g.Edit(by, in); err != nil {
			return nil, err
		}
		owned, err := ownedBy(tx, by)
		if err != nil {
			return nil, err
		}
		if err := checkMembers(tx, owned, g.MemberIDs); err != nil {
			return nil, err
		}
		if err := tx.Create(g).Error; err != nil {
			return nil, db.Fault(err)
		}
		g.dress(by)
		return g, s.record(tx, by, "agency_group.created", "agency_group", g.ID, nil, g)
	})
}

// ChangeGroup edits a group with a merge patch, made from version v. The members of other committees stay as they are.
func (s *Store) ChangeGroup(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, patch wire.Patch) (*Group, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Group, error) {
		g, err := findGroup(db.Lock(tx), by, id)
		if err != nil {
			return nil, err
		}
		if err := g.Match(v); err != nil {
			return nil, err
		}
		owned, err := ownedBy(tx, by)
		if err != nil {
			return nil, err
		}
		before := *g
		own, others := part(g.MemberIDs, owned)
		g.MemberIDs = own
		g.dress(by)
		in, err := wire.Onto(patch, g.Input())
		if err != nil {
			return nil, err
		}
		if err := g.Edit(by, in); err != nil {
			return nil, err
		}
		if err := checkMembers(tx, owned, g.MemberIDs); err != nil {
			return nil, err
		}
		g.MemberIDs = append(append([]uuid.UUID{}, others...), g.MemberIDs...) // never null
		g.Touch(s.Clock.Now())
		if err := tx.Select("*").Updates(g).Error; err != nil {
			return nil, db.Fault(err)
		}
		g.dress(by)
		if err := s.record(tx, by, "agency_group.changed", "agency_group", g.ID, before, g); err != nil {
			return nil, err
		}
		g.show(by, owned)
		return g, nil
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
