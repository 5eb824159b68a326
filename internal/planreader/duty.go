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
	heads  int // rank of the marks before agencies; 0 until seen
	mode   subject
	modeAt int // rank of the heading that set the mode
}

func (r *reader) readDuties(s section) {
	d := &dutyReader{reader: r, mode: aboutDuties}
	for _, l := range s.lines {
		if l.table == nil && len(l.text) < 20_000 {
			d.line(l)
		}
	}
	r.dropEmptyDuties()
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
	all := &d.draft.Plan.Responsibilities
	d.put("/responsibilities/"+strconv.Itoa(len(*all))+"/who", l)
	*all = append(*all, Responsibility{Who: who, Duties: []string{}})
	d.who[l] = who
}

func (d *dutyReader) duty(l *line, text string) {
	all := d.draft.Plan.Responsibilities
	if len(all) == 0 {
		return
	}
	last := &all[len(all)-1]
	d.put("/responsibilities/"+strconv.Itoa(len(all)-1)+"/duties/"+strconv.Itoa(len(last.Duties)), l)
	last.Duties = append(last.Duties, text)
	d.who[l] = last.Who
}

// dropEmptyDuties drops a heading over several agencies that are named below it one by one.
func (r *reader) dropEmptyDuties() {
	all := r.draft.Plan.Responsibilities
	for i := 0; i+1 < len(all); i++ {
		if len(all[i].Duties) > 0 || len(all[i].Who) == 1 && all[i].Who[0].Known() {
			continue
		}
		r.shift("/responsibilities/", i, len(all))
		all = append(all[:i], all[i+1:]...)
		i--
	}
	r.draft.Plan.Responsibilities = all
}

// shift renumbers the sources of a list from which one was dropped.
func (r *reader) shift(prefix string, dropped, count int) {
	r.forget(prefix + strconv.Itoa(dropped) + "/")
	moved := map[string]Source{}
	for pointer, source := range r.draft.Sources {
		rest, ok := strings.CutPrefix(pointer, prefix)
		if !ok {
			continue
		}
		number, tail, _ := strings.Cut(rest, "/")
		if n, err := strconv.Atoi(number); err == nil && n > dropped && n < count {
			delete(r.draft.Sources, pointer)
			moved[prefix+strconv.Itoa(n-1)+"/"+tail] = source
		}
	}
	for pointer, source := range moved {
		r.draft.Sources[pointer] = source
	}
}
