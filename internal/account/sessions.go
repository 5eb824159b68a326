package account

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/db"
	"lantoa/internal/fault"
)

// Refresh goes on with a session and gives its next refresh token. A token that was used before, longer ago than the grace, tells that
// two hold the session, one of them a thief: it ends at once, session.reused (401). session.ended (401) when it has ended, or its account may
// no longer come in; also for a token that this session never gave, which changes nothing: its id is no secret.
func (s *Store) Refresh(ctx context.Context, token string) (*Login, error) {
	id, secret, err := parseRefresh(token)
	if err != nil {
		return nil, err
	}
	login, err := db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Login, error) {
		session, err := s.liveSession(db.Lock(tx), id)
		if err != nil {
			return nil, err
		}
		refresh := session.rotate(secret, s.Machine.Now(), s.Terms.Grace)
		if refresh == "" && !session.gave(secret) {
			return nil, hasEnded()
		}
		if refresh == "" {
			return nil, s.end(tx, access.Actor{}, "session.reused", session)
		}
		return s.goOn(tx, session, refresh)
	})
	if err == nil && login == nil { // the end itself is kept
		return nil, fault.New(fault.Unauthenticated, "session.reused")
	}
	return login, err
}

// goOn writes no event: that a session is in use is no change of anything.
func (s *Store) goOn(tx *gorm.DB, session *Session, refresh string) (*Login, error) {
	by, mustChange, err := s.actor(tx, session.AccountID, session.ID)
	if fault.KindOf(err) == fault.Unauthenticated {
		return nil, hasEnded()
	}
	if err != nil {
		return nil, err
	}
	if err := tx.Model(session).Select("secret_hash", "used_hash", "used_at").Updates(session).Error; err != nil {
		return nil, err
	}
	return &Login{Actor: by, Session: *session, Refresh: refresh, MustChangePassword: mustChange}, nil
}

// SignOut ends the session that a refresh token belongs to; one that is unknown, old or ended changes nothing.
func (s *Store) SignOut(ctx context.Context, token string) error {
	id, secret, err := parseRefresh(token)
	if err != nil {
		return nil //nolint:nilerr // nothing to end
	}
	_, err = db.InTx(ctx, s.DB, func(tx *gorm.DB) (struct{}, error) {
		session, err := s.liveSession(db.Lock(tx), id)
		if err != nil || !session.holds(secret) && !session.held(secret, s.Machine.Now(), s.Terms.Grace) {
			return struct{}{}, ignoreUnauthenticated(err)
		}
		by, _, err := s.actor(tx, session.AccountID, session.ID)
		if err := ignoreUnauthenticated(err); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.end(tx, by, "session.ended", session)
	})
	return err
}

// SessionOrders is how the list of one's sessions may be sorted.
func SessionOrders() db.Orders {
	return db.Orders{Own: "-created_at", By: map[string]db.Order{
		"created_at": {Expr: "sessions.created_at", Type: "timestamptz"},
	}}
}

// Sessions lists the actor's own live sessions, the latest first.
func (s *Store) Sessions(ctx context.Context, by access.Actor, page db.Page) (db.Items[Session], error) {
	now := s.Machine.Now()
	q := db.Conn(ctx, s.DB).Where("sessions.account_id = ? AND sessions.ended_at IS NULL", by.AccountID).
		Where("sessions.expires_at > ? AND sessions.used_at > ?", now, now.Add(-s.Terms.Idle))
	out, err := db.List[Session](q, "sessions", page, SessionOrders())
	for i := range out.Items {
		out.Items[i].Current = out.Items[i].ID == by.SessionID
	}
	return out, err
}

// EndSession ends one of the actor's own live sessions; resource.not_found (404) for any other.
func (s *Store) EndSession(ctx context.Context, by access.Actor, id uuid.UUID) error {
	_, err := db.InTx(ctx, s.DB, func(tx *gorm.DB) (struct{}, error) {
		session, err := s.liveSession(db.Lock(tx).Where("account_id = ?", by.AccountID), id)
		if fault.KindOf(err) == fault.Unauthenticated {
			err = fault.NewNotFound("resource.not_found")
		}
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.end(tx, by, "session.ended", session)
	})
	return err
}

func (s *Store) liveSession(tx *gorm.DB, id uuid.UUID) (*Session, error) {
	session := &Session{}
	err := tx.Where("id = ?", id).Take(session).Error
	if errors.Is(err, gorm.ErrRecordNotFound) || (err == nil && !session.live(s.Machine.Now(), s.Terms)) {
		return nil, hasEnded()
	}
	return session, err
}

func (s *Store) end(tx *gorm.DB, by access.Actor, did string, session *Session) error {
	now := s.Machine.Now()
	session.EndedAt = &now
	if err := tx.Model(session).Select("ended_at").Updates(session).Error; err != nil {
		return err
	}
	after := map[string]any{"account_id": session.AccountID, "device": session.Device}
	return s.tell(tx, by, did, "session", session.ID, nil, after)
}

func ignoreUnauthenticated(err error) error {
	if fault.KindOf(err) == fault.Unauthenticated {
		return nil
	}
	return err
}
