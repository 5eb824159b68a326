package fill

import (
	"fmt"
	"time"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/figure"
	"lantoa/internal/plan"
	"lantoa/internal/record"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// duty is one report as it stands while the year goes on; its content is made where it is written.
type duty struct {
	report.Line
	nr        uint64
	round     *round.Round
	begun     int // sections that are written
	revisions []*report.Revision
}

// owe makes what a round owes: a report of each agency that the plan's reporting duty names.
func (y *year) owe() {
	ordinals := map[[16]byte][]int{}
	for _, w := range y.works {
		ordinals[w.AgencyID] = append(ordinals[w.AgencyID], w.Task.Ordinal)
	}
	for n, r := range y.rounds {
		for _, ref := range y.plan.Resolution.Agencies(y.plan.Reporting[n].From) {
			if ref.ID == r.To.AgencyID || ref.ID == r.Through.AgencyID {
				continue
			}
			nr := uint64(y.of)<<32 | uint64(len(y.duties)) //nolint:gosec // small numbers
			at := y.on(time.February, 26)
			due := r.DueBefore
			o := &duty{nr: nr, round: r, Line: report.Line{Meta: record.Meta{ID: of(6, nr).id(at), Version: 1, CreatedAt: at, UpdatedAt: at}, Kind: report.OfAgency,
				RoundID: r.ID, PlanID: r.PlanID, IssuerID: r.IssuerID, AgencyID: ref.ID, AgencyName: ref.Name, AgencyKind: y.offices[ref.ID].Kind, Title: r.Title,
				DueBefore: &due, State: report.Draft, SectionCodes: r.Codes(ordinals[ref.ID]), Remarks: []report.Remark{}}}
			y.duties = append(y.duties, o)
			y.report(o, len(y.duties)-1, of(7, nr))
		}
	}
}

// report throws the dice for the way of one report through its round. Of the first round of 2024 every report is accepted:
// that is the one whose consolidation is measured.
func (y *year) report(o *duty, i int, d dice) {
	due := o.round.DueBefore
	whole := !y.past() && due.Month() == time.April
	switch {
	case due.After(Now.AddDate(0, 1, 0)): // drafts for the autosave
		o.begun = d.between(0, len(o.SectionCodes))
		return
	case !whole && d.chance(2):
		o.State, o.ExemptReason, o.Version = report.Exempted, new("Cơ quan sắp xếp lại, sáp nhập trong kỳ báo cáo"), 2
		return
	case !whole && d.chance(2), due.After(Now) && d.chance(45):
		o.begun = d.between(0, len(o.SectionCodes)-1)
		return // missing, or still a draft
	}
	o.begun = len(o.SectionCodes)
	first := d.within(due.AddDate(0, 0, -21), due)
	if !whole && d.chance(8) {
		first = d.within(due.AddDate(0, 0, 1), due.AddDate(0, 0, 12))
	}
	if due.After(Now) {
		first = d.within(Now.AddDate(0, 0, -21), Now.AddDate(0, 0, -1))
	}
	y.add(first, reportSubmitted, i, 0)
	if due.After(Now) && d.chance(60) {
		return // waits for review
	}
	next := d.within(first.AddDate(0, 0, 1), first.AddDate(0, 0, 5))
	if d.chance(10) {
		y.add(next, reportReturned, i, 0)
		if due.After(Now) {
			return
		}
		next = d.within(next.AddDate(0, 0, 1), next.AddDate(0, 0, 6))
		y.add(next, reportSubmitted, i, 1)
		next = d.within(next.AddDate(0, 0, 1), next.AddDate(0, 0, 4))
	}
	y.add(next, reportAccepted, i, 0)
}

// move does what a moment says, and gives the report as it was.
func (o *duty) move(m moment, by access.Actor, receipt int) (before report.Line) {
	before = o.Line
	at := m.at()
	switch m.kind {
	case reportSubmitted:
		o.State, o.SubmittedAt, o.ResubmitBefore = report.Submitted, &at, nil
		o.Revision, o.HandedIn = o.Revision+1, true
		o.Receipt = new(fmt.Sprintf("BN-%d-%04d", at.Year(), receipt))
		if o.FirstSubmittedAt == nil {
			o.FirstSubmittedAt = &at
			o.Number, o.DatedOn = new(fmt.Sprintf("%d/BC-UBND", o.nr%400+1)), new(day.Of(at, clock.Zone))
		}
		o.Progress, o.Nil = o.progress()
		o.revisions = append(o.revisions, &report.Revision{ID: of(8, o.nr, uint64(o.Revision)).id(at), ReportID: o.ID, Number: o.Revision, //nolint:gosec // counts from 1
			Receipt: *o.Receipt, SubmittedAt: at, SubmittedBy: by.AccountID})
	case reportReturned:
		o.State, o.AcceptedAt, o.HandedIn, o.ReturnNote = report.Returned, nil, false, "Đề nghị bổ sung, rà soát lại số liệu."
		o.Remarks = []report.Remark{{Section: o.SectionCodes[0], Text: of(9, o.nr).text(1)}}
		o.ResubmitBefore = new(day.Of(at, clock.Zone).AddDays(7).Time(clock.Zone))
	case reportAccepted:
		o.State, o.AcceptedAt = report.Accepted, &at
	default:
		return before
	}
	o.Touch(at)
	o.Dress(by, at, 3)
	return before
}

// isNil says which sections have nothing to tell; one agency in thirty has nothing in any.
func (o *duty) isNil(section int) bool {
	return o.nr%31 == 0 || of(10, o.nr, uint64(section)).chance(8) //nolint:gosec // counts from 0
}

func (o *duty) progress() (map[string]report.Progress, bool) {
	by, allNil := map[string]report.Progress{}, true
	for i, code := range o.SectionCodes {
		switch {
		case i >= o.begun:
			by[code] = report.NotStarted
		case o.isNil(i):
			by[code] = report.IsNil
		default:
			by[code] = report.Done
		}
		allNil = allNil && by[code] == report.IsNil
	}
	return by, allNil
}

// content is what the report says; asked again it is the same.
func (o *duty) content() report.Content {
	c := report.Content{Sections: map[string]report.Entry{}}
	for i, s := range o.round.Owed(o.SectionCodes[:o.begun]) {
		d := of(11, o.nr, uint64(i)) //nolint:gosec // counts from 0
		e := report.Entry{Values: map[string]report.Value{}}
		if o.isNil(i) {
			e.Nil = true
			c.Sections[s.Code] = e
			continue
		}
		e.Text = d.text(d.between(2, 5))
		for _, indicator := range s.Indicators {
			e.Values[indicator.Code] = d.value(indicator, *o.DueBefore)
		}
		c.Sections[s.Code] = e
	}
	return c
}

func (d dice) value(i round.Indicator, due time.Time) report.Value {
	v := report.Value{Value: new(figure.Whole(int64(d.between(0, 480))))}
	switch i.Kind {
	case round.Pair:
		v.Value2 = new(figure.Whole(int64(d.between(20, 9000))))
	case round.Stock:
		v.AsOf = new(round.LastGoodDay(due))
	case round.Text:
		return report.Value{Text: d.text(1)}
	default:
	}
	if d.chance(5) {
		v.Qualifier = new(figure.MoreThan)
	}
	return v
}

// whole gives the report with its content, as it is kept: of a year that is summed up it is locked.
func (o *duty) whole(locked bool) *report.Report {
	r := &report.Report{Line: o.Line, Content: o.content(), Signature: plan.Signature{Lines: []string{"CHỦ TỊCH"}}}
	r.Progress, _ = o.progress()
	if locked && r.State != report.Exempted {
		r.State = report.Locked
		r.Version++
	}
	return r
}
