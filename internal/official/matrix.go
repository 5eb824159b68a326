package official

import (
	"iter"
	"strings"
)

// Matrix is a table of figures by agency: agencies down the page, indicators across.
type Matrix struct {
	Title      string
	Indicators []Indicator
	Rows       []AgencyFigures
	Totals     [][]Value // by indicator and unit; none leaves the row of totals out
}

// AgencyFigures are the figures of one agency: Values[i][j] belongs to the i-th indicator's j-th unit; what is missing is blank.
type AgencyFigures struct {
	Agency string
	Values [][]Value
}

// Widths in the appendix across the page, in twips.
const (
	ordinalWidth = 560
	agencyLeast  = 2600
	agencyMost   = 4400
	columnLeast  = 950
	columnMost   = 3000 // words wrap, the longest figure does not need to
)

// matrixBlocks sets the tables one below the other; one too wide for the page goes on in further tables.
func matrixBlocks(all []Matrix) (blocks []Block) {
	for i, m := range all {
		caption := "Biểu PL." + itoa(i+1) + ". " + line(m.Title)
		for _, columns := range m.pages() {
			blocks = append(blocks, Caption(caption))
			if note := legend(m.values(columns)); note != "" {
				blocks = append(blocks, Note(note)) // above a table of several pages, where it is found
			}
			blocks = append(blocks, Tabulated(m.table(columns)))
			caption = "Biểu PL." + itoa(i+1) + " (tiếp theo). " + line(m.Title)
		}
	}
	return blocks
}

// pages splits the indicators into runs that fit the page's width; the units of a pair stay together.
func (m Matrix) pages() (runs [][]int) {
	room := 0
	for i := range m.Indicators {
		need := 0
		for j := range m.Indicators[i].columns() {
			need += m.columnWidth(i, j)
		}
		if len(runs) == 0 || need > room {
			runs, room = append(runs, nil), landscape-ordinalWidth-m.agencyWidth()
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], i)
		room -= need
	}
	return runs
}

// agencyWidth gives the width that the longest name of an agency needs, within limits.
func (m Matrix) agencyWidth() int {
	widest := agencyLeast
	for _, row := range m.Rows {
		widest = max(widest, measure(line(row.Agency), 11)*19/20+2*cellMargin) // the names are not bold
	}
	return min(widest, agencyMost)
}

// columnWidth gives the width that a column's widest figure and the longest word of its head need.
func (m Matrix) columnWidth(indicator, unit int) int {
	widest := measure(at(m.total(indicator), unit).String(), 11)
	for _, row := range m.Rows {
		widest = max(widest, measure(row.at(indicator, unit).String(), 11))
	}
	units := m.Indicators[indicator].columns()
	head := strings.Fields(units[unit])
	if len(units) == 1 {
		head = append(head, strings.Fields(m.Indicators[indicator].Name)...)
	}
	for _, word := range head {
		widest = max(widest, measure(word, 11))
	}
	return min(max(columnLeast, widest+2*cellMargin+60), columnMost)
}

func (m Matrix) table(indicators []int) Table {
	t := Table{Small: true, Widths: []int{ordinalWidth, m.agencyWidth()}}
	names := []Cell{{Text: "TT", Align: Centre, Merge: MergeStart}, {Text: "Cơ quan, đơn vị", Align: Centre, Merge: MergeStart}}
	units := []Cell{{Merge: MergeOn}, {Merge: MergeOn}}
	for _, i := range indicators {
		indicator := m.Indicators[i]
		names = append(names, Cell{Text: indicator.Name, Align: Centre, Span: len(indicator.columns())})
		for j, unit := range indicator.columns() {
			units = append(units, Cell{Text: unit, Align: Centre})
			t.Widths = append(t.Widths, m.columnWidth(i, j))
		}
	}
	t.Widths = spread(t.Widths)
	t.Head = [][]Cell{names, units}
	for n, row := range m.Rows {
		cells := []Cell{{Text: itoa(n + 1), Align: Centre}, {Text: line(row.Agency)}}
		t.Rows = append(t.Rows, append(cells, m.cells(indicators, row.at)...))
	}
	if len(m.Totals) > 0 {
		cells := append([]Cell{{Text: "Tổng cộng", Align: Centre, Span: 2}},
			m.cells(indicators, func(i, j int) Value { return at(m.total(i), j) })...)
		for i := range cells {
			cells[i].Bold = true
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func (m Matrix) cells(indicators []int, value func(i, j int) Value) (cells []Cell) {
	for _, i := range indicators {
		for j := range m.Indicators[i].columns() {
			cells = append(cells, value(i, j).cell())
		}
	}
	return cells
}

func (m Matrix) values(indicators []int) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for _, row := range m.Rows {
			for _, i := range indicators {
				for j := range m.Indicators[i].columns() {
					if !yield(row.at(i, j)) {
						return
					}
				}
			}
		}
	}
}

func (m Matrix) total(indicator int) []Value {
	if indicator < len(m.Totals) {
		return m.Totals[indicator]
	}
	return nil
}

func (a AgencyFigures) at(indicator, unit int) Value {
	if indicator < len(a.Values) {
		return at(a.Values[indicator], unit)
	}
	return Value{}
}

// spread gives what is left of the page's width to the columns of figures, alike.
func spread(widths []int) []int {
	left := landscape
	for _, width := range widths {
		left -= width
	}
	for i := 2; i < len(widths); i++ {
		widths[i] += max(left, 0) / (len(widths) - 2)
	}
	return widths
}
