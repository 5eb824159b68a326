package plan

import (
	"slices"

	"github.com/google/uuid"

	"lantoa/internal/access"
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

// Task is one task of a plan; it is written with the plan and keeps its id through edits. It lives its plan's life; what each agency does
// in it is an assignment.
type Task struct {
	record.Meta
	State  State     `json:"state" gorm:"-" enums:"draft,submitted,issued,closed"` // its plan's
	PlanID uuid.UUID `json:"plan_id" format:"uuid"`
	TaskContent
	AllowedActions []string `json:"allowed_actions" gorm:"-"` // edit: with its plan

	IssuerID uuid.UUID `json:"-"`
} // @name Task

// dress fills what a task has of its plan.
func (t *Task) dress(state State, by access.Actor) {
	t.State, t.AllowedActions = state, []string{}
	if slices.Contains(life.Allowed(&Plan{State: state}, by), "edit") {
		t.AllowedActions = append(t.AllowedActions, "edit")
	}
}

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
