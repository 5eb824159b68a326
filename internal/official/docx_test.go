package official_test

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"lantoa/internal/day"
	"lantoa/internal/official"
)

func TestThePageHasTheDecreesSizeMarginsAndPageNumbers(t *testing.T) {
	t.Parallel()
	pack := parts(t, written(t, plan2024(t).Document()))
	section := pack["word/document.xml"].first("sectPr")
	size, margin := section.first("pgSz"), section.first("pgMar")
	if size.number("w") != 11906 || size.number("h") != 16838 || size.attr("orient") != "" {
		t.Errorf("not an upright A4: %+v", size.Attrs)
	}
	for side, limits := range map[string][2]int{"top": {1134, 1417}, "bottom": {1134, 1417}, "left": {1701, 1984}, "right": {850, 1134}} {
		if n := margin.number(side); n < limits[0] || n > limits[1] {
			t.Errorf("margin %s of %d twips", side, n)
		}
	}
	if len(section.all("titlePg")) != 1 || section.first("headerReference").attr("type") != "default" {
		t.Error("the page number is not kept from the first page")
	}
	header := pack["word/header1.xml"]
	if strings.TrimSpace(header.first("instrText").Text) != "PAGE" || header.style() != "Header" {
		t.Error("no page number in the header")
	}
}

func TestTheStylesAreThoseOfTheDecree(t *testing.T) {
	t.Parallel()
	styles := parts(t, written(t, plan2024(t).Document()))["word/styles.xml"]
	defaults := styles.first("docDefaults")
	if fonts := defaults.first("rFonts"); fonts.attr("ascii") != "Times New Roman" || fonts.attr("hAnsi") != "Times New Roman" {
		t.Error("not Times New Roman")
	}
	if defaults.first("lang").attr("val") != "vi-VN" || defaults.first("sz").attr("val") != "28" {
		t.Error("not Vietnamese at 14 points")
	}
	look := map[string]string{}
	for _, s := range styles.all("style") {
		words := s.first("sz").attr("val")
		for _, mark := range []string{"b", "i"} {
			if len(s.first("rPr").all(mark)) > 0 {
				words += mark
			}
		}
		look[s.attr("styleId")] = words + " " + s.first("jc").attr("val")
		if s.attr("styleId") == "BodyText" {
			if s.first("ind").number("firstLine") < 567 || s.first("spacing").number("before") < 120 || s.first("spacing").number("line") > 360 {
				t.Error("the body's indentation or spacing is not the decree's")
			}
		}
	}
	for id, want := range map[string]string{
		"Motto": "24b center", "Tagline": "26b center", "ParentAgency": "24 center", "Agency": "24b center", "Number": "26 center",
		"PlaceDate": "26i center", "Kind": "b center", "Subject": "b center", "Basis": "i ", "BodyText": " both", "Heading1": "b ",
		"RecipientsTitle": "24bi ", "Recipient": "22 ", "SignerTitle": "b center", "SignerName": "b center", "Header": " center",
	} {
		if look[id] != want {
			t.Errorf("%s: %q, want %q", id, look[id], want)
		}
	}
}

func TestThePartsOfADocumentComeInTheDecreesOrder(t *testing.T) {
	t.Parallel()
	holds(t, lines(t, communeReport().Document()),
		"ỦY BAN NHÂN DÂN", "XÃ PHỔ AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
		"Số: 05/BC-UBND", "Phổ An, ngày 08 tháng 11 năm 2024", "BÁO CÁO",
		"Kết quả thực hiện Kế hoạch công tác thông tin đối ngoại và truyền thông chính sách thị xã Đức Phổ năm 2024",
		"Kính gửi: UBND thị xã Đức Phổ (qua Phòng Văn hóa và Thông tin)", "I. KẾT QUẢ THỰC HIỆN",
		"Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
}

func TestTheLinesOfTheHeadingAreAsLongAsTheDecreeSays(t *testing.T) {
	t.Parallel()
	doc := body(t, plan2024(t).Document())
	heading := doc.all("tbl")[0]
	length := func(p element, width int) int {
		return width - p.first("ind").number("left") - p.first("ind").number("right")
	}
	widths := heading.all("gridCol")
	var rules []element
	for _, p := range heading.all("p") {
		if p.style() == "Rule" {
			rules = append(rules, p)
		}
	}
	if len(rules) != 2 {
		t.Fatalf("%d lines in the heading", len(rules))
	}
	const unit, tagline = 2430, 3176 // «THỊ XÃ ĐỨC PHỔ» bold at 12 points, «Độc lập - Tự do - Hạnh phúc» at 13: as LibreOffice sets them
	if n := length(rules[0], widths[0].number("w")); n < unit/3 || n > unit/2 {
		t.Errorf("the line below the agency is %d twips", n)
	}
	if n := length(rules[1], widths[1].number("w")); n < tagline*97/100 || n > tagline*103/100 {
		t.Errorf("the line below the motto is %d twips", n)
	}
	if len(heading.all("tblBorders")) != 0 || heading.first("tblStyle").attr("val") != "TableNormal" {
		t.Error("the heading's table shows")
	}
}

func TestAnUnnumberedDraftLeavesRoomAndSaysWhatItIs(t *testing.T) {
	t.Parallel()
	p := plan2024(t)
	p.Number, p.Date, p.Year, p.Draft = "", day.Day{}, 2024, true
	holds(t, lines(t, p.Document()), "Số:       /KH-UBND", "DỰ THẢO", "Đức Phổ, ngày      tháng      năm 2024", "KẾ HOẠCH")
}

func TestTheFootStaysOnOnePageWithTheLastParagraph(t *testing.T) {
	t.Parallel()
	doc := body(t, plan2024(t).Document())
	tables := doc.all("tbl")
	foot := tables[len(tables)-1]
	if rows := foot.all("tr"); len(rows) != 1 || len(rows[0].all("cantSplit")) != 1 {
		t.Error("the foot can be split")
	}
	paragraphs := doc.Children[0].Children
	last := slices.IndexFunc(paragraphs, func(e element) bool { return strings.HasSuffix(e.text(), "./.") })
	if last < 0 || len(paragraphs[last].all("keepNext")) == 0 {
		t.Error("the last paragraph does not stay with the foot")
	}
	if n := strings.Count(strings.Join(lines(t, plan2024(t).Document()), "\n"), "./."); n != 1 {
		t.Errorf("%d end marks", n)
	}
}

func TestTheWordsThatLeadToATableStayWithIt(t *testing.T) {
	t.Parallel()
	r := communeReport()
	for i := range r.Sections {
		r.Sections[i].Text = ""
	}
	for _, p := range body(t, r.Document()).all("p") {
		if strings.HasSuffix(p.text(), "như sau:") && p.style() == "BodyText" && strings.HasPrefix(p.text(), "Số liệu") {
			if len(p.all("keepNext")) == 0 {
				t.Errorf("%q does not stay with its table", p.text())
			}
			return
		}
	}
	t.Error("no words lead to a table")
}

func TestDraftersNamesAreRaised(t *testing.T) {
	t.Parallel()
	for _, p := range body(t, plan2024(t).Document()).all("p") {
		if p.style() != "Recipient" || !strings.HasPrefix(p.text(), "- CVVP") {
			continue
		}
		raised := ""
		for _, r := range p.all("r") {
			if r.first("vertAlign").attr("val") == "superscript" {
				raised += r.text() + " "
			}
		}
		if p.text() != "- CVVPChiến, CVVHTTDung;" || raised != "Chiến Dung " {
			t.Errorf("%q, raised %q", p.text(), raised)
		}
		return
	}
	t.Error("no such recipient")
}

func TestAppendicesHaveTheirOwnPagesNumbersAndTheirDocumentsName(t *testing.T) {
	t.Parallel()
	d := communeReport().Document()
	d.Appendices = []official.Appendix{{Title: "Số liệu", Blocks: []official.Block{official.Paragraph("A")}},
		{Title: "Theo cơ quan", Landscape: true, Blocks: []official.Block{official.Paragraph("B")}}}
	doc := body(t, d)
	sections := doc.all("sectPr")
	if len(sections) != 3 || sections[2].first("pgSz").attr("orient") != "landscape" || sections[2].first("pgSz").number("w") != 16838 {
		t.Errorf("%d sections", len(sections))
	}
	for _, s := range sections[1:] {
		if s.first("pgNumType").attr("start") != "1" {
			t.Error("an appendix is not numbered on its own")
		}
	}
	holds(t, lines(t, d), "Phụ lục I", "SỐ LIỆU", "(Kèm theo Báo cáo số 05/BC-UBND ngày 08 tháng 11 năm 2024 của Ủy ban nhân dân xã Phổ An)",
		"A", "Phụ lục II", "THEO CƠ QUAN", "B")
}

func TestSeveralAddresseesStandBelowEachOther(t *testing.T) {
	t.Parallel()
	d := communeReport().Document()
	d.Addressees = []string{"UBND tỉnh", "Sở Thông tin và Truyền thông;"}
	holds(t, lines(t, d), "Kính gửi:", "- UBND tỉnh;", "- Sở Thông tin và Truyền thông.")
}

func TestAnyTextIsWrittenAsPlainNFCWithoutControlCharacters(t *testing.T) {
	t.Parallel()
	d := official.Document{Kind: official.KindReport, Subject: "A < B & \"C\"", Blocks: []official.Block{
		official.Paragraph("<w:b/>\x00\x1b]]> Ph\u006f\u0302\u0309 \xff An\nsau"), official.Point(5, "điểm"), official.Section(2, "hội nghị")},
		Recipients: []string{"\u0000Lưu: VT..."}}
	got := lines(t, d)
	holds(t, got, "A < B & \"C\"", "<w:b/>]]> Phổ  An sau", "đ) điểm", "II. HỘI NGHỊ./.", "- Lưu: VT.")
	core := parts(t, written(t, d))["docProps/core.xml"]
	if core.first("title").Text != "Báo cáo A < B & \"C\"" || len(core.all("creator")) != 0 || len(core.all("lastModifiedBy")) != 0 {
		t.Errorf("the properties: %+v", core)
	}
}

func TestAnEmptyDocumentIsStillADocument(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]official.Document{
		"nothing": {}, "plan": official.Plan{}.Document(), "report": official.Report{}.Document(), "consolidated": official.Consolidated{}.Document(),
		"table last": {Blocks: []official.Block{official.Tabulated(official.Table{})}},
		"wide cells": {Blocks: []official.Block{official.Tabulated(official.Table{Widths: []int{1}, Rows: [][]official.Cell{{{Span: 3}, {}}}})}},
	} {
		doc := body(t, d)
		for _, cell := range doc.all("tc") {
			if len(cell.all("p")) == 0 {
				t.Errorf("%s: a cell without a paragraph", name)
			}
		}
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	first, second := written(t, communeReport().Document()), written(t, communeReport().Document())
	if !bytes.Equal(first, second) {
		t.Error("the bytes differ")
	}
	in, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	if in.File[0].Name != "[Content_Types].xml" {
		t.Errorf("the package begins with %s", in.File[0].Name)
	}
}

func TestAListOfRecipientsLongerThanAPageRunsOnBesideTheSignature(t *testing.T) {
	t.Parallel()
	d := communeReport().Document()
	for range 60 {
		d.Recipients = append(d.Recipients, "UBND các xã, phường")
	}
	tables := body(t, d).all("tbl")
	if foot := tables[len(tables)-1]; len(foot.all("cantSplit")) != 0 || len(foot.all("keepNext")) != 0 {
		t.Error("the foot may not be split, and so leaves the signature alone on a page")
	}
}

func TestAnAgencyWithoutACommitteeAboveTakesThePlaceItIsGiven(t *testing.T) {
	t.Parallel()
	r := communeReport()
	r.Issuer = official.Issuer{Agency: "Liên đoàn Lao động thị xã", Place: "Đức Phổ", Symbol: "BC-LĐLĐ", Number: "7", Date: day.New(2024, 11, 8)}
	holds(t, lines(t, r.Document()), "LIÊN ĐOÀN LAO ĐỘNG THỊ XÃ", "Số: 07/BC-LĐLĐ", "Đức Phổ, ngày 08 tháng 11 năm 2024")
	r.Place = ""
	holds(t, lines(t, r.Document()), "Số: 07/BC-LĐLĐ", "ngày 08 tháng 11 năm 2024")
}
