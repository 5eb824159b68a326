package rest

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/day"
	"lantoa/internal/db"
)

// AccountPage is one page of accounts.
type AccountPage = db.Items[account.Account] // @name AccountPage

// Me is who asks, and what that account may do.
type Me struct {
	Account            account.Account `json:"account"`
	Agency             account.Office  `json:"agency"`
	Scope              account.Office  `json:"scope"` // the committee under which it works: whose plans it sees
	Role               access.Role     `json:"role" example:"commune"`
	Position           access.Position `json:"position" example:"head"`
	May                []access.Action `json:"may" example:"report:write,report:submit"`
	MustChangePassword bool            `json:"must_change_password"` // until then only /me, /me/password and signing out answer
	BusinessDay        day.Day         `json:"business_day" swaggertype:"string" format:"date"`
	Demo               bool            `json:"demo"` // the demonstration: invented data, a set business day
} // @name Me

// getMe tells the caller who it is.
//
// @Summary Read one's own account, agency and permissions
// @ID getMe
// @Tags me
// @Success 200 {object} Me
// @Router /me [get]
func (a *API) getMe(c echo.Context) error {
	by := actor(c)
	own, err := a.Accounts.Profile(c.Request().Context(), by)
	if err != nil {
		return err
	}
	return answer(c, http.StatusOK, Me{
		Account: own.Account, Agency: own.Agency, Scope: own.Scope, Role: by.Role, Position: by.Position, May: by.Actions(),
		MustChangePassword: own.Account.MustChangePassword, BusinessDay: a.Accounts.Clock.Today(), Demo: a.Settings.Demonstration,
	}, nil)
}

// changePassword puts a new password in the place of the caller's own.
//
// @Summary Change one's password
// @Description The caller's other sessions end.
// @ID changePassword
// @Tags me
// @Accept json
// @Param body body account.NewPassword true "the current and the new password"
// @Success 204
// @Failure 422 {object} Problem "account.password_wrong, account.password_short, account.password_guessable, account.password_same"
// @Router /me/password [post]
func (a *API) changePassword(c echo.Context) error {
	in, err := input[account.NewPassword](c)
	if err != nil {
		return err
	}
	return answer(c, http.StatusNoContent, nil, a.Accounts.ChangePassword(c.Request().Context(), actor(c), in))
}

// listAccounts gives the accounts.
//
// @Summary List accounts
// @ID listAccounts
// @Tags accounts
// @Param q query string false "words of the username or of the agency's name"
// @Param agency_id query string false "of this agency" format(uuid)
// @Param role query string false "with this role"
// @Param state query string false "active or disabled" Enums(active, disabled)
// @Success 200 {object} AccountPage
// @Router /accounts [get]
func (a *API) listAccounts(c echo.Context) error {
	q := newQuery(c)
	f := account.Filter{Q: q.text("q"), AgencyID: q.id("agency_id"),
		Role: oneOf(q, "role", access.Roles()...), State: oneOf(q, "state", account.Active, account.Disabled)}
	page, err := q.page()
	if err != nil {
		return err
	}
	out, err := a.Accounts.List(c.Request().Context(), actor(c), f, page)
	return answer(c, http.StatusOK, out, err)
}

// createAccount opens an account; its first password is told this once.
//
// @Summary Open an account
// @ID createAccount
// @Tags accounts
// @Accept json
// @Param body body account.Input true "username, agency, role and position; never a person's name"
// @Success 201 {object} account.Credentials
// @Failure 409 {object} Problem "account.username_taken"
// @Failure 422 {object} Problem "account.username_form"
// @Router /accounts [post]
func (a *API) createAccount(c echo.Context) error {
	return a.onceWithFirstPassword(c, func(c echo.Context, first *account.FirstPassword) error {
		in, err := input[account.Input](c)
		if err != nil {
			return err
		}
		out, err := a.Accounts.Create(c.Request().Context(), actor(c), in, first)
		return answerSecret(c, http.StatusCreated, out, err)
	})
}

// onceWithFirstPassword is onceWith for what tells a first password, whose hashing is slow.
func (a *API) onceWithFirstPassword(c echo.Context, then func(echo.Context, *account.FirstPassword) error) error {
	sum, err := bodySum(c)
	if err != nil {
		return err
	}
	var first *account.FirstPassword
	return a.onceWith(c, sum, func() (err error) {
		first, err = a.Accounts.Passwords.First(c.Request().Context())
		return err
	}, func(c echo.Context) error { return then(c, first) })
}

// getAccount gives one account.
//
// @Summary Read an account
// @ID getAccount
// @Tags accounts
// @Param id path string true "account" format(uuid)
// @Success 200 {object} account.Account
// @Router /accounts/{id} [get]
func (a *API) getAccount(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Accounts.Find(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusOK, out, err)
}

// changeAccount edits an account; its next request is judged by what it then is.
//
// @Summary Change an account
// @ID changeAccount
// @Tags accounts
// @Accept json
// @Param id path string true "account" format(uuid)
// @Param body body account.Input true "what changes (JSON merge patch)"
// @Success 200 {object} account.Account
// @Failure 409 {object} Problem "account.username_taken"
// @Failure 422 {object} Problem "account.username_form"
// @Router /accounts/{id} [patch]
func (a *API) changeAccount(c echo.Context) error {
	id, v, patch, err := patchOf(c)
	if err != nil {
		return err
	}
	out, err := a.Accounts.Change(c.Request().Context(), actor(c), id, v, patch)
	return answer(c, http.StatusOK, out, err)
}

// disableAccount ends an account's way in, and all its sessions at once.
//
// @Summary Disable an account
// @ID disableAccount
// @Tags accounts
// @Param id path string true "account" format(uuid)
// @Success 200 {object} account.Account
// @Router /accounts/{id}/disable [post]
func (a *API) disableAccount(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	out, err := a.Accounts.Disable(c.Request().Context(), actor(c), id, v)
	return answer(c, http.StatusOK, out, err)
}

// enableAccount opens an account's way in again.
//
// @Summary Enable an account
// @ID enableAccount
// @Tags accounts
// @Param id path string true "account" format(uuid)
// @Success 200 {object} account.Account
// @Router /accounts/{id}/enable [post]
func (a *API) enableAccount(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	out, err := a.Accounts.Enable(c.Request().Context(), actor(c), id, v)
	return answer(c, http.StatusOK, out, err)
}

// resetPassword gives an account a first password again, told this once; its sessions end at once.
//
// @Summary Reset an account's password
// @ID resetPassword
// @Tags accounts
// @Param id path string true "account" format(uuid)
// @Success 200 {object} account.Credentials
// @Router /accounts/{id}/reset-password [post]
func (a *API) resetPassword(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	return a.onceWithFirstPassword(c, func(c echo.Context, first *account.FirstPassword) error {
		out, err := a.Accounts.ResetPassword(c.Request().Context(), actor(c), id, v, first)
		return answerSecret(c, http.StatusOK, out, err)
	})
}
