package official

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"lantoa/internal/clock"
	"lantoa/internal/figure"
)

// RoundFigures are the figures of a report round as a workbook of three sheets: sums, agencies, and how the reports came in.
type RoundFigures struct {
	Title       string // printed above every page
	Totals      []IndicatorTotal
	Indicators  []Indicator
	Agencies    []AgencyFigures
	Submissions []Submission
}

// IndicatorTotal is the sum of an indicator over the agencies, and of how many of them it holds a figure.
type IndicatorTotal struct {
	Figure
	Reporting int
	Owing     int
}

// sheet is one sheet of the workbook: its head rows, stay on top and are repeated on every printed page.
type sheet struct {
	name   string
	wide   bool      // printed over several pages' width, its first two columns repeated
	widths []float64 // in characters
	frozen int       // columns that stay at the left
	merges [][2]string
	head   [][]any
	rows   [][]any
}

// WriteXLSX writes the figures as an .xlsx file. Figures are real numbers and instants real dates; text is stored as plain text, so
// that one beginning with «=» is never calculated. A spreadsheet keeps 15 digits of a number.
func (r RoundFigures) WriteXLSX(w io.Writer) error {
	book := &workbook{file: excelize.NewFile(), styles: map[string]int{}}
	defer book.file.Close() //nolint:errcheck // nothing was opened on disk
	for i, s := range []sheet{r.totalSheet(book), r.agencySheet(book), r.submissionSheet(book)} {
		if err := book.add(i, s, r.Title); err != nil {
			return fmt.Errorf("write sheet %s of .xlsx: %w", s.name, err)
		}
	}
	if err := book.file.SetDocProps(&excelize.DocProperties{Title: printable(r.Title), Creator: "Lan Tỏa", Language: "vi-VN"}); err != nil {
		return fmt.Errorf("write .xlsx: %w", err)
	}
	if book.err != nil {
		return fmt.Errorf("write .xlsx: %w", book.err)
	}
	if err := book.write(w); err != nil {
		return fmt.Errorf("write .xlsx: %w", err)
	}
	return nil
}

func (r RoundFigures) totalSheet(b *workbook) sheet {
	s := sheet{name: "Tổng hợp", widths: []float64{9, 46, 14, 20, 12, 16, 16}, frozen: 2,
		head: [][]any{b.head("Mã", "Chỉ tiêu", "Đơn vị tính", "Tổng số", "Mức độ", "Số cơ quan có số liệu", "Số cơ quan phải báo cáo")}}
	for _, t := range r.Totals {
		for i, unit := range t.columns() {
			v := at(t.Values, i)
			qualifier := qualified(v.Qualifier)
			v.Qualifier = figure.Exact
			s.rows = append(s.rows, []any{b.text(t.Code), b.text(t.Name), b.text(unit), b.value(v), b.text(qualifier),
				b.number(float64(t.Reporting), "#,##0"), b.number(float64(t.Owing), "#,##0")})
		}
	}
	return s
}

func (r RoundFigures) agencySheet(b *workbook) sheet {
	s := sheet{name: "Theo cơ quan", wide: true, widths: []float64{6, 42}, frozen: 2, merges: [][2]string{{"A1", "A2"}, {"B1", "B2"}}}
	names, units := b.head("TT", "Cơ quan, đơn vị"), b.head("", "")
	for _, indicator := range r.Indicators {
		first := len(names) + 1
		for j, unit := range indicator.columns() {
			title := ""
			if j == 0 {
				title = strings.TrimSpace(indicator.Code + " " + indicator.Name)
			}
			names, units = append(names, b.head(title)...), append(units, b.head(unit)...)
			s.widths = append(s.widths, 15)
		}
		if len(indicator.Units) > 1 {
			s.merges = append(s.merges, [2]string{cellName(first, 1), cellName(len(names), 1)})
		}
	}
	s.head = [][]any{names, units}
	for n, agency := range r.Agencies {
		row := []any{b.ordinal(n + 1), b.text(agency.Agency)}
		for i, indicator := range r.Indicators {
			for j := range indicator.columns() {
				row = append(row, b.value(agency.at(i, j)))
			}
		}
		s.rows = append(s.rows, row)
	}
	return s
}

func (r RoundFigures) submissionSheet(b *workbook) sheet {
	s := sheet{name: "Tình hình nộp", widths: []float64{6, 46, 18, 18, 13, 18, 30}, frozen: 2,
		head: [][]any{b.head("TT", "Cơ quan, đơn vị", "Tình trạng", "Nộp lúc", "Số ngày trễ", "Biên nhận", "Lý do được miễn")}}
	for n, one := range r.Submissions {
		handedIn, late := b.text(""), b.text("")
		if !one.HandedInAt.IsZero() {
			handedIn = excelize.Cell{StyleID: b.style("dd/mm/yyyy hh:mm", "center"), Value: one.HandedInAt.In(clock.Zone)}
			late = b.number(float64(one.DaysLate), "#,##0")
		}
		s.rows = append(s.rows, []any{b.ordinal(n + 1), b.text(one.Agency), b.text(one.Standing.Words()), handedIn, late,
			b.text(one.Receipt), b.text(one.Reason)})
	}
	return s
}

// value makes a cell: a real number with its qualifier in the number format, words, a mark, or nothing.
func (b *workbook) value(v Value) excelize.Cell {
	switch {
	case v.State != Known:
		return excelize.Cell{StyleID: b.style("@", "right"), Value: orNothing(v.String())}
	case v.Words != "":
		return b.text(v.Words)
	}
	format := "#,##0"
	if _, fraction, found := strings.Cut(v.Number.String(), "."); found {
		format += "." + strings.Repeat("0", len(fraction))
	}
	if qualifier := qualified(v.Qualifier); qualifier != "" {
		format = `"` + qualifier + ` "` + format
	}
	return b.number(v.Number.Float(), format)
}

// qualified gives the word of a qualifier.
func qualified(q figure.Qualifier) string {
	switch q {
	case figure.MoreThan:
		return "hơn"
	case figure.About:
		return "khoảng"
	case figure.Exact:
	}
	return ""
}

// orNothing leaves an empty text out, so that the cell counts as empty.
func orNothing(text string) any {
	if text = printable(text); text != "" {
		return text
	}
	return nil
}

func cellName(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row) // both are counted from 1 here
	return name
}
