package account_test

import (
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/account"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
)

func TestSigningInBeginsASessionThatLetsIn(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	login, err := o.SignIn(t.Context(), account.SigningIn{Username: " " + strings.ToUpper(a.Username), Password: factory.Password}, account.From{Device: strings.Repeat("ế", 200)})
	if err != nil {
		t.Fatal(err)
	}
	if login.MustChangePassword || login.Actor.AccountID != a.ID || login.Actor.SessionID != login.Session.ID || !o.in(t, login) {
		t.Errorf("%+v", login)
	}
	if len([]rune(login.Session.Device)) != 120 {
		t.Errorf("device %q", login.Session.Device)
	}
	if at := o.row(t, a.ID).SignedInAt; at == nil || !at.Equal(o.machine.Truncate(time.Microsecond)) {
		t.Errorf("signed in at %v, not by the machine's clock", at)
	}
	if got := dids(o.happenings(t, login.Session.ID)); got != "session.started" {
		t.Errorf("log: %q", got)
	}
}

func TestEveryRefusalIsTheSame(t *testing.T) {
	t.Parallel()
	o := setup(t)
	shut := factory.Account(t, o.DB, disabled)
	locked := factory.Account(t, o.DB)
	for range 3 {
		_ = o.try(t, locked.Username, "sai")
	}
	gone := factory.Account(t, o.DB, inAgency(factory.Agency(t, o.DB, ended).ID))
	open := factory.Account(t, o.DB)
	var first string
	for name, in := range map[string]account.SigningIn{
		"a wrong password":     {Username: open.Username, Password: "sai mật khẩu rồi đó"},
		"no password":          {Username: open.Username},
		"an unknown name":      {Username: "khong-co-ai", Password: factory.Password},
		"no name":              {},
		"a disabled account":   {Username: shut.Username, Password: factory.Password},
		"a locked account":     {Username: locked.Username, Password: factory.Password},
		"an abolished agency":  {Username: gone.Username, Password: factory.Password},
		"a name with a quote":  {Username: "' OR 1=1 --", Password: factory.Password},
		"a very long password": {Username: open.Username, Password: strings.Repeat("x", 100_000)},
	} {
		login, err := o.SignIn(t.Context(), in, account.From{Place: here})
		if login != nil || err == nil {
			t.Fatalf("%s: let in", name)
		}
		wantCode(t, err, fault.Unauthenticated, "session.refused")
		if first == "" {
			first = err.Error()
		}
		if err.Error() != first {
			t.Errorf("%s: %q is not %q", name, err, first)
		}
	}
}

func TestTheLogOfRefusalsNeverSaysWhatWasTyped(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	const secret = "tôi gõ nhầm mật khẩu vào đây"
	if o.try(t, secret, secret) == nil || o.try(t, a.Username, secret) == nil {
		t.Fatal("let in")
	}
	login := o.signIn(t, a)
	if err := o.ChangePassword(t.Context(), login.Actor, account.NewPassword{Current: factory.Password, New: secret}); err != nil {
		t.Fatal(err)
	}
	reset, err := o.ResetPassword(t.Context(), o.admin, a.ID, o.row(t, a.ID).Version)
	if err != nil {
		t.Fatal(err)
	}
	var log []happened
	if err := o.DB.Table("events").Select("did, audience, changes").Find(&log).Error; err != nil {
		t.Fatal(err)
	}
	for _, h := range log {
		for _, word := range []string{secret, factory.Password, reset.InitialPassword, "argon2id", "hash"} {
			if strings.Contains(h.Changes, word) {
				t.Errorf("%s says %q: %s", h.Did, word, h.Changes)
			}
		}
		if h.Audience != "admin" {
			t.Errorf("%s is for %s", h.Did, h.Audience)
		}
	}
	if text := mustJSON(t, reset.Account); strings.Contains(text, "argon2id") {
		t.Errorf("the hash leaves: %s", text)
	}
}

func TestAfterTooManyWrongPasswordsTheRightOneIsRefusedUntilTheLockIsOver(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	for range 3 {
		wantCode(t, o.try(t, a.Username, "sai"), fault.Unauthenticated, "session.refused")
	}
	wantCode(t, o.try(t, a.Username, factory.Password), fault.Unauthenticated, "session.refused")
	if o.row(t, a.ID).LockedUntil == nil {
		t.Error("the administrator does not see the lock")
	}
	if got := dids(o.happenings(t, a.ID)); got != "session.refused session.refused session.locked session.refused" {
		t.Errorf("log: %q", got)
	}
	o.Clock = func() time.Time { return factory.Now().AddDate(1, 0, 0) } // a business year on, and still locked
	wantCode(t, o.try(t, a.Username, factory.Password), fault.Unauthenticated, "session.refused")
	o.machine = o.machine.Add(10 * time.Minute)
	o.signIn(t, a)
	if row := o.row(t, a.ID); row.LockedUntil != nil {
		t.Errorf("%+v", row)
	}
}

func TestNoGuessSlipsThroughBesideTheOthers(t *testing.T) {
	t.Parallel()
	o := on(t, dbtest.New(t))
	a := factory.Account(t, o.DB)
	const guesses = 24
	var wrong, let atomic.Int32
	atOnce(guesses, func(int) {
		if err := o.try(t, a.Username, "sai"); fault.CodeOf(err) == "session.refused" {
			wrong.Add(1)
		}
	})
	log := dids(o.happenings(t, a.ID))
	if wrong.Load() != guesses || strings.Count(log, "session.locked") != 1 {
		t.Fatalf("%d refused: %s", wrong.Load(), log)
	}
	var judged int64
	o.DB.Table("events").Where("noun_id = ? AND changes->'after'->>'verdict' = 'wrong'", a.ID).Count(&judged)
	if judged != 2 {
		t.Errorf("%d wrong ones were judged before the third locked", judged)
	}
	atOnce(guesses, func(int) {
		if o.try(t, a.Username, factory.Password) == nil {
			let.Add(1)
		}
	})
	if let.Load() != 0 {
		t.Errorf("%d came in while locked", let.Load())
	}
}

func TestManyDevicesMaySignInAtOnce(t *testing.T) {
	t.Parallel()
	o := on(t, dbtest.New(t))
	a := factory.Account(t, o.DB)
	var let atomic.Int32
	atOnce(12, func(int) {
		if o.try(t, a.Username, factory.Password) == nil {
			let.Add(1)
		}
	})
	if let.Load() != 12 {
		t.Errorf("%d of 12 came in", let.Load())
	}
}

func TestAPasswordThatIsReplacedWhileItIsComparedLetsNobodyIn(t *testing.T) {
	t.Parallel()
	o := on(t, dbtest.New(t))
	a := factory.Account(t, o.DB)
	hold := o.DB.Begin()
	defer hold.Rollback()
	if err := hold.Exec("UPDATE accounts SET password_hash = 'another' WHERE id = ?", a.ID).Error; err != nil {
		t.Fatal(err)
	}
	refused := make(chan error)
	go func() { refused <- o.try(t, a.Username, factory.Password) }()
	waitForALock(t, o)
	if err := hold.Commit().Error; err != nil {
		t.Fatal(err)
	}
	wantCode(t, <-refused, fault.Unauthenticated, "session.refused")
}

func waitForALock(t *testing.T, o *office) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		var waiting int64
		o.DB.Table("pg_stat_activity").Where("datname = current_database() AND wait_event_type = 'Lock'").Count(&waiting)
		if waiting > 0 {
			return
		}
	}
	t.Fatal("nobody waits for the row")
}

func TestAnUnknownNameTakesAsLongAsAKnownOne(t *testing.T) {
	t.Parallel()
	o := setup(t)
	o.Passwords = account.NewPasswords(4*1024, 4)
	o.Limits.Failures = 1000
	hash, err := o.Passwords.Hash(t.Context(), factory.Password)
	if err != nil {
		t.Fatal(err)
	}
	a := factory.Account(t, o.DB, func(a *account.Account) { a.PasswordHash = hash })
	known, unknown := time.Hour, time.Hour // the quickest of several: the machine has other work
	for range 6 {
		known, unknown = min(known, o.timeOf(t, a.Username)), min(unknown, o.timeOf(t, "khong-co-ai"))
	}
	if unknown < known/3 || unknown > known*3 {
		t.Errorf("known %v, unknown %v", known, unknown)
	}
}

func (o *office) timeOf(t *testing.T, username string) time.Duration {
	t.Helper()
	begun := time.Now()
	if o.try(t, username, "sai") == nil {
		t.Fatal("let in")
	}
	return time.Since(begun)
}

func TestASignInOfNobodyIsLoggedWithoutAnAccount(t *testing.T) {
	t.Parallel()
	o := setup(t)
	before := len(o.happenings(t, uuid.Nil))
	if o.try(t, "khong-co-ai", "sai") == nil {
		t.Fatal("let in")
	}
	if log := o.happenings(t, uuid.Nil); len(log) != before+1 || log[before].Did != "session.refused" {
		t.Errorf("%v", log)
	}
}
