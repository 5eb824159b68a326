package db

import (
	"context"
	"embed"
	"io/fs"

	"github.com/pressly/goose/v3"
	"gorm.io/gorm"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// Migrations gives the schema's history, one SQL file a step, forward only.
func Migrations() fs.FS {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		panic(err)
	}
	return files
}

// Migrate brings the schema to the newest step.
func Migrate(ctx context.Context, pool *gorm.DB) error {
	sqlDB, err := pool.DB()
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectPostgres, sqlDB, Migrations())
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}
