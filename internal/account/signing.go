package account

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/fault"
)

// SigningIn is a username and its password.
type SigningIn struct {
	Username string `json:"username" example:"pho-an"`
	Password string `json:"password" example:"một câu dài dễ nhớ" format:"password"`
} // @name SigningIn

// Login is what a device holds after signing in or refreshing.
type Login struct {
	Actor              access.Actor
	Session            Session
	Refresh            string // the refresh token, to be shown once at the next refresh
	MustChangePassword bool
}

// From says where someone signs in from.
type From struct {
	Device string // browser and system
	Place  string // of the network: PlaceOf its address
}

// SignIn begins a session on a device. Every refusal is the same session.refused (401): a wrong password, a name that is
// not known, an account that is locked there or disabled; none is told from another, neither by its words nor by its time.
func (s *Store) SignIn(ctx context.Context, in SigningIn, from From) (*Login, error) {
	name := FoldUsername(in.Username)
	if err := s.slowness().wait(ctx, name, s.Machine.Now(), s.Limits); err != nil {
		return nil, err
	}
	known, err := s.named(ctx, name)
	if err != nil {
		return nil, err
	}
	right, err := s.Passwords.Matches(ctx, in.Password, known.PasswordHash) // slow, so before the transaction
	if err != nil {
		return nil, err
	}
	login, err := db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Login, error) { return s.admit(tx, known, right, from) })
	if err == nil {
		s.slowness().tried(name, login != nil, s.Machine.Now(), s.Limits)
	}
	if err == nil && login == nil { // the refusal itself is kept: it counts
		return nil, fault.New(fault.Unauthenticated, "session.refused")
	}
	return login, err
}

func (s *Store) named(ctx context.Context, username string) (Account, error) {
	var list []Account
	err := db.Conn(ctx, s.DB).Where("username = ?", username).Limit(1).Find(&list).Error
	if err != nil || len(list) == 0 {
		return Account{}, err
	}
	return list[0], nil
}

func (s *Store) admit(tx *gorm.DB, known Account, right bool, from From) (*Login, error) {
	a, verdict, err := s.try(tx, known, right, from.Place)
	if err != nil || verdict != Admitted {
		return nil, err
	}
	by, mustChange, err := s.actor(tx, a.ID, uuid.Nil)
	if fault.KindOf(err) == fault.Unauthenticated { // its agency no longer exists
		return nil, s.tell(tx, access.Actor{}, "session.refused", "account", a.ID, a, map[string]any{"verdict": Barred})
	}
	if err != nil {
		return nil, err
	}
	now := s.Machine.Now()
	session, refresh := newSession(a.ID, from.Device, now, s.Terms)
	a.SignedInAt, by.SessionID = &now, session.ID
	if err := tx.Model(a).Select("signed_in_at").Updates(a).Error; err != nil {
		return nil, err
	}
	if err := tx.Create(session).Error; err != nil {
		return nil, err
	}
	login := &Login{Actor: by, Session: *session, Refresh: refresh, MustChangePassword: mustChange}
	return login, s.tell(tx, by, "session.started", "session", session.ID, a, map[string]any{"device": session.Device})
}

// try judges a password that was compared before, and keeps the count of its place. However many are compared side by side, they are
// judged one after the other: none beyond the limit is told right from wrong.
func (s *Store) try(tx *gorm.DB, known Account, right bool, place string) (*Account, Verdict, error) {
	a := &Account{}
	if known.ID == uuid.Nil {
		return a, Wrong, s.tell(tx, access.Actor{}, "session.refused", "account", uuid.Nil, nil, map[string]any{"verdict": "unknown"})
	}
	if err := db.Lock(tx).Where("id = ?", known.ID).Take(a).Error; err != nil {
		return nil, "", db.Fault(err)
	}
	right = right && a.PasswordHash == known.PasswordHash // it may have been changed since
	verdict, err := s.judge(tx, a, right, place)
	if err != nil {
		return nil, "", err
	}
	switch verdict {
	case Admitted:
		return a, verdict, nil
	case Locking:
		return a, verdict, s.tell(tx, access.Actor{}, "session.locked", "account", a.ID, a, map[string]any{"locked_until": a.LockedUntil})
	default:
		return a, verdict, s.tell(tx, access.Actor{}, "session.refused", "account", a.ID, a, map[string]any{"verdict": verdict})
	}
}

// judge keeps the count, and on the account, for administrators to see, until when it is locked for some place.
func (s *Store) judge(tx *gorm.DB, a *Account, right bool, place string) (Verdict, error) {
	t, err := trial(tx, a.ID, place)
	if err != nil {
		return "", err
	}
	verdict := t.Try(a.State, right, s.Machine.Now(), s.Limits)
	if verdict == Locking {
		a.LockedUntil = t.LockedUntil
		if err := tx.Model(a).Select("locked_until").Updates(a).Error; err != nil {
			return "", err
		}
	}
	if verdict == Barred || verdict == Locked {
		return verdict, nil
	}
	return verdict, t.keep(tx)
}

// tell records what happened to a way in. It never says what was typed: a password typed as a name would stand in the log.
func (s *Store) tell(tx *gorm.DB, by access.Actor, did, noun string, id uuid.UUID, a *Account, after any) error {
	entry := event.Entry{Did: did, Noun: noun, ID: id, Audience: event.ForAdmin, After: after}
	if a != nil {
		entry.AgencyID = &a.AgencyID
	}
	if err := event.Record(tx, s.Clock, by, entry); err != nil {
		return fmt.Errorf("record %s: %w", did, err)
	}
	return nil
}
