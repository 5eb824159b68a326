package rest_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"lantoa/api/rest"
	"lantoa/internal/access"
	"lantoa/internal/account"
)

func TestAnAccountFromItsOpeningToItsFirstOwnPassword(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin := w.as(access.Admin)
	in := account.Input{Username: "Pho-An.CV", AgencyID: w.town.CommuneA.ID, Role: access.Commune, Position: access.Officer}
	var made account.Credentials
	admin.call("POST", "/accounts", in).want(201).as(&made)
	admin.call("POST", "/accounts", in).problem(409, "account.username_taken").at("/username", "account.username_taken")
	admin.get("/accounts/" + made.ID.String()).want(200)

	signedIn := w.signIn("pho-an.cv", made.InitialPassword)
	me := caller{w, tokenIn(signedIn)}
	if signedIn.field("must_change_password") != true {
		t.Error("the first password may stay")
	}
	if me.get("/me").want(200).field("must_change_password") != true {
		t.Error("/me does not say it")
	}
	me.get("/agencies").problem(403, "account.password_must_change")
	change := func(current, fresh string) *answer {
		return me.call("POST", "/me/password", account.NewPassword{Current: current, New: fresh})
	}
	change(made.InitialPassword, "ngắn").problem(422, "input.invalid").at("/new", "account.password_short")
	change("sai", "chín bông lúa vàng").problem(422, "input.invalid").at("/current", "account.password_wrong")
	change(made.InitialPassword, "chín bông lúa vàng").want(204)
	me.get("/agencies").want(200)
	w.signIn("pho-an.cv", made.InitialPassword).problem(401, "session.refused")
	w.signIn("pho-an.cv", "chín bông lúa vàng").want(200)

	var again account.Credentials
	path := "/accounts/" + made.ID.String()
	admin.call("POST", path+"/reset-password", nil, from(admin.get(path))).want(200).as(&again)
	me.get("/me").problem(401, "access.unauthenticated")
	if again.InitialPassword == made.InitialPassword {
		t.Error("the same first password again")
	}
	tokenIn(w.signIn("pho-an.cv", again.InitialPassword))
}

func TestMeSaysWhoOneIsAndWhatOneMay(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, role := range access.Roles() {
		var me rest.Me
		w.as(role).get("/me").want(200).as(&me)
		by := w.actors[role]
		if me.Account.ID != by.AccountID || me.Agency.ID != by.AgencyID || me.Scope.ID != w.town.Committee.ID || me.Role != role ||
			!slices.Equal(me.May, by.Actions()) || me.BusinessDay.String() != "2024-11-06" {
			t.Errorf("%s: %+v", role, me)
		}
		if len(me.Account.AllowedActions) != 0 {
			t.Errorf("%s may do %v to itself", role, me.Account.AllowedActions)
		}
	}
}

func TestAnAdministratorsChangeIsInForceAtTheNextRequest(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	by, token := w.account(access.Commune, access.Head, w.town.CommuneA.ID)
	me, admin, path := caller{w, token}, w.as(access.Admin), "/accounts/"+by.AccountID.String()
	me.get("/accounts").problem(403, "access.forbidden")
	read := admin.get(path).want(200)
	admin.call("PATCH", path, map[string]string{"role": "admin"}, from(read)).want(200)
	me.get("/accounts").want(200)
	admin.call("PATCH", path, map[string]string{"role": "commune"}, from(read)).problem(412, "resource.changed")
	own := "/accounts/" + w.actors[access.Admin].AccountID.String()
	admin.call("PATCH", own, map[string]string{"role": "leader"}, from(admin.get(own))).problem(403, "access.forbidden")
	admin.call("POST", own+"/disable", nil, from(admin.get(own))).problem(403, "access.forbidden")
}

func TestAccountsAreRefusedWithThePlaceOfEachMistake(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin := w.as(access.Admin)
	admin.call("POST", "/accounts", `{"username":"phổ an","role":"king"}`).problem(422, "input.invalid").
		at("/username", "account.username_form").at("/agency_id", "input.required").at("/role", "input.unknown_value").at("/position", "input.unknown_value")
	admin.call("POST", "/accounts", `{"username":"a","password_hash":"x"}`).problem(422, "input.invalid").at("/password_hash", "input.unknown_member")
	admin.call("POST", "/accounts", account.Input{Username: "moi", AgencyID: uuid.New(), Role: access.Commune, Position: access.Head}).
		problem(422, "input.invalid").at("/agency_id", "input.reference")
	admin.get("/accounts?role=king").problem(400, "input.query").at("role", "input.unknown_value")
	admin.get("/accounts?state=gone").problem(400, "input.query").at("state", "input.unknown_value")
	var page rest.AccountPage
	admin.get("/accounts?q=pho+chau&role=commune&limit=1&count=true").want(200).as(&page)
}
