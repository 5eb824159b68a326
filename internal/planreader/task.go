package planreader

import (
	"strconv"
	"strings"

	"lantoa/internal/viet"
)

// taskDraft is a task while its lines are read, with the line each part came from.
type taskDraft struct {
	task    Task
	title   Source
	label   Source
	content []Source
	leads   Source
	joins   Source
	time    Source

	field    role // what lines without a label add to
	pending  bool // a label stood alone; its values follow
	timeText []string
	mixed    bool
}

// taskReader reads tasks one after the other.
type taskReader struct {
	*reader
	drafts []*taskDraft
}

func (t *taskReader) anyAssigned() bool {
	for _, d := range t.drafts {
		if len(d.task.Leads) > 0 || len(d.timeText) > 0 {
			return true
		}
	}
	return false
}

func (t *taskReader) add(from Source) *taskDraft {
	d := &taskDraft{title: from, field: content}
	d.task = Task{Content: []string{}, Leads: []Party{}, Coordinators: []Party{}}
	t.drafts = append(t.drafts, d)
	return d
}

// open begins a task with its heading; labels inside the heading are read too.
func (t *taskReader) open(l *line) *taskDraft {
	d := t.add(l.take())
	parts := pieces(l.body)
	if parts[0].role == none {
		d.task.Title = strings.TrimRight(t.titleAside(d, parts[0].value, l.source()), " .:;,-–(")
		parts = parts[1:]
		if isAssignment(viet.Fold(d.task.Title)) {
			t.assignedBy(d, d.task.Title, l.source())
		}
	}
	for _, p := range parts {
		t.piece(d, p, l.source())
	}
	return d
}

// titleAside takes who does the work from the brackets behind a title: «Treo pano (Công an xã chủ trì, phối hợp với …)».
func (t *taskReader) titleAside(d *taskDraft, title string, from Source) string {
	at := strings.LastIndexByte(title, '(')
	if at < 1 || !strings.HasSuffix(strings.TrimRight(title, " ."), ")") {
		return title
	}
	aside := strings.Trim(title[at:], " .()")
	if !strings.Contains(viet.Fold(aside), "chu tri") || len(aside) > 500 {
		return title
	}
	t.parted(d, aside, from)
	if len(d.task.Leads) == 0 {
		return title
	}
	return title[:at]
}

// line reads one line below a task's heading.
func (t *taskReader) line(d *taskDraft, l *line) {
	if len(l.body) > 20_000 {
		t.keep(d, l.body, l.take())
		return
	}
	from := l.take()
	for _, p := range pieces(l.body) {
		t.piece(d, p, from)
	}
}

func (t *taskReader) piece(d *taskDraft, p piece, from Source) {
	if p.role == none {
		t.unlabelled(d, p.value, from)
		return
	}
	d.pending = p.value == ""
	d.field = p.role
	switch p.role {
	case content:
		t.contentLabel(d, p, from)
	case other:
		t.keep(d, strings.TrimSpace(p.label+": "+p.value), from)
		d.field = content
	case when:
		d.addTime(p, from)
	default:
		t.agencies(d, p.role, p.value, from)
	}
}

// contentLabel keeps the first label of the content apart; a second one stays in the text.
func (t *taskReader) contentLabel(d *taskDraft, p piece, from Source) {
	if d.task.ContentLabel == nil {
		label := p.label
		d.task.ContentLabel, d.label = &label, from
		if p.value != "" {
			t.keep(d, p.value, from)
		}
		return
	}
	t.keep(d, strings.TrimSpace(p.label+": "+p.value), from)
}

// unlabelled adds to what the last lone label announced; else it is content, or a sentence that assigns the work.
func (t *taskReader) unlabelled(d *taskDraft, text string, from Source) {
	switch {
	case text == "":
	case d.pending && d.field == when:
		d.addTime(piece{value: text}, from)
	case d.pending && (d.field == lead || d.field == coordinate || d.field == mixed):
		t.agencies(d, d.field, text, from)
	case isAssignment(viet.Fold(text)):
		t.assignment(d, text, from)
	default:
		t.keep(d, text, from)
	}
}

func (t *taskReader) keep(d *taskDraft, text string, from Source) {
	d.task.Content = append(d.task.Content, text)
	d.content = append(d.content, from)
}

func (d *taskDraft) addTime(p piece, from Source) {
	if p.value == "" {
		return
	}
	if len(d.timeText) == 0 {
		d.time = from
	}
	d.timeText = append(d.timeText, p.value)
}

// agencies reads the value of a label for agencies, which may itself tell who leads and who joins.
func (t *taskReader) agencies(d *taskDraft, as role, value string, from Source) {
	f := viet.Fold(value)
	if oneOf(strings.Trim(f, " .-–/"), "", "khong", "khong co", "khong co co quan phoi hop") {
		return
	}
	if strings.Contains(f, "phoi hop") || as != coordinate && strings.Contains(f, "chu tri") {
		t.parted(d, value, from)
		return
	}
	found := t.names.list(value)
	if as == coordinate {
		t.join(d, found, from)
		return
	}
	d.mixed = d.mixed || as == mixed && len(found) > 1
	t.lead(d, found, from)
}

func (t *taskReader) lead(d *taskDraft, found []Party, from Source) {
	for _, p := range found {
		if len(d.task.Leads) == 0 {
			d.leads = from
		}
		d.task.Leads = appendNew(d.task.Leads, p)
	}
}

func (t *taskReader) join(d *taskDraft, found []Party, from Source) {
	for _, p := range found {
		if len(d.task.Coordinators) == 0 {
			d.joins = from
		}
		d.task.Coordinators = appendNew(d.task.Coordinators, p)
	}
}

// finish numbers the tasks, reads their times and notes where everything came from.
func (t *taskReader) finish() {
	for i, d := range t.drafts {
		at := "/tasks/" + strconv.Itoa(i)
		d.task.Ordinal = i + 1
		t.schedule(d, at)
		t.sources(d, at)
		if d.task.Title == "" && len(d.task.Content) > 0 {
			d.task.Title = d.task.Content[0]
		}
		if len(d.task.Leads) == 0 {
			t.warn(noLead, at+"/leads", d.title.Line, "ordinal", strconv.Itoa(i+1))
		}
		if d.mixed {
			t.warn(rolesMixed, at+"/leads", d.leads.Line, "ordinal", strconv.Itoa(i+1))
		}
		t.draft.Plan.Tasks = append(t.draft.Plan.Tasks, d.task)
	}
}

func (t *taskReader) schedule(d *taskDraft, at string) {
	plan := &t.draft.Plan
	year := 0
	if plan.Year != nil {
		year = *plan.Year
	}
	s, warning := viet.ReadSchedule(strings.Join(d.timeText, " - "), year, plan.Period)
	d.task.Schedule = s
	if warning != "" {
		t.warn(warning, at+"/schedule", d.time.Line, "text", s.Text)
	}
}

func (t *taskReader) sources(d *taskDraft, at string) {
	note := func(pointer string, from Source) {
		if from.Line > 0 {
			t.draft.Sources[at+pointer] = from
		}
	}
	note("/ordinal", d.title)
	note("/title", d.title)
	note("/content_label", d.label)
	note("/leads", d.leads)
	note("/coordinators", d.joins)
	note("/schedule", d.time)
	for i, from := range d.content {
		note("/content/"+strconv.Itoa(i), from)
	}
}
