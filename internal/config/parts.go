package config

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"lantoa/internal/clock"
)

// Listen gives the address to listen on, host:port.
func (c Config) Listen() string { return net.JoinHostPort(c.Address, strconv.Itoa(c.Port)) }

// Business gives the office's clock: the machine's, or one that starts at CLOCK now.
func (c Config) Business() clock.Clock {
	if c.Clock.IsZero() {
		return clock.System()
	}
	return clock.From(c.Clock)
}

// Logger gives the program's own log, which says how it runs; what people did stands in internal/event.
func (c Config) Logger(out io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: c.LogLevel}
	if c.LogFormat == JSON {
		return slog.New(slog.NewJSONHandler(out, options))
	}
	return slog.New(slog.NewTextHandler(out, options))
}

// secretBytes is the length of the log's secret: that of the hash it keys.
const secretBytes = 32

// EventKey reads the secret that seals the log, and makes it at the first start.
func (c Config) EventKey() ([]byte, error) {
	text, err := os.ReadFile(c.EventKeyFile)
	if errors.Is(err, fs.ErrNotExist) {
		text, err = makeSecret(c.EventKeyFile)
	}
	if err != nil {
		return nil, fmt.Errorf("EVENT_KEY_FILE: %w", err)
	}
	key, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(key) != secretBytes {
		return nil, fmt.Errorf("EVENT_KEY_FILE: %s does not hold %d hexadecimal digits", c.EventKeyFile, 2*secretBytes)
	}
	return key, nil
}

// makeSecret writes a fresh secret beside and links it into place, so that it comes whole, and once for all who start together.
func makeSecret(name string) ([]byte, error) {
	key := make([]byte, secretBytes)
	_, _ = rand.Read(key) // never fails
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return nil, err
	}
	draft, err := os.CreateTemp(filepath.Dir(name), ".new-") // 0600
	if err != nil {
		return nil, err
	}
	defer os.Remove(draft.Name())
	_, err = fmt.Fprintln(draft, hex.EncodeToString(key))
	if err := errors.Join(err, draft.Sync(), draft.Close()); err != nil {
		return nil, err
	}
	if err := os.Link(draft.Name(), name); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return os.ReadFile(name)
}
