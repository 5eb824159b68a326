package dbtest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// All test processes of a checkout share one server. Whoever needs it first starts a keeper: the test program once more,
// detached, owning the server. Each test process holds a shared lock on the file «users» for its life; the keeper takes
// that lock alone when nobody is left, and ends a minute later, or at once when the file «stop» exists.
const (
	keeperVar  = "LANTOA_TEST_SERVER_KEEPER" // makes a test program the keeper of that folder
	addressVar = "TEST_DATABASE_URL"
)

// users keeps the shared lock, which a collected file would give up.
var users *os.File //nolint:gochecknoglobals // held for the life of the process, by intent

// serverAddress gives the URL of the running test server.
func serverAddress() (string, error) {
	if address := os.Getenv(addressVar); address != "" {
		return address, nil
	}
	dir, err := folder()
	if err != nil {
		return "", err
	}
	if users, err = lock(filepath.Join(dir, "users"), syscall.LOCK_SH); err != nil {
		return "", err
	}
	starting, err := lock(filepath.Join(dir, "starting"), syscall.LOCK_EX)
	if err != nil {
		return "", err
	}
	defer starting.Close()
	if address, err := os.ReadFile(filepath.Join(dir, "url")); err == nil && answers(string(address)) {
		return string(address), nil
	}
	return startKeeper(dir)
}

// folder is data/test of the checkout that the tests run in.
func folder() (string, error) {
	at, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for dir := at; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			dir = filepath.Join(dir, "data", "test")
			return dir, os.MkdirAll(dir, 0o755)
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("no go.mod above %s", at)
		}
	}
}

// lock waits for a lock on a file; it is held until the file is closed or the process ends.
func lock(name string, how int) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), how); err != nil {
		return nil, errors.Join(fmt.Errorf("lock %s: %w", name, err), f.Close())
	}
	return f, nil
}

func answers(address string) bool {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, address)
	return err == nil && conn.Close(ctx) == nil
}

// startKeeper returns when the keeper has written the server's address, or has ended without.
func startKeeper(dir string) (string, error) {
	address := filepath.Join(dir, "url")
	if err := os.Remove(address); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	out, err := os.Create(filepath.Join(dir, "keeper.log"))
	if err != nil {
		return "", err
	}
	defer out.Close()
	keeper := exec.Command(self)
	keeper.Env = append(os.Environ(), keeperVar+"="+dir)
	keeper.Stdout, keeper.Stderr = out, out
	keeper.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // it outlives us and our terminal
	if err := keeper.Start(); err != nil {
		return "", err
	}
	ended := make(chan error, 1)
	go func() { ended <- keeper.Wait() }()
	for {
		if b, err := os.ReadFile(address); err == nil {
			return string(b), nil
		}
		select {
		case err := <-ended:
			b, _ := os.ReadFile(out.Name())
			return "", fmt.Errorf("the test server did not start: %w: %s", err, strings.TrimSpace(string(b)))
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// keep lets the server live longer, so that the database of a failed test can be looked at.
func (s *session) keep() {
	if users != nil {
		_ = os.WriteFile(filepath.Join(filepath.Dir(users.Name()), "kept"), nil, 0o600)
	}
}
