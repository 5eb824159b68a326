package demo_test

import (
	"slices"
	"strings"
	"testing"

	"gorm.io/gorm"

	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/demo"
	"lantoa/internal/factory"
)

// count counts the rows of a query, for tests that look beneath the stores.
func count(t *testing.T, tx *gorm.DB, query string, args ...any) int {
	t.Helper()
	var n int
	if err := tx.Raw("SELECT count(*) FROM "+query, args...).Scan(&n).Error; err != nil {
		t.Fatal(err)
	}
	return n
}

func TestTheRegisterIsEnteredOnce(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	for range 2 {
		if err := demo.Register(db.WithTx(t.Context(), tx), tx, factory.Passwords()); err != nil {
			t.Fatal(err)
		}
		for table, want := range map[string]int{
			"agencies": 39, "agency_groups": 6, "report_templates": 1, "accounts": 40, "accounts WHERE must_change_password": 0,
			"agencies WHERE kind IN ('ward', 'commune')": 15, "plans": 0,
		} {
			if got := count(t, tx, table); got != want {
				t.Errorf("%d %s, want %d", got, table, want)
			}
		}
	}
}

func TestTheStartMessageNamesEveryAccountAndThePasswordOnce(t *testing.T) {
	t.Parallel()
	message := demo.Accounts()
	words := strings.Fields(strings.ReplaceAll(message, ",", " "))
	for _, username := range []string{"lanhdao", "admin", "vhtt", "vhtt.cv", "pho-an", "pho-an.cv", "pho-chau", "cuu-chien-binh"} {
		if !slices.Contains(words, username) {
			t.Errorf("%s is not named in\n%s", username, message)
		}
	}
	if strings.Count(message, demo.Password) != 1 {
		t.Errorf("the password stands %d times in\n%s", strings.Count(message, demo.Password), message)
	}
	for line := range strings.Lines(message) {
		if len([]rune(line)) > 101 {
			t.Errorf("too long for a terminal: %q", line)
		}
	}
}

func TestADatabaseThatThePublicPasswordOpensIsTold(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	ctx := db.WithTx(t.Context(), tx)
	if open, err := demo.Opens(ctx, tx, factory.Passwords()); open != "" || err != nil {
		t.Errorf("an empty register: %q, %v", open, err)
	}
	if err := demo.Register(ctx, tx, factory.Passwords()); err != nil {
		t.Fatal(err)
	}
	if open, err := demo.Opens(ctx, tx, factory.Passwords()); open != "admin" || err != nil {
		t.Errorf("the demonstration's register: %q, %v", open, err)
	}
}
