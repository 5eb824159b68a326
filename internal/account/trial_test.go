package account_test

import (
	"context"
	"errors"
	"strconv"
	"testing"
	"time"

	"lantoa/internal/account"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
)

// A stranger who guesses from elsewhere locks the account there, and keeps nobody out who signs in rightly.
func TestAStrangerLocksNobodyOutElsewhere(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	const elsewhere = "198.51.100.9"
	for range 12 {
		wantCode(t, o.tryFrom(t, elsewhere, a.Username, "sai"), fault.Unauthenticated, "session.refused")
	}
	login := o.signIn(t, a)
	wantCode(t, o.tryFrom(t, elsewhere, a.Username, factory.Password), fault.Unauthenticated, "session.refused")
	if row := o.row(t, a.ID); row.LockedUntil == nil {
		t.Error("the administrator does not see that the account is locked for some place")
	}
	for range 4 { // nor does a session that guesses the current password
		_ = o.ChangePassword(t.Context(), login.Actor, account.NewPassword{Current: "sai", New: "chín bông lúa vàng trên đồng"})
	}
	o.signIn(t, a)
	if _, err := o.ResetPassword(t.Context(), o.admin, a.ID, o.row(t, a.ID).Version); err != nil {
		t.Fatal(err)
	}
	var left int64
	if err := o.DB.Table("sign_in_trials").Where("account_id = ?", a.ID).Count(&left).Error; err != nil || left != 0 {
		t.Errorf("a new first password leaves it locked somewhere: %d, %v", left, err)
	}
}

func TestWrongPasswordsThatCountNoMoreAreForgotten(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	count := func() (n int64) {
		if err := errors.Join(o.ForgetTrials(t.Context()), o.DB.Table("sign_in_trials").Where("account_id = ?", a.ID).Count(&n).Error); err != nil {
			t.Fatal(err)
		}
		return n
	}
	_ = o.try(t, a.Username, "sai")
	_ = o.try(t, a.Username, "sai")
	if count() != 1 {
		t.Error("forgotten too early")
	}
	o.machine = o.machine.Add(10 * time.Minute)
	_ = o.try(t, a.Username, "sai") // the third, but the first that counts
	if err := o.try(t, a.Username, factory.Password); err != nil {
		t.Errorf("locked by what lies long back: %v", err)
	}
	_ = o.try(t, a.Username, "sai")
	o.machine = o.machine.Add(10 * time.Minute)
	if n := count(); n != 0 {
		t.Errorf("%d left", n)
	}
}

// Guessing one after the other from very many places is slowed, for a name that nobody bears as well; the right password still lets in.
func TestGuessingFromManyPlacesIsSlowAndLocksNobodyOut(t *testing.T) {
	t.Parallel()
	o := setup(t)
	o.Limits.Slow, o.Limits.Delay = 4, time.Hour
	a := factory.Account(t, o.DB)
	for _, name := range []string{a.Username, "khong-co-ai"} {
		for _, place := range []string{"a", "b", "c", "d"} {
			_ = o.tryFrom(t, place, name, "sai")
		}
		waiting, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		_, err := o.SignIn(waiting, account.SigningIn{Username: name, Password: factory.Password}, account.From{Place: here})
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s is not slowed: %v", name, err)
		}
	}
	o.Limits.Delay = time.Millisecond
	o.signIn(t, a)
	o.Limits.Delay = time.Hour
	o.signIn(t, a) // and the count began anew
}

// Attempts wait side by side: however many guess at once, the name's owner waits no longer for it.
func TestThoseWhoGuessAtOnceKeepTheOwnerWaitingNoLonger(t *testing.T) {
	t.Parallel()
	o := on(t, dbtest.New(t))
	o.Limits.Slow = 4
	a := factory.Account(t, o.DB)
	for i := range 4 {
		_ = o.tryFrom(t, strconv.Itoa(i), a.Username, "sai")
	}
	o.Limits.Delay = time.Second
	begun := time.Now()
	const guesses = 20
	atOnce(guesses, func(i int) {
		if i == 0 {
			if err := o.tryFrom(t, here, a.Username, factory.Password); err != nil {
				t.Error(err)
			}
			return
		}
		_ = o.tryFrom(t, strconv.Itoa(i), a.Username, "sai")
	})
	if took := time.Since(begun); took < time.Second || took > guesses*time.Second/2 {
		t.Errorf("took %v", took)
	}
}

func TestOneSubscribersNetworkIsOnePlace(t *testing.T) {
	t.Parallel()
	for address, place := range map[string]string{
		"203.0.113.7": "203.0.113.7", "::ffff:203.0.113.7": "203.0.113.7", "2001:db8:1:2:3:4:5:6": "2001:db8:1:2::/64", "2001:db8:1:2::9": "2001:db8:1:2::/64", "": "",
	} {
		if got := account.PlaceOf(address); got != place {
			t.Errorf("%s is %s, not %s", address, got, place)
		}
	}
}
