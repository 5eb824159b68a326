// Package profiled is the product in a process of the benchmark's own, with its processor time written down call by call: to see
// where time goes, never to measure how much.
package profiled

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"runtime/pprof"
	"time"

	"lantoa/api/rest"
	"lantoa/internal/account"
	"lantoa/internal/clock"
	"lantoa/internal/config"
	"lantoa/internal/db"
)

// Serve answers as the product does until the context ends, and writes the profile of that time to a file.
func Serve(ctx context.Context, c config.Config, listener net.Listener, file string) (err error) {
	pool, err := db.Open(ctx, c.DatabaseURL, c.DatabaseConnections)
	if err != nil {
		return err
	}
	tokens, err := rest.OpenTokens(c.JWTKeyDir, c.PublicURL, clock.System())
	if err != nil {
		return err
	}
	api := rest.New(rest.Parts{Pool: pool, Log: c.Logger(os.Stderr), Business: c.Business(), Machine: clock.System(), Tokens: tokens,
		Passwords: account.NewPasswords(c.Argon2Memory, c.Argon2Passes), Limits: account.Limits{Failures: c.LockoutFailures, Lockout: time.Minute},
		Terms: account.Terms{Life: time.Hour, Idle: time.Hour}, DueSoonDays: c.DueSoonDays, BlobURL: c.BlobURL,
		Settings: rest.Settings{PublicURL: c.PublicURL, JSONBytes: c.LimitJSONBytes, PlanBytes: c.LimitPlanBytes, AttachmentBytes: c.LimitAttachmentBytes,
			RequestTimeout: time.Duration(c.RequestSeconds) * time.Second}})
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if err := pprof.StartCPUProfile(out); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	server := &http.Server{Handler: api.Handler(), ReadHeaderTimeout: 10 * time.Second} //nolint:contextcheck // each request brings its own
	context.AfterFunc(ctx, func() { _ = server.Close() })
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
