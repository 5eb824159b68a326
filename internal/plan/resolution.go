package plan

import (
	"slices"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/agency"
)

// AgencyRef is an agency by id, with its name of the day.
type AgencyRef struct {
	ID   uuid.UUID `json:"id" format:"uuid"`
	Name string    `json:"name" example:"UBND xã Phổ An"`
} // @name AgencyRef

// GroupUse is a group as one plan uses it: who is meant by it, and where it stands.
type GroupUse struct {
	GroupID  uuid.UUID   `json:"group_id" format:"uuid"`
	Name     string      `json:"name" example:"Các cơ quan, đơn vị liên quan"`
	ByHand   bool        `json:"by_hand"`
	Settled  bool        `json:"settled"` // someone picked its members or marked it empty; a group by kind always is
	Empty    bool        `json:"empty"`   // settled, and nobody is meant
	Agencies []AgencyRef `json:"agencies"`
	UsedAt   []string    `json:"used_at" example:"/tasks/0/coordinators/0"` // JSON pointers into the plan
} // @name PlanGroup

// Resolution is every group of a plan as it stands on a day; the one of the day of issuing is kept.
type Resolution []GroupUse

// Agencies gives the agencies that a list of parties means, each once, in the list's order.
func (r Resolution) Agencies(parties []Party) []AgencyRef {
	var list []AgencyRef
	add := func(a AgencyRef) {
		if !contains(list, a.ID) {
			list = append(list, a)
		}
	}
	for _, p := range parties {
		if p.AgencyID != nil {
			add(AgencyRef{ID: *p.AgencyID, Name: p.Agency})
		}
		for _, use := range r {
			if p.GroupID != nil && use.GroupID == *p.GroupID {
				for _, a := range use.Agencies {
					add(a)
				}
			}
		}
	}
	return list
}

func (r Resolution) unsettledAt() []string {
	var places []string
	for _, use := range r {
		if !use.Settled {
			places = append(places, use.UsedAt...)
		}
	}
	return places
}

func contains(list []AgencyRef, id uuid.UUID) bool {
	return slices.ContainsFunc(list, func(a AgencyRef) bool { return a.ID == id })
}

// resolve says who is meant by each group of a plan: by kind those below the plan's issuer on a day; by hand the plan's own choice, else
// the group's usual members that are that issuer's own: a group is common to all committees, its members are each one's own.
func resolve(tx *gorm.DB, p *Plan, below []agency.Agency) (Resolution, error) {
	picked, groups, err := known(tx, p)
	if err != nil {
		return nil, err
	}
	usual, err := usualMembers(tx, p.IssuerID, groups)
	if err != nil {
		return nil, err
	}
	uses := Resolution{}
	for pointer, party := range p.parties() {
		if party.GroupID == nil {
			continue
		}
		i := slices.IndexFunc(uses, func(u GroupUse) bool { return u.GroupID == *party.GroupID })
		if i < 0 {
			i = len(uses)
			use := useOf(groups[*party.GroupID], p.SettledGroups, below, picked, usual)
			use.Name = party.Group
			uses = append(uses, use)
		}
		uses[i].UsedAt = append(uses[i].UsedAt, pointer)
	}
	return uses, nil
}

func usualMembers(tx *gorm.DB, issuerID uuid.UUID, groups map[uuid.UUID]agency.Group) (map[uuid.UUID]agency.Agency, error) {
	own, err := agency.Own(tx, issuerID)
	if err != nil {
		return nil, err
	}
	var ids []uuid.UUID
	for _, g := range groups {
		for _, id := range g.MemberIDs {
			if own(id) {
				ids = append(ids, id)
			}
		}
	}
	return agency.ByID(tx, distinct(ids))
}

func useOf(g agency.Group, settled []SettledGroup, below []agency.Agency, picked, usual map[uuid.UUID]agency.Agency) GroupUse {
	use := GroupUse{GroupID: g.ID, ByHand: g.ByHand, Agencies: []AgencyRef{}, UsedAt: []string{}}
	choice := slices.IndexFunc(settled, func(s SettledGroup) bool { return s.GroupID == g.ID })
	switch {
	case !g.ByHand:
		for _, a := range below {
			if slices.Contains(g.Kinds, a.Kind) {
				use.Agencies = append(use.Agencies, AgencyRef{ID: a.ID, Name: a.Name})
			}
		}
		use.Settled = true
	case choice >= 0:
		use.Agencies, use.Settled = refs(settled[choice].AgencyIDs, picked), true
	default:
		use.Agencies = refs(g.MemberIDs, usual)
		use.Settled = len(use.Agencies) > 0
	}
	use.Empty = use.Settled && len(use.Agencies) == 0
	return use
}

func refs(ids []uuid.UUID, known map[uuid.UUID]agency.Agency) []AgencyRef {
	list := []AgencyRef{}
	for _, id := range ids {
		if a, exists := known[id]; exists && !contains(list, id) {
			list = append(list, AgencyRef{ID: id, Name: a.Name})
		}
	}
	return list
}
