package demo_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/demo"
	"lantoa/internal/event"
	"lantoa/internal/factory"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

func load(t *testing.T, pool *gorm.DB) {
	t.Helper()
	if err := demo.Load(t.Context(), pool, factory.Passwords()); err != nil {
		t.Fatal(err)
	}
}

func TestTheDemonstrationShowsEveryStateAndKeepsToItsNumbers(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t)
	begun := time.Now()
	load(t, pool)
	if took := time.Since(begun); took > 30*time.Second {
		t.Errorf("loading took %s", took)
	}
	const of2024 = " WHERE plan_id = (SELECT id FROM plans WHERE number = '45/KH-UBND')"
	for query, want := range map[string]int{
		"assignments" + of2024: 135, "reports" + of2024 + " AND kind = 'agency'": 35, "plans WHERE state = 'issued'": 1, "plans WHERE state = 'closed'": 1,
		"plans WHERE note LIKE 'Dữ liệu minh họa%'": 2, "rounds WHERE state = 'locked'": 1, "rounds WHERE state = 'open'": 1,
		"events WHERE business_at >= '2024-11-06T08:00:00+07:00'": 0, "progress_updates": 150, "progress_updates WHERE links <> '[]'": 24,
	} {
		if got := count(t, pool, query); got != want {
			t.Errorf("%d %s, want %d", got, query, want)
		}
	}
	if diff := cmp.Diff(map[string]int{"assigned": 10, "received": 58, "in_progress": 58, "handed_in": 3, "completed": 5, "returned": 1},
		tally(t, pool, "state FROM assignments"+of2024)); diff != "" {
		t.Error("assignments:", diff)
	}
	if diff := cmp.Diff(map[string]int{"draft": 19, "submitted": 5, "returned": 1, "accepted": 9, "exempted": 2, "locked": 14},
		tally(t, pool, "state FROM reports WHERE kind = 'agency'")); diff != "" {
		t.Error("reports:", diff)
	}
	if diff := cmp.Diff(map[string]int{"draft": 1, "approved": 1}, tally(t, pool, "state FROM reports WHERE kind = 'consolidated'")); diff != "" {
		t.Error("consolidated reports:", diff)
	}
}

// tally counts rows by a column.
func tally(t *testing.T, tx *gorm.DB, columnFrom string) map[string]int {
	t.Helper()
	var rows []struct {
		Value string
		N     int
	}
	if err := tx.Raw("SELECT value, count(*) AS n FROM (SELECT " + columnFrom + ") AS rows (value) GROUP BY value").Scan(&rows).Error; err != nil {
		t.Fatal(err)
	}
	all := map[string]int{}
	for _, row := range rows {
		all[row.Value] = row.N
	}
	return all
}

func TestASecondLoadChangesNothing(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t)
	load(t, pool)
	before := count(t, pool, "events")
	load(t, pool)
	if after := count(t, pool, "events"); after != before {
		t.Errorf("%d events, before %d", after, before)
	}
}

func TestWhatTheTownDidStandsInTheLogInOrder(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t)
	load(t, pool)
	log := &event.Log{DB: pool, Key: []byte("a key for tests")}
	total, sealed := count(t, pool, "events"), 0
	for until := time.Now().Add(time.Minute); sealed < total && time.Now().Before(until); {
		n, err := log.Seal(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		sealed += n
	}
	if n, err := log.Verify(t.Context()); err != nil || int(n) != total {
		t.Errorf("%d of %d rows hold, %v", n, total, err)
	}
	disorder := count(t, pool, `(SELECT business_at < lag(business_at) OVER (ORDER BY s.seq) AS earlier
		FROM event_seals s JOIN events e ON e.id = s.event_id) AS log WHERE earlier`)
	if disorder != 0 {
		t.Errorf("%d events stand behind later ones", disorder)
	}
}

func TestOnTheDemonstrationsMorningReportsStandInEveryWay(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t)
	load(t, pool)
	var committee agency.Agency
	if err := pool.Where("kind = ?", agency.TownCommittee).Take(&committee).Error; err != nil {
		t.Fatal(err)
	}
	leader := access.Actor{AgencyID: committee.ID, ScopeID: committee.ID, Role: access.Leader, Position: access.Head}
	rounds := &round.Store{DB: pool, Clock: factory.Clock(), DueSoonDays: 3}
	list, err := rounds.List(t.Context(), leader, round.Filter{}, db.Page{Limit: 10})
	if err != nil || len(list.Items) != 2 {
		t.Fatalf("%d rounds, %v", len(list.Items), err)
	}
	rates := []float64{78.6, 44.1} // 11 of 14; 14 and 1 of 34
	want := []round.Counts{
		{Owing: 15, OnTime: 11, Late: 2, Missing: 1, Exempted: 1, Accepted: 13, Rate: &rates[0]},
		{Owing: 35, DueSoon: 19, OnTime: 14, Nil: 1, Exempted: 1, Awaiting: 5, Returned: 1, Accepted: 9, Rate: &rates[1]},
	}
	for i := range want {
		if diff := cmp.Diff(want[i], *list.Items[i].Counts); diff != "" {
			t.Errorf("%s: %s", list.Items[i].Title, diff)
		}
	}
	reports := &report.Store{DB: pool, Clock: factory.Clock(), Rounds: rounds, DueSoonDays: 3}
	c, err := reports.Consolidation(t.Context(), leader, list.Items[1].ID)
	if err != nil || len(c.ChangedSources) != 1 || c.ChangedSources[0].Agency != "UBND xã Phổ Cường" {
		t.Errorf("changed since it was merged: %+v, %v", c.ChangedSources, err)
	}
	var half report.Report
	if err := pool.Where("agency_name = ? AND due_before > '2024-01-01'", "UBND xã Phổ An").Take(&half).Error; err != nil {
		t.Fatal(err)
	}
	filled := map[string]report.Progress{"4": report.IsNil, "5": report.Started, "8": report.Done, "9": report.Started, "10": report.NotStarted}
	if diff := cmp.Diff(filled, half.Progress); diff != "" {
		t.Error("the officer's draft:", diff)
	}
}
