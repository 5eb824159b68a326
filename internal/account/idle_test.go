package account_test

import (
	"testing"
	"time"

	"lantoa/internal/account"
	"lantoa/internal/factory"
)

func TestAccountsThatNobodyUsesAreDisabledAndTheLastAdministratorStays(t *testing.T) {
	t.Parallel()
	o := setup(t)
	const idle = 45 * 24 * time.Hour
	o.Terms = account.Terms{Life: 100 * 24 * time.Hour, Idle: 100 * 24 * time.Hour}
	o.Clock = func() time.Time { return o.machine } // as in production
	unused, daily, old := factory.Account(t, o.DB), factory.Account(t, o.DB), factory.Account(t, o.DB)
	o.signIn(t, old)
	session := o.signIn(t, daily)
	o.machine = o.machine.Add(idle - time.Hour)
	if n, err := o.DisableIdle(t.Context(), 0); n != 0 || err != nil {
		t.Errorf("switched off, and %d disabled, %v", n, err)
	}
	if _, err := o.DisableIdle(t.Context(), idle); err != nil {
		t.Fatal(err)
	}
	session, err := o.Refresh(t.Context(), session.Refresh) // goes on without signing in anew
	if err != nil {
		t.Fatal(err)
	}
	if o.row(t, unused.ID).State != account.Disabled || o.row(t, old.ID).State != account.Active {
		t.Error("the one that was never used stays, or the other goes too early")
	}
	o.machine = o.machine.Add(2 * time.Hour)
	if _, err := o.DisableIdle(t.Context(), idle); err != nil {
		t.Fatal(err)
	}
	if o.row(t, old.ID).State != account.Disabled || o.row(t, daily.ID).State != account.Active || !o.in(t, session) {
		t.Error("the wrong one was disabled")
	}
	if o.row(t, o.admin.AccountID).State != account.Active {
		t.Error("no administrator is left")
	}
	if got := dids(o.happenings(t, old.ID)); got != "account.disabled" {
		t.Errorf("log: %q", got)
	}
	row := o.row(t, old.ID)
	if _, err := o.Enable(t.Context(), o.admin, old.ID, row.Version); err != nil {
		t.Fatal(err)
	}
	if n, err := o.DisableIdle(t.Context(), idle); n != 0 || err != nil {
		t.Errorf("what was just enabled is disabled again: %d, %v", n, err)
	}
}
