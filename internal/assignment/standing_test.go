package assignment_test

import (
	"testing"

	"lantoa/internal/access"
	"lantoa/internal/assignment"
	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
)

func TestTheStandingFollowsFromStateAndDays(t *testing.T) {
	t.Parallel()
	due := today.AddDays
	cases := []struct {
		state assignment.State
		due   *day.Day
		done  *day.Day
		want  assignment.Standing
	}{
		{assignment.Assigned, new(due(4)), nil, assignment.Upcoming},
		{assignment.Assigned, new(due(3)), nil, assignment.DueSoon},
		{assignment.InProgress, new(due(0)), nil, assignment.DueSoon},
		{assignment.Returned, new(due(-1)), nil, assignment.Overdue},
		{assignment.HandedIn, new(due(-1)), new(due(0)), assignment.Awaiting},
		{assignment.HandedIn, nil, new(due(0)), assignment.Awaiting},
		{assignment.Completed, new(due(-5)), new(due(-5)), assignment.OnTime},
		{assignment.Completed, new(due(-5)), new(due(-4)), assignment.Late},
		{assignment.Completed, nil, new(due(0)), assignment.NoDeadline},
		{assignment.InProgress, nil, nil, assignment.NoDeadline},
	}
	for _, c := range cases {
		if got := assignment.StandingOf(c.state, c.due, c.done, today, 3); got != c.want {
			t.Errorf("%s due %v done %v: %s, want %s", c.state, c.due, c.done, got, c.want)
		}
	}
}

// TestTheFilterFindsWhatTheFunctionSays keeps one assignment of every combination and asks the database for every standing.
func TestTheFilterFindsWhatTheFunctionSays(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	town := factory.ATown(t, tx)
	days := []*day.Day{nil}
	for _, n := range []int{-9, -1, 0, 1, 2, 3, 4, 9} {
		days = append(days, new(today.AddDays(n)))
	}
	for _, state := range assignment.States() {
		for _, due := range days {
			for _, done := range days {
				p := factory.Plan(t, tx, town)
				factory.Assignment(t, tx, p, town.CommuneA, func(a *assignment.Assignment) { a.State, a.DueOn, a.DoneOn = state, due, done })
			}
		}
	}
	total := 0
	for _, soon := range []int{0, 3} {
		store := &assignment.Store{DB: tx, Clock: factory.Clock(), DueSoonDays: soon}
		for _, want := range assignment.Standings() {
			for page := (db.Page{Limit: 200}); ; {
				got, err := store.List(t.Context(), town.Actor(access.CultureOffice), assignment.Filter{Standing: want}, page)
				if err != nil {
					t.Fatal(err)
				}
				for _, a := range got.Items {
					if a.Standing != want {
						t.Errorf("%s due %v done %v, soon %d: found as %s, is %s", a.State, a.DueOn, a.DoneOn, soon, want, a.Standing)
					}
				}
				total += len(got.Items)
				if got.NextCursor == nil {
					break
				}
				page.Cursor = *got.NextCursor
			}
		}
	}
	if want := 2 * len(assignment.States()) * len(days) * len(days); total != want {
		t.Errorf("the standings together find %d assignments, kept %d", total, want)
	}
}
