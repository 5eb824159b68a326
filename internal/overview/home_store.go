package overview

import (
	"cmp"
	"context"
	"slices"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/assignment"
	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/report"
)

// Bounds of the home page.
const (
	shown       = 50 // items of a list
	roundsShown = 6
	ahead       = 14 // days
)

// view is one reading of the home page: who asks, when, and the short names met so far.
type view struct {
	*Store
	tx    *gorm.DB
	by    access.Actor
	today day.Day
	names map[uuid.UUID]string
}

// Home gives the caller's home page.
func (s *Store) Home(ctx context.Context, by access.Actor) (*Home, error) {
	v := &view{s, db.Conn(ctx, s.DB), by, s.Clock.Today(), nil}
	h := &Home{AsOf: s.Clock.Now(), Today: v.today, Todo: []Duty{}, Continuous: []Duty{}, Rounds: []RoundGlance{}, Tasks: TaskGlance{Behind: []int{}},
		Review: Waiting{Items: []Duty{}}, Red: Waiting{Items: []Duty{}}, Decisions: []Duty{}, Upcoming: []Event{}}
	parts := []func(*Home) error{v.readNames, v.ownReports, v.ownAssignments, v.upcoming}
	if by.May(access.ConsolidateRead) {
		parts = append(parts, v.rounds, v.tasks, v.red)
	}
	if by.May(access.ReportReview) {
		parts = append(parts, v.review)
	}
	if by.May(access.PlanReview) {
		parts = append(parts, v.decisions)
	}
	for _, part := range parts {
		if err := part(h); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(h.Todo, func(a, b Duty) int { return b.LastDay.DaysUntil(*a.LastDay) })
	return h, nil
}

// readNames reads what the agencies of the committee are called for short.
func (v *view) readNames(*Home) error {
	var rows []struct {
		ID        uuid.UUID
		ShortName string
	}
	err := v.tx.Raw("SELECT id, short_name FROM agencies WHERE parent_id = ? OR id = ?", v.by.ScopeID, v.by.ScopeID).Scan(&rows).Error
	v.names = make(map[uuid.UUID]string, len(rows))
	for _, row := range rows {
		v.names[row.ID] = row.ShortName
	}
	return err
}

const issuedPlans = "plan_id IN (SELECT id FROM plans WHERE state = 'issued')"

func (v *view) reports(q *gorm.DB) ([]report.Line, error) {
	all, err := lines(q)
	for i := range all {
		all[i].Dress(v.by, v.Clock.Now(), v.DueSoonDays)
	}
	return all, err
}

func (v *view) assignments(q *gorm.DB) ([]assignment.Assignment, error) {
	var all []assignment.Assignment
	err := q.Find(&all).Error
	for i := range all {
		all[i].Dress(v.by, v.today, v.DueSoonDays)
	}
	return all, err
}

func (v *view) ownReports(h *Home) error {
	all, err := v.reports(report.VisibleTo(v.tx, v.by).Where("agency_id = ? AND kind = ?", v.by.AgencyID, report.OfAgency).Where(issuedPlans).
		Order("due_before, id").Limit(shown))
	for i := range all {
		switch all[i].State {
		case report.Draft, report.Returned:
			h.Todo = append(h.Todo, v.ofReport(&all[i], v.names))
		case report.Submitted, report.Accepted, report.Locked:
			h.Done++
		case report.Exempted, report.Approved:
		}
	}
	return err
}

func (v *view) ownAssignments(h *Home) error {
	all, err := v.assignments(assignment.VisibleTo(v.tx, v.by).Where("agency_id = ?", v.by.AgencyID).Where(issuedPlans).
		Order("due_on, task_ordinal, id").Limit(shown))
	for i := range all {
		a := &all[i]
		switch {
		case a.State == assignment.HandedIn || a.State == assignment.Completed:
			h.Done++
		case a.DueOn == nil:
			h.Continuous = append(h.Continuous, v.ofAssignment(a, v.names))
		default:
			h.Todo = append(h.Todo, v.ofAssignment(a, v.names))
		}
	}
	return err
}

// review gathers what waits for the culture office, the oldest first.
func (v *view) review(h *Home) error {
	reports, err := v.reports(report.VisibleTo(v.tx, v.by).Where("kind = ? AND state = ?", report.OfAgency, report.Submitted).Order("submitted_at, id").Limit(shown + 1))
	if err != nil {
		return err
	}
	done, err := v.assignments(assignment.VisibleTo(v.tx, v.by).Where("state = ? AND reviewer = ?", assignment.HandedIn, v.by.Role).
		Order("updated_at, id").Limit(shown + 1))
	if err != nil {
		return err
	}
	h.Review = v.waiting(reports, done)
	return nil
}

// red gathers missing reports and overdue assignments, the oldest first.
func (v *view) red(h *Home) error {
	reports, err := v.reports(report.VisibleTo(v.tx, v.by).Where("kind = ? AND state = ? AND due_before <= ?", report.OfAgency, report.Draft, v.Clock.Now()).
		Where(issuedPlans).Order("due_before, agency_name, id").Limit(shown + 1))
	if err != nil {
		return err
	}
	overdue, err := v.assignments(assignment.VisibleTo(v.tx, v.by).Where("due_on < ? AND state NOT IN ?", v.today, settled()).
		Where(issuedPlans).Order("due_on, agency_name, id").Limit(shown + 1))
	if err != nil {
		return err
	}
	h.Red = v.waiting(reports, overdue)
	slices.SortStableFunc(h.Red.Items, func(a, b Duty) int { return cmp.Compare(b.DaysLate, a.DaysLate) })
	return nil
}

func (v *view) waiting(reports []report.Line, assignments []assignment.Assignment) Waiting {
	w := Waiting{Items: []Duty{}, Count: len(reports) + len(assignments)}
	for i := range reports {
		w.Items = append(w.Items, v.ofReport(&reports[i], v.names))
	}
	for i := range assignments {
		w.Items = append(w.Items, v.ofAssignment(&assignments[i], v.names))
	}
	w.Items = w.Items[:min(len(w.Items), shown)]
	return w
}

// decisions gathers what waits for the leader.
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
	reports, err := v.reports(report.VisibleTo(v.tx, v.by).Where("kind = ? AND state = ?", report.Consolidated, report.Submitted).Order("submitted_at, id").Limit(shown))
	if err != nil {
		return err
	}
	done, err := v.assignments(assignment.VisibleTo(v.tx, v.by).Where("state = ? AND reviewer = ?", assignment.HandedIn, v.by.Role).Order("updated_at, id").Limit(shown))
	h.Decisions = append(h.Decisions, v.waiting(reports, done).Items...)
	return err
}
