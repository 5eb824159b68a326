package official_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"lantoa/internal/day"
	"lantoa/internal/official"
)

var update = flag.Bool("update", false, "write the golden files anew") //nolint:gochecknoglobals // a flag

func TestThePlanOf2024IsPrintedWhole(t *testing.T) {
	t.Parallel()
	got := strings.Join(lines(t, plan2024(t).Document()), "\n") + "\n"
	const golden = "testdata/plan-2024.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("not the golden text; run with -update and read the difference:\n%s", got)
	}
}

func TestABasisIsWrittenFromItsPartsOrAsItStands(t *testing.T) {
	t.Parallel()
	p := official.Plan{Issuer: town(), LegalBases: []official.LegalBasis{
		{Number: "203/KH-UBND", IssuedOn: day.New(2023, 11, 22), Issuer: "UBND tỉnh", Subject: "công tác thông tin;"},
		{Number: "49/2024/NĐ-CP", IssuedOn: day.New(2024, 5, 10), Issuer: "Chính phủ"},
		{Number: "12/UBND-VX", Subject: "việc báo cáo"},
		{Subject: "Luật Tiếp cận thông tin"},
		{Text: "Thực hiện Công văn số 5/STTTT.", Number: "5/STTTT"},
	}}
	holds(t, lines(t, p.Document()),
		"Căn cứ Kế hoạch số 203/KH-UBND ngày 22/11/2023 của UBND tỉnh về công tác thông tin;",
		"Căn cứ Nghị định số 49/2024/NĐ-CP ngày 10/5/2024 của Chính phủ;",
		"Căn cứ Công văn số 12/UBND-VX về việc báo cáo;",
		"Căn cứ Luật Tiếp cận thông tin;",
		"Thực hiện Công văn số 5/STTTT.")
}

func TestAReportingDutyIsPrintedOnceWhereverItStands(t *testing.T) {
	t.Parallel()
	duty := official.ReportingDuty{From: []string{"UBND các xã, phường"}, To: "UBND thị xã", Through: "Phòng Văn hóa và Thông tin", Text: "trước ngày 10/11/2024"}
	const sentence = "Báo cáo kết quả thực hiện cho UBND thị xã (qua Phòng Văn hóa và Thông tin) trước ngày 10/11/2024."
	for name, c := range map[string]struct {
		responsibilities []official.Responsibility
		want             []string
	}{
		"in a duty's own words": {[]official.Responsibility{{Who: duty.From, Duties: []string{"Báo cáo UBND thị xã trước ngày  10/11/2024."}}},
			[]string{"1. UBND các xã, phường", "Báo cáo UBND thị xã trước ngày 10/11/2024."}},
		"among the agency's duties": {[]official.Responsibility{{Who: duty.From, Duties: []string{"Tổ chức thực hiện."}}},
			[]string{"1. UBND các xã, phường", "- Tổ chức thực hiện.", "- " + sentence}},
		"on its own": {[]official.Responsibility{{Who: []string{"Công an thị xã"}, Duties: []string{"Kiểm tra."}}},
			[]string{"1. Công an thị xã", "Kiểm tra.", "2. UBND các xã, phường", sentence}},
	} {
		p := official.Plan{Issuer: town(), Responsibilities: c.responsibilities, Reporting: []official.ReportingDuty{duty}}
		got := lines(t, p.Document())
		holds(t, got, append([]string{"I. TỔ CHỨC THỰC HIỆN"}, c.want...)...)
		if n := strings.Count(strings.Join(got, "\n"), "10/11/2024"); n != 1 {
			t.Errorf("%s: printed %d times", name, n)
		}
	}
}

func TestWhatAPlanLacksIsLeftOutAndTheRestNumberedOn(t *testing.T) {
	t.Parallel()
	p := official.Plan{Issuer: town(), Title: "TTĐN năm 2025", Requirements: []string{"- Kịp thời."},
		Tasks: []official.PlanTask{{Title: "Việc\nmột", ContentLabel: "Hình thức", Leads: []string{"Công an thị xã."}}}, Funding: "Theo phân cấp.\nKhông."}
	got := lines(t, p.Document())
	holds(t, got, "UBND thị xã Đức Phổ ban hành Kế hoạch TTĐN năm 2025 (sau đây gọi tắt là Kế hoạch) với những nội dung sau:",
		"I. MỤC ĐÍCH, YÊU CẦU", "1. Yêu cầu", "- Kịp thời.", "II. NHIỆM VỤ CỤ THỂ", "1. Việc một", "- Cơ quan chủ trì: Công an thị xã.",
		"III. KINH PHÍ THỰC HIỆN", "Theo phân cấp.", "Không.")
	if text := strings.Join(got, "\n"); strings.Contains(text, "Hình thức") || strings.Contains(text, "Thời gian") || strings.Contains(text, "IV.") {
		t.Error(text)
	}
}
