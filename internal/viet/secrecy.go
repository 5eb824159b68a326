package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// SecrecyStamp finds a stamp of secrecy (MẬT, TỐI MẬT, TUYỆT MẬT in capitals, alone on a line or in a box of it) and gives its line, counted from 1;
// the plain words do not count (Law on Protection of State Secrets; Decree 30/2020, component 10a).
func SecrecyStamp(text string) (line int, found bool) {
	for rest, more := text, true; more; {
		var one string
		one, rest, more = strings.Cut(rest, "\n")
		line++
		if isStampLine(one) {
			return line, true
		}
	}
	return 0, false
}

// isStampLine looks at each part of a line between tabs, bars and wide gaps: columns and boxes pasted as text.
func isStampLine(line string) bool {
	if !hasStampVowel(line) {
		return false
	}
	for wide := range strings.SplitSeq(line, "   ") {
		for part := range strings.FieldsFuncSeq(wide, isBox) {
			if hasStampVowel(part) && couldBeStamp(part) && isStamp(part) {
				return true
			}
		}
	}
	return false
}

// hasStampVowel: every stamp has Ậ, in one of its Unicode forms; full-width letters count too.
func hasStampVowel(s string) bool {
	return strings.Contains(s, "Ậ") || strings.Contains(s, "\u0323") || strings.Contains(s, "Ạ")
}

const longestStamp = len("ĐỘMẬTTUYỆTMẬT") // letters are fewer than bytes

// couldBeStamp counts letters, since normalising each part of a hostile text would take minutes: a stamp has three at least.
func couldBeStamp(part string) bool {
	letters := 0
	for _, r := range part {
		if r < 0x80 && !isLatin(r) || r >= 0x80 && !unicode.In(r, unicode.L, unicode.Nl) {
			continue
		}
		if letters++; letters > longestStamp {
			return false
		}
	}
	return letters >= len("MAT")
}

func isLatin(r rune) bool { return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' }

func isStamp(part string) bool {
	switch strings.Map(dropFrame, norm.NFKC.String(part)) {
	case "MẬT", "TỐIMẬT", "TUYỆTMẬT", "ĐỘMẬT:MẬT", "ĐỘMẬT:TỐIMẬT", "ĐỘMẬT:TUYỆTMẬT":
		return true
	}
	return false
}

func isBox(r rune) bool {
	if r < 0x80 {
		return r == '\t' || r == '|' || r == '\v' || r == '\f' || r == '\r'
	}
	return r == '\u2028' || unicode.Is(unicode.So, r)
}

// dropFrame drops what may stand around or between the letters of a stamp: spaces, brackets, emphasis.
func dropFrame(r rune) rune {
	if unicode.IsLetter(r) || unicode.Is(unicode.M, r) || unicode.IsDigit(r) || r == ':' {
		return r
	}
	if strings.ContainsRune(",;?/%", r) {
		return r
	}
	return -1
}
