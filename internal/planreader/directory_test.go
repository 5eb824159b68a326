package planreader_test

import (
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/day"
	"lantoa/internal/planreader"
)

func TestTheIssuersOwnTreeGoesFirstAndNamesakesAreNotGuessed(t *testing.T) {
	t.Parallel()
	dir := town(t)
	province := dir.Agencies[0].ID
	other := planreader.Agency{ID: uuid.New(), ParentID: &province, Name: "UBND huyện Mộ Đức", Aliases: []string{"UBND huyện"}}
	its := planreader.Agency{ID: uuid.New(), ParentID: &other.ID, Name: "Phòng Tư pháp"}
	twin := planreader.Agency{ID: uuid.New(), ParentID: &other.ID, Name: "Trạm Khuyến nông"}
	third := planreader.Agency{ID: uuid.New(), ParentID: &province, Name: "Trạm Khuyến nông"}
	dir.Agencies = append(dir.Agencies, other, its, twin, third)
	const tasks = " ban hành Kế hoạch như sau:\nII. NHIỆM VỤ\n1. Việc\n- Chủ trì: Phòng Tư pháp\n- Phối hợp: Trạm Khuyến nông\n"
	for issuer, want := range map[string]struct{ lead, join *uuid.UUID }{
		"UBND huyện Mộ Đức":   {&its.ID, &twin.ID},
		"UBND thị xã Đức Phổ": {nil, nil},
	} {
		draft, err := planreader.Read([]byte("KẾ HOẠCH\nThử năm 2024\n"+issuer+tasks), planreader.Text, dir)
		if err != nil {
			t.Fatal(err)
		}
		task := draft.Plan.Tasks[0]
		if got := task.Leads[0].AgencyID; got == nil || want.lead != nil && *got != *want.lead || want.lead == nil && *got == its.ID {
			t.Errorf("%s: lead %v", issuer, got)
		}
		if got := task.Coordinators[0].AgencyID; (got == nil) != (want.join == nil) || got != nil && *got != *want.join {
			t.Errorf("%s: a name that two agencies bear was guessed: %v", issuer, got)
		}
		if want.join == nil && (len(draft.Unmatched) != 1 || len(draft.Unmatched[0].Suggestions) != 2) {
			t.Errorf("%s: both namesakes are suggested: %+v", issuer, draft.Unmatched)
		}
	}
}

func TestAnAgencyThatDidNotExistInThePlansTimeIsNotMatched(t *testing.T) {
	t.Parallel()
	dir := town(t)
	ended, began := day.New(2025, 6, 30), day.New(2025, 7, 1)
	for i := range dir.Agencies {
		if dir.Agencies[i].Name == "Phòng Tư pháp" {
			dir.Agencies[i].ValidTo = &ended
		}
	}
	dir.Agencies = append(dir.Agencies, planreader.Agency{ID: uuid.New(), ParentID: &dir.Agencies[2].ID, Name: "Phòng Văn hóa - Xã hội", ValidFrom: &began})
	for year, want := range map[string]string{"2024": "Phòng Tư pháp + ?Phòng Văn hóa - Xã hội", "2026": "?Phòng Tư pháp + Phòng Văn hóa - Xã hội"} {
		draft, err := planreader.Read([]byte("KẾ HOẠCH\nThử năm "+year+"\nUBND thị xã Đức Phổ ban hành Kế hoạch như sau:\nII. NHIỆM VỤ\n1. Việc\n- Chủ trì: Phòng Tư pháp, Phòng Văn hóa - Xã hội\n"), planreader.Text, dir)
		if err != nil {
			t.Fatal(err)
		}
		if got := parties(draft.Plan.Tasks[0].Leads); got != want {
			t.Errorf("%s: %s", year, got)
		}
	}
}

func TestWithNothingKnownEveryNameStandsAsWritten(t *testing.T) {
	t.Parallel()
	draft, err := planreader.Read(data(t, "plan.txt"), planreader.Text, planreader.Directory{})
	if err != nil {
		t.Fatal(err)
	}
	if got := parties([]planreader.Party{*draft.Plan.Issuer}); got != "?UBND thị xã Đức Phổ" {
		t.Errorf("issuer %s", got)
	}
	want := "?Ban Tuyên giáo Thị ủy + ?Phòng Văn hóa và Thông tin + ?Văn phòng HĐND và UBND thị xã + ?Trung tâm Truyền thông - Văn hóa - Thể thao + ?các cơ quan, đơn vị liên quan"
	if got := parties(draft.Plan.Tasks[2].Coordinators); got != want {
		t.Errorf("got %s", got)
	}
	if len(draft.Plan.Tasks) != 9 || len(draft.Plan.Responsibilities) != 7 || len(draft.Plan.Reporting) != 1 {
		t.Errorf("%d tasks, %d responsibilities, %d reporting", len(draft.Plan.Tasks), len(draft.Plan.Responsibilities), len(draft.Plan.Reporting))
	}
	for _, u := range draft.Unmatched {
		if len(u.Suggestions) > 0 {
			t.Errorf("suggestions from nothing: %v", u)
		}
	}
}
