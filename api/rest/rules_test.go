package rest_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lantoa/api/rest"
	"lantoa/internal/access"
)

// TestEveryEndpointKeepsTheRules walks the route table and holds each endpoint to the rules of docs/api.md, so that a new one
// cannot forget any. What needs a real resource is in TestEveryResourceKeepsTheRules.
func TestEveryEndpointKeepsTheRules(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, e := range rest.Endpoints() {
		t.Run(e.Method+" "+e.Path, func(t *testing.T) {
			t.Parallel()
			c := w.as(roleFor(t, e))
			path := strings.ReplaceAll(e.Path, "{id}", uuid.Must(uuid.NewV7()).String())
			if e.Action == access.Public {
				c = w.nobody()
			} else {
				caller{w, "x.y.z"}.call(e.Method, path, nil).problem(401, "access.unauthenticated")
			}
			holdsRequestID(t, c, e, path)
			if e.Takes != "" {
				holdsBody(c, e, path)
			}
			if e.Kind == "list" || e.Kind == "feed" {
				c.get(path+"?limit=1&colour=red").problem(400, "query.unknown").at("colour", "query.unknown")
			}
			if (e.Kind == "change" || e.Kind == "verb") && e.Takes == "" {
				c.call(e.Method, path, nil).problem(428, "version.required")
				c.call(e.Method, path, nil, header("If-Match", "yes")).problem(400, "input.header")
			}
			if strings.Contains(e.Path, "{id}") && e.Takes == "" && e.Action != access.Public {
				c.call(e.Method, path, nil, header("If-Match", `"1"`)).problem(404, "resource.not_found")
				c.call(e.Method, strings.ReplaceAll(e.Path, "{id}", "no-uuid"), nil, header("If-Match", `"1"`)).problem(404, "resource.not_found")
			}
		})
	}
}

// roleFor gives a role whose head may call the endpoint.
func roleFor(t *testing.T, e rest.Endpoint) access.Role {
	t.Helper()
	for _, role := range access.Roles() {
		if (access.Actor{AccountID: uuid.Must(uuid.NewV7()), Role: role, Position: access.Head}).May(e.Action) {
			return role
		}
	}
	t.Fatalf("nobody may %s", e.Action)
	return ""
}

func holdsRequestID(t *testing.T, c caller, e rest.Endpoint, path string) {
	t.Helper()
	a := c.call(e.Method, path, nil, header("X-Request-Id", "abc-123"), header("Accept-Language", "en"))
	if a.Header().Get("X-Request-Id") != "abc-123" {
		t.Errorf("request id %q", a.Header().Get("X-Request-Id"))
	}
	if a.Code >= 400 && a.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("%d is %s", a.Code, a.Header().Get("Content-Type"))
	}
	if a := c.call(e.Method, path, nil, header("X-Request-Id", "a b\"")); a.Header().Get("X-Request-Id") == "a b\"" {
		t.Error("a request id that could forge a log line was taken")
	}
}

func holdsBody(c caller, e rest.Endpoint, path string) {
	c.w.t.Helper()
	match := header("If-Match", `"1"`)
	c.call(e.Method, path, "<a/>", header("Content-Type", "application/xml"), match).problem(415, "input.media_type")
	if e.Takes != "application/json" && e.Takes != "application/merge-patch+json" {
		return
	}
	media := header("Content-Type", e.Takes)
	c.call(e.Method, path, strings.Repeat(" ", 1<<20+1), media, match).problem(413, "input.too_large")
	if e.Takes == "application/merge-patch+json" {
		c.call(e.Method, path, `{}`, media).problem(428, "version.required")
		return // the patch is read onto a resource: TestEveryResourceKeepsTheRules
	}
	c.call(e.Method, path, `{"a":`, media, match).problem(400, "input.json")
	c.call(e.Method, path, ``, media, match).problem(400, "input.empty")
	c.call(e.Method, path, "{\"a\":\"\xff\"}", media, match).problem(400, "input.utf8")
	c.call(e.Method, path, `{"a":"\u0000"}`, media, match).problem(400, "input.nul")
	c.call(e.Method, path, `{"no_such_member":1}`, media, match).problem(422, "input.invalid").at("/no_such_member", "input.unknown_member")
	if e.Kind == "change" || e.Kind == "verb" {
		c.call(e.Method, path, `{}`, media).problem(428, "version.required")
	}
}

func TestWhatIsNotThereIsAProblemToo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.as(access.Admin).get("/nothing-here").problem(404, "route.not_found")
	w.as(access.Admin).call("DELETE", "/agencies", nil).problem(405, "route.method")
}

func TestErrorsSpeakTheLanguageAskedFor(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for language, want := range map[string]string{"en-GB,en;q=0.9": "Sign in first.", "": "Phiên đã hết hạn", "fr, vi": "Phiên đã hết hạn"} {
		a := w.nobody().get("/agencies", header("Accept-Language", language)).problem(401, "access.unauthenticated")
		if !strings.Contains(a.Body.String(), want) {
			t.Errorf("%q: %s", language, a.Body)
		}
	}
}

func TestTheContractIsServed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, c := range []struct{ path, want string }{
		{"/openapi.json", `"openapi": "3.1.0"`}, {"/openapi.yaml", "openapi: 3.1.0"}, {"/healthz", "alive"}, {"/readyz", "ready"},
		{"/.well-known/jwks.json", `"crv":"Ed25519"`}, {"/metrics", "lantoa_http_request_seconds"}, // last: it counts the others
	} {
		rec := httptest.NewRecorder()
		w.handler.ServeHTTP(rec, httptest.NewRequestWithContext(t.Context(), http.MethodGet, c.path, nil))
		if rec.Code != 200 || !strings.Contains(rec.Body.String(), c.want) {
			t.Errorf("%s: %d %.200s", c.path, rec.Code, rec.Body)
		}
	}
}
