package rest_test

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"

	"lantoa/api/rest"
	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/fault"
)

const issuer = "https://lantoa.test"

func openTokens(t *testing.T, folder string, machine clock.Clock) *rest.Tokens {
	t.Helper()
	tokens, err := rest.OpenTokens(folder, issuer, machine)
	if err != nil {
		t.Fatal(err)
	}
	return tokens
}

func privateKey(t *testing.T, folder string) ed25519.PrivateKey {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(folder, "0001.pem"))
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(raw)
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	private, ok := key.(ed25519.PrivateKey)
	if !ok {
		t.Fatalf("%T", key)
	}
	return private
}

func writeKey(t *testing.T, name string) {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestATokenNamesItsAccountAndSession(t *testing.T) {
	t.Parallel()
	tokens := openTokens(t, t.TempDir(), clock.System())
	by := access.Actor{AccountID: uuid.New(), SessionID: uuid.New(), AgencyID: uuid.New(), Role: access.Commune, Position: access.Head}
	token, err := tokens.Issue(by)
	if err != nil {
		t.Fatal(err)
	}
	accountID, sessionID, err := tokens.Verify(token)
	if err != nil || accountID != by.AccountID || sessionID != by.SessionID {
		t.Errorf("%v %v %v", accountID, sessionID, err)
	}
	var said map[string]any
	raw, err := base64.RawURLEncoding.DecodeString(strings.Split(token, ".")[1])
	if err != nil || json.Unmarshal(raw, &said) != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"iss", "aud", "sub", "sid", "role", "position", "agency_id", "iat", "exp", "jti"} {
		if said[name] == nil {
			t.Errorf("no %s in %v", name, said)
		}
	}
}

// TestATokenThatIsNotOursIsRefused forges what can be forged, each from a token that is good but for one thing.
func TestATokenThatIsNotOursIsRefused(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	tokens := openTokens(t, folder, clock.System())
	private := privateKey(t, folder)
	public, ok := private.Public().(ed25519.PublicKey)
	if !ok {
		t.Fatal("no public key")
	}
	kid := tokens.Keys().Keys[0].ID
	_, other, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	type forgery struct {
		method jwt.SigningMethod
		key    any
		kid    string
		change func(jwt.MapClaims)
	}
	honest := forgery{jwt.SigningMethodEdDSA, private, kid, func(jwt.MapClaims) {}}
	with := func(change func(*forgery)) forgery {
		f := honest
		change(&f)
		return f
	}
	claim := func(name string, value any) forgery {
		return with(func(f *forgery) { f.change = func(c jwt.MapClaims) { c[name] = value } })
	}
	without := func(name string) forgery {
		return with(func(f *forgery) { f.change = func(c jwt.MapClaims) { delete(c, name) } })
	}
	for name, f := range map[string]forgery{
		"the honest one":                    honest,
		"no signature":                      with(func(f *forgery) { f.method, f.key = jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType }),
		"HS256 with the public key":         with(func(f *forgery) { f.method, f.key = jwt.SigningMethodHS256, []byte(public) }),
		"another key under our id":          with(func(f *forgery) { f.key = other }),
		"an unknown key id":                 with(func(f *forgery) { f.key, f.kid = other, "mine" }),
		"no key id":                         with(func(f *forgery) { f.kid = "" }),
		"another issuer":                    claim("iss", "https://elsewhere.test"),
		"no issuer":                         without("iss"),
		"another audience":                  claim("aud", "elsewhere"),
		"no audience":                       without("aud"),
		"expired":                           claim("exp", now.Add(-time.Second).Unix()),
		"no expiry":                         without("exp"),
		"not yet good":                      claim("nbf", now.Add(time.Hour).Unix()),
		"a subject that is no account's id": claim("sub", "admin"),
		"a session that is no id":           claim("sid", "../.."),
	} {
		c := jwt.MapClaims{"iss": issuer, "aud": "lantoa-api", "sub": uuid.NewString(), "sid": uuid.NewString(), "exp": now.Add(time.Minute).Unix()}
		f.change(c)
		token := jwt.NewWithClaims(f.method, c)
		token.Header["kid"] = f.kid
		signed, err := token.SignedString(f.key)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err = tokens.Verify(signed); (err == nil) != (name == "the honest one") || err != nil && fault.CodeOf(err) != "access.unauthenticated" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatIsNoTokenIsRefused(t *testing.T) {
	t.Parallel()
	tokens := openTokens(t, t.TempDir(), clock.System())
	good, err := tokens.Issue(access.Actor{AccountID: uuid.New()})
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(good, ".")
	mac := hmac.New(sha256.New, []byte("secret"))
	mac.Write([]byte(parts[0] + "." + parts[1]))
	for _, token := range []string{
		"", "x", "..", "x.y.z", good + "x", parts[0] + "." + parts[1] + ".", parts[0] + "." + parts[1],
		parts[0] + "." + parts[1] + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)),
		strings.Repeat("a", 1<<16), "\x00.\xff.\x00",
	} {
		if _, _, err := tokens.Verify(token); fault.CodeOf(err) != "access.unauthenticated" {
			t.Errorf("%.40q: %v", token, err)
		}
	}
}

func TestATokenIsGoodForFifteenMinutesOfTheMachinesClock(t *testing.T) {
	t.Parallel()
	at := time.Now()
	tokens := openTokens(t, t.TempDir(), func() time.Time { return at })
	token, err := tokens.Issue(access.Actor{AccountID: uuid.New()})
	if err != nil {
		t.Fatal(err)
	}
	at = at.Add(rest.TokenLife - 2*time.Second)
	if _, _, err := tokens.Verify(token); err != nil {
		t.Error(err)
	}
	at = at.Add(2 * time.Second)
	if _, _, err := tokens.Verify(token); err == nil {
		t.Error("good for longer")
	}
}

func TestAnOldKeyVerifiesUntilItIsTakenAway(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	before := openTokens(t, folder, clock.System())
	old, err := before.Issue(access.Actor{AccountID: uuid.New()})
	if err != nil {
		t.Fatal(err)
	}
	writeKey(t, filepath.Join(folder, "0002.pem"))
	after := openTokens(t, folder, clock.System())
	fresh, err := after.Issue(access.Actor{AccountID: uuid.New()})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := after.Verify(old); err != nil {
		t.Error("the old key no longer verifies: ", err)
	}
	if _, _, err := before.Verify(fresh); err == nil {
		t.Error("the new key does not sign")
	}
	if n := len(after.Keys().Keys); n != 2 {
		t.Errorf("%d keys published", n)
	}
	if err := os.Remove(filepath.Join(folder, "0001.pem")); err != nil {
		t.Fatal(err)
	}
	if _, _, err := openTokens(t, folder, clock.System()).Verify(old); err == nil {
		t.Error("a key that is gone still verifies")
	}
}

func TestTheFirstKeyIsMadeOnceForTheOwnerAlone(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "keys")
	made := make(chan string, 8)
	for range cap(made) {
		go func() {
			tokens, err := rest.OpenTokens(folder, issuer, clock.System())
			if err != nil {
				made <- err.Error()
				return
			}
			made <- tokens.Keys().Keys[0].ID
		}()
	}
	first := <-made
	for range cap(made) - 1 {
		if next := <-made; next != first {
			t.Errorf("two keys at a start together: %s, %s", first, next)
		}
	}
	info, err := os.Stat(filepath.Join(folder, "0001.pem"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	if names, _ := filepath.Glob(filepath.Join(folder, "*")); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

func TestAKeyFileThatIsNoneIsNamedAtTheStart(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, content := range []string{"", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"} {
		if err := os.WriteFile(filepath.Join(folder, "0001.pem"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := rest.OpenTokens(folder, issuer, clock.System()); err == nil || !strings.Contains(err.Error(), "0001.pem") {
			t.Errorf("%q: %v", content, err)
		}
	}
}

// TestAnotherSystemVerifiesATokenWithThePublishedKeys does what the web page of any JWT library says.
func TestAnotherSystemVerifiesATokenWithThePublishedKeys(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	recorder := httptest.NewRecorder()
	w.handler.ServeHTTP(recorder, httptest.NewRequestWithContext(t.Context(), "GET", "/.well-known/jwks.json", nil))
	var set rest.KeySet
	if err := json.Unmarshal(recorder.Body.Bytes(), &set); err != nil || recorder.Code != 200 {
		t.Fatalf("%d %s", recorder.Code, recorder.Body)
	}
	if strings.Contains(recorder.Body.String(), `"d"`) {
		t.Fatal("the private key is published")
	}
	_, err := jwt.Parse(w.tokens[access.Commune], func(token *jwt.Token) (any, error) {
		for _, key := range set.Keys {
			if key.ID == token.Header["kid"] && key.Type == "OKP" && key.Curve == "Ed25519" {
				x, err := base64.RawURLEncoding.DecodeString(key.X)
				return ed25519.PublicKey(x), err
			}
		}
		return nil, jwt.ErrTokenUnverifiable
	}, jwt.WithValidMethods([]string{"EdDSA"}), jwt.WithIssuer(issuer), jwt.WithAudience("lantoa-api"))
	if err != nil {
		t.Error(err)
	}
}
