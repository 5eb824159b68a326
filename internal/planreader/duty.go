package planreader

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"lantoa/internal/viet"
)

// dutyReader reads the section that says what each agency has to do.
type dutyReader struct {
	*reader
	drafts []*dutyDraft
	heads  int // rank of the marks before agencies; 0 until seen
	mode   subject
	modeAt int // rank of the heading that set the mode
}

// dutyDraft is a responsibility while its lines are read, with the line each part came from.
type dutyDraft struct {
	who    []Party
	named  Source
	duties []string
	from   []Source
}

func (r *reader) readDuties(s section) {
	d := &dutyReader{reader: r, mode: aboutDuties}
	for _, l := range s.lines {
		if l.table == nil && len(l.text) < 20_000 {
			d.line(l)
		}
	}
	d.finish()
}

func (d *dutyReader) line(l *line) {
	if d.turns(l) {
		return
	}
	if d.mode == aboutFunding {
		d.readFunding([]*line{l})
		return
	}
	if d.mode == aboutReporting {
		return // read by readReporting
	}
	if d.isHead(l) && d.begin(l) {
		return
	}
	d.duty(l, l.body)
}

// turns reports a sub-heading that belongs to another member: «Kinh phí thực hiện», «Chế độ báo cáo».
func (d *dutyReader) turns(l *line) bool {
	if !l.mark.isHeading() {
		return false
	}
	f := headText(l)
	if s := subjectOf(f); isShortHead(l) && (s == aboutReporting || s == aboutFunding && strings.HasPrefix(f, "kinh phi")) {
		d.mode, d.modeAt = s, l.mark.rank()
		l.used = true
		return true
	}
	if d.mode != aboutDuties && l.mark.rank() <= d.modeAt {
		d.mode = aboutDuties
	}
	if oneOf(f, "to chuc thuc hien", "phan cong nhiem vu", "phan cong thuc hien", "trach nhiem thuc hien", "phan cong trach nhiem") {
		l.used = true
		return true
	}
	return false
}

// isHead reports a line that may name the agency that the next lines are about.
func (d *dutyReader) isHead(l *line) bool {
	rank := l.mark.rank()
	switch {
	case l.mark.isHeading():
		return d.heads == 0 || rank <= d.heads || d.wholeNames(l.body)
	case d.heads == 0 || d.heads == rank:
		found, rest := d.names.prefix(l.body)
		return len(found) > 0 && (rest == "" || strings.HasPrefix(rest, ":") || found[0].Known())
	}
	return false
}

// wholeNames reports a text that is nothing but known names.
func (d *dutyReader) wholeNames(s string) bool {
	found, rest := d.names.prefix(strings.TrimRight(s, " .:"))
	if len(found) == 0 || strings.TrimSpace(rest) != "" {
		return false
	}
	for _, p := range found {
		if !p.Known() {
			return false
		}
	}
	return true
}

// begin reads a line that names who: alone, before a colon, or at the start of a sentence; false when it names nobody.
func (d *dutyReader) begin(l *line) bool {
	text := strings.TrimRight(l.body, " ")
	if before, after, colon := strings.Cut(text, ":"); colon && utf8.RuneCountInString(before) < 250 {
		if _, rest := d.names.prefix(before); strings.TrimSpace(rest) == "" || !strings.Contains(viet.Fold(before), "chu tri") {
			d.open(l, d.names.list(before))
			if after = strings.TrimSpace(after); after != "" {
				d.duty(l, after)
			}
			return true
		}
	}
	found, rest := d.names.prefix(strings.TrimRight(text, " ."))
	switch {
	case len(found) > 0 && strings.TrimSpace(rest) == "":
		d.open(l, found)
	case len(found) > 0:
		d.open(l, found)
		d.duty(l, text)
	case utf8.RuneCountInString(text) < 150 && !endsSentence(text) && l.mark.isHeading():
		d.open(l, d.names.list(text))
	default:
		return false
	}
	return true
}

func (d *dutyReader) open(l *line, who []Party) {
	if d.heads == 0 {
		d.heads = l.mark.rank()
	}
	d.drafts = append(d.drafts, &dutyDraft{who: who, named: l.take()})
	d.who[l] = who
}

func (d *dutyReader) duty(l *line, text string) {
	if len(d.drafts) == 0 {
		return
	}
	last := d.drafts[len(d.drafts)-1]
	last.duties = append(last.duties, text)
	last.from = append(last.from, l.take())
	d.who[l] = last.who
}

// finish keeps what was read, but a heading over several agencies that are named below it one by one.
func (d *dutyReader) finish() {
	all := &d.draft.Plan.Responsibilities
	for i, draft := range d.drafts {
		if len(draft.duties) == 0 && i+1 < len(d.drafts) && (len(draft.who) != 1 || !draft.who[0].Known()) {
			continue
		}
		at := "/responsibilities/" + strconv.Itoa(len(*all))
		d.draft.Sources[at+"/who"] = draft.named
		for j, from := range draft.from {
			d.draft.Sources[at+"/duties/"+strconv.Itoa(j)] = from
		}
		*all = append(*all, Responsibility{Who: append([]Party{}, draft.who...), Duties: append([]string{}, draft.duties...)})
	}
}
