package account

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/fault"
	"lantoa/internal/record"
	"lantoa/internal/wire"
)

// Store remembers accounts and sessions.
type Store struct {
	DB        *gorm.DB
	Clock     clock.Clock // the office's time: records and the log
	Machine   clock.Clock // the machine's time: locks and sessions, which no business day may prolong
	Passwords *Passwords
	Limits    Limits
	Terms     Terms

	slowOnce sync.Once
	slow     *slowness
}

// slowness is this process's own count of wrong passwords by name.
func (s *Store) slowness() *slowness {
	s.slowOnce.Do(func() { s.slow = newSlowness() })
	return s.slow
}

// Filter narrows the list of accounts; zero values do not.
type Filter struct {
	Q        string // words of the username or of the agency's name
	AgencyID *uuid.UUID
	Role     access.Role
	State    State
}

// Orders is how the list of accounts may be sorted.
func Orders() db.Orders {
	return db.Orders{Own: "username", By: map[string]db.Order{
		"username":   {Expr: `accounts.username COLLATE "C"`, Type: "text"},
		"created_at": {Expr: "accounts.created_at", Type: "timestamptz"},
	}}
}

// List gives accounts by username.
func (s *Store) List(ctx context.Context, by access.Actor, f Filter, page db.Page) (db.Items[Account], error) {
	q := visibleTo(db.Conn(ctx, s.DB), by)
	q = db.Matching(q, "(SELECT fold(accounts.username) || ' ' || g.folded FROM agencies g WHERE g.id = accounts.agency_id)", f.Q)
	if f.AgencyID != nil {
		q = q.Where("accounts.agency_id = ?", *f.AgencyID)
	}
	if f.Role != "" {
		q = q.Where("accounts.role = ?", f.Role)
	}
	if f.State != "" {
		q = q.Where("accounts.state = ?", f.State)
	}
	out, err := db.List[Account](q, "accounts", page, Orders())
	for i := range out.Items {
		out.Items[i].dress(by, s.Machine.Now())
	}
	return out, err
}

// Find gives one account; resource.not_found (404) for one that the actor does not see.
func (s *Store) Find(ctx context.Context, by access.Actor, id uuid.UUID) (*Account, error) {
	return s.find(db.Conn(ctx, s.DB), by, id)
}

// Create opens an account with a first password, told this once, that must be changed at the first signing in.
func (s *Store) Create(ctx context.Context, by access.Actor, in Input, first *FirstPassword) (*Credentials, error) {
	a, err := s.open(ctx, by, in, first.hash, true)
	if err != nil {
		return nil, err
	}
	return &Credentials{Account: *a, InitialPassword: first.word}, nil
}

// Open opens an account with a password that the caller chose: the demonstration's.
func (s *Store) Open(ctx context.Context, by access.Actor, in Input, password string, mustChange bool) (*Account, error) {
	hash, err := s.Passwords.Hash(ctx, password)
	if err != nil {
		return nil, err
	}
	return s.open(ctx, by, in, hash, mustChange)
}

func (s *Store) open(ctx context.Context, by access.Actor, in Input, hash string, mustChange bool) (*Account, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Account, error) {
		a := &Account{Meta: record.NewMeta(s.Clock.Now()), State: Active, PasswordHash: hash, MustChangePassword: mustChange}
		if err := a.Edit(by, in); err != nil {
			return nil, err
		}
		if err := writing(tx.Create(a).Error); err != nil {
			return nil, err
		}
		a.dress(by, s.Machine.Now())
		return a, s.record(tx, by, "account.created", a, nil, a)
	})
}

// Change edits an account with a merge patch, made from version v.
func (s *Store) Change(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, patch wire.Patch) (*Account, error) {
	return s.do(ctx, by, id, v, "account.changed", func(_ *gorm.DB, a *Account) error {
		in, err := wire.Onto(patch, a.Input())
		if err != nil {
			return err
		}
		return a.Edit(by, in)
	})
}

// Disable ends an account's way in, and all its sessions at once.
func (s *Store) Disable(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) (*Account, error) {
	return s.do(ctx, by, id, v, "account.disabled", func(tx *gorm.DB, a *Account) error {
		if err := a.Disable(by); err != nil {
			return err
		}
		return endSessions(tx, a.ID, uuid.Nil, s.Machine.Now())
	})
}

// Enable opens the way in again, with the password as it was.
func (s *Store) Enable(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) (*Account, error) {
	return s.do(ctx, by, id, v, "account.enabled", func(tx *gorm.DB, a *Account) error {
		if err := a.Enable(by); err != nil {
			return err
		}
		return unlock(tx, a.ID)
	})
}

// ResetPassword gives a first password, told this once; all sessions end at once.
func (s *Store) ResetPassword(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, first *FirstPassword) (*Credentials, error) {
	a, err := s.do(ctx, by, id, v, "account.password_reset", func(tx *gorm.DB, a *Account) error {
		if err := a.ResetPassword(by, first.hash); err != nil {
			return err
		}
		if err := unlock(tx, a.ID); err != nil {
			return err
		}
		return endSessions(tx, a.ID, uuid.Nil, s.Machine.Now())
	})
	if err != nil {
		return nil, err
	}
	return &Credentials{Account: *a, InitialPassword: first.word}, nil
}

// do is one verb of an administrator: find and hold, match the version, ask the noun, save with its event.
func (s *Store) do(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, did string, verb func(*gorm.DB, *Account) error) (*Account, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Account, error) {
		a, err := s.find(db.Lock(tx), by, id)
		if err != nil {
			return nil, err
		}
		if err := a.Match(v); err != nil {
			return nil, err
		}
		before := *a
		if err := verb(tx, a); err != nil {
			return nil, err
		}
		return a, s.save(tx, by, did, &before, a)
	})
}

func (s *Store) save(tx *gorm.DB, by access.Actor, did string, before, a *Account) error {
	a.Touch(s.Clock.Now())
	if err := writing(tx.Select("*").Updates(a).Error); err != nil {
		return err
	}
	a.dress(by, s.Machine.Now())
	return s.record(tx, by, did, a, before, a)
}

// record keeps an administrator's act; hashes are no part of the account's JSON and so never reach the log.
func (s *Store) record(tx *gorm.DB, by access.Actor, did string, a *Account, before, after any) error {
	err := event.Record(tx, s.Clock, by, event.Entry{
		Did: did, Noun: "account", ID: a.ID, Audience: event.ForAdmin, AgencyID: &a.AgencyID, Before: before, After: after,
	})
	if err != nil {
		return fmt.Errorf("record %s: %w", did, err)
	}
	return nil
}

func (s *Store) find(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Account, error) {
	a := &Account{}
	if err := visibleTo(tx, by).Where("accounts.id = ?", id).Take(a).Error; err != nil {
		return nil, db.Fault(err)
	}
	a.dress(by, s.Machine.Now())
	return a, nil
}

// visibleTo shows an administrator every account, everyone else their own.
func visibleTo(tx *gorm.DB, by access.Actor) *gorm.DB {
	if by.May(access.AccountManage) {
		return tx
	}
	return tx.Where("accounts.id = ?", by.AccountID)
}

// writing names the two mistakes that only the database can see: a username twice, and an agency that does not exist.
func writing(err error) error {
	err = db.Fault(err)
	switch fault.CodeOf(err) {
	case "resource.conflict":
		return fault.NewConflict("account.username_taken").At("/username", "account.username_taken").Because(err)
	case "input.reference":
		return fault.AtField("/agency_id", "input.reference").Because(err)
	}
	return err
}

func endSessions(tx *gorm.DB, accountID, save uuid.UUID, now time.Time) error {
	return tx.Model(&Session{}).Where("account_id = ? AND id <> ? AND ended_at IS NULL", accountID, save).Update("ended_at", now).Error
}
