package planreader_test

import (
	"strings"
	"testing"

	"lantoa/internal/planreader"
)

func TestWordsAutomaticNumbersBreaksAndBoxesAreReadAsSeen(t *testing.T) {
	t.Parallel()
	styled := func(style, text string) string { return par(`<w:pStyle w:val="`+style+`"/>`, run("", text)) }
	draft := mustRead(t, word(t,
		tbl(
			tr(td("ỦY BAN NHÂN DÂN\nTHỊ XÃ ĐỨC PHỔ"), td("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")),
			tr(td("Số: 45/KH-UBND"), td("Đức Phổ, ngày 15 tháng 3 năm 2024")),
		),
		par("", run("<w:b/>", "KẾ"), run("<w:b/>", " HOẠCH")),
		p("Truyền thông chính sách\nvà thông tin đối ngoại thị xã Đức Phổ năm 2024"),
		styled("MucCon", "Mục đích, yêu cầu"),
		numbered(1, 1, "Mục đích"), numbered(2, 0, "Nâng cao nhận thức."),
		numbered(1, 1, "Yêu cầu"), numbered(2, 0, "Thiết thực."),
		numbered(1, 0, "Nhiệm vụ"),
		numbered(1, 1, "Truyền thông trên mạng xã hội"),
		numbered(2, 0, "Hình thức:"),
		numbered(2, 1, "Thực hiện tin, bài."),
		numbered(2, 1, "Làm phóng sự."),
		numbered(2, 0, "Cơ quan chủ trì: Phòng Văn hóa và Thông tin."),
		par("", run("", "Thời gian thực hiện:"), run("", "\tQuý II"), `<w:del><w:r><w:delText>I</w:delText></w:r></w:del>`, `<w:ins>`+run("", "/2024")+`</w:ins>`, run("<w:vanish/>", " ẩn")),
		numbered(1, 1, "Tập huấn"),
		numbered(1, 2, "Đơn vị chủ trì: Phòng Tư pháp"),
		numbered(1, 2, "Thời gian: Quý III"),
		styled("Muc", "Tổ chức thực hiện"),
		numbered(3, 0, "Phòng Tư pháp"), p("Theo dõi chung."),
		numbered(3, 0, "UBND các xã, phường"), p("Diện tích pano 2 m"+""),
		par("", `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>`+p("DỰ THẢO")+`</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>`+p("DỰ THẢO")+`</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`),
		tbl(tr(td("Nơi nhận:\n- Như trên;\n- Lưu: VT."), td("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nVõ Thanh Hùng"))),
	), planreader.Docx)
	plan := draft.Plan
	if *plan.Number != "45/KH-UBND" || plan.IssuedOn.String() != "2024-03-15" || plan.Issuer.Agency != "UBND thị xã Đức Phổ" {
		t.Errorf("header %v %v %v", *plan.Number, plan.IssuedOn, plan.Issuer)
	}
	if plan.Title != "Truyền thông chính sách và thông tin đối ngoại thị xã Đức Phổ năm 2024" {
		t.Errorf("title %q", plan.Title)
	}
	if strings.Join(plan.Purposes, "|") != "Nâng cao nhận thức." || strings.Join(plan.Requirements, "|") != "Thiết thực." {
		t.Errorf("purposes %q, requirements %q", plan.Purposes, plan.Requirements)
	}
	tasksAre(t, draft,
		"Truyền thông trên mạng xã hội | Thực hiện tin, bài. / Làm phóng sự. | Phòng Văn hóa và Thông tin |  | quarters 2024-04-01..2024-06-30",
		"Tập huấn |  | Phòng Tư pháp |  | quarters 2024-07-01..2024-09-30",
	)
	if len(plan.Responsibilities) != 2 || parties(plan.Responsibilities[1].Who) != "UBND các xã, phường" {
		t.Errorf("responsibilities %v", plan.Responsibilities)
	}
	unreadIs(t, draft, "DỰ THẢO")
}

func TestSuperscriptsStandInBrackets(t *testing.T) {
	t.Parallel()
	draft := mustRead(t, word(t, p("KẾ HOẠCH"), p("Thử năm 2024"), p("Nơi nhận:"),
		par("", run("", "- CVVP"), raised("Chi"), raised("ến"), run("", ", CVVHTT"), run(`<w:position w:val="8"/><w:sz w:val="19"/>`, "Dung"), run("", " ;")),
		p("- Lưu: VT.")), planreader.Docx)
	if got := strings.Join(draft.Plan.Recipients, "|"); got != "CVVP(Chiến), CVVHTT(Dung)|Lưu: VT" {
		t.Errorf("recipients %q", got)
	}
}
