package overview

import (
	"slices"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// pile is reports and assignments that wait for someone, each with the instant since when it waits.
type pile struct {
	reports, assignments         *gorm.DB
	reportOrder, assignmentOrder string // SQL, the oldest first
	reportSince                  func(*report.Line) time.Time
	assignmentSince              func(*assignment.Assignment) time.Time
}

// handedIn is a pile of what was handed in: reports of a kind, and the assignments that the actor's role confirms.
func (v *view) handedIn(kind report.Kind) pile {
	return pile{
		reports:         report.VisibleTo(v.tx, v.by).Where("kind = ? AND state = ?", kind, report.Submitted),
		assignments:     assignment.VisibleTo(v.tx, v.by).Where("reviewer = ? AND state = 'handed_in' AND NOT ended", v.by.Role),
		reportOrder:     "submitted_at, id",
		assignmentOrder: "updated_at, id",
		reportSince:     func(l *report.Line) time.Time { return *l.SubmittedAt },
		assignmentSince: func(a *assignment.Assignment) time.Time { return a.UpdatedAt },
	}
}

// overdue is the pile of missing reports and overdue assignments.
func (v *view) overdue() pile {
	return pile{
		reports: report.VisibleTo(v.tx, v.by).Where(round.OpenSQL).Where(issuedPlans).
			Where("kind = ? AND state = ? AND coalesce(due_before, 'infinity') <= ?", report.OfAgency, report.Draft, v.Clock.Now()),
		assignments:     assignment.VisibleTo(v.tx, v.by).Where(assignment.OpenSQL+" AND coalesce(due_on, 'infinity') < ?", v.today).Where(issuedPlans),
		reportOrder:     "due_before, agency_name, id",
		assignmentOrder: "due_on, agency_name, id",
		reportSince:     func(l *report.Line) time.Time { return *l.DueBefore },
		assignmentSince: func(a *assignment.Assignment) time.Time { return a.DueOn.AddDays(1).Time(clock.Zone) },
	}
}

// oldest gives the oldest of a pile, of both kinds together, and how many there are in all.
func (v *view) oldest(p pile) (Waiting, error) {
	w := Waiting{Items: []Duty{}}
	p.reports, p.assignments = p.reports.Session(&gorm.Session{}), p.assignments.Session(&gorm.Session{})
	reports, err := v.reports(p.reports.Order(p.reportOrder).Limit(shown))
	if err != nil {
		return w, err
	}
	assignments, err := v.assignments(p.assignments.Order(p.assignmentOrder).Limit(shown))
	if err != nil {
		return w, err
	}
	since := map[uuid.UUID]time.Time{}
	for i := range reports {
		since[reports[i].ID] = p.reportSince(&reports[i])
		w.Items = append(w.Items, v.ofReport(&reports[i]))
	}
	for i := range assignments {
		since[assignments[i].ID] = p.assignmentSince(&assignments[i])
		w.Items = append(w.Items, v.ofAssignment(&assignments[i]))
	}
	slices.SortStableFunc(w.Items, func(a, b Duty) int { return since[a.ID].Compare(since[b.ID]) })
	w.Items = w.Items[:min(len(w.Items), shown)]
	err = v.tx.Raw(`SELECT count(*), count(*) FILTER (WHERE report), count(*) FILTER (WHERE NOT report), count(DISTINCT agency_id)
		FROM (? UNION ALL ?) AS pile`, p.reports.Table("reports").Select("agency_id, true AS report"), p.assignments.Table("assignments").Select("agency_id, false")).
		Row().Scan(&w.Count, &w.Reports, &w.Assignments, &w.Agencies)
	return w, err
}

func counted[T any](q *gorm.DB) (int, error) {
	var n int64
	err := q.Model(new(T)).Count(&n).Error
	return int(n), err
}

// review gathers what waits for the culture office.
func (v *view) review(h *Home) (err error) {
	h.Review, err = v.oldest(v.handedIn(report.OfAgency))
	return err
}

// red gathers what is late.
func (v *view) red(h *Home) (err error) {
	h.Red, err = v.oldest(v.overdue())
	return err
}

// decisions gathers what waits for the leader: plans, then consolidated reports and the culture office's own work.
func (v *view) decisions(h *Home) error {
	var plans []struct {
		ID    uuid.UUID
		Title string
	}
	err := v.tx.Raw("SELECT id, title FROM plans WHERE issuer_id = ? AND state = 'submitted' ORDER BY updated_at, id LIMIT ?", v.by.ScopeID, shown).Scan(&plans).Error
	if err != nil {
		return err
	}
	for _, p := range plans {
		h.Decisions = append(h.Decisions, Duty{Kind: OfPlan, ID: p.ID, PlanID: p.ID, Title: p.Title, State: "submitted", Remarks: []report.Remark{},
			AllowedActions: []string{"send_back", "issue"}})
	}
	rest, err := v.oldest(v.handedIn(report.Consolidated))
	h.Decisions = append(h.Decisions, rest.Items...)
	return err
}
