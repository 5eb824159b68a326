package fill

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"
)

// grown are the tables that COPY fills by the million: their indexes and references are laid aside meanwhile.
var grown = []string{"assignments", "progress_updates", "reports", "report_revisions", "events", "event_pending", "event_seals"}

// laid is one index or constraint that was taken off a table.
type laid struct{ Table, Name, Definition, Kind string }

const listLaid = `SELECT c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid), 'constraint ' || c.contype::text
	FROM pg_constraint c WHERE c.conrelid::regclass::text = ANY($1) AND c.contype IN ('p', 'u', 'f')
	UNION ALL SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), 'index'
	FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u')
	WHERE i.indrelid::regclass::text = ANY($1) AND c.oid IS NULL
	ORDER BY 4 DESC, 1, 2` // indexes, unique, primary, foreign: putting back goes the other way round

// layAside takes indexes and constraints off the grown tables; the function puts them back and checks that nothing differs.
func layAside(ctx context.Context, conn *pgx.Conn) (putBack func() error, err error) {
	before, err := laidNow(ctx, conn)
	if err != nil {
		return nil, err
	}
	foreignFirst := slices.Clone(before)
	slices.SortStableFunc(foreignFirst, func(a, b laid) int { return order(b) - order(a) })
	for _, l := range foreignFirst {
		drop := "DROP INDEX " + l.Name
		if l.Kind != "index" {
			drop = "ALTER TABLE " + l.Table + " DROP CONSTRAINT " + l.Name
		}
		if _, err := conn.Exec(ctx, drop); err != nil {
			return nil, fmt.Errorf("%s: %w", drop, err)
		}
	}
	return func() error { return restore(ctx, conn, before) }, nil
}

func restore(ctx context.Context, conn *pgx.Conn, all []laid) error {
	foreignLast := slices.Clone(all)
	slices.SortStableFunc(foreignLast, func(a, b laid) int { return order(a) - order(b) })
	for _, l := range foreignLast {
		add := l.Definition
		if l.Kind != "index" {
			add = "ALTER TABLE " + l.Table + " ADD CONSTRAINT " + l.Name + " " + l.Definition
		}
		if _, err := conn.Exec(ctx, add); err != nil {
			return fmt.Errorf("%s: %w", add, err)
		}
	}
	now, err := laidNow(ctx, conn)
	if err == nil && !slices.Equal(now, all) {
		err = fmt.Errorf("the schema differs after filling: %v, before: %v", now, all)
	}
	return err
}

// order puts keys before what refers to them, and references last.
func order(l laid) int {
	switch l.Kind {
	case "constraint p":
		return 0
	case "constraint f":
		return 2
	}
	return 1
}

func laidNow(ctx context.Context, conn *pgx.Conn) ([]laid, error) {
	rows, err := conn.Query(ctx, listLaid, grown)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[laid])
}
