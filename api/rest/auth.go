package rest

import (
	"strings"

	"github.com/labstack/echo/v4"

	"lantoa/internal/access"
	"lantoa/internal/fault"
)

const actorKey = "actor"

// authenticate finds out who asks and whether the role may: the token names the account and the session, their rows decide.
func (a *API) authenticate(r route) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if r.action == access.Public {
				return next(c)
			}
			by, mustChange, err := a.identify(c)
			if err != nil {
				return err
			}
			c.Set(actorKey, by)
			if mustChange && r.action != access.SignedIn {
				return fault.NewForbidden("account.password_must_change")
			}
			if err := by.Check(r.action); err != nil {
				return err
			}
			return next(c)
		}
	}
}

func (a *API) identify(c echo.Context) (access.Actor, bool, error) {
	token, ok := strings.CutPrefix(c.Request().Header.Get(echo.HeaderAuthorization), "Bearer ")
	if !ok {
		return access.Actor{}, false, fault.New(fault.Unauthenticated, "access.unauthenticated")
	}
	accountID, sessionID, err := a.Tokens.Verify(token)
	if err != nil {
		return access.Actor{}, false, err
	}
	return a.Accounts.Actor(c.Request().Context(), accountID, sessionID)
}

// actor gives who asks; on public routes nobody.
func actor(c echo.Context) access.Actor {
	by, _ := c.Get(actorKey).(access.Actor)
	return by
}
