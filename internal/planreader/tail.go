package planreader

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lantoa/internal/viet"
)

// findTail gives the index of the first line of recipients or signature.
func (r *reader) findTail(body []*line) int {
	for i, l := range body {
		if l.table != nil || len(l.raw) > 1000 {
			continue
		}
		for _, part := range columns(l.raw) {
			if isRecipientsHead(part) || isAuthority(part) {
				return i
			}
		}
	}
	return len(body)
}

func isRecipientsHead(part string) bool {
	f := viet.Fold(part)
	return strings.HasPrefix(f, "noi nhan") && len(f) < 400
}

// isAuthority reports a line of a signature block: «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH» (Decree 30/2020, Article 13).
func isAuthority(part string) bool {
	if !isCapitals(part) || utf8.RuneCountInString(part) > 80 {
		return false
	}
	f := viet.Fold(part)
	for _, sign := range []string{"tm.", "kt.", "tl.", "tuq.", "t/m", "k/t", "t/l", "q.", "tm ", "kt ", "tl ", "tuq "} {
		if strings.HasPrefix(f, sign) && len(f) > len(sign) {
			return true
		}
	}
	return isOffice(f)
}

func isOffice(f string) bool {
	for _, office := range []string{"chu tich", "pho chu tich", "truong phong", "pho truong phong", "chanh van phong", "pho chanh van phong", "giam doc", "pho giam doc", "truong ban", "pho truong ban",
		"truong cong an", "pho truong cong an", "hieu truong", "bi thu", "pho bi thu", "chanh thanh tra", "chi huy truong", "thu truong", "vien truong", "cuc truong", "chi cuc truong"} {
		if f == office || strings.HasPrefix(f, office+" ") {
			return true
		}
	}
	return false
}

// tailReader reads recipients and signature, side by side or one below the other.
type tailReader struct {
	*reader
	recipients bool // below «Nơi nhận»
}

// readTail gives the lines of the appendices that follow the signature.
func (r *reader) readTail(lines []*line) []*line {
	t := &tailReader{reader: r}
	for i, l := range lines {
		if l.table != nil || strings.HasPrefix(l.text, "PHỤ LỤC") || strings.HasPrefix(l.text, "Phụ lục") {
			return lines[i:]
		}
		parts := columns(l.raw)
		if len(parts) > 1 && !t.parts(parts) {
			parts = nil
		}
		if len(parts) <= 1 {
			parts = []string{l.text}
		}
		for _, part := range parts {
			t.part(l, part)
		}
	}
	t.capitalName()
	return nil
}

// parts reports whether a wide gap really parts two columns.
func (t *tailReader) parts(parts []string) bool {
	for _, p := range parts {
		if isAuthority(p) || isRecipientsHead(p) || looksLikeName(p) || isCapitals(p) {
			return true
		}
	}
	return false
}

func (t *tailReader) part(l *line, part string) {
	sign := &t.draft.Plan.Signature
	m, body := readMark(part)
	switch {
	case isRule(part), isSealNote(viet.Fold(part)):
		l.used = true
	case isRecipientsHead(part):
		t.recipients = true
		l.used = true
		_, rest, _ := strings.Cut(part, ":")
		for item := range strings.SplitSeq(rest, ";") {
			t.recipient(l, item)
		}
	case isAuthority(part), isCapitals(part) && len(sign.Lines) > 0 && sign.Name == "" && m.kind == bare:
		t.put("/signature/lines/"+strconv.Itoa(len(sign.Lines)), l)
		sign.Lines = append(sign.Lines, part)
	case m.kind != bare && m.kind != roman && t.recipients:
		t.recipient(l, body)
	case sign.Name == "" && len(sign.Lines) > 0 && looksLikeName(part):
		sign.Name = part
		t.put("/signature/name", l)
	case t.recipients && len(sign.Lines) == 0 && !strings.HasPrefix(part, "("):
		t.recipient(l, part)
	}
}

func (t *tailReader) recipient(l *line, item string) {
	item = strings.TrimLeft(item, " -–—+•*")
	item = strings.TrimRight(strings.TrimSpace(item), " ;.,/")
	if item == "" {
		return
	}
	list := &t.draft.Plan.Recipients
	t.put("/recipients/"+strconv.Itoa(len(*list)), l)
	*list = append(*list, item)
}

// capitalName takes the last line of the block for the name when the name too is in capitals.
func (t *tailReader) capitalName() {
	sign := &t.draft.Plan.Signature
	n := len(sign.Lines) - 1
	if sign.Name != "" || n < 1 || isAuthority(sign.Lines[n]) || !looksLikeName(sign.Lines[n]) {
		return
	}
	sign.Name = sign.Lines[n]
	sign.Lines = sign.Lines[:n]
	from := "/signature/lines/" + strconv.Itoa(n)
	t.draft.Sources["/signature/name"] = t.draft.Sources[from]
	delete(t.draft.Sources, from)
}

func isSealNote(f string) bool {
	return oneOf(strings.Trim(f, " ()[]."), "da ky", "ky ten", "ky, ghi ro ho ten", "ky ten, dong dau", "ky, dong dau", "ky ten va dong dau", "da ky va dong dau", "chu ky, dau", "chu ky so")
}

// looksLikeName reports two to six words that each begin with a capital.
func looksLikeName(part string) bool {
	fields := strings.Fields(part)
	if len(fields) < 2 || len(fields) > 7 {
		return false
	}
	for _, w := range fields {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || strings.ContainsAny(w, "0123456789:;,/()") {
			return false
		}
	}
	return true
}
