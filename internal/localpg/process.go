package localpg

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// logLimit is the size in bytes beyond which PostgreSQL's own log begins anew at a start.
const logLimit = 10 << 20

// throwawaySettings make a cluster of tests fast and small, and let it lose everything in a power cut.
var throwawaySettings = []string{ //nolint:gochecknoglobals // a constant list
	"fsync=off", "full_page_writes=off", "synchronous_commit=off", "wal_level=minimal", "max_wal_senders=0", "max_wal_size=128MB",
	"autovacuum=off", "jit=off", "max_connections=300",
}

// process is the running postmaster.
type process struct {
	cmd   *exec.Cmd
	ended chan struct{}
	err   error // how it ended; read after ended is closed
}

// run starts PostgreSQL and waits until it answers; a port that was taken meanwhile is exchanged for another one.
func (c cluster) run(ctx context.Context) (*process, int, error) {
	for try := 1; ; try++ {
		port, err := c.port(ctx)
		if err != nil {
			return nil, 0, err
		}
		p, err := c.launch(context.WithoutCancel(ctx), port)
		if err != nil {
			return nil, 0, err
		}
		if err = c.await(ctx, p, port); err == nil {
			return p, port, nil
		}
		err = errors.Join(err, p.stop())
		if try == 3 || ctx.Err() != nil || portFree(ctx, port) {
			return nil, 0, err
		}
	}
}

// launch starts the postmaster, which outlives the start: stop ends it, not the context.
func (c cluster) launch(ctx context.Context, port int) (*process, error) {
	out, err := c.openLog()
	if err != nil {
		return nil, err
	}
	defer out.Close()
	args := []string{"-D", c.path("cluster"), "-p", strconv.Itoa(port), "-k", "", "-c", "listen_addresses=127.0.0.1"}
	if c.throwaway {
		for _, s := range throwawaySettings {
			args = append(args, "-c", s)
		}
	}
	p := &process{cmd: command(ctx, c.as, c.programs.dir, "postgres", args...), ended: make(chan struct{})}
	p.cmd.Stdout, p.cmd.Stderr = out, out
	// Its own group, so that a Ctrl-C reaches only us; and its end with ours, even when we are killed.
	p.cmd.SysProcAttr.Setpgid, p.cmd.SysProcAttr.Pdeathsig = true, syscall.SIGINT
	return p, p.start()
}

// start holds one thread until the end, for the kernel's parent-death signal follows the thread that started the child.
func (p *process) start() error {
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		if err := p.cmd.Start(); err != nil {
			started <- err
			return
		}
		started <- nil
		p.err = p.cmd.Wait()
		close(p.ended)
	}()
	return <-started
}

// await returns when the server takes connections, or tells why it does not.
func (c cluster) await(ctx context.Context, p *process, port int) error {
	password, err := c.password("password")
	if err != nil {
		return err
	}
	for {
		conn, err := pgx.Connect(ctx, address("postgres", password, port, "postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-p.ended:
			return fmt.Errorf("postgres ended at its start: %w: %s", p.err, c.logTail())
		case <-ctx.Done():
			return fmt.Errorf("postgres does not answer: %w", err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// stop asks for a fast shutdown and, where that takes too long, for an immediate one.
func (p *process) stop() error {
	for _, s := range []struct {
		signal syscall.Signal
		wait   time.Duration
	}{{syscall.SIGINT, 20 * time.Second}, {syscall.SIGQUIT, 10 * time.Second}, {syscall.SIGKILL, 10 * time.Second}} {
		if err := p.cmd.Process.Signal(s.signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return err
		}
		select {
		case <-p.ended:
			return nil
		case <-time.After(s.wait):
		}
	}
	return errors.New("postgres does not end")
}

func (c cluster) openLog() (*os.File, error) {
	name := c.path("postgres.log")
	if info, err := os.Stat(name); err == nil && info.Size() > logLimit {
		if err := os.Truncate(name, 0); err != nil {
			return nil, err
		}
	}
	return os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
}

func (c cluster) logTail() string {
	f, err := os.Open(c.path("postgres.log"))
	if err != nil {
		return err.Error()
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > 800 {
		_, _ = f.Seek(-800, io.SeekEnd)
	}
	b, _ := io.ReadAll(f)
	return strings.TrimSpace(string(b))
}

// command runs a PostgreSQL program under the account, away from our folder and from PG… variables that would steer it.
func command(ctx context.Context, as *syscall.Credential, dir, name string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, filepath.Join(dir, name), args...)
	c.Dir, c.Env = "/", []string{"LC_ALL=C.UTF-8", "TZ=UTC", "PATH=" + os.Getenv("PATH")}
	c.SysProcAttr = &syscall.SysProcAttr{Credential: as}
	return c
}
