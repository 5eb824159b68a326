package official_test

import (
	"strings"
	"testing"

	"lantoa/internal/official"
)

func TestTheConsolidatedReportNamesThoseLateMissingExemptedAndNil(t *testing.T) {
	t.Parallel()
	c := official.Consolidated{Report: communeReport(), Submissions: []official.Submission{
		{Agency: "UBND xã Phổ An", Standing: official.OnTime}, {Agency: "UBND xã Phổ Phong", Standing: official.OnTime},
		{Agency: "UBND phường Phổ Minh", Standing: official.Late, DaysLate: 2}, {Agency: "UBND phường Phổ Vinh", Standing: official.Late, DaysLate: 1},
		{Agency: "UBND xã Phổ Châu", Standing: official.Missing}, {Agency: "Phòng Y tế", Standing: official.AllNil},
		{Agency: "Thanh tra thị xã", Standing: official.Exempted, Reason: "Không thuộc phạm vi."},
		{Agency: "Thị đoàn", Standing: official.DueSoon}, {Agency: "Phòng Nội vụ", Standing: official.Upcoming},
	}}
	holds(t, lines(t, c.Document()), "III. TÌNH HÌNH NỘP BÁO CÁO",
		"Có 08 cơ quan, đơn vị phải báo cáo (không kể 01 cơ quan, đơn vị được miễn); đã nộp 05, trong đó đúng hạn 03, trễ hạn 02; chưa nộp 03. "+
			"Tỷ lệ nộp đúng hạn đạt 37,5%.",
		"a) Nộp trễ hạn (02): UBND phường Phổ Minh (trễ 2 ngày); UBND phường Phổ Vinh (trễ 1 ngày).",
		"b) Chưa nộp (01): UBND xã Phổ Châu.", "c) Chưa nộp, sắp đến hạn (01): Thị đoàn.", "d) Chưa nộp, chưa đến hạn (01): Phòng Nội vụ.",
		"đ) Được miễn báo cáo (01): Thanh tra thị xã (không thuộc phạm vi).", "e) Báo cáo không phát sinh (01): Phòng Y tế.")
}

func TestARoundOfWhichAllAreExemptedHasNoRate(t *testing.T) {
	t.Parallel()
	c := official.Consolidated{Submissions: []official.Submission{{Agency: "Phòng Y tế", Standing: official.Exempted}}}
	if text := strings.Join(lines(t, c.Document()), "\n"); strings.Contains(text, "%") {
		t.Error(text)
	}
}

func TestATableSaysWhoseFiguresItHolds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		coverage official.Coverage
		want     string
	}{
		{official.Coverage{}, ""},
		{official.Coverage{Reported: 15, Owing: 15, Of: "xã, phường"}, "Số liệu của 15/15 xã, phường."},
		{official.Coverage{Reported: 14, Owing: 15, Of: "xã, phường", Missing: []string{"UBND xã Phổ Châu"}}, "Số liệu của 14/15 xã, phường; chưa có UBND xã Phổ Châu."},
		{official.Coverage{Reported: 0, Owing: 5, Missing: []string{"1", "2", "3", "4", "5"}}, "Số liệu của 0/5 cơ quan, đơn vị; chưa có 5 cơ quan, đơn vị."},
	} {
		if got := c.coverage.Sentence(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func matrix() official.Matrix {
	return official.Matrix{Title: "Truyền thanh", Indicators: []official.Indicator{broadcasts(), talks()},
		Rows: []official.AgencyFigures{
			{Agency: "UBND xã Phổ An", Values: [][]official.Value{{known(312)}, {known(12), known(1600)}}},
			{Agency: "UBND xã Phổ Châu"},
			{Agency: "Phòng Y tế", Values: [][]official.Value{{{State: official.NotAsked}}, {{State: official.Nil}, {State: official.Nil}}}},
		},
		Totals: [][]official.Value{{known(312)}, {known(12), known(1600)}}}
}

func TestFiguresByAgencyStandInAnAppendixAcrossThePage(t *testing.T) {
	t.Parallel()
	c := official.Consolidated{Report: communeReport(), ByAgency: []official.Matrix{matrix()}}
	d := c.Document()
	holds(t, lines(t, d), "Phụ lục", "SỐ LIỆU THEO CƠ QUAN, ĐƠN VỊ", "Biểu PL.1. Truyền thanh",
		"Ghi chú: KPS là không phát sinh; x là không thuộc phạm vi báo cáo; ô trống là chưa có số liệu.",
		"TT", "Cơ quan, đơn vị", "Buổi phát thanh", "Tuyên truyền miệng, lưu động", "buổi", "cuộc", "lượt người",
		"1", "UBND xã Phổ An", "312", "12", "1.600", "2", "UBND xã Phổ Châu", "3", "Phòng Y tế", "x", "KPS", "KPS",
		"Tổng cộng", "312", "12", "1.600")
	sections := body(t, d).all("sectPr")
	if last := sections[len(sections)-1]; last.first("pgSz").attr("orient") != "landscape" {
		t.Error("the appendix stands upright")
	}
}

func TestATableThatNoAgencyOwesIsLeftOutOfTheAppendix(t *testing.T) {
	t.Parallel()
	empty := official.Matrix{Title: "Không ai phải báo cáo", Indicators: []official.Indicator{talks()}}
	c := official.Consolidated{Report: communeReport(), ByAgency: []official.Matrix{empty, matrix()}}
	text := strings.Join(lines(t, c.Document()), "\n")
	if strings.Contains(text, empty.Title) || !strings.Contains(text, "Biểu PL.1. Truyền thanh") {
		t.Error(text)
	}
	c.ByAgency = c.ByAgency[:1]
	if text := strings.Join(lines(t, c.Document()), "\n"); strings.Contains(text, "Phụ lục\n") {
		t.Error("an appendix without a table")
	}
}

func TestATableTooWideForThePageGoesOnInTheNext(t *testing.T) {
	t.Parallel()
	m := matrix()
	for len(m.Indicators) < 30 {
		m.Indicators = append(m.Indicators, talks())
	}
	m.Totals = nil
	d := official.Consolidated{Report: communeReport(), ByAgency: []official.Matrix{m}}.Document()
	holds(t, lines(t, d), "Biểu PL.1. Truyền thanh", "Biểu PL.1 (tiếp theo). Truyền thanh")
	columns := 0
	for _, table := range body(t, d).all("tbl")[3:] {
		width := 0
		for _, column := range table.all("gridCol") {
			width += column.number("w")
			columns++
		}
		columns -= 2
		if width != 16838-1701-1134 {
			t.Errorf("a table of %d twips", width)
		}
	}
	if columns != 59 {
		t.Errorf("%d columns of figures, want 59", columns)
	}
}

func TestStandingsAreSaidInVietnamese(t *testing.T) {
	t.Parallel()
	for _, s := range []official.Standing{official.Upcoming, official.DueSoon, official.OnTime, official.Late, official.Missing, official.Exempted, official.AllNil} {
		if s.Words() == string(s) || s.Words() == "" {
			t.Errorf("%q has no words", s)
		}
	}
	if official.Standing("waived").Words() != "waived" {
		t.Error("an unknown standing is lost")
	}
}
