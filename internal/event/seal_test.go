package event_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/event"
	"lantoa/internal/factory"
)

func record(t *testing.T, tx *gorm.DB, did string, audience event.Audience, scope, agency *uuid.UUID) {
	t.Helper()
	err := event.Record(tx, factory.Clock(), access.Actor{Role: access.CultureOffice}, event.Entry{
		Did: did, Noun: "plan", ID: uuid.Must(uuid.NewV7()), Audience: audience, ScopeID: scope, AgencyID: agency, After: map[string]string{"title": "Kế hoạch"},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// sealAll seals until n rows are: on a shared server, other tests' transactions may hold them back for a moment.
func sealAll(t *testing.T, log *event.Log, n int) {
	t.Helper()
	sealed := 0
	for until := time.Now().Add(time.Minute); sealed < n && time.Now().Before(until); time.Sleep(5 * time.Millisecond) {
		more, err := log.Seal(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		sealed += more
	}
	if sealed != n {
		t.Fatalf("%d of %d sealed", sealed, n)
	}
}

func TestWhatIsStillBeingWrittenHoldsBackWhatCameAfterIt(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t)
	log := event.Log{DB: pool, Key: []byte("k")}
	slow := pool.Begin()
	record(t, slow, "first", event.ForAll, nil, nil)
	record(t, pool, "second", event.ForAll, nil, nil)
	if n, err := log.Seal(t.Context()); n != 0 || err != nil {
		t.Fatalf("sealed %d while an earlier transaction runs, %v", n, err)
	}
	slow.Commit()
	sealAll(t, &log, 2)
	var order []string
	pool.Raw("SELECT e.did FROM event_seals s JOIN events e ON e.id = s.event_id ORDER BY s.seq").Scan(&order)
	if len(order) != 2 || order[0] != "first" {
		t.Errorf("order %v", order)
	}
}

func TestSealersAtTheSameTimeNumberEveryRowOnce(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t)
	log := event.Log{DB: pool, Key: []byte("k")}
	for range 50 {
		record(t, pool, "did", event.ForAll, nil, nil)
	}
	total := make(chan int)
	for range 4 {
		go func() {
			n, err := log.Seal(t.Context())
			if err != nil {
				t.Error(err)
			}
			total <- n
		}()
	}
	sum := 0
	for range 4 {
		sum += <-total
	}
	sealAll(t, &log, 50-sum)
	if n, err := log.Verify(t.Context()); n != 50 || err != nil {
		t.Errorf("verified %d, %v", n, err)
	}
}

func TestVerifyTellsTheFirstBrokenLink(t *testing.T) {
	t.Parallel()
	for name, breakIt := range map[string]string{
		"changed":        "UPDATE events SET changes = '{}' WHERE id = (SELECT event_id FROM event_seals WHERE seq = 3)",
		"taken out":      "DELETE FROM event_seals WHERE seq = 3",
		"hash forged":    "UPDATE event_seals SET hash = decode('00', 'hex') WHERE seq = 3",
		"readers moved":  "UPDATE event_seals SET audience = 'office' WHERE seq = 3",
		"business moved": "UPDATE events SET business_at = business_at - interval '1 day' WHERE id = (SELECT event_id FROM event_seals WHERE seq = 3)",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pool := dbtest.New(t)
			log := event.Log{DB: pool, Key: []byte("k")}
			for range 5 {
				record(t, pool, "did", event.ForAll, nil, nil)
			}
			sealAll(t, &log, 5)
			if err := pool.Exec(breakIt).Error; err == nil {
				t.Fatal("the log let itself be changed")
			}
			forced := "ALTER TABLE events DISABLE TRIGGER USER; ALTER TABLE event_seals DISABLE TRIGGER USER; " + breakIt
			if err := pool.Exec(forced).Error; err != nil {
				t.Fatal(err)
			}
			if n, err := log.Verify(t.Context()); !errors.Is(err, event.ErrBroken) || n != 2 {
				t.Errorf("%d hold, %v", n, err)
			}
		})
	}
}

func TestVerifyMissesNoRowThatWasNeverSealed(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t)
	log := event.Log{DB: pool, Key: []byte("k")}
	record(t, pool, "sealed", event.ForAll, nil, nil)
	sealAll(t, &log, 1)
	record(t, pool, "pending", event.ForAll, nil, nil)
	if n, err := log.Verify(t.Context()); n != 1 || err != nil {
		t.Fatalf("a row that waits breaks nothing: %d, %v", n, err)
	}
	if err := pool.Exec("DELETE FROM event_pending").Error; err != nil {
		t.Fatal(err)
	}
	if _, err := log.Verify(t.Context()); !errors.Is(err, event.ErrBroken) {
		t.Errorf("a row was kept from being sealed: %v", err)
	}
}

func TestTheFeedGoesOnAfterAllThatWasLookedAt(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t)
	town, own := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	record(t, pool, "own", event.ForAgency, &town, &own)
	record(t, pool, "own", event.ForAgency, &town, &own)
	for range 3 {
		record(t, pool, "another's", event.ForOffice, &town, nil)
	}
	log := event.Log{DB: pool, Key: []byte("k")}
	sealAll(t, &log, 5)
	by := access.Actor{Role: access.Commune, AgencyID: own, ScopeID: town}
	for _, c := range []struct{ after, limit, items, next int64 }{{0, 1, 1, 1}, {1, 1, 1, 2}, {0, 9, 2, 5}, {2, 9, 0, 5}, {5, 9, 0, 5}, {99, 9, 0, 99}} {
		feed, err := log.List(t.Context(), by, c.after, nil, int(c.limit))
		if err != nil || int64(len(feed.Items)) != c.items || feed.Next != c.next {
			t.Errorf("after %d at most %d: %d items, next %d, %v", c.after, c.limit, len(feed.Items), feed.Next, err)
		}
	}
}

func TestAWrongKeyVerifiesNothing(t *testing.T) {
	t.Parallel()
	tx := dbtest.New(t)
	record(t, tx, "did", event.ForAll, nil, nil)
	log := event.Log{DB: tx, Key: []byte("k")}
	sealAll(t, &log, 1)
	log.Key = []byte("another")
	if _, err := log.Verify(t.Context()); !errors.Is(err, event.ErrBroken) {
		t.Errorf("got %v", err)
	}
}

func TestEachReaderSeesItsPartOfTheLog(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t)
	town, agencyA, elsewhere := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	record(t, pool, "for all", event.ForAll, &town, nil)
	record(t, pool, "for a", event.ForAgency, &town, &agencyA)
	record(t, pool, "for the office", event.ForOffice, &town, nil)
	record(t, pool, "of a's draft", event.ForOwn, &town, &agencyA)
	record(t, pool, "for the administration", event.ForAdmin, nil, nil)
	record(t, pool, "of elsewhere", event.ForAll, &elsewhere, nil)
	log := event.Log{DB: pool, Key: []byte("k")}
	sealAll(t, &log, 6)
	actor := func(role access.Role, agency uuid.UUID) access.Actor {
		return access.Actor{Role: role, AgencyID: agency, ScopeID: town}
	}
	for name, c := range map[string]struct {
		by   access.Actor
		want []string
	}{
		"the agency":             {actor(access.Commune, agencyA), []string{"for all", "for a", "of a's draft"}},
		"another agency":         {actor(access.Commune, uuid.Must(uuid.NewV7())), []string{"for all"}},
		"the culture office":     {actor(access.CultureOffice, uuid.Must(uuid.NewV7())), []string{"for all", "for a", "for the office"}},
		"the office of a draft":  {actor(access.CultureOffice, agencyA), []string{"for all", "for a", "for the office", "of a's draft"}},
		"the leader":             {actor(access.Leader, town), []string{"for all", "for a", "for the office"}},
		"the administration":     {actor(access.Admin, town), []string{"for the administration"}},
		"an office of elsewhere": {access.Actor{Role: access.Leader, ScopeID: elsewhere}, []string{"of elsewhere"}},
	} {
		feed, err := log.List(db.WithTx(t.Context(), pool), c.by, 0, nil, 50)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range feed.Items {
			got = append(got, e.Did)
		}
		if len(got) != len(c.want) {
			t.Errorf("%s sees %v, want %v", name, got, c.want)
		}
	}
}
