// Package agency is the register of offices: who exists, under whom, since when, and by which names documents call them.
package agency

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/lifecycle"
	"lantoa/internal/record"
)

// Kind is what sort of body an agency is; an open list, kept as data ("office", "ward", "union", …).
type Kind string

// The kinds that rules of the program name.
const (
	ProvincialCommittee Kind = "provincial_committee" // UBND tỉnh
	TownCommittee       Kind = "town_committee"       // UBND thị xã, huyện, thành phố
	Ward                Kind = "ward"                 // UBND phường
	Commune             Kind = "commune"              // UBND xã
)

// IsCommittee reports whether agencies of this kind issue plans of their own (a People's Committee).
func (k Kind) IsCommittee() bool {
	return strings.HasSuffix(string(k), "_committee") || k.IsCommune()
}

// IsCommune reports whether it is the lowest tier: a ward or a commune.
func (k Kind) IsCommune() bool { return k == Ward || k == Commune }

// CommunesFirst is the SQL order in which offices name agencies, by the columns of their kind and name: wards and communes first.
func CommunesFirst(kind, name string) string {
	return kind + " NOT IN ('" + string(Ward) + "', '" + string(Commune) + "'), " + name + ` COLLATE "vi-x-icu"`
}

// CommunesFirstOrder is the same order as one text, by which agencies are paged.
func CommunesFirstOrder() db.Order {
	return db.Order{Expr: `(CASE WHEN agencies.kind IN ('` + string(Ward) + `', '` + string(Commune) + `') THEN '0' ELSE '1' END || agencies.name) COLLATE "vi-x-icu"`, Type: "text"}
}

// Agency is one office, committee or union.
type Agency struct {
	record.Meta
	Name           string     `json:"name" example:"UBND xã Phổ An"`
	ShortName      string     `json:"short_name" example:"Xã Phổ An"` // as screens call it
	Aliases        []string   `json:"aliases" gorm:"serializer:json"` // other spellings found in documents
	Kind           Kind       `json:"kind" example:"commune"`
	Code           *string    `json:"code" extensions:"x-nullable" example:"21442"` // the state's code of that time; reused, so never a key
	ParentID       *uuid.UUID `json:"parent_id" format:"uuid" extensions:"x-nullable"`
	Email          string     `json:"email"`
	Phone          string     `json:"phone"`
	ValidFrom      *day.Day   `json:"valid_from" swaggertype:"string" format:"date" extensions:"x-nullable"`
	ValidTo        *day.Day   `json:"valid_to" swaggertype:"string" format:"date" extensions:"x-nullable"` // the last day
	State          State      `json:"state" gorm:"-"`                                                      // derived from the dates
	AllowedActions []string   `json:"allowed_actions" gorm:"-"`
} // @name Agency

// State says whether an agency exists today; derived from its dates, never stored.
type State string

// The states.
const (
	Active    State = "active"
	Abolished State = "abolished"
	Planned   State = "planned"
)

// Input is what an administrator enters.
type Input struct {
	Name      string     `json:"name" example:"UBND xã Phổ An"`
	ShortName string     `json:"short_name"`
	Aliases   []string   `json:"aliases"`
	Kind      Kind       `json:"kind" example:"commune"`
	Code      *string    `json:"code" extensions:"x-nullable"`
	ParentID  *uuid.UUID `json:"parent_id" format:"uuid" extensions:"x-nullable"`
	Email     string     `json:"email"`
	Phone     string     `json:"phone"`
	ValidFrom *day.Day   `json:"valid_from" swaggertype:"string" format:"date" extensions:"x-nullable"`
	ValidTo   *day.Day   `json:"valid_to" swaggertype:"string" format:"date" extensions:"x-nullable"`
} // @name AgencyInput

var life = lifecycle.Table[Agency, State]{ //nolint:gochecknoglobals // the table itself
	State: func(a *Agency) *State { return &a.State },
	Steps: []lifecycle.Step[Agency, State]{
		{Verb: "edit", From: []State{Active, Abolished, Planned}, Action: access.AgencyWrite},
	},
}

// Input gives what may be edited, as it stands.
func (a *Agency) Input() Input {
	return Input{Name: a.Name, ShortName: a.ShortName, Aliases: a.Aliases, Kind: a.Kind, Code: a.Code, ParentID: a.ParentID,
		Email: a.Email, Phone: a.Phone, ValidFrom: a.ValidFrom, ValidTo: a.ValidTo}
}

// Edit takes new particulars.
func (a *Agency) Edit(by access.Actor, in Input) error {
	if err := life.Check(a, "edit", by); err != nil {
		return err
	}
	if err := in.check(); err != nil {
		return err
	}
	if in.ParentID != nil && *in.ParentID == a.ID {
		return fault.AtField("/parent_id", "agency.own_parent")
	}
	if in.ShortName == "" {
		in.ShortName = in.Name
	}
	if in.Aliases == nil {
		in.Aliases = []string{}
	}
	a.Name, a.ShortName, a.Aliases, a.Kind, a.Code, a.ParentID = in.Name, in.ShortName, in.Aliases, in.Kind, in.Code, in.ParentID
	a.Email, a.Phone, a.ValidFrom, a.ValidTo = in.Email, in.Phone, in.ValidFrom, in.ValidTo
	return nil
}

// ValidOn reports whether the agency exists on a day.
func (a *Agency) ValidOn(on day.Day) bool { return a.stateOn(on) == Active }

func (a *Agency) stateOn(on day.Day) State {
	switch {
	case a.ValidTo != nil && a.ValidTo.Before(on):
		return Abolished
	case a.ValidFrom != nil && a.ValidFrom.After(on):
		return Planned
	}
	return Active
}

func (a *Agency) dress(by access.Actor, today day.Day) {
	a.State = a.stateOn(today)
	a.AllowedActions = life.Allowed(a, by)
	if a.Aliases == nil {
		a.Aliases = []string{}
	}
}

var kindForm = regexp.MustCompile(`^[a-z][a-z_]{1,39}$`)

// The lengths follow Decree 30/2020/NĐ-CP, appendix VI: 200 signs for an agency's name.
const (
	nameLength    = 200
	contactLength = 100
	listLength    = 100
)

func (in *Input) check() error {
	var c fault.Check
	checkName(&c, in.Name, "/name")
	c.Length(in.ShortName, nameLength, "/short_name")
	checkAliases(&c, in.Aliases)
	c.Require(kindForm.MatchString(string(in.Kind)), "/kind", "input.unknown_value")
	if in.Code != nil {
		c.Length(*in.Code, 20, "/code")
	}
	c.Length(in.Email, contactLength, "/email")
	c.Length(in.Phone, contactLength, "/phone")
	c.Require(in.ValidFrom == nil || in.ValidTo == nil || !in.ValidTo.Before(*in.ValidFrom), "/valid_to", "input.order")
	return c.Err()
}

func checkName(c *fault.Check, name, pointer string) {
	c.Require(strings.TrimSpace(name) != "", pointer, "input.required")
	c.Length(name, nameLength, pointer)
}

func checkAliases(c *fault.Check, aliases []string) {
	c.Count(len(aliases), listLength, "/aliases")
	for i, alias := range aliases[:min(len(aliases), listLength)] {
		checkName(c, alias, "/aliases/"+strconv.Itoa(i))
	}
}

// Life is what may happen to an agency, for the documentation.
func Life() []lifecycle.Row { return life.Rows() }
