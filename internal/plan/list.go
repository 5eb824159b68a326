package plan

import (
	"context"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/record"
)

// Line is a plan in a list: its head, without its text.
type Line struct {
	record.Meta
	State          State    `json:"state" enums:"draft,submitted,issued,closed"`
	DocumentKind   string   `json:"document_kind" example:"KH"`
	Number         *string  `json:"number" extensions:"x-nullable" example:"45/KH-UBND"`
	IssuedOn       *day.Day `json:"issued_on" swaggertype:"string" format:"date" extensions:"x-nullable"`
	Issuer         Party    `json:"issuer" gorm:"serializer:json"`
	Title          string   `json:"title"`
	Year           int      `json:"year" example:"2024"`
	Period         Period   `json:"period" gorm:"embedded"`
	AllowedActions []string `json:"allowed_actions" gorm:"-"`
} // @name PlanLine

// Filter narrows the list of plans; zero values do not.
type Filter struct {
	Q     string // words of number and title, with or without diacritics
	Year  int
	State State
}

// Orders is how the list of plans may be sorted.
func Orders() db.Orders {
	return db.Orders{Own: "-year", By: map[string]db.Order{
		"year":       {Expr: "plans.year", Type: "integer"},
		"title":      {Expr: `plans.title COLLATE "vi-x-icu"`, Type: "text"},
		"updated_at": {Expr: "plans.updated_at", Type: "timestamptz"},
	}}
}

// List gives the plans that the actor sees, newest year first.
func (s *Store) List(ctx context.Context, by access.Actor, f Filter, page db.Page) (db.Items[Line], error) {
	q := db.Matching(visibleTo(db.Conn(ctx, s.DB), by), "plans.folded", f.Q)
	if f.Year != 0 {
		q = q.Where("plans.year = ?", f.Year)
	}
	if f.State != "" {
		q = q.Where("plans.state = ?", f.State)
	}
	out, err := db.List[Line](q, "plans", page, Orders())
	for i := range out.Items {
		out.Items[i].AllowedActions = life.Allowed(&Plan{State: out.Items[i].State}, by)
	}
	return out, err
}

// TaskFilter narrows the list of tasks; zero values do not.
type TaskFilter struct {
	Q      string // words of the title, with or without diacritics
	PlanID *uuid.UUID
}

// TaskOrders is how the list of tasks may be sorted.
func TaskOrders() db.Orders {
	return db.Orders{Own: "ordinal", By: map[string]db.Order{
		"ordinal": {Expr: "tasks.ordinal", Type: "integer"},
		"title":   {Expr: `tasks.title COLLATE "vi-x-icu"`, Type: "text"},
	}}
}

// Tasks gives the tasks of the plans that the actor sees, in their plan's order.
func (s *Store) Tasks(ctx context.Context, by access.Actor, f TaskFilter, page db.Page) (db.Items[Task], error) {
	q := db.Matching(tasksVisibleTo(db.Conn(ctx, s.DB), by), "tasks.folded", f.Q)
	if f.PlanID != nil {
		q = q.Where("tasks.plan_id = ?", *f.PlanID)
	}
	out, err := db.List[Task](q, "tasks", page, TaskOrders())
	if err != nil {
		return out, err
	}
	tasks := make([]*Task, len(out.Items))
	for i := range out.Items {
		tasks[i] = &out.Items[i]
	}
	return out, dressTasks(db.Conn(ctx, s.DB), by, tasks...)
}

// Task gives one task; resource.not_found (404) when the actor may not see its plan.
func (s *Store) Task(ctx context.Context, by access.Actor, id uuid.UUID) (*Task, error) {
	tx, t := db.Conn(ctx, s.DB), &Task{}
	if err := db.Take(tasksVisibleTo(tx, by).Where("tasks.id = ?", id), t); err != nil {
		return nil, err
	}
	return t, dressTasks(tx, by, t)
}

// dressTasks asks once for the states of their plans.
func dressTasks(tx *gorm.DB, by access.Actor, tasks ...*Task) error {
	ids := make([]uuid.UUID, len(tasks))
	for i, t := range tasks {
		ids[i] = t.PlanID
	}
	var plans []struct {
		ID    uuid.UUID
		State State
	}
	if err := tx.Table("plans").Select("id, state").Where("id IN ?", ids).Find(&plans).Error; err != nil {
		return db.Fault(err)
	}
	states := map[uuid.UUID]State{}
	for _, p := range plans {
		states[p.ID] = p.State
	}
	for _, t := range tasks {
		t.dress(states[t.PlanID], by)
	}
	return nil
}

func tasksVisibleTo(tx *gorm.DB, by access.Actor) *gorm.DB {
	plans := visibleTo(tx.Session(&gorm.Session{NewDB: true}).Table("plans").Select("id"), by)
	return tx.Where("tasks.plan_id IN (?)", plans)
}

// differing gives, of two states of a plan, only the members that differ, for the log.
func differing(before, after *Plan) (was, is map[string]jsontext.Value, err error) {
	if was, err = members(before); err != nil {
		return nil, nil, err
	}
	if is, err = members(after); err != nil {
		return nil, nil, err
	}
	for name, value := range is {
		if old, both := was[name]; both && string(old) == string(value) {
			delete(was, name)
			delete(is, name)
		}
	}
	return was, is, nil
}

func members(p *Plan) (map[string]jsontext.Value, error) {
	if p == nil {
		return nil, nil
	}
	raw, err := json.Marshal(p, json.Deterministic(true))
	if err != nil {
		return nil, err
	}
	all := map[string]jsontext.Value{}
	if err = json.Unmarshal(raw, &all); err != nil {
		return nil, err
	}
	delete(all, "allowed_actions")
	type task struct { // without what it has of its plan
		record.Meta
		PlanID uuid.UUID `json:"plan_id"`
		TaskContent
	}
	tasks := make([]task, len(p.Tasks))
	for i, t := range p.Tasks {
		tasks[i] = task{t.Meta, t.PlanID, t.TaskContent}
	}
	all["tasks"], err = json.Marshal(tasks, json.Deterministic(true))
	return all, err
}
