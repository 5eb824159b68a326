package docx

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"lantoa/internal/markup"
)

// styles tells the numbering that a paragraph style brings along.
type styles struct {
	byID map[string]style
}

type style struct {
	basedOn, numID string
	level          int
}

// number looks a style and those it is based on up for a numbering.
func (s *styles) number(id string) (numID string, level int, found bool) {
	for range 20 {
		style, ok := s.byID[id]
		if !ok {
			return "", 0, false
		}
		if style.numID != "" {
			return style.numID, style.level, true
		}
		id = style.basedOn
	}
	return "", 0, false
}

type value struct {
	Val string `xml:"val,attr"`
}

func (v value) int() int { n, _ := strconv.Atoi(v.Val); return n }

func readStyles(raw []byte) (*styles, error) {
	var file struct {
		Style []struct {
			ID      string `xml:"styleId,attr"`
			BasedOn value  `xml:"basedOn"`
			NumID   value  `xml:"pPr>numPr>numId"`
			Level   value  `xml:"pPr>numPr>ilvl"`
		} `xml:"style"`
	}
	if err := markup.Decode(bytes.NewReader(raw), &file); err != nil {
		return nil, errors.Join(ErrBroken, err)
	}
	s := &styles{byID: map[string]style{}}
	for _, one := range file.Style {
		s.byID[one.ID] = style{basedOn: one.BasedOn.Val, numID: one.NumID.Val, level: one.Level.int()}
	}
	return s, nil
}

// numbering counts the automatic numbers on, list by list, as Word shows them.
type numbering struct {
	lists  map[string]*list // by w:numId
	counts map[string][]int // by w:abstractNumId: lists of one kind count together
}

type list struct {
	abstract string
	levels   []level
	restarts map[int]int // level → number that this list begins with
	begun    bool
}

type level struct {
	format, text string
	start        int
}

type xmlLevel struct {
	Level  int   `xml:"ilvl,attr"`
	Start  value `xml:"start"`
	Format value `xml:"numFmt"`
	Text   value `xml:"lvlText"`
}

const maxLevels = 9

func readNumbering(raw []byte) (*numbering, error) {
	var file struct {
		Abstract []struct {
			ID     string     `xml:"abstractNumId,attr"`
			Levels []xmlLevel `xml:"lvl"`
		} `xml:"abstractNum"`
		Num []struct {
			ID        string `xml:"numId,attr"`
			Abstract  value  `xml:"abstractNumId"`
			Overrides []struct {
				Level int        `xml:"ilvl,attr"`
				Start *value     `xml:"startOverride"`
				Whole []xmlLevel `xml:"lvl"`
			} `xml:"lvlOverride"`
		} `xml:"num"`
	}
	if err := markup.Decode(bytes.NewReader(raw), &file); err != nil {
		return nil, errors.Join(ErrBroken, err)
	}
	abstract := map[string][]level{}
	for _, a := range file.Abstract {
		abstract[a.ID] = levels(make([]level, maxLevels), a.Levels)
	}
	n := &numbering{lists: map[string]*list{}, counts: map[string][]int{}}
	for _, num := range file.Num {
		l := &list{abstract: num.Abstract.Val, levels: append([]level(nil), abstract[num.Abstract.Val]...), restarts: map[int]int{}}
		for _, o := range num.Overrides {
			if o.Start != nil {
				l.restarts[o.Level] = o.Start.int()
			}
			if len(l.levels) == maxLevels {
				l.levels = levels(l.levels, o.Whole)
			}
		}
		n.lists[num.ID] = l
	}
	return n, nil
}

func levels(into []level, from []xmlLevel) []level {
	for _, l := range from {
		if l.Level >= 0 && l.Level < maxLevels {
			start := 1
			if l.Start.Val != "" {
				start = l.Start.int()
			}
			into[l.Level] = level{format: l.Format.Val, text: shortLabel(l.Text.Val), start: start}
		}
	}
	return into
}

// shortLabel drops a label's pattern that is longer than any real one, so that a hostile file cannot blow every paragraph up.
func shortLabel(pattern string) string {
	if len(pattern) > 64 {
		return ""
	}
	return pattern
}

// next counts a list on at a level and gives the label with a space behind; "" for a list without numbers.
func (n *numbering) next(numID string, at int) string {
	l := n.lists[numID]
	if l == nil || at < 0 || at >= len(l.levels) {
		return ""
	}
	counts := n.counts[l.abstract]
	if counts == nil {
		counts = make([]int, maxLevels)
		for i := range counts {
			counts[i] = l.levels[i].start - 1
		}
		n.counts[l.abstract] = counts
	}
	if !l.begun {
		for level, start := range l.restarts {
			if level >= 0 && level < maxLevels {
				counts[level] = start - 1
			}
		}
		l.begun = true
	}
	counts[at]++
	for i := at + 1; i < maxLevels; i++ {
		counts[i] = l.levels[i].start - 1
	}
	return l.render(at, counts)
}

func (l *list) render(at int, counts []int) string {
	if l.levels[at].format == "bullet" {
		if strings.ContainsAny(l.levels[at].text, "+*") {
			return strings.TrimSpace(l.levels[at].text) + " "
		}
		return "- "
	}
	label := l.levels[at].text
	for i := range at + 1 {
		count := max(counts[i], l.levels[i].start)
		label = strings.ReplaceAll(label, "%"+strconv.Itoa(i+1), format(l.levels[i].format, count))
	}
	if label = strings.TrimSpace(label); label == "" {
		return ""
	}
	return label + " "
}

// format writes a number the way a level counts.
func format(kind string, n int) string {
	switch kind {
	case "upperRoman":
		return romanNumeral(n)
	case "lowerRoman":
		return strings.ToLower(romanNumeral(n))
	case "upperLetter":
		return strings.ToUpper(letter(n))
	case "lowerLetter":
		return letter(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

func letter(n int) string {
	if n < 1 || n > 780 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

func romanNumeral(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= d.value {
			b.WriteString(d.sign)
			n -= d.value
		}
	}
	return b.String()
}
