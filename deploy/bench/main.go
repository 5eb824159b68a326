// Command bench fills databases of a town, a province and a country, measures the product on them and beside its limit, and writes
// docs/performance.md.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"lantoa/deploy/bench/fill"
	"lantoa/deploy/bench/limit"
	"lantoa/deploy/bench/measure"
	"lantoa/deploy/bench/paper"
	"lantoa/deploy/bench/profiled"
	"lantoa/internal/config"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	work := bench
	if len(os.Args) > 1 && (os.Args[1] == "limit" || os.Args[1] == "profiled") {
		work = serve
	}
	if err := work(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1) //nolint:gocritic // nothing is left to be undone
	}
}

// serve is the limit, or the product with its profile, as a process of its own on the settings that the product has.
func serve(ctx context.Context) error {
	c, err := config.Load(os.Environ())
	if err != nil {
		return err
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(c.Port)))
	if err != nil {
		return err
	}
	if os.Args[1] == "profiled" {
		return profiled.Serve(ctx, c, listener, os.Args[2])
	}
	return limit.Serve(ctx, listener, limit.Options{DatabaseURL: c.DatabaseURL, KeyDir: c.JWTKeyDir, PublicURL: c.PublicURL, Connections: c.DatabaseConnections, Clock: c.Clock})
}

func bench(ctx context.Context) (err error) {
	names := flag.String("size", "", "sizes to measure, separated by commas; blank: all, and docs/performance.md is written anew")
	onlyFill := flag.Bool("fill", false, "fill the databases and stop")
	beside := flag.Bool("beside", false, "run beside PocketBase and Redmine at the town's pace too")
	again := flag.Bool("again", false, "write what was measured last once more, measuring nothing")
	flag.Parse()
	sizes, err := chosen(*names)
	if err != nil {
		return err
	}
	root, err := repository()
	if err != nil {
		return err
	}
	if *again {
		return write(root, *names, nil)
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	ground, err := measure.Lay(ctx, root, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ground.Clear()) }()
	key, err := config.Config{EventKeyFile: filepath.Join(ground.Data, "keys", "event.key")}.EventKey()
	if err != nil {
		return err
	}
	results := &measure.Results{Begun: time.Now(), Command: strings.TrimSpace("make bench " + sizeOf(*names))}
	results.Machine = ground.Describe(ctx)
	for i, size := range sizes {
		stage, err := ground.Open(ctx, size, key)
		if err != nil {
			return err
		}
		if !*onlyFill {
			at := pace(size)
			at.Beside = at.Beside || *beside
			err = results.Add(ctx, stage, at, i == len(sizes)-1)
		}
		if err = errors.Join(err, stage.Close()); err != nil {
			return fmt.Errorf("%s: %w", size.Name, err)
		}
	}
	if *onlyFill {
		return nil
	}
	return write(root, *names, results)
}

// write keeps what was measured beside the databases and writes it down: all sizes in docs, a part of them in data/bench.
func write(root, names string, results *measure.Results) error {
	data := filepath.Join(root, "data", "bench")
	kept, out := filepath.Join(data, "results.json"), filepath.Join(root, "docs")
	if names != "" {
		kept, out = filepath.Join(data, "results-"+names+".json"), data
	}
	if results == nil {
		results = &measure.Results{}
		raw, err := os.ReadFile(kept)
		if err == nil {
			err = json.Unmarshal(raw, results)
		}
		if err != nil {
			return err
		}
		return paper.Write(out, results)
	}
	raw, err := json.Marshal(results)
	if err == nil {
		err = os.WriteFile(kept, raw, 0o600)
	}
	return errors.Join(err, paper.Write(out, results))
}

func sizeOf(names string) string {
	if names == "" {
		return ""
	}
	return "SIZE=" + names
}

func chosen(names string) ([]fill.Size, error) {
	if names == "" {
		return fill.Sizes(), nil
	}
	var sizes []fill.Size
	for name := range strings.SplitSeq(names, ",") {
		size, err := fill.SizeNamed(name)
		if err != nil {
			return nil, err
		}
		sizes = append(sizes, size)
	}
	return sizes, nil
}

// pace is short for the town, which is the smoke test, and long for what is written down.
func pace(size fill.Size) measure.Pace {
	if size.Name == "town" {
		return measure.Pace{Rounds: 3, Warm: 300 * time.Millisecond, Length: time.Second, Pages: 100}
	}
	return measure.Pace{Rounds: 3, Warm: 500 * time.Millisecond, Length: 3 * time.Second, Pages: 100, Beside: true}
}

// repository finds the product's folder above.
func repository() (string, error) {
	dir, err := os.Getwd()
	for err == nil && dir != "/" {
		if raw, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil && strings.HasPrefix(string(raw), "module lantoa\n") {
			return dir, nil
		}
		dir = filepath.Dir(dir)
	}
	return "", errors.Join(errors.New("run it inside the repository"), err)
}
