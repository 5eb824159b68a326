package report_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lantoa/internal/access"
	"lantoa/internal/fault"
	"lantoa/internal/record"
	"lantoa/internal/wire"
)

// words gives the text of a .docx, its paragraphs and cells run together.
func words(t *testing.T, f *record.File) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(f.Body), int64(len(f.Body)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := archive.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i, piece := range strings.Split(string(raw), "<") {
		if _, text, found := strings.Cut(piece, ">"); found && i > 0 {
			b.WriteString(text)
		}
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

func holds(t *testing.T, text string, all ...string) {
	t.Helper()
	for _, want := range all {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
}

func TestAnAgencysReportComesOutAsItsOfficialDocument(t *testing.T) {
	t.Parallel()
	b := reported(t)
	l := b.of(b.town.CommuneA)
	f, err := b.store.Document(t.Context(), b.head(access.Commune, b.town.CommuneA), l.ID)
	if err != nil || f.Name != "Báo cáo năm 2024 - UBND xã Phổ An.docx" || f.Version != l.Version {
		t.Fatalf("%+v %v", f, err)
	}
	holds(t, words(t, f), "XÃ PHỔ AN", "BÁO CÁO", *b.plan.Number, "Phát thanh đều các ngày trong tuần.", "Buổi phát thanh", "312", "hơn 420", "940", "đến ngày 06/11/2024",
		"UBND thị xã Đức Phổ (qua Phòng Văn hóa và Thông tin)")
}

func TestAnothersDraftComesOutForNobody(t *testing.T) {
	t.Parallel()
	b := reported(t)
	l := b.of(b.town.Department)
	if _, err := b.store.Document(t.Context(), b.office(), l.ID); fault.CodeOf(err) != "report.withheld" || fault.KindOf(err) != fault.Forbidden {
		t.Error(err)
	}
	if _, err := b.store.Document(t.Context(), b.head(access.Department, b.town.Department), l.ID); err != nil {
		t.Errorf("its own comes out as a draft: %v", err)
	}
}

func TestTheConsolidatedReportSaysWhatWasAddedUp(t *testing.T) {
	t.Parallel()
	b, r := begun(t)
	f, err := b.store.Document(t.Context(), b.leader(), r.ID)
	if err != nil {
		t.Fatal(err)
	}
	holds(t, words(t, f), "THỊ XÃ ĐỨC PHỔ", "UBND tỉnh Quảng Ngãi", "Đã ban hành kế hoạch.", "Các xã phát thanh đều.", "khoảng 648", "không cộng", "đến ngày 11/11/2024",
		"UBND xã Phổ Châu (trễ 2 ngày)", "Hội Nông dân thị xã")
	if _, err := b.store.Edit(t.Context(), b.office(), r.ID, r.Version, wire.Patch(`{"content":{"outlook":"x"}}`)); fault.CodeOf(err) != "state.conflict" {
		t.Error(err)
	}
}

func TestTheWorkbookHoldsRealNumbers(t *testing.T) {
	t.Parallel()
	b := reported(t)
	f, err := b.store.Figures(t.Context(), b.office(), b.round.ID)
	if err != nil || f.Name != "Báo cáo năm 2024 - số liệu.xlsx" {
		t.Fatalf("%+v %v", f, err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(f.Body))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Tổng hợp", excelize.Options{RawCellValue: true})
	if err != nil || len(rows) < 2 || rows[1][0] != "1.1" || rows[1][3] != "648" || rows[1][4] != "khoảng" || rows[1][5] != "2" {
		t.Errorf("%v %v", rows, err)
	}
	if kind, err := book.GetCellType("Tổng hợp", "D2"); err != nil || (kind != excelize.CellTypeNumber && kind != excelize.CellTypeUnset) {
		t.Errorf("%v %v", kind, err)
	}
	if _, err := b.store.Figures(t.Context(), b.head(access.Commune, b.town.CommuneA), b.round.ID); fault.KindOf(err) != fault.Forbidden {
		t.Error(err)
	}
}
