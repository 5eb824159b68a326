package db

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
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

// Grant gives the role that serves what it needs of a database that another role owns: every table to read and write, but of the log's
// rows no more than to read and add them. Afterwards no statement of the server changes what is recorded. It refuses to take from the owner
// itself what the next migration needs.
func Grant(ctx context.Context, owner *gorm.DB, role string) error {
	var itself bool
	if err := owner.WithContext(ctx).Raw("SELECT current_user = ?", role).Scan(&itself).Error; err != nil {
		return err
	}
	if itself {
		return fmt.Errorf("MIGRATION_DATABASE_URL: names the role of DATABASE_URL, %s; name the database's owner and let another role serve, or leave it empty", role)
	}
	name := pgx.Identifier{role}.Sanitize()
	return owner.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		for _, statement := range []string{
			"SELECT pg_advisory_xact_lock(hashtext('lantoa grants'))", // two that start at once
			"GRANT USAGE ON SCHEMA public TO " + name,
			"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + name,
			"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO " + name,
			"REVOKE UPDATE, DELETE ON events, event_seals FROM " + name,
			"REVOKE INSERT, UPDATE, DELETE ON goose_db_version FROM " + name,
		} {
			if err := tx.Exec(statement).Error; err != nil {
				return fmt.Errorf("grant to the role that serves: %w", err)
			}
		}
		return nil
	})
}
