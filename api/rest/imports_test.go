package rest_test

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ground are the packages on which every noun stands, each on those before it.
const ground = "fault day clock figure viet markup access record lifecycle wire db event"

// above says, for every other package, what it may know besides the ground. A new package takes its place here.
func above() map[string]string {
	const nouns = "agency account plan assignment round report file"
	return map[string]string{
		"agency": "", "account": "agency",
		"planreader": "planreader/docx", "planreader/docx": "", "official": "",
		"plan":       "agency planreader official",
		"assignment": "agency plan", "round": "agency plan", "report": "agency plan round official",
		"issuing": "agency plan assignment round report",
		"file":    "assignment report", "overview": nouns,
		"idempotency": "", "config": "", "localpg": "",
		"demo":   nouns + " planreader issuing",
		"dbtest": "localpg", "factory": nouns,
	}
}

// TestEachPackageKnowsOnlyWhatStandsBelowIt reads the imports of everything inside.
func TestEachPackageKnowsOnlyWhatStandsBelowIt(t *testing.T) {
	t.Parallel()
	below, order := above(), strings.Fields(ground)
	for name, known := range below {
		below[name] = ground + " " + known
		if strings.HasPrefix(name, "planreader") || name == "official" { // papers, without a database
			below[name], _, _ = strings.Cut(below[name], " db")
			below[name] += " " + known
		}
	}
	for i, name := range order {
		below[name] = strings.Join(order[:i], " ")
	}
	root := filepath.Join("..", "..", "internal")
	err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "testdata") {
			return err
		}
		name, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		known, placed := below[name]
		if !placed {
			t.Errorf("%s has no place among the packages: give it one in above", name)
		}
		for _, other := range importsOf(t, path) {
			if !slices.Contains(strings.Fields(known), other) {
				t.Errorf("%s may not know %s", path, other)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// importsOf gives the packages of ours that a file imports, by their path under internal.
func importsOf(t *testing.T, path string) (ours []string) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range f.Imports {
		whole, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if name, is := strings.CutPrefix(whole, "lantoa/internal/"); is {
			ours = append(ours, name)
		} else if strings.HasPrefix(whole, "lantoa/") {
			t.Errorf("%s knows %s: the inside does not know who asks", path, whole)
		}
	}
	return ours
}
