package rest_test

import (
	"fmt"
	"strings"
	"testing"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
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
	for _, noun := range []struct {
		name string
		rows []lifecycle.Row
	}{
		{"Agency (cơ quan)", agency.Life()}, {"Group of agencies (nhóm cơ quan)", agency.GroupLife()}, {"Account (tài khoản)", account.Life()},
		{"Plan (kế hoạch)", plan.Life()}, {"Assignment (nhiệm vụ được giao)", assignment.Life()}, {"Round (đợt báo cáo)", round.Life()},
		{"Report of an agency (báo cáo)", report.Life(report.OfAgency)}, {"Consolidated report (báo cáo tổng hợp)", report.Life(report.Consolidated)},
	} {
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
