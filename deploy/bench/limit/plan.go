package limit

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lantoa/internal/access"
	kept "lantoa/internal/plan"
)

// plan opens a plan with its tasks, in two queries.
func (s *server) plan(c echo.Context) error {
	ctx := c.Request().Context()
	p := kept.Plan{Unmatched: []kept.Unmatched{}, AllowedActions: []string{}}
	err := s.pool.QueryRow(ctx, `SELECT id, version, created_at, updated_at, state, issuer, year, starts_on, ends_on, document_kind, number, issued_on, title, opening,
			legal_bases, purposes, requirements, funding, responsibilities, reporting, closing, recipients, signature, settled_groups, note, return_note
		FROM plans WHERE id = $1`, c.Param("id")).
		Scan(raw(&p.ID), (*int64)(&p.Version), &p.CreatedAt, &p.UpdatedAt, (*string)(&p.State), &p.Issuer, &p.Year, &p.Period.StartsOn, &p.Period.EndsOn, &p.DocumentKind, &p.Number,
			&p.IssuedOn, &p.Title, &p.Opening, &p.LegalBases, &p.Purposes, &p.Requirements, &p.Funding, &p.Responsibilities, &p.Reporting, &p.Closing, &p.Recipients,
			&p.Signature, &p.SettledGroups, &p.Note, &p.ReturnNote)
	if err != nil {
		return err
	}
	rows, err := s.pool.Query(ctx, `SELECT id, version, created_at, updated_at, plan_id, ordinal, title, content_label, content, leads, coordinators,
		schedule_text, schedule_kind, schedule_starts_on, schedule_ends_on FROM tasks WHERE plan_id = $1 ORDER BY ordinal, id`, c.Param("id"))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		t := kept.Task{State: p.State, AllowedActions: []string{}}
		if err := rows.Scan(raw(&t.ID), (*int64)(&t.Version), &t.CreatedAt, &t.UpdatedAt, raw(&t.PlanID), &t.Ordinal, &t.Title, &t.ContentLabel, &t.Content, &t.Leads, &t.Coordinators,
			&t.Schedule.Text, (*string)(&t.Schedule.Kind), &t.Schedule.StartsOn, &t.Schedule.EndsOn); err != nil {
			return err
		}
		p.Tasks = append(p.Tasks, t)
	}
	if p.State == kept.Issued && actor(c).Role == access.CultureOffice {
		p.AllowedActions = []string{"close"}
	}
	return answer(c, http.StatusOK, p)
}
