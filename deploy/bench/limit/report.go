package limit

import (
	"encoding/json"
	"net/http"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/labstack/echo/v4"

	"lantoa/internal/access"
	kept "lantoa/internal/report"
	"lantoa/internal/round"
)

type line struct {
	ID               uuid.UUID         `json:"id"`
	Version          int64             `json:"version"`
	CreatedAt        time.Time         `json:"created_at"`
	UpdatedAt        time.Time         `json:"updated_at"`
	Kind             string            `json:"kind"`
	RoundID          uuid.UUID         `json:"round_id"`
	PlanID           uuid.UUID         `json:"plan_id"`
	IssuerID         uuid.UUID         `json:"issuer_id"`
	AgencyID         uuid.UUID         `json:"agency_id"`
	AgencyName       string            `json:"agency"`
	AgencyKind       string            `json:"agency_kind"`
	Title            string            `json:"title"`
	DueBefore        *time.Time        `json:"due_before"`
	State            string            `json:"state"`
	Standing         string            `json:"standing"`
	DaysLate         int               `json:"days_late"`
	SectionCodes     []string          `json:"section_codes"`
	Progress         map[string]string `json:"progress"`
	Nil              bool              `json:"nil"`
	Revision         int               `json:"revision"`
	Receipt          *string           `json:"receipt"`
	FirstSubmittedAt *time.Time        `json:"first_submitted_at"`
	SubmittedAt      *time.Time        `json:"submitted_at"`
	AcceptedAt       *time.Time        `json:"accepted_at"`
	Remarks          []kept.Remark     `json:"remarks"`
	ReturnNote       string            `json:"return_note"`
	ResubmitBefore   *time.Time        `json:"resubmit_before"`
	ExemptReason     *string           `json:"exempt_reason"`
	Number           *string           `json:"number"`
	DatedOn          *string           `json:"dated_on"`
	AllowedActions   []string          `json:"allowed_actions"`
	sortKey          string
}

type wholeReport struct {
	line
	Sections  []round.Section `json:"sections"`
	Content   kept.Content    `json:"content"`
	Withheld  bool            `json:"withheld"`
	Signature struct {
		Lines []string `json:"lines"`
		Name  string   `json:"name"`
	} `json:"signature"`
}

// lineColumns derives the standing beside the columns; $1 is the business instant, $2 the bound of «due soon».
const lineColumns = `r.id, r.version, r.created_at, r.updated_at, r.kind, r.round_id, r.plan_id, r.issuer_id, r.agency_id, r.agency_name, r.agency_kind, r.title,
	r.due_before, r.state, CASE WHEN r.due_before IS NULL THEN 'no_deadline' WHEN r.exempt_reason IS NOT NULL THEN 'exempted'
		WHEN r.first_submitted_at >= r.due_before THEN 'late' WHEN r.first_submitted_at IS NOT NULL AND r.nil THEN 'nil' WHEN r.first_submitted_at IS NOT NULL THEN 'on_time'
		WHEN $1 >= r.due_before THEN 'missing' WHEN r.due_before > $2 THEN 'upcoming' ELSE 'due_soon' END,
	CASE WHEN r.due_before IS NULL OR r.exempt_reason IS NOT NULL OR coalesce(r.first_submitted_at, $1) < r.due_before THEN 0
		ELSE (coalesce(r.first_submitted_at, $1) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
			- ((r.due_before - interval '1 microsecond') AT TIME ZONE 'Asia/Ho_Chi_Minh')::date END,
	r.section_codes, r.progress, r.nil, r.revision, r.receipt, r.first_submitted_at, r.submitted_at, r.accepted_at, r.remarks, r.return_note, r.resubmit_before,
	r.exempt_reason, r.number, r.dated_on::text, coalesce(r.due_before, 'infinity')::text`

func (l *line) scan(row pgx.Row, by access.Actor, more ...any) error {
	err := row.Scan(append([]any{raw(&l.ID), &l.Version, &l.CreatedAt, &l.UpdatedAt, &l.Kind, raw(&l.RoundID), raw(&l.PlanID), raw(&l.IssuerID), raw(&l.AgencyID),
		&l.AgencyName, &l.AgencyKind, &l.Title, &l.DueBefore, &l.State, &l.Standing, &l.DaysLate, &l.SectionCodes, &l.Progress, &l.Nil, &l.Revision, &l.Receipt,
		&l.FirstSubmittedAt, &l.SubmittedAt, &l.AcceptedAt, &l.Remarks, &l.ReturnNote, &l.ResubmitBefore, &l.ExemptReason, &l.Number, &l.DatedOn, &l.sortKey}, more...)...)
	l.AllowedActions = l.allowed(by)
	return err
}

// allowed is what the culture office, or a head over its own report, may do with it.
func (l *line) allowed(by access.Actor) []string {
	own := l.AgencyID == by.AgencyID
	switch {
	case own && (l.State == "draft" || l.State == "returned"):
		return []string{"edit", "sign", "submit"}
	case own && (l.State == "submitted" || l.State == "accepted"):
		return []string{"sign"}
	case by.Role == access.CultureOffice && l.State == "draft":
		return []string{"exempt"}
	case by.Role == access.CultureOffice && l.State == "submitted":
		return []string{"accept", "return"}
	case by.Role == access.CultureOffice && l.State == "accepted":
		return []string{"return"}
	}
	return []string{}
}

func (s *server) reports(c echo.Context) error {
	now := s.clock.Now()
	rows, err := s.pool.Query(c.Request().Context(), "SELECT "+lineColumns+` FROM reports r WHERE r.round_id = $3
		ORDER BY coalesce(r.due_before, 'infinity'), r.id LIMIT $4`, now, round.SoonBefore(now, 3), c.QueryParam("round_id"), pageRows+1)
	if err != nil {
		return err
	}
	defer rows.Close()
	items := make([]line, 0, pageRows+1)
	for rows.Next() {
		items = append(items, line{})
		if err := items[len(items)-1].scan(rows, actor(c)); err != nil {
			return err
		}
	}
	return answer(c, http.StatusOK, after(items, "due_before", func(l line) (string, string) { return l.sortKey, l.ID.String() }))
}

func (s *server) report(c echo.Context) error {
	now := s.clock.Now()
	return s.open(c, s.pool.QueryRow(c.Request().Context(), "SELECT "+lineColumns+`, r.content, r.signature, d.sections
		FROM reports r JOIN rounds d ON d.id = r.round_id WHERE r.id = $3`, now, round.SoonBefore(now, 3), c.Param("id")))
}

func (s *server) open(c echo.Context, row pgx.Row) error {
	var r wholeReport
	var sections []round.Section
	if err := r.scan(row, actor(c), &r.Content, &r.Signature, &sections); err != nil {
		return err
	}
	r.Sections = slices.DeleteFunc(sections, func(s round.Section) bool { return !slices.Contains(r.SectionCodes, s.Code) })
	return answer(c, http.StatusOK, r)
}

// save is the autosave: of the version it was made from, sections put in the place of the old ones.
func (s *server) save(c echo.Context) error {
	ctx := c.Request().Context()
	tx, err := s.pool.Begin(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback(ctx) }()
	var in struct {
		Content kept.Content `json:"content"`
	}
	var version int64
	err = tx.QueryRow(ctx, "SELECT content, version FROM reports WHERE id = $1 FOR UPDATE", c.Param("id")).Scan(&in.Content, &version)
	if err != nil {
		return err
	}
	if !matches(c.Request().Header.Get("If-Match"), version) {
		return echo.NewHTTPError(http.StatusPreconditionFailed)
	}
	if err := json.NewDecoder(c.Request().Body).Decode(&in); err != nil {
		return err
	}
	content, err := json.Marshal(in.Content)
	if err != nil {
		return err
	}
	now := s.clock.Now()
	row := tx.QueryRow(ctx, `WITH r AS (UPDATE reports SET content = $4, version = version + 1, updated_at = $1 WHERE id = $3 RETURNING *)
		SELECT `+lineColumns+", r.content, r.signature, d.sections FROM r JOIN rounds d ON d.id = r.round_id", now, round.SoonBefore(now, 3), c.Param("id"), content)
	var r wholeReport
	var sections []round.Section
	if err := r.scan(row, actor(c), &r.Content, &r.Signature, &sections); err != nil {
		return err
	}
	if err := tx.Commit(ctx); err != nil {
		return err
	}
	r.Sections = slices.DeleteFunc(sections, func(s round.Section) bool { return !slices.Contains(r.SectionCodes, s.Code) })
	c.Response().Header().Set("ETag", etag(r.Version))
	return answer(c, http.StatusOK, r)
}
