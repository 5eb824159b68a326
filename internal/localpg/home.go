package localpg

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// systemDir holds what root's own folders would hide from the account that PostgreSQL runs under.
const systemDir = "/var/lib/lantoa"

// home is the folder of the cluster and the account that PostgreSQL runs under there; nil is our own.
type home struct {
	dir string
	as  *syscall.Credential
}

// settle finds the home of a folder. PostgreSQL refuses to run as root, so under root it runs as another account, which
// must be able to enter the folder; where it cannot, the cluster lives under systemDir, in a folder of this path alone.
func settle(ctx context.Context, dir string, log *slog.Logger) (home, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return home{}, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return home{}, err
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return home{}, err
	}
	if os.Geteuid() != 0 {
		return home{dir: dir}, nil
	}
	as, err := account(dir)
	if err != nil {
		return home{}, err
	}
	if canEnter(ctx, as, dir) {
		return home{dir: dir, as: as}, nil
	}
	elsewhere := filepath.Join(systemDir, fmt.Sprintf("%x", sha256.Sum256([]byte(dir)))[:16])
	if err := errors.Join(openDir(systemDir), openDir(elsewhere)); err != nil {
		return home{}, err
	}
	if as, err = account(elsewhere); err != nil {
		return home{}, err
	}
	log.Warn("the database lives in another folder, since only root can enter the usual one", "usual", dir, "folder", elsewhere)
	return home{dir: elsewhere, as: as}, nil
}

// openDir makes a folder that every account can enter, whatever the umask.
func openDir(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.Chmod(dir, 0o755)
}

// account is who PostgreSQL runs as under root: the owner of the cluster that is there, else postgres, else nobody.
func account(dir string) (*syscall.Credential, error) {
	clusters, err := filepath.Glob(filepath.Join(dir, "*", "cluster"))
	if err != nil {
		return nil, err
	}
	for _, c := range clusters {
		if st, ok := stat(c); ok && st.Uid != 0 {
			return &syscall.Credential{Uid: st.Uid, Gid: st.Gid}, nil
		}
	}
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := user.Lookup(name); err == nil {
			return credential(u)
		}
	}
	return nil, errors.New("PostgreSQL does not run as root, and neither the account postgres nor nobody exists")
}

func stat(path string) (*syscall.Stat_t, bool) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, false
	}
	st, ok := info.Sys().(*syscall.Stat_t)
	return st, ok
}

func credential(u *user.User) (*syscall.Credential, error) {
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	if err != nil {
		return nil, err
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
}

// canEnter tries it, since modes, access lists and mounts may each forbid it.
func canEnter(ctx context.Context, as *syscall.Credential, dir string) bool {
	c := exec.CommandContext(ctx, "/bin/true")
	c.Dir, c.SysProcAttr = dir, &syscall.SysProcAttr{Credential: as}
	return c.Run() == nil
}

// give hands a file or folder to the account that PostgreSQL runs under.
func (h home) give(path string) error {
	if h.as == nil {
		return nil
	}
	return os.Chown(path, int(h.as.Uid), int(h.as.Gid))
}
