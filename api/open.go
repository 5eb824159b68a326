package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"gorm.io/gorm"

	"lantoa/api/rest"
	"lantoa/internal/account"
	"lantoa/internal/clock"
	"lantoa/internal/config"
	"lantoa/internal/db"
	"lantoa/internal/demo"
	"lantoa/internal/event"
	"lantoa/internal/localpg"
)

// open reads the settings, reaches the database (starting a private one when none is named, or joining the one that a running
// server of this installation owns) and wires the stores.
func open(ctx context.Context, join bool) (*installation, func() error, error) {
	c, err := config.Load(os.Environ())
	if err != nil {
		return nil, nil, err
	}
	in := &installation{config: c, log: c.Logger(os.Stderr)}
	url, stop := c.DatabaseURL, func() error { return nil }
	in.owner = c.MigrationDatabaseURL
	if url == "" {
		server, err := localpg.Start(ctx, localpg.Options{Dir: filepath.Join(c.DataDir, "postgres"), BinDir: c.PostgresBin,
			NodeModules: filepath.Join("deploy", "postgres", "node_modules"), Join: join, Log: in.log})
		if err != nil {
			return nil, nil, err
		}
		url, in.owner, stop, in.lost = server.ServingURL, server.URL, server.Stop, server.Done()
	}
	if in.pool, err = db.Open(ctx, url, c.DatabaseConnections); err != nil {
		return nil, nil, errors.Join(err, stop())
	}
	closing := func() error { return errors.Join(disconnect(in.pool), stop()) }
	if in.api, err = wire(in); err != nil {
		return nil, nil, errors.Join(err, closing())
	}
	return in, closing, nil
}

// migrate brings the schema to the newest step: as the database's owner, who then grants the role that serves what it needs, or where
// there is no other owner as that role.
func (in *installation) migrate(ctx context.Context) (err error) {
	if in.owner == "" {
		return db.Migrate(ctx, in.pool)
	}
	owner, err := db.Open(ctx, in.owner, 2)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, disconnect(owner)) }()
	if err := db.Migrate(ctx, owner); err != nil {
		return err
	}
	var serving string
	if err := in.pool.WithContext(ctx).Raw("SELECT current_user").Scan(&serving).Error; err != nil {
		return err
	}
	return db.Grant(ctx, owner, serving)
}

func disconnect(pool *gorm.DB) error {
	sqlDB, err := pool.DB()
	if err != nil {
		return err
	}
	return sqlDB.Close()
}

func wire(in *installation) (*rest.API, error) {
	c := in.config
	tokens, err := rest.OpenTokens(c.JWTKeyDir, c.PublicURL, clock.System())
	if err != nil {
		return nil, err
	}
	logKey, err := c.EventKey()
	if err != nil {
		return nil, err
	}
	mark := event.Mark(c.EventSealFile)
	if err := mark.Check(); err != nil {
		return nil, fmt.Errorf("EVENT_SEAL_FILE: %w", err)
	}
	passwords := account.NewPasswords(c.Argon2Memory, c.Argon2Passes)
	passwords.MinLength, passwords.Refused = c.PasswordMinLength, []string{demo.Password}
	return rest.New(rest.Parts{
		Pool: in.pool, Log: in.log, Business: c.Business(), Machine: clock.System(), Tokens: tokens, Passwords: passwords, LogKey: logKey, LogMark: mark,
		Limits: account.Limits{Failures: c.LockoutFailures, Lockout: time.Duration(c.LockoutMinutes) * time.Minute,
			Slow: c.LockoutSlowFailures, Delay: 2 * time.Second},
		Terms: account.Terms{Life: time.Duration(c.RefreshDays) * 24 * time.Hour, Idle: time.Duration(c.SessionIdleHours) * time.Hour,
			Grace: time.Duration(c.RefreshGraceSeconds) * time.Second},
		DueSoonDays: c.DueSoonDays, BlobURL: c.BlobURL,
		Settings: rest.Settings{
			PublicURL: c.PublicURL, CORSOrigins: c.CORSOrigins, JSONBytes: c.LimitJSONBytes, PlanBytes: c.LimitPlanBytes,
			AttachmentBytes: c.LimitAttachmentBytes, RatePerMinute: c.RatePerMinute, LoginRatePerMinute: c.LoginRatePerMinute,
			RequestTimeout: time.Duration(c.RequestSeconds) * time.Second, Demonstration: c.Mode == config.Demonstration, TrustProxyAddresses: c.TrustProxy,
		},
	}), nil
}
