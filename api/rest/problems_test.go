package rest_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lantoa/internal/fault"
)

var (
	raised  = regexp.MustCompile(`(?:fault\.New\w*|fault\.AtField|\.At|\.Require|q\.wrong|refuse|noted)\([^"\n]*(?:"[^"]*", )?"([a-z0-9_]+\.[a-z0-9_]+)"`)
	literal = regexp.MustCompile(`"([a-z0-9_]+(?:\.[a-z0-9_]+)?)"`)
	dotted  = regexp.MustCompile(`[a-z0-9_]+\.[a-z0-9_]+`)
	failure = regexp.MustCompile(`@Failure \d+ \{object\} Problem "([^"]+)"`)
)

// TestEveryCodeHasItsWords reads the program's text: each code that is raised has words in both languages, none has words for
// nothing, each that an annotation promises exists; docs/problems.md lists them.
func TestEveryCodeHasItsWords(t *testing.T) {
	t.Parallel()
	source := programText(t)
	words := fault.Catalogue()
	for _, found := range raised.FindAllStringSubmatch(source, -1) {
		if _, ok := words[found[1]]; !ok {
			t.Errorf("%s is raised but has no words", found[1])
		}
	}
	for _, found := range failure.FindAllStringSubmatch(source, -1) {
		for _, code := range dotted.FindAllString(found[1], -1) {
			if _, ok := words[code]; !ok {
				t.Errorf("an annotation promises %s, which does not exist", code)
			}
		}
	}
	used := map[string]bool{}
	for _, found := range literal.FindAllStringSubmatch(source, -1) {
		used[found[1]] = true
	}
	var b strings.Builder
	b.WriteString("# Problems\n\nEvery error is `application/problem+json` with one of these codes, as the problem's own or at a place of the input. " +
		"Codes are stable; texts are for people and follow `Accept-Language`.\n\n| code | Tiếng Việt | English |\n|---|---|---|\n")
	for _, code := range slices.Sorted(maps.Keys(words)) {
		if !used[code] {
			t.Errorf("%s has words but is never raised", code)
		}
		if words[code].Vi == "" || words[code].En == "" {
			t.Errorf("%s lacks a language", code)
		}
		fmt.Fprintf(&b, "| <a id=\"%s\"></a>`%s` | %s | %s |\n", code, code, words[code].Vi, words[code].En)
	}
	golden(t, "problems.md", b.String())
}

func programText(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for _, root := range []string{filepath.Join("..", "..", "internal"), ".."} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			raw, err := os.ReadFile(path)
			b.Write(raw)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}
