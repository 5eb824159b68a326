package overview

import (
	"context"
	"maps"
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

// view is one reading of the home page: who asks, and when.
type view struct {
	*Store
	tx    *gorm.DB
	by    access.Actor
	today day.Day
}

// Home gives the caller's home page.
func (s *Store) Home(ctx context.Context, by access.Actor) (*Home, error) {
	v := &view{s, db.Conn(ctx, s.DB), by, s.Clock.Today()}
	h := &Home{AsOf: s.Clock.Now(), Today: v.today, Todo: []Duty{}, Continuous: []Duty{}, Rounds: []RoundGlance{}, Tasks: TaskGlance{Behind: []int{}},
		Review: Waiting{Items: []Duty{}}, Red: Waiting{Items: []Duty{}}, Decisions: []Duty{}, Upcoming: []Event{}}
	parts := []func(*Home) error{v.ownReports, v.ownAssignments, v.upcoming}
	if by.May(access.ConsolidateRead) {
		parts = append(parts, v.rounds, v.tasks, v.red)
	}
	if by.May(access.ReportReview) {
		parts = append(parts, v.review)
	}
	if by.May(access.PlanReview) {
		parts = append(parts, v.decisions)
	}
	for _, part := range append(parts, v.name) {
		if err := part(h); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(h.Todo, func(a, b Duty) int { return b.LastDay.DaysUntil(*a.LastDay) })
	return h, nil
}

// name calls everyone by the short name of today; who is in the register no more keeps the name of when the duty arose.
func (v *view) name(h *Home) error {
	places := map[uuid.UUID][]*string{}
	put := func(id uuid.UUID, name *string) { places[id] = append(places[id], name) }
	for _, list := range [][]Duty{h.Todo, h.Continuous, h.Review.Items, h.Red.Items, h.Decisions} {
		for i := range list {
			put(list[i].AgencyID, &list[i].Agency)
		}
	}
	for i := range h.Rounds {
		for j := range h.Rounds[i].Agencies {
			put(h.Rounds[i].Agencies[j].AgencyID, &h.Rounds[i].Agencies[j].Agency)
		}
	}
	for i := range h.Upcoming {
		if id := h.Upcoming[i].AgencyID; id != nil {
			put(*id, &h.Upcoming[i].Agency)
		}
	}
	var rows []struct {
		ID        uuid.UUID
		ShortName string
	}
	err := v.tx.Raw("SELECT id, short_name FROM agencies WHERE id IN ?", slices.Collect(maps.Keys(places))).Scan(&rows).Error
	for _, row := range rows {
		for _, name := range places[row.ID] {
			*name = row.ShortName
		}
	}
	for i := range h.Rounds {
		h.Rounds[i].nameGroups()
	}
	return err
}

const issuedPlans = "plan_id IN (SELECT id FROM plans WHERE state = 'issued')"

func (v *view) reports(q *gorm.DB) ([]report.Line, error) {
	var all []report.Line
	err := q.Find(&all).Error
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
	own := report.VisibleTo(v.tx, v.by).Where("agency_id = ? AND kind = ?", v.by.AgencyID, report.OfAgency).Where(issuedPlans).Session(&gorm.Session{})
	open := []report.State{report.Draft, report.Returned}
	all, err := v.reports(own.Where("state IN ?", open).Order("due_before, id").Limit(shown))
	for i := range all {
		h.Todo = append(h.Todo, v.ofReport(&all[i]))
	}
	if err != nil {
		return err
	}
	done, err := counted[report.Line](own.Where("state NOT IN ? AND first_submitted_at IS NOT NULL", open))
	h.Done += done
	return err
}

func (v *view) ownAssignments(h *Home) error {
	own := assignment.VisibleTo(v.tx, v.by).Where("agency_id = ?", v.by.AgencyID).Where(issuedPlans).Session(&gorm.Session{})
	open := own.Where("state NOT IN ?", settled()).Order("due_on, task_ordinal, id").Limit(shown).Session(&gorm.Session{})
	for due, list := range map[string]*[]Duty{"due_on IS NOT NULL": &h.Todo, "due_on IS NULL": &h.Continuous} {
		all, err := v.assignments(open.Where(due))
		if err != nil {
			return err
		}
		for i := range all {
			*list = append(*list, v.ofAssignment(&all[i]))
		}
	}
	done, err := counted[assignment.Assignment](own.Where("state IN ?", settled()))
	h.Done += done
	return err
}
