package planreader

import (
	"strings"

	"lantoa/internal/viet"
)

func (r *tableReader) fillIn(cells map[role][]cell, skip map[role]bool) {
	for _, as := range []role{content, lead, coordinate, mixed, when, other, none} {
		if skip[as] {
			continue
		}
		for _, c := range cells[as] {
			if len(c.lines) > 0 {
				r.cell(as, c)
			}
		}
	}
}

func (r *tableReader) cell(as role, c cell) {
	lines := joinCell(c.lines)
	from := Source{Text: c.text(), Line: c.lines[0].no}
	for _, l := range c.lines {
		l.used = true
	}
	switch as {
	case content:
		if r.open.task.ContentLabel == nil && len(r.open.task.Content) == 0 {
			if label := strings.TrimSpace(r.head.labels[c.column]); label != "" {
				r.open.task.ContentLabel = &label
				r.open.label = from
			}
		}
		for _, l := range lines {
			r.line(r.open, l)
		}
	case when:
		text := c.text()
		if p := pieces(text); len(p) == 1 {
			text = p[0].value
		}
		r.open.addTime(piece{value: text}, from)
	case lead, coordinate, mixed:
		r.agencyCell(as, lines)
	default:
		r.keep(r.open, strings.TrimSpace(r.head.labels[c.column]+": "+from.Text), from)
	}
}

// agencyCell reads the names of a cell, one or several to a line, under their own labels when it has some.
func (r *tableReader) agencyCell(as role, lines []*line) {
	var plain []string
	from := lines[0].source()
	for _, l := range lines {
		parts := pieces(l.body)
		for _, p := range parts {
			switch p.role {
			case lead, coordinate, mixed:
				r.agencies(r.open, p.role, p.value, l.source())
				if p.value == "" {
					as = p.role
				}
			default:
				plain = r.addName(plain, l)
			}
		}
	}
	if len(plain) == 0 {
		return
	}
	text := strings.Join(plain, "\n")
	if f := viet.Fold(text); strings.Contains(f, "phoi hop") || strings.Contains(f, "chu tri") {
		for _, one := range plain {
			r.agencies(r.open, as, one, from)
		}
		return
	}
	r.agencies(r.open, as, text, from)
}

// addName adds a line of names to those above it; a name broken by the narrow column goes on where it was.
func (r *tableReader) addName(plain []string, l *line) []string {
	ws := words(l.body)
	if len(plain) == 0 || l.mark.kind != bare || len(ws) > 0 && r.names.begins(ws, skipLinks(ws, 0)) {
		return append(plain, l.body)
	}
	plain[len(plain)-1] += " " + l.body
	return plain
}

// joinCell puts the broken lines of a cell together; the lines of the cell stay as they are for the list of unread ones.
func joinCell(lines []*line) []*line {
	fresh := make([]*line, 0, len(lines))
	for _, l := range lines {
		one := *l
		fresh = append(fresh, &one)
		l.used = true
	}
	return join(fresh)
}
