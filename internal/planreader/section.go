package planreader

import (
	"strings"
	"unicode/utf8"

	"lantoa/internal/viet"
)

// subject is what a section of the plan is about, told from its heading.
type subject uint8

const (
	aboutOther subject = iota
	aboutPurposes
	aboutTasks
	aboutFunding
	aboutDuties
	aboutReporting
	aboutTime
	aboutBases
	aboutClosing
)

// section is a heading and the lines below it; the first has no heading.
type section struct {
	head    *line
	subject subject
	lines   []*line
}

// subjectOf tells what a folded heading is about.
func subjectOf(f string) subject {
	has := func(parts ...string) bool {
		for _, p := range parts {
			if strings.Contains(f, p) {
				return true
			}
		}
		return false
	}
	switch {
	case len(f) > 250:
		return aboutOther
	case has("to chuc thuc hien", "phan cong", "trach nhiem", "to chuc trien khai"):
		return aboutDuties
	case has("che do bao cao", "che do thong tin", "thong tin, bao cao", "thong tin bao cao"), f == "bao cao":
		return aboutReporting
	case has("kinh phi", "nguon luc"):
		return aboutFunding
	case has("muc dich", "yeu cau", "muc tieu"):
		return aboutPurposes
	case has("nhiem vu", "noi dung", "hoat dong", "giai phap", "cong viec"):
		return aboutTasks
	case has("thoi gian", "tien do"):
		return aboutTime
	case strings.HasPrefix(f, "can cu"), has("co so phap ly"):
		return aboutBases
	}
	return aboutOther
}

// sections splits the body at its headings: Roman numbers, capital letters, else plain numbers or capitals that name a known subject.
func (r *reader) sections(body []*line) []section {
	top := topMark(body)
	out := []section{{}}
	for _, l := range body {
		switch {
		case isClosing(l):
			out = append(out, section{subject: aboutClosing, lines: []*line{l}})
		case isSectionHead(l, top):
			l.used = true
			out = append(out, section{head: l, subject: subjectOf(headText(l))})
		default:
			last := &out[len(out)-1]
			last.lines = append(last.lines, l)
		}
	}
	return out
}

// topMark finds how the sections of this document are numbered: the outermost mark that stands before a known subject.
func topMark(body []*line) markKind {
	best := bare
	numbered := 0
	for _, l := range body {
		if l.table != nil || l.mark.kind > number || subjectOf(headText(l)) == aboutOther {
			continue
		}
		if l.mark.kind == number {
			if l.mark.depth == 1 && isShortHead(l) {
				numbered++
			}
			continue
		}
		best = min(best, l.mark.kind)
	}
	if best == bare && numbered > 1 {
		return number
	}
	return best
}

func isShortHead(l *line) bool {
	return utf8.RuneCountInString(l.body) < 100 && !strings.HasSuffix(l.body, ";")
}

func headText(l *line) string { return strings.Trim(l.folded, " .:") }

func isSectionHead(l *line, top markKind) bool {
	if l.table != nil || len(l.text) > 600 {
		return false
	}
	known := subjectOf(headText(l)) != aboutOther
	switch l.mark.kind {
	case top:
		if top == number {
			return l.mark.depth == 1 && known && isShortHead(l)
		}
		return true
	case upper, roman:
		return top == bare || known && isCapitals(l.body) && top != upper
	case bare:
		return known && isCapitals(l.body) && len(l.body) < 250
	default:
		return false
	}
}

// isClosing reports the formula that ends a plan.
func isClosing(l *line) bool {
	if l.mark.kind != bare || l.table != nil {
		return false
	}
	for _, start := range []string{"tren day la", "trong qua trinh trien khai", "trong qua trinh thuc hien", "trong qua trinh to chuc", "yeu cau cac co quan", "yeu cau thu truong", "yeu cau cac phong", "yeu cau cac ban", "can cu ke hoach nay", "de nghi cac co quan"} {
		if strings.HasPrefix(l.folded, start) {
			return true
		}
	}
	return false
}

// readSection reads a section into the member it is about; tasks are read apart, all together.
func (r *reader) readSection(s section) {
	switch s.subject {
	case aboutPurposes:
		r.readPurposes(s)
	case aboutFunding:
		r.readFunding(s.lines)
	case aboutDuties:
		r.readDuties(s)
	case aboutTime:
		r.readPeriod(s.lines)
	case aboutBases:
		r.readBasesSection(s.lines)
	case aboutClosing:
		r.readClosing(s.lines)
	case aboutTasks, aboutReporting, aboutOther: // tasks and reporting are read across sections
	}
}

// readClosing reads the sentences that end the plan, up to «./.».
func (r *reader) readClosing(lines []*line) {
	closing := &r.draft.Plan.Closing
	for _, l := range lines {
		if l.table != nil || l.mark.kind != bare {
			continue
		}
		if *closing == "" {
			r.put("/closing", l)
		} else {
			*closing += " "
		}
		l.used = true
		*closing += strings.TrimSpace(strings.TrimSuffix(l.body, "./."))
		if strings.HasSuffix(l.body, "./.") {
			*closing += "."
			return
		}
	}
}

func (r *reader) readBasesSection(lines []*line) {
	for _, l := range lines {
		if l.table != nil || l.used || len(l.text) > 5000 {
			continue
		}
		if symbolAt.MatchString(l.folded) || dateAt.MatchString(l.folded) {
			for _, b := range bases(l.body) {
				r.addBasis(l, b)
			}
		}
	}
}

func (r *reader) readFunding(lines []*line) {
	for _, l := range lines {
		if l.table != nil {
			continue
		}
		if r.draft.Plan.Funding != "" {
			r.draft.Plan.Funding += "\n"
		} else {
			r.draft.Sources["/funding"] = l.source()
		}
		l.used = true
		r.draft.Plan.Funding += l.body
	}
}

// readPeriod takes the plan's period from a section about its time, when that names both ends.
func (r *reader) readPeriod(lines []*line) {
	plan := &r.draft.Plan
	for _, l := range lines {
		if l.table != nil || len(l.text) > 500 {
			continue
		}
		year := 0
		if plan.Year != nil {
			year = *plan.Year
		}
		text := l.body
		for _, p := range pieces(l.body) {
			if p.role == when {
				text = p.value
			}
		}
		s, _ := viet.ReadSchedule(text, year, nil)
		if s.Kind != viet.Range && s.Kind != viet.Quarters || s.StartsOn == nil || s.EndsOn == nil {
			continue
		}
		plan.Period = &Period{StartsOn: *s.StartsOn, EndsOn: *s.EndsOn}
		r.put("/period", l)
		return
	}
}
