package limit

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"
)

type link struct {
	URL   string `json:"url"`
	Title string `json:"title"`
}

type update struct {
	ID             uuid.UUID `json:"id"`
	Version        int64     `json:"version"`
	CreatedAt      time.Time `json:"created_at"`
	UpdatedAt      time.Time `json:"updated_at"`
	AssignmentID   uuid.UUID `json:"assignment_id"`
	PlanID         uuid.UUID `json:"plan_id"`
	TaskID         uuid.UUID `json:"task_id"`
	AgencyID       uuid.UUID `json:"agency_id"`
	DoneOn         string    `json:"done_on"`
	Text           string    `json:"text"`
	Links          []link    `json:"links"`
	AllowedActions []string  `json:"allowed_actions"`
}

func (s *server) updates(c echo.Context) error {
	rows, err := s.pool.Query(c.Request().Context(), `SELECT u.id, u.version, u.created_at, u.updated_at, u.assignment_id, u.plan_id, u.task_id, u.agency_id,
		u.done_on::text, u.text, u.links, CASE WHEN a.agency_id = $3 AND a.state NOT IN ('handed_in', 'completed') THEN '{attach}'::text[] ELSE '{}' END
		FROM progress_updates u JOIN assignments a ON a.id = u.assignment_id WHERE u.assignment_id = $1 ORDER BY u.done_on DESC, u.id DESC LIMIT $2`,
		c.Param("id"), pageRows+1, [16]byte(actor(c).AgencyID))
	if err != nil {
		return err
	}
	defer rows.Close()
	items := make([]update, 0, pageRows+1)
	for rows.Next() {
		var u update
		if err := rows.Scan(raw(&u.ID), &u.Version, &u.CreatedAt, &u.UpdatedAt, raw(&u.AssignmentID), raw(&u.PlanID), raw(&u.TaskID), raw(&u.AgencyID),
			&u.DoneOn, &u.Text, &u.Links, &u.AllowedActions); err != nil {
			return err
		}
		items = append(items, u)
	}
	return answer(c, http.StatusOK, after(items, "-done_on", func(u update) (string, string) { return u.DoneOn, u.ID.String() }))
}

// recordUpdate does it in one statement: the assignment moves on, the update is kept, the log has its row.
const recordUpdate = `WITH a AS (
		UPDATE assignments SET updates = updates + 1, updated_on = greatest(updated_on, $2), state = 'in_progress', version = version + 1, updated_at = $3
		WHERE id = $1 RETURNING id, plan_id, task_id, agency_id, issuer_id
	), u AS (
		INSERT INTO progress_updates (id, version, created_at, updated_at, assignment_id, plan_id, task_id, agency_id, issuer_id, done_on, text, links)
		SELECT $4, 1, $3, $3, id, plan_id, task_id, agency_id, issuer_id, $2, $5, $6 FROM a RETURNING *
	), e AS (
		INSERT INTO events (id, recorded_at, business_at, did, noun, noun_id, audience, scope_id, agency_id, account_id, by_agency_id, by_role, changes)
		SELECT $7, clock_timestamp(), $3, 'progress_update.recorded', 'progress_update', id, 'agency', issuer_id, agency_id, $8, $9, $10,
			jsonb_build_object('before', NULL, 'after', to_jsonb(u)) FROM u
	) SELECT assignment_id, plan_id, task_id, agency_id FROM u`

func (s *server) record(c echo.Context) error {
	var in struct {
		DoneOn string `json:"done_on"`
		Text   string `json:"text"`
		Links  []link `json:"links"`
	}
	if err := json.NewDecoder(c.Request().Body).Decode(&in); err != nil {
		return err
	}
	by, now := actor(c), s.clock.Now()
	u := update{ID: uuid.Must(uuid.NewV7()), Version: 1, CreatedAt: now, UpdatedAt: now, DoneOn: in.DoneOn, Text: in.Text, Links: in.Links, AllowedActions: []string{"attach"}}
	links, err := json.Marshal(in.Links)
	if err != nil {
		return err
	}
	err = s.pool.QueryRow(c.Request().Context(), recordUpdate, c.Param("id"), in.DoneOn, now, [16]byte(u.ID), in.Text, links,
		[16]byte(uuid.Must(uuid.NewV7())), [16]byte(by.AccountID), [16]byte(by.AgencyID), string(by.Role)).
		Scan(raw(&u.AssignmentID), raw(&u.PlanID), raw(&u.TaskID), raw(&u.AgencyID))
	if err != nil {
		return err
	}
	return answer(c, http.StatusCreated, u)
}
