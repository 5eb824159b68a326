package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"lantoa/frontend"
	"lantoa/internal/clock"
	"lantoa/internal/config"
	"lantoa/internal/demo"
	"lantoa/internal/idempotency"
)

// serve answers until it is told to stop; then running requests may finish.
func serve(ctx context.Context, in *installation) error {
	if err := in.migrate(ctx); err != nil {
		return err
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", in.config.Listen())
	if err != nil {
		return fmt.Errorf("PORT or ADDRESS: %w", err)
	}
	if in.config.Mode == config.Production {
		if open, err := demo.Opens(ctx, in.pool, in.api.Accounts.Passwords); err != nil || open != "" {
			return errors.Join(fmt.Errorf("account %q opens with the demonstration's public password: production needs a database of its own", open), err, listener.Close())
		}
	}
	if in.config.Mode == config.Demonstration {
		if err := demo.Load(ctx, in.pool, in.api.Accounts.Passwords); err != nil {
			return errors.Join(fmt.Errorf("demonstration: %w", err), listener.Close())
		}
	}
	breathe()
	in.api.ServeWeb(frontend.Dist())
	handler := in.api.Handler() //nolint:contextcheck // each request brings its own
	// What carries a file is given longer by the API; whoever else is slower than this is no caller.
	patience := time.Duration(in.config.RequestSeconds)*time.Second + 30*time.Second
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: patience, IdleTimeout: 2 * time.Minute,
		ErrorLog: slog.NewLogLogger(in.log.Handler(), slog.LevelWarn)}
	go sweep(ctx, in)
	go keepHouse(ctx, in)
	greet(in.config)
	return until(ctx, in.lost, server, listener, time.Duration(in.config.ShutdownSeconds)*time.Second)
}

// breathe lets the heap grow before it is swept, up to a soft limit that still fits a small machine: sweeping it as often as Go does by
// itself is a tenth of the work of an answer. Beyond the limit it would be swept without end, so it has room for a country's
// consolidation, and for a password hashed on each processor. GOGC and GOMEMLIMIT of the environment go before.
func breathe() {
	const percent, work, password = 400, 128 << 20, 20 << 20
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(work + int64(runtime.NumCPU())*password)
	}
}

// until serves until it is told to stop, or until the private database is gone: then the next start recovers it.
func until(ctx context.Context, lost <-chan struct{}, server *http.Server, listener net.Listener, grace time.Duration) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-lost:
		return errors.Join(errors.New("the private PostgreSQL has ended; start again to recover it"), server.Close())
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	return server.Shutdown(last)
}

// sweep takes away what a crash left of uploads that nobody was told of; what is younger than an hour may still be under way.
func sweep(ctx context.Context, in *installation) {
	n, err := in.api.Files.Sweep(ctx, clock.System().Now().Add(-time.Hour))
	if err != nil && ctx.Err() == nil {
		in.log.Error("sweeping attachments", slog.String("error", err.Error()))
	}
	if n > 0 {
		in.log.Info("contents without an attachment were taken away", slog.Int("number", n))
	}
}

// keepHouse seals the log each second, and each hour drops kept answers and wrong passwords that are too old and disables accounts
// that nobody uses.
func keepHouse(ctx context.Context, in *installation) {
	second, hour := time.NewTicker(time.Second), time.NewTicker(time.Hour)
	defer second.Stop()
	defer hour.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return
		case <-second.C:
			_, err = in.api.Events.Seal(ctx)
		case <-hour.C:
			err = keepHourly(ctx, in)
		}
		if err != nil && ctx.Err() == nil {
			in.log.Error("housekeeping", slog.String("error", err.Error()))
		}
	}
}

func keepHourly(ctx context.Context, in *installation) error {
	n, err := in.api.Accounts.DisableIdle(ctx, time.Duration(in.config.DisableIdleDays)*24*time.Hour)
	if n > 0 {
		in.log.Info("accounts that nobody used were disabled", slog.Int("number", n))
	}
	return errors.Join(err, idempotency.Forget(ctx, in.pool, clock.System().Now()), in.api.Accounts.ForgetTrials(ctx))
}

func greet(c config.Config) {
	out := fmt.Sprintf("\nLan Tỏa is ready at %s\n", c.PublicURL)
	if c.Mode == config.Demonstration {
		out += "\n" + demo.Accounts()
	}
	fmt.Fprintln(os.Stdout, out)
}
