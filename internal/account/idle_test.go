package account_test

import (
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"lantoa/internal/account"
	"lantoa/internal/dbtest"
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

// Between the moment at which it was found unused and that at which it is disabled somebody comes back, by any of three ways.
func TestAnAccountThatIsUsedAtThisMomentIsNotDisabled(t *testing.T) {
	t.Parallel()
	o := on(t, dbtest.New(t))
	const idle = 45 * 24 * time.Hour
	o.Terms = account.Terms{Life: 100 * 24 * time.Hour, Idle: 100 * 24 * time.Hour}
	o.Clock = func() time.Time { return o.machine }
	goesOn, comes, enabled, unused := factory.Account(t, o.DB), factory.Account(t, o.DB), factory.Account(t, o.DB), factory.Account(t, o.DB)
	session := o.signIn(t, goesOn)
	o.machine = o.machine.Add(idle + time.Hour)
	found := 0
	err := o.DB.Callback().Row().After("gorm:row").Register("used meanwhile", func(tx *gorm.DB) {
		if !strings.Contains(tx.Statement.SQL.String(), "WITH used") {
			return
		}
		if found++; found > 1 {
			return
		}
		var err error
		if session, err = o.Refresh(t.Context(), session.Refresh); err != nil {
			t.Error(err)
		}
		o.signIn(t, comes)
		row, err := o.Disable(t.Context(), o.admin, enabled.ID, o.row(t, enabled.ID).Version)
		if err == nil {
			_, err = o.Enable(t.Context(), o.admin, enabled.ID, row.Version)
		}
		if err != nil {
			t.Error(err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := o.DisableIdle(t.Context(), idle); found != 1 || n != 1 || err != nil {
		t.Errorf("all accounts were looked through %d times, %d disabled, %v", found, n, err)
	}
	if o.row(t, unused.ID).State != account.Disabled || !o.in(t, session) {
		t.Error("the wrong one was disabled")
	}
}
