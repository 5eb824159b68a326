package official

import (
	"regexp"
	"strings"

	"lantoa/internal/day"
)

// QuantityState tells apart a figure not given, none to report, and a figure given, 0 included.
type QuantityState uint8

// The states of a quantity.
const (
	Blank    QuantityState = iota // not given
	Nil                           // không phát sinh
	Known                         // given
	NotAsked                      // the agency was not asked for it
	NotAdded                      // a sum that is not formed, such as that of followers
)

// Marks that stand in a cell in place of a figure.
const (
	nilMark      = "KPS"
	notAskedMark = "x"
	notAddedMark = "không cộng"
)

// Quantity is one figure of a report. Value is a plain decimal such as «4586» or «12.5»; another text (that of a text indicator)
// is printed as it stands.
type Quantity struct {
	State     QuantityState
	Value     string
	Qualifier string  // «hơn», «khoảng», or empty
	AsOf      day.Day // the day a stock was counted; zero where none was given
}

// Indicator is a row of a table of figures; a pair such as «cuộc» and «lượt người» has two units.
type Indicator struct {
	Code  string
	Name  string
	Units []string
}

// Figure is what was reported, or added up, for an indicator: one quantity for each of its units.
type Figure struct {
	Indicator
	Values []Quantity
}

// decimal is a number as the system keeps it: no marks between thousands, a point before the decimals.
var decimal = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// Grouped writes a plain decimal as Vietnam does, «4586.5» as «4.586,5», without idle zeros behind the comma; other texts stay.
func Grouped(value string) string {
	if !decimal.MatchString(value) {
		return value
	}
	whole, fraction, _ := strings.Cut(value, ".")
	fraction = strings.TrimRight(fraction, "0")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "." + whole[at:]
	}
	if fraction != "" {
		whole += "," + fraction
	}
	return sign + whole
}

// String writes the quantity as it stands in a table.
func (q Quantity) String() string {
	switch q.State {
	case Nil:
		return nilMark
	case NotAsked:
		return notAskedMark
	case NotAdded:
		return notAddedMark
	case Known:
		return strings.TrimSpace(q.Qualifier + " " + Grouped(q.Value))
	}
	return ""
}

func (q Quantity) cell() Cell {
	if q.State == Known && !decimal.MatchString(q.Value) {
		return Cell{Text: q.String()}
	}
	return Cell{Text: q.String(), Align: Right}
}

// given reports whether any of the figures says something.
func given(figures []Figure) bool {
	for _, f := range figures {
		for _, q := range f.Values {
			if q.State == Known || q.State == Nil {
				return true
			}
		}
	}
	return false
}

// at gives the i-th quantity, blank when there is none.
func at(values []Quantity, i int) Quantity {
	if i < len(values) {
		return values[i]
	}
	return Quantity{}
}

// figureTable sets indicators down the page; a pair takes two rows under one name.
func figureTable(figures []Figure, heading string) Table {
	t := Table{
		Widths: []int{8, 56, 18, 22},
		Head: [][]Cell{{{Text: "TT", Align: Centre}, {Text: "Chỉ tiêu", Align: Centre}, {Text: "Đơn vị tính", Align: Centre},
			{Text: heading, Align: Centre}}},
	}
	for n, f := range figures {
		for i, unit := range f.Units {
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

// asOf says on which day a stock was counted.
func asOf(values []Quantity) string {
	for _, q := range values {
		if q.State == Known && !q.AsOf.IsZero() {
			return " (tại ngày " + ShortDate(q.AsOf) + ")"
		}
	}
	return ""
}

// legend explains the marks that a table uses; empty when it uses none.
func legend(quantities []Quantity) string {
	words := []string{}
	for _, mark := range []struct {
		state QuantityState
		text  string
	}{{Nil, nilMark + " là không phát sinh"}, {NotAsked, notAskedMark + " là không thuộc phạm vi báo cáo"},
		{Blank, "ô trống là chưa có số liệu"}} {
		for _, q := range quantities {
			if q.State == mark.state {
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

func quantities(figures []Figure) (all []Quantity) {
	for _, f := range figures {
		for i := range f.Units {
			all = append(all, at(f.Values, i))
		}
	}
	return all
}
