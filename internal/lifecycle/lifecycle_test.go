package lifecycle_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/fault"
	"lantoa/internal/lifecycle"
)

type state string

type paper struct {
	state state
	own   uuid.UUID
}

var life = lifecycle.Table[paper, state]{ //nolint:gochecknoglobals // the table under test
	State: func(p *paper) *state { return &p.state },
	Steps: []lifecycle.Step[paper, state]{
		{Verb: "edit", From: []state{"draft"}, Action: access.ReportWrite, On: func(p *paper, by access.Actor) bool { return p.own == by.AgencyID }},
		{Verb: "submit", From: []state{"draft"}, To: "submitted", Action: access.ReportSubmit},
		{Verb: "return", From: []state{"submitted"}, To: "draft", Action: access.ReportReview},
	},
}

func TestAVerbMovesTheStateOrSaysWhyNot(t *testing.T) {
	t.Parallel()
	own := uuid.Must(uuid.NewV7())
	head := access.Actor{AccountID: own, AgencyID: own, Role: access.Commune, Position: access.Head}
	officer := head
	officer.Position = access.Officer
	p := paper{state: "draft", own: own}
	if err := life.Move(&p, "submit", officer); fault.KindOf(err) != fault.Forbidden || p.state != "draft" {
		t.Errorf("officer: %v, %s", err, p.state)
	}
	if err := life.Move(&p, "submit", head); err != nil || p.state != "submitted" {
		t.Errorf("head: %v, %s", err, p.state)
	}
	if err := life.Move(&p, "submit", head); fault.KindOf(err) != fault.Conflict {
		t.Errorf("again: %v", err)
	}
	if err := life.Move(&p, "no such verb", head); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("unknown verb: %v", err)
	}
}

func TestAllowedIsWhatMoveWouldDo(t *testing.T) {
	t.Parallel()
	own, other := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	for _, role := range access.Roles() {
		for _, s := range []state{"draft", "submitted"} {
			for _, agency := range []uuid.UUID{own, other} {
				by := access.Actor{AccountID: own, AgencyID: agency, Role: role, Position: access.Head}
				p := paper{state: s, own: own}
				allowed := life.Allowed(&p, by)
				for _, row := range life.Rows() {
					tried := p
					if (life.Move(&tried, row.Verb, by) == nil) != slices.Contains(allowed, row.Verb) {
						t.Errorf("%s %s in %s: %v", role, row.Verb, s, allowed)
					}
				}
			}
		}
	}
}
