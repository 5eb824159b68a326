// Package assignment is what one agency owes in a task of an issued plan: its way from assigned to completed, and the
// progress it records on the way.
package assignment

import (
	"strings"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/day"
	"lantoa/internal/fault"
	"lantoa/internal/lifecycle"
	"lantoa/internal/record"
	"lantoa/internal/viet"
)

// State is how far an assignment has come.
type State string

// The states.
const (
	Assigned   State = "assigned"
	Received   State = "received"
	InProgress State = "in_progress"
	HandedIn   State = "handed_in" // done, says the agency; not yet confirmed
	Completed  State = "completed"
	Returned   State = "returned"
)

// States lists them in the order of an assignment's life.
func States() []State {
	return []State{Assigned, Received, InProgress, HandedIn, Completed, Returned}
}

// Part is an agency's part in a task.
type Part string

// The parts.
const (
	Lead       Part = "lead"       // chủ trì, thực hiện
	Coordinate Part = "coordinate" // phối hợp
)

// Assignment is what one agency owes in one task. Names and dates are those of the day of issuing.
type Assignment struct {
	record.Meta
	PlanID         uuid.UUID         `json:"plan_id" format:"uuid"`
	TaskID         uuid.UUID         `json:"task_id" format:"uuid"`
	Task           TaskSummary       `json:"task" gorm:"embedded;embeddedPrefix:task_"`
	Agency         string            `json:"agency" gorm:"column:agency_name" example:"UBND xã Phổ An"`
	AgencyID       uuid.UUID         `json:"agency_id" format:"uuid"`
	Part           Part              `json:"part" enums:"lead,coordinate"`
	Reviewer       access.Role       `json:"reviewer" swaggertype:"string" enums:"culture_office,leader"` // who confirms or returns
	State          State             `json:"state" enums:"assigned,received,in_progress,handed_in,completed,returned"`
	ScheduleKind   viet.ScheduleKind `json:"schedule_kind" swaggertype:"string" enums:"quarters,range,date,continuous,recurring,unspecified"`
	StartsOn       *day.Day          `json:"starts_on" swaggertype:"string" format:"date" extensions:"x-nullable"`
	DueOn          *day.Day          `json:"due_on" swaggertype:"string" format:"date" extensions:"x-nullable"`  // the last good day
	DoneOn         *day.Day          `json:"done_on" swaggertype:"string" format:"date" extensions:"x-nullable"` // as handed in
	Result         string            `json:"result"`                                                             // what was achieved, as handed in
	ReturnNote     string            `json:"return_note"`
	Updates        int               `json:"updates"`                                                               // progress updates so far
	UpdatedOn      *day.Day          `json:"updated_on" swaggertype:"string" format:"date" extensions:"x-nullable"` // day of the last one
	Standing       Standing          `json:"standing" gorm:"-" enums:"upcoming,due_soon,overdue,on_time,late,no_deadline,awaiting"`
	DaysLate       int               `json:"days_late" gorm:"-"` // calendar days past due_on, when overdue or late
	AllowedActions []string          `json:"allowed_actions" gorm:"-"`

	IssuerID uuid.UUID `json:"-"`
	Ended    bool      `json:"-"` // its plan is closed: nothing in it changes any more
} // @name Assignment

// TaskSummary names the task of an assignment.
type TaskSummary struct {
	Ordinal int    `json:"ordinal" example:"9"`
	Title   string `json:"title"`
} // @name TaskSummary

// HandingIn says that the work is done.
type HandingIn struct {
	DoneOn day.Day `json:"done_on" swaggertype:"string" format:"date" example:"2024-11-05"`
	Result string  `json:"result" example:"Phát 312 buổi trên đài truyền thanh xã."`
} // @name AssignmentHandingIn

// Returning says what is still lacking.
type Returning struct {
	Note string `json:"note" example:"Bổ sung ảnh chụp bảng tin."`
} // @name AssignmentReturning

// life is everything that may happen to an assignment: the verbs obey it, allowed_actions and the documentation are read from it.
var life = lifecycle.Table[Assignment, State]{ //nolint:gochecknoglobals // the table itself
	State: func(a *Assignment) *State { return &a.State },
	Steps: []lifecycle.Step[Assignment, State]{
		{Verb: "receive", From: []State{Assigned}, To: Received, Action: access.AssignmentWork, On: own},
		{Verb: "start", From: []State{Received, Returned}, To: InProgress, Action: access.AssignmentWork, On: own},
		{Verb: "update", From: []State{Assigned, Received, InProgress, Returned}, To: InProgress, Action: access.AssignmentWork, On: own},
		{Verb: "attach", From: []State{Assigned, Received, InProgress, Returned}, Action: access.AssignmentWork, On: own},
		{Verb: "hand_in", From: []State{InProgress}, To: HandedIn, Action: access.AssignmentWork, On: own},
		{Verb: "confirm", From: []State{HandedIn}, To: Completed, Action: access.AssignmentReview, On: reviewed},
		{Verb: "return", From: []State{HandedIn}, To: Returned, Action: access.AssignmentReview, On: reviewed},
	},
	Ended: func(a *Assignment) string {
		if a.Ended {
			return "plan.closed"
		}
		return ""
	},
}

func own(a *Assignment, by access.Actor) bool { return a.AgencyID == by.AgencyID }

// reviewed: the culture office reviews the others, the leader reviews the culture office.
func reviewed(a *Assignment, by access.Actor) bool {
	return a.Reviewer == by.Role && a.AgencyID != by.AgencyID
}

// Receive acknowledges the assignment.
func (a *Assignment) Receive(by access.Actor) error { return life.Move(a, "receive", by) }

// Start begins the work, or takes it up again after a return.
func (a *Assignment) Start(by access.Actor) error { return life.Move(a, "start", by) }

// HandIn says that the work is done; it then awaits confirmation.
func (a *Assignment) HandIn(by access.Actor, in HandingIn, today day.Day) error {
	if err := life.Check(a, "hand_in", by); err != nil {
		return err
	}
	var c fault.Check
	checkDone(&c, in.DoneOn, today)
	checkText(&c, "/result", in.Result)
	if err := c.Err(); err != nil {
		return err
	}
	a.DoneOn, a.Result, a.ReturnNote = &in.DoneOn, in.Result, ""
	return life.Move(a, "hand_in", by)
}

// Confirm accepts what was handed in.
func (a *Assignment) Confirm(by access.Actor) error { return life.Move(a, "confirm", by) }

// Return gives what was handed in back, with what is lacking.
func (a *Assignment) Return(by access.Actor, in Returning) error {
	if err := life.Check(a, "return", by); err != nil {
		return err
	}
	var c fault.Check
	checkText(&c, "/note", in.Note)
	if err := c.Err(); err != nil {
		return err
	}
	a.ReturnNote, a.DoneOn = in.Note, nil
	return life.Move(a, "return", by)
}

// Attach is access.forbidden (403) or state.conflict (409) unless the actor may add evidence to the assignment now.
func (a *Assignment) Attach(by access.Actor) error { return life.Check(a, "attach", by) }

// Dress fills what is derived for a reader on a day.
func (a *Assignment) Dress(by access.Actor, today day.Day, dueSoonDays int) {
	a.Standing = StandingOf(a.State, a.DueOn, a.DoneOn, today, dueSoonDays)
	a.DaysLate = daysLate(a.Standing, a.DueOn, a.DoneOn, today)
	a.AllowedActions = life.Allowed(a, by)
}

const textLength = 20_000 // letters of one text

func checkText(c *fault.Check, pointer, s string) {
	c.Require(strings.TrimSpace(s) != "", pointer, "input.required")
	c.Length(s, textLength, pointer)
}

func checkDone(c *fault.Check, on, today day.Day) {
	c.Require(!on.IsZero(), "/done_on", "input.required")
	c.Require(!on.After(today), "/done_on", "assignment.done_in_the_future")
}

// Life is what may happen to an assignment, for the documentation.
func Life() []lifecycle.Row { return life.Rows() }
