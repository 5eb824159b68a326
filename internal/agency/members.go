package agency

import (
	"slices"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/fault"
)

// A group's name is common to all committees, its usual members are each committee's own: of one list that is kept, everybody sees and
// changes those under its own committee, the administration all of them.

// part parts members into those under the actor's committee and the others, each in the order of the list.
func part(tx *gorm.DB, by access.Actor, members []uuid.UUID) (own, others []uuid.UUID, err error) {
	if by.May(access.GroupWrite) {
		return members, nil, nil
	}
	below, err := Under(tx, by.ScopeID, members)
	if err != nil {
		return nil, nil, err
	}
	for _, id := range members {
		if slices.Contains(below, id) {
			own = append(own, id)
		} else {
			others = append(others, id)
		}
	}
	return own, others, nil
}

// Under gives those of the agencies that stand under a committee, whether they still exist or not.
func Under(tx *gorm.DB, committeeID uuid.UUID, ids []uuid.UUID) (under []uuid.UUID, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	err = tx.Raw("SELECT id FROM ("+subtree+") AS tree WHERE id IN ?", committeeID, ids).Scan(&under).Error
	return under, err
}

// show leaves of a group what the actor sees of it.
func (g *Group) show(tx *gorm.DB, by access.Actor) error {
	own, _, err := part(tx, by, g.MemberIDs)
	g.MemberIDs = own
	g.dress(by)
	return err
}

// checkMembers is input.reference (422) at /member_ids unless each is an agency that the actor may pick, named once.
func checkMembers(tx *gorm.DB, by access.Actor, ids []uuid.UUID) error {
	if len(ids) == 0 {
		return nil
	}
	distinct := map[uuid.UUID]bool{}
	for _, id := range ids {
		distinct[id] = true
	}
	_, others, err := part(tx, by, ids)
	if err != nil {
		return err
	}
	var found int64
	if err := tx.Model(&Agency{}).Where("id IN ?", ids).Count(&found).Error; err != nil {
		return err
	}
	if int(found) != len(distinct) || len(distinct) != len(ids) || len(others) > 0 {
		return fault.AtField("/member_ids", "input.reference")
	}
	return nil
}
