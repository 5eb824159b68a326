// Package demo is the demonstration: the town of Đức Phổ with its offices, accounts, report template and its plan of 2024 half-way
// through the reporting season, entered through the stores as the offices would have entered it. Figures and texts are illustrative.
package demo

import (
	"context"
	"embed"
	"fmt"

	"gorm.io/gorm"

	"lantoa/internal/account"
	"lantoa/internal/db"
	"lantoa/internal/wire"
)

// Password opens every account of the demonstration, which production refuses.
const Password = "DucPho@2024"

//go:embed data
var files embed.FS

// Register enters the agencies, groups, report template and accounts, all or nothing; what is there already is left as it is.
func Register(ctx context.Context, pool *gorm.DB, passwords *account.Passwords) error {
	return inOne(ctx, pool, passwords, func(ctx context.Context, t *town) error { return t.register(ctx) })
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

// Load is Register and the plan of 2024.
func Load(ctx context.Context, pool *gorm.DB, passwords *account.Passwords) error {
	return Register(ctx, pool, passwords)
}
