package rest_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"lantoa/api/rest"
	"lantoa/internal/access"
	"lantoa/internal/factory"
)

func TestAPanicIsTheSameFailureWithAKey(t *testing.T) {
	t.Parallel()
	w := newReporting(t)
	w.api.Reports = nil
	handler := w.api.Handler()
	for _, key := range []string{"", "k1"} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/api/v1"+w.commune+"/accept", nil)
		r.Header.Set("Authorization", "Bearer "+w.tokens[access.CultureOffice])
		r.Header.Set("If-Match", `"1"`)
		if key != "" {
			r.Header.Set("Idempotency-Key", key)
		}
		rec := httptest.NewRecorder()
		handler.ServeHTTP(rec, r)
		if rec.Code != http.StatusInternalServerError || !strings.Contains(rec.Body.String(), `"code":"internal"`) {
			t.Errorf("key %q: %d %s", key, rec.Code, rec.Body)
		}
	}
}

// Not parallel: it sets the folder of temporary files for the whole process.
func TestARefusedUploadLeavesNoFileBehind(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	w := newWorld(t)
	server := httptest.NewServer(w.handler)
	defer server.Close()
	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	part, err := parts.CreateFormFile("file", "a.png")
	if err == nil {
		_, err = part.Write(make([]byte, 5<<20)) // more than is held in memory
	}
	if err == nil {
		err = parts.WriteField("owner_kind", "assignment\x00")
	}
	if err = errors.Join(err, parts.Close()); err != nil {
		t.Fatal(err)
	}
	status, _ := send(t, w.tokens[access.Commune], http.MethodPost, server.URL+"/api/v1/attachments", parts.FormDataContentType(), &form)
	left, err := os.ReadDir(dir)
	if status != http.StatusBadRequest || err != nil || len(left) != 0 {
		t.Errorf("%d, %v; left behind: %v", status, err, left)
	}
}

func TestTheFiguresAreReadableAndInventedMethodsAddNone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	server := httptest.NewServer(w.handler)
	defer server.Close()
	for i := range 5 {
		send(t, "", fmt.Sprintf("INVENTED%d", i), server.URL+"/api/v1/plans", "", nil)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"/metrics", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "gzip") // set by hand, so that the client leaves the answer as it is
	res, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	plain, err := gzip.NewReader(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(plain)
	if err != nil || !bytes.Contains(text, []byte(`method="other"`)) || bytes.Contains(text, []byte("INVENTED")) {
		t.Errorf("%v: %.400s", err, text)
	}
}

func TestARequestThatCarriesAFileMayTakeLonger(t *testing.T) {
	t.Parallel()
	pool := newDatabase(t)
	w := newWorldOn(t, pool)
	api := newAPI(t, pool, func(p *rest.Parts) { p.Settings.RequestTimeout, p.Tokens = 300*time.Millisecond, w.api.Tokens })
	server := httptest.NewServer(api.Handler())
	defer server.Close()
	a := factory.Assignment(t, pool, factory.Plan(t, pool, w.town), w.town.CommuneA)
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + strings.Repeat("\x00", 4000)
	body, media := uploadForm(t, "a.png", []byte(png), "owner_kind", "assignment", "owner_id", a.ID.String(), "no_secrets_confirmed", "true")
	typed := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", nil)
	media(typed)
	slow, sender := io.Pipe()
	go func() {
		_, _ = sender.Write(body[:1000])
		time.Sleep(600 * time.Millisecond)
		_, _ = sender.Write(body[1000:])
		_ = sender.Close()
	}()
	if status, told := send(t, w.tokens[access.Commune], http.MethodPost, server.URL+"/api/v1/attachments", typed.Header.Get("Content-Type"), slow); status != http.StatusCreated {
		t.Errorf("%d %s", status, told)
	}
}

func TestEachItemOfABulkNamesItsRequest(t *testing.T) {
	t.Parallel()
	w := newReporting(t)
	body := map[string]any{"items": []map[string]any{{"id": uuid.New(), "version": 1}}}
	for _, key := range []string{"", "k"} {
		a := w.as(access.CultureOffice).call("POST", "/reports/accept", body, header("Idempotency-Key", key)).want(207)
		if strings.Contains(a.Body.String(), `"instance":""`) {
			t.Errorf("key %q: %s", key, a.Body)
		}
	}
}

func TestOfVeryManyBrokenRulesTheFirstHundredAreTold(t *testing.T) {
	t.Parallel()
	w := newReporting(t)
	var body strings.Builder
	body.WriteString(`{"content":{"sections":{"x":{}`)
	for i := range 20_000 {
		fmt.Fprintf(&body, `,"%x":{}`, i)
	}
	body.WriteString(`}}}`)
	a := w.as(access.Commune).call("PATCH", w.commune, body.String(), header("Content-Type", patchType), header("If-Match", `"1"`)).want(422)
	if told := strings.Count(a.Body.String(), `"pointer"`); told != 100 {
		t.Errorf("%d places told in %d bytes", told, a.Body.Len())
	}
}

func send(t *testing.T, token, method, url, media string, body io.Reader) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, body)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", media)
	r.Header.Set("Authorization", "Bearer "+token)
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	told, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(told)
}

func TestAFileSentTwiceUnderOneKeyIsAttachedOnce(t *testing.T) {
	t.Parallel()
	w := newReporting(t)
	commune := w.as(access.Commune)
	of := func(content string) *answer {
		png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + strings.Repeat(content, 64)
		body, media := uploadForm(t, "a.png", []byte(png), "owner_kind", "report", "owner_id", strings.TrimPrefix(w.commune, "/reports/"), "no_secrets_confirmed", "true")
		return commune.call("POST", "/attachments", body, media, header("Idempotency-Key", "k"))
	}
	first := of("a").want(201)
	again := of("a").want(201) // each form has a boundary of its own
	if again.Body.String() != first.Body.String() || again.Header().Get("Idempotent-Replayed") != "true" {
		t.Errorf("%s, then %s", first.Body, again.Body)
	}
	if other := of("b").want(422); other.field("code") != "idempotency.reused" {
		t.Errorf("another file: %s", other.Body)
	}
}
