// Package db is the one way to the database: opening it, migrating it, and the transaction every write happens in.
package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	pgxuuid "github.com/vgarvardt/pgx-google-uuid/v5"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/logger"

	"lantoa/internal/fault"
)

// Open connects to a PostgreSQL server by its URL; at most conns connections are held, until its sql.DB is closed. Edits set more of the pool.
func Open(ctx context.Context, url string, conns int, edits ...func(*pgxpool.Config)) (*gorm.DB, error) {
	settings, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("database address: %w", err)
	}
	settings.MaxConns = int32(min(max(conns, 1), 1000))
	settings.MaxConnIdleTime = 5 * time.Minute
	settings.ConnConfig.RuntimeParams["jit"] = "off" // compiling a query costs more than any of ours takes
	settings.AfterConnect = func(_ context.Context, conn *pgx.Conn) error {
		pgxuuid.Register(conn.TypeMap()) // else ids are written out and parsed again, both ways
		return nil
	}
	for _, edit := range edits {
		edit(settings)
	}
	pool, err := pgxpool.NewWithConfig(ctx, settings)
	if err != nil {
		return nil, err
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, err
	}
	sqlDB := sql.OpenDB(connector{stdlib.GetPoolConnector(pool), pool})
	sqlDB.SetMaxIdleConns(0) // else database/sql keeps connections that the pool then lacks
	return gorm.Open(postgres.New(postgres.Config{Conn: sqlDB}), &gorm.Config{
		Logger:                 logger.Discard,
		SkipDefaultTransaction: true,
		QueryFields:            true, // a list's row type names the columns that are read, and no others
	})
}

// connector closes the pool together with the sql.DB over it.
type connector struct {
	driver.Connector
	pool *pgxpool.Pool
}

// Close ends the connections of the pool.
func (c connector) Close() error {
	c.pool.Close()
	return nil
}

// Tx is a handle to the database: a transaction, or the pool itself.
type Tx = *gorm.DB

type txKey struct{}

// WithTx gives a context in which every store method joins this transaction instead of beginning its own.
func WithTx(ctx context.Context, tx *gorm.DB) context.Context {
	return context.WithValue(ctx, txKey{}, tx)
}

// Conn gives the handle to read with: the context's transaction when there is one, else the pool.
func Conn(ctx context.Context, pool *gorm.DB) *gorm.DB {
	if tx, ok := ctx.Value(txKey{}).(*gorm.DB); ok {
		return tx.WithContext(ctx)
	}
	return pool.WithContext(ctx)
}

// InTx runs one use case in one transaction: all of it is kept, or nothing. Within a transaction it is a savepoint.
func InTx[T any](ctx context.Context, pool *gorm.DB, work func(tx *gorm.DB) (T, error)) (T, error) {
	var out T
	err := Conn(ctx, pool).Transaction(func(tx *gorm.DB) (err error) {
		out, err = work(tx)
		return err
	})
	if err != nil {
		var none T
		return none, err
	}
	return out, nil
}

// Lock makes the next read of rows hold them until the transaction ends.
func Lock(tx *gorm.DB) *gorm.DB { return tx.Clauses(clause.Locking{Strength: "UPDATE"}) }

// Fault turns the database's answer into ours: not found (404), twice the same (409), against a rule (422). It wraps once, in stores.
func Fault(err error) error {
	if err == nil {
		return nil
	}
	if _, ours := errors.AsType[*fault.Error](err); ours {
		return err
	}
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return fault.NewNotFound("resource.not_found").Because(err)
	}
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok {
		switch {
		case pg.Code == "23505":
			return fault.NewConflict("resource.conflict").Because(err)
		case pg.Code == "23503":
			return fault.NewInvalid("input.reference").Because(err)
		case pg.Code == "23514", pg.Code[:2] == "22":
			return fault.NewInvalid("input.invalid").Because(err)
		}
	}
	return err
}

// Violates reports whether the database refused a row by this constraint or unique index.
func Violates(err error, constraint string) bool {
	pg, ok := errors.AsType[*pgconn.PgError](err)
	return ok && pg.ConstraintName == constraint
}
