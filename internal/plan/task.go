package plan

import (
	"github.com/google/uuid"

	"lantoa/internal/record"
)

// TaskContent is what a plan says of one task (nhiệm vụ).
type TaskContent struct {
	Ordinal      int      `json:"ordinal" example:"3"` // in the plan, from 1
	Title        string   `json:"title"`
	ContentLabel *string  `json:"content_label" extensions:"x-nullable" example:"Hình thức"` // how the document calls what follows
	Content      []string `json:"content" gorm:"serializer:json"`
	Leads        []Party  `json:"leads" gorm:"serializer:json"`        // chủ trì, thực hiện
	Coordinators []Party  `json:"coordinators" gorm:"serializer:json"` // phối hợp
	Schedule     Schedule `json:"schedule" gorm:"embedded;embeddedPrefix:schedule_"`
}

// Task is one task of a plan; it is written with the plan and keeps its id through edits.
type Task struct {
	record.Meta
	PlanID uuid.UUID `json:"plan_id" format:"uuid"`
	TaskContent

	IssuerID uuid.UUID `json:"-"`
} // @name Task

// Concerned gives the agencies that a task assigns work to, each once, in the plan's order: an agency named in both roles leads.
func (t *Task) Concerned(groups Resolution) (leads, coordinators []AgencyRef) {
	leads = groups.Agencies(t.Leads)
	for _, a := range groups.Agencies(t.Coordinators) {
		if !contains(leads, a.ID) {
			coordinators = append(coordinators, a)
		}
	}
	return leads, coordinators
}
