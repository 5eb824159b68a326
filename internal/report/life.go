package report

import (
	"lantoa/internal/access"
	"lantoa/internal/fault"
	"lantoa/internal/lifecycle"
)

func own(l *Line, by access.Actor) bool { return l.own(by) }

// anothers: nobody reviews the report of its own agency.
func anothers(l *Line, by access.Actor) bool { return !l.own(by) }

func state(l *Line) *State { return &l.State }

// agencyLife is everything that may happen to an agency's report, until its round is locked.
var agencyLife = lifecycle.Table[Line, State]{ //nolint:gochecknoglobals // the table itself
	State: state,
	Steps: []lifecycle.Step[Line, State]{
		{Verb: "edit", From: []State{Draft, Returned}, Action: access.ReportWrite, On: own},
		{Verb: "sign", From: []State{Draft, Submitted, Returned, Accepted}, Action: access.ReportWrite, On: own},
		{Verb: "submit", From: []State{Draft, Returned}, To: Submitted, Action: access.ReportSubmit, On: own},
		{Verb: "accept", From: []State{Submitted}, To: Accepted, Action: access.ReportReview, On: anothers},
		{Verb: "return", From: []State{Submitted, Accepted}, To: Returned, Action: access.ReportReview, On: anothers},
		{Verb: "exempt", From: []State{Draft}, To: Exempted, Action: access.RoundManage},
	},
}

// consolidatedLife is everything that may happen to a consolidated report; a leader reviews it.
var consolidatedLife = lifecycle.Table[Line, State]{ //nolint:gochecknoglobals // the table itself
	State: state,
	Steps: []lifecycle.Step[Line, State]{
		{Verb: "edit", From: []State{Draft, Returned}, Action: access.ConsolidateWrite},
		{Verb: "sign", From: []State{Draft, Returned}, Action: access.ConsolidateWrite},
		{Verb: "submit", From: []State{Draft, Returned}, To: Submitted, Action: access.ConsolidateSubmit},
		{Verb: "send_back", From: []State{Submitted}, To: Returned, Action: access.ConsolidateReview},
		{Verb: "approve", From: []State{Submitted}, To: Approved, Action: access.ConsolidateReview},
	},
}

func (l *Line) life() lifecycle.Table[Line, State] {
	if l.Kind == Consolidated {
		return consolidatedLife
	}
	return agencyLife
}

// move does a verb of the report's life; after the round was locked, what would else be possible is round.locked (409).
func (l *Line) move(verb string, by access.Actor) error { return l.ended(l.life().Move(l, verb, by)) }

// CheckEdit is nil when the actor may edit the report now: access.forbidden (403), state.conflict or round.locked (409) otherwise.
func (l *Line) CheckEdit(by access.Actor) error { return l.ended(l.life().Check(l, "edit", by)) }

func (l *Line) ended(err error) error {
	if l.State == Locked && fault.KindOf(err) == fault.Conflict {
		return fault.NewConflict("round.locked")
	}
	return err
}

// Life is what may happen to a report of either kind, for the documentation.
func Life(kind Kind) []lifecycle.Row {
	l := Line{Kind: kind}
	return l.life().Rows()
}
