package rest_test

import (
	"net/http"
	"strings"
	"testing"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/factory"
)

func cookieOf(t *testing.T, a *answer) *http.Cookie {
	t.Helper()
	for _, c := range a.Result().Cookies() {
		if c.Name == "lantoa_refresh" {
			return c
		}
	}
	t.Fatalf("%s: no cookie", a.name)
	return nil
}

func carrying(c *http.Cookie) option { return func(r *http.Request) { r.AddCookie(c) } }

func (w *world) signIn(username, password string, options ...option) *answer {
	w.t.Helper()
	return w.nobody().call("POST", "/sessions", map[string]string{"username": username, "password": password}, options...)
}

func tokenIn(a *answer) string {
	a.t.Helper()
	token, ok := a.want(200).field("access_token").(string)
	if !ok || a.field("expires_in") != 900.0 {
		a.t.Fatalf("%s: %s", a.name, a.Body)
	}
	return token
}

func TestSigningInGivesATokenAndACookieThatNoScriptReads(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := factory.Account(t, w.db)
	in := w.signIn(a.Username, factory.Password, header("User-Agent", "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"))
	me := caller{w, tokenIn(in)}
	c := cookieOf(t, in)
	if !c.HttpOnly || !c.Secure || c.SameSite != http.SameSiteStrictMode || c.Path != "/api/v1/sessions" || strings.Contains(in.Body.String(), c.Value) {
		t.Errorf("%+v", c)
	}
	if got := in.Header().Get("Cache-Control"); got != "no-store" {
		t.Errorf("Cache-Control %q", got)
	}
	var page struct {
		Items []account.Session `json:"items"`
	}
	me.get("/sessions").want(200).as(&page)
	if len(page.Items) != 1 || page.Items[0].Device != "Chrome, Android" || !page.Items[0].Current {
		t.Errorf("%+v", page)
	}
	w.signIn(a.Username, "sai").problem(401, "session.refused")
	w.signIn("khong-co-ai", "sai").problem(401, "session.refused")
}

func TestRefreshingTurnsTheCookieAndAnOldOneEndsTheLogin(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := factory.Account(t, w.db)
	first := cookieOf(t, w.signIn(a.Username, factory.Password))
	turned := w.nobody().call("POST", "/sessions/refresh", nil, carrying(first))
	me, second := caller{w, tokenIn(turned)}, cookieOf(t, turned)
	if second.Value == first.Value {
		t.Error("the same cookie again")
	}
	me.get("/me").want(200)
	reused := w.nobody().call("POST", "/sessions/refresh", nil, carrying(first)).problem(401, "session.reused")
	if c := cookieOf(t, reused); c.Value != "" || c.Expires.Year() > 1970 {
		t.Errorf("the cookie stays: %+v", c)
	}
	w.nobody().call("POST", "/sessions/refresh", nil, carrying(second)).problem(401, "session.ended")
	me.get("/me").problem(401, "access.unauthenticated")
	w.nobody().call("POST", "/sessions/refresh", nil).problem(401, "session.ended")
	w.nobody().call("POST", "/sessions/refresh", nil, carrying(&http.Cookie{Name: "lantoa_refresh", Value: "x.y"})).problem(401, "session.ended")
}

func TestSigningOutEndsTheSessionByCookieOrByToken(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := factory.Account(t, w.db)
	byCookie, byToken := w.signIn(a.Username, factory.Password), w.signIn(a.Username, factory.Password)
	w.nobody().call("DELETE", "/sessions/current", nil, carrying(cookieOf(t, byCookie))).want(204)
	caller{w, tokenIn(byCookie)}.get("/me").problem(401, "access.unauthenticated")
	me := caller{w, tokenIn(byToken)}
	me.get("/me").want(200)
	me.call("DELETE", "/sessions/current", nil).want(204)
	me.get("/me").problem(401, "access.unauthenticated")
	w.nobody().call("POST", "/sessions/refresh", nil, carrying(cookieOf(t, byToken))).problem(401, "session.ended")
	me.call("DELETE", "/sessions/current", nil).want(204)
	w.nobody().call("DELETE", "/sessions/current", nil).want(204)
}

func TestALostTelephonesSessionIsEndedFromTheDesk(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := factory.Account(t, w.db)
	phone, desk := caller{w, tokenIn(w.signIn(a.Username, factory.Password))}, caller{w, tokenIn(w.signIn(a.Username, factory.Password))}
	var page struct {
		Items []account.Session `json:"items"`
	}
	phone.get("/sessions").as(&page)
	for _, s := range page.Items {
		if s.Current {
			w.as(access.Leader).call("DELETE", "/sessions/"+s.ID.String(), nil).problem(404, "resource.not_found")
			desk.call("DELETE", "/sessions/"+s.ID.String(), nil).want(204)
		}
	}
	phone.get("/me").problem(401, "access.unauthenticated")
	desk.get("/me").want(200)
}

func TestATokenOfADisabledAccountIsRefusedAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	by, token := w.account(access.Commune, access.Head, w.town.CommuneA.ID)
	me := caller{w, token}
	me.get("/me").want(200)
	path := "/accounts/" + by.AccountID.String()
	admin := w.as(access.Admin)
	out := admin.call("POST", path+"/disable", nil, from(admin.get(path))).want(200)
	me.get("/me").problem(401, "access.unauthenticated")
	admin.call("POST", path+"/disable", nil, from(out)).problem(409, "state.conflict")
	admin.call("POST", path+"/enable", nil, from(out)).want(200)
	me.get("/me").problem(401, "access.unauthenticated")
}

func TestATokenThatIsForgedOrExpiredIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	good := w.tokens[access.Leader]
	for name, value := range map[string]string{
		"none":           "",
		"no scheme":      good,
		"another scheme": "Basic " + good,
		"cut short":      "Bearer " + good[:len(good)-4],
		"of alg none":    "Bearer eyJhbGciOiJub25lIn0." + strings.Split(good, ".")[1] + ".",
	} {
		a := w.nobody().get("/me", header("Authorization", value)).problem(401, "access.unauthenticated")
		if a.Header().Get("WWW-Authenticate") == "" {
			t.Errorf("%s: no WWW-Authenticate", name)
		}
	}
}
