package rest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/file"
	"lantoa/internal/lifecycle"
	"lantoa/internal/plan"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// TestTheLifeOfEachNounIsDocumented prints the lifecycle tables that the verbs obey.
func TestTheLifeOfEachNounIsDocumented(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("# What may happen to each noun\n\nPrinted from the tables that the verbs obey and that `allowed_actions` is read from. " +
		"A verb outside its states is 409; without the action 403. Some verbs hold only on rows of one's own agency: the code of each noun says so.\n")
	for _, noun := range lives() {
		fmt.Fprintf(&b, "\n## %s\n\n| verb | from | to | action | who has it |\n|---|---|---|---|---|\n", noun.name)
		for _, row := range noun.rows {
			to := row.To
			if to == "" {
				to = "(stays)"
			}
			fmt.Fprintf(&b, "| %s | %s | %s | `%s` | %s |\n", row.Verb, strings.Join(row.From, ", "), to, row.Action, whoHas(row.Action))
		}
	}
	golden(t, "lifecycles.md", b.String())
}

type life struct {
	name string
	rows []lifecycle.Row
}

// lives are the lifecycle tables of all nouns.
func lives() []life {
	return []life{
		{"Agency (cơ quan)", agency.Life()}, {"Group of agencies (nhóm cơ quan)", agency.GroupLife()}, {"Account (tài khoản)", account.Life()},
		{"Plan (kế hoạch)", plan.Life()}, {"Assignment (nhiệm vụ được giao)", assignment.Life()}, {"Attachment (tệp đính kèm)", file.Life()}, {"Report template (mẫu báo cáo)", round.TemplateLife()}, {"Round (đợt báo cáo)", round.Life()},
		{"Report of an agency (báo cáo)", report.Life(report.OfAgency)}, {"Consolidated report (báo cáo tổng hợp)", report.Life(report.Consolidated)},
	}
}

// TestEveryLifecycleIsListed looks for the tables in the code.
func TestEveryLifecycleIsListed(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("..", "..", "internal", "*", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	tables := 0
	for _, path := range slices.DeleteFunc(files, func(path string) bool { return strings.HasSuffix(path, "_test.go") }) {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		tables += strings.Count(string(raw), "= lifecycle.Table[")
	}
	if tables != len(lives()) {
		t.Errorf("the code has %d lifecycle tables, lives lists %d", tables, len(lives()))
	}
}

func whoHas(action access.Action) string {
	var who []string
	for _, role := range access.Roles() {
		id := [16]byte{1}
		officer := access.Actor{AccountID: id, Role: role, Position: access.Officer}
		head := access.Actor{AccountID: id, Role: role, Position: access.Head}
		switch {
		case officer.May(action):
			who = append(who, string(role))
		case head.May(action):
			who = append(who, string(role)+" (head)")
		}
	}
	return strings.Join(who, ", ")
}
