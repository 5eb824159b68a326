package factory

import (
	"testing"

	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/plan"
	"lantoa/internal/record"
)

// Assignment keeps the assignment of an agency in the first task of a plan: by default newly assigned, as one of its coordinators.
func Assignment(t testing.TB, tx *gorm.DB, p *plan.Plan, to *agency.Agency, edits ...func(*assignment.Assignment)) *assignment.Assignment {
	t.Helper()
	task := &p.Tasks[0]
	a := &assignment.Assignment{
		Meta: record.NewMeta(Now()), PlanID: p.ID, TaskID: task.ID, Task: assignment.TaskSummary{Ordinal: task.Ordinal, Title: task.Title},
		AgencyID: to.ID, Agency: to.Name, Part: assignment.Coordinate, Reviewer: access.CultureOffice, State: assignment.Assigned,
		ScheduleKind: task.Schedule.Kind, StartsOn: task.Schedule.StartsOn, DueOn: task.Schedule.DueOn(), IssuerID: p.IssuerID,
	}
	for _, edit := range edits {
		edit(a)
	}
	keep(t, tx, a)
	return a
}
