package account

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"strings"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/fault"
)

// Session is one signing in on one device, until it ends. All its times are the machine's.
type Session struct {
	ID         uuid.UUID  `json:"id" gorm:"primaryKey" format:"uuid"`
	AccountID  uuid.UUID  `json:"-"`
	CreatedAt  time.Time  `json:"created_at" gorm:"autoCreateTime:false" format:"date-time"`
	UsedAt     time.Time  `json:"used_at" format:"date-time"`    // last time it was refreshed
	ExpiresAt  time.Time  `json:"expires_at" format:"date-time"` // then one signs in again, however busy
	EndedAt    *time.Time `json:"-"`
	Device     string     `json:"device" example:"Chrome, Android"` // browser and system, as coarse as that
	Current    bool       `json:"current" gorm:"-"`                 // the one that asks
	SecretHash []byte     `json:"-"`
} // @name Session

// Terms says how long a session may last.
type Terms struct {
	Life time.Duration // from signing in to signing in again
	Idle time.Duration // without a refresh; longer than an access token lives
}

const maxDeviceLength = 120

// newSession begins a session and gives the refresh token that goes to the device; only its hash is kept.
func newSession(accountID uuid.UUID, device string, now time.Time, terms Terms) (*Session, string) {
	if runes := []rune(device); len(runes) > maxDeviceLength {
		device = string(runes[:maxDeviceLength])
	}
	s := &Session{ID: uuid.Must(uuid.NewV7()), AccountID: accountID, CreatedAt: now, ExpiresAt: now.Add(terms.Life), Device: device}
	return s, s.rotate(now)
}

// rotate puts a new secret in the place of the old and gives the refresh token: "<session id>.<secret>".
func (s *Session) rotate(now time.Time) string {
	secret := rand.Text()
	s.SecretHash, s.UsedAt = hashOf(secret), now
	return s.ID.String() + "." + secret
}

// holds reports whether the secret is the one that was given out last.
func (s *Session) holds(secret string) bool {
	return subtle.ConstantTimeCompare(s.SecretHash, hashOf(secret)) == 1
}

func (s *Session) live(now time.Time, terms Terms) bool {
	return s.EndedAt == nil && now.Before(s.ExpiresAt) && now.Before(s.UsedAt.Add(terms.Idle))
}

// hashOf needs no salt and no slowness: the secret is 130 random bits, not a word that someone chose.
func hashOf(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

func parseRefresh(token string) (id uuid.UUID, secret string, err error) {
	head, secret, found := strings.Cut(token, ".")
	if id, err = uuid.Parse(head); err != nil || !found || secret == "" {
		return uuid.Nil, "", hasEnded()
	}
	return id, secret, nil
}

func hasEnded() error { return fault.New(fault.Unauthenticated, "session.ended") }
