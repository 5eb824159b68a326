package account

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/db"
	"lantoa/internal/fault"
)

// entitled is what the rows of this moment say of an account: what it may do, for whom, and whether it must change its password first.
type entitled struct {
	AccountID          uuid.UUID
	AgencyID           uuid.UUID
	Role               access.Role
	Position           access.Position
	MustChangePassword bool
	Kind               agency.Kind
	ParentID           *uuid.UUID
}

// Actor gives who asks with a live session, as the rows of this moment say, whatever the token said when it was issued.
// access.unauthenticated (401) when the session has ended, the account is disabled or its agency no longer exists.
func (s *Store) Actor(ctx context.Context, accountID, sessionID uuid.UUID) (by access.Actor, mustChange bool, err error) {
	now := s.Machine.Now()
	return s.actor(db.Conn(ctx, s.DB).
		Joins("JOIN sessions s ON s.account_id = a.id").
		Where("s.id = ? AND s.ended_at IS NULL AND s.expires_at > ? AND s.used_at > ?", sessionID, now, now.Add(-s.Terms.Idle)),
		accountID, sessionID)
}

func (s *Store) actor(tx *gorm.DB, accountID, sessionID uuid.UUID) (by access.Actor, mustChange bool, err error) {
	today := s.Clock.Today()
	var row entitled
	err = tx.Table("accounts a").
		Joins("JOIN agencies g ON g.id = a.agency_id").
		Select("a.id AS account_id, a.agency_id, a.role, a.position, a.must_change_password, g.kind, g.parent_id").
		Where("a.id = ? AND a.state = ?", accountID, Active).
		Where("((g.valid_from IS NULL OR g.valid_from <= ?) AND (g.valid_to IS NULL OR g.valid_to >= ?))", today, today).
		Take(&row).Error
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound):
		return access.Actor{}, false, fault.New(fault.Unauthenticated, "access.unauthenticated")
	case err != nil:
		return access.Actor{}, false, err
	}
	return access.Actor{
		AccountID: row.AccountID, SessionID: sessionID, AgencyID: row.AgencyID, ScopeID: row.scope(), Role: row.Role, Position: row.Position,
	}, row.MustChangePassword, nil
}

// scope gives the committee under which the account works: a committee's own offices work under it, a commune under the one above.
func (e entitled) scope() uuid.UUID {
	if e.ParentID == nil || (e.Kind.IsCommittee() && e.Role != access.Commune) {
		return e.AgencyID
	}
	return *e.ParentID
}
