package round_test

import (
	"testing"
	"time"

	"lantoa/internal/clock"
	"lantoa/internal/dbtest"
	"lantoa/internal/round"
)

// due is «trước ngày 10/11/2024».
func due() time.Time { return time.Date(2024, 11, 10, 0, 0, 0, 0, clock.Zone) }

func at(day, hour, minute int) time.Time {
	return time.Date(2024, 11, day, hour, minute, 0, 0, clock.Zone)
}

func TestTheFirstHandingInDecides(t *testing.T) {
	t.Parallel()
	lastInstant := due().Add(-time.Microsecond)
	handedIn := func(when time.Time) round.Duty { return round.Duty{HandedIn: &when} }
	for name, c := range map[string]struct {
		duty round.Duty
		now  time.Time
		want round.Standing
		late int
	}{
		"long before":                        {round.Duty{}, at(1, 8, 0), round.Upcoming, 0},
		"four days before the last good day": {round.Duty{}, at(5, 23, 59), round.Upcoming, 0},
		"three days before it":               {round.Duty{}, at(6, 0, 0), round.DueSoon, 0},
		"on the last good day":               {round.Duty{}, at(9, 12, 0), round.DueSoon, 0},
		"at its last instant":                {round.Duty{}, lastInstant, round.DueSoon, 0},
		"at the deadline":                    {round.Duty{}, due(), round.Missing, 1},
		"five days past the last good day":   {round.Duty{}, at(14, 9, 0), round.Missing, 5},
		"handed in early":                    {handedIn(at(5, 8, 0)), at(14, 9, 0), round.OnTime, 0},
		"handed in at the last instant":      {handedIn(lastInstant), at(14, 9, 0), round.OnTime, 0},
		"handed in at the deadline":          {handedIn(due()), at(14, 9, 0), round.Late, 1},
		"handed in on the 11th":              {handedIn(at(11, 14, 20)), at(14, 9, 0), round.Late, 2},
		"nil in time":                        {round.Duty{HandedIn: new(at(5, 8, 0)), Nil: true}, at(14, 9, 0), round.Nil, 0},
		"nil but late":                       {round.Duty{HandedIn: new(at(11, 8, 0)), Nil: true}, at(14, 9, 0), round.Late, 2},
		"exempted":                           {round.Duty{Exempted: true}, at(14, 9, 0), round.Exempted, 0},
		"a draft that is nil so far":         {round.Duty{Nil: true}, at(1, 8, 0), round.Upcoming, 0},
	} {
		c.duty.DueBefore = new(due())
		if got, late := c.duty.Standing(c.now, 3), c.duty.DaysLate(c.now); got != c.want || late != c.late {
			t.Errorf("%s: %s, %d days late; want %s, %d", name, got, late, c.want, c.late)
		}
	}
	if d := (round.Duty{}); d.Standing(at(14, 9, 0), 3) != round.NoDeadline || d.DaysLate(at(14, 9, 0)) != 0 {
		t.Error("without a deadline nothing is late")
	}
}

func TestADeadlineWithinTheDayCountsItsOwnDayAsGood(t *testing.T) {
	t.Parallel()
	fiveOClock := at(10, 17, 0)
	if day := round.LastGoodDay(fiveOClock); day.String() != "2024-11-10" {
		t.Error(day)
	}
	duty := round.Duty{DueBefore: &fiveOClock, HandedIn: new(at(10, 18, 0))}
	if duty.Standing(at(12, 8, 0), 3) != round.Late || duty.DaysLate(at(12, 8, 0)) != 0 {
		t.Error("late by an hour is late, by no day")
	}
}

func TestTheFilterInSQLIsTheSameFunction(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	instants := []time.Time{at(1, 8, 0), at(5, 23, 59), at(6, 0, 0), at(9, 12, 0), due().Add(-time.Microsecond), due(), due().Add(time.Microsecond), at(14, 9, 0)}
	deadlines := []*time.Time{nil, new(due()), new(at(10, 17, 0)), new(at(30, 0, 0))}
	handings := []*time.Time{nil}
	for _, when := range instants {
		handings = append(handings, &when)
	}
	seen := map[round.Standing]bool{}
	for _, now := range instants {
		for _, deadline := range deadlines {
			for _, handed := range handings {
				for _, flags := range [][2]bool{{false, false}, {true, false}, {false, true}, {true, true}} {
					duty := round.Duty{DueBefore: deadline, HandedIn: handed, Nil: flags[0], Exempted: flags[1]}
					var got round.Standing
					args := append(round.StandingArgs(now, 3), deadline, handed, duty.Nil, duty.Exempted)
					err := tx.Raw("SELECT "+round.StandingSQL+` FROM (SELECT CAST(? AS timestamptz) AS due_before,
						CAST(? AS timestamptz) AS first_submitted_at, CAST(? AS boolean) AS nil, CAST(? AS boolean) AS exempted) reports`,
						args...).Scan(&got).Error
					want := duty.Standing(now, 3)
					seen[want] = true
					if err != nil || got != want {
						t.Fatalf("%+v at %s: %q in SQL, %q in Go (%v)", duty, now, got, want, err)
					}
				}
			}
		}
	}
	if len(seen) != len(round.Standings()) {
		t.Errorf("only %v were met", seen)
	}
}
