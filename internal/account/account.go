// Package account is who may come in: accounts of offices, their passwords, and the sessions in which they work.
package account

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/fault"
	"lantoa/internal/lifecycle"
	"lantoa/internal/record"
)

// State says whether an account may sign in.
type State string

// The states.
const (
	Active   State = "active"
	Disabled State = "disabled"
)

// Account is one way in for an office. It names the office and its duty, never a person.
type Account struct {
	record.Meta
	Username           string          `json:"username" example:"pho-an"`
	AgencyID           uuid.UUID       `json:"agency_id" format:"uuid"`
	Role               access.Role     `json:"role" example:"commune"`
	Position           access.Position `json:"position" example:"head"`
	State              State           `json:"state" example:"active"`
	MustChangePassword bool            `json:"must_change_password"`                                    // until then nothing else is answered
	SignedInAt         *time.Time      `json:"signed_in_at" format:"date-time" extensions:"x-nullable"` // last time, by the machine's clock
	LockedUntil        *time.Time      `json:"locked_until" format:"date-time" extensions:"x-nullable"` // for a place from which too many wrong passwords came
	AllowedActions     []string        `json:"allowed_actions" gorm:"-" example:"edit,disable,reset_password"`
	PasswordHash       string          `json:"-"`
} // @name Account

// Input is what an administrator enters for an account.
type Input struct {
	Username string          `json:"username" example:"pho-an"` // letters, digits, dot, dash, underscore; kept in lower case
	AgencyID uuid.UUID       `json:"agency_id" format:"uuid"`
	Role     access.Role     `json:"role" example:"commune"`
	Position access.Position `json:"position" example:"head"`
} // @name AccountInput

// Credentials is an account with the password it may come in with once; it is told this one time only.
type Credentials struct {
	Account
	InitialPassword string `json:"initial_password" example:"kmpr-7wxh-tn3e-5bqd"`
} // @name AccountCredentials

// life is everything an administrator may do to an account; never to its own, so that an administrator always remains.
var life = lifecycle.Table[Account, State]{ //nolint:gochecknoglobals // the table itself
	State: func(a *Account) *State { return &a.State },
	Steps: []lifecycle.Step[Account, State]{
		{Verb: "edit", From: []State{Active, Disabled}, Action: access.AccountManage, On: another},
		{Verb: "disable", From: []State{Active}, To: Disabled, Action: access.AccountManage, On: another},
		{Verb: "enable", From: []State{Disabled}, To: Active, Action: access.AccountManage, On: another},
		{Verb: "reset_password", From: []State{Active}, Action: access.AccountManage, On: another},
	},
}

func another(a *Account, by access.Actor) bool { return a.ID != by.AccountID }

// Input gives what may be edited, as it stands.
func (a *Account) Input() Input {
	return Input{Username: a.Username, AgencyID: a.AgencyID, Role: a.Role, Position: a.Position}
}

// Edit takes a new name, office or duty; what the account may do changes with its next request.
func (a *Account) Edit(by access.Actor, in Input) error {
	if err := life.Check(a, "edit", by); err != nil {
		return err
	}
	in.Username = FoldUsername(in.Username)
	if err := in.check(); err != nil {
		return err
	}
	a.Username, a.AgencyID, a.Role, a.Position = in.Username, in.AgencyID, in.Role, in.Position
	return nil
}

// Disable ends the account's way in.
func (a *Account) Disable(by access.Actor) error { return life.Move(a, "disable", by) }

// Enable opens the way in again.
func (a *Account) Enable(by access.Actor) error {
	if err := life.Move(a, "enable", by); err != nil {
		return err
	}
	a.LockedUntil = nil
	return nil
}

// ResetPassword gives the account a first password again; it must be changed at the next signing in.
func (a *Account) ResetPassword(by access.Actor, hash string) error {
	if err := life.Check(a, "reset_password", by); err != nil {
		return err
	}
	a.PasswordHash, a.MustChangePassword = hash, true
	a.LockedUntil = nil
	return nil
}

// usernameForm keeps names to signs that every keyboard and log shows alike.
var usernameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{1,49}$`)

// FoldUsername gives a username as it is kept and compared: phones write the first letter large.
func FoldUsername(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

func (in *Input) check() error {
	var c fault.Check
	c.Require(in.Username != "", "/username", "input.required")
	c.Require(in.Username == "" || usernameForm.MatchString(in.Username), "/username", "account.username_form")
	c.Require(in.AgencyID != uuid.Nil, "/agency_id", "input.required")
	c.Require(slices.Contains(access.Roles(), in.Role), "/role", "input.unknown_value")
	c.Require(in.Position == access.Officer || in.Position == access.Head, "/position", "input.unknown_value")
	return c.Err()
}

// dress fills in what is told but not stored; a lock that is over is none.
func (a *Account) dress(by access.Actor, machine time.Time) {
	a.AllowedActions = life.Allowed(a, by)
	if a.LockedUntil != nil && !machine.Before(*a.LockedUntil) {
		a.LockedUntil = nil
	}
}

// Life is what may happen to an account, for the documentation.
func Life() []lifecycle.Row { return life.Rows() }
