package rest_test

import (
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func TestTheContractHasAPageUnderTheStrictPolicyBesideTheApp(t *testing.T) {
	t.Parallel()
	api := newAPI(t, nil)
	api.ServeWeb(fstest.MapFS{
		"index.html": {Data: []byte("the app")},
		"docs.html":  {Data: []byte("the contract")},
	})
	handler := api.Handler()
	for path, want := range map[string]string{"/docs": "the contract", "/docs/": "the contract", "/": "the app", "/plans": "the app"} {
		a := httptest.NewRecorder()
		handler.ServeHTTP(a, httptest.NewRequestWithContext(t.Context(), "GET", path, nil))
		if a.Code != 200 || a.Body.String() != want || !strings.HasPrefix(a.Header().Get("Content-Type"), "text/html") {
			t.Errorf("%s gives %d %q", path, a.Code, a.Body.String())
		}
		if policy := a.Header().Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'self';") || strings.Contains(policy, "script-src") {
			t.Errorf("%s has the policy %q", path, policy)
		}
		if a.Header().Get("Cache-Control") != "no-cache" {
			t.Errorf("%s is kept though a new build changes it", path)
		}
	}
}

func TestTheWebAppComesAsItWasPackedAndItsNamedFilesAreKeptForGood(t *testing.T) {
	t.Parallel()
	api := newAPI(t, nil)
	plain := strings.Repeat("the app ", 500)
	api.ServeWeb(fstest.MapFS{
		"index.html":       {Data: []byte(plain)},
		"index.html.br":    {Data: []byte("the app by brotli")},
		"index.html.gz":    {Data: []byte("the app by gzip")},
		"assets/a-1.js":    {Data: []byte(plain)},
		"assets/a-1.js.gz": {Data: []byte("code by gzip")},
		"assets/b-1.js":    {Data: []byte(plain)},
	})
	handler := api.Handler()
	for _, c := range []struct{ path, takes, encoding, body, kind, kept string }{
		{"/", "gzip, br", "br", "the app by brotli", "text/html", "no-cache"},
		{"/plans", "gzip, deflate", "gzip", "the app by gzip", "text/html", "no-cache"},
		{"/", "br;q=0, gzip;q=0.5", "gzip", "the app by gzip", "text/html", "no-cache"},
		{"/", "", "", plain, "text/html", "no-cache"},
		{"/assets/a-1.js", "gzip, br", "gzip", "code by gzip", "text/javascript", "public, max-age=31536000, immutable"},
		{"/assets/b-1.js", "gzip, br", "", plain, "text/javascript", "public, max-age=31536000, immutable"},
	} {
		r := httptest.NewRequestWithContext(t.Context(), "GET", c.path, nil)
		r.Header.Set("Accept-Encoding", c.takes)
		a := httptest.NewRecorder()
		handler.ServeHTTP(a, r)
		h := a.Header()
		if a.Code != 200 || h.Get("Content-Encoding") != c.encoding || a.Body.String() != c.body || h.Get("Cache-Control") != c.kept ||
			!strings.HasPrefix(h.Get("Content-Type"), c.kind) || !strings.Contains(h.Get("Vary"), "Accept-Encoding") {
			t.Errorf("%s with %q gives %d %v %.40q", c.path, c.takes, a.Code, h, a.Body.String())
		}
	}
}
