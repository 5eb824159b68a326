package dbtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"lantoa/internal/db"
)

// Advisory locks in the server's first database, which all test processes agree on.
const (
	templateLock = 0x6c616e // one process at a time makes a template
	slotLock     = 0x746f61 // with a number behind: that number's database is taken
)

// template gives the name of a database that holds the present migrations; it is copied, never opened.
var template = sync.OnceValues(func() (string, error) { //nolint:gochecknoglobals // one for the whole process, by intent
	s, err := connect()
	if err != nil {
		return "", err
	}
	return s.template()
})

// template makes the template when this is the first process that needs it.
func (s *session) template() (name string, err error) {
	sum, err := fingerprint(db.Migrations())
	if err != nil {
		return "", err
	}
	name = "lantoa_template_" + sum
	if err := s.exec(fmt.Sprintf("SELECT pg_advisory_lock(%d)", templateLock)); err != nil {
		return "", err
	}
	defer func() {
		err = errors.Join(err, s.exec(fmt.Sprintf("SELECT pg_advisory_unlock(%d)", templateLock)))
	}()
	there, err := s.ask("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name)
	if err != nil || there {
		return name, err
	}
	return name, s.build(name)
}

func (s *session) copyOf(template string) string {
	if s.copiesFiles {
		return " TEMPLATE " + template + " STRATEGY FILE_COPY"
	}
	return " TEMPLATE " + template
}

// build migrates under another name and renames at the end, so that a half-made template is never copied.
func (s *session) build(name string) error {
	draft := name + "_new"
	if err := s.exec("DROP DATABASE IF EXISTS "+draft+" WITH (FORCE)", "CREATE DATABASE "+draft); err != nil {
		return err
	}
	if err := migrate(s.address(draft)); err != nil {
		return err
	}
	return s.exec("ALTER DATABASE "+draft+" ALLOW_CONNECTIONS false", "ALTER DATABASE "+draft+" RENAME TO "+name)
}

func migrate(address string) error {
	ctx := context.Background()
	pool, err := db.Open(ctx, address, 2)
	if err != nil {
		return err
	}
	sqlDB, err := pool.DB()
	if err != nil {
		return err
	}
	return errors.Join(db.Migrate(ctx, pool), sqlDB.Close())
}

// fingerprint is a short hash over names and contents of all files.
func fingerprint(files fs.FS) (string, error) {
	h := sha256.New()
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, path)
		fmt.Fprintf(h, "%s %d\n%s", path, len(b), b)
		return err
	})
	return hex.EncodeToString(h.Sum(nil)[:8]), err
}

// slot takes the first database number that no living process holds; the server frees it with this session.
func (s *session) slot() (string, error) {
	for n := 1; ; n++ {
		taken, err := s.ask("SELECT pg_try_advisory_lock($1, $2)", slotLock, n)
		if err != nil {
			return "", err
		}
		if taken {
			return fmt.Sprintf("lantoa_tx_%d", n), nil
		}
	}
}

func (s *session) ask(sql string, args ...any) (yes bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err = s.conn.QueryRow(context.Background(), sql, args...).Scan(&yes)
	return yes, err
}
