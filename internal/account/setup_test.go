package account_test

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/clock"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/record"
)

// office is a store at work: its machine clock is moved by hand, its business clock stands still in 2024.
type office struct {
	*account.Store
	machine time.Time
	admin   access.Actor
}

func setup(t *testing.T) *office { return on(t, dbtest.Tx(t)) }

func on(t *testing.T, tx *gorm.DB) *office {
	t.Helper()
	o := &office{machine: clock.System().Now()}
	o.Store = &account.Store{
		DB: tx, Clock: factory.Clock(), Machine: func() time.Time { return o.machine }, Passwords: factory.Passwords(),
		Limits: account.Limits{Failures: 3, Lockout: 10 * time.Minute},
		Terms:  account.Terms{Life: 24 * time.Hour, Idle: time.Hour},
	}
	boss := factory.Account(t, tx, func(a *account.Account) { a.Role = access.Admin })
	o.admin = access.Actor{AccountID: boss.ID, AgencyID: boss.AgencyID, ScopeID: boss.AgencyID, Role: access.Admin, Position: access.Head}
	return o
}

// Create and ResetPassword are the store's, with a fresh first password.
func (o *office) Create(ctx context.Context, by access.Actor, in account.Input) (*account.Credentials, error) {
	first, err := o.Passwords.First(ctx)
	if err != nil {
		return nil, err
	}
	return o.Store.Create(ctx, by, in, first)
}

func (o *office) ResetPassword(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) (*account.Credentials, error) {
	first, err := o.Passwords.First(ctx)
	if err != nil {
		return nil, err
	}
	return o.Store.ResetPassword(ctx, by, id, v, first)
}

func (o *office) signIn(t *testing.T, a *account.Account) *account.Login {
	t.Helper()
	login, err := o.SignIn(t.Context(), account.SigningIn{Username: a.Username, Password: factory.Password}, account.From{Device: "Chrome, Android", Place: here})
	if err != nil {
		t.Fatal(err)
	}
	return login
}

func (o *office) try(t *testing.T, username, password string) error {
	t.Helper()
	return o.tryFrom(t, here, username, password)
}

const here = "203.0.113.7"

func (o *office) tryFrom(t *testing.T, place, username, password string) error {
	t.Helper()
	_, err := o.SignIn(t.Context(), account.SigningIn{Username: username, Password: password}, account.From{Place: place})
	return err
}

// in reports whether a login's session still lets its account in.
func (o *office) in(t *testing.T, login *account.Login) bool {
	t.Helper()
	_, _, err := o.Actor(t.Context(), login.Actor.AccountID, login.Actor.SessionID)
	if err != nil && fault.CodeOf(err) != "access.unauthenticated" {
		t.Fatal(err)
	}
	return err == nil
}

func (o *office) row(t *testing.T, id uuid.UUID) *account.Account {
	t.Helper()
	a, err := o.Find(t.Context(), o.admin, id)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func wantCode(t *testing.T, err error, kind fault.Kind, code string) {
	t.Helper()
	if fault.KindOf(err) != kind || fault.CodeOf(err) != code {
		t.Errorf("got %v, want %s", err, code)
	}
}

type happened struct{ Did, Audience, Changes string }

// happenings gives the log of one noun, in order.
func (o *office) happenings(t *testing.T, id uuid.UUID) []happened {
	t.Helper()
	var list []happened
	if err := o.DB.Table("events").Select("did, audience, changes").Where("noun_id = ?", id).Order("id").Find(&list).Error; err != nil {
		t.Fatal(err)
	}
	return list
}

func dids(list []happened) string {
	names := []string{}
	for _, h := range list {
		names = append(names, h.Did)
	}
	return strings.Join(names, " ")
}

// atOnce does the same thing n times side by side.
func atOnce(n int, do func(i int)) {
	var start, done sync.WaitGroup
	start.Add(1)
	for i := range n {
		done.Go(func() {
			start.Wait()
			do(i)
		})
	}
	start.Done()
	done.Wait()
}

func mustJSON(t *testing.T, v any) string {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func inAgency(id uuid.UUID) func(*account.Account) {
	return func(a *account.Account) { a.AgencyID = id }
}

func ended(a *agency.Agency) {
	last := factory.Clock().Today().AddDays(-1)
	a.ValidTo = &last
}
