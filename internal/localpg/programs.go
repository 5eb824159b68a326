package localpg

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// programs are initdb and postgres of one version, in one folder.
type programs struct {
	dir, version string
	major        int
}

// programs chooses the programs that fit the cluster that is there, and makes sure that its account can run them.
func (h home) programs(ctx context.Context, o Options) (programs, error) {
	found, err := search(ctx, o)
	if err != nil {
		return programs{}, err
	}
	p, err := h.choose(found)
	if err != nil {
		return programs{}, err
	}
	return p.runnableAs(ctx, h.as)
}

// search lists the programs of this machine, the preferred ones first.
func search(ctx context.Context, o Options) ([]programs, error) {
	if o.BinDir != "" {
		p, err := inspect(ctx, o.BinDir)
		return []programs{p}, err
	}
	var found []programs
	for _, dir := range candidates(o.NodeModules) {
		if p, err := inspect(ctx, dir); err == nil {
			found = append(found, p)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no PostgreSQL programs (initdb, postgres) in PATH, /usr/lib/postgresql or %s: "+
			"install the package postgresql, or run «npm ci --ignore-scripts» in deploy/postgres, or set POSTGRES_BIN or DATABASE_URL", o.NodeModules)
	}
	return found, nil
}

func candidates(nodeModules string) []string {
	var dirs []string
	if p, err := exec.LookPath("initdb"); err == nil {
		if p, err = filepath.EvalSymlinks(p); err == nil {
			dirs = append(dirs, filepath.Dir(p))
		}
	}
	system, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	slices.SortFunc(system, func(a, b string) int { return majorOf(filepath.Dir(b)) - majorOf(filepath.Dir(a)) })
	packed, _ := filepath.Glob(filepath.Join(nodeModules, "@embedded-postgres", "*", "native", "bin"))
	return append(append(dirs, system...), packed...)
}

// inspect reads the version of the programs in a folder; a folder that lacks one is fs.ErrNotExist.
func inspect(ctx context.Context, dir string) (programs, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return programs{}, err
	}
	for _, name := range []string{"initdb", "postgres"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			return programs{}, fmt.Errorf("no PostgreSQL programs in %s: %w", dir, err)
		}
	}
	if err := linkLibraries(filepath.Dir(dir)); err != nil {
		return programs{}, err
	}
	out, err := command(ctx, nil, dir, "postgres", "--version").CombinedOutput()
	if err != nil {
		return programs{}, fmt.Errorf("postgres in %s does not run: %w: %s", dir, err, out)
	}
	m := regexp.MustCompile(`(\d+)(\.\d+)*`).FindStringSubmatch(string(out))
	if m == nil {
		return programs{}, fmt.Errorf("postgres in %s tells no version: %s", dir, out)
	}
	major, err := strconv.Atoi(m[1])
	return programs{dir: dir, version: m[0], major: major}, err
}

// linkLibraries makes the links that the npm package's own script would have made, had npm been allowed to run it.
func linkLibraries(native string) error {
	b, err := os.ReadFile(filepath.Join(native, "pg-symlinks.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var links []struct {
		Source string `json:"source"`
		Target string `json:"target"`
	}
	if err := json.Unmarshal(b, &links); err != nil {
		return fmt.Errorf("%s: %w", native, err)
	}
	for _, l := range links {
		err := os.Symlink(filepath.Base(l.Source), filepath.Join(filepath.Dir(native), l.Target))
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return nil
}

// choose takes the first programs, or those of the major version whose cluster is there already.
func (h home) choose(found []programs) (programs, error) {
	made, err := filepath.Glob(filepath.Join(h.dir, "*", "cluster", "PG_VERSION"))
	if err != nil || len(made) == 0 {
		return found[0], err
	}
	var has []string
	for _, f := range made {
		has = append(has, filepath.Base(filepath.Dir(filepath.Dir(f))))
	}
	for _, p := range found {
		if slices.Contains(has, strconv.Itoa(p.major)) {
			return p, nil
		}
	}
	return programs{}, fmt.Errorf("the data there are of PostgreSQL %s, the programs in %s are version %s: "+
		"set POSTGRES_BIN to programs of version %[1]s, or move the folder away to begin anew", strings.Join(has, ", "), found[0].dir, found[0].version)
}

// runnableAs gives the same programs at a place where the account can run them.
func (p programs) runnableAs(ctx context.Context, as *syscall.Credential) (programs, error) {
	if as == nil || command(ctx, as, p.dir, "postgres", "--version").Run() == nil {
		return p, nil
	}
	copied := filepath.Join(systemDir, "postgresql-"+p.version)
	at := programs{dir: filepath.Join(copied, "bin"), version: p.version, major: p.major}
	if command(ctx, as, at.dir, "postgres", "--version").Run() == nil {
		return at, nil
	}
	if err := copyOpen(filepath.Dir(p.dir), copied); err != nil {
		return p, err
	}
	if err := command(ctx, as, at.dir, "postgres", "--version").Run(); err != nil {
		return p, fmt.Errorf("the account of PostgreSQL can run the programs neither in %s nor in %s: %w", p.dir, at.dir, err)
	}
	return at, nil
}

// copyOpen copies a folder so that every account can read it, at once or not at all.
func copyOpen(from, to string) error {
	if err := openDir(filepath.Dir(to)); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(to), "copy-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	if err := os.CopyFS(tmp, os.DirFS(from)); err != nil {
		return err
	}
	if err := openAll(tmp); err != nil {
		return err
	}
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return os.Rename(tmp, to)
}

// openAll lets every account read and run what its owner can.
func openAll(dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	err = fs.WalkDir(root.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Type() == fs.ModeSymlink {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		own := info.Mode() & 0o500
		return root.Chmod(path, info.Mode()|own>>3|own>>6)
	})
	return errors.Join(err, root.Close())
}

func majorOf(path string) int {
	n, _ := strconv.Atoi(filepath.Base(path))
	return n
}
