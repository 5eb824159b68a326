package rest_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lantoa/api/rest"
	"lantoa/internal/access"
)

var update = flag.Bool("update", false, "write the golden files anew") //nolint:gochecknoglobals // a flag

// golden compares a generated document with the committed one, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("..", "..", "docs", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("docs/%s is not what the code says; run make golden and review the change", name)
	}
}

// TestEveryEndpointOpensToItsRolesAlone asks every endpoint as nobody and as every role in both positions, and keeps the table.
func TestEveryEndpointOpensToItsRolesAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	officers := map[access.Role]string{}
	for _, role := range access.Roles() {
		_, officers[role] = w.account(role, access.Officer, w.town.Of(role).ID)
	}
	var b strings.Builder
	b.WriteString("# Who may call what\n\nWritten by a test that asks every endpoint as every role. ✓ any position, `head` heads alone, – refused; " +
		"`all` without signing in. Which rows a role then sees and what it may do in a state is in docs/lifecycles.md.\n\n")
	b.WriteString("| endpoint | action | " + strings.Join(roleNames(), " | ") + " |\n|---|---|" + strings.Repeat("---|", len(access.Roles())) + "\n")
	for _, e := range rest.Endpoints() {
		fmt.Fprintf(&b, "| %s %s | %s |", e.Method, e.Path, e.Action)
		path := strings.ReplaceAll(e.Path, "{id}", uuid.Must(uuid.NewV7()).String())
		if e.Action == access.Public { // asking as a role would only sign it out
			b.WriteString(strings.Repeat(" all |", len(access.Roles())) + "\n")
			continue
		}
		caller{w, ""}.ask(e, path).problem(401, "access.unauthenticated")
		for _, role := range access.Roles() {
			fmt.Fprintf(&b, " %s |", cell(t, caller{w, officers[role]}.ask(e, path), w.as(role).ask(e, path)))
		}
		b.WriteString("\n")
	}
	golden(t, "access.md", b.String())
}

// ask sends the least that passes the door: what lies behind it may then refuse for its own reasons.
func (c caller) ask(e rest.Endpoint, path string) *answer {
	return c.call(e.Method, path, nil, header("If-Match", `"1"`))
}

func cell(t *testing.T, officer, head *answer) string {
	t.Helper()
	refused := func(a *answer) bool {
		if a.Code == 401 || a.Code >= 500 {
			t.Errorf("%s: %d %s", a.name, a.Code, a.Body)
		}
		return a.Code == 403 && isProblem(a, "access.forbidden")
	}
	switch {
	case refused(officer) && refused(head):
		return "–"
	case refused(officer):
		return "head"
	}
	return "✓"
}

func isProblem(a *answer, code string) bool {
	return strings.Contains(a.Body.String(), `"code":"`+code+`"`)
}

func roleNames() []string {
	names := []string{}
	for _, role := range access.Roles() {
		names = append(names, string(role))
	}
	return names
}
