package config

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew") //nolint:gochecknoglobals // a flag

// The page of settings says of each what the code says: it is written from the struct and its comments.
func TestEverySettingIsDocumented(t *testing.T) {
	t.Parallel()
	const page = "../../docs/settings.md"
	want := document(t)
	if *update {
		if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(page); err != nil || string(got) != want {
		t.Errorf("docs/settings.md is not what the code says (%v): make golden", err)
	}
}

// The example for a server names only settings that exist.
func TestTheExampleOfSettingsNamesRealOnes(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../../deploy/env.example")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for f := range reflect.TypeFor[Config]().Fields() {
		known[variable(f.Name)] = true
	}
	for line := range strings.Lines(string(b)) {
		name, _, set := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "#"), "=")
		if set && !strings.Contains(name, " ") && !known[name] && !strings.HasPrefix(name, "POSTGRES_") && name != "DOMAIN" {
			t.Errorf("%s is no setting", name)
		}
	}
}

func document(t *testing.T) string {
	t.Helper()
	comments := fieldComments(t)
	var b strings.Builder
	b.WriteString("# Settings\n\nRead from the environment at the start; a wrong one stops the start and is named. Written by a test from `internal/config`.\n\n" +
		"| variable | default | meaning |\n| --- | --- | --- |\n")
	for f := range reflect.TypeFor[Config]().Fields() {
		if comments[f.Name] == "" {
			t.Errorf("%s has no comment", f.Name)
		}
		byDefault := f.Tag.Get("envDefault")
		if byDefault != "" {
			byDefault = "`" + byDefault + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", variable(f.Name), byDefault, comments[f.Name])
	}
	return b.String()
}

func fieldComments(t *testing.T) map[string]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "config.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	comments := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.StructType); ok {
			for _, f := range s.Fields.List {
				comments[f.Names[0].Name] = strings.ReplaceAll(strings.TrimSpace(f.Doc.Text()), "\n", " ")
			}
		}
		return true
	})
	return comments
}
