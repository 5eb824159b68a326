package localpg

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPrograms(t *testing.T) {
	t.Parallel()

	t.Run("a setting that names a folder without programs is refused", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		_, err := search(t.Context(), Options{BinDir: dir})
		if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), dir) {
			t.Errorf("answered %v", err)
		}
	})

	t.Run("data of another version are refused with a way out", func(t *testing.T) {
		t.Parallel()
		h := homeWith(t, "17")
		_, err := h.choose([]programs{fake(t, "15.3"), fake(t, "18.4")})
		for _, part := range []string{"PostgreSQL 17", "version 15.3", "POSTGRES_BIN"} {
			if err == nil || !strings.Contains(err.Error(), part) {
				t.Errorf("%v lacks %q", err, part)
			}
		}
	})

	t.Run("programs that fit the data go before preferred ones", func(t *testing.T) {
		t.Parallel()
		h := homeWith(t, "18")
		p, err := h.choose([]programs{fake(t, "15.3"), fake(t, "18.4")})
		if err != nil || p.major != 18 {
			t.Errorf("chose %v, %v", p, err)
		}
	})

	t.Run("libraries of the npm package are linked when its script did not run", func(t *testing.T) {
		t.Parallel()
		p := fake(t, "18.4")
		native := filepath.Dir(p.dir)
		put(t, filepath.Join(native, "lib", "libx.so.6.1"), "x", 0o600)
		put(t, filepath.Join(native, "pg-symlinks.json"), `[{"source":"native/lib/libx.so.6.1","target":"native/lib/libx.so.6"}]`, 0o600)
		for range 2 { // the second time it is there
			if _, err := inspect(t.Context(), p.dir); err != nil {
				t.Fatal(err)
			}
		}
		if b, err := os.ReadFile(filepath.Join(native, "lib", "libx.so.6")); err != nil || string(b) != "x" {
			t.Errorf("read %q, %v", b, err)
		}
	})

	t.Run("a copy can be read by every account", func(t *testing.T) {
		t.Parallel()
		from, to := filepath.Dir(fake(t, "18.4").dir), filepath.Join(t.TempDir(), "open")
		if err := copyOpen(from, to); err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]fs.FileMode{"bin": 0o755, "bin/postgres": 0o755, "note": 0o644} {
			if info, err := os.Stat(filepath.Join(to, name)); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s: %v, %v", name, info, err)
			}
		}
	})
}

// fake is an npm-like package whose postgres only tells its version.
func fake(t *testing.T, version string) programs {
	t.Helper()
	native := filepath.Join(t.TempDir(), "native")
	dir := filepath.Join(native, "bin")
	put(t, filepath.Join(dir, "postgres"), "#!/bin/sh\necho 'postgres (PostgreSQL) "+version+"'\n", 0o700)
	put(t, filepath.Join(dir, "initdb"), "#!/bin/sh\n", 0o700)
	put(t, filepath.Join(native, "note"), "", 0o600)
	p, err := inspect(context.Background(), dir)
	if err != nil || p.version != version {
		t.Fatal(p, err)
	}
	return p
}

func homeWith(t *testing.T, major string) home {
	t.Helper()
	h := home{dir: t.TempDir()}
	put(t, filepath.Join(h.dir, major, "cluster", "PG_VERSION"), major+"\n", 0o600)
	return h
}

func put(t *testing.T, name, text string, mode fs.FileMode) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}
