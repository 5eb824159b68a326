package fill

import (
	"time"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/plan"
	"lantoa/internal/record"
)

// work is one assignment as it stands while the year goes on.
type work struct {
	assignment.Assignment
	nr      uint64 // among the assignments of all years
	updates []time.Time
}

// assign makes what issuing the plan opens: one assignment for each task and each agency concerned.
func (y *year) assign() {
	for i := range y.plan.Tasks {
		t := &y.plan.Tasks[i]
		leads, coordinators := t.Concerned(y.plan.Resolution)
		for _, ref := range leads {
			y.open(t, ref, assignment.Lead)
		}
		for _, ref := range coordinators {
			y.open(t, ref, assignment.Coordinate)
		}
	}
}

func (y *year) open(t *plan.Task, ref plan.AgencyRef, part assignment.Part) {
	nr := uint64(y.of)<<32 | uint64(len(y.works)) //nolint:gosec // small numbers
	d := of(3, nr)
	at := y.on(time.February, 26)
	w := &work{nr: nr, Assignment: assignment.Assignment{
		Meta: record.Meta{ID: d.id(at), Version: 1, CreatedAt: at, UpdatedAt: at}, PlanID: t.PlanID, TaskID: t.ID,
		Task: assignment.TaskSummary{Ordinal: t.Ordinal, Title: t.Title}, AgencyID: ref.ID, Agency: ref.Name, Part: part,
		Reviewer: access.CultureOffice, State: assignment.Assigned, ScheduleKind: t.Schedule.Kind, StartsOn: t.Schedule.StartsOn,
		DueOn: t.Schedule.DueOn(), AllowedActions: []string{}, IssuerID: t.IssuerID,
	}}
	if ref.ID == y.plan.DrafterID {
		w.Reviewer = access.Leader
	}
	y.works = append(y.works, w)
	y.live(w, d, at)
}

// live throws the dice for the way of one assignment through its year.
func (y *year) live(w *work, d dice, opened time.Time) {
	i := len(y.works) - 1
	y.add(opened, assignmentOpened, i, 0)
	if !y.past() && d.chance(3) {
		return
	}
	received := d.within(opened.AddDate(0, 0, 1), opened.AddDate(0, 0, 12))
	y.add(received, assignmentReceived, i, 0)
	if !y.past() && d.chance(4) {
		return
	}
	started := d.within(received.AddDate(0, 0, 1), received.AddDate(0, 0, 20))
	y.add(started, assignmentStarted, i, 0)
	last := Now
	switch {
	case w.DueOn != nil:
		last = w.DueOn.Time(clock.Zone).AddDate(0, 0, -2)
	case y.past():
		last = y.on(time.December, 10)
	}
	for k := range d.between(18, 24) {
		at := d.within(started.AddDate(0, 0, 1), last)
		w.updates = append(w.updates, at)
		y.add(at, updateRecorded, i, k)
	}
	if !y.past() && (w.DueOn == nil || d.chance(10)) {
		return // still under way, or overdue
	}
	done := d.within(last, last.AddDate(0, 0, 9))
	y.add(done, assignmentHandedIn, i, 0)
	if !y.past() && d.chance(15) {
		return // waits for confirmation
	}
	y.add(d.within(done.AddDate(0, 0, 1), done.AddDate(0, 0, 8)), assignmentConfirmed, i, 0)
}

// update makes one progress update; asked again it is the same.
func (w *work) update(k int) *assignment.Update {
	at := w.updates[k]
	d := of(4, w.nr, uint64(k)) //nolint:gosec // counts from 0
	u := &assignment.Update{Meta: record.Meta{ID: d.id(at), Version: 1, CreatedAt: at, UpdatedAt: at}, AssignmentID: w.ID, PlanID: w.PlanID,
		TaskID: w.TaskID, AgencyID: w.AgencyID, IssuerID: w.IssuerID, DoneOn: day.Of(at, clock.Zone), Text: d.text(d.between(1, 3)),
		Links: []assignment.Link{}, AllowedActions: []string{"attach"}}
	if d.chance(40) {
		u.Links = append(u.Links, assignment.Link{URL: "https://ducpho.quangngai.gov.vn/tin-tuc/" + d.id(at).String(), Title: d.text(1)})
	}
	return u
}

// move does what a moment says, and gives the assignment as it was.
func (w *work) move(m moment, by access.Actor) (before assignment.Assignment) {
	before = w.Assignment
	at := m.at()
	on := day.Of(at, clock.Zone)
	switch m.kind {
	case assignmentReceived:
		w.State = assignment.Received
	case assignmentStarted:
		w.State = assignment.InProgress
	case updateRecorded:
		w.Updates++
		w.UpdatedOn = &on
	case assignmentHandedIn:
		w.State, w.DoneOn, w.Result = assignment.HandedIn, &on, of(5, w.nr).text(3)
	case assignmentConfirmed:
		w.State = assignment.Completed
	default:
		return before
	}
	w.Touch(at)
	w.Dress(by, on, 3)
	return before
}

// actsFor gives who does what a moment says of an assignment.
func (w *work) actsFor(m moment, y *year) uuid.UUID {
	switch {
	case m.kind == assignmentOpened, m.kind == assignmentConfirmed && w.Reviewer == access.Leader:
		return y.scope
	case m.kind == assignmentConfirmed:
		return y.culture.AgencyID
	}
	return w.AgencyID
}
