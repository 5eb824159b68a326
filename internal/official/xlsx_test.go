package official_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"lantoa/internal/figure"
	"lantoa/internal/official"
)

func round() official.RoundFigures {
	m, more := matrix(), known(19400)
	more.Qualifier = figure.MoreThan
	half, _ := figure.Parse("2.5")
	m.Rows[0].Values[1] = []official.Value{{State: official.Known, Quantity: figure.Quantity{Number: half}}, more}
	m.Rows[1].Agency = "=1+1"
	m.Rows[2].Values[0] = []official.Value{known(0)}
	return official.RoundFigures{Title: "Số liệu năm 2024 & 2025", Indicators: m.Indicators, Agencies: m.Rows,
		Totals: []official.IndicatorTotal{
			{Figure: official.Figure{Indicator: broadcasts(), Values: []official.Value{known(4586)}}, Reporting: 14, Owing: 15},
			{Figure: official.Figure{Indicator: talks(), Values: []official.Value{{State: official.Nil}, more}}, Reporting: 13, Owing: 15},
			{Figure: official.Figure{Indicator: official.Indicator{Code: "8.6", Name: "Người theo dõi", Units: []string{"người"}}, Values: []official.Value{{State: official.NotAdded}}}},
		},
		Submissions: []official.Submission{
			{Agency: "UBND xã Phổ An", Standing: official.Late, DaysLate: 2, HandedInAt: time.Date(2024, 11, 11, 18, 30, 0, 0, time.UTC), Receipt: "BN-2024-17"},
			{Agency: "@UBND xã Phổ Châu", Standing: official.Missing},
			{Agency: "Thanh tra", Standing: official.Exempted, Reason: "-2+3"},
		}}
}

func workbook(t *testing.T, r official.RoundFigures) (*excelize.File, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteXLSX(&b); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book, b.Bytes()
}

func TestFiguresAreRealNumbersAndNilBlankAndZeroDiffer(t *testing.T) {
	t.Parallel()
	book, _ := workbook(t, round())
	for _, c := range []struct {
		sheet, cell, raw, shown string
		kind                    excelize.CellType
	}{
		{"Tổng hợp", "A2", "9.1", "9.1", excelize.CellTypeInlineString},
		{"Tổng hợp", "D2", "4586", "4,586", excelize.CellTypeUnset},
		{"Tổng hợp", "D3", "KPS", "KPS", excelize.CellTypeInlineString},
		{"Tổng hợp", "D4", "19400", "19,400", excelize.CellTypeUnset},
		{"Tổng hợp", "E4", "hơn", "hơn", excelize.CellTypeInlineString},
		{"Tổng hợp", "F2", "14", "14", excelize.CellTypeUnset},
		{"Tổng hợp", "D5", "không cộng", "không cộng", excelize.CellTypeInlineString},
		{"Theo cơ quan", "C3", "312", "312", excelize.CellTypeUnset},
		{"Theo cơ quan", "D3", "2.5", "2.5", excelize.CellTypeUnset},
		{"Theo cơ quan", "E3", "19400", "hơn 19,400", excelize.CellTypeUnset},
		{"Theo cơ quan", "C4", "", "", excelize.CellTypeUnset},
		{"Theo cơ quan", "C5", "0", "0", excelize.CellTypeUnset},
		{"Theo cơ quan", "D5", "KPS", "KPS", excelize.CellTypeInlineString},
		{"Theo cơ quan", "C2", "buổi", "buổi", excelize.CellTypeInlineString},
		{"Theo cơ quan", "E2", "lượt người", "lượt người", excelize.CellTypeInlineString},
		{"Tình hình nộp", "D2", "45608.0625", "12/11/2024 01:30", excelize.CellTypeUnset},
		{"Tình hình nộp", "E2", "2", "2", excelize.CellTypeUnset},
		{"Tình hình nộp", "E3", "", "", excelize.CellTypeUnset},
		{"Tình hình nộp", "C3", "Chưa nộp", "Chưa nộp", excelize.CellTypeInlineString},
	} {
		kind, err := book.GetCellType(c.sheet, c.cell)
		if err != nil {
			t.Fatal(err)
		}
		raw, _ := book.GetCellValue(c.sheet, c.cell, excelize.Options{RawCellValue: true})
		shown, _ := book.GetCellValue(c.sheet, c.cell)
		if raw != c.raw || shown != c.shown || kind != c.kind {
			t.Errorf("%s %s: %q shown as %q, type %d; want %q, %q, %d", c.sheet, c.cell, raw, shown, kind, c.raw, c.shown, c.kind)
		}
	}
}

func TestTextIsNeverAFormula(t *testing.T) {
	t.Parallel()
	book, _ := workbook(t, round())
	for sheet, cells := range map[string]map[string]string{
		"Theo cơ quan": {"B4": "=1+1"}, "Tình hình nộp": {"B3": "@UBND xã Phổ Châu", "G4": "-2+3"},
	} {
		for cell, want := range cells {
			formula, _ := book.GetCellFormula(sheet, cell)
			kind, _ := book.GetCellType(sheet, cell)
			if text, _ := book.GetCellValue(sheet, cell); text != want || formula != "" || kind != excelize.CellTypeInlineString {
				t.Errorf("%s: %q, formula %q, type %d", cell, text, formula, kind)
			}
		}
	}
}

func TestEachSheetKeepsItsHeadInViewAndPrintsOnA4Across(t *testing.T) {
	t.Parallel()
	book, _ := workbook(t, round())
	titles := map[string]string{}
	for _, name := range book.GetDefinedName() {
		titles[name.Scope] += name.Name + " " + name.RefersTo + "\n"
	}
	for sheet, want := range map[string]struct {
		head    int
		repeats string
		fit     bool
	}{
		"Tổng hợp":      {1, "_xlnm.Print_Titles 'Tổng hợp'!$1:$1\n", true},
		"Theo cơ quan":  {2, "_xlnm.Print_Titles 'Theo cơ quan'!$A:$B,'Theo cơ quan'!$1:$2\n", false},
		"Tình hình nộp": {1, "_xlnm.Print_Titles 'Tình hình nộp'!$1:$1\n", true},
	} {
		panes, err := book.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != want.head || panes.XSplit != 2 {
			t.Errorf("%s: panes %+v %v", sheet, panes, err)
		}
		layout, err := book.GetPageLayout(sheet)
		if err != nil || *layout.Size != 9 || *layout.Orientation != "landscape" {
			t.Errorf("%s: layout %+v %v", sheet, layout, err)
		}
		props, err := book.GetSheetProps(sheet)
		if err != nil || (props.FitToPage != nil && *props.FitToPage) != want.fit {
			t.Errorf("%s: fit to page %v %v", sheet, props.FitToPage, err)
		}
		if !strings.Contains(titles[sheet], want.repeats) || !strings.Contains(titles[sheet], "_FilterDatabase") {
			t.Errorf("%s: %q", sheet, titles[sheet])
		}
	}
	if props, err := book.GetDocProps(); err != nil || props.Creator != "Lan Tỏa" {
		t.Errorf("%+v %v", props, err)
	}
}

func TestAWorkbookMayBeEmptyAndIsTheSameEachTime(t *testing.T) {
	t.Parallel()
	workbook(t, official.RoundFigures{})
	_, first := workbook(t, round())
	_, second := workbook(t, round())
	if !bytes.Equal(first, second) {
		t.Error("the bytes differ")
	}
}
