package account

import (
	"context"
	"net/netip"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"lantoa/internal/db"
)

// Verdict is how a password that was tried is judged.
type Verdict string

// The verdicts. A caller hears of Admitted alone: which of the others it was would tell that the account exists.
const (
	Admitted Verdict = "admitted"
	Wrong    Verdict = "wrong"
	Locking  Verdict = "locking" // wrong, and the last that was allowed: the account is locked for that place from now on
	Locked   Verdict = "locked"  // not judged at all
	Barred   Verdict = "barred"  // the account is disabled
)

// Limits says how often a password may be wrong in a row, and what follows.
type Limits struct {
	Failures int           // from one place: then the account is locked for that place
	Lockout  time.Duration // so long; wrong passwords that lie as far back count no more
	Slow     int           // from wherever they come: then every attempt on the name waits; 0: never
	Delay    time.Duration // so long
}

// Trial is the wrong passwords in a row for one account from one place.
type Trial struct {
	AccountID   uuid.UUID `gorm:"primaryKey"`
	Place       string    `gorm:"primaryKey"`
	Failures    int
	LockedUntil *time.Time
	TriedAt     time.Time // by the machine's clock
}

// TableName names the table.
func (Trial) TableName() string { return "sign_in_trials" }

// Try judges one password for an account in a state, at an instant of the machine's clock. While locked, right and wrong are the same,
// and neither counts.
func (t *Trial) Try(state State, right bool, now time.Time, limits Limits) Verdict {
	switch {
	case state != Active:
		return Barred
	case t.LockedUntil != nil && now.Before(*t.LockedUntil):
		return Locked
	case right:
		t.Failures, t.LockedUntil = 0, nil
		return Admitted
	}
	if t.LockedUntil != nil || !now.Before(t.TriedAt.Add(limits.Lockout)) {
		t.Failures, t.LockedUntil = 0, nil
	}
	t.Failures, t.TriedAt = t.Failures+1, now
	if t.Failures < limits.Failures {
		return Wrong
	}
	until := now.Add(limits.Lockout)
	t.LockedUntil = &until
	return Locking
}

// PlaceOf gives the place that a network address stands for: itself, or of IPv6 the network of 64 bits that one subscriber holds.
func PlaceOf(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	if ip = ip.Unmap(); ip.Is4() {
		return ip.String()
	}
	network, err := ip.WithZone("").Prefix(64)
	if err != nil {
		return address
	}
	return network.String()
}

// trial gives what is kept of an account's wrong passwords from a place; nothing is a trial without failures.
func trial(tx *gorm.DB, accountID uuid.UUID, place string) (*Trial, error) {
	t := &Trial{AccountID: accountID, Place: place}
	return t, tx.Where("account_id = ? AND place = ?", accountID, place).Limit(1).Find(t).Error
}

// keep writes a trial down, or away once it has no failures.
func (t *Trial) keep(tx *gorm.DB) error {
	if t.Failures == 0 {
		return tx.Where("account_id = ? AND place = ?", t.AccountID, t.Place).Delete(&Trial{}).Error
	}
	return tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(t).Error
}

// unlock opens the account for every place.
func unlock(tx *gorm.DB, accountID uuid.UUID) error {
	return tx.Where("account_id = ?", accountID).Delete(&Trial{}).Error
}

// ForgetTrials drops the wrong passwords that count no more, so that they never become many.
func (s *Store) ForgetTrials(ctx context.Context) error {
	return db.Conn(ctx, s.DB).Where("tried_at <= ?", s.Machine.Now().Add(-s.Limits.Lockout)).Delete(&Trial{}).Error
}
