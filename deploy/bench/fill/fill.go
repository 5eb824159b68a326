package fill

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/plan"
	"lantoa/internal/report"
)

// filling is one database while it is being filled.
type filling struct {
	root, url string
	size      Size
	pool      *gorm.DB
	conn      *pgx.Conn
	plans     *plan.Store
	now       time.Time // of the business clock, set as the years go by
	clock     clock.Clock

	offices         map[uuid.UUID]*office
	scope           uuid.UUID
	leader, culture access.Actor
	receipts        int
}

// mark is what a database says of itself once it is filled; another number makes every database anew.
func mark(size Size) (string, error) {
	const edition = 3
	steps, err := fs.Glob(db.Migrations(), "*.sql")
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, step := range steps {
		text, err := fs.ReadFile(db.Migrations(), step)
		if err != nil {
			return "", err
		}
		sum.Write(text)
	}
	return fmt.Sprintf("filled: %s, edition %d, schema %x", size.Name, edition, sum.Sum(nil)[:8]), nil
}

// Ensure gives the URL of the database of a size on the server at base, filling it first unless it is there already.
func Ensure(ctx context.Context, root, base string, key []byte, size Size, log *slog.Logger) (string, error) {
	at, err := url.Parse(base)
	if err != nil {
		return "", err
	}
	at.Path = "/bench_" + size.Name
	wanted, err := mark(size)
	if err != nil {
		return "", err
	}
	conn, err := pgx.Connect(ctx, base)
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx)
	var said string
	err = conn.QueryRow(ctx, "SELECT coalesce((SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = $1), '')", at.Path[1:]).Scan(&said)
	if err != nil || said == wanted {
		return at.String(), err
	}
	for _, step := range []string{"DROP DATABASE IF EXISTS " + at.Path[1:], "CREATE DATABASE " + at.Path[1:]} {
		if _, err := conn.Exec(ctx, step); err != nil {
			return "", err
		}
	}
	begun := time.Now()
	if err := fill(ctx, root, at.String(), key, size, log); err != nil {
		return "", fmt.Errorf("fill %s: %w", size.Name, err)
	}
	log.Info("filled", "size", size.Name, "took", time.Since(begun).Round(time.Second))
	_, err = conn.Exec(ctx, "COMMENT ON DATABASE "+at.Path[1:]+" IS '"+wanted+"'")
	return at.String(), err
}

func fill(ctx context.Context, root, url string, key []byte, size Size, log *slog.Logger) error {
	pool, err := db.Open(ctx, url, 4)
	if err != nil {
		return err
	}
	defer func() {
		if sqlDB, err := pool.DB(); err == nil {
			_ = sqlDB.Close()
		}
	}()
	if err := db.Migrate(ctx, pool); err != nil {
		return err
	}
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	f := &filling{root: root, url: url, size: size, pool: pool, conn: conn, offices: map[uuid.UUID]*office{}}
	f.clock = func() time.Time { return f.now }
	f.plans = &plan.Store{DB: pool, Clock: f.clock}
	return f.run(ctx, key, log)
}

func (f *filling) run(ctx context.Context, key []byte, log *slog.Logger) error {
	if _, err := f.conn.Exec(ctx, "SET synchronous_commit = off; SET maintenance_work_mem = '512MB'"); err != nil {
		return err
	}
	if err := f.register(ctx); err != nil {
		return err
	}
	years := make([]*year, f.size.Years)
	for i := range years {
		years[i] = &year{filling: f, of: lastYear - f.size.Years + 1 + i}
		if err := years[i].issue(ctx); err != nil {
			return fmt.Errorf("plan of %d: %w", years[i].of, err)
		}
	}
	putBack, err := layAside(ctx, f.conn)
	if err != nil {
		return err
	}
	for i, y := range years {
		if err := y.pass(ctx); err != nil {
			return fmt.Errorf("year %d: %w", y.of, err)
		}
		log.Info("a year has passed", "size", f.size.Name, "year", y.of, "moments", len(y.moments))
		years[i] = nil
	}
	if err := putBack(); err != nil {
		return err
	}
	log.Info("indexes are back", "size", f.size.Name)
	return f.finish(ctx, key, log)
}

// pass lets a year happen and keeps what it leaves.
func (y *year) pass(ctx context.Context) error {
	y.assign()
	y.owe()
	offices := make([]*office, 0, len(y.offices))
	for _, o := range y.offices {
		offices = append(offices, o)
	}
	slices.SortFunc(offices, func(a, b *office) int { return slices.Compare(a.ID[:], b.ID[:]) })
	y.signIn(offices)
	if err := y.writeLog(ctx, offices); err != nil {
		return err
	}
	if err := copyModels(ctx, y.conn, func(yield func(*assignment.Assignment) bool) {
		for _, w := range y.works {
			if !yield(&w.Assignment) {
				return
			}
		}
	}); err != nil {
		return err
	}
	if err := copyModels(ctx, y.conn, func(yield func(*assignment.Update) bool) {
		for _, m := range y.moments {
			if m.kind == updateRecorded && !yield(y.works[m.which].update(int(m.k))) {
				return
			}
		}
	}); err != nil {
		return err
	}
	return y.writeReports(ctx)
}

func (y *year) writeReports(ctx context.Context) error {
	if err := copyModels(ctx, y.conn, func(yield func(*report.Report) bool) {
		for _, o := range y.duties {
			if !yield(o.whole(y.past())) {
				return
			}
		}
	}); err != nil {
		return err
	}
	return copyModels(ctx, y.conn, func(yield func(*report.Revision) bool) {
		for _, o := range y.duties {
			for _, r := range o.revisions {
				r.Content = o.content()
				if !yield(r) {
					return
				}
				r.Content = report.Content{}
			}
		}
	})
}

// finish seals the log, lets the database learn what it holds, and has the product verify the chain where that is short.
func (f *filling) finish(ctx context.Context, key []byte, log *slog.Logger) error {
	if err := f.seal(ctx, key); err != nil {
		return err
	}
	log.Info("sealed", "size", f.size.Name)
	if _, err := f.conn.Exec(ctx, "SELECT setval('receipt_numbers', $1)", cmp.Or(f.receipts, 1)); err != nil {
		return err
	}
	if _, err := f.conn.Exec(ctx, "VACUUM ANALYZE"); err != nil {
		return err
	}
	if f.size.Communes > 1000 {
		return nil
	}
	events := &event.Log{DB: f.pool, Key: key}
	_, err := events.Verify(ctx)
	return err
}
