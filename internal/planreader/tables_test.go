package planreader_test

import (
	"strings"
	"testing"

	"lantoa/internal/planreader"
)

// says gives a task in one line: title | content | leads | coordinators | time.
func says(task planreader.Task) string {
	s := task.Schedule
	days := ""
	if s.StartsOn != nil {
		days += s.StartsOn.String()
	}
	days += ".."
	if s.EndsOn != nil {
		days += s.EndsOn.String()
	}
	return strings.Join([]string{task.Title, strings.Join(task.Content, " / "), parties(task.Leads), parties(task.Coordinators), string(s.Kind) + " " + days}, " | ")
}

// parties names agencies and groups, what was not matched behind a question mark.
func parties(all []planreader.Party) string {
	var out []string
	for _, p := range all {
		name := p.Agency + p.Group
		if !p.Known() {
			name = "?" + name
		}
		out = append(out, name)
	}
	return strings.Join(out, " + ")
}

func tasksAre(t *testing.T, draft *planreader.Draft, want ...string) {
	t.Helper()
	for i, task := range draft.Plan.Tasks {
		if i >= len(want) {
			t.Errorf("task %d too much: %s", i+1, says(task))
		} else if got := says(task); got != want[i] {
			t.Errorf("task %d\n got %s\nwant %s", i+1, got, want[i])
		}
	}
	if len(draft.Plan.Tasks) < len(want) {
		t.Errorf("%d tasks, want %d", len(draft.Plan.Tasks), len(want))
	}
}

func TestTasksInATableWithMergedAndContinuedRows(t *testing.T) {
	t.Parallel()
	draft := mustRead(t, word(t,
		p("KẾ HOẠCH"), p("Truyền thông chính sách thị xã Đức Phổ năm 2024"),
		p("UBND thị xã Đức Phổ ban hành Kế hoạch như sau:"),
		p("I. MỤC ĐÍCH"), p("- Nâng cao nhận thức."),
		p("II. NỘI DUNG THỰC HIỆN"), p("Nhiệm vụ cụ thể theo bảng sau:"),
		tbl(
			tr(top("TT"), top("Nội dung, nhiệm vụ"), span(2, "Cơ quan thực hiện"), top("Thời gian"), top("Sản phẩm")),
			tr(below(), below(), td("Chủ trì"), td("Phối hợp"), below(), below()),
			tr(td("(1)"), td("(2)"), td("(3)"), td("(4)"), td("(5)"), td("(6)")),
			tr(td("I"), span(5, "Công tác chỉ đạo")),
			tr(td("1"), td("Ban hành văn bản hướng dẫn"), top("Phòng Văn hóa và\nThông tin"), td("Các cơ quan, đơn vị liên quan"), td("Quý I/2024"), td("Văn bản")),
			tr(td("2"), td("Tổ chức hội nghị\n- Mời báo cáo viên\n- In tài liệu"), below(), td("- Phòng Tư pháp\n- Phòng Nội vụ"), top("Quý II,\nIII/2024"), td("")),
			tr(td("3"), td("Kiểm tra công tác"), td("Công an thị xã"), td(""), below(), td("")),
			tr(td("TT"), td("Nội dung, nhiệm vụ"), td("Chủ trì"), td("Phối hợp"), td("Thời gian"), td("Sản phẩm")),
			tr(td("II"), span(5, "Công tác tuyên truyền")),
			tr(top("4"), top("Tuyên truyền trên hệ thống truyền thanh, bảng tin điện tử và"), td("Trung tâm Truyền thông - Văn hóa - Thể thao"), td("UBND các xã, phường"), td("Thường xuyên"), td("Tin, bài")),
			tr(below(), below(), td("UBND các xã, phường"), td(""), td(""), td("")),
			tr(td(""), td("màn hình Led"), td(""), td("Phòng Y tế"), td(""), td("")),
			tr(td("5"), td("Sơ kết"), td("Chủ trì: Phòng Tư pháp\nPhối hợp: Phòng Kinh tế"), td(""), td("31/02/2024"), td("")),
		),
		p("III. KINH PHÍ"), p("Ngân sách thị xã."),
	), planreader.Docx)
	tasksAre(t, draft,
		"Ban hành văn bản hướng dẫn | Sản phẩm: Văn bản | Phòng Văn hóa và Thông tin | Các cơ quan, đơn vị liên quan | quarters 2024-01-01..2024-03-31",
		"Tổ chức hội nghị | Mời báo cáo viên / In tài liệu | Phòng Văn hóa và Thông tin | Phòng Tư pháp + Phòng Nội vụ | quarters 2024-04-01..2024-09-30",
		"Kiểm tra công tác |  | Công an thị xã |  | quarters 2024-04-01..2024-09-30",
		"Tuyên truyền trên hệ thống truyền thanh, bảng tin điện tử và màn hình Led | Sản phẩm: Tin, bài | Trung tâm Truyền thông - Văn hóa - Thể thao + UBND các xã, phường | UBND các xã, phường + Phòng Y tế | continuous 2024-01-01..2024-12-31",
		"Sơ kết |  | Phòng Tư pháp | Phòng Kinh tế | unspecified ..",
	)
	if draft.Plan.Funding != "Ngân sách thị xã." {
		t.Errorf("funding %q", draft.Plan.Funding)
	}
	unreadIs(t, draft, "Nhiệm vụ cụ thể theo bảng sau:")
}

func TestATableThatGoesOnAsAnotherOneAndOneInAnAppendix(t *testing.T) {
	t.Parallel()
	draft := mustRead(t, word(t,
		p("KẾ HOẠCH"), p("Thông tin đối ngoại năm 2025"),
		p("I. NHIỆM VỤ"), p("1. Đẩy mạnh tuyên truyền"), p("2. Tăng cường quản lý"), p("(Chi tiết tại Phụ lục kèm theo)"),
		p("Trên đây là Kế hoạch thông tin đối ngoại năm 2025 của UBND thị xã Đức Phổ./."),
		tbl(tr(td("Nơi nhận:\n- Như trên;\n- Lưu: VT."), td("CHỦ TỊCH\n\n\nVõ Thanh Hùng"))),
		p("PHỤ LỤC"), p("DANH MỤC NHIỆM VỤ"),
		tbl(tr(td("STT"), td("Tên nhiệm vụ"), td("Đơn vị chủ trì/phối hợp"), td("Tiến độ")),
			tr(td("1"), td("Tập huấn"), td("Phòng Văn hóa và Thông tin chủ trì; Phòng Nội vụ phối hợp"), td("T6/2025"))),
		p(""),
		tbl(tr(td("2"), td("Làm phim"), td("Phòng Kinh tế, Phòng Y tế"), td("Theo kế hoạch của tỉnh"))),
	), planreader.Docx)
	tasksAre(t, draft,
		"Tập huấn |  | Phòng Văn hóa và Thông tin | Phòng Nội vụ | range 2025-06-01..2025-06-30",
		"Làm phim |  | Phòng Kinh tế + Phòng Y tế |  | unspecified ..",
	)
	if got := draft.Plan.Signature; got.Name != "Võ Thanh Hùng" || len(got.Lines) != 1 || len(draft.Plan.Recipients) != 2 {
		t.Errorf("signature %v, recipients %v", got, draft.Plan.Recipients)
	}
	warned(t, draft, "task.roles_mixed")
}

func TestARowsOfATablePastedAsText(t *testing.T) {
	t.Parallel()
	draft := mustRead(t, []byte("KẾ HOẠCH\nTruyền thông năm 2024\n\nII. NHIỆM VỤ\n"+
		"TT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n"+
		"1\tTập huấn\tPhòng Tư pháp\tPhòng Y tế\tQuý II\n"+
		"2\tHội thi\tHội Nông dân\t\tNăm 2024\n\nIII. KINH PHÍ\nNgân sách.\n"), planreader.Text)
	tasksAre(t, draft,
		"Tập huấn |  | Phòng Tư pháp | Phòng Y tế | quarters 2024-04-01..2024-06-30",
		"Hội thi |  | ?Hội Nông dân |  | range 2024-01-01..2024-12-31",
	)
	if at := draft.Sources["/tasks/1/schedule"]; at.Line != 7 || at.Text != "Năm 2024" {
		t.Errorf("source %v", at)
	}
}

func unreadIs(t *testing.T, draft *planreader.Draft, want ...string) {
	t.Helper()
	var got []string
	for _, u := range draft.Unread {
		got = append(got, u.Text)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("unread %q, want %q", got, want)
	}
}

func warned(t *testing.T, draft *planreader.Draft, codes ...string) {
	t.Helper()
	for _, code := range codes {
		found := false
		for _, w := range draft.Warnings {
			found = found || w.Code == code && w.Message != "" && w.Message != code
		}
		if !found {
			t.Errorf("no warning %s in %v", code, draft.Warnings)
		}
	}
}
