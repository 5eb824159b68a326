package limit

import (
	"net/http"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/labstack/echo/v4"

	"lantoa/internal/access"
)

type task struct {
	Ordinal int    `json:"ordinal"`
	Title   string `json:"title"`
}

type assignment struct {
	ID             uuid.UUID `json:"id"`
	Version        int64     `json:"version"`
	CreatedAt      time.Time `json:"created_at"`
	UpdatedAt      time.Time `json:"updated_at"`
	PlanID         uuid.UUID `json:"plan_id"`
	TaskID         uuid.UUID `json:"task_id"`
	Task           task      `json:"task"`
	Agency         string    `json:"agency"`
	AgencyID       uuid.UUID `json:"agency_id"`
	Part           string    `json:"part"`
	Reviewer       string    `json:"reviewer"`
	State          string    `json:"state"`
	ScheduleKind   string    `json:"schedule_kind"`
	StartsOn       *string   `json:"starts_on"`
	DueOn          *string   `json:"due_on"`
	DoneOn         *string   `json:"done_on"`
	Result         string    `json:"result"`
	ReturnNote     string    `json:"return_note"`
	Updates        int       `json:"updates"`
	UpdatedOn      *string   `json:"updated_on"`
	Standing       string    `json:"standing"`
	DaysLate       int       `json:"days_late"`
	AllowedActions []string  `json:"allowed_actions"`
	sortKey        string
}

// assignmentColumns derives the standing beside the columns; $1 is the business day.
const assignmentColumns = `id, version, created_at, updated_at, plan_id, task_id, task_ordinal, task_title, agency_name, agency_id, part, reviewer, state,
	schedule_kind, starts_on::text, due_on::text, done_on::text, result, return_note, updates, updated_on::text,
	CASE WHEN state = 'handed_in' THEN 'awaiting' WHEN due_on IS NULL THEN 'no_deadline' WHEN state = 'completed' AND done_on > due_on THEN 'late'
		WHEN state = 'completed' THEN 'on_time' WHEN due_on < $1 THEN 'overdue' WHEN due_on <= $1::date + 3 THEN 'due_soon' ELSE 'upcoming' END,
	CASE WHEN state = 'handed_in' OR due_on IS NULL THEN 0 WHEN state = 'completed' THEN greatest(coalesce(done_on - due_on, 0), 0)
		ELSE greatest($1::date - due_on, 0) END,
	coalesce(due_on, 'infinity'::date)::text`

func (a *assignment) scan(row pgx.Row, by access.Actor) error {
	err := row.Scan(raw(&a.ID), &a.Version, &a.CreatedAt, &a.UpdatedAt, raw(&a.PlanID), raw(&a.TaskID), &a.Task.Ordinal, &a.Task.Title, &a.Agency, raw(&a.AgencyID),
		&a.Part, &a.Reviewer, &a.State, &a.ScheduleKind, &a.StartsOn, &a.DueOn, &a.DoneOn, &a.Result, &a.ReturnNote, &a.Updates, &a.UpdatedOn,
		&a.Standing, &a.DaysLate, &a.sortKey)
	a.AllowedActions = a.allowed(by)
	return err
}

// ownVerbs is what an agency may do with its assignment, by state.
var ownVerbs = map[string][]string{"assigned": {"receive", "update", "attach"}, "received": {"start", "update", "attach"},
	"in_progress": {"update", "attach", "hand_in"}, "returned": {"start", "update", "attach"}}

func (a *assignment) allowed(by access.Actor) []string {
	switch {
	case a.AgencyID == by.AgencyID && ownVerbs[a.State] != nil:
		return ownVerbs[a.State]
	case a.State == "handed_in" && a.Reviewer == string(by.Role) && a.AgencyID != by.AgencyID:
		return []string{"confirm", "return"}
	}
	return []string{}
}

func (s *server) assignments(c echo.Context) error {
	rows, err := s.pool.Query(c.Request().Context(), "SELECT "+assignmentColumns+` FROM assignments WHERE plan_id = $2 AND state = $3
		ORDER BY coalesce(due_on, 'infinity'::date), id LIMIT $4`, s.today(), c.QueryParam("plan_id"), c.QueryParam("state"), pageRows+1)
	if err != nil {
		return err
	}
	defer rows.Close()
	items := make([]assignment, 0, pageRows+1)
	for rows.Next() {
		items = append(items, assignment{})
		if err := items[len(items)-1].scan(rows, actor(c)); err != nil {
			return err
		}
	}
	return answer(c, http.StatusOK, after(items, "due_on", func(a assignment) (string, string) { return a.sortKey, a.ID.String() }))
}

func (s *server) assignment(c echo.Context) error {
	var a assignment
	row := s.pool.QueryRow(c.Request().Context(), "SELECT "+assignmentColumns+" FROM assignments WHERE id = $2", s.today(), c.Param("id"))
	if err := a.scan(row, actor(c)); err != nil {
		return err
	}
	return answer(c, http.StatusOK, a)
}

// today is the business day, as the database takes it.
func (s *server) today() time.Time { return s.clock.Today().Time(time.UTC) }
