package rest

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/labstack/echo/v4"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/fault"
)

// TokenLife is how long an access token is good for.
const TokenLife = 15 * time.Minute

// tokenAudience names this API in its tokens, so that a token made for another system is none here.
const tokenAudience = "lantoa-api"

// Tokens issues and verifies access tokens: JWT, signed with Ed25519, so that other systems verify them with the published keys.
type Tokens struct {
	issuer  string
	machine clock.Clock
	signing tokenKey
	public  map[string]ed25519.PublicKey // by key id: the signing one and those before it
	seen    *lru.Cache[[sha256.Size]byte, Verified]
}

// Verified is what a token said whose signature held. It is remembered, and believed until the token ends: to check a
// signature again is a fifth of the work of a short request.
type Verified struct {
	AccountID, SessionID uuid.UUID
	Until                time.Time
}

const seenTokens = 10_000 // of the largest country's accounts, those at work at one time

type tokenKey struct {
	id      string
	private ed25519.PrivateKey
}

type claims struct {
	jwt.RegisteredClaims
	SessionID uuid.UUID       `json:"sid"`
	Role      access.Role     `json:"role"`
	Position  access.Position `json:"position"`
	AgencyID  uuid.UUID       `json:"agency_id"`
}

// OpenTokens reads the keys of a folder (PKCS #8, *.pem) and makes the first one when there is none. The last by name signs,
// all verify: to rotate, add 0002.pem, restart, and take 0001.pem away once no token of it is left, 15 minutes later.
func OpenTokens(folder, issuer string, machine clock.Clock) (*Tokens, error) {
	if err := firstKey(folder); err != nil {
		return nil, fmt.Errorf("token key: %w", err)
	}
	names, err := filepath.Glob(filepath.Join(folder, "*.pem"))
	if err != nil {
		return nil, err
	}
	seen, err := lru.New[[sha256.Size]byte, Verified](seenTokens)
	if err != nil {
		return nil, err
	}
	t := &Tokens{issuer: issuer, machine: machine, public: map[string]ed25519.PublicKey{}, seen: seen}
	for _, name := range names { // sorted by name
		if t.signing, err = readKey(name); err != nil {
			return nil, fmt.Errorf("token key %s: %w", name, err)
		}
		t.public[t.signing.id] = publicOf(t.signing.private)
	}
	return t, nil
}

// Issue gives an access token for a session; what it says of role and agency is for other systems, here the rows decide.
func (t *Tokens) Issue(by access.Actor) (string, error) {
	now := t.machine.Now()
	token := jwt.NewWithClaims(jwt.SigningMethodEdDSA, claims{
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer: t.issuer, Audience: jwt.ClaimStrings{tokenAudience}, Subject: by.AccountID.String(), ID: uuid.NewString(),
			IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(TokenLife)),
		},
		SessionID: by.SessionID, Role: by.Role, Position: by.Position, AgencyID: by.AgencyID,
	})
	token.Header["kid"] = t.signing.id
	return token.SignedString(t.signing.private)
}

// Verify gives the account and session that a token names; access.unauthenticated (401) unless it is ours and still good.
func (t *Tokens) Verify(token string) (accountID, sessionID uuid.UUID, err error) {
	sum := sha256.Sum256([]byte(token))
	if known, ok := t.seen.Get(sum); ok && t.machine.Now().Before(known.Until) {
		return known.AccountID, known.SessionID, nil
	}
	said, err := t.Read(token)
	if err != nil {
		return uuid.Nil, uuid.Nil, fault.New(fault.Unauthenticated, "access.unauthenticated").Because(err)
	}
	t.seen.Add(sum, said)
	return said.AccountID, said.SessionID, nil
}

// Read checks a token's signature, its issuer and audience, and that it is good at this moment.
func (t *Tokens) Read(token string) (Verified, error) {
	var said claims
	_, err := jwt.ParseWithClaims(token, &said, t.keyOf,
		jwt.WithValidMethods([]string{jwt.SigningMethodEdDSA.Alg()}), jwt.WithIssuer(t.issuer), jwt.WithAudience(tokenAudience),
		jwt.WithExpirationRequired(), jwt.WithTimeFunc(t.machine.Now))
	if err != nil {
		return Verified{}, err
	}
	accountID, err := uuid.Parse(said.Subject)
	return Verified{accountID, said.SessionID, said.ExpiresAt.Time}, err
}

func (t *Tokens) keyOf(token *jwt.Token) (any, error) {
	id, _ := token.Header["kid"].(string)
	if key, known := t.public[id]; known {
		return key, nil
	}
	return nil, fmt.Errorf("unknown key %q", id)
}

func publicOf(private ed25519.PrivateKey) ed25519.PublicKey {
	return ed25519.PublicKey(private[ed25519.SeedSize:])
}

// firstKey writes the folder's first key. It comes into place whole, and only once when several processes start together.
func firstKey(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	if there, err := filepath.Glob(filepath.Join(folder, "*.pem")); err != nil || len(there) > 0 {
		return err
	}
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return err
	}
	draft, err := os.CreateTemp(folder, "new-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(draft.Name())
	if err := errors.Join(pem.Encode(draft, &pem.Block{Type: "PRIVATE KEY", Bytes: der}), draft.Sync(), draft.Close()); err != nil {
		return err
	}
	if err := os.Link(draft.Name(), filepath.Join(folder, "0001.pem")); !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

func readKey(name string) (tokenKey, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return tokenKey{}, err
	}
	block, _ := pem.Decode(raw)
	if block == nil {
		return tokenKey{}, errors.New("not a PEM file")
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return tokenKey{}, err
	}
	private, ok := parsed.(ed25519.PrivateKey)
	if !ok {
		return tokenKey{}, fmt.Errorf("%T is not an Ed25519 key", parsed)
	}
	return tokenKey{id: thumbprint(publicOf(private)), private: private}, nil
}

// thumbprint names a key by itself (RFC 7638, RFC 8037).
func thumbprint(key ed25519.PublicKey) string {
	sum := sha256.Sum256([]byte(`{"crv":"Ed25519","kty":"OKP","x":"` + base64.RawURLEncoding.EncodeToString(key) + `"}`))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

// KeySet is the published keys (RFC 7517).
type KeySet struct {
	Keys []Key `json:"keys"`
} // @name KeySet

// Key is one published key (RFC 8037).
type Key struct {
	Type      string `json:"kty" example:"OKP"`
	Curve     string `json:"crv" example:"Ed25519"`
	X         string `json:"x"`
	ID        string `json:"kid"`
	Use       string `json:"use" example:"sig"`
	Algorithm string `json:"alg" example:"EdDSA"`
} // @name Key

// Keys gives what other systems verify tokens with.
func (t *Tokens) Keys() KeySet {
	set := KeySet{Keys: []Key{}}
	for id, key := range t.public {
		set.Keys = append(set.Keys, Key{Type: "OKP", Curve: "Ed25519", X: base64.RawURLEncoding.EncodeToString(key), ID: id, Use: "sig", Algorithm: "EdDSA"})
	}
	return set
}

// keys publishes the keys at /.well-known/jwks.json; kept by caches for less time than a token lives.
func (a *API) keys(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "public, max-age=300")
	return c.JSON(http.StatusOK, a.Tokens.Keys())
}
