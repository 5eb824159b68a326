package account

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/db"
)

// DisableIdle ends the way in of accounts that nobody used for so long, and counts them; an administrator enables them again. The
// administrator who was there last stays, so that one always remains. An idle time of 0 or less ends none.
func (s *Store) DisableIdle(ctx context.Context, idle time.Duration) (int, error) {
	if idle <= 0 {
		return 0, nil
	}
	since := s.Machine.Now().Add(-idle)
	ids, err := unused(db.Conn(ctx, s.DB), since)
	n := 0
	for _, id := range ids {
		disabled, errOne := s.disableIdle(ctx, id, since)
		if disabled {
			n++
		}
		err = errors.Join(err, errOne)
	}
	return n, err
}

// lastUse is when the account a was last used or changed.
const lastUse = `greatest(a.updated_at, a.signed_in_at, (SELECT max(used_at) FROM sessions WHERE account_id = a.id))`

// unused gives the accounts that nobody used since, but for the administrator who was there last.
func unused(tx *gorm.DB, since time.Time) (ids []uuid.UUID, err error) {
	err = tx.Raw(`WITH used AS (SELECT a.id, a.role, `+lastUse+` AS at FROM accounts a WHERE a.state = ?)
		SELECT id FROM used WHERE at < ? AND id IS DISTINCT FROM (SELECT id FROM used WHERE role = ? ORDER BY at DESC, id LIMIT 1) ORDER BY id`,
		Active, since, access.Admin).Scan(&ids).Error
	return ids, err
}

// isUnused asks the same of one account. Who was the last administrator need not be asked again: whoever takes that one's place or
// way in meanwhile has been used just now, and stays.
func isUnused(tx *gorm.DB, id uuid.UUID, since time.Time) (is bool, err error) {
	err = tx.Raw(`SELECT EXISTS (SELECT FROM accounts a WHERE a.id = ? AND a.state = ? AND `+lastUse+` < ?)`, id, Active, since).Scan(&is).Error
	return is, err
}

func (s *Store) disableIdle(ctx context.Context, id uuid.UUID, since time.Time) (bool, error) {
	house := access.Actor{Role: access.Admin, Position: access.Head} // nobody's account: the system keeps its own house
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (bool, error) {
		a, err := s.find(db.Lock(tx), house, id)
		if err != nil {
			return false, err
		}
		var held []uuid.UUID // a session that goes on at this moment does so before or not at all
		if err := db.Lock(tx).Model(&Session{}).Where("account_id = ? AND ended_at IS NULL", id).Pluck("id", &held).Error; err != nil {
			return false, err
		}
		if still, err := isUnused(tx, id, since); err != nil || !still {
			return false, err
		}
		before := *a
		if err := a.Disable(house); err != nil {
			return false, err
		}
		if err := endSessions(tx, a.ID, uuid.Nil, s.Machine.Now()); err != nil {
			return false, err
		}
		return true, s.save(tx, house, "account.disabled", &before, a)
	})
}
