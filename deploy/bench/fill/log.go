package fill

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/event"
	"lantoa/internal/wire"
)

// happening says what happened at a moment.
type happening uint8

const (
	assignmentOpened happening = iota
	assignmentReceived
	assignmentStarted
	updateRecorded
	assignmentHandedIn
	assignmentConfirmed
	reportSubmitted
	reportReturned
	reportAccepted
	sessionStarted
)

// did is how the log calls each.
var did = []string{"assignment.opened", "assignment.received", "assignment.started", "progress_update.recorded", "assignment.handed_in",
	"assignment.completed", "report.submitted", "report.returned", "report.accepted", "session.started"}

// moment is one thing that happened in a year: which, and to which assignment, report or office.
type moment struct {
	micros int64
	which  int32
	k      int16
	kind   happening
}

func (m moment) at() time.Time { return time.UnixMicro(m.micros).In(clock.Zone) }

func (y *year) add(at time.Time, kind happening, which, k int) {
	y.moments = append(y.moments, moment{at.UnixMicro(), int32(which), int16(k), kind}) //nolint:gosec // small numbers
}

// signings is how often an office signs in within a year.
const signings = 366

func (y *year) signIn(offices []*office) {
	from, until := y.on(time.January, 2), y.on(time.December, 30)
	if !y.past() {
		until = Now
	}
	for i := range offices {
		d := of(12, uint64(y.of), uint64(i)) //nolint:gosec // small numbers
		for range signings {
			y.add(d.within(from, until), sessionStarted, i, 0)
		}
	}
}

var logColumns = []string{"id", "recorded_at", "business_at", "did", "noun", "noun_id", "audience", "scope_id", "agency_id", "account_id", "by_agency_id", "by_role", "changes"}

// writeLog lets the year happen, moment after moment, and streams what the log keeps of each. Afterwards assignments and
// reports stand as the year left them.
func (y *year) writeLog(ctx context.Context, offices []*office) error {
	slices.SortStableFunc(y.moments, func(a, b moment) int { return cmp.Compare(a.micros, b.micros) })
	y.putUpdatesInOrder()
	return copyRows(ctx, y.conn, "events", logColumns, func(yield func([]any, error) bool) {
		row := make([]any, len(logColumns))
		for n, m := range y.moments {
			e, by := y.happen(m, offices)
			changes, err := changesOf(e)
			id := of(13, uint64(y.of), uint64(n)).id(m.at()) //nolint:gosec // small numbers
			row = append(row[:0], [16]byte(id), m.at(), m.at(), e.Did, e.Noun, [16]byte(e.ID), string(e.Audience), nullable(e.ScopeID), nullable(e.AgencyID),
				[16]byte(by.AccountID), [16]byte(by.AgencyID), string(by.Role), changes)
			if !yield(row, err) {
				return
			}
		}
	})
}

// putUpdatesInOrder numbers the updates of each assignment as they follow each other.
func (y *year) putUpdatesInOrder() {
	seen := make([]int16, len(y.works))
	for i, m := range y.moments {
		if m.kind == updateRecorded {
			y.moments[i].k = seen[m.which]
			seen[m.which]++
		}
	}
	for _, w := range y.works {
		slices.SortFunc(w.updates, time.Time.Compare)
	}
}

// happen does what a moment says and gives it as the stores tell it to the log.
func (y *year) happen(m moment, offices []*office) (event.Entry, access.Actor) {
	e := event.Entry{Did: did[m.kind], Audience: event.ForAgency, ScopeID: &y.scope}
	switch m.kind {
	case sessionStarted:
		o := offices[m.which]
		d := of(14, uint64(m.micros), uint64(m.which)) //nolint:gosec // after 1970
		e.Noun, e.ID, e.Audience, e.ScopeID, e.AgencyID = "session", d.id(m.at()), event.ForAdmin, nil, &o.ID
		e.After = devices[d.IntN(len(devices))]
		return e, y.actor(o.ID)
	case reportSubmitted, reportReturned, reportAccepted:
		o := y.duties[m.which]
		by := y.culture
		if m.kind == reportSubmitted {
			by = y.actor(o.AgencyID)
			y.receipts++
		}
		before := o.move(m, by, y.receipts)
		e.Noun, e.ID, e.AgencyID, e.Before, e.After = "report", o.ID, &o.AgencyID, &before, &o.Line
		return e, by
	default:
		w := y.works[m.which]
		by := y.actor(w.actsFor(m, y))
		before := w.move(m, by)
		e.Noun, e.ID, e.AgencyID, e.After = "assignment", w.ID, &w.AgencyID, &w.Assignment
		switch m.kind {
		case assignmentOpened:
			w.Dress(by, day.Of(m.at(), clock.Zone), 3)
		case updateRecorded:
			u := w.update(int(m.k))
			e.Noun, e.ID, e.After = "progress_update", u.ID, u
		default:
			e.Before = &before
		}
		return e, by
	}
}

var devices = []map[string]any{{"device": "Chrome, Windows"}, {"device": "Chrome, Android"}, {"device": "Edge, Windows"}, {"device": "Safari, iPhone"}, {"device": "Cốc Cốc, Windows"}}

func changesOf(e event.Entry) (string, error) {
	raw, err := wire.Encode(map[string]any{"before": e.Before, "after": e.After})
	return string(raw), err
}

func nullable(id *uuid.UUID) any {
	if id == nil {
		return nil
	}
	return [16]byte(*id)
}
