package demo

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/db"
)

// Opens names an account that the demonstration's public password still opens; blank when there is none.
func Opens(ctx context.Context, pool *gorm.DB, passwords *account.Passwords) (string, error) {
	var listed register
	if err := read("agencies.json", &listed); err != nil {
		return "", err
	}
	var names []string
	for _, office := range listed.Agencies {
		for _, a := range office.Accounts {
			names = append(names, a.Username)
		}
	}
	var known []account.Account
	if err := db.Conn(ctx, pool).Where("username IN ? AND state = ?", names, account.Active).Order("username").Find(&known).Error; err != nil {
		return "", err
	}
	for i := range known {
		if opens, err := passwords.Matches(ctx, Password, known[i].PasswordHash); err != nil || opens {
			return known[i].Username, err
		}
	}
	return "", nil
}

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
