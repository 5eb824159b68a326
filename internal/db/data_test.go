package db_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/pressly/goose/v3"
	"gorm.io/gorm"

	"lantoa/internal/db"
	"lantoa/internal/dbtest"
)

const first = 20260901090000 // the step that makes the tables

// old is a database as the first step made it, with rows in it.
type old struct {
	*gorm.DB
	ids map[string]uuid.UUID // what a column points at unless a row says otherwise
}

func before(t *testing.T) old {
	t.Helper()
	pool, err := db.Open(t.Context(), dbtest.Empty(t), 2)
	if err != nil {
		t.Fatal(err)
	}
	sqlDB, err := pool.DB()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = sqlDB.Close() })
	steps, err := goose.NewProvider(goose.DialectPostgres, sqlDB, db.Migrations())
	if err == nil {
		_, err = steps.UpTo(context.WithoutCancel(t.Context()), first)
	}
	if err != nil {
		t.Fatal(err)
	}
	o := old{DB: pool, ids: map[string]uuid.UUID{}}
	agency := o.add(t, "agencies", nil)
	for _, column := range []string{"agency_id", "issuer_id", "drafter_id", "to_id", "through_id"} {
		o.ids[column] = agency
	}
	o.ids["account_id"] = o.add(t, "accounts", row{"failures": 3})
	o.ids["submitted_by"] = o.ids["account_id"]
	o.ids["template_id"] = o.add(t, "report_templates", nil)
	o.ids["plan_id"] = o.add(t, "plans", row{"state": "issued"})
	o.ids["task_id"] = o.add(t, "tasks", nil)
	o.ids["round_id"] = o.add(t, "rounds", nil)
	return o
}

type row map[string]any

// add keeps a row; columns that must not be empty, and that it does not name, get something of their type.
func (o old) add(t *testing.T, table string, values row) uuid.UUID {
	t.Helper()
	all := row{"id": uuid.Must(uuid.NewV7())}
	var columns []struct{ Name, Type string }
	err := o.Raw(`SELECT column_name AS name, udt_name AS type FROM information_schema.columns
		WHERE table_schema = 'public' AND table_name = ? AND is_nullable = 'NO' AND is_generated = 'NEVER' AND column_default IS NULL AND column_name <> 'id'`,
		table).Scan(&columns).Error
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range columns {
		all[c.Name] = map[string]any{
			"uuid": o.ids[c.Name], "text": "x", "jsonb": "[]", "bool": false, "bytea": []byte("x"), "int4": 1, "int8": 1,
			"date": "2024-06-01", "timestamptz": "2024-06-01T08:00:00+07:00",
		}[c.Type]
	}
	maps.Copy(all, values)
	if table == "event_seals" { // bears a number instead
		delete(all, "id")
	}
	names := slices.Sorted(maps.Keys(all))
	args := make([]any, len(names))
	for i, name := range names {
		args[i] = all[name]
	}
	if err := o.Exec("INSERT INTO "+table+" ("+strings.Join(names, ", ")+") VALUES ?", args).Error; err != nil {
		t.Fatal(table, err)
	}
	id, _ := all["id"].(uuid.UUID)
	return id
}

func (o old) migrate(t *testing.T) {
	t.Helper()
	if err := db.Migrate(t.Context(), o.DB); err != nil {
		t.Fatal(err)
	}
}

// says asks what a column of a row holds now.
func (o old) says(t *testing.T, table, column string, want map[uuid.UUID]any) {
	t.Helper()
	for id, value := range want {
		var got string
		err := o.Raw("SELECT "+column+"::text FROM "+table+" WHERE id = ?", id).Row().Scan(&got)
		if err != nil || got != fmt.Sprint(value) {
			t.Errorf("%s.%s of %s is %q, not %v, %v", table, column, id, got, value, err)
		}
	}
}

func TestWhatWasHandedInAndWhatEndedIsKnownOfOldRows(t *testing.T) {
	t.Parallel()
	o := before(t)
	report := func(kind, state, content string, more row) uuid.UUID {
		values := row{"kind": kind, "state": state, "content": content}
		maps.Copy(values, more)
		id := o.add(t, "reports", values)
		for n, handedIn := range []string{`["first"]`, `["last"]`} {
			o.add(t, "report_revisions", row{"report_id": id, "number": n + 1, "content": handedIn, "submitted_at": fmt.Sprintf("2024-06-%d0T08:00:00Z", n+1)})
		}
		return id
	}
	submitted, returned := report("a", "submitted", `["last"]`, nil), report("a", "returned", `["last"]`, nil)
	asHandedIn, worked := report("a", "locked", `["last"]`, nil), report("a", "locked", `["first"]`, nil)
	exempt := report("a", "exempted", `["last"]`, row{"exempt_reason": "bão"})
	closed := o.add(t, "plans", row{"state": "closed"})
	of := func(plan uuid.UUID, updates int) uuid.UUID {
		task := o.add(t, "tasks", row{"plan_id": plan})
		return o.add(t, "assignments", row{"plan_id": plan, "task_id": task, "updates": updates})
	}
	over, open := of(closed, 2), of(o.ids["plan_id"], 0)
	file := func(kind, at string) uuid.UUID {
		return o.add(t, "attachments", row{"owner_kind": kind, "owner_id": submitted, "created_at": at})
	}
	early, between, late, elsewhere := file("report", "2024-06-05T08:00:00Z"), file("report", "2024-06-15T08:00:00Z"), file("report", "2024-06-25T08:00:00Z"), file("assignment", "2024-06-25T08:00:00Z")
	o.migrate(t)
	o.says(t, "reports", "handed_in", map[uuid.UUID]any{submitted: true, returned: false, asHandedIn: true, worked: false, exempt: true})
	o.says(t, "reports", "exempted", map[uuid.UUID]any{submitted: false, exempt: true})
	o.says(t, "assignments", "ended", map[uuid.UUID]any{over: true, open: false})
	o.says(t, "assignments", "worked", map[uuid.UUID]any{over: true, open: false})
	o.says(t, "attachments", "revision", map[uuid.UUID]any{early: 1, between: 2, late: 3, elsewhere: 0})
	o.says(t, "plans", "resolution", map[uuid.UUID]any{closed: "[]"})
}

func TestANumberThatWasGivenTwiceStandsAndIsGivenNoMore(t *testing.T) {
	t.Parallel()
	o := before(t)
	approved := func(dated, accepted string) row {
		return row{"kind": "consolidated", "state": "approved", "number": "210/BC-UBND", "dated_on": dated, "accepted_at": accepted, "round_id": o.add(t, "rounds", nil)}
	}
	signed := []uuid.UUID{
		o.add(t, "reports", approved("2024-10-03", "2024-10-03T08:00:00Z")), o.add(t, "reports", approved("2024-10-01", "2024-10-01T08:00:00Z")),
		o.add(t, "reports", approved("2024-10-02", "2024-10-02T08:00:00Z")),
	}
	o.migrate(t)
	for _, id := range signed {
		o.says(t, "reports", "number", map[uuid.UUID]any{id: "210/BC-UBND"})
	}
	waiting := func(dated string) error {
		values := approved(dated, "2025-12-01T08:00:00Z")
		values["state"], values["handed_in"] = "submitted", true
		id := o.add(t, "reports", values)
		return db.Fault(o.Exec("UPDATE reports SET state = 'approved' WHERE id = ?", id).Error)
	}
	if waiting("2024-12-01") == nil {
		t.Error("the number is given once more")
	}
	if err := waiting("2025-12-01"); err != nil {
		t.Errorf("another year: %v", err)
	}
}

func TestTheLogsOldSealsTellWhomTheyAreForAndStayAppendOnly(t *testing.T) {
	t.Parallel()
	o := before(t)
	scope, agency := uuid.New(), uuid.New()
	ofAgency := o.add(t, "events", row{"noun_id": uuid.New(), "audience": "agency", "scope_id": scope, "agency_id": agency})
	ofAdmin := o.add(t, "events", row{"noun_id": uuid.New(), "audience": "admin"})
	for seq, event := range []uuid.UUID{ofAgency, ofAdmin} {
		o.add(t, "event_seals", row{"seq": seq + 1, "event_id": event})
	}
	sessions := []uuid.UUID{o.add(t, "sessions", nil), o.add(t, "sessions", nil)}
	o.migrate(t)
	var alike, seeds, columns int
	err := errors.Join(
		o.Raw(`SELECT count(*) FROM event_seals s JOIN events e ON e.id = s.event_id
			WHERE (s.audience, s.scope_id, s.agency_id) IS NOT DISTINCT FROM (e.audience, e.scope_id, e.agency_id)`).Scan(&alike).Error,
		o.Raw("SELECT count(DISTINCT seed) FROM sessions WHERE length(seed) = 16 AND used_hash = '' AND id IN ?", sessions).Scan(&seeds).Error,
		o.Raw("SELECT count(*) FROM information_schema.columns WHERE table_name = 'accounts' AND column_name = 'failures'").Scan(&columns).Error)
	if err != nil || alike != 2 || seeds != 2 || columns != 0 {
		t.Errorf("%d seals as their events, %d seeds, %d old counts of failures, %v", alike, seeds, columns, err)
	}
	for _, table := range []string{"events", "event_seals"} {
		if err := o.Exec("UPDATE " + table + " SET audience = 'all'").Error; err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s can be changed: %v", table, err)
		}
	}
}
