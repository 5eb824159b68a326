package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"reflect"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm"
	"gorm.io/gorm/schema"
)

// Find reads the rows of q as GORM's does, but from pgx straight into the structs: in a list of fifty rows the way through database/sql
// and reflection was a third of the work. In a transaction, whose connection lies hidden, it is GORM's, which takes a null for the zero
// value and passes over a column that the struct has not; otherwise both are errors.
func Find[T any](q *gorm.DB, rows *[]T) error {
	pool, free := q.Statement.ConnPool.(*sql.DB)
	if !free {
		return q.Find(rows).Error
	}
	built := q.Session(&gorm.Session{DryRun: true}).Find(rows)
	if built.Error != nil {
		return built.Error
	}
	of, err := schemaOf[T](q) // q may be of another model, of which T has a part
	if err != nil {
		return err
	}
	ctx := q.Statement.Context
	conn, err := pool.Conn(ctx)
	if err != nil {
		return err
	}
	err = conn.Raw(func(connection any) error {
		direct, ok := connection.(*stdlib.Conn)
		if !ok {
			return fmt.Errorf("a connection of %T", connection)
		}
		found, err := direct.Conn().Query(ctx, built.Statement.SQL.String(), built.Statement.Vars...)
		if err != nil {
			return err
		}
		defer found.Close()
		return scan(ctx, found, of, rows)
	})
	return errors.Join(err, conn.Close())
}

// schemaOf tells which column stands in which field of T.
func schemaOf[T any](q *gorm.DB) (*schema.Schema, error) {
	row := &gorm.Statement{DB: q}
	err := row.Parse(new(T))
	return row.Schema, err
}

// Take reads the one row of q, as lists read theirs; resource.not_found (404) when there is none.
func Take[T any](q *gorm.DB, into *T) error {
	var rows []T
	switch err := Find(q.Limit(1), &rows); {
	case err != nil:
		return Fault(err)
	case len(rows) == 0:
		return Fault(gorm.ErrRecordNotFound)
	}
	*into = rows[0]
	return nil
}

func scan[T any](ctx context.Context, found pgx.Rows, of *schema.Schema, rows *[]T) error {
	columns := found.FieldDescriptions()
	fields, into := make([]*schema.Field, len(columns)), make([]any, len(columns))
	for n, column := range columns {
		if fields[n] = of.LookUpField(column.Name); fields[n] == nil {
			return fmt.Errorf("%s has no column %q", of.Name, column.Name)
		}
	}
	*rows = (*rows)[:0]
	for found.Next() {
		var row T
		value := reflect.ValueOf(&row).Elem()
		for n, field := range fields {
			into[n] = field.ReflectValueOf(ctx, value).Addr().Interface()
		}
		if err := found.Scan(into...); err != nil {
			return err
		}
		*rows = append(*rows, row)
	}
	return found.Err()
}
