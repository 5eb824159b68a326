package rest

import (
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"lantoa/internal/account"
	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/wire"
)

// SessionPage is one page of sessions.
type SessionPage = db.Items[account.Session] // @name SessionPage

// AccessToken is what signing in and refreshing give; the refresh token goes beside it in a cookie that no script reads.
type AccessToken struct {
	AccessToken        string `json:"access_token"`
	ExpiresIn          int    `json:"expires_in" example:"900"` // seconds
	MustChangePassword bool   `json:"must_change_password"`     // then only /me, /me/password and signing out answer
} // @name AccessToken

// signIn begins a session.
//
// @Summary Sign in
// @Description Gives an access token, and the refresh token in the cookie lantoa_refresh. Every refusal is the same answer.
// @ID signIn
// @Tags sessions
// @Accept json
// @Param body body account.SigningIn true "username and password"
// @Success 200 {object} AccessToken
// @Failure 401 {object} Problem "session.refused"
// @Router /sessions [post]
func (a *API) signIn(c echo.Context) error {
	in, err := input[account.SigningIn](c)
	if err != nil {
		return err
	}
	login, err := a.Accounts.SignIn(c.Request().Context(), in, account.From{Device: deviceName(c.Request().UserAgent()), Place: placeOf(c)})
	return a.answerLogin(c, login, err)
}

// refreshSession goes on with the session of the cookie.
//
// @Summary Refresh the access token
// @Description Takes the cookie lantoa_refresh and puts a new one in its place; each is good once: sent again within seconds (an answer may be lost) it gets the same successor, later it ends the session.
// @ID refreshSession
// @Tags sessions
// @Success 200 {object} AccessToken
// @Failure 401 {object} Problem "session.ended, session.reused"
// @Router /sessions/refresh [post]
func (a *API) refreshSession(c echo.Context) error {
	login, err := a.Accounts.Refresh(c.Request().Context(), refreshToken(c))
	if fault.KindOf(err) == fault.Unauthenticated {
		a.setRefresh(c, "", time.Unix(1, 0))
	}
	return a.answerLogin(c, login, err)
}

// signOut ends the session of the cookie or of the access token; with neither there is nothing to end.
//
// @Summary Sign out
// @ID signOut
// @Tags sessions
// @Success 204
// @Router /sessions/current [delete]
func (a *API) signOut(c echo.Context) error {
	a.setRefresh(c, "", time.Unix(1, 0))
	ctx := c.Request().Context()
	if err := a.Accounts.SignOut(ctx, refreshToken(c)); err != nil {
		return err
	}
	by, _, err := a.identify(c)
	if err == nil {
		err = a.Accounts.EndSession(ctx, by, by.SessionID)
	}
	if kind := fault.KindOf(err); err != nil && kind != fault.Unauthenticated && kind != fault.NotFound {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// listSessions gives the caller's own live sessions.
//
// @Summary List one's sessions
// @ID listSessions
// @Tags sessions
// @Success 200 {object} SessionPage
// @Router /sessions [get]
func (a *API) listSessions(c echo.Context) error {
	page, err := newQuery(c).page()
	if err != nil {
		return err
	}
	out, err := a.Accounts.Sessions(c.Request().Context(), actor(c), page)
	return answer(c, http.StatusOK, out, err)
}

// endSession ends one of the caller's own sessions, as that of a lost telephone.
//
// @Summary End one of one's sessions
// @ID endSession
// @Tags sessions
// @Param id path string true "session" format(uuid)
// @Success 204
// @Router /sessions/{id} [delete]
func (a *API) endSession(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	return answer(c, http.StatusNoContent, nil, a.Accounts.EndSession(c.Request().Context(), actor(c), id))
}

func (a *API) answerLogin(c echo.Context, login *account.Login, err error) error {
	if err != nil {
		return err
	}
	token, err := a.Tokens.Issue(login.Actor)
	if err != nil {
		return err
	}
	raw, err := wire.Encode(AccessToken{AccessToken: token, ExpiresIn: int(TokenLife.Seconds()), MustChangePassword: login.MustChangePassword})
	if err != nil {
		return err
	}
	a.setRefresh(c, login.Refresh, login.Session.ExpiresAt)
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.Blob(http.StatusOK, echo.MIMEApplicationJSON, raw)
}

const refreshCookie = "lantoa_refresh"

func refreshToken(c echo.Context) string {
	cookie, err := c.Cookie(refreshCookie)
	if err != nil {
		return ""
	}
	return cookie.Value
}

// setRefresh puts the refresh token where no script and no other site reaches it; an empty one takes it away.
func (a *API) setRefresh(c echo.Context, token string, expires time.Time) {
	c.SetCookie(&http.Cookie{ //nolint:gosec // Secure, wherever the system is reached by HTTPS
		Name: refreshCookie, Value: token, Path: "/api/v1/sessions", Expires: expires, HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: c.IsTLS() || strings.HasPrefix(a.Settings.PublicURL, "https://"),
	})
}
