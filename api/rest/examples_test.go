package rest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"lantoa/api/rest"
)

// example is the first good answer that an endpoint gave to the journey, with what was sent to it.
type example struct {
	Status   int `json:"status"`
	Request  any `json:"request,omitempty"`
	Response any `json:"response,omitempty"`
}

// examples are those of the contract, by method and path.
type examples map[string]example

// keep remembers a good answer in JSON, unless there is one already. A request that leaves members out is no example to follow.
func (x examples) keep(r *http.Request, sent []byte, a *answer) {
	a.t.Helper()
	router, err := contract()
	if err != nil {
		a.t.Fatal(err)
	}
	route, _, err := router.FindRoute(r)
	if err != nil || a.Code >= 300 || !strings.Contains(a.Header().Get("Content-Type"), "json") {
		return
	}
	key := route.Method + " " + route.Path
	e, known := x[key]
	if !known {
		e = example{Status: a.Code}
		a.as(&e.Response)
	}
	if e.Request == nil && len(sent) > 0 && route.Operation.RequestBody != nil {
		var body any
		if json.Unmarshal(sent, &body) == nil && fits(body, route.Operation.RequestBody.Value.Content) {
			e.Request = body
		}
	}
	x[key] = e
}

func fits(body any, content openapi3.Content) bool {
	for _, media := range content {
		if media.Schema == nil || media.Schema.Value.VisitJSON(body) != nil {
			return false
		}
	}
	return true
}

// golden holds the contract's examples to what was answered now.
func (x examples) golden(t *testing.T) {
	t.Helper()
	for _, e := range rest.Endpoints() {
		kept, known := x[e.Method+" "+e.Path]
		file := strings.HasSuffix(e.Path, "x") || strings.HasSuffix(e.Path, "/content") // .docx, .xlsx
		silent := e.Method == http.MethodDelete || e.Path == "/me/password" || e.Path == "/sessions/refresh"
		if !file && !silent && (!known || e.Takes == "application/json" && kept.Request == nil) {
			t.Errorf("%s %s has no example: let the journey come by", e.Method, e.Path)
		}
	}
	for key, e := range x {
		x[key] = example{e.Status, brief("", e.Request), brief("", e.Response)}
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(x); err != nil {
		t.Fatal(err)
	}
	got := settled(b.String())
	path := filepath.Join("..", "openapi", "examples.json")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want, err := os.ReadFile(path); err != nil || string(want) != got {
		t.Errorf("api/openapi/examples.json is not what the API answers (%v); run make golden gen and review the change", err)
	}
}

// brief cuts lists, and what is named by codes or places, to the first; secrets to a word.
func brief(name string, v any) any {
	switch v := v.(type) {
	case []any:
		if len(v) > 0 {
			return []any{brief("", v[0])}
		}
	case map[string]any:
		for i, key := range slices.Sorted(maps.Keys(v)) {
			switch {
			case i > 0 && (name == "sections" || name == "values" || name == "sources"):
				delete(v, key)
			case key == "access_token":
				v[key] = "eyJhbGciOiJFZERTQSJ9…"
			case key == "initial_password":
				v[key] = "kmpr-7wxh-tn3e-5bqd"
			case key == "next_cursor":
				v[key] = nil
			default:
				v[key] = brief(key, v[key])
			}
		}
	}
	return v
}

var (
	anyID   = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)
	machine = regexp.MustCompile(`20(?:2[6-9]|[3-9][0-9])-[0-9-]+T[0-9:.]+\+07:00`)
)

// settled puts fixed ids and one instant in the place of those that differ from run to run: the machine's time is never the journey's.
func settled(text string) string {
	ids := map[string]string{}
	text = anyID.ReplaceAllStringFunc(text, func(id string) string {
		if ids[id] == "" {
			ids[id] = fmt.Sprintf("0192e2a4-0000-7000-8000-%012d", len(ids)+1)
		}
		return ids[id]
	})
	return machine.ReplaceAllString(text, "2024-11-06T08:00:00+07:00")
}
