package planreader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lantoa/internal/viet"
	"lantoa/internal/wire"
)

// line is one paragraph of the document, put together again where it was broken.
type line struct {
	no   int    // where it begins, counted from 1
	raw  string // with its tabs and wide gaps, which part columns
	text string // one space between words
	mark mark   // the number, letter or dash it begins with
	body string // the text behind the mark

	folded string // body as viet.Fold gives it
	table  *table // a table that stands here instead of text
	parted bool   // begins a cell or a table: never the rest of what stands before
	used   bool   // went into a member, or is part of the form
}

// source tells where a member came from.
func (l *line) source() Source { return Source{Text: l.text, Line: l.no} }

// take marks the line as read and gives its source.
func (l *line) take() Source {
	l.used = true
	return l.source()
}

func newLine(no int, raw string) *line {
	l := &line{no: no, raw: raw}
	l.set(plain(raw))
	return l
}

func (l *line) set(text string) {
	l.text = text
	l.mark, l.body = readMark(text)
	l.folded = viet.Fold(l.body)
}

// visible drops emphasis marks and writes superscripts, odd spaces and look-alike letters the plain way.
func visible(s string) string {
	if clean, err := wire.Clean(s); err == nil {
		s = clean
	}
	s = strings.ReplaceAll(s, "**", "")
	if strings.Contains(s, "^{") {
		s = raised(s)
	}
	if strings.ContainsFunc(s, func(r rune) bool { return 'Ⅰ' <= r && r <= 'Ⅻ' }) {
		s = strings.NewReplacer("Ⅰ", "I", "Ⅱ", "II", "Ⅲ", "III", "Ⅳ", "IV", "Ⅴ", "V", "Ⅵ", "VI", "Ⅶ", "VII", "Ⅷ", "VIII", "Ⅸ", "IX", "Ⅹ", "X", "Ⅺ", "XI", "Ⅻ", "XII").Replace(s)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'Ð':
			return 'Đ'
		case r == 'ð':
			return 'đ'
		case r == '\t' || r == '\n':
			return r
		case '！' <= r && r <= '～': // letters and signs of full width
			return r - '！' + '!'
		case unicode.IsSpace(r):
			return ' '
		case r == '\u00ad' || unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}

// raised reads ^{x} as (x).
func raised(s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "^{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		inner, after, closed := strings.Cut(rest, "}")
		if !closed {
			b.WriteString("^{" + rest)
			return b.String()
		}
		b.WriteString("(" + inner + ")")
		s = after
	}
}

// plain puts one space between words.
func plain(raw string) string { return strings.Join(strings.Fields(raw), " ") }

// columns splits a line at tabs and wide gaps, as headers and signature blocks typed without a table have them.
func columns(raw string) []string {
	var out []string
	for part := range strings.SplitSeq(strings.ReplaceAll(raw, "    ", "\t"), "\t") {
		if part = plain(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// partAsides takes out what is no part of the text: page numbers, «DỰ THẢO».
func partAsides(lines []*line) (text, asides []*line) {
	for _, l := range lines {
		if l.table == nil && isAside(l.text) {
			l.used = !strings.Contains(l.text, "DỰ")
			asides = append(asides, l)
		} else {
			text = append(text, l)
		}
	}
	return text, asides
}

func isAside(text string) bool {
	if len(text) > 60 {
		return false
	}
	within := strings.Trim(text, "-–—()[]. ")
	return strings.HasPrefix(within, "DỰ THẢO") || len(within) > 0 && len(within) <= 3 && strings.Trim(within, "0123456789") == ""
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \"”’»)"))
	return strings.ContainsRune(".;:!?…/", r)
}

// isCapitals reports a text whose letters are all capitals.
func isCapitals(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}

// isRule reports a drawn line: «_____», «-----», «***».
func isRule(text string) bool {
	return text != "" && strings.Trim(text, "_-–—*=.~ ─━…") == ""
}

// isHeadingWord reports a heading of one word or two that no lower-case paragraph continues.
func isHeadingWord(folded string) bool {
	switch strings.TrimRight(folded, " .:") {
	case "muc dich", "yeu cau", "muc dich, yeu cau", "muc tieu", "kinh phi", "kinh phi thuc hien", "to chuc thuc hien", "nhiem vu", "noi dung":
		return true
	}
	return false
}
