package account_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/account"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
)

func TestARefreshTokenIsGoodOnceAndSecretAtRest(t *testing.T) {
	t.Parallel()
	o := setup(t)
	login := o.signIn(t, factory.Account(t, o.DB))
	seen := map[string]bool{login.Refresh: true}
	for range 3 {
		o.machine = o.machine.Add(50 * time.Minute)
		next, err := o.Refresh(t.Context(), login.Refresh)
		if err != nil {
			t.Fatal(err)
		}
		if seen[next.Refresh] || next.Session.ID != login.Session.ID || !o.in(t, next) {
			t.Errorf("%+v", next)
		}
		seen[next.Refresh] = true
		login = next
	}
	_, secret, _ := strings.Cut(login.Refresh, ".")
	var kept int64
	o.DB.Table("sessions").Where("strpos(secret_hash::text, encode(?, 'hex')) > 0", []byte(secret)).Count(&kept)
	if kept != 0 || len(secret) < 26 {
		t.Errorf("the secret %q is kept as it is", secret)
	}
}

func TestAUsedRefreshTokenEndsTheSessionAtOnce(t *testing.T) {
	t.Parallel()
	o := setup(t)
	login := o.signIn(t, factory.Account(t, o.DB))
	next, err := o.Refresh(t.Context(), login.Refresh)
	if err != nil {
		t.Fatal(err)
	}
	_, err = o.Refresh(t.Context(), login.Refresh)
	wantCode(t, err, fault.Unauthenticated, "session.reused")
	if o.in(t, next) {
		t.Error("the session goes on")
	}
	_, err = o.Refresh(t.Context(), next.Refresh)
	wantCode(t, err, fault.Unauthenticated, "session.ended")
	if got := dids(o.happenings(t, login.Session.ID)); got != "session.started session.reused" {
		t.Errorf("log: %q", got)
	}
}

func TestOfManyRefreshesWithOneTokenExactlyOneWins(t *testing.T) {
	t.Parallel()
	o := on(t, dbtest.New(t))
	login := o.signIn(t, factory.Account(t, o.DB))
	codes, lock := map[string]int{}, sync.Mutex{}
	atOnce(8, func(int) {
		_, err := o.Refresh(t.Context(), login.Refresh)
		lock.Lock()
		defer lock.Unlock()
		if err == nil {
			codes["won"]++
		} else {
			codes[fault.CodeOf(err)]++
		}
	})
	if codes["won"] != 1 || codes["session.reused"] != 1 || codes["session.ended"] != 6 {
		t.Errorf("%v", codes)
	}
	if o.in(t, login) {
		t.Error("the session goes on although two hold its token")
	}
}

func TestALostAnswerIsGivenAgainForAShortTime(t *testing.T) {
	t.Parallel()
	o := setup(t)
	o.Terms.Grace = 30 * time.Second
	first := o.signIn(t, factory.Account(t, o.DB))
	next, err := o.Refresh(t.Context(), first.Refresh)
	if err != nil {
		t.Fatal(err)
	}
	o.machine = o.machine.Add(29 * time.Second)
	again, err := o.Refresh(t.Context(), first.Refresh)
	if err != nil || again.Refresh != next.Refresh || !again.Session.UsedAt.Equal(next.Session.UsedAt) {
		t.Fatalf("%v: %v, first %v", err, again, next)
	}
	o.machine = o.machine.Add(2 * time.Second)
	third, err := o.Refresh(t.Context(), again.Refresh)
	if err != nil || third.Refresh == next.Refresh || !o.in(t, third) {
		t.Fatalf("%v: %v", err, third)
	}
	_, err = o.Refresh(t.Context(), first.Refresh) // two before: no lost answer
	wantCode(t, err, fault.Unauthenticated, "session.reused")
	if o.in(t, third) {
		t.Error("the session goes on")
	}
}

func TestAUsedTokenAfterTheGraceEndsTheSession(t *testing.T) {
	t.Parallel()
	o := setup(t)
	o.Terms.Grace = 30 * time.Second
	first := o.signIn(t, factory.Account(t, o.DB))
	next, err := o.Refresh(t.Context(), first.Refresh)
	if err != nil {
		t.Fatal(err)
	}
	o.machine = o.machine.Add(30 * time.Second)
	_, err = o.Refresh(t.Context(), first.Refresh)
	wantCode(t, err, fault.Unauthenticated, "session.reused")
	_, err = o.Refresh(t.Context(), next.Refresh)
	wantCode(t, err, fault.Unauthenticated, "session.ended")
}

func TestATokenThatIsNoneIsRefused(t *testing.T) {
	t.Parallel()
	o := setup(t)
	login := o.signIn(t, factory.Account(t, o.DB))
	for _, token := range []string{"", ".", "x.y", login.Session.ID.String(), login.Session.ID.String() + ".", uuid.NewString() + ".secret"} {
		_, err := o.Refresh(t.Context(), token)
		wantCode(t, err, fault.Unauthenticated, "session.ended")
		if err := o.SignOut(t.Context(), token); err != nil {
			t.Errorf("signing out with %q: %v", token, err)
		}
	}
	for _, wrong := range []string{".wrong", ".wrong.mark", login.Refresh[36:] + "A"} {
		token := login.Session.ID.String() + wrong
		_, err := o.Refresh(t.Context(), token)
		wantCode(t, err, fault.Unauthenticated, "session.ended")
		if err := o.SignOut(t.Context(), token); err != nil || !o.in(t, login) {
			t.Errorf("whoever knows a session's id ends it with %q: %v", token, err)
		}
	}
}

func TestASessionEndsByItselfIdleOrOldByTheMachinesClock(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	idle, busy := o.signIn(t, a), o.signIn(t, a)
	o.Clock = func() time.Time { return factory.Now().AddDate(5, 0, 0) } // business years end no session
	if !o.in(t, idle) {
		t.Error("ended by the business clock")
	}
	begun := o.machine
	for o.machine = begun.Add(40 * time.Minute); o.machine.Before(begun.Add(24 * time.Hour)); o.machine = o.machine.Add(40 * time.Minute) {
		next, err := o.Refresh(t.Context(), busy.Refresh)
		if err != nil {
			t.Fatal(err)
		}
		busy = next
		if o.machine.After(begun.Add(time.Hour)) == o.in(t, idle) {
			t.Errorf("idle at %v", o.machine.Sub(begun))
		}
	}
	if o.in(t, busy) {
		t.Error("older than its life")
	}
	for _, login := range []*account.Login{idle, busy} {
		_, err := o.Refresh(t.Context(), login.Refresh)
		wantCode(t, err, fault.Unauthenticated, "session.ended")
	}
}

func TestSigningOutEndsTheSessionAndNoOther(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	phone, desk := o.signIn(t, a), o.signIn(t, a)
	if err := o.SignOut(t.Context(), phone.Refresh); err != nil {
		t.Fatal(err)
	}
	if o.in(t, phone) || !o.in(t, desk) {
		t.Error("the wrong session ended")
	}
	_, err := o.Refresh(t.Context(), phone.Refresh)
	wantCode(t, err, fault.Unauthenticated, "session.ended")
}

func TestOnesOwnLiveSessionsAreListedAndEnded(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	phone, desk, stranger := o.signIn(t, a), o.signIn(t, a), o.signIn(t, factory.Account(t, o.DB))
	factory.Session(t, o.DB, a, func(s *account.Session) { s.ExpiresAt = o.machine })
	list := func() []account.Session {
		out, err := o.Sessions(t.Context(), desk.Actor, db.Page{Limit: 50})
		if err != nil {
			t.Fatal(err)
		}
		return out.Items
	}
	if got := list(); len(got) != 2 || got[0].Current == got[1].Current {
		t.Fatalf("%+v", got)
	}
	wantCode(t, o.EndSession(t.Context(), desk.Actor, stranger.Session.ID), fault.NotFound, "resource.not_found")
	if err := o.EndSession(t.Context(), desk.Actor, phone.Session.ID); err != nil {
		t.Fatal(err)
	}
	wantCode(t, o.EndSession(t.Context(), desk.Actor, phone.Session.ID), fault.NotFound, "resource.not_found")
	if o.in(t, phone) || !o.in(t, desk) || !o.in(t, stranger) {
		t.Error("the wrong session ended")
	}
	if got := list(); len(got) != 1 || !got[0].Current {
		t.Errorf("%+v", got)
	}
	if got := dids(o.happenings(t, phone.Session.ID)); got != "session.started session.ended" {
		t.Errorf("log: %q", got)
	}
}

func TestAnAbolishedAgencyEndsItsAccountsWayIn(t *testing.T) {
	t.Parallel()
	o := setup(t)
	office := factory.Agency(t, o.DB)
	login := o.signIn(t, factory.Account(t, o.DB, inAgency(office.ID)))
	ended(office)
	if err := o.DB.Select("valid_to").Updates(office).Error; err != nil {
		t.Fatal(err)
	}
	if o.in(t, login) {
		t.Error("the office is gone, its account goes on")
	}
	_, err := o.Refresh(t.Context(), login.Refresh)
	wantCode(t, err, fault.Unauthenticated, "session.ended")
	if err := o.SignOut(t.Context(), login.Refresh); err != nil {
		t.Error(err)
	}
}
