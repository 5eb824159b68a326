package account

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base32"
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
	UsedHash   []byte     `json:"-"` // of the secret before, good for the grace alone
	Seed       []byte     `json:"-"` // from it and a secret follows the next
} // @name Session

// Terms says how long a session may last.
type Terms struct {
	Life time.Duration // from signing in to signing in again
	Idle time.Duration // without a refresh; longer than an access token lives
	// Grace is how long a used refresh token is answered again with the same successor: the answer may have been lost on a weak network,
	// or two windows of one browser may have asked at once. Zero: not at all.
	Grace time.Duration
}

const maxDeviceLength = 120

// newSession begins a session and gives the refresh token that goes to the device; only its hash is kept.
func newSession(accountID uuid.UUID, device string, now time.Time, terms Terms) (*Session, string) {
	if runes := []rune(device); len(runes) > maxDeviceLength {
		device = string(runes[:maxDeviceLength])
	}
	s := &Session{ID: uuid.Must(uuid.NewV7()), AccountID: accountID, CreatedAt: now, UsedAt: now, ExpiresAt: now.Add(terms.Life), Device: device,
		UsedHash: []byte{}, Seed: []byte(rand.Text())}
	secret := s.marked(rand.Text())
	s.SecretHash = hashOf(secret)
	return s, s.token(secret)
}

// token is what a device holds: "<session id>.<secret>".
func (s *Session) token(secret string) string { return s.ID.String() + "." + secret }

// rotate takes a secret for the next and gives its refresh token; blank when the secret is not good any more. Within the grace a used
// secret gives the same next one again, so that however often a device repeats its request, it holds the one token.
func (s *Session) rotate(secret string, now time.Time, grace time.Duration) string {
	next := s.marked(s.derived(secret))
	switch {
	case s.holds(secret):
		s.UsedHash, s.SecretHash, s.UsedAt = s.SecretHash, hashOf(next), now
	case !s.held(secret, now, grace):
		return ""
	}
	return s.token(next)
}

// marked gives a secret its mark, by which the session knows its own however old, and whoever knows the session's id alone makes none.
func (s *Session) marked(secret string) string {
	return secret + "." + s.derived("mark " + secret)[:20]
}

// gave reports whether a secret was given out by this session, now or ever.
func (s *Session) gave(secret string) bool {
	body, _, _ := strings.Cut(secret, ".")
	return subtle.ConstantTimeCompare([]byte(s.marked(body)), []byte(secret)) == 1 ||
		subtle.ConstantTimeCompare(s.UsedHash, hashOf(secret)) == 1 // from before there were marks
}

func (s *Session) derived(from string) string {
	sum := hmac.New(sha256.New, s.Seed)
	sum.Write([]byte(from))
	return base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum.Sum(nil))
}

// holds reports whether the secret is the one that was given out last.
func (s *Session) holds(secret string) bool {
	return subtle.ConstantTimeCompare(s.SecretHash, hashOf(secret)) == 1
}

// held reports whether the secret is the one before, used just now.
func (s *Session) held(secret string, now time.Time, grace time.Duration) bool {
	return subtle.ConstantTimeCompare(s.UsedHash, hashOf(secret)) == 1 && now.Before(s.UsedAt.Add(grace))
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
