package planreader

import (
	"regexp"
	"strings"

	"lantoa/internal/viet"
)

// documentKinds are the kinds of Decree 30/2020, Appendix III, as they stand above the title, with their abbreviations.
func documentKinds() [][2]string {
	return [][2]string{
		{"KẾ HOẠCH", "KH"}, {"BÁO CÁO", "BC"}, {"TỜ TRÌNH", "TTr"}, {"QUYẾT ĐỊNH", "QĐ"}, {"NGHỊ QUYẾT", "NQ"}, {"CHỈ THỊ", "CT"}, {"QUY CHẾ", "QC"},
		{"QUY ĐỊNH", "QyĐ"}, {"THÔNG CÁO", "TC"}, {"THÔNG BÁO", "TB"}, {"HƯỚNG DẪN", "HD"}, {"CHƯƠNG TRÌNH", "CTr"}, {"PHƯƠNG ÁN", "PA"}, {"ĐỀ ÁN", "ĐA"},
		{"DỰ ÁN", "DA"}, {"BIÊN BẢN", "BB"}, {"HỢP ĐỒNG", "HĐ"}, {"CÔNG ĐIỆN", "CĐ"}, {"BẢN GHI NHỚ", "BGN"}, {"BẢN THỎA THUẬN", "BTT"}, {"GIẤY ỦY QUYỀN", "GUQ"},
		{"GIẤY MỜI", "GM"}, {"GIẤY GIỚI THIỆU", "GGT"}, {"GIẤY NGHỈ PHÉP", "GNP"}, {"PHIẾU GỬI", "PG"}, {"PHIẾU CHUYỂN", "PC"}, {"PHIẾU BÁO", "PB"}, {"KẾT LUẬN", "KL"},
	}
}

const letterKind = "CV" // công văn: no kind above the title, «V/v» below the number

// kindOf reads the kind that a line names in capitals, and the text of the title behind it.
func kindOf(text string) (code, rest string, found bool) {
	if len(text) > 600 || !isCapitals(firstWords(text)) {
		return "", "", false
	}
	tight := strings.ReplaceAll(text, " ", "")
	for _, k := range documentKinds() {
		if rest, ok := strings.CutPrefix(text, k[0]); ok && (rest == "" || strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ":")) {
			return k[1], strings.Trim(rest, " :"), true
		}
		if tight == strings.ReplaceAll(k[0], " ", "") {
			return k[1], "", true
		}
	}
	return "", "", false
}

func firstWords(text string) string {
	fields := strings.Fields(text[:min(len(text), 60)])
	return strings.Join(fields[:min(2, len(fields))], " ")
}

// findKind gives the index of the line that names the kind, or -1.
func (r *reader) findKind() int {
	for i, l := range r.lines[:min(len(r.lines), 80)] {
		code, _, found := kindOf(l.text)
		if !found || i > 0 && splitName(r.lines[i-1].text) {
			continue
		}
		r.draft.Plan.DocumentKind = code
		r.put("/document_kind", l)
		return i
	}
	return -1
}

// splitName reports a line whose name goes on in the next one: «PHÒNG TÀI CHÍNH -» above «KẾ HOẠCH».
func splitName(text string) bool {
	return strings.HasSuffix(text, "-") && !isRule(text) || strings.HasSuffix(text, "–") && !isRule(text) || strings.HasSuffix(text, " VÀ")
}

var (
	numberLine = regexp.MustCompile(`(?:^|[\s])so ?:? ?(\d{1,6} ?[/-] ?(?:\d{4} ?/ ?)?[a-z][a-z0-9&]*(?: ?[-/_–] ?[a-z][a-z0-9&]*)*)`)
	blankSo    = regexp.MustCompile(`(?:^|\s)so ?: ?[.…_ ]*/? ?([a-z]+)-[a-z]`)
	placeDate  = regexp.MustCompile(`, ?ngay ?(\d{1,2}) ?(?:thang|/) ?(\d{1,2}) ?(?:nam|/) ?(\d{4})`)
	blankDate  = regexp.MustCompile(`ngay[ .…_\d]*thang[ .…_\d]*nam[ .…_]*(\d{4})?`)
	slogan     = regexp.MustCompile(`cong hoa xa hoi chu nghia viet nam|doc lap ?[-–] ?tu do ?[-–] ?hanh phuc|dang cong san viet nam`)
)

// isFormLine reports a line of the header that no other continues.
func isFormLine(l *line) bool {
	if len(l.folded) > 300 {
		return false
	}
	return slogan.MatchString(l.folded) || strings.HasPrefix(l.folded, "so:") || strings.HasPrefix(l.folded, "so :") || blankDate.MatchString(l.folded) && len(l.folded) < 80
}

// letterhead is one line of the issuer's name above the document.
type letterhead struct {
	name string
	line *line
}

// readHeader reads what stands above the kind: the issuer's names, number, place and date.
func (r *reader) readHeader(lines []*line) (issuer []letterhead) {
	for _, l := range lines {
		if l.table != nil || len(l.text) > 600 {
			continue
		}
		a := align(l.text)
		form := isRule(l.text) || slogan.MatchString(a.folded)
		if r.draft.Plan.Number == nil {
			form = r.readNumber(l, a) || form
		}
		form = r.readIssueDate(l, a) || form
		if form {
			l.used = true
		}
		if name := issuerPart(l); name != "" {
			issuer = append(issuer, letterhead{name, l})
		}
	}
	return issuer
}

func (r *reader) readNumber(l *line, a aligned) bool {
	if m := numberLine.FindStringSubmatchIndex(a.folded); m != nil {
		n := symbol(a.slice(m[2], m[3]))
		r.draft.Plan.Number = &n
		r.put("/number", l)
		return true
	}
	return blankSo.MatchString(a.folded)
}

func (r *reader) readIssueDate(l *line, a aligned) bool {
	if m := placeDate.FindStringSubmatchIndex(a.folded); m != nil {
		on := dateOf(a.folded, m)
		if on == nil {
			r.warn(impossibleIssueDate, "/issued_on", l.no, "text", l.text)
			return false
		}
		r.draft.Plan.IssuedOn = on
		r.put("/issued_on", l)
		return true
	}
	if m := blankDate.FindStringSubmatch(a.folded); m != nil {
		r.yearHint = m[1]
		return true
	}
	return false
}

// issuerPart gives the left column of a header line when it is in capitals and can be part of an agency's name.
func issuerPart(l *line) string {
	parts := columns(l.raw)
	if len(parts) == 0 || isRule(parts[0]) || !isCapitals(parts[0]) {
		return ""
	}
	f := strings.Trim(viet.Fold(parts[0]), " ()[]*")
	if slogan.MatchString(f) || strings.HasPrefix(f, "so:") || strings.HasPrefix(f, "du thao") || oneOf(f, "khan", "thuong khan", "hoa toc", "luu hanh noi bo", "xem xong tra lai") {
		return ""
	}
	return parts[0]
}

// symbolKind gives the kind that the number's symbol names: the KH of «45/KH-UBND».
func symbolKind(number *string) string {
	if number == nil {
		return ""
	}
	rest := strings.TrimLeft(*number, "0123456789")
	if parts := strings.FieldsFunc(rest, func(r rune) bool { return r == '/' || r == '-' }); len(parts) > 0 {
		for _, k := range documentKinds() {
			for _, p := range parts[:min(2, len(parts))] {
				if strings.EqualFold(p, k[1]) {
					return k[1]
				}
			}
		}
	}
	return ""
}
