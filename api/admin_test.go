package main

import (
	"testing"

	"lantoa/api/rest"
	"lantoa/internal/account"
	"lantoa/internal/clock"
	"lantoa/internal/dbtest"
	"lantoa/internal/fault"
)

// The first administrator comes with its office or not at all.
func TestASecondFirstAdministratorLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t)
	in := &installation{pool: pool, api: rest.New(rest.Parts{
		Pool: pool, Business: clock.System(), Machine: clock.System(), Passwords: account.NewPasswords(8, 1),
	})}
	if err := firstAdmin(t.Context(), in); err != nil {
		t.Fatal(err)
	}
	if err := firstAdmin(t.Context(), in); fault.CodeOf(err) != "account.username_taken" {
		t.Errorf("%v", err)
	}
	var offices, events int64
	if err := pool.Raw("SELECT count(*) FROM agencies").Scan(&offices).Error; err != nil {
		t.Fatal(err)
	}
	if err := pool.Raw("SELECT count(*) FROM events").Scan(&events).Error; err != nil {
		t.Fatal(err)
	}
	if offices != 1 || events != 2 {
		t.Errorf("%d offices, %d events", offices, events)
	}
}
