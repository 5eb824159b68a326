package official

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// workbook is an .xlsx file in the making; it keeps each style once and the first error a style gave.
type workbook struct {
	file   *excelize.File
	styles map[string]int
	err    error
}

// add puts a sheet in: streamed rows, a frozen head, a filter, and the setup for printing on A4 across.
func (b *workbook) add(index int, s sheet, title string) error {
	if err := b.open(index, s, title); err != nil {
		return err
	}
	out, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for i, width := range s.widths {
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	err = out.SetPanes(&excelize.Panes{Freeze: true, XSplit: s.frozen, YSplit: len(s.head), ActivePane: "bottomRight",
		TopLeftCell: cellName(s.frozen+1, len(s.head)+1)})
	if err != nil {
		return err
	}
	for i, row := range s.head {
		if err := out.SetRow(cellName(1, i+1), row, excelize.RowOpts{Height: []float64{52, 34}[i]}); err != nil {
			return err
		}
	}
	for i, row := range s.rows {
		if err := out.SetRow(cellName(1, len(s.head)+i+1), row); err != nil {
			return err
		}
	}
	for _, m := range s.merges {
		if err := out.MergeCell(m[0], m[1]); err != nil {
			return err
		}
	}
	return out.Flush()
}

// write packs the parts in the order of their names: the library takes them in any order, and the same figures should give the same bytes.
func (b *workbook) write(w io.Writer) error {
	var packed bytes.Buffer
	if err := b.file.Write(&packed); err != nil {
		return err
	}
	in, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(x, y *zip.File) int { return strings.Compare(x.Name, y.Name) })
	out := zip.NewWriter(w)
	for _, part := range in.File {
		if err := out.Copy(part); err != nil {
			return err
		}
	}
	return out.Close()
}

// open makes the sheet and says how it is printed; a streamed sheet takes these before its rows.
func (b *workbook) open(index int, s sheet, title string) error {
	f := b.file
	if index == 0 {
		if err := f.SetSheetName(f.GetSheetName(0), s.name); err != nil {
			return err
		}
		f.SetActiveSheet(index) // while it is empty: afterwards every cell of the workbook would be read back
	} else if _, err := f.NewSheet(s.name); err != nil {
		return err
	}
	last := cellName(len(s.widths), len(s.head)+len(s.rows))
	if err := f.AutoFilter(s.name, cellName(1, len(s.head))+":"+last, nil); err != nil {
		return err
	}
	repeated := fmt.Sprintf("'%s'!$1:$%d", s.name, len(s.head))
	if s.wide {
		repeated = fmt.Sprintf("'%s'!$A:$B,", s.name) + repeated
	}
	titles := excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: repeated}
	if err := f.SetDefinedName(&titles); err != nil {
		return err
	}
	return b.print(s, title)
}

// print sets a sheet up for A4 across, as wide as one page unless it is a wide one, with its title and page numbers.
func (b *workbook) print(s sheet, title string) error {
	fit := !s.wide
	if err := b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	a4, across, once, asLong, scale := 9, "landscape", 1, 0, uint(60)
	page := excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &once, FitToHeight: &asLong}
	if s.wide {
		page = excelize.PageLayoutOptions{Size: &a4, Orientation: &across, AdjustTo: &scale}
	}
	if err := b.file.SetPageLayout(s.name, &page); err != nil {
		return err
	}
	top, side, edge := 0.9, 0.6, 0.4 // inches
	err := b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Top: &top, Bottom: &top, Left: &side, Right: &side, Header: &edge, Footer: &edge})
	if err != nil {
		return err
	}
	return b.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: `&C&"Times New Roman,Bold"&13` + headerText(" "+title+" - "+s.name), OddFooter: "&R&P/&N"})
}

// headerText makes a title fit for a page header, where «&» begins a command and 255 characters are the limit.
func headerText(title string) string {
	runes := []rune(printable(title))
	return strings.ReplaceAll(string(runes[:min(len(runes), 180)]), "&", "&&")
}

func (b *workbook) head(titles ...string) []any {
	cells := make([]any, 0, len(titles))
	for _, title := range titles {
		cells = append(cells, excelize.Cell{StyleID: b.style("head", "center"), Value: orNothing(title)})
	}
	return cells
}

func (b *workbook) text(text string) excelize.Cell {
	return excelize.Cell{StyleID: b.style("@", "left"), Value: orNothing(text)}
}

// ordinal is a row's number in its list.
func (b *workbook) ordinal(n int) excelize.Cell {
	return excelize.Cell{StyleID: b.style("0", "center"), Value: n}
}

func (b *workbook) number(value float64, format string) excelize.Cell {
	return excelize.Cell{StyleID: b.style(format, "right"), Value: value}
}

// style gives the number of a style: Times New Roman 12, thin borders, a number format and an alignment; «head» is that of titles.
func (b *workbook) style(format, align string) int {
	key := format + "|" + align
	if id, known := b.styles[key]; known {
		return id
	}
	s := &excelize.Style{Font: &excelize.Font{Family: "Times New Roman", Size: 12},
		Alignment: &excelize.Alignment{Horizontal: align, Vertical: "center", WrapText: true}}
	if align != "center" {
		s.Alignment.Indent = 1
	}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	if format == "head" {
		s.Font.Bold = true
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E4F1EF"}}
		format = "@"
	}
	s.CustomNumFmt = &format
	id, err := b.file.NewStyle(s)
	if err != nil && b.err == nil {
		b.err = err
	}
	b.styles[key] = id
	return id
}
