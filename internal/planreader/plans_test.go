package planreader_test

import (
	"strings"
	"testing"

	"lantoa/internal/planreader"
)

// responsibilities gives a plan's duties in lines: who | duty / duty.
func responsibilities(plan planreader.Plan) []string {
	var out []string
	for _, r := range plan.Responsibilities {
		out = append(out, parties(r.Who)+" | "+strings.Join(r.Duties, " / "))
	}
	return out
}

// reporting gives a plan's reporting duties in lines: from > to, through: due (words).
func reporting(plan planreader.Plan) []string {
	var out []string
	for _, r := range plan.Reporting {
		one := parties(r.From) + " >"
		if r.To != nil {
			one += " " + parties([]planreader.Party{*r.To})
		}
		if r.Through != nil {
			one += ", " + parties([]planreader.Party{*r.Through})
		}
		if r.DueBefore != nil {
			one += ": " + r.DueBefore.Format("2006-01-02T15:04-07:00")
		}
		out = append(out, one+" ("+r.Text+")")
	}
	return out
}

func linesAre(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\n got %s\nwant %s", what, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

func TestAPlanOfAnOfficeElsewhereWithLetteredSectionsAndSentencesThatAssign(t *testing.T) {
	t.Parallel()
	draft := mustRead(t, data(t, "giao-chu-tri.txt"), planreader.Text)
	plan := draft.Plan
	if *plan.Number != "08/KH-VHTT" || plan.IssuedOn.String() != "2025-02-05" || parties([]planreader.Party{*plan.Issuer}) != "?PHÒNG VĂN HÓA VÀ THÔNG TIN" {
		t.Errorf("header: %v %v %v", *plan.Number, plan.IssuedOn, plan.Issuer)
	}
	if plan.Title != "Truyền thông chính sách và thông tin cơ sở trên địa bàn huyện năm 2025" || *plan.Year != 2025 {
		t.Errorf("title %q, year %d", plan.Title, *plan.Year)
	}
	if len(plan.LegalBases) != 2 || *plan.LegalBases[1].Number != "49/2024/NĐ-CP" || plan.LegalBases[1].Issuer != "Chính phủ" {
		t.Errorf("bases %+v", plan.LegalBases)
	}
	linesAre(t, "requirements", plan.Requirements, "Nội dung tuyên truyền phải thiết thực, hiệu quả.")
	const assigned = "Giao Phòng Văn hóa và Thông tin chủ trì, phối hợp với Văn phòng HĐND và UBND huyện, Phòng Tư pháp và các cơ quan, đơn vị liên quan tổ chức thực hiện trong quý I/2025."
	tasksAre(t, draft,
		"Ban hành văn bản hướng dẫn tuyên truyền |  | Phòng Văn hóa và Thông tin | ?Văn phòng HĐND và UBND huyện + Phòng Tư pháp + Các cơ quan, đơn vị liên quan | quarters 2025-01-01..2025-03-31",
		"Tổ chức hội nghị tập huấn |  | Phòng Tư pháp | Phòng Nội vụ + Phòng Y tế + Phòng Tài chính - Kế hoạch | unspecified ..",
		"Tuyên truyền trên đài truyền thanh cấp xã | Tin, bài về chính sách mới; | UBND các xã, phường |  | recurring 2025-01-01..2025-12-31",
		"Sản xuất tờ rơi, pano | Kinh phí: 50 triệu đồng | ?Phòng Kinh tế, Hạ tầng và Đô thị | ?Phòng LĐ-TB&XH + ?Hội Khuyến học huyện | range 2025-01-01..2025-06-30",
	)
	if from := draft.Sources["/tasks/0/schedule"]; from.Text != assigned || from.Line != 22 {
		t.Errorf("source %+v", from)
	}
	linesAre(t, "responsibilities", responsibilities(plan),
		"Phòng Văn hóa và Thông tin | Chủ trì, theo dõi, đôn đốc việc thực hiện.",
		"Phòng Tài chính - Kế hoạch | Giao Phòng Tài chính - Kế hoạch tham mưu bố trí kinh phí.",
		"?Ủy ban MTTQ Việt Nam + ?các tổ chức chính trị - xã hội | Phối hợp tuyên truyền.",
		"?Các cơ quan, đơn vị + UBND các xã, phường | Các cơ quan, đơn vị, UBND các xã, phường căn cứ Kế hoạch này xây dựng kế hoạch cụ thể; định kỳ 6 tháng (trước ngày 15/6), năm (chậm nhất 17 giờ 00 ngày 10/12) báo cáo kết quả về Phòng Văn hóa và Thông tin để tổng hợp, báo cáo UBND huyện.")
	linesAre(t, "reporting", reporting(plan),
		"?Các cơ quan, đơn vị + UBND các xã, phường > Phòng Văn hóa và Thông tin: 2025-06-15T00:00+07:00 (trước ngày 15/6)",
		"?Các cơ quan, đơn vị + UBND các xã, phường > Phòng Văn hóa và Thông tin: 2025-12-10T17:00+07:00 (chậm nhất 17 giờ 00 ngày 10/12)")
	if plan.Funding != "Từ nguồn ngân sách huyện năm 2025." || plan.Signature.Name != "Võ Thanh Hùng" {
		t.Errorf("funding %q, signature %v", plan.Funding, plan.Signature)
	}
	linesAre(t, "recipients", plan.Recipients, "Như trên", "UBND huyện (b/c)", "Lưu: VT, VHTT (02)")
	unreadIs(t, draft, "- 100% xã có chuyên mục truyền thông chính sách.")
	warned(t, draft, "schedule.impossible_date")
	for _, u := range draft.Unmatched {
		if u.Agency == "Phòng LĐ-TB&XH" && (len(u.Suggestions) == 0 || u.Suggestions[0].Name != "Phòng Lao động - Thương binh và Xã hội") {
			t.Errorf("suggestions %v", u.Suggestions)
		}
	}
}

func TestATypedTwoColumnHeaderAndLabelsUnderStars(t *testing.T) {
	t.Parallel()
	draft := mustRead(t, data(t, "thong-tin-co-so.txt"), planreader.Text)
	plan := draft.Plan
	if plan.Number != nil || plan.IssuedOn != nil || plan.Issuer.Agency != "UBND thị xã Đức Phổ" || plan.Period.StartsOn.String() != "2024-07-01" {
		t.Errorf("header: %v %v %v %v", plan.Number, plan.IssuedOn, plan.Issuer, plan.Period)
	}
	if len(plan.LegalBases) != 4 || plan.LegalBases[0].Subject != "Luật Tổ chức chính quyền địa phương" || plan.LegalBases[3].Issuer != "Trưởng phòng Văn hóa và Thông tin" {
		t.Errorf("bases %+v", plan.LegalBases)
	}
	linesAre(t, "purposes", plan.Purposes, "Đưa thông tin thiết yếu đến người dân.")
	linesAre(t, "requirements", plan.Requirements, "Bảo đảm thiết thực, tiết kiệm.")
	tasksAre(t, draft,
		"Nâng cao chất lượng đài truyền thanh cấp xã | Rà soát cụm loa hỏng; / Bổ sung chuyên mục \"Chính sách và cuộc sống\"; | UBND các xã, phường + Trung tâm Truyền thông - Văn hóa - Thể thao | Phòng Văn hóa và Thông tin + Phòng Tài chính - Kế hoạch + Các cơ quan, đơn vị liên quan | range 2024-07-01..2024-12-31",
		"Tuyên truyền trực quan | Treo băng rôn, pano tại trung tâm thị xã và các xã, phường trước các ngày lễ lớn. | Các cơ quan, đơn vị, địa phương + ?Bưu điện thị xã |  | continuous 2024-08-15..2024-12-31",
		"Bồi dưỡng nghiệp vụ cho tuyên truyền viên cơ sở |  | Phòng Văn hóa và Thông tin |  | unspecified ..",
	)
	linesAre(t, "reporting", reporting(plan),
		"UBND các xã, phường > UBND thị xã Đức Phổ, Phòng Văn hóa và Thông tin: 2024-12-06T00:00+07:00 (chậm nhất ngày 05/12/2024)")
	linesAre(t, "signature", append(plan.Signature.Lines, plan.Signature.Name), "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Võ Thanh Hùng")
	linesAre(t, "recipients", plan.Recipients, "UBND tỉnh (báo cáo)", "CT, các PCT UBND thị xã", "UBND các xã, phường", "Lưu: VT")
	unreadIs(t, draft)
}

func TestACommunesPlanWithPlainNumbersAndMuchThatIsNotKnown(t *testing.T) {
	t.Parallel()
	draft := mustRead(t, data(t, "so-thap-phan.txt"), planreader.Text)
	plan := draft.Plan
	if *plan.Number != "12/KH-UBND" || plan.IssuedOn != nil || plan.Issuer.Agency != "UBND xã Phổ An" || *plan.Year != 2025 || plan.Period.EndsOn.String() != "2027-12-31" {
		t.Errorf("header: %v %v %v %v %v", *plan.Number, plan.IssuedOn, plan.Issuer, *plan.Year, plan.Period)
	}
	linesAre(t, "purposes", plan.Purposes, "Nâng cao nhận thức của nhân dân về chủ quyền biển, đảo.")
	tasksAre(t, draft,
		"Tuyên truyền trên đài truyền thanh xã | Phát thanh tin, bài. | ?Ban Tuyên giáo Đảng ủy | ?Công an xã + ?UB MTTQ Việt Nam xã + ?các thôn | range 2025-01-01..2026-12-31",
		"Treo pano |  | ?Công an xã | ?Hội Nông dân xã | range 2025-03-01..2025-09-30",
		"Sơ kết, tổng kết | Giao Văn phòng UBND xã chủ trì, phối hợp với các ban, ngành, đoàn thể của xã tham mưu UBND xã tổ chức hội nghị sơ kết, khen thưởng trước ngày 20/12/2027. | ?Văn phòng UBND xã | ?các ban, ngành, đoàn thể của xã | date ..2027-12-19",
		"Khảo sát |  |  |  | unspecified ..",
	)
	linesAre(t, "responsibilities", responsibilities(plan),
		"?Công an xã | Bảo đảm an ninh trật tự.",
		"?Ban Tuyên giáo Đảng ủy + ?Hội Nông dân xã | Tuyên truyền hội viên; gửi báo cáo về UBND thị xã (qua Phòng VHTT) trước ngày 31/11/2025. / Định kỳ hằng quý báo cáo UBND xã trước ngày 20 của tháng cuối quý.")
	linesAre(t, "reporting", reporting(plan),
		"?Ban Tuyên giáo Đảng ủy + ?Hội Nông dân xã > UBND thị xã Đức Phổ, Phòng Văn hóa và Thông tin (trước ngày 31/11/2025)",
		"?Ban Tuyên giáo Đảng ủy + ?Hội Nông dân xã > UBND xã Phổ An (trước ngày 20 của tháng cuối quý)")
	linesAre(t, "signature", append(plan.Signature.Lines, plan.Signature.Name), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "VÕ THANH HÙNG")
	linesAre(t, "recipients", plan.Recipients, "UBND thị xã", "Lưu: VT")
	warned(t, draft, "plan.impossible_issue_date", "task.no_lead", "reporting.impossible_date", "reporting.no_single_deadline")
	unreadIs(t, draft, "Phổ An, ngày 31 tháng 02 năm 2025")
}

func TestNamesInAListAreMatchedOrKeptAsWritten(t *testing.T) {
	t.Parallel()
	const start = "KẾ HOẠCH\nThử năm 2024\nUBND thị xã Đức Phổ ban hành Kế hoạch như sau:\nII. NHIỆM VỤ\n1. Việc\n- Cơ quan chủ trì: Phòng Tư pháp\n- Cơ quan phối hợp: "
	for written, want := range map[string]string{
		"Phòng Văn hoá và Thông tin, Văn phòng HĐND và UBND; các cơ quan, đơn vị, địa phương liên quan.": "Phòng Văn hóa và Thông tin + Văn phòng HĐND và UBND thị xã + Các cơ quan, đơn vị, địa phương liên quan",
		"PHÒNG NỘI VỤ và Phòng Y tế":                                    "Phòng Nội vụ + Phòng Y tế",
		"Trung tâm Truyền thông-Văn hoá—Thể thao thị xã":                "Trung tâm Truyền thông - Văn hóa - Thể thao",
		"Công an thị xã Đức Phổ, Hội Nông dân":                          "Công an thị xã + Hội Nông dân thị xã",
		"Phòng Tư pháp huyện Mộ Đức":                                    "?Phòng Tư pháp huyện Mộ Đức",
		"Phòng Kinh tế và Hạ tầng":                                      "?Phòng Kinh tế và Hạ tầng",
		"Phòng Kinh tế và Phòng Y tế":                                   "Phòng Kinh tế + Phòng Y tế",
		"Sở Văn hóa, Thể thao và Du lịch; Phòng Nội vụ":                 "?Sở Văn hóa, Thể thao và Du lịch + Phòng Nội vụ",
		"Phòng Nội vụ, Y tế":                                            "Phòng Nội vụ + Phòng Y tế",
		"các phòng: Nội vụ, Y tế, Lao động - Thương binh và Xã hội":     "Phòng Nội vụ + Phòng Y tế + Phòng Lao động - Thương binh và Xã hội",
		"UBND phường Phổ Văn, UBND xã Phổ An; phường Phổ Hoà":           "UBND phường Phổ Văn + UBND xã Phổ An + UBND phường Phổ Hòa",
		"Ủy ban nhân dân các phường, xã":                                "UBND các xã, phường",
		"các cơ quan, đơn vị có liên quan":                              "Các cơ quan, đơn vị liên quan",
		"Các ban, ngành, hội đoàn thể":                                  "Các ban, ngành, hội, đoàn thể thị xã",
		"Sở TTTT tỉnh; UBND tỉnh":                                       "Sở Thông tin và Truyền thông tỉnh Quảng Ngãi + UBND tỉnh Quảng Ngãi",
		"Ủy ban MTTQ Việt Nam thị xã và các tổ chức chính trị - xã hội": "Ủy ban Mặt trận Tổ quốc Việt Nam thị xã + ?các tổ chức chính trị - xã hội",
		"Các cơ quan báo chí (Báo Quảng Ngãi, Đài PT-TH), Phòng Y tế":   "?Các cơ quan báo chí (Báo Quảng Ngãi, Đài PT-TH) + Phòng Y tế",
		"Phòng Y tế (cơ quan thường trực), Phòng Nội vụ":                "Phòng Y tế + Phòng Nội vụ",
		"Phòng Y tế, Phòng Y tế":                                        "Phòng Y tế",
		"Không":                                                         "",
		"":                                                              "",
	} {
		draft := mustRead(t, []byte(start+written+"\n- Thời gian: Quý I\n"), planreader.Text)
		if got := parties(draft.Plan.Tasks[0].Coordinators); got != want {
			t.Errorf("%q\n got %s\nwant %s", written, got, want)
		}
	}
}

func TestSentencesThatAssignAmongPointsAndInTitles(t *testing.T) {
	t.Parallel()
	draft := mustRead(t, []byte(`KẾ HOẠCH
Thử năm 2024
UBND thị xã Đức Phổ ban hành Kế hoạch như sau:
II. NHIỆM VỤ
1. Tập huấn
a) Mời báo cáo viên
b) Giao Phòng Tư pháp chủ trì, phối hợp với Phòng Nội vụ thực hiện.
c) Thời gian: Quý II
2. Giao Công an thị xã chủ trì, phối hợp với Phòng Y tế kiểm tra các cơ sở in trong tháng 5/2024.
3. Công tác tuyên truyền
a) Giao Phòng Kinh tế chủ trì làm tờ rơi trước ngày 30/6/2024.
b) Phân công Hội Nông dân thị xã thực hiện tuyên truyền hội viên thường xuyên trong năm 2024.
4. Xây dựng chuyên mục (Trung tâm Truyền thông - Văn hóa - Thể thao chủ trì)
`), planreader.Text)
	tasksAre(t, draft,
		"Tập huấn | Mời báo cáo viên | Phòng Tư pháp | Phòng Nội vụ | quarters 2024-04-01..2024-06-30",
		"Giao Công an thị xã chủ trì, phối hợp với Phòng Y tế kiểm tra các cơ sở in trong tháng 5/2024 |  | Công an thị xã | Phòng Y tế | range 2024-05-01..2024-05-31",
		"Giao Phòng Kinh tế chủ trì làm tờ rơi trước ngày 30/6/2024 |  | Phòng Kinh tế |  | date ..2024-06-29",
		"Phân công Hội Nông dân thị xã thực hiện tuyên truyền hội viên thường xuyên trong năm 2024 |  | Hội Nông dân thị xã |  | continuous 2024-01-01..2024-12-31",
		"Xây dựng chuyên mục |  | Trung tâm Truyền thông - Văn hóa - Thể thao |  | unspecified ..",
	)
}
