package config

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestLoad(t *testing.T) {
	t.Parallel()

	t.Run("a demonstration needs nothing but its mode", func(t *testing.T) {
		t.Parallel()
		c := load(t, "MODE=demonstration", "PORT=9090", "DATA_DIR=/srv/lan toa", "LOG_LEVEL=")
		for got, want := range map[string]string{
			c.Listen():                      "127.0.0.1:9090",
			c.PublicURL:                     "http://localhost:9090",
			c.EventKeyFile:                  "/srv/lan toa/keys/event.key",
			c.JWTKeyDir:                     "/srv/lan toa/keys/jwt",
			c.BlobURL:                       "file:///srv/lan%20toa/blobs?create_dir=true&dir_file_mode=0700&no_tmp_dir=true",
			c.Clock.Format(time.RFC3339):    "2024-11-06T08:00:00+07:00",
			c.Business().Today().String():   "2024-11-06",
			c.LogLevel.String():             "INFO",
			strconv.Itoa(c.DisableIdleDays): "0",
			strings.Join(c.CORSOrigins, ""): "",
		} {
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		}
	})

	t.Run("every wrong variable is named at once", func(t *testing.T) {
		t.Parallel()
		_, err := Load([]string{
			"MODE=party", "PORT=eighty", "RATE_PER_MINUTE=-1", "CLOCK=tomorrow", "TRUST_PROXY=maybe", "DATABASE_URL=mysql://u:secret@h/d",
			"BLOB_URL=blobs", "ADDRESS=here", "CORS_ORIGINS=https://a.example,b.example/x", "LOG_LEVEL=loud", "LOG_FORMAT=xml", "ARGON2_PASSES=-2",
		})
		if err == nil {
			t.Fatal("accepted")
		}
		for _, want := range []string{
			`MODE: "party" is neither production, demonstration nor development`,
			`PORT: "eighty" is not a whole number`,
			`RATE_PER_MINUTE: -1 is not from 0 to 1000000`,
			`CLOCK: "tomorrow" is not an instant such as 2024-11-06T08:00:00+07:00`,
			`TRUST_PROXY: "maybe" is not true or false`,
			`DATABASE_URL: is not of the form postgres://`,
			`BLOB_URL: is neither file:///folder nor s3://bucket`,
			`ADDRESS: "here" is no IP address`,
			`CORS_ORIGINS: "b.example/x" is no origin`,
			`LOG_LEVEL: "loud" is not debug, info, warn or error`,
			`LOG_FORMAT: "xml" is neither text nor json`,
			`ARGON2_PASSES: "-2" is not a whole number from 0 up`,
		} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("lacks %q in\n%v", want, err)
			}
		}
		if strings.Contains(err.Error(), "secret") {
			t.Error("a password is shown")
		}
		if lines := strings.Count(err.Error(), "\n"); lines != 12 {
			t.Errorf("told %d problems:\n%v", lines, err)
		}
	})

	t.Run("production refuses a set clock and wants its address with https", func(t *testing.T) {
		t.Parallel()
		for _, environ := range [][]string{
			{},
			{"PUBLIC_URL=http://lantoa.example"},
			{"PUBLIC_URL=https://lantoa.example", "CLOCK=2024-11-06T08:00:00+07:00"},
		} {
			if _, err := Load(environ); err == nil {
				t.Errorf("accepted %v", environ)
			}
		}
		if c := load(t, "PUBLIC_URL=https://lantoa.example"); c.Mode != Production || !c.Clock.IsZero() || c.DisableIdleDays != 0 {
			t.Errorf("got %+v", c)
		}
	})
}

func TestTheLogsSecretIsMadeOnceAndKept(t *testing.T) {
	t.Parallel()
	c := Config{EventKeyFile: filepath.Join(t.TempDir(), "keys", "event.key")}
	var starts sync.WaitGroup
	keys := make([][]byte, 8)
	for i := range keys {
		starts.Go(func() {
			var err error
			if keys[i], err = c.EventKey(); err != nil {
				t.Error(err)
			}
		})
	}
	starts.Wait()
	for _, k := range keys {
		if len(k) != secretBytes || !bytes.Equal(k, keys[0]) {
			t.Errorf("keys differ: %x, %x", k, keys[0])
		}
	}
	if info, err := os.Stat(c.EventKeyFile); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("file: %v, %v", info, err)
	}
}

func TestABrokenSecretIsNamed(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "event.key")
	if err := os.WriteFile(name, []byte("abc"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := (Config{EventKeyFile: name}).EventKey(); err == nil || !strings.Contains(err.Error(), "EVENT_KEY_FILE") {
		t.Errorf("answered %v", err)
	}
}

func TestTheLogIsWrittenAsAsked(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	log := Config{LogLevel: slog.LevelWarn, LogFormat: JSON}.Logger(&out)
	log.Info("unheard")
	log.Warn("heard")
	if got := out.String(); strings.Contains(got, "unheard") || !strings.Contains(got, `"msg":"heard"`) {
		t.Errorf("wrote %s", got)
	}
}

func load(t *testing.T, environ ...string) Config {
	t.Helper()
	c, err := Load(environ)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
