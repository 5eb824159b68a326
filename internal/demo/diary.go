package demo

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/assignment"
	"lantoa/internal/day"
	"lantoa/internal/plan"
	"lantoa/internal/report"
)

// diary is a year of the town: the note its plan bears, and who did what, in order.
type diary struct {
	Note    string  `json:"note"`
	Entries []entry `json:"entries"`
}

// entry is one act. Which members it takes is the verb's.
type entry struct {
	At      string              `json:"at"`   // local: "2024-04-02 08:30"
	By      string              `json:"by"`   // username
	Do      string              `json:"do"`   // noun.verb: "assignment.hand_in"
	Task    int                 `json:"task"` // ordinal in the plan
	Of      string              `json:"of"`   // whose assignment or report, by username; blank: one's own
	On      *day.Day            `json:"on"`   // when it was done; the date of a document
	Number  string              `json:"number"`
	Text    string              `json:"text"`
	Links   []assignment.Link   `json:"links"`
	Content *report.Content     `json:"content"`
	Merged  map[string][]string `json:"merged"` // section code → whose texts went into a consolidated report's, by username
	Remarks []report.Remark     `json:"remarks"`
	Until   *time.Time          `json:"until"` // before when to hand in again
}

// year is a diary being lived: the plan that came into being, and the assignments and reports that hang on it.
type year struct {
	*town
	name     string
	note     string
	plan     *plan.Plan
	round    uuid.UUID
	assigned map[duty]uuid.UUID
	owing    map[uuid.UUID]uuid.UUID // the agencies' reports, by agency
	summary  uuid.UUID               // the consolidated report
}

type duty struct {
	agency uuid.UUID
	task   int
}

// live does everything that data/<name>.json tells, each act at its time.
func (t *town) live(ctx context.Context, name string) error {
	var d diary
	if err := read(name+".json", &d); err != nil {
		return err
	}
	y := &year{town: t, name: name, note: d.Note, assigned: map[duty]uuid.UUID{}, owing: map[uuid.UUID]uuid.UUID{}}
	for _, e := range d.Entries {
		if err := y.act(ctx, e); err != nil {
			return fmt.Errorf("data/%s.json, %s %s %s: %w", name, e.At, e.By, e.Do, err)
		}
	}
	return nil
}

var errUnknown = errors.New("the diary names what does not exist")

func (y *year) act(ctx context.Context, e entry) error {
	by, known := y.actors[e.By]
	owner, ownerKnown := y.actors[e.Of]
	if e.Of == "" {
		owner, ownerKnown = by, known
	}
	if !known || !ownerKnown {
		return errUnknown
	}
	if err := y.calendar.set(e.At); err != nil {
		return err
	}
	switch noun, verb, _ := strings.Cut(e.Do, "."); noun {
	case "plan":
		return y.actOnPlan(ctx, by, verb, e)
	case "assignment":
		return y.actOnAssignment(ctx, by, verb, e, y.assigned[duty{owner.AgencyID, e.Task}])
	case "report":
		return y.actOnReport(ctx, by, verb, e, y.owing[owner.AgencyID])
	case "consolidated":
		return y.actOnConsolidated(ctx, by, verb, e)
	}
	return errUnknown
}

func (y *year) actOnAssignment(ctx context.Context, by access.Actor, verb string, e entry, id uuid.UUID) error {
	a, err := y.assignments.Find(ctx, by, id)
	if err != nil {
		return err
	}
	on := y.calendar.clock().Today()
	if e.On != nil {
		on = *e.On
	}
	store := y.assignments
	switch verb {
	case "receive":
		_, err = store.Receive(ctx, by, a.ID, a.Version)
	case "start":
		_, err = store.Start(ctx, by, a.ID, a.Version)
	case "record":
		_, err = store.Record(ctx, by, a.ID, assignment.UpdateInput{DoneOn: on, Text: e.Text, Links: e.Links})
	case "hand_in":
		_, err = store.HandIn(ctx, by, a.ID, a.Version, assignment.HandingIn{DoneOn: on, Result: e.Text})
	case "confirm":
		_, err = store.Confirm(ctx, by, a.ID, a.Version)
	case "return":
		_, err = store.Return(ctx, by, a.ID, a.Version, assignment.Returning{Note: e.Text})
	default:
		err = errUnknown
	}
	return err
}
