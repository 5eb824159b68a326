// Package plan is the yearly plan of a People's Committee (kế hoạch): its text, its tasks, and its way from draft to issued document.
package plan

import (
	"errors"
	"strings"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/day"
	"lantoa/internal/fault"
	"lantoa/internal/lifecycle"
	"lantoa/internal/record"
)

// State is where a plan stands between drafting and summing up.
type State string

// The states.
const (
	Drafted   State = "draft" // Draft is its text
	Submitted State = "submitted"
	Issued    State = "issued" // locked: assignments and report rounds are alive
	Closed    State = "closed" // summed up
)

// States lists them in the order of a plan's life.
func States() []State { return []State{Drafted, Submitted, Issued, Closed} }

// Plan is one plan with its tasks.
type Plan struct {
	record.Meta
	State  State  `json:"state" enums:"draft,submitted,issued,closed"`
	Issuer Party  `json:"issuer" gorm:"serializer:json"`
	Year   int    `json:"year" example:"2024"`
	Period Period `json:"period" gorm:"embedded"`
	Content
	Tasks          []Task      `json:"tasks" gorm:"-"`
	Unmatched      []Unmatched `json:"unmatched" gorm:"-"` // names that no known agency or group bears; derived
	ReturnNote     string      `json:"return_note"`        // what the leader asked for when sending it back
	AllowedActions []string    `json:"allowed_actions" gorm:"-"`

	IssuerID   uuid.UUID  `json:"-"`                        // the committee under which it is made: who sees it
	DrafterID  uuid.UUID  `json:"-"`                        // the office that drew it up, whose own work the leader confirms
	Resolution Resolution `json:"-" gorm:"serializer:json"` // the groups as they stood on the day of issuing
} // @name Plan

// SendingBack is what a leader says when a plan goes back to its drafters.
type SendingBack struct {
	Note string `json:"note" example:"Bổ sung cơ quan phối hợp của nhiệm vụ 4."`
} // @name PlanSendingBack

// Issuing is what the clerk gives a signed plan: number with symbol, and date.
type Issuing struct {
	Number   string  `json:"number" example:"45/KH-UBND"` // unique per issuer and year (Decree 30/2020/NĐ-CP, article 15)
	IssuedOn day.Day `json:"issued_on" swaggertype:"string" format:"date" example:"2024-02-26"`
} // @name PlanIssuing

// life is everything that may happen to a plan: the verbs obey it, allowed_actions and the documentation are read from it.
var life = lifecycle.Table[Plan, State]{ //nolint:gochecknoglobals // the table itself
	State: func(p *Plan) *State { return &p.State },
	Steps: []lifecycle.Step[Plan, State]{
		{Verb: "edit", From: []State{Drafted}, Action: access.PlanWrite},
		{Verb: "submit", From: []State{Drafted}, To: Submitted, Action: access.PlanSubmit},
		{Verb: "send_back", From: []State{Submitted}, To: Drafted, Action: access.PlanReview},
		{Verb: "issue", From: []State{Submitted}, To: Issued, Action: access.PlanReview},
		{Verb: "close", From: []State{Issued}, To: Closed, Action: access.PlanClose},
		{Verb: "delete", From: []State{Drafted}, Action: access.PlanWrite},
	},
}

// Edit takes a whole new text; tasks that it names by id stay the same tasks.
func (p *Plan) Edit(by access.Actor, d Draft) error {
	if err := life.Check(p, "edit", by); err != nil {
		return err
	}
	if err := d.settle(); err != nil {
		return err
	}
	tasks, err := d.tasksOf(p)
	if err != nil {
		return err
	}
	p.Year, p.Period, p.Content, p.Tasks = *d.Year, *d.Period, d.Content, tasks
	p.Issuer = Party{AgencyID: &p.IssuerID}
	if d.Issuer != nil {
		p.Issuer = *d.Issuer
	}
	return nil
}

// Submit lays a plan before the leader; plan.without_tasks (409) when there is nothing to do in it.
func (p *Plan) Submit(by access.Actor) error {
	if err := life.Check(p, "submit", by); err != nil {
		return err
	}
	if len(p.Tasks) == 0 {
		return fault.NewConflict("plan.without_tasks").At("/tasks", "input.required")
	}
	p.ReturnNote = ""
	return life.Move(p, "submit", by)
}

// SendBack returns a submitted plan to its drafters with a note.
func (p *Plan) SendBack(by access.Actor, in SendingBack) error {
	if err := life.Check(p, "send_back", by); err != nil {
		return err
	}
	var c check
	c.required("/note", in.Note, textLength)
	if err := c.Err(); err != nil {
		return err
	}
	p.ReturnNote = in.Note
	return life.Move(p, "send_back", by)
}

// Issue makes a submitted plan a document in force. Every name must be known (plan.unmatched_names), every group by hand
// settled (plan.unsettled_groups), everyone charged with something be one of below, the agencies under the issuer of today
// (plan.strangers), every reporting duty tell who reports and until when (plan.reporting_incomplete).
func (p *Plan) Issue(by access.Actor, in Issuing, groups Resolution, below []agency.Agency, today day.Day) error {
	if err := life.Check(p, "issue", by); err != nil {
		return err
	}
	var c check
	c.required("/number", in.Number, numberLength)
	c.Require(!in.IssuedOn.IsZero(), "/issued_on", "input.required")
	c.Require(!in.IssuedOn.After(today), "/issued_on", "plan.issued_in_the_future")
	if err := c.Err(); err != nil {
		return err
	}
	if err := p.ready(groups, below); err != nil {
		return err
	}
	p.Number, p.IssuedOn, p.Resolution, p.ReturnNote = new(strings.TrimSpace(in.Number)), &in.IssuedOn, groups, ""
	return life.Move(p, "issue", by)
}

// Close sums a plan up; it changes no more.
func (p *Plan) Close(by access.Actor) error { return life.Move(p, "close", by) }

func (p *Plan) ready(groups Resolution, below []agency.Agency) error {
	if places := p.unmatchedAt(); len(places) > 0 {
		return pointing(fault.NewConflict("plan.unmatched_names"), places, "plan.unmatched_name")
	}
	if *p.Issuer.AgencyID != p.IssuerID {
		return fault.NewConflict("plan.other_issuer").At("/issuer", "plan.other_issuer")
	}
	if places := groups.unsettledAt(); len(places) > 0 {
		return pointing(fault.NewConflict("plan.unsettled_groups"), places, "plan.unsettled_group")
	}
	if places := p.strangersAt(groups, below); len(places) > 0 {
		return pointing(fault.NewConflict("plan.strangers"), places, "plan.stranger")
	}
	var c check
	for i := range p.Reporting {
		c.Require(len(p.Reporting[i].From) > 0, at("/reporting", i)+"/from", "input.required")
		c.Require(p.Reporting[i].DueBefore != nil, at("/reporting", i)+"/due_before", "input.required")
	}
	if open, ok := errors.AsType[*fault.Error](c.Err()); ok {
		open.Kind, open.Code = fault.Conflict, "plan.reporting_incomplete"
		return open
	}
	return nil
}

func pointing(err *fault.Error, places []string, code string) error {
	for _, place := range places {
		err = err.At(place, code)
	}
	return err
}

// dress fills what is derived for a reader.
func (p *Plan) dress(by access.Actor) {
	p.AllowedActions = life.Allowed(p, by)
	p.Unmatched = p.unmatched()
	p.Tasks = some(p.Tasks)
	for i := range p.Tasks {
		p.Tasks[i].dress(p.State, by)
	}
}

// Life is what may happen to a plan, for the documentation.
func Life() []lifecycle.Row { return life.Rows() }
