package fill

import (
	"context"
	"database/sql/driver"
	"fmt"
	"iter"
	"reflect"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"gorm.io/gorm/schema"

	"lantoa/internal/day"
)

// copyModels streams models into their own table by COPY; the columns are those that the model itself has.
func copyModels[T any](ctx context.Context, conn *pgx.Conn, models iter.Seq[*T]) error {
	parsed, err := schema.Parse(new(T), &sync.Map{}, schema.NamingStrategy{})
	if err != nil {
		return err
	}
	var fields []*schema.Field
	var columns []string
	for _, f := range parsed.Fields {
		if f.DBName != "" {
			fields, columns = append(fields, f), append(columns, f.DBName)
		}
	}
	return copyRows(ctx, conn, parsed.Table, columns, func(yield func([]any, error) bool) {
		row := make([]any, len(fields))
		for m := range models {
			err := values(ctx, reflect.ValueOf(m).Elem(), fields, row)
			if !yield(row, err) {
				return
			}
		}
	})
}

func values(ctx context.Context, model reflect.Value, fields []*schema.Field, row []any) (err error) {
	for i, f := range fields {
		value, _ := f.ValueOf(ctx, model)
		if row[i], err = plain(value); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return nil
}

// plain gives a value in a form that COPY takes without asking.
func plain(value any) (any, error) {
	switch v := value.(type) {
	case nil, string, int, int64, bool, []byte, time.Time:
		return value, nil
	case uuid.UUID:
		return [16]byte(v), nil
	case day.Day:
		return v.Time(time.UTC), nil
	}
	r := reflect.ValueOf(value)
	switch r.Kind() {
	case reflect.Pointer:
		if r.IsNil() {
			return nil, nil
		}
		if _, whole := value.(driver.Valuer); !whole || r.Type().Elem().Kind() != reflect.Struct {
			return plain(r.Elem().Interface())
		}
	case reflect.String:
		return r.String(), nil
	case reflect.Int, reflect.Int64:
		return r.Int(), nil
	default:
	}
	if v, ok := value.(driver.Valuer); ok {
		return v.Value()
	}
	return value, nil
}

// copyRows streams rows into a table by COPY; a row may be used again once it was yielded.
func copyRows(ctx context.Context, conn *pgx.Conn, table string, columns []string, rows iter.Seq2[[]any, error]) error {
	next, stop := iter.Pull2(rows)
	defer stop()
	_, err := conn.CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromFunc(func() ([]any, error) {
		row, err, more := next()
		if !more {
			return nil, nil
		}
		return row, err
	}))
	if err != nil {
		return fmt.Errorf("copy into %s: %w", table, err)
	}
	return nil
}
