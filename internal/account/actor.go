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

// entitled is what the rows of this moment say of an account: what it may do, for whom, and whether it must change its password first.
type entitled struct {
	AgencyID           uuid.UUID
	Role               access.Role
	Position           access.Position
	MustChangePassword bool
	Kind               agency.Kind
	ParentID           *uuid.UUID
}

const entitledSQL = `SELECT a.agency_id, a.role, a.position, a.must_change_password, g.kind, g.parent_id
	FROM accounts a JOIN agencies g ON g.id = a.agency_id
	WHERE a.id = ? AND a.state = ? AND (g.valid_from IS NULL OR g.valid_from <= ?) AND (g.valid_to IS NULL OR g.valid_to >= ?)`

const liveSQL = " AND EXISTS (SELECT 1 FROM sessions s WHERE s.account_id = a.id AND s.id = ? AND s.ended_at IS NULL AND s.expires_at > ? AND s.used_at > ?)"

// Actor gives who asks with a live session, as the rows of this moment say, whatever the token said when it was issued.
// access.unauthenticated (401) when the session has ended, the account is disabled or its agency no longer exists.
func (s *Store) Actor(ctx context.Context, accountID, sessionID uuid.UUID) (by access.Actor, mustChange bool, err error) {
	now := s.Machine.Now()
	return s.entitle(db.Conn(ctx, s.DB), accountID, sessionID, liveSQL, sessionID, now, now.Add(-s.Terms.Idle))
}

func (s *Store) actor(tx *gorm.DB, accountID, sessionID uuid.UUID) (by access.Actor, mustChange bool, err error) {
	return s.entitle(tx, accountID, sessionID, "")
}

// entitle reads the rows.
func (s *Store) entitle(tx *gorm.DB, accountID, sessionID uuid.UUID, also string, args ...any) (by access.Actor, mustChange bool, err error) {
	today := s.Clock.Today()
	var e entitled
	err = db.Take(tx.Raw(entitledSQL+also, append([]any{accountID, Active, today, today}, args...)...), &e)
	switch {
	case fault.KindOf(err) == fault.NotFound:
		return access.Actor{}, false, fault.New(fault.Unauthenticated, "access.unauthenticated")
	case err != nil:
		return access.Actor{}, false, err
	}
	return access.Actor{
		AccountID: accountID, SessionID: sessionID, AgencyID: e.AgencyID, ScopeID: e.scope(), Role: e.Role, Position: e.Position,
	}, e.MustChangePassword, nil
}

// scope gives the committee under which the account works: a committee's own offices work under it, a commune under the one above.
func (e entitled) scope() uuid.UUID {
	if e.ParentID == nil || (e.Kind.IsCommittee() && e.Role != access.Commune) {
		return e.AgencyID
	}
	return *e.ParentID
}
