package dbtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"lantoa/internal/localpg"
)

const (
	linger     = time.Minute      // how long the server outlives its last user
	lingerKept = 10 * time.Minute // the same after a test failed
	roomNeeded = 1 << 30          // bytes that must be free in memory to keep the server there
)

// init turns a test program that was started as the keeper into one, before any test runs.
func init() { //nolint:gochecknoinits // the only moment before TestMain that every importing package has
	dir := os.Getenv(keeperVar)
	if dir == "" {
		return
	}
	if err := keeper(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// keeper owns the server until nobody has used it for a while.
func keeper(dir string) error {
	for _, old := range []string{"stop", "kept"} {
		if err := os.RemoveAll(filepath.Join(dir, old)); err != nil {
			return err
		}
	}
	home, err := roomFor(dir)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	server, err := localpg.Start(ctx, localpg.Options{
		Dir: home, BinDir: os.Getenv("POSTGRES_BIN"), NodeModules: filepath.Join(dir, "../../deploy/postgres/node_modules"), Throwaway: true,
	})
	if err != nil {
		return err
	}
	if err := write(dir, "url", server.URL); err != nil {
		return errors.Join(err, server.Stop())
	}
	alone, err := awaitIdle(dir, server)
	if err != nil {
		return errors.Join(err, server.Stop())
	}
	defer alone.Close() // whoever comes now waits here until all is gone, then begins anew
	return errors.Join(os.Remove(filepath.Join(dir, "url")), server.Stop(), os.RemoveAll(server.Dir), os.RemoveAll(home))
}

// roomFor gives the server's folder: in memory where there is room, else beside the keeper's files; the same one as last
// time if that was not cleared away.
func roomFor(dir string) (string, error) {
	if last, err := os.ReadFile(filepath.Join(dir, "home")); err == nil {
		if _, err := os.Stat(string(last)); err == nil {
			return string(last), nil
		}
	}
	home := filepath.Join(dir, "postgres")
	var room syscall.Statfs_t
	if err := syscall.Statfs("/dev/shm", &room); err == nil && room.Bavail*uint64(room.Bsize) > roomNeeded {
		if inMemory, err := os.MkdirTemp("/dev/shm", "lantoa-test-"); err == nil {
			home = inMemory
		}
	}
	if err := os.MkdirAll(home, 0o755); err != nil {
		return "", err
	}
	return home, errors.Join(os.Chmod(home, 0o755), write(dir, "home", home))
}

// awaitIdle returns with the lock on the users when they have been gone for long enough.
func awaitIdle(dir string, server *localpg.Server) (*os.File, error) {
	last := time.Now()
	for {
		select {
		case <-server.Done():
			return nil, errors.New("the test server ended by itself")
		case <-time.After(100 * time.Millisecond):
		}
		alone, err := lock(filepath.Join(dir, "users"), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case errors.Is(err, syscall.EWOULDBLOCK):
			last = time.Now()
			continue
		case err != nil:
			return nil, err
		case time.Since(last) > patience(dir):
			return alone, nil
		}
		if err := alone.Close(); err != nil {
			return nil, err
		}
	}
}

func patience(dir string) time.Duration {
	if _, err := os.Stat(filepath.Join(dir, "stop")); err == nil {
		return 0
	}
	if _, err := os.Stat(filepath.Join(dir, "kept")); err == nil {
		return lingerKept
	}
	return linger
}

// write replaces a file at once, so that nobody reads half of it.
func write(dir, name, text string) error {
	draft := filepath.Join(dir, name+".new")
	if err := os.WriteFile(draft, []byte(text), 0o600); err != nil {
		return err
	}
	return os.Rename(draft, filepath.Join(dir, name))
}
