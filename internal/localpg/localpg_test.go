package localpg

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

func options(dir string) Options {
	return Options{Dir: dir, NodeModules: "../../deploy/postgres/node_modules", Throwaway: true, Log: slog.New(slog.DiscardHandler)}
}

func TestPrivatePostgres(t *testing.T) {
	t.Parallel()

	t.Run("a second start keeps the data and the address", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		first := start(t, dir)
		write(t, first.URL, "kept")
		stop(t, first)
		second := start(t, dir)
		if second.URL != first.URL {
			t.Errorf("address %s became %s", first.URL, second.URL)
		}
		if got := read(t, second.URL); got != "kept" {
			t.Errorf("read %q", got)
		}
	})

	t.Run("a second instance is refused at once", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		start(t, dir)
		if _, err := Start(t.Context(), options(dir)); err == nil || !strings.Contains(err.Error(), "in use by another running instance") {
			t.Errorf("answered %v", err)
		}
	})

	t.Run("a command beside it joins, and leaves it running", func(t *testing.T) {
		t.Parallel()
		s := start(t, t.TempDir())
		o := options(s.Dir)
		o.Join = true
		joined, err := Start(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		if joined.URL != s.URL {
			t.Errorf("joined %s, not %s", joined.URL, s.URL)
		}
		if err := joined.Stop(); err != nil {
			t.Error(err)
		}
		write(t, s.URL, "still there")
	})

	t.Run("stop leaves no process and may be said twice", func(t *testing.T) {
		t.Parallel()
		s := start(t, t.TempDir())
		data := clusterOf(t, s)
		if pids, _ := workers(data); len(pids) == 0 {
			t.Fatal("found no process while it runs")
		}
		stop(t, s)
		stop(t, s)
		if pids, _ := workers(data); len(pids) != 0 {
			t.Errorf("left %v", pids)
		}
	})

	t.Run("the application is no superuser and needs its password", func(t *testing.T) {
		t.Parallel()
		s := start(t, t.TempDir())
		var super bool
		query(t, s.URL, "SELECT usesuper FROM pg_user WHERE usename = current_user", &super)
		if super {
			t.Error("it is superuser")
		}
		if c, err := pgx.Connect(t.Context(), strings.Replace(s.URL, "lantoa:", "lantoa:x", 1)); err == nil {
			t.Error("a wrong password is let in", c.Close(t.Context()))
		}
		info, err := os.Stat(filepath.Join(clusterOf(t, s), "../password"))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("password file: %v %v", info.Mode(), err)
		}
	})

	t.Run("a folder that only root can enter is replaced under root and used otherwise", func(t *testing.T) {
		t.Parallel()
		closed := filepath.Join(t.TempDir(), "closed")
		if err := os.Mkdir(closed, 0o700); err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(closed, "postgres")
		s := start(t, dir)
		if os.Geteuid() != 0 {
			if s.Dir != dir {
				t.Errorf("lives in %s", s.Dir)
			}
			return
		}
		if filepath.Dir(s.Dir) != systemDir {
			t.Errorf("lives in %s", s.Dir)
		}
		write(t, s.URL, "kept")
		stop(t, s)
		if got := read(t, start(t, dir).URL); got != "kept" {
			t.Errorf("read %q", got)
		}
	})

	t.Run("a start that is called off leaves nothing", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		if s, err := Start(ctx, options(dir)); err == nil {
			t.Error("it started", s.Stop())
		}
		write(t, start(t, dir).URL, "works")
	})
}

func TestPrivatePostgresSurvivesKills(t *testing.T) {
	t.Parallel()
	cases := map[string]func(*testing.T, app){
		"of the application": func(t *testing.T, a app) { a.kill(t) },
		"of the database":    func(t *testing.T, a app) { killPid(t, a.postmaster); a.kill(t) },
		"of both, application first": func(t *testing.T, a app) {
			a.kill(t)
			_ = syscall.Kill(a.postmaster, syscall.SIGKILL) // it may just have ended by itself
		},
	}
	for name, kill := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			for i := range 2 {
				a := startApp(t, dir)
				write(t, a.url, strconv.Itoa(i))
				kill(t, a)
			}
			s := start(t, dir)
			if got := read(t, s.URL); got != "1" {
				t.Errorf("read %q", got)
			}
		})
	}

	t.Run("whose pid is a living stranger's by now", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		s := start(t, dir)
		pidFile := filepath.Join(clusterOf(t, s), "postmaster.pid")
		was, err := os.ReadFile(pidFile)
		if err != nil {
			t.Fatal(err)
		}
		stop(t, s)
		_, rest, _ := strings.Cut(string(was), "\n")
		if err := os.WriteFile(pidFile, fmt.Appendf(nil, "%d\n%s", os.Getppid(), rest), 0o600); err != nil {
			t.Fatal(err)
		}
		start(t, dir)
	})
}

func start(t *testing.T, dir string) *Server {
	t.Helper()
	s, err := Start(t.Context(), options(dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop(t, s)
		if filepath.Dir(s.Dir) == systemDir {
			_ = os.RemoveAll(s.Dir)
		}
	})
	return s
}

func stop(t *testing.T, s *Server) {
	t.Helper()
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	<-s.Done()
}

func killPid(t *testing.T, pid int) {
	t.Helper()
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
}

func clusterOf(t *testing.T, s *Server) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(s.Dir, "*", "cluster"))
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	return found[0]
}

func write(t *testing.T, url, word string) {
	t.Helper()
	execute(t, url, "CREATE TABLE IF NOT EXISTS note (word text)")
	execute(t, url, "DELETE FROM note")
	execute(t, url, "INSERT INTO note VALUES ('"+word+"')")
}

func read(t *testing.T, url string) (word string) {
	t.Helper()
	query(t, url, "SELECT word FROM note", &word)
	return word
}

func query(t *testing.T, url, sql string, into any) {
	t.Helper()
	c := connect(t, url)
	if err := c.QueryRow(t.Context(), sql).Scan(into); err != nil {
		t.Fatal(sql, err)
	}
}

func execute(t *testing.T, url, sql string) {
	t.Helper()
	if _, err := connect(t, url).Exec(t.Context(), sql); err != nil {
		t.Fatal(sql, err)
	}
}

func connect(t *testing.T, url string) *pgx.Conn {
	t.Helper()
	c, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close(context.Background()) })
	return c
}
