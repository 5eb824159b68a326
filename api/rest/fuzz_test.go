package rest_test

import (
	"bytes"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/api/rest"
	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/db"
	"lantoa/internal/demo"
	"lantoa/internal/factory"
)

// TestNoInputMakesAnEndpointFail sends inputs from a fixed seed, spread evenly over endpoints and roles: none may be answered by
// 5xx, and every answer fits the contract. FUZZ_INPUTS says how many (make test: 100,000). Each is rolled back, so that all
// meet the same town, with the demonstration's plans, assignments and reports in it.
func TestNoInputMakesAnEndpointFail(t *testing.T) {
	t.Parallel()
	inputs := 3000
	if asked := os.Getenv("FUZZ_INPUTS"); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil {
			t.Fatal("FUZZ_INPUTS: ", err)
		}
		inputs = n
	}
	w := newDemonstration(t)
	seeds := seedsOf(t, w)
	endpoints := rest.Endpoints()
	callers := append([]access.Role{""}, access.Roles()...)
	workers := 4
	tally := &tally{byStatus: map[int]int{}}
	for worker := range workers {
		t.Run(strconv.Itoa(worker), func(t *testing.T) {
			t.Parallel()
			for i := worker; i < inputs && !t.Failed(); i += workers {
				g := &generator{Rand: rand.New(rand.NewPCG(2024, uint64(i))), seeds: seeds}
				e := endpoints[i%len(endpoints)]
				tally.count(g.try(t, w, e, callers[i/len(endpoints)%len(callers)], i))
			}
		})
	}
	t.Cleanup(func() { // after the workers
		t.Logf("%d inputs over %d endpoints and %d callers; answers by status: %v", inputs, len(endpoints), len(callers), tally.byStatus)
		if good := tally.below(http.StatusBadRequest); good*20 < inputs {
			t.Errorf("only %d of %d inputs got past the door, so the generator does not reach what lies behind it", good, inputs)
		}
	})
}

// tally counts the answers, to show that inputs get past the door.
type tally struct {
	sync.Mutex

	byStatus map[int]int
}

func (t *tally) count(status int) {
	t.Lock()
	defer t.Unlock()
	t.byStatus[status]++
}

// below counts the answers whose status is less.
func (t *tally) below(status int) (n int) {
	for s, times := range t.byStatus {
		if s < status {
			n += times
		}
	}
	return n
}

// try sends one input within a transaction that is rolled back, and gives the status.
func (g *generator) try(t *testing.T, w *world, e rest.Endpoint, role access.Role, i int) int {
	t.Helper()
	r := g.request(t, e)
	if token := w.tokens[role]; token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	body := snapshot(r)
	a := &answer{ResponseRecorder: httptest.NewRecorder(), t: t, name: "input " + strconv.Itoa(i) + " as " + string(role) + ": " + r.Method + " " + r.URL.String() + " " + body}
	err := w.db.Transaction(func(tx *gorm.DB) error {
		r = r.WithContext(db.WithTx(t.Context(), tx))
		w.handler.ServeHTTP(a.ResponseRecorder, r)
		return errRollback
	})
	if err != errRollback { //nolint:errorlint // our own value, unwrapped
		t.Fatalf("%s: %v", a.name, err)
	}
	if a.Code >= http.StatusInternalServerError {
		t.Fatalf("%s: %d %s", a.name, a.Code, a.Body)
	}
	a.holdToContract(r)
	return a.Code
}

func snapshot(r *http.Request) string {
	if r.Body == nil {
		return ""
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(r.Body); err != nil {
		return err.Error()
	}
	r.Body = readCloser{bytes.NewReader(b.Bytes())}
	const shown = 2000
	return strconv.QuoteToASCII(b.String()[:min(b.Len(), shown)]) + " " + r.Header.Get("Content-Type") + " If-Match " + r.Header.Get("If-Match")
}

type readCloser struct{ *bytes.Reader }

func (readCloser) Close() error { return nil }

func (g *generator) request(t *testing.T, e rest.Endpoint) *http.Request {
	t.Helper()
	path := "/api/v1" + strings.ReplaceAll(e.Path, "{id}", g.pathID(e))
	operation := g.seeds.operations[e.Method+" "+e.Path]
	if query := g.query(operation); query != "" {
		path += "?" + query
	}
	body := &bytes.Buffer{}
	media := ""
	switch {
	case e.Takes == "document" || e.Takes == "attachment":
		media = g.form(body)
	case e.Takes != "":
		media = e.Takes
		body.Write(g.json(operation))
	}
	r := httptest.NewRequestWithContext(t.Context(), e.Method, path, body)
	if media != "" && g.often() {
		r.Header.Set("Content-Type", media)
	}
	if g.often() {
		r.Header.Set("If-Match", g.pick(`"1"`, `"1"`, `"1"`, `"1"`, `"2"`, `"2"`, `"2"`, `"3"`, `"3"`, `"4"`, `"5"`, `"6"`, `W/"1-ab"`, `"-1"`, `"99999999999999999999"`, "*", "\x7f"))
	}
	if g.seldom() {
		r.Header.Set("Idempotency-Key", g.pick("a", "b", strings.Repeat("k", 300), "é"))
	}
	if g.seldom() {
		r.Header.Set("Accept-Language", g.pick("en", "vi", ";;;", strings.Repeat("en,", 500)))
	}
	if g.seldom() {
		r.Header.Set("If-None-Match", g.pick("*", `"1"`, `x`))
	}
	return r
}

func (g *generator) pathID(e rest.Endpoint) string {
	if own := g.seeds.idsOf[strings.Split(e.Path, "/")[1]]; len(own) > 0 && g.IntN(5) != 0 {
		return g.pick(own...)
	}
	if g.seldom() {
		return g.pick("x", "%00", "..%2f..", "1", strings.Repeat("a", 300), uuid.Must(uuid.NewV7()).String(), uuid.Nil.String(), "%ff")
	}
	return g.pick(g.seeds.ids...)
}

// form makes a multipart body or a plain text.
func (g *generator) form(b *bytes.Buffer) string {
	if g.seldom() {
		b.WriteString(g.text())
		return "text/plain"
	}
	m := multipart.NewWriter(b)
	for _, name := range []string{"owner_kind", "owner_id", "no_secrets_confirmed"} {
		if g.often() {
			value := map[string]string{"owner_kind": g.pick("report", "assignment", "progress_update", "x"), "owner_id": g.pick(g.seeds.ids...), "no_secrets_confirmed": "true"}[name]
			if err := m.WriteField(name, value); err != nil {
				return ""
			}
		}
	}
	if g.often() {
		part, err := m.CreateFormFile(g.pick("file", "file", "file", "other"), g.pick("a.docx", "b.txt", "c.pdf", "d.png", "ảnh.jpg", "../x.docx", "e"))
		if err == nil {
			_, _ = part.Write(g.file()) // a buffer takes everything
		}
	}
	if !g.seldom() {
		_ = m.Close() // a buffer takes everything; sometimes the end is missing
	}
	return m.FormDataContentType()
}

func (g *generator) file() []byte {
	switch g.IntN(5) {
	case 0:
		return []byte(g.text())
	case 1:
		return g.mangled(g.seeds.docx)
	case 2:
		return g.seeds.docx
	case 3:
		return append([]byte("\x89PNG\r\n\x1a\n"), g.text()...)
	}
	return g.mangled([]byte(g.seeds.plan))
}

func (g *generator) mangled(raw []byte) []byte {
	out := bytes.Clone(raw)
	for range 1 + g.IntN(20) {
		if len(out) > 0 {
			out[g.IntN(len(out))] = byte(g.IntN(256))
		}
	}
	return out[:len(out)-g.IntN(len(out)/10+1)]
}

// newDemonstration is a world with the demonstration in it, whose accounts ask in place of the town's.
func newDemonstration(t *testing.T) *world {
	t.Helper()
	pool := newDatabase(t)
	if err := demo.Load(t.Context(), pool, factory.Passwords()); err != nil {
		t.Fatal(err)
	}
	w := newWorldOn(t, pool)
	for role, username := range map[access.Role]string{
		access.CultureOffice: "vhtt", access.CouncilOffice: "vanphong", access.Finance: "tckh", access.Justice: "tuphap", access.Police: "congan",
		access.MediaCentre: "ttvh", access.Commune: "pho-an", access.Department: "noi-vu", access.Leader: "lanhdao", access.Admin: "admin",
	} {
		var a account.Account
		if err := w.db.Where("username = ?", username).Take(&a).Error; err != nil {
			t.Fatal(err)
		}
		w.actors[role], w.tokens[role] = w.signedIn(&a)
	}
	var open string // the demonstration has no files of its own
	err := w.db.Raw("SELECT id FROM assignments WHERE agency_id = ? AND state IN ('assigned', 'received', 'in_progress') LIMIT 1", w.actors[access.Commune].AgencyID).Scan(&open).Error
	if err != nil {
		t.Fatal(err)
	}
	attachedTo(w, open)
	return w
}
