package planreader

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"lantoa/internal/day"
)

// deadlineAt finds «trước ngày 10/11/2024», «chậm nhất là 17 giờ ngày 10 tháng 11» in folded text: words, hour, minute, day, month, year.
var (
	deadlineAt  = regexp.MustCompile(`(truoc|cham nhat|muon nhat|khong muon hon|khong qua|den het|xong trong)(?: la| vao| den| luc| hon)*(?: (\d{1,2}) ?(?:h|g|gio|:) ?(\d{2})?(?: ?phut)?,?)?(?: ngay)? ?(\d{1,2}) ?(?:/|-|\.|thang) ?(\d{1,2})(?: ?(?:/|-|\.|,? ?nam) ?(\d{4}))?`)
	repeatingAt = regexp.MustCompile(`(?:truoc|cham nhat|vao)(?: la| vao)*(?: ngay)? ?\d{1,2}(?: cua)? (?:hang thang|hang quy|hang nam|moi thang|moi quy|thang cuoi quy|thang cuoi cua quy|thang dau)[a-z ]{0,40}`)
)

// readReporting finds every duty to report by a deadline: in the duties of agencies, in the section on reporting and in the closing sentences.
func (r *reader) readReporting(sections []section) {
	for _, s := range sections {
		switch s.subject {
		case aboutDuties, aboutReporting, aboutClosing:
		default:
			continue
		}
		for _, l := range s.lines {
			if l.table != nil || len(l.text) > 20_000 || !strings.Contains(l.folded, "bao cao") {
				continue
			}
			for _, c := range clauses(l.body) {
				r.reportingIn(l, align(c))
			}
		}
	}
}

// clauses splits a paragraph at semicolons and full stops; a clause that only tells the time stays with the one before.
func clauses(text string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(strings.ReplaceAll(text, ". ", ";"), func(r rune) bool { return r == ';' }) {
		f := strings.TrimSpace(align(part).folded)
		if n := len(out); n > 0 && !strings.Contains(f, "bao cao") && (strings.HasPrefix(f, "thoi gian") || strings.HasPrefix(f, "truoc ngay") || strings.HasPrefix(f, "cham nhat") || strings.HasPrefix(f, "thoi han") || strings.HasPrefix(f, "han ")) {
			out[n-1] += ";" + part
			continue
		}
		out = append(out, part)
	}
	return out
}

func (r *reader) reportingIn(l *line, a aligned) {
	at := strings.Index(a.folded, "bao cao")
	if at < 0 {
		return
	}
	found := deadlineAt.FindAllStringSubmatchIndex(a.folded, 8)
	for _, m := range found {
		text := a.slice(m[0], m[1])
		r.addReporting(l, a, at, text, r.dueBefore(a.folded, m, l, text))
	}
	if len(found) == 0 {
		if m := repeatingAt.FindStringIndex(a.folded); m != nil {
			r.warn(reportingNoDay, "/reporting/"+strconv.Itoa(len(r.draft.Plan.Reporting)), l.no, "text", a.slice(m[0], m[1]))
			r.addReporting(l, a, at, strings.TrimSpace(a.slice(m[0], m[1])), nil)
		}
	}
}

// dueBefore works out the exclusive instant of a deadline; nil for a day that does not exist or has no year.
func (r *reader) dueBefore(folded string, m []int, l *line, text string) *time.Time {
	get := func(i int) int {
		if m[2*i] < 0 {
			return -1
		}
		n, _ := strconv.Atoi(folded[m[2*i]:m[2*i+1]])
		return n
	}
	word := folded[m[2]:m[3]]
	hour, minute, dayOfMonth, month, year := get(2), get(3), get(4), get(5), get(6)
	if year < 0 && r.draft.Plan.Year != nil {
		year = *r.draft.Plan.Year
	}
	if year < 1990 || year > 2200 || !day.Exists(year, time.Month(month), dayOfMonth) || hour > 24 || minute > 59 {
		r.warn(reportingImpossible, "/reporting/"+strconv.Itoa(len(r.draft.Plan.Reporting)), l.no, "text", text)
		return nil
	}
	on := day.New(year, time.Month(month), dayOfMonth)
	due := on.Time(hanoi())
	switch {
	case hour >= 0:
		due = due.Add(time.Duration(hour)*time.Hour + time.Duration(max(minute, 0))*time.Minute)
	case word != "truoc":
		due = on.AddDays(1).Time(hanoi())
	}
	return &due
}

// hanoi is the time zone of Vietnam, which knows no summer time.
func hanoi() *time.Location { return time.FixedZone("+07", 7*60*60) }

func (r *reader) addReporting(l *line, a aligned, at int, text string, due *time.Time) {
	rep := Reporting{Text: text, DueBefore: due, From: r.reporters(l, a, at)}
	rep.Through = r.partyBehind(a, at, "thong qua", "qua")
	rep.To = r.receiver(a, at)
	all := &r.draft.Plan.Reporting
	for _, old := range *all {
		if old.Text == rep.Text && sameParties(old.From, rep.From) && sameDue(old.DueBefore, rep.DueBefore) {
			return
		}
	}
	pointer := "/reporting/" + strconv.Itoa(len(*all))
	if len(rep.From) == 0 {
		r.warn(reportingNobody, pointer+"/from", l.no)
	}
	r.put(pointer, l)
	*all = append(*all, rep)
}

func sameParties(a, b []Party) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].same(b[i]) {
			return false
		}
	}
	return true
}

func sameDue(a, b *time.Time) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Equal(*b)
}

// reporters are the agencies that the clause itself names before «báo cáo», else those whose duty it stands in.
func (r *reader) reporters(l *line, a aligned, at int) []Party {
	if who := r.who[l]; len(who) > 0 {
		return who
	}
	before := a.slice(0, at)
	ws := words(before)
	for i := range ws {
		if i > 0 && ws[i].gap == space && !isLink(ws[i-1].low) && ws[i-1].flat != "cau" && ws[i-1].flat != "nghi" {
			continue
		}
		if !r.names.begins(ws, i) {
			continue
		}
		if found, _ := r.names.prefix(before[ws[i].start:]); len(found) > 0 {
			return found
		}
	}
	return []Party{}
}

// receiver is whom the report goes to: the first agency behind «báo cáo», or behind «cho», «về», «gửi», «đến» after it.
func (r *reader) receiver(a aligned, at int) *Party {
	ws := words(a.text)
	from := a.at(at)
	for i := range ws {
		if ws[i].start <= from {
			continue
		}
		switch ws[i-min(i, 1)].flat {
		case "cao", "cho", "ve", "gui", "den", "voi", "len":
		default:
			continue
		}
		if p, ok := r.agencyAt(a.text, ws, i); ok {
			return p
		}
	}
	return nil
}

// partyBehind is the agency behind one of the words: «qua Phòng Văn hóa và Thông tin», in brackets or not.
func (r *reader) partyBehind(a aligned, at int, behind ...string) *Party {
	for _, word := range behind {
		for from := at; ; {
			i := strings.Index(a.folded[from:], word+" ")
			if i < 0 {
				break
			}
			from += i + len(word) + 1
			rest := strings.TrimLeft(a.slice(from, len(a.folded)), " ")
			rest = strings.NewReplacer("(", ";", ")", ";").Replace(rest)
			if p, ok := r.agencyAt(rest, words(rest), 0); ok {
				return p
			}
		}
	}
	return nil
}

// agencyAt reads one agency that begins at word i and is known, or looks like one.
func (r *reader) agencyAt(s string, ws []word, i int) (*Party, bool) {
	if i >= len(ws) || !r.names.begins(ws, i) || isMany(ws[i].low) && len(r.names.at(ws, i)) == 0 {
		return nil, false
	}
	found, _ := r.names.prefix(s[ws[i].start:])
	if len(found) == 0 {
		return nil, false
	}
	return &found[0], true
}
