package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"
)

// Load reads the settings from an environment such as os.Environ gives; a variable that is empty counts as unset. The error
// names every variable that is wrong, and how.
func Load(environ []string) (Config, error) {
	given := make(map[string]string, len(environ))
	for _, e := range environ {
		if name, value, _ := strings.Cut(e, "="); value != "" {
			given[name] = value
		}
	}
	var c Config
	wrong := problems{}
	wrong.unreadable(env.ParseWithOptions(&c, env.Options{Environment: given}), given)
	wrong.refused(c, given)
	if len(wrong) > 0 {
		return Config{}, wrong
	}
	return c.completed()
}

// completed fills what follows from other settings.
func (c Config) completed() (Config, error) {
	if c.Mode == Demonstration && c.Clock.IsZero() {
		c.Clock = time.Date(2024, time.November, 6, 8, 0, 0, 0, time.FixedZone("", 7*60*60))
	}
	if c.Mode != Production {
		c.DisableIdleDays = 0 // a set clock would make every account an old one
	}
	if c.BlobURL == "" {
		blobs, err := filepath.Abs(filepath.Join(c.DataDir, "blobs"))
		if err != nil {
			return Config{}, fmt.Errorf("DATA_DIR: %w", err)
		}
		c.BlobURL = (&url.URL{Scheme: "file", Path: blobs, RawQuery: "create_dir=true&dir_file_mode=0700&no_tmp_dir=true"}).String()
	}
	return c, nil
}

// problems are the wrong variables, each with what is wrong.
type problems map[string]string

func (p problems) Error() string {
	lines := make([]string, 0, len(p))
	for name, what := range p {
		lines = append(lines, name+": "+what)
	}
	slices.Sort(lines)
	return "wrong settings (docs/settings.md explains each):\n  " + strings.Join(lines, "\n  ")
}

// unreadable adds what could not be parsed, in plain words and under the variable's own name.
func (p problems) unreadable(err error, given map[string]string) {
	var all env.AggregateError
	if err == nil {
		return
	}
	if !errors.As(err, &all) {
		p["environment"] = err.Error()
		return
	}
	for _, e := range all.Errors {
		var parse env.ParseError
		if !errors.As(e, &parse) {
			p["environment"] = e.Error()
			continue
		}
		name := variable(parse.Name)
		p[name] = fmt.Sprintf("%q is not %s", given[name], shape(parse.Type))
	}
}

// variable gives the name of a field's variable.
func variable(field string) string {
	f, ok := reflect.TypeFor[Config]().FieldByName(field)
	if !ok {
		return field
	}
	name, _, _ := strings.Cut(f.Tag.Get("env"), ",")
	return name
}

func shape(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[time.Time]():
		return "an instant such as 2024-11-06T08:00:00+07:00"
	case t == reflect.TypeFor[slog.Level]():
		return "debug, info, warn or error"
	case t.Kind() == reflect.Bool:
		return "true or false"
	case t.Kind() == reflect.Uint32:
		return "a whole number from 0 up"
	default:
		return "a whole number"
	}
}
