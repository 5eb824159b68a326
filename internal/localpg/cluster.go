package localpg

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// cluster is the data of one major version: <home>/<major>/{cluster, password, password.<role>, port, postgres.log}.
type cluster struct {
	home
	programs  programs
	throwaway bool
}

func (c cluster) path(name string) string {
	return filepath.Join(c.dir, strconv.Itoa(c.programs.major), name)
}

// prepare makes the cluster at the first start, and clears what a killed one left at the others.
func (c cluster) prepare(ctx context.Context) error {
	if _, err := os.Stat(filepath.Join(c.path("cluster"), "PG_VERSION")); err == nil {
		return clearLeftovers(ctx, c.path("cluster"))
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(c.path(""), 0o755); err != nil {
		return err
	}
	if err := os.Chmod(c.path(""), 0o755); err != nil {
		return err
	}
	if err := c.write("password", rand.Text()); err != nil {
		return err
	}
	return c.initdb(ctx)
}

// initdb works in a folder beside and renames it at the end, so that a crash leaves nothing that looks like a cluster.
func (c cluster) initdb(ctx context.Context) error {
	fresh := c.path("cluster.new")
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	if err := os.Mkdir(fresh, 0o700); err != nil {
		return err
	}
	if err := c.give(fresh); err != nil {
		return err
	}
	args := []string{"-D", fresh, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions",
		"--auth-host=scram-sha-256", "--auth-local=reject", "--pwfile=" + c.path("password")}
	if c.throwaway {
		args = append(args, "--no-sync")
	}
	cmd := command(ctx, c.as, c.programs.dir, "initdb", args...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	return os.Rename(fresh, c.path("cluster"))
}

// write keeps a small secret beside the cluster, readable by the cluster's account alone.
func (c cluster) write(name, text string) error {
	tmp := c.path(name + ".new")
	if err := os.WriteFile(tmp, []byte(text+"\n"), 0o600); err != nil {
		return err
	}
	if err := c.give(tmp); err != nil {
		return err
	}
	return os.Rename(tmp, c.path(name))
}

// password reads what stands in a file: of the superuser in «password», of any other role in passwordOf it.
func (c cluster) password(name string) (string, error) {
	b, err := os.ReadFile(c.path(name))
	return strings.TrimSpace(string(b)), err
}

func passwordOf(role string) string { return "password." + role }

// secret is password, made where it lacks.
func (c cluster) secret(name string) (string, error) {
	if _, err := os.Stat(c.path(name)); errors.Is(err, fs.ErrNotExist) {
		if err := c.write(name, rand.Text()); err != nil {
			return "", err
		}
	}
	return c.password(name)
}

// port gives the port of the last start while it is free, so that a bookmark of the database keeps working; else a new one.
func (c cluster) port(ctx context.Context) (int, error) {
	if p, err := c.lastPort(); err == nil && portFree(ctx, p) {
		return p, nil
	}
	l, err := listen(ctx, 0)
	if err != nil {
		return 0, err
	}
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err = errors.Join(err, l.Close()); err != nil {
		return 0, err
	}
	if err := c.write("port", port); err != nil {
		return 0, err
	}
	return strconv.Atoi(port)
}

func (c cluster) lastPort() (int, error) {
	b, err := os.ReadFile(c.path("port"))
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(strings.TrimSpace(string(b)))
}

func portFree(ctx context.Context, port int) bool {
	l, err := listen(ctx, port)
	return err == nil && l.Close() == nil
}

func listen(ctx context.Context, port int) (net.Listener, error) {
	var c net.ListenConfig
	return c.Listen(ctx, "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
}
