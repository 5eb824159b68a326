package planreader

import (
	"strings"
	"unicode/utf8"
)

// join puts paragraphs together that were broken inside a sentence: one that begins in lower case continues one without an end mark.
// In text whose lines were all cut at one width, as a copy out of a PDF has them, one that begins with a capital may do so too.
func join(lines []*line) []*line {
	var out []*line
	var parts []string // of the last line of out
	width := cutAt(lines)
	before := 0 // the number of the line last read
	flush := func() {
		if len(parts) > 1 {
			out[len(out)-1].set(strings.Join(parts, " "))
		}
	}
	for _, l := range lines {
		if n := len(out); n > 0 && !l.parted {
			last := parts[len(parts)-1]
			if continues(out[n-1], last, l) || width > 0 && l.no == before+1 && wraps(out[n-1], last, l, width) {
				parts = append(parts, l.text)
				before = l.no
				continue
			}
		}
		flush()
		out, parts, before = append(out, l), []string{l.text}, l.no
	}
	flush()
	return out
}

func continues(first *line, before string, l *line) bool {
	if first.table != nil || l.table != nil || l.mark.kind != bare || !startsLower(l.text) {
		return false
	}
	return !endsSentence(before) && !isCapitals(first.body) && !isFormLine(first) && !isHeadingWord(first.folded)
}

// cutAt finds the width at which the lines of a text were cut; 0 when they were not.
func cutAt(lines []*line) int {
	const widest = 140 // letters; a paragraph left whole is longer
	longest, cut := 0, 0
	for i, l := range lines {
		n := utf8.RuneCountInString(l.text)
		if l.table != nil || n > widest {
			return 0
		}
		longest = max(longest, n)
		if i > 0 && l.no == lines[i-1].no+1 && startsLower(l.text) && l.mark.kind == bare && !endsSentence(lines[i-1].text) {
			cut++
		}
	}
	if cut < 5 || longest < 60 {
		return 0
	}
	return longest
}

// wraps reports a line cut at the width of the text, whose rest begins with a capital.
func wraps(first *line, before string, l *line, width int) bool {
	if first.table != nil || l.table != nil || l.mark.kind != bare || first.mark.isHeading() || isCapitals(l.text) || isCapitals(first.text) || isLabelled(l) {
		return false
	}
	return 4*utf8.RuneCountInString(before) >= 3*width && !endsSentence(before) && !isFormLine(first)
}
