package limit

import (
	"net/http"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"lantoa/internal/access"
)

type account struct {
	ID                 uuid.UUID  `json:"id"`
	Version            int64      `json:"version"`
	CreatedAt          time.Time  `json:"created_at"`
	UpdatedAt          time.Time  `json:"updated_at"`
	Username           string     `json:"username"`
	AgencyID           uuid.UUID  `json:"agency_id"`
	Role               string     `json:"role"`
	Position           string     `json:"position"`
	State              string     `json:"state"`
	MustChangePassword bool       `json:"must_change_password"`
	SignedInAt         *time.Time `json:"signed_in_at"`
	LockedUntil        *time.Time `json:"locked_until"`
	AllowedActions     []string   `json:"allowed_actions"`
}

type office struct {
	ID        uuid.UUID `json:"id"`
	Name      string    `json:"name"`
	ShortName string    `json:"short_name"`
	Kind      string    `json:"kind"`
}

type profile struct {
	Account            account         `json:"account"`
	Agency             office          `json:"agency"`
	Scope              office          `json:"scope"`
	Role               access.Role     `json:"role"`
	Position           access.Position `json:"position"`
	May                []access.Action `json:"may"`
	MustChangePassword bool            `json:"must_change_password"`
	BusinessDay        string          `json:"business_day"`
	Demo               bool            `json:"demo"`
}

func (s *server) me(c echo.Context) error {
	by := actor(c)
	p := profile{Role: by.Role, Position: by.Position, May: by.Actions(), BusinessDay: s.clock.Today().String()}
	a, own, above := &p.Account, &p.Agency, &p.Scope
	a.AllowedActions = []string{}
	err := s.pool.QueryRow(c.Request().Context(), `SELECT a.id, a.version, a.created_at, a.updated_at, a.username, a.agency_id, a.role, a.position, a.state,
			a.must_change_password, a.signed_in_at, CASE WHEN a.locked_until > now() THEN a.locked_until END, g.id, g.name, g.short_name, g.kind, p.id, p.name, p.short_name, p.kind
		FROM accounts a JOIN agencies g ON g.id = a.agency_id JOIN agencies p ON p.id = g.parent_id WHERE a.id = $1`, [16]byte(by.AccountID)).
		Scan(raw(&a.ID), &a.Version, &a.CreatedAt, &a.UpdatedAt, &a.Username, raw(&a.AgencyID), &a.Role, &a.Position, &a.State, &a.MustChangePassword, &a.SignedInAt, &a.LockedUntil,
			raw(&own.ID), &own.Name, &own.ShortName, &own.Kind, raw(&above.ID), &above.Name, &above.ShortName, &above.Kind)
	if err != nil {
		return err
	}
	p.MustChangePassword = a.MustChangePassword
	return answer(c, http.StatusOK, p)
}
