package factory

import (
	"testing"

	"gorm.io/gorm"

	"lantoa/internal/day"
	"lantoa/internal/plan"
	"lantoa/internal/record"
	"lantoa/internal/viet"
)

// PlanDraft is the text of a small plan: one task until 8 November 2024 that the culture office leads and commune A helps with.
func PlanDraft(town Town) plan.Draft {
	return plan.Draft{
		Year: new(2024),
		Content: plan.Content{
			DocumentKind: "KH", Title: "Công tác thông tin đối ngoại thị xã Đức Phổ năm 2024",
			Purposes: []string{"Giới thiệu hình ảnh thị xã."}, Recipients: []string{"Lưu: VT"},
			Signature: plan.Signature{Lines: []string{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}},
		},
		Tasks: []plan.TaskDraft{{TaskContent: plan.TaskContent{
			Ordinal: 1, Title: "Truyền thông tại thị xã", Content: []string{"Thực hiện tin, bài."},
			Leads:        []plan.Party{{Agency: town.CultureOffice.Name, AgencyID: &town.CultureOffice.ID}},
			Coordinators: []plan.Party{{Agency: town.CommuneA.Name, AgencyID: &town.CommuneA.ID}},
			Schedule:     plan.Schedule{Text: "trước ngày 09/11/2024", Kind: viet.Date, EndsOn: new(day.New(2024, 11, 8))},
		}}},
	}
}

// Plan keeps an issued plan of a town with one task; edits may put it into another state.
func Plan(t testing.TB, tx *gorm.DB, town Town, edits ...func(*plan.Plan)) *plan.Plan {
	t.Helper()
	draft := PlanDraft(town)
	p := &plan.Plan{Meta: record.NewMeta(Now()), State: plan.Issued, Content: draft.Content, IssuerID: town.Committee.ID, DrafterID: town.CultureOffice.ID,
		Resolution: plan.Resolution{}}
	p.Issuer = plan.Party{Agency: town.Committee.Name, AgencyID: &town.Committee.ID}
	p.Period = plan.Period(viet.YearPeriod(2024))
	p.Number, p.IssuedOn = new("KH-"+p.ID.String()[24:]), new(day.New(2024, 2, 26))
	p.Year, p.Requirements, p.LegalBases = 2024, []string{}, []plan.LegalBasis{}
	p.Responsibilities, p.Reporting, p.SettledGroups = []plan.Responsibility{}, []plan.Reporting{}, []plan.SettledGroup{}
	p.Tasks = []plan.Task{{Meta: record.NewMeta(Now()), PlanID: p.ID, IssuerID: p.IssuerID, TaskContent: draft.Tasks[0].TaskContent}}
	for _, edit := range edits {
		edit(p)
	}
	keep(t, tx, p)
	for i := range p.Tasks {
		p.Tasks[i].PlanID, p.Tasks[i].IssuerID = p.ID, p.IssuerID
		keep(t, tx, &p.Tasks[i])
	}
	return p
}

// Task gives a further task for a plan before it is kept.
func Task(ordinal int, title string, leads ...plan.Party) plan.Task {
	return plan.Task{Meta: record.NewMeta(Now()), TaskContent: plan.TaskContent{
		Ordinal: ordinal, Title: title, Content: []string{}, Leads: leads, Coordinators: []plan.Party{},
		Schedule: plan.Schedule{Text: "Thường xuyên trong năm 2024", Kind: viet.Continuous,
			StartsOn: new(day.New(2024, 1, 1)), EndsOn: new(day.New(2024, 12, 31))},
	}}
}
