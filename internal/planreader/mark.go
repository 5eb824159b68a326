package planreader

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is what a paragraph begins with: its place in the numbering.
type mark struct {
	kind  markKind
	depth int // of a number with dots: 1.2.3 is 3
}

type markKind uint8

// The kinds of marks, from the outermost to the innermost.
const (
	upper  markKind = iota + 1 // A.
	roman                      // I.
	number                     // 1.  1.1.
	letter                     // a)
	dash                       // -
	plus                       // +
	bare                       // nothing
)

// rank orders marks from the outermost to the innermost.
func (m mark) rank() int {
	if m.kind == number {
		return 10*int(number) + min(m.depth, 9)
	}
	return 10 * int(m.kind)
}

// isHeading reports a mark that a heading may have.
func (m mark) isHeading() bool { return m.kind <= letter }

// readMark parts a paragraph's mark from its text.
func readMark(text string) (mark, string) {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case isDash(r):
		return behind(mark{kind: dash}, text, text[size:])
	case r == '+':
		return behind(mark{kind: plus}, text, text[size:])
	case unicode.IsDigit(r):
		return readNumber(text)
	case 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || r == 'đ' || r == 'Đ':
		return readLetter(text)
	}
	if rest, ok := numberedWord(text); ok {
		return behind(mark{kind: number, depth: 1}, text, rest)
	}
	return mark{kind: bare}, text
}

// behind gives the mark when text stands behind it; a lone sign is no mark.
func behind(m mark, text, rest string) (mark, string) {
	if rest = strings.TrimLeft(rest, " .)"); rest == "" {
		return mark{kind: bare}, text
	}
	return m, rest
}

func isDash(r rune) bool {
	switch r {
	case '-', '–', '—', '−', '•', '·', '▪', '◦', '○', '●', '■', '□', '➢', '✓', '*', '»', '⁃', '‣', '\uf0b7', '\uf0a7', '\uf0d8', '\uf02d', '\uf0fc', '\uf076':
		return true
	}
	return false
}

// readNumber reads «1.», «1)», «1/», «1.1», «1.2.3.» with text behind; amounts, dates and years are no marks.
func readNumber(text string) (mark, string) {
	rest, depth := text, 0
	for {
		digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		if digits == 0 || digits > 2 && depth > 0 || digits > 3 {
			break
		}
		rest = rest[digits:]
		depth++
		if !strings.HasPrefix(rest, ".") {
			break
		}
		rest = rest[1:]
	}
	after := strings.TrimLeft(rest, " ")
	dotted := depth > 0 && text[len(text)-len(rest)-1] == '.'
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case depth == 0 || after == "" || unicode.IsDigit(next) && len(after) == len(rest):
	case dotted && (len(after) < len(rest) || unicode.IsLetter(next) || strings.ContainsRune("“\"«(", next)):
		return mark{number, depth}, after
	case next == ')' || next == '/' && len(rest) > 1 && !unicode.IsDigit(rune(rest[1])) && !unicode.IsLower(second(rest)):
		return behind(mark{number, depth}, text, after[1:])
	case (next == '.' || next == ')') && len(after) < len(rest) && len(after) > 1 && after[1] == ' ':
		return behind(mark{number, depth}, text, after[1:])
	case depth > 1 && len(after) < len(rest) && unicode.IsUpper(next):
		return mark{number, depth}, after
	}
	return mark{kind: bare}, text
}

func second(s string) rune {
	_, size := utf8.DecodeRuneInString(s)
	r, _ := utf8.DecodeRuneInString(s[size:])
	return r
}

// readLetter reads «A.», «II.», «IV/», «a)», «đ)», and «Nhiệm vụ 1:».
func readLetter(text string) (mark, string) {
	end := strings.IndexAny(text, " .)/:-")
	if end <= 0 {
		return mark{kind: bare}, text
	}
	head, sign := text[:end], text[end]
	if rest, ok := numberedWord(text); ok {
		return behind(mark{kind: number, depth: 1}, text, rest)
	}
	rest := text[end+1:]
	if sign == ' ' {
		trimmed := strings.TrimLeft(rest, " ")
		if isRomanNumeral(head) && len(head) > 1 && isCapitals(trimmed) {
			return mark{kind: roman}, trimmed
		}
		if trimmed == "" || !strings.ContainsRune(".)/-", rune(trimmed[0])) || !isRomanNumeral(head) {
			return mark{kind: bare}, text
		}
		sign, rest = trimmed[0], trimmed[1:]
	}
	spaced := strings.HasPrefix(rest, " ")
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	switch {
	case isRomanNumeral(head) && (spaced || unicode.IsUpper(next)):
		return behind(mark{kind: roman}, text, rest)
	case utf8.RuneCountInString(head) != 1 || sign == ' ' || sign == '-' || sign == ':':
	case isCapitals(head) && sign != ')' && spaced && sign != '/':
		return behind(mark{kind: upper}, text, rest)
	case !isCapitals(head) && (sign == ')' || spaced && sign != '/'):
		return behind(mark{kind: letter}, text, rest)
	}
	return mark{kind: bare}, text
}

func isRomanNumeral(s string) bool { return s != "" && len(s) <= 5 && strings.Trim(s, "IVX") == "" }

// numberedWord reads «Nhiệm vụ 1: …», «Phần I. …», «Điều 2. …».
func numberedWord(text string) (rest string, ok bool) {
	for _, word := range []string{"Nhiệm vụ ", "Hoạt động ", "Điều ", "Nội dung "} {
		behind, found := strings.CutPrefix(text, word)
		if !found {
			continue
		}
		digits := len(behind) - len(strings.TrimLeft(behind, "0123456789"))
		if digits > 0 && digits < 3 && len(behind) > digits && strings.ContainsRune(":.", rune(behind[digits])) {
			return behind[digits+1:], true
		}
	}
	return "", false
}
