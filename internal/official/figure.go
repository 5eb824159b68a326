package official

import (
	"iter"
	"strings"

	"lantoa/internal/day"
	"lantoa/internal/figure"
)

// ValueState tells apart a figure not given, none to report, and a figure given, 0 included.
type ValueState uint8

// The states of a value.
const (
	Blank    ValueState = iota // not given
	Nil                        // không phát sinh
	Known                      // given
	NotAsked                   // the agency was not asked for it
	NotAdded                   // a sum that is not formed, such as that of followers
)

// Marks that stand in a cell in place of a figure.
const (
	nilMark      = "KPS"
	notAskedMark = "x"
	notAddedMark = "không cộng"
)

// Value is one figure of a report: a number, or the words of a text indicator, or why there is neither.
type Value struct {
	State           ValueState
	figure.Quantity         // the number of a figure given, with «hơn» or «khoảng»
	Words           string  // in its place what a text indicator says
	AsOf            day.Day // the day a stock was counted; zero where none was given
}

// Indicator is a row of a table of figures; a pair such as «cuộc» and «lượt người» has two units, a text none.
type Indicator struct {
	Code  string
	Name  string
	Units []string
}

// columns gives the indicator's units, one without a name when it has none: as many values does it have.
func (i Indicator) columns() []string {
	if len(i.Units) == 0 {
		return []string{""}
	}
	return i.Units
}

// Figure is what was reported, or added up, for an indicator: one quantity for each of its units.
type Figure struct {
	Indicator
	Values []Value
}

// String writes the value as it stands in a table.
func (v Value) String() string {
	switch v.State {
	case Nil:
		return nilMark
	case NotAsked:
		return notAskedMark
	case NotAdded:
		return notAddedMark
	case Known:
		if v.Words != "" {
			return line(v.Words)
		}
		return v.Vietnamese()
	case Blank:
	}
	return ""
}

func (v Value) cell() Cell {
	if v.Words != "" {
		return Cell{Text: v.String()}
	}
	return Cell{Text: v.String(), Align: Right}
}

// given reports whether any of the figures says something.
func given(figures []Figure) bool {
	for _, f := range figures {
		for _, v := range f.Values {
			if v.State == Known || v.State == Nil {
				return true
			}
		}
	}
	return false
}

// at gives the i-th value, blank when there is none.
func at(values []Value, i int) Value {
	if i < len(values) {
		return values[i]
	}
	return Value{}
}

// figureTable sets indicators down the page; a pair takes two rows under one name.
func figureTable(figures []Figure, heading string) Table {
	t := Table{
		Widths: figureWidths(figures),
		Head: [][]Cell{{{Text: "TT", Align: Centre}, {Text: "Chỉ tiêu", Align: Centre}, {Text: "Đơn vị tính", Align: Centre},
			{Text: heading, Align: Centre}}},
	}
	for n, f := range figures {
		for i, unit := range f.columns() {
			merge := Alone
			if len(f.Units) > 1 {
				merge = MergeOn
				if i == 0 {
					merge = MergeStart
				}
			}
			row := []Cell{{Align: Centre, Merge: merge}, {Merge: merge}, {Text: unit, Align: Centre}, at(f.Values, i).cell()}
			if i == 0 {
				row[0].Text, row[1].Text = itoa(n+1), f.Name+asOf(f.Values)
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// figureWidths gives the columns their widths in twips: the figures as much as the longest needs, the names the rest.
func figureWidths(figures []Figure) []int {
	const ordinal, unit, least, most = 680, 1620, 1900, 2900
	values := least
	for _, v := range valuesOf(figures) {
		values = max(values, measure(v.String(), 13)+2*cellMargin)
	}
	values = min(values, most)
	return []int{ordinal, portrait - ordinal - unit - values, unit, values}
}

// asOf says on which day a stock was counted.
func asOf(values []Value) string {
	for _, v := range values {
		if v.State == Known && !v.AsOf.IsZero() {
			return " (tại ngày " + ShortDate(v.AsOf) + ")"
		}
	}
	return ""
}

// legend explains the marks that a table uses; empty when it uses none.
func legend(values iter.Seq[Value]) string {
	words := []string{}
	for _, mark := range []struct {
		state ValueState
		text  string
	}{{Nil, nilMark + " là không phát sinh"}, {NotAsked, notAskedMark + " là không thuộc phạm vi báo cáo"},
		{Blank, "ô trống là chưa có số liệu"}} {
		for v := range values {
			if v.State == mark.state {
				words = append(words, mark.text)
				break
			}
		}
	}
	if len(words) == 0 {
		return ""
	}
	return "Ghi chú: " + strings.Join(words, "; ") + "."
}

func valuesOf(figures []Figure) (all []Value) {
	for _, f := range figures {
		for i := range f.columns() {
			all = append(all, at(f.Values, i))
		}
	}
	return all
}
