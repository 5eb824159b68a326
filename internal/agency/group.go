package agency

import (
	"strconv"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/fault"
	"lantoa/internal/lifecycle"
	"lantoa/internal/record"
)

// Group is a collective name that plans use («UBND các xã, phường»): by kind, or by hand-picked members.
type Group struct {
	record.Meta
	Name           string      `json:"name" example:"UBND các xã, phường"`
	Aliases        []string    `json:"aliases" gorm:"serializer:json"`
	ByHand         bool        `json:"by_hand"`                           // members are picked; else agencies of the kinds under the plan's issuer
	Kinds          []Kind      `json:"kinds" gorm:"serializer:json"`      // empty when by hand
	MemberIDs      []uuid.UUID `json:"member_ids" gorm:"serializer:json"` // usual members of a group by hand, of the caller's committee's own agencies; each plan may pick its own
	State          State       `json:"state" gorm:"-"`
	AllowedActions []string    `json:"allowed_actions" gorm:"-"`
} // @name AgencyGroup

// TableName tells where groups are kept.
func (Group) TableName() string { return "agency_groups" }

// GroupInput is what is entered about a group; the culture office may change the members alone.
type GroupInput struct {
	Name      string      `json:"name"`
	Aliases   []string    `json:"aliases"`
	ByHand    bool        `json:"by_hand"`
	Kinds     []Kind      `json:"kinds"`
	MemberIDs []uuid.UUID `json:"member_ids"`
} // @name AgencyGroupInput

var groupLife = lifecycle.Table[Group, State]{ //nolint:gochecknoglobals // the table itself
	State: func(g *Group) *State { return &g.State },
	Steps: []lifecycle.Step[Group, State]{
		{Verb: "edit", From: []State{Active}, Action: access.GroupWrite},
		{Verb: "pick_members", From: []State{Active}, Action: access.GroupMembers, On: func(g *Group, _ access.Actor) bool { return g.ByHand }},
	},
}

// Input gives what may be edited, as it stands.
func (g *Group) Input() GroupInput {
	return GroupInput{Name: g.Name, Aliases: g.Aliases, ByHand: g.ByHand, Kinds: g.Kinds, MemberIDs: g.MemberIDs}
}

// Edit takes new particulars: all of them from the administration, the members alone from the culture office.
func (g *Group) Edit(by access.Actor, in GroupInput) error {
	if err := groupLife.Check(g, "edit", by); err != nil {
		if g.sameButMembers(in) {
			err = groupLife.Check(g, "pick_members", by)
		}
		if err != nil {
			return err
		}
	}
	if err := in.check(); err != nil {
		return err
	}
	g.Name, g.Aliases, g.ByHand, g.Kinds, g.MemberIDs = in.Name, in.Aliases, in.ByHand, in.Kinds, in.MemberIDs
	return nil
}

func (g *Group) sameButMembers(in GroupInput) bool {
	same := g.Name == in.Name && g.ByHand == in.ByHand && len(g.Aliases) == len(in.Aliases) && len(g.Kinds) == len(in.Kinds)
	for i := 0; same && i < len(g.Aliases); i++ {
		same = g.Aliases[i] == in.Aliases[i]
	}
	for i := 0; same && i < len(g.Kinds); i++ {
		same = g.Kinds[i] == in.Kinds[i]
	}
	return same
}

func (g *Group) dress(by access.Actor) {
	g.State = Active
	g.AllowedActions = groupLife.Allowed(g, by)
	if g.Aliases == nil {
		g.Aliases = []string{}
	}
	if g.Kinds == nil {
		g.Kinds = []Kind{}
	}
	if g.MemberIDs == nil {
		g.MemberIDs = []uuid.UUID{}
	}
}

const memberLimit = 500

func (in *GroupInput) check() error {
	var c fault.Check
	checkName(&c, in.Name, "/name")
	checkAliases(&c, in.Aliases)
	c.Require(in.ByHand || len(in.Kinds) > 0, "/kinds", "agency.group_without_kinds")
	c.Require(!in.ByHand || len(in.Kinds) == 0, "/kinds", "agency.group_by_hand_with_kinds")
	c.Require(in.ByHand || len(in.MemberIDs) == 0, "/member_ids", "agency.group_by_kind_with_members")
	c.Count(len(in.Kinds), listLength, "/kinds")
	c.Count(len(in.MemberIDs), memberLimit, "/member_ids")
	for i, kind := range in.Kinds[:min(len(in.Kinds), listLength)] {
		c.Require(kindForm.MatchString(string(kind)), "/kinds/"+strconv.Itoa(i), "input.unknown_value")
	}
	return c.Err()
}

// GroupLife is what may happen to a group, for the documentation.
func GroupLife() []lifecycle.Row { return groupLife.Rows() }
