package rest_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"gorm.io/gorm"

	"lantoa/internal/clock"
	"lantoa/internal/dbtest"
	"lantoa/internal/idempotency"
)

// newDatabase is a database of the test's own that notes the statements of each request.
func newDatabase(t testing.TB) *gorm.DB {
	t.Helper()
	return dbtest.New(t, func(c *pgxpool.Config) { c.ConnConfig.Tracer = tracer{} })
}

// statements are those that were sent under one context, in order.
type statements struct {
	mu  sync.Mutex
	all []statement
}

type statement struct {
	sql  string
	args []any
}

type statementsKey struct{}

// noted gives a context whose statements are noted here.
func (s *statements) noted(ctx context.Context) context.Context {
	return context.WithValue(ctx, statementsKey{}, s)
}

type tracer struct{}

func (tracer) TraceQueryStart(ctx context.Context, _ *pgx.Conn, q pgx.TraceQueryStartData) context.Context {
	if s, ok := ctx.Value(statementsKey{}).(*statements); ok {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.all = append(s.all, statement{q.SQL, q.Args})
	}
	return ctx
}

func (tracer) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}

// explained are the statements whose plan was looked at already, in any test.
var explained sync.Map //nolint:gochecknoglobals // one for the whole process, by intent

// holdToIndexes fails where a statement can only be answered by reading a table from end to end that grows with the years. What a
// table holds in a test says nothing of its size, so the server is told to avoid that wherever it can.
func (s *statements) holdToIndexes(w *world, name string) {
	w.t.Helper()
	for _, one := range s.all {
		if _, known := explained.LoadOrStore(one.sql, true); known || !one.reads() || one.isWhole() {
			continue
		}
		for _, table := range one.scanned(w) {
			if !slices.Contains(steady(), table) {
				w.t.Errorf("%s: no index serves %s in %s", name, table, one.sql)
			}
		}
	}
}

// steady are the tables that stay small: as many rows as there are offices, people in them and forms, and of the log what waits a
// second for its number. Any other grows.
func steady() []string {
	return []string{"agencies", "agency_groups", "accounts", "report_templates", "event_pending"}
}

// wholes are the statements that are meant to read everything, by their beginning.
func wholes() []string {
	return []string{
		`SELECT id FROM events e WHERE NOT EXISTS`, // lantoa verify: no row of the log without its number
		`SELECT "id" FROM "attachments"`,           // after a start: files that lost their row
	}
}

// reads reports whether a statement looks for rows.
func (s statement) reads() bool {
	return !slices.Contains([]string{"begin", "commit", "rollback", "savepoint", "release"}, strings.ToLower(strings.Fields(s.sql + " -")[0]))
}

func (s statement) isWhole() bool {
	return slices.ContainsFunc(wholes(), func(beginning string) bool { return strings.HasPrefix(s.sql, beginning) })
}

// scanned gives the tables that are read from end to end.
func (s statement) scanned(w *world) []string {
	w.t.Helper()
	pool, err := w.db.DB()
	if err != nil {
		w.t.Fatal(err)
	}
	tx, err := pool.BeginTx(w.t.Context(), &sql.TxOptions{})
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	if _, err := tx.ExecContext(w.t.Context(), "SET LOCAL enable_seqscan = off"); err != nil {
		w.t.Fatal(err)
	}
	var raw []byte
	if err := tx.QueryRowContext(w.t.Context(), "EXPLAIN (FORMAT JSON) "+s.sql, s.args...).Scan(&raw); err != nil {
		w.t.Fatalf("%v: %s", err, s.sql)
	}
	var plans []struct{ Plan step }
	if err := json.Unmarshal(raw, &plans); err != nil {
		w.t.Fatal(err)
	}
	return plans[0].Plan.scanned(false)
}

// step is one step of a plan, with those that it takes its rows from.
type step struct {
	Type   string `json:"Node Type"`
	Table  string `json:"Relation Name"`
	Sought string `json:"Index Cond"`
	Filter string
	Plans  []step
}

// scanned gives the tables of which a step reads every row; whoever is limited stops early.
func (s step) scanned(limited bool) (tables []string) {
	wholeIndex := strings.HasPrefix(s.Type, "Index") && s.Sought == "" && s.Filter == "" && !limited
	if s.Type == "Seq Scan" || wholeIndex {
		tables = append(tables, s.Table)
	}
	for _, from := range s.Plans {
		tables = append(tables, from.scanned(limited || s.Type == "Limit")...)
	}
	return tables
}

// What the server does by itself, once a second, once an hour and at its start, is held to indexes like the requests.
func TestHousekeepingIsHeldToIndexes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	anAttachment(w)
	sent, soon := &statements{}, clock.System().Now().Add(time.Hour)
	ctx := sent.noted(t.Context())
	_, errSeal := w.api.Events.Seal(ctx)
	_, errVerify := w.api.Events.Verify(ctx)
	_, errSweep := w.api.Files.Sweep(ctx, soon)
	_, errIdle := w.api.Accounts.DisableIdle(ctx, time.Nanosecond)
	err := errors.Join(errSeal, errVerify, errSweep, errIdle, w.api.Accounts.ForgetTrials(ctx), idempotency.Forget(ctx, w.db, soon))
	if err != nil || len(sent.all) < 12 {
		t.Fatalf("%d statements, %v", len(sent.all), err)
	}
	sent.holdToIndexes(w, "housekeeping")
}
