package db_test

import (
	"strings"
	"testing"

	"lantoa/internal/db"
	"lantoa/internal/dbtest"
)

func TestTheOwnerTakesNothingFromItself(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t)
	var owner string
	if err := pool.Raw("SELECT current_user").Scan(&owner).Error; err != nil {
		t.Fatal(err)
	}
	if err := db.Grant(t.Context(), pool, owner); err == nil || !strings.Contains(err.Error(), "MIGRATION_DATABASE_URL") {
		t.Errorf("granted: %v", err)
	}
	if err := pool.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, true)").Error; err != nil {
		t.Errorf("the next migration: %v", err)
	}
}
