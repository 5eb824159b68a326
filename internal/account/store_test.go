package account_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/db"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/wire"
)

func TestAnAdministratorsAccountComesInWithItsFirstPasswordAndMustChangeIt(t *testing.T) {
	t.Parallel()
	o := setup(t)
	made, err := o.Create(t.Context(), o.admin, account.Input{Username: "Pho-An", AgencyID: factory.Agency(t, o.DB).ID, Role: access.Commune, Position: access.Head})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"edit", "disable", "reset_password"}; !cmp.Equal(made.AllowedActions, want) || made.Username != "pho-an" {
		t.Errorf("%+v", made)
	}
	login, err := o.SignIn(t.Context(), account.SigningIn{Username: "pho-an", Password: made.InitialPassword}, account.From{})
	if err != nil || !login.MustChangePassword {
		t.Fatalf("%+v %v", login, err)
	}
	const own = "chín bông lúa vàng"
	if err := o.ChangePassword(t.Context(), login.Actor, account.NewPassword{Current: made.InitialPassword, New: own}); err != nil {
		t.Fatal(err)
	}
	if _, must, err := o.Actor(t.Context(), made.ID, login.Session.ID); err != nil || must {
		t.Errorf("must still change: %v %v", must, err)
	}
	if o.try(t, "pho-an", made.InitialPassword) == nil || o.try(t, "pho-an", own) != nil {
		t.Error("the old password lets in, or the new does not")
	}
	if got := dids(o.happenings(t, made.ID)); got != "account.created account.password_changed session.refused" {
		t.Errorf("log: %q", got)
	}
}

func TestChangingOnesPasswordIsGuardedAndEndsTheOtherSessions(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	lost, here := o.signIn(t, a), o.signIn(t, a)
	const better = "mười hai bến nước trong"
	for _, c := range []struct{ current, fresh, pointer, code string }{
		{"sai", better, "/current", "account.password_wrong"},
		{factory.Password, "ngắn", "/new", "account.password_short"},
		{factory.Password, a.Username + a.Username, "/new", "account.password_guessable"},
		{factory.Password, factory.Password, "/new", "account.password_same"},
	} {
		err := o.ChangePassword(t.Context(), here.Actor, account.NewPassword{Current: c.current, New: c.fresh})
		f, ok := errors.AsType[*fault.Error](err)
		if !ok || f.Fields[0].Pointer != c.pointer || f.Fields[0].Code != c.code {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if !o.in(t, lost) {
		t.Error("a refused change ended a session")
	}
	if err := o.ChangePassword(t.Context(), here.Actor, account.NewPassword{Current: factory.Password, New: better}); err != nil {
		t.Fatal(err)
	}
	if o.in(t, lost) || !o.in(t, here) {
		t.Error("the wrong sessions ended")
	}
}

func TestGuessingTheCurrentPasswordLocksToo(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	here := o.signIn(t, a)
	try := func(current string) error {
		return o.ChangePassword(t.Context(), here.Actor, account.NewPassword{Current: current, New: "mười hai bến nước trong"})
	}
	for range 3 {
		wantCode(t, try("sai"), fault.Invalid, "input.invalid")
	}
	wantCode(t, try(factory.Password), fault.Invalid, "input.invalid")
	o.signIn(t, a) // the session is locked, whoever holds it; its owner is not
}

func TestDisablingPutsOutAtOnceAndEnablingLetsInAgain(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	login := o.signIn(t, a)
	out, err := o.Disable(t.Context(), o.admin, a.ID, a.Version)
	if err != nil || out.State != account.Disabled || out.Version != a.Version+1 {
		t.Fatalf("%+v %v", out, err)
	}
	if o.in(t, login) {
		t.Error("a disabled account goes on")
	}
	_, err = o.Refresh(t.Context(), login.Refresh)
	wantCode(t, err, fault.Unauthenticated, "session.ended")
	wantCode(t, o.try(t, a.Username, factory.Password), fault.Unauthenticated, "session.refused")
	_, err = o.Disable(t.Context(), o.admin, a.ID, out.Version)
	wantCode(t, err, fault.Conflict, "state.conflict")
	_, err = o.ResetPassword(t.Context(), o.admin, a.ID, out.Version)
	wantCode(t, err, fault.Conflict, "state.conflict")
	if _, err = o.Enable(t.Context(), o.admin, a.ID, out.Version); err != nil {
		t.Fatal(err)
	}
	if o.in(t, login) {
		t.Error("the old session lives again")
	}
	o.signIn(t, a)
}

func TestResettingAPasswordEndsAllSessionsAndTheLock(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a := factory.Account(t, o.DB)
	login := o.signIn(t, a)
	for range 3 {
		_ = o.try(t, a.Username, "sai")
	}
	out, err := o.ResetPassword(t.Context(), o.admin, a.ID, a.Version)
	if err != nil || !out.MustChangePassword || out.LockedUntil != nil {
		t.Fatalf("%+v %v", out, err)
	}
	if o.in(t, login) || o.try(t, a.Username, factory.Password) == nil || o.try(t, a.Username, out.InitialPassword) != nil {
		t.Error("the old way in is open, or the new is not")
	}
}

func TestAnAdministratorsChangeHoldsFromTheNextRequestOn(t *testing.T) {
	t.Parallel()
	o := setup(t)
	town := factory.ATown(t, o.DB)
	a := factory.Account(t, o.DB, inAgency(town.CommuneA.ID))
	login := o.signIn(t, a)
	out, err := o.Change(t.Context(), o.admin, a.ID, a.Version, wire.Patch(`{"role":"culture_office","position":"officer","agency_id":"`+town.CultureOffice.ID.String()+`"}`))
	if err != nil || out.Username != a.Username {
		t.Fatalf("%+v %v", out, err)
	}
	by, _, err := o.Actor(t.Context(), a.ID, login.Session.ID)
	want := access.Actor{AccountID: a.ID, SessionID: login.Session.ID, AgencyID: town.CultureOffice.ID, ScopeID: town.Committee.ID, Role: access.CultureOffice, Position: access.Officer}
	if err != nil || by != want {
		t.Errorf("%+v %v", by, err)
	}
	_, err = o.Change(t.Context(), o.admin, a.ID, a.Version, wire.Patch(`{"role":"leader"}`))
	wantCode(t, err, fault.Stale, "resource.changed")
}

func TestAChangeIsRefusedWhole(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a, other := factory.Account(t, o.DB), factory.Account(t, o.DB)
	for patch, code := range map[string]string{
		`{"username":"` + other.Username + `"}`:    "account.username_taken",
		`{"agency_id":"` + uuid.NewString() + `"}`: "input.invalid",
		`{"role":"king"}`:                          "input.invalid",
		`{"state":"disabled"}`:                     "input.invalid",
		`{"must_change_password":false}`:           "input.invalid",
		`{"password_hash":"x"}`:                    "input.invalid",
		`{"username":null}`:                        "input.invalid",
	} {
		_, err := o.Change(t.Context(), o.admin, a.ID, a.Version, wire.Patch(patch))
		if fault.CodeOf(err) != code {
			t.Errorf("%s: %v", patch, err)
		}
	}
	if row := o.row(t, a.ID); row.Version != a.Version || row.Username != a.Username {
		t.Errorf("%+v", row)
	}
}

func TestOnlyAdministratorsSeeOthersAccountsAndOnlyTheyActOnThem(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a, other := factory.Account(t, o.DB), factory.Account(t, o.DB)
	for _, role := range access.Roles() {
		by := access.Actor{AccountID: a.ID, AgencyID: a.AgencyID, Role: role, Position: access.Head}
		if role == access.Admin {
			continue
		}
		verbs := map[string]func(id uuid.UUID) error{
			"find":    func(id uuid.UUID) error { _, err := o.Find(t.Context(), by, id); return err },
			"change":  func(id uuid.UUID) error { _, err := o.Change(t.Context(), by, id, 1, wire.Patch(`{}`)); return err },
			"disable": func(id uuid.UUID) error { _, err := o.Disable(t.Context(), by, id, 1); return err },
			"enable":  func(id uuid.UUID) error { _, err := o.Enable(t.Context(), by, id, 1); return err },
			"reset":   func(id uuid.UUID) error { _, err := o.ResetPassword(t.Context(), by, id, 1); return err },
		}
		for name, do := range verbs {
			if err := do(other.ID); fault.KindOf(err) != fault.NotFound {
				t.Errorf("%s %s: %v", role, name, err)
			}
			if err := do(a.ID); name != "find" && fault.KindOf(err) != fault.Forbidden {
				t.Errorf("%s %s on itself: %v", role, name, err)
			}
		}
		_, err := o.Create(t.Context(), by, account.Input{Username: "moi", AgencyID: a.AgencyID, Role: role, Position: access.Head})
		wantCode(t, err, fault.Forbidden, "access.forbidden")
		out, err := o.List(t.Context(), by, account.Filter{}, db.Page{Limit: 200})
		if err != nil || len(out.Items) != 1 || out.Items[0].ID != a.ID {
			t.Errorf("%s sees %d: %v", role, len(out.Items), err)
		}
	}
}

func TestAccountsAreFoundByNameAgencyRoleAndState(t *testing.T) {
	t.Parallel()
	o := setup(t)
	town := factory.ATown(t, o.DB)
	commune := factory.Account(t, o.DB, inAgency(town.CommuneB.ID), func(a *account.Account) { a.Username = "pc" + a.Username })
	officer := factory.Account(t, o.DB, inAgency(town.Police.ID), disabled, func(a *account.Account) { a.Role = access.Police })
	for name, c := range map[string]struct {
		filter account.Filter
		want   uuid.UUID
	}{
		"a word of the agency's name": {account.Filter{Q: "pho chau", AgencyID: &town.CommuneB.ID}, commune.ID},
		"a piece of the username":     {account.Filter{Q: commune.Username[:20]}, commune.ID},
		"agency":                      {account.Filter{AgencyID: &town.Police.ID}, officer.ID},
		"role":                        {account.Filter{Role: access.Police, AgencyID: &town.Police.ID}, officer.ID},
		"state":                       {account.Filter{State: account.Disabled, AgencyID: &town.Police.ID}, officer.ID},
		"none such":                   {account.Filter{State: account.Active, AgencyID: &town.Police.ID}, uuid.Nil},
		"a sign of the search itself": {account.Filter{Q: "%%%_"}, uuid.Nil},
	} {
		out, err := o.List(t.Context(), o.admin, c.filter, db.Page{Limit: 50})
		found := uuid.Nil
		if len(out.Items) == 1 {
			found = out.Items[0].ID
		}
		if err != nil || len(out.Items) > 1 || found != c.want {
			t.Errorf("%s: %d found, %v", name, len(out.Items), err)
		}
	}
}

func TestTheScopeIsTheCommitteeUnderWhichOneWorks(t *testing.T) {
	t.Parallel()
	o := setup(t)
	town := factory.ATown(t, o.DB)
	alone := factory.Agency(t, o.DB)
	gone := factory.Agency(t, o.DB, ended)
	for name, c := range map[string]struct {
		in   *agency.Agency
		role access.Role
		want uuid.UUID
	}{
		"the leader of a town":       {town.Committee, access.Leader, town.Committee.ID},
		"its administrator":          {town.Committee, access.Admin, town.Committee.ID},
		"an office of the town":      {town.CultureOffice, access.CultureOffice, town.Committee.ID},
		"a commune under the town":   {town.CommuneA, access.Commune, town.Committee.ID},
		"a commune's own leader":     {town.CommuneA, access.Leader, town.CommuneA.ID},
		"a commune's culture office": {town.CommuneA, access.CultureOffice, town.CommuneA.ID},
		"the province":               {town.Province, access.Leader, town.Province.ID},
		"an agency under nobody":     {alone, access.Department, alone.ID},
		"an abolished agency":        {gone, access.Department, uuid.Nil},
	} {
		a := factory.Account(t, o.DB, inAgency(c.in.ID), func(a *account.Account) { a.Role = c.role })
		by, _, err := o.Actor(t.Context(), a.ID, factory.Session(t, o.DB, a).ID)
		if (err == nil) != (c.want != uuid.Nil) || by.ScopeID != c.want {
			t.Errorf("%s: %v %v", name, by.ScopeID, err)
		}
		if err != nil {
			continue
		}
		own, err := o.Profile(t.Context(), by)
		if err != nil || own.Account.ID != a.ID || own.Agency.Name != c.in.Name || own.Scope.ID != c.want || own.Scope.Name == "" {
			t.Errorf("%s: %+v %v", name, own, err)
		}
	}
}

func TestASessionLetsInOnlyItsOwnAccount(t *testing.T) {
	t.Parallel()
	o := setup(t)
	a, other := factory.Account(t, o.DB), factory.Account(t, o.DB)
	session := factory.Session(t, o.DB, a)
	_, _, err := o.Actor(t.Context(), other.ID, session.ID)
	wantCode(t, err, fault.Unauthenticated, "access.unauthenticated")
	_, _, err = o.Actor(t.Context(), a.ID, uuid.New())
	wantCode(t, err, fault.Unauthenticated, "access.unauthenticated")
}
