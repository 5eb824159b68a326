package official_test

import (
	"strings"
	"testing"

	"lantoa/internal/day"
	"lantoa/internal/figure"
	"lantoa/internal/official"
)

func TestAReportTellsItsSectionsAndWhatThereWasNoneOf(t *testing.T) {
	t.Parallel()
	got := lines(t, communeReport().Document())
	holds(t, got,
		"Thực hiện Kế hoạch số 45/KH-UBND ngày 29/3/2024 của UBND thị xã Đức Phổ về công tác thông tin đối ngoại và truyền thông chính sách "+
			"thị xã Đức Phổ năm 2024, UBND xã Phổ An báo cáo kết quả thực hiện (số liệu từ ngày 01/01/2024 đến ngày 05/11/2024) như sau:",
		"I. KẾT QUẢ THỰC HIỆN", "1. Hoạt động đối ngoại, báo chí nước ngoài", "Không phát sinh.",
		"2. Truyền thanh, bảng tin", "Phát 12 chuyên đề.", "Treo băng rôn.", "Biểu 1. Truyền thanh, bảng tin",
		"TT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "1", "Buổi phát thanh", "buổi", "4.586",
		"2", "Tuyên truyền miệng, lưu động", "cuộc", "KPS", "lượt người", "Ghi chú: KPS là không phát sinh; ô trống là chưa có số liệu.",
		"II. KHÓ KHĂN, KIẾN NGHỊ", "- Thiết bị xuống cấp.",
		"Trên đây là báo cáo kết quả thực hiện Kế hoạch số 45/KH-UBND của UBND xã Phổ An, kính gửi UBND thị xã Đức Phổ tổng hợp./.")
	if strings.Contains(strings.Join(got, "\n"), "Phụ lục") {
		t.Error("an appendix nobody asked for")
	}
}

func TestATableOfFiguresRepeatsItsHeadAndSetsNumbersRight(t *testing.T) {
	t.Parallel()
	doc := body(t, communeReport().Document())
	table := doc.all("tbl")[1]
	if table.first("tblStyle").attr("val") != "TableGrid" {
		t.Error("the table has no borders")
	}
	rows := table.all("tr")
	if len(rows) != 4 || len(rows[0].all("tblHeader")) != 1 || len(rows[1].all("tblHeader")) != 0 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, row := range rows {
		if len(row.all("cantSplit")) != 1 {
			t.Errorf("row %d can be split", i)
		}
	}
	number := rows[1].all("tc")[3]
	if number.text() != "4.586" || number.first("jc").attr("val") != "right" {
		t.Errorf("%q stands %q", number.text(), number.first("jc").attr("val"))
	}
	if merges := table.all("vMerge"); len(merges) != 4 || merges[0].attr("val") != "restart" || merges[2].attr("val") != "" {
		t.Errorf("the pair is not under one name: %+v", merges)
	}
	width := 0
	for _, column := range table.all("gridCol") {
		width += column.number("w")
	}
	if width != 11906-1701-1134 {
		t.Errorf("the table is %d twips wide", width)
	}
}

func TestFiguresMayStandInAnAppendixThatTheBodyRefersTo(t *testing.T) {
	t.Parallel()
	r := communeReport()
	r.FiguresInAppendix, r.Sections[1].Text = true, ""
	holds(t, lines(t, r.Document()), "2. Truyền thanh, bảng tin", "Số liệu cụ thể tại Biểu 1, Phụ lục kèm theo.", "II. KHÓ KHĂN, KIẾN NGHỊ",
		"Phụ lục", "SỐ LIỆU KẾT QUẢ THỰC HIỆN", "Biểu 1. Truyền thanh, bảng tin", "4.586")
}

func TestNothingWrittenIsSaidAndIsNotNil(t *testing.T) {
	t.Parallel()
	r := official.Report{Issuer: town(), Sections: []official.ReportSection{
		{Title: "Trống", ByTask: true, Figures: []official.Figure{{Indicator: broadcasts()}}},
		{Title: "Số không", ByTask: true, Figures: []official.Figure{{Indicator: broadcasts(), Values: []official.Value{known(0)}}}}}}
	holds(t, lines(t, r.Document()), "1. Trống", "Chưa có nội dung, số liệu báo cáo.", "2. Số không", "Số liệu cụ thể như sau:", "Biểu 1. Số không", "0")
}

func TestFiguresKeepTheirQualifierWordsAndDay(t *testing.T) {
	t.Parallel()
	followers := known(19400)
	followers.Qualifier, followers.AsOf = figure.MoreThan, day.New(2024, 11, 5)
	r := official.Report{Issuer: town(), Sections: []official.ReportSection{{Title: "Mạng xã hội", Figures: []official.Figure{
		{Indicator: official.Indicator{Name: "Người theo dõi", Units: []string{"người"}}, Values: []official.Value{followers}},
		{Indicator: official.Indicator{Name: "Trang"}, Values: []official.Value{{State: official.Known, Words: "Zalo,\nFacebook"}}},
		{Indicator: official.Indicator{Name: "Tổng", Units: []string{"người"}}, Values: []official.Value{{State: official.NotAdded}}},
	}}}}
	holds(t, lines(t, r.Document()), "Người theo dõi (tại ngày 05/11/2024)", "người", "hơn 19.400", "Trang", "Zalo, Facebook", "Tổng", "không cộng")
}
