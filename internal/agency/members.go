package agency

import (
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/fault"
)

// A group's name is common to all committees, its usual members are each committee's own: of one list that is kept, everybody sees and
// changes those of its own committee, the administration all of them.

// ownership says of an agency whether an actor picks it.
type ownership func(id uuid.UUID) bool

// ownedBy asks once for as many groups as there are.
func ownedBy(tx *gorm.DB, by access.Actor) (ownership, error) {
	if by.May(access.GroupWrite) {
		return func(uuid.UUID) bool { return true }, nil
	}
	return Own(tx, by.ScopeID)
}

// Own says which agencies are a committee's own: those for which it is the nearest committee above, whether they still exist or not.
// A committee below it is its own too, what stands under that one is not.
func Own(tx *gorm.DB, committeeID uuid.UUID) (func(id uuid.UUID) bool, error) {
	var ids []uuid.UUID
	err := tx.Raw(`WITH RECURSIVE own AS (
		SELECT id, kind FROM agencies WHERE parent_id = ?
		UNION SELECT a.id, a.kind FROM agencies a JOIN own ON a.parent_id = own.id
			WHERE own.kind NOT LIKE '%\_committee' AND own.kind NOT IN ?) SELECT id FROM own`,
		committeeID, []Kind{Ward, Commune}).Scan(&ids).Error
	own := make(map[uuid.UUID]bool, len(ids))
	for _, id := range ids {
		own[id] = true
	}
	return func(id uuid.UUID) bool { return own[id] }, err
}

// part parts members into those that the actor picks and the others, each in the order of the list.
func part(members []uuid.UUID, owned ownership) (own, others []uuid.UUID) {
	for _, id := range members {
		if owned(id) {
			own = append(own, id)
		} else {
			others = append(others, id)
		}
	}
	return own, others
}

// show leaves of a group what the actor sees of it.
func (g *Group) show(by access.Actor, owned ownership) {
	g.MemberIDs, _ = part(g.MemberIDs, owned)
	g.dress(by)
}

// checkMembers is input.reference (422) at /member_ids unless each is an agency that the actor may pick, named once.
func checkMembers(tx *gorm.DB, owned ownership, ids []uuid.UUID) error {
	if len(ids) == 0 {
		return nil
	}
	distinct := map[uuid.UUID]bool{}
	for _, id := range ids {
		distinct[id] = true
	}
	_, others := part(ids, owned)
	var found int64
	if err := tx.Model(&Agency{}).Where("id IN ?", ids).Count(&found).Error; err != nil {
		return err
	}
	if int(found) != len(distinct) || len(distinct) != len(ids) || len(others) > 0 {
		return fault.AtField("/member_ids", "input.reference")
	}
	return nil
}
