package report

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"lantoa/internal/access"
	"lantoa/internal/day"
	"lantoa/internal/fault"
	"lantoa/internal/plan"
	"lantoa/internal/round"
	"lantoa/internal/wire"
)

// Editing is what those who write a report may change.
type Editing struct {
	Content   Content        `json:"content"`
	Number    *string        `json:"number" extensions:"x-nullable" example:"112/BC-UBND"` // typed in once the paper is signed
	DatedOn   *day.Day       `json:"dated_on" swaggertype:"string" format:"date" extensions:"x-nullable"`
	Signature plan.Signature `json:"signature"`
} // @name ReportEditing

// Submission hands a report in; with the last content when it was not saved before.
type Submission struct {
	Content *Content `json:"content,omitempty" extensions:"x-nullable"` // the whole content; absent: as saved
} // @name ReportSubmission

// Returning sends a report back to its agency.
type Returning struct {
	Remarks        []Remark   `json:"remarks"`
	Note           string     `json:"note"`                                                       // of the whole; remarks or a note must say why
	ResubmitBefore *time.Time `json:"resubmit_before" format:"date-time" extensions:"x-nullable"` // exclusive, in the future
} // @name ReportReturning

// Exempting frees an agency from this report, by name and with a reason.
type Exempting struct {
	Reason string `json:"reason" example:"Cơ quan sáp nhập từ ngày 01/11"`
} // @name ReportExempting

// SendingBack returns a consolidated report to the culture office.
type SendingBack struct {
	Note string `json:"note"`
} // @name ReportSendingBack

// Approval is the leader's signature on a consolidated report.
type Approval struct {
	Number  string  `json:"number" example:"210/BC-UBND"`
	DatedOn day.Day `json:"dated_on" swaggertype:"string" format:"date" example:"2024-11-20"` // not in the future
} // @name ReportApproval

func (r *Report) editing() Editing {
	return Editing{Content: r.Content, Number: r.Number, DatedOn: r.DatedOn, Signature: r.Signature}
}

// Edit takes a draft's content, number, date and signature. After handing in only the last three may still change.
func (r *Report) Edit(by access.Actor, in Editing, today day.Day) error {
	if err := r.move(r.editVerb(in.Content), by); err != nil {
		return err
	}
	if err := in.check(today); err != nil {
		return err
	}
	if err := in.Content.check(r.Sections, r.Kind); err != nil {
		return err
	}
	r.write(in.Content)
	r.Number, r.DatedOn, r.Signature = in.Number, in.DatedOn, in.Signature
	if in.Number != nil {
		r.Number = new(strings.TrimSpace(*in.Number))
	}
	return nil
}

func (r *Report) editVerb(c Content) string {
	written, errWritten := wire.Encode(r.Content)
	wanted, errWanted := wire.Encode(c)
	if errWritten == nil && errWanted == nil && bytes.Equal(written, wanted) {
		return "sign"
	}
	return "edit"
}

func (in Editing) check(today day.Day) error {
	var c fault.Check
	c.Require(in.Number == nil || (strings.TrimSpace(*in.Number) != "" && utf8.RuneCountInString(*in.Number) <= 50), "/number", "report.number")
	c.Require(in.DatedOn == nil || !in.DatedOn.After(today), "/dated_on", "report.dated_in_the_future")
	c.Count(len(in.Signature.Lines), 10, "/signature/lines")
	for i, line := range in.Signature.Lines[:min(len(in.Signature.Lines), 10)] {
		checkShort(&c, line, "/signature/lines/"+strconv.Itoa(i))
	}
	checkShort(&c, in.Signature.Name, "/signature/name")
	return c.Err()
}

// write takes a checked content and works out how far it is.
func (r *Report) write(c Content) {
	if c.Sections == nil {
		c.Sections = map[string]Entry{}
	}
	r.Content = c
	r.Progress, _ = c.progress(r.Sections, r.Kind)
}

// Submit hands the report in at an instant, with the last content when one comes along; the first handing-in decides whether
// it is on time. report.empty (422) when no section says anything.
func (r *Report) Submit(by access.Actor, in Submission, now time.Time) error {
	if err := r.move("submit", by); err != nil {
		return err
	}
	if in.Content != nil {
		if err := in.Content.check(r.Sections, r.Kind); err != nil {
			return err
		}
		r.write(*in.Content)
	}
	if r.empty() {
		return fault.AtField("/content", "report.empty")
	}
	_, r.Nil = r.Content.progress(r.Sections, r.Kind)
	r.Revision, r.HandedIn = r.Revision+1, true
	r.SubmittedAt, r.ResubmitBefore = &now, nil
	if r.FirstSubmittedAt == nil {
		r.FirstSubmittedAt = &now
	}
	return nil
}

func (r *Report) empty() bool {
	for _, p := range r.Progress {
		if p != NotStarted {
			return false
		}
	}
	return r.Kind == OfAgency || !slices.ContainsFunc(r.Content.narrative(), func(p part) bool { return p.words != "" })
}

// Accept takes the report as handed in.
func (r *Report) Accept(by access.Actor, now time.Time) error {
	if err := r.move("accept", by); err != nil {
		return err
	}
	r.AcceptedAt = &now
	return nil
}

// Return sends the report back with remarks on its sections and figures; an accepted one too, until the round is locked.
func (r *Report) Return(by access.Actor, in Returning, now time.Time) error {
	if err := r.move("return", by); err != nil {
		return err
	}
	var c fault.Check
	c.Require(in.Note != "" || len(in.Remarks) > 0, "/note", "input.required")
	c.Count(len(in.Remarks), maxShort, "/remarks")
	for i, remark := range in.Remarks[:min(len(in.Remarks), maxShort)] {
		remark.check(&c, r.Sections, "/remarks/"+strconv.Itoa(i))
	}
	checkWords(&c, in.Note, "/note")
	c.Require(in.ResubmitBefore == nil || in.ResubmitBefore.After(now), "/resubmit_before", "report.resubmit_in_the_past")
	if err := c.Err(); err != nil {
		return err
	}
	r.Remarks, r.ReturnNote, r.ResubmitBefore, r.AcceptedAt, r.HandedIn = in.Remarks, in.Note, in.ResubmitBefore, nil, false
	if r.Remarks == nil {
		r.Remarks = []Remark{}
	}
	return nil
}

func (m Remark) check(c *fault.Check, sections []round.Section, at string) {
	c.Require(strings.TrimSpace(m.Text) != "", at+"/text", "input.required")
	checkWords(c, m.Text, at+"/text")
	i := slices.IndexFunc(sections, func(s round.Section) bool { return s.Code == m.Section })
	c.Require(i >= 0, at+"/section", "report.unknown_section")
	if i >= 0 && m.Indicator != nil {
		known := slices.ContainsFunc(sections[i].Indicators, func(i round.Indicator) bool { return i.Code == *m.Indicator })
		c.Require(known, at+"/indicator", "report.unknown_indicator")
	}
}

// Exempt frees the agency from this report; only before anything was handed in.
func (r *Report) Exempt(by access.Actor, in Exempting) error {
	if err := r.move("exempt", by); err != nil {
		return err
	}
	var c fault.Check
	c.Require(strings.TrimSpace(in.Reason) != "", "/reason", "input.required")
	checkWords(&c, in.Reason, "/reason")
	r.ExemptReason = &in.Reason
	return c.Err()
}

// SendBack returns a consolidated report to the culture office; its figures live again.
func (r *Report) SendBack(by access.Actor, in SendingBack) error {
	if err := r.move("send_back", by); err != nil {
		return err
	}
	var c fault.Check
	c.Require(strings.TrimSpace(in.Note) != "", "/note", "input.required")
	checkWords(&c, in.Note, "/note")
	r.ReturnNote, r.Frozen, r.HandedIn = in.Note, nil, false
	return c.Err()
}

// Approve signs a consolidated report with its number and date.
func (r *Report) Approve(by access.Actor, in Approval, now time.Time, today day.Day) error {
	if err := r.move("approve", by); err != nil {
		return err
	}
	if in.DatedOn.IsZero() {
		return fault.AtField("/dated_on", "input.required")
	}
	if err := (Editing{Number: &in.Number, DatedOn: &in.DatedOn}).check(today); err != nil {
		return err
	}
	r.Number, r.DatedOn, r.AcceptedAt = new(strings.TrimSpace(in.Number)), &in.DatedOn, &now
	return nil
}
