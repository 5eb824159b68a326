package rest_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/api/rest"
	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/clock"
	"lantoa/internal/factory"
	"lantoa/internal/wire"
)

// world is a town with an account for every role, behind the whole handler chain, on a database of its own.
type world struct {
	t       testing.TB
	db      *gorm.DB
	api     *rest.API
	handler http.Handler
	town    factory.Town
	tokens  map[access.Role]string
	actors  map[access.Role]access.Actor
	kept    examples // of the contract; nil keeps none
}

func newWorld(t testing.TB) *world {
	t.Helper()
	return newWorldOn(t, newDatabase(t))
}

func newWorldOn(t testing.TB, pool *gorm.DB) *world {
	t.Helper()
	w := &world{t: t, db: pool, tokens: map[access.Role]string{}, actors: map[access.Role]access.Actor{}}
	w.api = newAPI(t, pool)
	w.handler = w.api.Handler()
	w.town = factory.ATown(t, pool)
	for _, role := range access.Roles() {
		w.actors[role], w.tokens[role] = w.account(role, access.Head, w.town.Of(role).ID)
	}
	return w
}

// account keeps an account with a live session and gives its token.
func (w *world) account(role access.Role, position access.Position, agencyID uuid.UUID) (access.Actor, string) {
	w.t.Helper()
	a := factory.Account(w.t, w.db, func(a *account.Account) { a.Role, a.Position, a.AgencyID = role, position, agencyID })
	return w.signedIn(a)
}

// signedIn begins a session of an account and gives its token.
func (w *world) signedIn(a *account.Account) (access.Actor, string) {
	w.t.Helper()
	s := factory.Session(w.t, w.db, a)
	by, _, err := w.api.Accounts.Actor(w.t.Context(), a.ID, s.ID)
	if err != nil {
		w.t.Fatal(err)
	}
	token, err := w.api.Tokens.Issue(by)
	if err != nil {
		w.t.Fatal(err)
	}
	return by, token
}

// sealsAll seals the log to its end; others' transactions on the same server may hold it back for a while.
func (w *world) sealsAll() {
	w.t.Helper()
	for until := time.Now().Add(time.Minute); ; {
		if _, err := w.api.Events.Seal(w.t.Context()); err != nil {
			w.t.Fatal(err)
		}
		var pending int64
		if err := w.db.Table("event_pending").Count(&pending).Error; err != nil || time.Now().After(until) {
			w.t.Fatalf("%d rows are not sealed: %v", pending, err)
		}
		if pending == 0 {
			return
		}
	}
}

// caller asks with one token.
type caller struct {
	w     *world
	token string
}

func (w *world) as(role access.Role) caller { return caller{w, w.tokens[role]} }
func (w *world) nobody() caller             { return caller{w, ""} }

type option func(*http.Request)

func header(name, value string) option {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

// from says from which version a change is made.
func from(a *answer) option { return header("If-Match", a.Header().Get("ETag")) }

// call sends JSON (a string is sent as it stands, nil sends no body) through the whole chain and holds the answer to the contract.
func (c caller) call(method, path string, body any, options ...option) *answer {
	c.w.t.Helper()
	raw := c.bytesOf(body)
	sent := &statements{}
	r := httptest.NewRequestWithContext(sent.noted(c.w.t.Context()), method, "/api/v1"+path, bytes.NewReader(raw))
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if c.token != "" {
		r.Header.Set("Authorization", "Bearer "+c.token)
	}
	for _, set := range options {
		set(r)
	}
	a := &answer{ResponseRecorder: httptest.NewRecorder(), t: c.w.t, name: method + " " + path, sent: sent}
	c.w.handler.ServeHTTP(a.ResponseRecorder, r)
	a.holdToContract(r)
	sent.holdToIndexes(c.w, a.name)
	if c.w.kept != nil {
		c.w.kept.keep(r, raw, a)
	}
	return a
}

func (c caller) bytesOf(body any) []byte {
	c.w.t.Helper()
	switch b := body.(type) {
	case nil:
		return nil
	case string:
		return []byte(b)
	case []byte:
		return b
	}
	raw, err := wire.Encode(body)
	if err != nil {
		c.w.t.Fatal(err)
	}
	return raw
}

func (c caller) get(path string, options ...option) *answer {
	return c.call("GET", path, nil, options...)
}

// answer is what came back.
type answer struct {
	*httptest.ResponseRecorder
	t    testing.TB
	name string
	sent *statements // that it took
}

// want fails the test unless the status is this one.
func (a *answer) want(status int) *answer {
	a.t.Helper()
	if a.Code != status {
		a.t.Fatalf("%s: %d, want %d: %s", a.name, a.Code, status, a.Body)
	}
	return a
}

// problem fails the test unless it is a problem with this status and code.
func (a *answer) problem(status int, code string) *answer {
	a.t.Helper()
	var p rest.Problem
	if err := json.Unmarshal(a.Body.Bytes(), &p); err != nil || a.Code != status || p.Code != code || p.Status != status {
		a.t.Fatalf("%s: %d %s, want %d %s", a.name, a.Code, a.Body, status, code)
	}
	return a
}

// at fails the test unless the problem names the place with the code.
func (a *answer) at(pointer, code string) *answer {
	a.t.Helper()
	var p rest.Problem
	if err := json.Unmarshal(a.Body.Bytes(), &p); err != nil {
		a.t.Fatal(err)
	}
	for _, field := range p.Errors {
		if field.Pointer == pointer && field.Code == code {
			return a
		}
	}
	a.t.Fatalf("%s: %s does not say %s at %s", a.name, a.Body, code, pointer)
	return a
}

// as reads the body.
func (a *answer) as(into any) *answer {
	a.t.Helper()
	if err := json.Unmarshal(a.Body.Bytes(), into); err != nil {
		a.t.Fatalf("%s: %v in %s", a.name, err, a.Body)
	}
	return a
}

// field reads one member of the body's object.
func (a *answer) field(name string) any {
	a.t.Helper()
	var object map[string]any
	a.as(&object)
	return object[name]
}

// rows counts the items of a page.
func (a *answer) rows() int {
	a.t.Helper()
	var page struct{ Items []any }
	a.as(&page)
	return len(page.Items)
}

// id reads the body's id.
func (a *answer) id() string {
	a.t.Helper()
	id, ok := a.field("id").(string)
	if !ok {
		a.t.Fatalf("%s: no id in %s", a.name, a.Body)
	}
	return id
}

var contract = sync.OnceValues(func() (routers.Router, error) { //nolint:gochecknoglobals // read once
	raw, err := os.ReadFile(filepath.Join("..", "..", "openapi.yaml"))
	if err != nil {
		return nil, err
	}
	doc, err := openapi3.NewLoader().LoadFromData(raw)
	if err != nil {
		return nil, err
	}
	openapi3filter.RegisterBodyDecoder("application/problem+json", openapi3filter.JSONBodyDecoder)
	return gorillamux.NewRouter(doc)
})

// holdToContract checks status, media type and body against openapi.yaml.
func (a *answer) holdToContract(r *http.Request) {
	a.t.Helper()
	if a.Code == http.StatusMethodNotAllowed || strings.Contains(a.Body.String(), `"route.not_found"`) {
		return // outside the contract, which lists what there is
	}
	router, err := contract()
	if err != nil {
		a.t.Fatal("contract: ", err)
	}
	route, params, err := router.FindRoute(r)
	if err != nil {
		a.t.Fatalf("%s is not in the contract: %v", a.name, err)
	}
	in := &openapi3filter.RequestValidationInput{Request: r, PathParams: params, Route: route,
		Options: &openapi3filter.Options{AuthenticationFunc: openapi3filter.NoopAuthenticationFunc}}
	options := &openapi3filter.Options{IncludeResponseStatus: true}
	options.ExcludeResponseBody = !strings.Contains(a.Header().Get("Content-Type"), "json") || a.Header().Get("Content-Encoding") != ""
	err = openapi3filter.ValidateResponse(r.Context(), &openapi3filter.ResponseValidationInput{RequestValidationInput: in,
		Status: a.Code, Header: a.Header(), Body: io.NopCloser(bytes.NewReader(a.Body.Bytes())), Options: options})
	if err != nil {
		a.t.Fatalf("%s: the answer breaks the contract: %v\n%s", a.name, err, a.Body)
	}
}

// testLog tells the errors of the API in the test that made them.
func testLog(t testing.TB) *slog.Logger {
	t.Helper()
	return slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelError}))
}

// newAPI wires the API as main does, with limits off, the clock standing still, and Argon2 at its least; edits may set other parts.
func newAPI(t testing.TB, pool *gorm.DB, edits ...func(*rest.Parts)) *rest.API {
	t.Helper()
	tokens, err := rest.OpenTokens(t.TempDir(), "https://lantoa.test", clock.System())
	if err != nil {
		t.Fatal(err)
	}
	parts := rest.Parts{
		Pool: pool, Log: testLog(t), Business: factory.Clock(), Machine: clock.System(), Tokens: tokens, Passwords: factory.Passwords(),
		Limits: account.Limits{Failures: 5, Lockout: 15 * time.Minute}, Terms: account.Terms{Life: 24 * time.Hour, Idle: time.Hour},
		LogKey:      []byte("a key for tests"),
		DueSoonDays: 3, BlobURL: "file://" + t.TempDir() + "?no_tmp_dir=true",
		Settings: rest.Settings{PublicURL: "https://lantoa.test", JSONBytes: 1 << 20, PlanBytes: 20 << 20, AttachmentBytes: 50 << 20, RequestTimeout: time.Minute},
	}
	for _, edit := range edits {
		edit(&parts)
	}
	return rest.New(parts)
}
