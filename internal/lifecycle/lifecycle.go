// Package lifecycle is what may happen to a noun: one table of verbs that the verbs obey and that answers and documents read.
package lifecycle

import (
	"slices"

	"lantoa/internal/access"
	"lantoa/internal/fault"
)

// Step is one verb: from which states, to which, who has the action for it, and on which rows.
type Step[N any, S ~string] struct {
	Verb   string
	From   []S
	To     S // blank: the state stays
	Action access.Action
	On     func(*N, access.Actor) bool // nil: on every row the actor sees
}

// Table is everything that may happen to a noun. A verb may have several steps; the first that fits holds.
type Table[N any, S ~string] struct {
	State func(*N) *S
	Steps []Step[N, S]
	Ended func(*N) string // the code of the conflict (409) when nothing may happen to the noun any more, else blank; nil: never
}

// Move does a verb: access.forbidden (403) when the actor may not, state.conflict (409) when the state does not allow it.
func (t Table[N, S]) Move(n *N, verb string, by access.Actor) error {
	step, err := t.find(n, verb, by)
	if err != nil {
		return err
	}
	if step.To != "" {
		*t.State(n) = step.To
	}
	return nil
}

// Check is Move without moving.
func (t Table[N, S]) Check(n *N, verb string, by access.Actor) error {
	_, err := t.find(n, verb, by)
	return err
}

// Allowed lists the verbs that the actor may do now, in the table's order.
func (t Table[N, S]) Allowed(n *N, by access.Actor) []string {
	verbs := []string{}
	if t.Ended != nil && t.Ended(n) != "" {
		return verbs
	}
	state := *t.State(n)
	for i := range t.Steps {
		step := &t.Steps[i]
		if slices.Contains(step.From, state) && step.open(n, by) && !slices.Contains(verbs, step.Verb) {
			verbs = append(verbs, step.Verb)
		}
	}
	return verbs
}

// open says whether the actor may take the step on this row, whatever its state.
func (s *Step[N, S]) open(n *N, by access.Actor) bool {
	return by.May(s.Action) && (s.On == nil || s.On(n, by))
}

func (t Table[N, S]) find(n *N, verb string, by access.Actor) (*Step[N, S], error) {
	var fits *Step[N, S]
	permitted, state := false, *t.State(n)
	for i := range t.Steps {
		step := &t.Steps[i]
		if step.Verb != verb || !step.open(n, by) {
			continue
		}
		permitted = true
		if fits == nil && slices.Contains(step.From, state) {
			fits = step
		}
	}
	if !permitted {
		return nil, fault.NewForbidden("access.forbidden")
	}
	if t.Ended != nil && t.Ended(n) != "" {
		return nil, fault.NewConflict(t.Ended(n))
	}
	if fits == nil {
		return nil, fault.NewConflict("state.conflict").With("state", string(state))
	}
	return fits, nil
}

// Row is one step as the documentation prints it.
type Row struct {
	Verb   string
	From   []string
	To     string // blank: the state stays
	Action access.Action
}

// Rows lists the table for the documentation.
func (t Table[N, S]) Rows() []Row {
	rows := make([]Row, len(t.Steps))
	for i, step := range t.Steps {
		rows[i] = Row{Verb: step.Verb, To: string(step.To), Action: step.Action}
		for _, from := range step.From {
			rows[i].From = append(rows[i].From, string(from))
		}
	}
	return rows
}
