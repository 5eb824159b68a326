package account

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/db"
	"lantoa/internal/fault"
)

// NewPassword is the password as it is, and the one that takes its place.
type NewPassword struct {
	Current string `json:"current" format:"password"`
	New     string `json:"new" format:"password" example:"một câu dài dễ nhớ"`
} // @name NewPassword

// Office is an agency as its people name it.
type Office struct {
	ID        uuid.UUID   `json:"id" format:"uuid"`
	Name      string      `json:"name" example:"UBND xã Phổ An"`
	ShortName string      `json:"short_name" example:"Xã Phổ An"`
	Kind      agency.Kind `json:"kind" example:"commune"`
} // @name Office

// Profile is the actor's own account, its agency, and the committee under which it works.
type Profile struct {
	Account Account `gorm:"embedded"`
	Agency  Office  `gorm:"embedded;embeddedPrefix:own_"`
	Scope   Office  `gorm:"embedded;embeddedPrefix:scope_"`
}

// Profile gives who the actor is, in one query.
func (s *Store) Profile(ctx context.Context, by access.Actor) (*Profile, error) {
	p := &Profile{}
	err := db.Take(db.Conn(ctx, s.DB).Raw(`SELECT a.*, own.id AS own_id, own.name AS own_name, own.short_name AS own_short_name, own.kind AS own_kind,
			scope.id AS scope_id, scope.name AS scope_name, scope.short_name AS scope_short_name, scope.kind AS scope_kind
		FROM accounts a JOIN agencies own ON own.id = a.agency_id JOIN agencies scope ON scope.id = ? WHERE a.id = ?`, by.ScopeID, by.AccountID), p)
	if err != nil {
		return nil, err
	}
	p.Account.dress(by, s.Machine.Now())
	return p, nil
}

// ChangePassword puts a new password in the place of the actor's own; its other sessions end. A wrong current one counts
// towards the lock of this session, and while locked every one is account.password_wrong (422).
func (s *Store) ChangePassword(ctx context.Context, by access.Actor, in NewPassword) error {
	known, err := s.find(db.Conn(ctx, s.DB), by, by.AccountID)
	if err != nil {
		return err
	}
	if err := s.Passwords.Check("/new", in.New, known.Username); err != nil {
		return err
	}
	if in.New == in.Current {
		return fault.AtField("/new", "account.password_same")
	}
	right, err := s.Passwords.Matches(ctx, in.Current, known.PasswordHash)
	if err != nil {
		return err
	}
	hash, err := s.Passwords.Hash(ctx, in.New)
	if err != nil {
		return err
	}
	verdict, err := db.InTx(ctx, s.DB, func(tx *gorm.DB) (Verdict, error) { return s.replace(tx, by, *known, right, hash) })
	if err == nil && verdict != Admitted { // the refusal itself is kept: it counts
		return fault.AtField("/current", "account.password_wrong")
	}
	return err
}

func (s *Store) replace(tx *gorm.DB, by access.Actor, known Account, right bool, hash string) (Verdict, error) {
	a, verdict, err := s.try(tx, known, right, "session "+by.SessionID.String())
	if err != nil || verdict != Admitted {
		return verdict, err
	}
	before := *a
	a.PasswordHash, a.MustChangePassword = hash, false
	if err := endSessions(tx, a.ID, by.SessionID, s.Machine.Now()); err != nil {
		return verdict, err
	}
	return verdict, s.save(tx, by, "account.password_changed", &before, a)
}
