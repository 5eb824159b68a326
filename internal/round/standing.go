package round

import (
	"time"

	"lantoa/internal/clock"
	"lantoa/internal/day"
)

// Standing is how a report stands against its deadline, in the words every office uses; derived, never stored.
type Standing string

// The standings; an agency's report has exactly one of the first seven.
const (
	Upcoming Standing = "upcoming" // chưa đến hạn
	DueSoon  Standing = "due_soon" // sắp đến hạn
	OnTime   Standing = "on_time"  // đúng hạn
	Late     Standing = "late"     // trễ hạn
	Missing  Standing = "missing"  // chưa nộp, đã quá hạn
	Exempted Standing = "exempted" // được miễn
	Nil      Standing = "nil"      // không phát sinh, đúng hạn

	NoDeadline Standing = "no_deadline" // of the consolidated report, which has no deadline of its own
)

// Standings lists every standing.
func Standings() []Standing {
	return []Standing{Upcoming, DueSoon, OnTime, Late, Missing, Exempted, Nil, NoDeadline}
}

// Duty is what the standing of a report follows from.
type Duty struct {
	DueBefore *time.Time // exclusive; nil: no deadline
	HandedIn  *time.Time // the first handing-in, which decides
	Nil       bool       // every section nil
	Exempted  bool
}

// LastGoodDay is the last day on which handing in is on time: for «trước ngày 10/11» the 9th.
func LastGoodDay(dueBefore time.Time) day.Day {
	return day.Of(dueBefore.Add(-time.Nanosecond), clock.Zone)
}

// SoonBefore gives the bound up to which deadlines are «due soon»: those before or at it are at most dueSoonDays away.
func SoonBefore(now time.Time, dueSoonDays int) time.Time {
	return day.Of(now, clock.Zone).AddDays(dueSoonDays + 1).Time(clock.Zone)
}

// Standing derives the standing at an instant; dueSoonDays is how many calendar days before the last good day it is «due soon».
func (d Duty) Standing(now time.Time, dueSoonDays int) Standing {
	switch {
	case d.DueBefore == nil:
		return NoDeadline
	case d.Exempted:
		return Exempted
	case d.HandedIn != nil && !d.HandedIn.Before(*d.DueBefore):
		return Late
	case d.HandedIn != nil && d.Nil:
		return Nil
	case d.HandedIn != nil:
		return OnTime
	case !now.Before(*d.DueBefore):
		return Missing
	case d.DueBefore.After(SoonBefore(now, dueSoonDays)):
		return Upcoming
	}
	return DueSoon
}

// DaysLate counts local calendar days from the last good day: to the first handing-in when it was late, to today when it is
// missing, else 0.
func (d Duty) DaysLate(now time.Time) int {
	until := now
	if d.HandedIn != nil {
		until = *d.HandedIn
	}
	if d.DueBefore == nil || d.Exempted || until.Before(*d.DueBefore) {
		return 0
	}
	return LastGoodDay(*d.DueBefore).DaysUntil(day.Of(until, clock.Zone))
}

// StandingSQL is Standing as an SQL expression over a row of reports; it takes the arguments of StandingArgs.
const StandingSQL = `CASE
	WHEN reports.due_before IS NULL THEN 'no_deadline'
	WHEN reports.exempted THEN 'exempted'
	WHEN reports.first_submitted_at >= reports.due_before THEN 'late'
	WHEN reports.first_submitted_at IS NOT NULL AND reports.nil THEN 'nil'
	WHEN reports.first_submitted_at IS NOT NULL THEN 'on_time'
	WHEN CAST(? AS timestamptz) >= reports.due_before THEN 'missing'
	WHEN reports.due_before > CAST(? AS timestamptz) THEN 'upcoming'
	ELSE 'due_soon' END`

// OpenSQL keeps the reports that were never handed in and are still owed; an index knows these by their deadline.
const OpenSQL = "reports.first_submitted_at IS NULL AND NOT reports.exempted"

// StandingArgs gives the arguments of StandingSQL.
func StandingArgs(now time.Time, dueSoonDays int) []any {
	return []any{now, SoonBefore(now, dueSoonDays)}
}
