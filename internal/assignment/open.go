package assignment

import (
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/plan"
	"lantoa/internal/record"
)

// Open makes, in the transaction of a plan's issuing, one assignment for each task and each agency concerned, and tells each agency.
func Open(tx *gorm.DB, now clock.Clock, by access.Actor, p *plan.Plan) ([]Assignment, error) {
	var list []Assignment
	for i := range p.Tasks {
		leads, coordinators := p.Tasks[i].Concerned(p.Resolution)
		for _, agency := range leads {
			list = append(list, opened(now, p, &p.Tasks[i], agency, Lead))
		}
		for _, agency := range coordinators {
			list = append(list, opened(now, p, &p.Tasks[i], agency, Coordinate))
		}
	}
	if len(list) == 0 {
		return list, nil
	}
	if err := tx.CreateInBatches(&list, 200).Error; err != nil {
		return nil, db.Fault(err)
	}
	for i := range list {
		if err := tell(tx, now, by, "assignment.opened", &list[i], nil); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// Close ends, in the transaction of a plan's closing, whatever may still happen to its assignments.
func Close(tx *gorm.DB, now clock.Clock, planID uuid.UUID) error {
	return tx.Exec("UPDATE assignments SET ended = true, version = version + 1, updated_at = ? WHERE plan_id = ?", now.Now(), planID).Error
}

func opened(now clock.Clock, p *plan.Plan, t *plan.Task, agency plan.AgencyRef, part Part) Assignment {
	return Assignment{
		Meta: record.NewMeta(now.Now()), PlanID: p.ID, TaskID: t.ID, Task: TaskSummary{Ordinal: t.Ordinal, Title: t.Title},
		AgencyID: agency.ID, Agency: agency.Name, Part: part, Reviewer: reviewerOf(agency.ID, p), State: Assigned, IssuerID: p.IssuerID,
		ScheduleKind: t.Schedule.Kind, StartsOn: t.Schedule.StartsOn, DueOn: t.Schedule.DueOn(), AllowedActions: []string{},
	}
}

// reviewerOf: nobody confirms its own work, so the leader confirms that of the office that drew the plan up.
func reviewerOf(agency uuid.UUID, p *plan.Plan) access.Role {
	if agency == p.DrafterID {
		return access.Leader
	}
	return access.CultureOffice
}
