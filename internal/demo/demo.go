// Package demo is the demonstration: the town of Đức Phổ with its offices, accounts and report template, its plan of 2024 in the last
// days before the reports are due, and a small plan of 2023 that is closed. All of it is entered through the stores, as the offices
// would have done it day by day; figures, texts and dates are illustrative.
package demo

import (
	"context"
	"embed"
	"fmt"

	"gorm.io/gorm"

	"lantoa/internal/account"
	"lantoa/internal/db"
	"lantoa/internal/plan"
	"lantoa/internal/wire"
)

// Password opens every account of the demonstration, which production refuses.
const Password = "DucPho@2024" //nolint:gosec // made public by intent

//go:embed data
var files embed.FS

// Register enters the agencies, groups, report template and accounts, all or nothing; what is there already is left as it is.
func Register(ctx context.Context, pool *gorm.DB, passwords *account.Passwords) error {
	return inOne(ctx, pool, passwords, func(ctx context.Context, t *town) error { return t.register(ctx) })
}

// Load is Register and the years 2023 and 2024, all or nothing; where there is a plan already, nothing is added.
func Load(ctx context.Context, pool *gorm.DB, passwords *account.Passwords) error {
	return inOne(ctx, pool, passwords, func(ctx context.Context, t *town) error {
		if err := t.register(ctx); err != nil {
			return err
		}
		known, err := t.plans.List(ctx, t.actors["lanhdao"], plan.Filter{}, db.Page{Limit: 1})
		if err != nil || len(known.Items) > 0 {
			return err
		}
		for _, year := range []string{"2023", "2024"} {
			if err := t.live(ctx, year); err != nil {
				return err
			}
		}
		return nil
	})
}

// inOne does the work in one transaction, so that no half of the demonstration is ever kept.
func inOne(ctx context.Context, pool *gorm.DB, passwords *account.Passwords, work func(context.Context, *town) error) error {
	_, err := db.InTx(ctx, pool, func(tx *gorm.DB) (struct{}, error) {
		return struct{}{}, work(db.WithTx(ctx, tx), newTown(tx, passwords))
	})
	return err
}

// read reads one of the demonstration's files, as strictly as what comes from outside.
func read(name string, into any) error {
	raw, err := files.ReadFile("data/" + name)
	if err == nil {
		err = wire.Decode(raw, into)
	}
	if err != nil {
		return fmt.Errorf("data/%s: %w", name, err)
	}
	return nil
}
