package official

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// boldWidths are the widths of Times New Roman Bold in thousandths of the size; marks above and below a letter add nothing.
var boldWidths = map[rune]int{ //nolint:gochecknoglobals // a table that Go cannot write as a constant
	'A': 722, 'B': 667, 'C': 722, 'D': 722, 'E': 667, 'F': 611, 'G': 778, 'H': 778, 'I': 389, 'J': 500, 'K': 778, 'L': 667, 'M': 944,
	'N': 722, 'O': 778, 'P': 611, 'Q': 778, 'R': 722, 'S': 556, 'T': 667, 'U': 722, 'V': 722, 'W': 1000, 'X': 722, 'Y': 722, 'Z': 667,
	'a': 500, 'b': 556, 'c': 444, 'd': 556, 'e': 444, 'f': 333, 'g': 500, 'h': 556, 'i': 278, 'j': 333, 'k': 556, 'l': 278, 'm': 833,
	'n': 556, 'o': 500, 'p': 556, 'q': 556, 'r': 444, 's': 389, 't': 333, 'u': 556, 'v': 500, 'w': 722, 'x': 500, 'y': 500, 'z': 444,
	'Đ': 722, 'đ': 556, ' ': 250, '-': 333, ',': 250, '.': 250, ';': 333, ':': 333, '/': 278, '(': 333, ')': 333,
}

// measure gives the width of a text in twips when set bold at a size in points; regular letters are a little narrower.
func measure(text string, size int) int {
	thousandths := 0
	for _, r := range norm.NFD.String(text) {
		width, known := boldWidths[r]
		switch {
		case known:
			thousandths += width
		case !unicode.Is(unicode.Mn, r):
			thousandths += 500
		}
	}
	return thousandths * size * pointTwips / 1000
}

// wrap breaks a text into lines no wider than a width in twips.
func wrap(text string, size, width int) (lines []string) {
	line := ""
	for word := range strings.FieldsSeq(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && measure(longer, size) > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}

// balance gives the indentation on either side, in twips, at which a centred text wraps well, and the width of its widest line:
// in as few lines as it can, before a word that begins a new part where there is one, and else in lines of like length.
func balance(text string, size, width int) (indent, widest int) {
	best := wrap(text, size, width)
	if len(best) == 1 {
		return 0, longest(best, size)
	}
	room := width
	for try := width; try > width/3; try -= pointTwips {
		lines := wrap(text, size, try)
		if len(lines) > len(best) {
			break
		}
		if torn(lines) < torn(best) || (torn(lines) == torn(best) && longest(lines, size) < longest(best, size)) {
			best, room = lines, try
		}
	}
	widest = longest(best, size)
	room = min(room, widest+widest/25) // another font may be a little wider
	return (width - room) / 2, widest
}

func longest(lines []string, size int) (widest int) {
	for _, line := range lines {
		widest = max(widest, measure(line, size))
	}
	return widest
}

// torn counts the lines that begin in the middle of a phrase, as far as their first word tells.
func torn(lines []string) (n int) {
	for i, line := range lines[1:] {
		first, _, _ := strings.Cut(strings.ToLower(line), " ")
		if !slices.Contains(strings.Fields("và của về theo trên tại năm giai thị huyện tỉnh phường tháng quý"), first) &&
			!strings.HasSuffix(lines[i], "-") && !strings.HasSuffix(lines[i], ",") {
			n++
		}
	}
	return n
}
