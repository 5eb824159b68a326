// Package localpg runs a private PostgreSQL for the town on a machine that has none: it makes the cluster at the first
// start, keeps its data at every later one, and ends it with the application.
package localpg

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"syscall"

	"github.com/jackc/pgx/v5"
)

// Options say where the cluster lives and which programs run it.
type Options struct {
	// Dir is the folder of the cluster, made when it does not exist.
	Dir string
	// BinDir is the folder with initdb and postgres; when empty they are searched in PATH, /usr/lib/postgresql and NodeModules.
	BinDir string
	// NodeModules is the folder of npm packages that may hold the programs.
	NodeModules string
	// Join lets a command use the server that a running instance of the same folder owns, which then stays that instance's.
	Join bool
	// Throwaway trades the safety of the data for speed: only for tests.
	Throwaway bool
	// Log is told where the cluster lives; nil stands for slog.Default.
	Log *slog.Logger
}

// Server is a running private PostgreSQL: owned by this process, or joined.
type Server struct {
	// URL opens the application's database as its owner, who migrates it: no superuser, but may create databases.
	URL string
	// ServingURL opens it as the role that serves, which owns nothing and may do what the owner granted it.
	ServingURL string
	// Dir is the folder the cluster really lives in: under /var/lib/lantoa where Options.Dir cannot be entered.
	Dir string

	process *process // nil where joined
	lock    *os.File
	once    sync.Once
	stopped error
}

// Start brings the private PostgreSQL up and waits until it answers; it refuses a folder that another process owns, or joins it.
func Start(ctx context.Context, o Options) (*Server, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	h, err := settle(ctx, o.Dir, o.Log)
	if err != nil {
		return nil, fmt.Errorf("private PostgreSQL: %w", err)
	}
	lock, err := h.lock()
	if errors.Is(err, syscall.EWOULDBLOCK) && o.Join {
		return h.join()
	}
	if err != nil {
		return nil, fmt.Errorf("private PostgreSQL: %w", err)
	}
	s, err := h.start(ctx, o)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("private PostgreSQL in %s: %w", h.dir, err), lock.Close())
	}
	s.lock = lock
	return s, nil
}

// start runs the cluster of a home whose lock is held.
func (h home) start(ctx context.Context, o Options) (*Server, error) {
	p, err := h.programs(ctx, o)
	if err != nil {
		return nil, err
	}
	c := cluster{home: h, programs: p, throwaway: o.Throwaway}
	if err := c.prepare(ctx); err != nil {
		return nil, err
	}
	proc, port, err := c.run(ctx)
	if err != nil {
		return nil, err
	}
	s, err := c.open(ctx, port)
	if err != nil {
		return nil, errors.Join(err, proc.stop())
	}
	s.process = proc
	return s, nil
}

// Done is closed when the server has ended, asked or not; of a joined one it is nil.
func (s *Server) Done() <-chan struct{} {
	if s.process == nil {
		return nil
	}
	return s.process.ended
}

// Stop ends the server and waits until its processes are gone; a second call gives the first one's answer. A joined one goes on.
func (s *Server) Stop() error {
	if s.process == nil {
		return nil
	}
	s.once.Do(func() { s.stopped = errors.Join(s.process.stop(), s.lock.Close()) })
	return s.stopped
}

// lock takes the home for this process; the kernel gives it free when the process dies.
func (h home) lock() (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(h.dir, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(fmt.Errorf("%s is in use by another running instance: %w", h.dir, err), f.Close())
	}
	return f, nil
}

// join gives the address of the server that another process owns here.
func (h home) join() (*Server, error) {
	running, err := filepath.Glob(filepath.Join(h.dir, "*", "cluster", "postmaster.pid"))
	if err != nil || len(running) != 1 {
		return nil, errors.Join(fmt.Errorf("private PostgreSQL in %s: the running instance has not started it yet", h.dir), err)
	}
	c := cluster{home: h, programs: programs{major: majorOf(filepath.Dir(filepath.Dir(running[0])))}}
	port, err := c.lastPort()
	if err != nil {
		return nil, err
	}
	return c.server(port)
}

// The roles of the application's database: its owner, and the one that serves.
const (
	owner   = "lantoa"
	serving = "lantoa_serving"
)

// server gives the addresses of a running server whose roles are there.
func (c cluster) server(port int) (*Server, error) {
	own, errOwn := c.password(passwordOf(owner))
	serve, errServe := c.password(passwordOf(serving))
	return &Server{URL: address(owner, own, port, owner), ServingURL: address(serving, serve, port, owner), Dir: c.dir}, errors.Join(errOwn, errServe)
}

// open makes the application's roles and database where they lack, each role with a password of its own.
func (c cluster) open(ctx context.Context, port int) (*Server, error) {
	super, err := c.password("password")
	if err != nil {
		return nil, err
	}
	conn, err := pgx.Connect(ctx, address("postgres", super, port, "postgres"))
	if err != nil {
		return nil, err
	}
	if err = errors.Join(c.found(ctx, conn), conn.Close(context.WithoutCancel(ctx))); err != nil {
		return nil, err
	}
	return c.server(port)
}

func (c cluster) found(ctx context.Context, conn *pgx.Conn) error {
	for _, role := range []struct{ name, may string }{{owner, "LOGIN CREATEDB"}, {serving, "LOGIN"}} {
		if err := lacking(ctx, conn, "pg_roles WHERE rolname", role.name, "CREATE ROLE "+role.name+" "+role.may); err != nil {
			return err
		}
		password, err := c.secret(passwordOf(role.name))
		if err != nil {
			return err
		}
		if _, err := conn.Exec(ctx, "ALTER ROLE "+role.name+" PASSWORD '"+password+"'"); err != nil {
			return err
		}
	}
	return lacking(ctx, conn, "pg_database WHERE datname", owner, "CREATE DATABASE "+owner+" OWNER "+owner)
}

// lacking makes what a catalogue does not name yet.
func lacking(ctx context.Context, conn *pgx.Conn, catalogue, name, statement string) error {
	var there bool
	if err := conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM "+catalogue+" = $1)", name).Scan(&there); err != nil || there {
		return err
	}
	_, err := conn.Exec(ctx, statement)
	return err
}

func address(role, password string, port int, database string) string {
	return fmt.Sprintf("postgres://%s:%s@127.0.0.1:%d/%s?sslmode=disable", role, password, port, database)
}
