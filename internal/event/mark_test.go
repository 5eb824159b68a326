package event_test

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"lantoa/internal/dbtest"
	"lantoa/internal/event"
)

func marked(t *testing.T) (*gorm.DB, *event.Log) {
	t.Helper()
	pool := dbtest.New(t)
	return pool, &event.Log{DB: pool, Key: []byte("k"), Mark: event.Mark(filepath.Join(t.TempDir(), "event.seal"))}
}

func add(t *testing.T, pool *gorm.DB, log *event.Log, n int) {
	t.Helper()
	for range n {
		record(t, pool, "did", event.ForAll, nil, nil)
	}
	sealAll(t, log, n)
}

// cut takes the rows of the log away that come after a number, as its database's owner can.
func cut(t *testing.T, pool *gorm.DB, after int) {
	t.Helper()
	err := pool.Exec(`ALTER TABLE events DISABLE TRIGGER USER; ALTER TABLE event_seals DISABLE TRIGGER USER;
		CREATE TEMP TABLE gone AS SELECT event_id FROM event_seals WHERE seq > ` + string(rune('0'+after)) + `;
		DELETE FROM event_seals WHERE event_id IN (SELECT event_id FROM gone); DELETE FROM events WHERE id IN (SELECT event_id FROM gone);
		DROP TABLE gone; ALTER TABLE events ENABLE TRIGGER USER; ALTER TABLE event_seals ENABLE TRIGGER USER;`).Error
	if err != nil {
		t.Fatal(err)
	}
}

func TestVerifySeesThatTheEndOfTheLogWasCutOff(t *testing.T) {
	t.Parallel()
	pool, log := marked(t)
	add(t, pool, log, 5)
	if n, err := log.Verify(t.Context()); n != 5 || err != nil {
		t.Fatalf("%d, %v", n, err)
	}
	cut(t, pool, 3)
	if n, err := log.Verify(t.Context()); n != 3 || !errors.Is(err, event.ErrBroken) {
		t.Errorf("%d, %v", n, err)
	}
}

// What is written after the cut takes the numbers anew: sealing goes on, says so, and hides nothing.
func TestACutIsNotHiddenByWhatComesAfterIt(t *testing.T) {
	t.Parallel()
	pool, log := marked(t)
	add(t, pool, log, 5)
	cut(t, pool, 3)
	for range 4 {
		record(t, pool, "after", event.ForAll, nil, nil)
	}
	n, err := log.Seal(t.Context())
	for until := time.Now().Add(time.Minute); n == 0 && err == nil && time.Now().Before(until); n, err = log.Seal(t.Context()) {
		time.Sleep(5 * time.Millisecond) // held back, as in sealAll
	}
	if n == 0 || !errors.Is(err, event.ErrBroken) {
		t.Errorf("sealed %d, %v", n, err)
	}
	if _, err := log.Verify(t.Context()); !errors.Is(err, event.ErrBroken) {
		t.Errorf("verified: %v", err)
	}
}

func TestTheMarkMayLagBehindAndNeverGoesBack(t *testing.T) {
	t.Parallel()
	pool, log := marked(t)
	add(t, pool, log, 2)
	early, err := os.ReadFile(string(log.Mark))
	if err != nil {
		t.Fatal(err)
	}
	var sealers sync.WaitGroup
	for range 4 {
		sealers.Go(func() {
			for range 5 {
				record(t, pool, "did", event.ForAll, nil, nil)
				if _, err := log.Seal(t.Context()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	sealers.Wait()
	if _, err := log.Seal(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := log.Verify(t.Context()); err != nil {
		t.Error(err)
	}
	if err := os.WriteFile(string(log.Mark), early, 0o600); err != nil { // as after a crash between the commit and the file
		t.Fatal(err)
	}
	if _, err := log.Verify(t.Context()); err != nil {
		t.Errorf("a mark that lags breaks nothing: %v", err)
	}
	if err := os.WriteFile(string(log.Mark), []byte("?"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := log.Verify(t.Context()); err == nil || errors.Is(err, event.ErrBroken) {
		t.Errorf("a file that tells nothing: %v", err)
	}
}

func TestAMarkThatCannotBeKeptIsToldBeforehand(t *testing.T) {
	t.Parallel()
	if err := event.Mark("").Check(); err != nil {
		t.Errorf("no mark is asked for: %v", err)
	}
	pool, log := marked(t)
	folder := filepath.Join(t.TempDir(), "keys", "log")
	log.Mark = event.Mark(filepath.Join(folder, "event.seal"))
	if err := log.Mark.Check(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("folder: %v, %v", info, err)
	}
	add(t, pool, log, 5)
	cut(t, pool, 3)
	if _, err := log.Verify(t.Context()); !errors.Is(err, event.ErrBroken) {
		t.Errorf("the mark is not there: %v", err)
	}
	if err := os.WriteFile(string(log.Mark), []byte("?"), 0o600); err != nil {
		t.Fatal(err)
	}
	if log.Mark.Check() == nil || event.Mark(filepath.Join(string(log.Mark), "below a file")).Check() == nil {
		t.Error("accepted")
	}
}
