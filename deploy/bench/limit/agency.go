package limit

import (
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"
)

type agency struct {
	ID             uuid.UUID  `json:"id"`
	Version        int64      `json:"version"`
	CreatedAt      time.Time  `json:"created_at"`
	UpdatedAt      time.Time  `json:"updated_at"`
	Name           string     `json:"name"`
	ShortName      string     `json:"short_name"`
	Aliases        []string   `json:"aliases"`
	Kind           string     `json:"kind"`
	Code           *string    `json:"code"`
	ParentID       *uuid.UUID `json:"parent_id"`
	Email          string     `json:"email"`
	Phone          string     `json:"phone"`
	ValidFrom      *string    `json:"valid_from"`
	ValidTo        *string    `json:"valid_to"`
	State          string     `json:"state"`
	AllowedActions []string   `json:"allowed_actions"`
}

// agencies searches by up to two words of the name.
func (s *server) agencies(c echo.Context) error {
	words := append(strings.Fields(c.QueryParam("q")), "", "")
	rows, err := s.pool.Query(c.Request().Context(), `SELECT id, version, created_at, updated_at, name, short_name, aliases, kind, code, parent_id, email, phone,
			valid_from::text, valid_to::text, CASE WHEN valid_to < $1 THEN 'abolished' WHEN valid_from > $1 THEN 'planned' ELSE 'active' END
		FROM agencies WHERE folded LIKE '%' || fold($2) || '%' AND folded LIKE '%' || fold($3) || '%' ORDER BY name COLLATE "vi-x-icu", id LIMIT $4`,
		s.today(), words[0], words[1], pageRows+1)
	if err != nil {
		return err
	}
	defer rows.Close()
	items := make([]agency, 0, pageRows+1)
	for rows.Next() {
		a := agency{AllowedActions: []string{}}
		if err := rows.Scan(raw(&a.ID), &a.Version, &a.CreatedAt, &a.UpdatedAt, &a.Name, &a.ShortName, &a.Aliases, &a.Kind, &a.Code, &a.ParentID, &a.Email, &a.Phone,
			&a.ValidFrom, &a.ValidTo, &a.State); err != nil {
			return err
		}
		items = append(items, a)
	}
	return answer(c, http.StatusOK, after(items, "name", func(a agency) (string, string) { return a.Name, a.ID.String() }))
}
