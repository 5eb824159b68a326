package rest_test

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"gorm.io/gorm/schema"

	"lantoa/internal/dbtest"
)

// TestStructsAndTablesAgree compares each noun's fields with its table, both ways: names, nullability and the family of the type.
func TestStructsAndTablesAgree(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	listed := nouns()
	for _, table := range tables(t, tx) {
		noun := listed[table]
		delete(listed, table)
		if noun == nil {
			t.Errorf("%s is the table of no noun in nouns", table)
			continue
		}
		parsed, err := schema.Parse(noun, &sync.Map{}, tx.NamingStrategy)
		if err != nil {
			t.Fatal(err)
		}
		type column struct{ Name, Type, Nullable, Generated string }
		var columns []column
		err = tx.Raw(`SELECT column_name AS name, data_type AS type, is_nullable AS nullable, is_generated AS generated
			FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ?`, parsed.Table).Scan(&columns).Error
		if err != nil || len(columns) == 0 {
			t.Fatalf("%s: no table, %v", parsed.Table, err)
		}
		known := map[string]bool{}
		for _, c := range columns {
			known[c.Name] = true
			field := parsed.FieldsByDBName[c.Name]
			if c.Generated == "ALWAYS" {
				if field != nil {
					t.Errorf("%s.%s is generated, so it is no field", parsed.Table, c.Name)
				}
				continue
			}
			if field == nil {
				t.Errorf("%s.%s is in no field", parsed.Table, c.Name)
				continue
			}
			if pointer := field.FieldType.Kind() == reflect.Pointer; pointer != (c.Nullable == "YES") {
				t.Errorf("%s.%s: nullable %s, field %s", parsed.Table, c.Name, c.Nullable, field.FieldType)
			}
			if want := family(field); want != "" && !strings.HasPrefix(c.Type, want) {
				t.Errorf("%s.%s is %s, field %s", parsed.Table, c.Name, c.Type, field.FieldType)
			}
		}
		for name := range parsed.FieldsByDBName {
			if !known[name] {
				t.Errorf("%s.%s is a field without column", parsed.Table, name)
			}
		}
	}
	for table := range listed {
		t.Errorf("there is no table %s", table)
	}
}

// family gives how the column's type must begin; blank where the field's own type decides.
func family(field *schema.Field) string {
	if field.TagSettings["SERIALIZER"] != "" {
		return "jsonb"
	}
	switch field.IndirectFieldType.String() {
	case "uuid.UUID":
		return "uuid"
	case "day.Day":
		return "date"
	case "time.Time":
		return "timestamp with time zone"
	}
	switch field.IndirectFieldType.Kind() {
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "boolean"
	case reflect.Int:
		return "integer"
	case reflect.Int64:
		return "bigint"
	default:
		return ""
	}
}
