package assignment

import (
	"gorm.io/gorm"

	"lantoa/internal/day"
)

// Standing is how an assignment stands against its last good day; derived, never stored.
type Standing string

// The standings.
const (
	Upcoming   Standing = "upcoming"    // chưa đến hạn
	DueSoon    Standing = "due_soon"    // sắp đến hạn
	Overdue    Standing = "overdue"     // quá hạn
	OnTime     Standing = "on_time"     // hoàn thành đúng hạn
	Late       Standing = "late"        // hoàn thành quá hạn
	NoDeadline Standing = "no_deadline" // không hạn
	Awaiting   Standing = "awaiting"    // chờ xác nhận
)

// Standings lists them in the order of the documentation.
func Standings() []Standing {
	return []Standing{Upcoming, DueSoon, Overdue, OnTime, Late, NoDeadline, Awaiting}
}

// StandingOf derives the standing; dueOn is nil for what has no lateness of its own, doneOn until it is handed in.
// It is due soon from dueSoonDays calendar days before the last good day on.
func StandingOf(state State, dueOn, doneOn *day.Day, today day.Day, dueSoonDays int) Standing {
	switch {
	case state == HandedIn:
		return Awaiting
	case dueOn == nil:
		return NoDeadline
	case state == Completed && doneOn != nil && doneOn.After(*dueOn):
		return Late
	case state == Completed:
		return OnTime
	case today.After(*dueOn):
		return Overdue
	case !today.AddDays(dueSoonDays).Before(*dueOn):
		return DueSoon
	}
	return Upcoming
}

// StandingSQL is StandingOf as an SQL expression over a row of assignments; it takes the arguments of StandingArgs.
const StandingSQL = `CASE
	WHEN assignments.state = 'handed_in' THEN 'awaiting'
	WHEN assignments.due_on IS NULL THEN 'no_deadline'
	WHEN assignments.state = 'completed' AND assignments.done_on > assignments.due_on THEN 'late'
	WHEN assignments.state = 'completed' THEN 'on_time'
	WHEN assignments.due_on < CAST(? AS date) THEN 'overdue'
	WHEN assignments.due_on <= CAST(? AS date) THEN 'due_soon'
	ELSE 'upcoming' END`

// StandingArgs gives the arguments of StandingSQL for a day.
func StandingArgs(today day.Day, dueSoonDays int) []any {
	return []any{today, today.AddDays(dueSoonDays)}
}

// OpenSQL keeps the assignments that are still to be done; an index knows these by their due day.
const OpenSQL = "assignments.state NOT IN ('handed_in', 'completed')"

func standingIs(tx *gorm.DB, want Standing, today day.Day, dueSoonDays int) *gorm.DB {
	if want == Overdue || want == DueSoon || want == Upcoming { // all of these are open: said so that the index serves
		tx = tx.Where(OpenSQL)
	}
	return tx.Where("("+StandingSQL+") = ?", append(StandingArgs(today, dueSoonDays), want)...)
}

func daysLate(s Standing, dueOn, doneOn *day.Day, today day.Day) int {
	switch s {
	case Overdue:
		return dueOn.DaysUntil(today)
	case Late:
		return dueOn.DaysUntil(*doneOn)
	case Upcoming, DueSoon, OnTime, NoDeadline, Awaiting:
	}
	return 0
}
