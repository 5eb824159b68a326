package rest_test

import (
	"slices"
	"testing"

	"gorm.io/gorm"

	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/file"
	"lantoa/internal/plan"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// nouns gives the noun of each table.
func nouns() map[string]any {
	return map[string]any{
		"accounts": &account.Account{}, "sessions": &account.Session{}, "agencies": &agency.Agency{}, "agency_groups": &agency.Group{},
		"plans": &plan.Plan{}, "tasks": &plan.Task{}, "assignments": &assignment.Assignment{}, "progress_updates": &assignment.Update{},
		"report_templates": &round.Template{}, "rounds": &round.Round{}, "reports": &report.Report{}, "report_revisions": &report.Revision{},
		"attachments": &file.Attachment{},
	}
}

// tables gives the tables that hold nouns. Written by statements of their own, and so no nouns, are those of the log, the answers kept
// for a repeated request, the wrong passwords that still count, and the steps of the schema.
func tables(t *testing.T, tx *gorm.DB) (names []string) {
	t.Helper()
	err := tx.Raw("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1").Scan(&names).Error
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(names, func(name string) bool {
		return slices.Contains([]string{"events", "event_pending", "event_seals", "idempotency_keys", "sign_in_trials", "goose_db_version"}, name)
	})
}
