package planreader

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// reader goes through a document once, from its header to its signature.
type reader struct {
	dir   *Directory
	names *names
	draft *Draft
	lines []*line

	asides   []*line           // page numbers and the like, which stand between the lines
	who      map[*line][]Party // whose duty a line tells
	yearHint string            // beside a blank date: «ngày … tháng … năm 2024»
}

func (r *reader) read() {
	plan := &r.draft.Plan
	kind := r.findKind()
	start := kind + 1
	if kind < 0 {
		start = r.bodyWithoutKind()
	}
	heads := r.readHeader(r.lines[:max(kind, 0)])
	if kind < 0 {
		heads = r.readHeader(r.lines[:start])
	}
	if plan.DocumentKind == "" {
		plan.DocumentKind = r.kindBySymbol(start)
	}
	bodyStart := start + r.readTitle(kind, start)
	tail := bodyStart + r.findTail(r.lines[bodyStart:])
	body := r.lines[bodyStart:tail]
	opening := r.readPreamble(body)
	r.readIssuer(heads, opening, body)
	r.readYear(opening)
	r.useIssuer()
	appendix := r.readTail(r.lines[tail:])
	r.readBody(body, appendix)
	r.finish()
}

// readBody reads the sections of a plan; of another kind of document nothing more is read.
func (r *reader) readBody(body, appendix []*line) {
	plan := &r.draft.Plan
	sections := r.sections(body)
	if plan.DocumentKind != "" && plan.DocumentKind != "KH" || plan.DocumentKind == "" && !hasTasks(sections) {
		plan.LegalBases, plan.Opening = []LegalBasis{}, ""
		r.forget("/legal_bases")
		r.forget("/opening")
		r.warn(NotAPlan, "/document_kind", 0, "kind", plan.DocumentKind)
		return
	}
	if plan.DocumentKind == "" {
		r.warn(kindUnknown, "/document_kind", 0)
	}
	for _, s := range sections {
		r.readSection(s)
	}
	r.readTasks(sections, appendix)
	r.readReporting(sections)
	if len(plan.Tasks) == 0 {
		r.warn(noTasks, "/tasks", 0)
	}
	if plan.Year == nil {
		r.warn(yearUnknown, "/year", 0)
	}
	if plan.Issuer == nil {
		r.warn(issuerUnknown, "/issuer", 0)
	}
}

func hasTasks(sections []section) bool {
	for _, s := range sections {
		if s.subject == aboutTasks {
			return true
		}
	}
	return false
}

// bodyWithoutKind finds where the body of a document without a kind begins: at its first basis, address or section.
func (r *reader) bodyWithoutKind() int {
	for i, l := range r.lines[:min(len(r.lines), 30)] {
		if isBasis(l) || strings.HasPrefix(l.folded, "kinh gui") || l.mark.kind != bare || l.table != nil || strings.HasPrefix(l.folded, "v/v") || len(l.text) > 150 {
			return i
		}
	}
	return 0
}

// kindBySymbol reads the kind off the number, or tells a letter by its «V/v» and «Kính gửi».
func (r *reader) kindBySymbol(start int) string {
	if kind := symbolKind(r.draft.Plan.Number); kind != "" {
		r.draft.Sources["/document_kind"] = r.draft.Sources["/number"]
		return kind
	}
	for _, l := range r.lines[:min(len(r.lines), start+6)] {
		if strings.HasPrefix(l.folded, "v/v ") || strings.HasPrefix(l.folded, "kinh gui") {
			r.draft.Sources["/document_kind"] = l.source()
			return letterKind
		}
	}
	return ""
}

// put notes where a member came from.
func (r *reader) put(pointer string, l *line) { r.draft.Sources[pointer] = l.take() }

// forget drops the sources of a member that was read and put aside.
func (r *reader) forget(prefix string) {
	for pointer := range r.draft.Sources {
		if strings.HasPrefix(pointer, prefix) {
			delete(r.draft.Sources, pointer)
		}
	}
}

// readTitle reads the lines below the kind up to the first that begins the body, and gives their number.
func (r *reader) readTitle(kind, start int) int {
	var parts []string
	first := -1
	if kind >= 0 {
		r.lines[kind].used = true
		if _, rest, _ := kindOf(r.lines[kind].text); rest != "" {
			parts, first = append(parts, rest), kind
		}
	}
	n := 0
	for _, l := range r.lines[start:] {
		if isRule(l.text) {
			l.used = true
			n++
			continue
		}
		if kind < 0 && !strings.HasPrefix(l.folded, "v/v ") || !isTitleLine(l, len(parts)) {
			break
		}
		if first < 0 {
			first = start + n
		}
		parts = append(parts, strings.TrimRight(l.text, " ."))
		l.used = true
		n++
	}
	if first < 0 {
		return n
	}
	title := strings.Join(parts, " ")
	r.draft.Plan.Title = title
	r.draft.Sources["/title"] = Source{Text: title, Line: r.lines[first].no}
	return n
}

func isTitleLine(l *line, had int) bool {
	if l.table != nil || l.mark.kind != bare || len(l.text) > 700 || isBasis(l) && (had > 0 || strings.HasPrefix(l.folded, "can cu")) || subjectOf(l.folded) != aboutOther && isCapitals(l.text) && had > 0 {
		return false
	}
	if strings.HasPrefix(l.folded, "kinh gui") || strings.HasPrefix(l.text, "(") || opensPlan.MatchString(l.folded) && strings.HasSuffix(l.text, ":") {
		return false
	}
	return had == 0 || !endsSentence(l.text) && had < 5 && utf8.RuneCountInString(l.text) < 200
}

// opensPlan finds who issues the plan in the sentence that opens it: «UBND thị xã ban hành Kế hoạch …».
var (
	opensPlan  = regexp.MustCompile(`(?:^|[,;.:] ?)([^,;.:]{2,120}?) (?:ban hanh|xay dung|trien khai|trien khai thuc hien|to chuc thuc hien|to chuc trien khai|de ra|lap) (?:ke hoach|ban ke hoach)`)
	closesPlan = regexp.MustCompile(`^tren day la (?:noi dung )?ke hoach [^.;]*? cua ([^.;,]{2,120}?) ?(?:[.;,]|$)`)
)

// readPreamble reads the legal bases and the opening sentence.
func (r *reader) readPreamble(body []*line) (opening *line) {
	for i, l := range body {
		if l.mark.isHeading() && i > 0 || l.table != nil || i > 60 {
			break
		}
		if len(l.text) > 5000 || l.mark.kind != bare {
			continue
		}
		text := l.body
		a := align(text)
		switch m := opensPlan.FindStringSubmatchIndex(a.folded); {
		case opening != nil:
		case m != nil:
			opening = l
			text = a.slice(0, m[0])
			r.open(l, strings.TrimSpace(a.slice(m[2], len(a.folded))))
		case strings.HasSuffix(text, ":") && !isBasis(l) && !strings.HasPrefix(l.folded, "kinh gui"):
			r.open(l, text)
		}
		if isBasis(l) && text != "" {
			for _, b := range bases(text) {
				r.addBasis(l, b)
			}
		}
	}
	return opening
}

func (r *reader) open(l *line, sentence string) {
	r.draft.Plan.Opening = sentence
	r.put("/opening", l)
}

func (r *reader) addBasis(l *line, b LegalBasis) {
	at := "/legal_bases/" + strconv.Itoa(len(r.draft.Plan.LegalBases))
	r.put(at, l)
	r.draft.Plan.LegalBases = append(r.draft.Plan.LegalBases, b)
	if a := align(b.Text); b.IssuedOn == nil && dateAt.MatchString(a.folded) {
		r.warn(basisImpossible, at+"/issued_on", l.no, "text", b.Text)
	}
}
