package localpg

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"

	"lantoa/internal/db"
	"lantoa/internal/event"
)

// granted is a private PostgreSQL, migrated by its owner, who granted the serving role what it needs.
func granted(t *testing.T) *Server {
	t.Helper()
	s := start(t, t.TempDir())
	owner := pool(t, s.URL)
	for range 2 { // as at every start
		if err := errors.Join(db.Migrate(t.Context(), owner), db.Grant(t.Context(), owner, serving)); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func pool(t *testing.T, url string) *gorm.DB {
	t.Helper()
	opened, err := db.Open(t.Context(), url, 2)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if sqlDB, err := opened.DB(); err == nil {
			_ = sqlDB.Close()
		}
	})
	return opened
}

// The claim of the documentation, held: the role that serves adds rows to the log and reads them, and by no statement changes them.
func TestTheServingRoleAddsToTheLogAndNeverChangesIt(t *testing.T) {
	t.Parallel()
	s := granted(t)
	const id = "0192f3a0-0000-7000-8000-000000000001"
	execute(t, s.ServingURL, `WITH e AS (INSERT INTO events (id, recorded_at, business_at, did, noun, noun_id, audience, by_role, changes)
		VALUES ('`+id+`', now(), now(), 'plan.issued', 'plan', '`+id+`', 'all', 'leader', '{}') RETURNING id)
		INSERT INTO event_pending (event_id) SELECT id FROM e`)
	if n, err := (&event.Log{DB: pool(t, s.ServingURL), Key: []byte("k")}).Seal(t.Context()); n != 1 || err != nil {
		t.Errorf("sealed %d, %v", n, err)
	}
	execute(t, s.ServingURL, "SELECT nextval('receipt_numbers')")
	for _, refused := range []string{
		"UPDATE events SET did = 'x'", "DELETE FROM events", "TRUNCATE events", "UPDATE event_seals SET hash = ''", "DELETE FROM event_seals",
		"ALTER TABLE events DISABLE TRIGGER USER", "DROP TRIGGER events_append_only ON events", "DROP TABLE events CASCADE",
		"CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
		"SET ROLE lantoa", "SET session_replication_role = replica", "DELETE FROM goose_db_version",
	} {
		_, err := connect(t, s.ServingURL).Exec(t.Context(), refused)
		const insufficientPrivilege = "42501"
		if why, ours := errors.AsType[*pgconn.PgError](err); !ours || why.Code != insufficientPrivilege {
			t.Errorf("%s: %v", refused, err)
		}
	}
}

func TestEachRoleOfThePrivatePostgresHasAPasswordOfItsOwn(t *testing.T) {
	t.Parallel()
	s := start(t, t.TempDir())
	folder := filepath.Dir(clusterOf(t, s))
	super, err := os.ReadFile(filepath.Join(folder, "password"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{strings.TrimSpace(string(super)): true}
	for _, role := range []string{s.URL, s.ServingURL} {
		c, err := pgx.ParseConfig(role)
		if err != nil || seen[c.Password] {
			t.Errorf("%s shares its password, %v", c.User, err)
		}
		seen[c.Password] = true
	}
}

// A folder of before: one role, which had the superuser's password.
func TestAFolderOfBeforeOpensWithItsData(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := start(t, dir)
	write(t, s.URL, "kept")
	folder := filepath.Dir(clusterOf(t, s))
	super, err := os.ReadFile(filepath.Join(folder, "password"))
	if err != nil {
		t.Fatal(err)
	}
	old := strings.TrimSpace(string(super))
	config, err := pgx.ParseConfig(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	asSuper := address("postgres", old, int(config.Port), "postgres")
	execute(t, asSuper, "ALTER ROLE lantoa PASSWORD '"+old+"'")
	execute(t, asSuper, "DROP ROLE lantoa_serving")
	for _, role := range []string{owner, serving} {
		if err := os.Remove(filepath.Join(folder, passwordOf(role))); err != nil {
			t.Fatal(err)
		}
	}
	stop(t, s)
	again := start(t, dir)
	if got := read(t, again.URL); got != "kept" {
		t.Errorf("read %q", got)
	}
	if c, err := pgx.Connect(t.Context(), address(owner, old, int(config.Port), owner)); err == nil {
		t.Error("the superuser's password still opens the owner's role", c.Close(context.Background()))
	}
	execute(t, again.ServingURL, "SELECT 1")
}
