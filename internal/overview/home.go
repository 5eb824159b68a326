package overview

import (
	"time"

	"github.com/google/uuid"

	"lantoa/internal/day"
	"lantoa/internal/round"
)

// Home is what one sees first: what is owed, what waits for a decision, who is late, what comes. Which parts are filled follows
// from the caller's role; the others are empty lists.
type Home struct {
	AsOf       time.Time     `json:"as_of" format:"date-time"`
	Today      day.Day       `json:"today" swaggertype:"string" format:"date"`
	Todo       []Duty        `json:"todo"`       // the caller's own agency: what has a deadline and is open, the nearest first
	Continuous []Duty        `json:"continuous"` // its work without a deadline
	Done       int           `json:"done"`       // its duties of issued plans that are handed in or completed
	Rounds     []RoundGlance `json:"rounds"`     // culture office and leader: the rounds of issued plans
	Tasks      TaskGlance    `json:"tasks"`      // culture office and leader: the tasks of issued plans
	Review     Waiting       `json:"review"`     // culture office: handed in and waiting for it, the oldest first
	Red        Waiting       `json:"red"`        // culture office and leader: missing reports and overdue assignments, the oldest first
	Decisions  []Duty        `json:"decisions"`  // leader: plans and consolidated reports handed in, work of the culture office
	Upcoming   []Event       `json:"upcoming"`   // what falls due within the next 14 days
} // @name Overview

// Waiting is a list that may be longer than what is shown of it.
type Waiting struct {
	Items       []Duty `json:"items"` // at most 50
	Count       int    `json:"count"` // of all: reports and assignments
	Reports     int    `json:"reports"`
	Assignments int    `json:"assignments"`
	Agencies    int    `json:"agencies"` // whose they are
} // @name WaitingDuties

// RoundGlance is a round at a glance.
type RoundGlance struct {
	ID             uuid.UUID      `json:"id" format:"uuid"`
	PlanID         uuid.UUID      `json:"plan_id" format:"uuid"`
	Title          string         `json:"title" example:"Báo cáo năm 2024"`
	DueBefore      time.Time      `json:"due_before" format:"date-time"` // exclusive
	DueText        string         `json:"due_text" example:"trước ngày 10/11/2024"`
	State          round.State    `json:"state" enums:"open,locked"`
	Counts         round.Counts   `json:"counts"`
	Groups         []GroupGlance  `json:"groups"`
	Agencies       []AgencyGlance `json:"agencies"` // wards and communes first, by name; none when more than 200 owe: then the counts tell
	ConsolidatedID *uuid.UUID     `json:"consolidated_id" format:"uuid" extensions:"x-nullable"`
	Consolidated   *string        `json:"consolidated_state" extensions:"x-nullable"`
} // @name RoundGlance

// GroupGlance is the headline of one group of agencies in a round.
type GroupGlance struct {
	Group   Group        `json:"group" enums:"communes,others"`
	Counts  round.Counts `json:"counts"`
	Late    []string     `json:"late"`    // short names of those among agencies
	Missing []string     `json:"missing"` // short names of those among agencies
} // @name GroupGlance

// AgencyGlance is one agency in a round.
type AgencyGlance struct {
	AgencyID   uuid.UUID      `json:"agency_id" format:"uuid"`
	Agency     string         `json:"agency" example:"Xã Phổ Châu"`
	Group      Group          `json:"group" enums:"communes,others"`
	ReportID   uuid.UUID      `json:"report_id" format:"uuid"`
	State      string         `json:"state"`
	Standing   round.Standing `json:"standing"`
	DaysLate   int            `json:"days_late"`
	HandedInAt *time.Time     `json:"handed_in_at" format:"date-time" extensions:"x-nullable"` // the first time
} // @name AgencyGlance

// TaskGlance counts the tasks of issued plans.
type TaskGlance struct {
	Total      int   `json:"total" example:"9"`
	OnSchedule int   `json:"on_schedule" example:"8"` // no assignment of it is overdue
	Behind     []int `json:"behind" example:"9"`      // ordinals of the others
	Dated      int   `json:"dated" example:"2"`       // with a deadline
	DatedDone  int   `json:"dated_done" example:"2"`  // every assignment completed
	Undated    int   `json:"undated" example:"7"`
	Active     int   `json:"active" example:"7"` // without a deadline, work recorded
} // @name TaskGlance

// Event is something that falls due on a day.
type Event struct {
	On       day.Day    `json:"on" swaggertype:"string" format:"date"`
	Kind     string     `json:"kind" enums:"round,task,resubmission"`
	ID       uuid.UUID  `json:"id" format:"uuid"` // of the round, the task, the report
	PlanID   uuid.UUID  `json:"plan_id" format:"uuid"`
	Title    string     `json:"title"`
	Ordinal  *int       `json:"ordinal" extensions:"x-nullable"` // of a task
	AgencyID *uuid.UUID `json:"agency_id" format:"uuid" extensions:"x-nullable"`
	Agency   string     `json:"agency"` // that hands in again; else blank
	Open     int        `json:"open"`   // agencies that still owe it, as far as the caller sees them
} // @name UpcomingEvent
