package rest_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lantoa/api/rest"
)

// TestWhatInputsWriteStaysWhole sends writes through a real server, where they are committed: none fails, every answer under a key
// comes again with the same bytes, and no temporary file outlives its request.
func TestWhatInputsWriteStaysWhole(t *testing.T) { //nolint:paralleltest // the folder for temporary files is the process's
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	w := newDemonstration(t)
	server := httptest.NewServer(w.handler)
	t.Cleanup(server.Close)
	writes := slices.DeleteFunc(rest.Endpoints(), func(e rest.Endpoint) bool { return e.Method == http.MethodGet || e.Kind == "session" })
	seeds, rows, replayed := seedsOf(t, w), samples(), 0
	for i := range 300 {
		g := &generator{Rand: rand.New(rand.NewPCG(2025, uint64(i))), seeds: seeds}
		e := writes[i%len(writes)]
		r := g.request(t, e)
		r.Header.Set("Authorization", "Bearer "+w.tokens[rows[e.Method+" "+e.Path].by])
		r.Header.Set("Idempotency-Key", "input-"+strconv.Itoa(i))
		if e.Takes == "attachment" && g.IntN(2) == 0 { // large enough to lie in a file meanwhile
			form := picture(w, g.pick(seeds.idsOf["assignments"]...))
			large := bytes.Replace(form.body.([]byte), []byte("IHDR"), append([]byte("IHDR"), make([]byte, 2<<20)...), 1) //nolint:forcetypeassert // a form is bytes
			r.Body = io.NopCloser(bytes.NewReader(large))
			form.media(r)
		}
		snapshot := bodyOf(t, r)
		first, body := sent(t, server, r, snapshot) //nolint:bodyclose // read and closed there
		if first.StatusCode >= 300 || first.Header.Get("Cache-Control") == "no-store" || e.Kind == "change" || r.URL.Query().Get("dry_run") == "true" {
			continue
		}
		again, second := sent(t, server, r, snapshot) //nolint:bodyclose // the same
		if again.Header.Get("Idempotent-Replayed") != "true" || again.StatusCode != first.StatusCode || !bytes.Equal(body, second) {
			t.Errorf("input %d: %s %s: %d %s, then %d %s", i, r.Method, r.URL, first.StatusCode, body, again.StatusCode, second)
		}
		replayed++
	}
	if replayed < 5 {
		t.Errorf("only %d inputs wrote anything that could be asked for again", replayed)
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func bodyOf(t *testing.T, r *http.Request) []byte {
	t.Helper()
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// sent sends what was made for the handler to a server.
func sent(t *testing.T, server *httptest.Server, made *http.Request, body []byte) (*http.Response, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), made.Method, server.URL+made.URL.String(), bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header = made.Header.Clone()
	for name, values := range r.Header { // what no client can send never reaches a server
		if strings.ContainsFunc(strings.Join(values, ""), func(c rune) bool { return c < 0x20 || c == 0x7f }) {
			r.Header.Del(name)
		}
	}
	a, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = a.Body.Close() }()
	answer, err := io.ReadAll(a.Body)
	if err != nil || a.StatusCode >= http.StatusInternalServerError {
		t.Fatalf("%s %s: %d %s, %v", r.Method, r.URL, a.StatusCode, answer, err)
	}
	return a, answer
}
