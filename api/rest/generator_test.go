package rest_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"lantoa/api/rest"
)

var errRollback = errors.New("rolled back on purpose")

// generator makes inputs: mostly what the contract asks for, with one thing or another wrong.
type generator struct {
	*rand.Rand
	seeds *seeds
}

// seeds is what inputs are made of.
type seeds struct {
	ids        []string            // of rows that exist, of every noun
	idsOf      map[string][]string // the same by the first part of their path
	operations map[string]*openapi3.Operation
	docx       []byte
	plan       string
}

func seedsOf(t *testing.T, w *world) *seeds {
	t.Helper()
	s := &seeds{operations: map[string]*openapi3.Operation{}, idsOf: map[string][]string{}}
	for _, table := range tables(t, w.db) {
		var ids []string
		if err := w.db.Raw("(SELECT id::text FROM " + table + " ORDER BY id LIMIT 12) UNION ALL (SELECT id::text FROM " + table + " ORDER BY id DESC LIMIT 12)").Scan(&ids).Error; err != nil {
			t.Fatal(err)
		}
		if len(ids) == 0 {
			t.Errorf("the demonstration has no row of %s, so the inputs meet none", table)
		}
		s.ids = append(s.ids, ids...)
		s.idsOf[strings.ReplaceAll(table, "_", "-")] = ids
	}
	doc, err := openapi3.NewLoader().LoadFromFile(filepath.Join("..", "..", "openapi.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range rest.Endpoints() {
		s.operations[e.Method+" "+e.Path] = doc.Paths.Value(e.Path).GetOperation(e.Method)
	}
	if s.docx, err = os.ReadFile(filepath.Join("..", "..", "internal", "planreader", "testdata", "plan.docx")); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join("..", "..", "internal", "planreader", "testdata", "plan.txt"))
	if err != nil {
		t.Fatal(err)
	}
	s.plan = string(text)
	return s
}

func (g *generator) seldom() bool               { return g.IntN(10) == 0 }
func (g *generator) often() bool                { return g.IntN(10) != 0 }
func (g *generator) pick(from ...string) string { return from[g.IntN(len(from))] }

// json makes a body by the operation's schema; sometimes it is no JSON at all.
func (g *generator) json(operation *openapi3.Operation) []byte {
	if g.IntN(20) == 0 {
		return []byte(g.pick("", "{", "null", "[]", `"x"`, "{}", "\xff", `{"a":"\u0000"}`, `{"a":1,"a":2}`, strings.Repeat("[", 20000), "NaN", `{"x":1e999}`))
	}
	var schema *openapi3.SchemaRef
	if operation.RequestBody != nil {
		for _, media := range operation.RequestBody.Value.Content {
			schema = media.Schema
		}
	}
	raw, err := json.Marshal(g.value(schema, 0))
	if err != nil {
		panic(err)
	}
	return raw
}

const deepest = 8

func (g *generator) value(ref *openapi3.SchemaRef, depth int) any {
	if ref == nil || ref.Value == nil || depth > deepest || g.IntN(40) == 0 {
		return g.strange()
	}
	s := ref.Value
	for _, part := range append(append(openapi3.SchemaRefs{}, s.AllOf...), s.AnyOf...) {
		return g.value(part, depth)
	}
	switch {
	case len(s.Enum) > 0:
		return s.Enum[g.IntN(len(s.Enum))]
	case s.Type.Is("object") || len(s.Properties) > 0:
		return g.object(s, depth)
	case s.Type != nil && s.Type.Includes("array"):
		list := []any{}
		for range g.IntN(4) {
			list = append(list, g.value(s.Items, depth+1))
		}
		return list
	case s.Type != nil && s.Type.Includes("boolean"):
		return g.IntN(2) == 0
	case s.Type != nil && (s.Type.Includes("integer") || s.Type.Includes("number")):
		return []any{0, 1, 2024, g.IntN(1000), -1, 0.5, 1e14, json.Number("999999999999999.999"), json.Number("0.0001")}[g.IntN(9)]
	}
	return g.word(s.Format)
}

func (g *generator) object(s *openapi3.Schema, depth int) any {
	object := map[string]any{}
	for name, property := range s.Properties {
		if g.often() {
			object[name] = g.value(property, depth+1)
		}
	}
	if extra := s.AdditionalProperties.Schema; extra != nil || len(s.Properties) == 0 {
		for range g.IntN(4) {
			object[g.pick("1", "9", "10", "9.1", "1.1", "x", "content", "name", "sections", "values", "member_ids")] = g.value(extra, depth+1)
		}
	}
	if g.IntN(30) == 0 {
		object[g.pick("no_such", "", "\u200b")] = g.strange()
	}
	return object
}

func (g *generator) word(format string) any {
	switch format {
	case "uuid":
		return g.pick(g.seeds.ids...)
	case "date":
		return g.pick("2024-11-10", "2024-01-01", "2024-12-31", "2024-02-31", "0001-01-01", "2200-12-31", "x")
	case "date-time":
		return g.pick("2024-11-10T00:00:00+07:00", "2024-11-09T23:59:59.999999999+07:00", "9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "2024-13-01T00:00:00Z", "x")
	}
	return g.text()
}

func (g *generator) text() string {
	return g.pick("Phổ An", "Kế hoạch năm 2024", "45/KH-UBND", "UBND các xã, phường", "office", "commune", "head", "", " ", "\u202e", "😀", "Pho\u0302\u0309 An",
		"' OR 1=1 --", "%_\\", "MẬT", "TUYỆT MẬT", strings.Repeat("ă", 30000), "a\r\nb\tc", "\u0000", "https://example.org/a?b=c", "javascript:alert(1)", "\ufffe", g.seeds.plan)
}

func (g *generator) strange() any {
	switch g.IntN(8) {
	case 0:
		return nil
	case 1:
		return -1
	case 2:
		return json.Number("123456789012345678901234567890")
	case 3:
		return []any{[]any{[]any{}}}
	case 4:
		return map[string]any{"a": map[string]any{"b": nil}}
	case 5:
		return true
	case 6:
		return g.text()
	}
	return 1e300
}

// query fills the operation's parameters.
func (g *generator) query(operation *openapi3.Operation) string {
	q := url.Values{}
	for _, p := range operation.Parameters {
		if p.Value == nil || p.Value.In != "query" || g.IntN(4) != 0 {
			continue
		}
		value := g.pick("", "1", "50", "true", "x", "\x00", "\xff", "-due_on", "name", "-title", "2024", "2024-11-10", "draft", "overdue", "e30", "pho an", g.text())
		if strings.HasSuffix(p.Value.Name, "_id") && g.often() {
			value = g.pick(g.seeds.ids...)
		}
		if p.Value.Schema != nil && len(p.Value.Schema.Value.Enum) > 0 && g.often() {
			if known, ok := p.Value.Schema.Value.Enum[g.IntN(len(p.Value.Schema.Value.Enum))].(string); ok {
				value = known
			}
		}
		q.Set(p.Value.Name, value)
	}
	encoded := q.Encode()
	return encoded[:min(len(encoded), 4000)]
}
