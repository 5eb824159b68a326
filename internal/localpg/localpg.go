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
	// URL opens the application's database as its owner, who is no superuser but may create databases.
	URL string
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
		return h.join(ctx)
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
	url, err := c.open(ctx, port)
	if err != nil {
		return nil, errors.Join(err, proc.stop())
	}
	return &Server{URL: url, Dir: h.dir, process: proc}, nil
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
func (h home) join(ctx context.Context) (*Server, error) {
	running, err := filepath.Glob(filepath.Join(h.dir, "*", "cluster", "postmaster.pid"))
	if err != nil || len(running) != 1 {
		return nil, errors.Join(fmt.Errorf("private PostgreSQL in %s: the running instance has not started it yet", h.dir), err)
	}
	c := cluster{home: h, programs: programs{major: majorOf(filepath.Dir(filepath.Dir(running[0])))}}
	port, err := c.lastPort()
	if err != nil {
		return nil, err
	}
	url, err := c.open(ctx, port)
	return &Server{URL: url, Dir: h.dir}, err
}

// open makes the application's role and database where they lack, and gives the URL that reaches them.
func (c cluster) open(ctx context.Context, port int) (string, error) {
	password, err := c.password()
	if err != nil {
		return "", err
	}
	conn, err := pgx.Connect(ctx, address("postgres", password, port))
	if err != nil {
		return "", err
	}
	err = found(ctx, conn, password)
	return address("lantoa", password, port), errors.Join(err, conn.Close(context.WithoutCancel(ctx)))
}

func found(ctx context.Context, conn *pgx.Conn, password string) error {
	for _, step := range []struct{ lacks, make string }{
		{"SELECT NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lantoa')", "CREATE ROLE lantoa LOGIN CREATEDB PASSWORD '" + password + "'"},
		{"SELECT NOT EXISTS (SELECT FROM pg_database WHERE datname = 'lantoa')", "CREATE DATABASE lantoa OWNER lantoa"},
	} {
		var lacks bool
		if err := conn.QueryRow(ctx, step.lacks).Scan(&lacks); err != nil {
			return err
		}
		if !lacks {
			continue
		}
		if _, err := conn.Exec(ctx, step.make); err != nil {
			return err
		}
	}
	return nil
}

func address(role, password string, port int) string {
	return fmt.Sprintf("postgres://%s:%s@127.0.0.1:%d/%s?sslmode=disable", role, password, port, role)
}
