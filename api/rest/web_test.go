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
