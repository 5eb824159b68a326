package dbtest_test

import (
	"testing"

	"gorm.io/gorm"

	"lantoa/internal/db"
	"lantoa/internal/dbtest"
)

func TestNewGivesAMigratedDatabaseOfItsOwn(t *testing.T) {
	t.Parallel()
	for range 3 {
		t.Run("that no other test sees", func(t *testing.T) {
			t.Parallel()
			pool := dbtest.New(t)
			run(t, pool, "CREATE TABLE only_here (id int)")
			if got := text(t, pool, "SELECT to_regclass('agencies')::text"); got != "agencies" {
				t.Errorf("the migrations left %q", got)
			}
		})
	}
}

func TestEmptyGivesADatabaseWithoutTables(t *testing.T) {
	t.Parallel()
	pool, err := db.Open(t.Context(), dbtest.Empty(t), 1)
	if err != nil {
		t.Fatal(err)
	}
	if got := text(t, pool, "SELECT count(*)::text FROM pg_tables WHERE schemaname = 'public'"); got != "0" {
		t.Errorf("found %s tables", got)
	}
}

func TestTxRollsBackWhatACaseDid(t *testing.T) {
	t.Parallel()
	for range 3 {
		t.Run("so that the next one starts from nothing", func(t *testing.T) {
			t.Parallel()
			tx := dbtest.Tx(t)
			run(t, tx, "CREATE TABLE rolled_back (id int)")
			_ = tx.Transaction(func(inner *gorm.DB) error { return inner.Exec("broken").Error })
			run(t, tx, "INSERT INTO rolled_back VALUES (1)") // the failed inner transaction was only a savepoint
		})
	}
}

func TestSessionsLiveInAStrangeTimeZone(t *testing.T) {
	t.Parallel()
	for _, pool := range []*gorm.DB{dbtest.New(t), dbtest.Tx(t)} {
		if got := text(t, pool, "SELECT current_setting('timezone')"); got != "Asia/Kathmandu" {
			t.Errorf("the zone is %s", got)
		}
	}
}

func TestTheTestsRoleIsNoSuperuser(t *testing.T) {
	t.Parallel()
	if got := text(t, dbtest.Tx(t), "SELECT usesuper::text FROM pg_user WHERE usename = current_user"); got != "false" {
		t.Errorf("superuser: %s", got)
	}
}

func run(t *testing.T, pool *gorm.DB, sql string) {
	t.Helper()
	if err := pool.Exec(sql).Error; err != nil {
		t.Fatal(sql, err)
	}
}

func text(t *testing.T, pool *gorm.DB, sql string) (got string) {
	t.Helper()
	if err := pool.Raw(sql).Row().Scan(&got); err != nil {
		t.Fatal(sql, err)
	}
	return got
}
