package rest_test

import (
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/uuid"

	"lantoa/api/rest"
	"lantoa/internal/access"
)

func TestTheAnswerToUnknownParametersIsShort(t *testing.T) {
	t.Parallel()
	c := newWorld(t).as(access.Leader)
	var many strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&many, "&x%04d=", i)
	}
	for name, query := range map[string]string{
		"many":                many.String()[1:],
		"one without end":     strings.Repeat("ậ", 5000) + "=1",
		"one that is no text": "%ff=1",
	} {
		answer := c.get("/plans?"+query).problem(400, "query.unknown")
		var p rest.Problem
		if answer.as(&p); len(p.Errors) == 0 || len(p.Errors) > 100 || answer.Body.Len() > 20_000 {
			t.Errorf("%s: %d places in %d bytes", name, len(p.Errors), answer.Body.Len())
		}
	}
	c.get("/plans?"+many.String()[1:]).problem(400, "query.unknown").at("x0000", "query.unknown").at("x0099", "query.unknown")
}

// TestEveryParameterIsHeldToItsType asks each endpoint with all of its parameters wrong at once: each is named, and a type of the contract
// has one code whatever the endpoint.
func TestEveryParameterIsHeldToItsType(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	held := 0
	for _, e := range rest.Endpoints() {
		codes, wrong := map[string]string{}, url.Values{}
		for _, parameter := range operationOf(t, e).Parameters {
			p := parameter.Value
			code := codeFor(p.Schema.Value)
			if p.In != openapi3.ParameterInQuery || code == "" || p.Name == "sort" { // the list's own: TestEveryListIsSortedByTheNamesOfTheContract
				continue
			}
			codes[p.Name] = code
			wrong.Set(p.Name, "2024-02-31x")
		}
		if len(codes) == 0 {
			continue
		}
		path := strings.ReplaceAll(e.Path, "{id}", uuid.Must(uuid.NewV7()).String())
		a := w.as(roleFor(t, e)).call(e.Method, path+"?"+wrong.Encode(), nil, header("Content-Type", "text/plain")).problem(400, "input.query")
		for name, code := range codes {
			a.at(name, code)
			held++
		}
	}
	if held < 40 {
		t.Errorf("only %d parameters were held", held)
	}
}

// codeFor gives the code that a type of the contract is refused with; blank for text, which takes anything.
func codeFor(s *openapi3.Schema) string {
	switch {
	case s.Type.Is(openapi3.TypeInteger), s.Type.Is(openapi3.TypeBoolean), s.Format == "uuid":
		return "input.wrong_type"
	case s.Format == "date":
		return "input.date"
	case len(s.Enum) > 0:
		return "input.unknown_value"
	}
	return ""
}

// What the rules say of searching is what the contract says.
func TestTheRulesNameTheListsThatAreSearched(t *testing.T) {
	t.Parallel()
	rules, err := os.ReadFile(filepath.Join("..", "..", "docs", "api.md"))
	if err != nil {
		t.Fatal(err)
	}
	searched := regexp.MustCompile("((?:, | and |`/[a-z-]+`)+) take `q=`").FindSubmatch(rules)
	for _, e := range rest.Endpoints() {
		takes := operationOf(t, e).Parameters.GetByInAndName("query", "q") != nil
		if said := len(searched) > 1 && strings.Contains(string(searched[1]), "`"+e.Path+"`"); e.Kind == "list" && takes != said {
			t.Errorf("%s: the contract has q %v, the rules %v", e.Path, takes, said)
		}
	}
}

// operationOf gives an endpoint as the contract tells it.
func operationOf(t testing.TB, e rest.Endpoint) *openapi3.Operation {
	t.Helper()
	router, err := contract()
	if err != nil {
		t.Fatal(err)
	}
	route, _, err := router.FindRoute(httptest.NewRequestWithContext(t.Context(), e.Method, "/api/v1"+e.Path, nil))
	if err != nil {
		t.Fatalf("%s %s: %v", e.Method, e.Path, err)
	}
	return route.Operation
}

// A stranger's name for a place is repeated in part and as text, however it was cut.
func TestAPlaceWithAVeryLongNameIsToldInPart(t *testing.T) {
	t.Parallel()
	name := strings.Repeat("ậ", 400)
	a := newWorld(t).nobody().call("POST", "/sessions", `{"`+name+`":"MẬT"}`).problem(422, "input.invalid")
	if a.Body.Len() > 2000 {
		t.Errorf("%d bytes", a.Body.Len())
	}
}
