package demo

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"lantoa/internal/access"
)

// Accounts gives the demonstration's accounts for the start message: a row for each duty, below it the accounts that have the
// same duty in other offices, and the one password of all.
func Accounts() string {
	var listed register
	if err := read("agencies.json", &listed); err != nil {
		return err.Error()
	}
	var out, others strings.Builder
	fmt.Fprintf(&out, "Demonstration accounts, password %s\n\n", Password)
	table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "  username\toffice\trole\tposition")
	further := map[access.Role][]string{}
	seen := map[[2]string]bool{}
	for _, office := range listed.Agencies {
		for _, a := range office.Accounts {
			duty := [2]string{string(a.Role), string(a.Position)}
			if seen[duty] {
				further[a.Role] = append(further[a.Role], a.Username)
				continue
			}
			seen[duty] = true
			fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", a.Username, office.Name, a.Role, a.Position)
		}
	}
	_ = table.Flush() // a strings.Builder takes everything
	for _, role := range access.Roles() {
		if len(further[role]) > 0 {
			fmt.Fprintf(&others, "\n  %s too: %s\n", role, strings.Join(further[role], ", "))
		}
	}
	return out.String() + wrapped(others.String(), 100)
}

// wrapped breaks lines at spaces, so that none is longer than the width.
func wrapped(text string, width int) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		for len(line) > width {
			cut := strings.LastIndexByte(line[:width], ' ')
			out.WriteString(line[:cut] + "\n    ")
			line = line[cut+1:]
		}
		out.WriteString(line)
	}
	return out.String()
}
