package rest_test

import (
	"sync/atomic"
	"testing"
	"time"

	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/factory"
)

// A document is read before the transaction that keeps its plan, and not again for a request that was answered.
func TestADocumentIsReadBeforeTheTransactionThatKeepsIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var read, within atomic.Int32
	err := w.db.Callback().Query().Before("gorm:query").Register("test:reading", func(tx *gorm.DB) {
		if tx.Statement.Table != "agency_groups" && tx.Statement.Schema == nil || tx.Statement.Schema != nil && tx.Statement.Schema.Table != "agency_groups" {
			return
		}
		read.Add(1)
		if _, committing := tx.Statement.ConnPool.(gorm.TxCommitter); committing {
			within.Add(1)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	office, text := w.as(access.CultureOffice), factory.Document2024(t, "plan.txt")
	key, media := header("Idempotency-Key", "k-1"), header("Content-Type", textType)
	first := office.call("POST", "/plans/import", text, key, media).want(201)
	reading := read.Load()
	if reading == 0 || within.Load() != 0 {
		t.Errorf("%d look-ups of names, %d within the transaction", reading, within.Load())
	}
	again := office.call("POST", "/plans/import", text, key, media).want(201)
	if again.Body.String() != first.Body.String() || again.Header().Get("Idempotent-Replayed") != "true" || read.Load() != reading {
		t.Errorf("read again: %d look-ups", read.Load())
	}
	office.call("POST", "/plans/import", string(text)+"\n\nThêm.", key, media).problem(422, "idempotency.reused")
}

// A first password is hashed while nothing is held in the database.
func TestNoTransactionWaitsForAFirstPasswordsHash(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.api.Accounts.Passwords = account.NewPasswords(64<<10, 12)
	begun := time.Now()
	if _, err := w.api.Accounts.Passwords.First(t.Context()); err != nil {
		t.Fatal(err)
	}
	slow := time.Since(begun)
	admin := w.as(access.Admin)
	for _, keyed := range []func(option) *answer{
		func(key option) *answer {
			body := map[string]any{"username": "moi", "agency_id": w.town.Police.ID, "role": "police", "position": "head"}
			return admin.call("POST", "/accounts", body, key)
		},
		func(key option) *answer {
			who := "/accounts/" + w.actors[access.Police].AccountID.String()
			return admin.call("POST", who+"/reset-password", nil, key, from(admin.get(who)))
		},
	} {
		done, got := make(chan struct{}), (*answer)(nil)
		go func() { defer close(done); got = keyed(header("Idempotency-Key", "k-1")) }()
		if longest := w.longestTransaction(done); longest > slow/2 {
			t.Errorf("a transaction was open for %v, a hash takes %v", longest, slow)
		}
		if got == nil || got.Code >= 300 {
			t.Errorf("answered %v", got)
		}
	}
}

// longestTransaction watches the database until done.
func (w *world) longestTransaction(done <-chan struct{}) time.Duration {
	w.t.Helper()
	longest := 0.0
	for {
		var seconds float64
		err := w.db.Raw(`SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0) FROM pg_stat_activity
			WHERE datname = current_database() AND pid <> pg_backend_pid()`).Scan(&seconds).Error
		if err != nil {
			w.t.Fatal(err)
		}
		longest = max(longest, seconds)
		select {
		case <-done:
			return time.Duration(longest * float64(time.Second))
		case <-time.After(5 * time.Millisecond):
		}
	}
}
