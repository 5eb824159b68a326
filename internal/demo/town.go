package demo

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/issuing"
	"lantoa/internal/plan"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// register is what data/agencies.json says of the town.
type register struct {
	Note     string         `json:"note"`
	Agencies []listedAgency `json:"agencies"`
	Groups   []listedGroup  `json:"groups"`
}

type listedAgency struct {
	Name      string          `json:"name"`
	Kind      agency.Kind     `json:"kind"`
	Parent    *string         `json:"parent"` // its name; it stands further up
	ShortName *string         `json:"short_name"`
	Aliases   []string        `json:"aliases"`
	Code      *string         `json:"code"`
	Accounts  []listedAccount `json:"demo_accounts"`
}

type listedAccount struct {
	Username string          `json:"username"`
	Role     access.Role     `json:"role"`
	Position access.Position `json:"position"`
}

type listedGroup struct {
	Name    string        `json:"name"`
	Aliases []string      `json:"aliases"`
	ByKind  []agency.Kind `json:"by_kind"`
	ByHand  bool          `json:"by_hand"`
}

// town is the stores of the demonstration over its own calendar, and who works there.
type town struct {
	calendar    *calendar
	accounts    *account.Store
	agencies    *agency.Store
	plans       *plan.Store
	issuing     *issuing.Act
	assignments *assignment.Store
	rounds      *round.Store
	reports     *report.Store
	actors      map[string]access.Actor // by username
	ids         map[string]uuid.UUID    // of the agencies, by official name
}

// administrator enters the register; it is nobody's account.
var administrator = access.Actor{Role: access.Admin, Position: access.Head} //nolint:gochecknoglobals // a constant that Go cannot write as one

func newTown(tx *gorm.DB, passwords *account.Passwords) *town {
	c := &calendar{}
	now := c.clock()
	plans, rounds := &plan.Store{DB: tx, Clock: now}, &round.Store{DB: tx, Clock: now}
	return &town{
		calendar: c,
		accounts: &account.Store{DB: tx, Clock: now, Machine: clock.System(), Passwords: passwords},
		agencies: &agency.Store{DB: tx, Clock: now},
		plans:    plans, issuing: &issuing.Act{DB: tx, Clock: now, Plans: plans},
		assignments: &assignment.Store{DB: tx, Clock: now},
		rounds:      rounds, reports: &report.Store{DB: tx, Clock: now, Rounds: rounds},
		actors: map[string]access.Actor{}, ids: map[string]uuid.UUID{},
	}
}

// registered is when the town's register is entered: the first working morning before the demonstration's earliest plan.
const registered = "2023-01-03 08:00"

// register enters the register and template unless the demonstration's accounts are there, and learns who works in the town.
func (t *town) register(ctx context.Context) error {
	var listed register
	if err := read("agencies.json", &listed); err != nil {
		return err
	}
	if err := t.calendar.set(registered); err != nil {
		return err
	}
	known, err := t.accounts.List(ctx, administrator, account.Filter{Role: access.Leader}, db.Page{Limit: 1})
	if err != nil {
		return err
	}
	if len(known.Items) == 0 {
		if err := t.enter(ctx, listed); err != nil {
			return err
		}
	}
	return t.meet(ctx)
}

func (t *town) enter(ctx context.Context, listed register) error {
	for _, one := range listed.Agencies {
		if err := t.enterAgency(ctx, one); err != nil {
			return fmt.Errorf("%s: %w", one.Name, err)
		}
	}
	for _, one := range listed.Groups {
		in := agency.GroupInput{Name: one.Name, Aliases: one.Aliases, ByHand: one.ByHand, Kinds: one.ByKind, MemberIDs: []uuid.UUID{}}
		if _, err := t.agencies.CreateGroup(ctx, administrator, in); err != nil {
			return fmt.Errorf("%s: %w", one.Name, err)
		}
	}
	return t.enterTemplate(ctx)
}

func (t *town) enterAgency(ctx context.Context, one listedAgency) error {
	in := agency.Input{Name: one.Name, Aliases: one.Aliases, Kind: one.Kind, Code: one.Code}
	if one.ShortName != nil {
		in.ShortName = *one.ShortName
	}
	if one.Parent != nil {
		in.ParentID = new(t.ids[*one.Parent])
	}
	a, err := t.agencies.Create(ctx, administrator, in)
	if err != nil {
		return err
	}
	t.ids[a.Name] = a.ID
	for _, way := range one.Accounts {
		in := account.Input{Username: way.Username, AgencyID: a.ID, Role: way.Role, Position: way.Position}
		if _, err := t.accounts.Open(ctx, administrator, in, Password, false); err != nil {
			return fmt.Errorf("%s: %w", way.Username, err)
		}
	}
	return nil
}

func (t *town) enterTemplate(ctx context.Context) error {
	var draft round.TemplateDraft
	if err := read("template.json", &draft); err != nil {
		return err
	}
	if err := t.meet(ctx); err != nil {
		return err
	}
	_, err := t.rounds.CreateTemplate(ctx, t.actors["vhtt"], draft)
	return err
}

// meet learns the agencies and who acts for them. Everyone works under the leader's committee.
func (t *town) meet(ctx context.Context) error {
	agencies, err := t.agencies.List(ctx, administrator, agency.Filter{}, db.Page{Limit: 200})
	if err != nil {
		return err
	}
	for _, a := range agencies.Items {
		t.ids[a.Name] = a.ID
	}
	accounts, err := t.accounts.List(ctx, administrator, account.Filter{}, db.Page{Limit: 200})
	if err != nil {
		return err
	}
	var committee uuid.UUID
	for _, a := range accounts.Items {
		if a.Role == access.Leader {
			committee = a.AgencyID
		}
	}
	for _, a := range accounts.Items {
		t.actors[a.Username] = access.Actor{AccountID: a.ID, AgencyID: a.AgencyID, ScopeID: committee, Role: a.Role, Position: a.Position}
	}
	return nil
}
