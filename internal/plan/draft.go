package plan

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"lantoa/internal/clock"
	"lantoa/internal/record"
	"lantoa/internal/viet"
)

// Draft is a whole plan as its drafters write it, or as it was read of a document; what a plan has beside it is not theirs to set.
type Draft struct {
	Issuer *Party  `json:"issuer" extensions:"x-nullable"`              // null: the committee under which it is made
	Year   *int    `json:"year" extensions:"x-nullable" example:"2024"` // null only where a document does not tell it
	Period *Period `json:"period" extensions:"x-nullable"`              // null: the whole year
	Content
	Tasks     []TaskDraft `json:"tasks"`
	Unmatched []Unmatched `json:"unmatched"` // told by an import, not read
} // @name PlanDraft

// TaskDraft is one task as its drafters write it.
type TaskDraft struct {
	ID *uuid.UUID `json:"id" format:"uuid" extensions:"x-nullable"` // null: a new task
	TaskContent
} // @name TaskDraft

// Draft gives what may be edited, as it stands.
func (p *Plan) Draft() Draft {
	d := Draft{Issuer: &p.Issuer, Year: &p.Year, Period: &p.Period, Content: p.Content, Tasks: make([]TaskDraft, len(p.Tasks)), Unmatched: []Unmatched{}}
	for i := range p.Tasks {
		d.Tasks[i] = TaskDraft{ID: &p.Tasks[i].ID, TaskContent: p.Tasks[i].TaskContent}
	}
	return d
}

// The limits of a plan's texts, in letters, and of its lists, in items.
const (
	titleLength  = 500
	numberLength = 50
	textLength   = 20_000
	listLength   = 500
)

// settle brings a draft into its kept form (lists never null, the year's period, ordinals) and names every broken rule with its place.
func (d *Draft) settle() error {
	d.fillIn()
	var c check
	d.checkHead(&c)
	d.checkParts(&c)
	for i := range min(len(d.Tasks), listLength) {
		d.Tasks[i].check(&c, at("/tasks", i))
	}
	c.list("/tasks", len(d.Tasks))
	d.checkOrdinals(&c)
	d.checkParties(&c)
	return c.Err()
}

func (d *Draft) fillIn() {
	if d.DocumentKind == "" {
		d.DocumentKind = "KH"
	}
	if d.Period == nil && d.Year != nil {
		d.Period = new(Period(viet.YearPeriod(*d.Year)))
	}
	for _, list := range []*[]string{&d.Purposes, &d.Requirements, &d.Recipients, &d.Signature.Lines} {
		*list = some(*list)
	}
	d.LegalBases, d.Responsibilities, d.Reporting = some(d.LegalBases), some(d.Responsibilities), some(d.Reporting)
	d.SettledGroups = some(d.SettledGroups)
	for i := range d.Responsibilities {
		r := &d.Responsibilities[i]
		r.Who, r.Duties = some(r.Who), some(r.Duties)
	}
	for i := range d.Reporting {
		r := &d.Reporting[i]
		r.From = some(r.From)
		if r.DueBefore != nil {
			local := r.DueBefore.In(clock.Zone)
			r.DueBefore = &local
		}
	}
	for i := range d.SettledGroups {
		d.SettledGroups[i].AgencyIDs = some(d.SettledGroups[i].AgencyIDs)
	}
	for i := range d.Tasks {
		d.Tasks[i].fillIn(i)
	}
}

func (t *TaskDraft) fillIn(i int) {
	t.Content, t.Leads, t.Coordinators = some(t.Content), some(t.Leads), some(t.Coordinators)
	if t.Ordinal == 0 {
		t.Ordinal = i + 1
	}
	if t.Schedule.Kind == "" {
		t.Schedule.Kind = viet.Unspecified
	}
}

func (d *Draft) checkHead(c *check) {
	const firstYear, lastYear = 1945, 2199
	c.required("/document_kind", d.DocumentKind, 20)
	c.required("/title", d.Title, titleLength)
	c.Require(d.Year != nil && *d.Year >= firstYear && *d.Year <= lastYear, "/year", "plan.year")
	if d.Period != nil {
		c.Require(!d.Period.StartsOn.IsZero(), "/period/starts_on", "input.required")
		c.Require(!d.Period.EndsOn.IsZero(), "/period/ends_on", "input.required")
		c.Require(!d.Period.EndsOn.Before(d.Period.StartsOn), "/period/ends_on", "input.order")
	}
	if d.Number != nil {
		c.required("/number", *d.Number, numberLength)
	}
	c.text("/funding", d.Funding, textLength)
	c.text("/opening", d.Opening, textLength)
	c.text("/closing", d.Closing, textLength)
	c.text("/note", d.Note, textLength)
	c.text("/signature/name", d.Signature.Name, titleLength)
}

func (d *Draft) checkParts(c *check) {
	c.texts("/purposes", d.Purposes)
	c.texts("/requirements", d.Requirements)
	c.texts("/recipients", d.Recipients)
	c.texts("/signature/lines", d.Signature.Lines)
	c.list("/legal_bases", len(d.LegalBases))
	for i, basis := range d.LegalBases[:min(len(d.LegalBases), listLength)] {
		p := at("/legal_bases", i)
		if basis.Number != nil {
			c.required(p+"/number", *basis.Number, numberLength)
		}
		c.text(p+"/issuer", basis.Issuer, titleLength)
		c.text(p+"/subject", basis.Subject, textLength)
		c.text(p+"/text", basis.Text, textLength)
	}
	c.list("/responsibilities", len(d.Responsibilities))
	for i := range d.Responsibilities[:min(len(d.Responsibilities), listLength)] {
		c.texts(at("/responsibilities", i)+"/duties", d.Responsibilities[i].Duties)
	}
	c.list("/reporting", len(d.Reporting))
	for i := range d.Reporting[:min(len(d.Reporting), listLength)] {
		r := &d.Reporting[i]
		c.text(at("/reporting", i)+"/text", r.Text, textLength)
		c.Require(r.DueBefore == nil || r.DueBefore.Year() > 1900 && r.DueBefore.Year() < 2200, at("/reporting", i)+"/due_before", "input.date")
	}
	d.checkSettled(c)
}

func (d *Draft) checkSettled(c *check) {
	c.list("/settled_groups", len(d.SettledGroups))
	seen := map[uuid.UUID]bool{}
	for i, s := range d.SettledGroups[:min(len(d.SettledGroups), listLength)] {
		p := at("/settled_groups", i)
		c.Require(!seen[s.GroupID], p+"/group_id", "plan.twice")
		c.Require(s.Empty == (len(s.AgencyIDs) == 0), p+"/agency_ids", "plan.settled_how")
		c.list(p+"/agency_ids", len(s.AgencyIDs))
		seen[s.GroupID] = true
	}
}

func (t *TaskDraft) check(c *check, p string) {
	c.required(p+"/title", t.Title, titleLength)
	if t.ContentLabel != nil {
		c.required(p+"/content_label", *t.ContentLabel, titleLength)
	}
	c.texts(p+"/content", t.Content)
	s := t.Schedule
	c.text(p+"/schedule/text", s.Text, textLength)
	c.Require(slices.Contains(scheduleKinds(), s.Kind), p+"/schedule/kind", "input.unknown_value")
	c.Require(s.StartsOn == nil || s.EndsOn == nil || !s.EndsOn.Before(*s.StartsOn), p+"/schedule/ends_on", "input.order")
	c.Require(s.Kind != viet.Unspecified || s.StartsOn == nil && s.EndsOn == nil, p+"/schedule/kind", "plan.unspecified_with_days")
}

func scheduleKinds() []viet.ScheduleKind {
	return []viet.ScheduleKind{viet.Quarters, viet.Range, viet.Date, viet.Continuous, viet.Recurring, viet.Unspecified}
}

func (d *Draft) checkOrdinals(c *check) {
	seen := map[int]bool{}
	for i, t := range d.Tasks {
		c.Require(t.Ordinal > 0 && t.Ordinal <= 10_000, at("/tasks", i)+"/ordinal", "input.unknown_value")
		c.Require(!seen[t.Ordinal], at("/tasks", i)+"/ordinal", "plan.twice")
		seen[t.Ordinal] = true
	}
}

func (d *Draft) checkParties(c *check) {
	lists := map[string]int{}
	for pointer, p := range d.parties() {
		c.text(pointer, p.Agency+p.Group, titleLength)
		agency, group := p.Agency != "" || p.AgencyID != nil, p.Group != "" || p.GroupID != nil
		c.Require(agency != group, pointer, "plan.party_form")
		c.Require(!group || !isOffice(pointer), pointer, "plan.not_a_group")
		lists[pointer[:strings.LastIndexByte(pointer, '/')]]++
	}
	for pointer, n := range lists {
		c.list(pointer, n)
	}
}

// isOffice tells the places that one agency holds, never a group: the issuer, and whom and through whom one reports.
func isOffice(pointer string) bool {
	return pointer == "/issuer" || strings.HasSuffix(pointer, "/to") || strings.HasSuffix(pointer, "/through")
}

// tasksOf gives the draft's tasks as rows of the plan; an id that is none of its tasks' is input.reference.
func (d *Draft) tasksOf(p *Plan) ([]Task, error) {
	var c check
	known, used := map[uuid.UUID]*Task{}, map[uuid.UUID]bool{}
	for i := range p.Tasks {
		known[p.Tasks[i].ID] = &p.Tasks[i]
	}
	tasks := make([]Task, len(d.Tasks))
	for i, draft := range d.Tasks {
		tasks[i] = Task{Meta: record.NewMeta(p.UpdatedAt), PlanID: p.ID, IssuerID: p.IssuerID, TaskContent: draft.TaskContent}
		if draft.ID == nil {
			continue
		}
		old := known[*draft.ID]
		c.Require(old != nil, at("/tasks", i)+"/id", "input.reference")
		c.Require(!used[*draft.ID], at("/tasks", i)+"/id", "plan.twice")
		if used[*draft.ID] = true; old != nil {
			tasks[i].Meta = old.Meta
		}
	}
	return tasks, c.Err()
}
