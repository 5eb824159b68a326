// Package dbtest gives tests a real PostgreSQL: a database of their own, or a transaction that is rolled back.
//
// The server is the one of TEST_DATABASE_URL, else a throwaway one that all test processes of the checkout share; see
// server.go. Sessions live in the time zone of Kathmandu (+05:45), so that a day taken from the server shows.
package dbtest

import (
	"context"
	"crypto/rand"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"gorm.io/gorm"

	"lantoa/internal/db"
)

// conns is how many connections a test's pool may hold; a case of Tx holds one until its end.
const conns = 64

// New gives a database of its own with every migration applied. It is dropped at the test's end, but kept when the test
// failed; TEST_DATABASE_TELL=1 logs its address. Edits set more of its pool.
func New(t testing.TB, edits ...func(*pgxpool.Config)) *gorm.DB {
	t.Helper()
	return open(t, URL(t), edits...)
}

// URL is New for a program under test, which opens the database itself.
func URL(t testing.TB) string {
	t.Helper()
	name, err := template()
	if err != nil {
		t.Fatal("template database: ", err)
	}
	s := connected(t)
	return s.create(t, s.copyOf(name))
}

// Empty gives the address of a database of its own without any table, for tests of the migrations themselves.
func Empty(t testing.TB) string {
	t.Helper()
	return connected(t).create(t, "")
}

// Tx gives a transaction on the one database of this test process; it is rolled back at the test's end, and
// transactions begun within it become savepoints.
func Tx(t testing.TB) *gorm.DB {
	t.Helper()
	pool, err := process()
	if err != nil {
		t.Fatal("database of the process: ", err)
	}
	tx := pool.Begin()
	if tx.Error != nil {
		t.Fatal("begin: ", tx.Error)
	}
	t.Cleanup(func() { tx.Rollback() })
	return tx
}

// process makes the database that all cases of Tx share in this process.
var process = sync.OnceValues(func() (*gorm.DB, error) { //nolint:gochecknoglobals // one for the whole process, by intent
	from, err := template()
	if err != nil {
		return nil, err
	}
	s, err := connect()
	if err != nil {
		return nil, err
	}
	name, err := s.slot()
	if err != nil {
		return nil, err
	}
	if err := s.exec("DROP DATABASE IF EXISTS "+name+" WITH (FORCE)", "CREATE DATABASE "+name+s.copyOf(from)); err != nil {
		return nil, err
	}
	return db.Open(context.Background(), s.address(name), conns)
})

func connected(t testing.TB) *session {
	t.Helper()
	s, err := connect()
	if err != nil {
		t.Fatal("test server: ", err)
	}
	return s
}

func open(t testing.TB, address string, edits ...func(*pgxpool.Config)) *gorm.DB {
	t.Helper()
	pool, err := db.Open(t.Context(), address, conns, edits...)
	if err != nil {
		t.Fatal("open: ", err)
	}
	sqlDB, err := pool.DB()
	if err != nil {
		t.Fatal("open: ", err)
	}
	t.Cleanup(func() { _ = sqlDB.Close() })
	return pool
}

func (s *session) create(t testing.TB, template string) string {
	t.Helper()
	name := "lantoa_case_" + strings.ToLower(rand.Text()[:12])
	if err := s.exec("CREATE DATABASE " + name + template); err != nil {
		t.Fatal("create database: ", err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			s.keep()
			t.Log("database kept while the test server lives: " + s.told(name))
			return
		}
		if err := s.exec("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			t.Error("drop database: ", err)
		}
	})
	return s.address(name)
}

// address gives the URL of a database on the server, in the strange time zone.
func (s *session) address(name string) string {
	u := *s.server
	u.Path = "/" + name
	q := u.Query()
	q.Set("timezone", "Asia/Kathmandu")
	u.RawQuery = q.Encode()
	return u.String()
}

// told names a database, with its address and password only when they are asked for: logs travel.
func (s *session) told(name string) string {
	if os.Getenv("TEST_DATABASE_TELL") == "" {
		return name + " (TEST_DATABASE_TELL=1 gives the address)"
	}
	return s.address(name)
}

// session is this process's own connection to the server, for making and dropping databases.
type session struct {
	server      *url.URL
	copiesFiles bool // whether the server knows that way of copying, twice as fast here as through its log

	mu   sync.Mutex
	conn *pgx.Conn
}

// connect reaches the test server, and starts it when this process is the first that needs it.
var connect = sync.OnceValues(func() (*session, error) { //nolint:gochecknoglobals // one for the whole process, by intent
	address, err := serverAddress()
	if err != nil {
		return nil, err
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	conn, err := pgx.Connect(context.Background(), address)
	if err != nil {
		return nil, err
	}
	s := &session{server: u, conn: conn}
	s.copiesFiles, err = s.ask("SELECT current_setting('server_version_num')::int >= 150000")
	return s, err
})

// exec takes no context of a test: a statement cut short would end the connection for all the others.
func (s *session) exec(statements ...string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, sql := range statements {
		if _, err := s.conn.Exec(context.Background(), sql); err != nil {
			return err
		}
	}
	return nil
}
