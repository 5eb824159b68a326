package rest_test

import (
	"strings"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/db"
	"lantoa/internal/plan"
	"lantoa/internal/round"
	"lantoa/internal/viet"
)

// comesByTheRest asks the endpoints that the year's work did not need, so that the contract has an example of each.
func (j *journey) comesByTheRest() {
	j.keepsTheRegisters()
	j.issuesASmallPlan()
	for _, path := range []string{"/sessions", "/me", "/plans", "/tasks", "/rounds", "/overview", j.plan + "/matrix", "/tasks/" + j.as("pho-an").first("/tasks"),
		j.assignments("pho-an")[9] + "/updates", "/attachments?owner_kind=assignment&owner_id=" + strings.TrimPrefix(j.assignments("pho-an")[5], "/assignments/")} {
		j.as("pho-an").get(path).want(200)
	}
	j.as("vhtt").get(j.plan + "/matrix").want(200)
}

// attaches adds a file to work that is under way.
func (j *journey) attaches() {
	commune, owner := j.as("pho-an"), strings.TrimPrefix(j.assignments("pho-an")[5], "/assignments/")
	body, media := uploadForm(j.t, "bảng tin.txt", []byte("Bảng tin thôn Hội An."), "owner_kind", "assignment", "owner_id", owner)
	commune.get("/attachments/" + commune.call("POST", "/attachments", body, media).want(201).id()).want(200)
}

// keepsTheRegisters: agencies, groups, accounts and templates are made, changed and read.
func (j *journey) keepsTheRegisters() {
	admin, office, patch := j.as("admin"), j.as("vhtt"), header("Content-Type", patchType)
	made := admin.call("POST", "/agencies", agency.Input{Name: "Hội Khuyến học thị xã", Kind: "union", Aliases: []string{"HKH"}}).want(201)
	path := "/agencies/" + made.id()
	admin.call("PATCH", path, object{"phone": "0255 3859 000"}, patch, from(admin.get(path).want(200))).want(200)
	admin.get("/agencies").want(200)
	account := account.Input{Username: "khuyen-hoc", AgencyID: uuid.MustParse(made.id()), Role: access.Department, Position: access.Head}
	opened := "/accounts/" + admin.call("POST", "/accounts", account).want(201).id()
	admin.call("PATCH", opened, object{"position": "officer"}, patch, from(admin.get(opened).want(200))).want(200)
	for _, verb := range []string{"disable", "enable", "reset-password"} {
		j.does("admin", opened, verb, nil).want(200)
	}
	admin.get("/accounts").want(200)
	group := admin.call("POST", "/agency-groups", agency.GroupInput{Name: "Các hội đặc thù", ByHand: true, MemberIDs: []uuid.UUID{uuid.MustParse(made.id())},
		Aliases: []string{}, Kinds: []agency.Kind{}}).want(201)
	path = "/agency-groups/" + group.id()
	admin.call("PATCH", path, object{"aliases": array{"hội đặc thù"}}, patch, from(admin.get(path).want(200))).want(200)
	office.get("/agency-groups").want(200)
	var template round.Template
	office.get("/report-templates/" + office.first("/report-templates")).want(200).as(&template)
	copied := round.TemplateDraft{Name: "Báo cáo quý", Note: template.Note, Sections: template.Sections[:1]}
	path = "/report-templates/" + office.call("POST", "/report-templates", copied).want(201).id()
	office.call("PATCH", path, object{"note": "Nộp trước ngày 25 tháng cuối quý."}, patch, from(office.get(path).want(200))).want(200)
}

// issuesASmallPlan: one task and one report, whose round the focal point locks.
func (j *journey) issuesASmallPlan() {
	own, focal := uuid.MustParse(j.agency("pho-an")), uuid.MustParse(j.agency("vhtt"))
	commune, office := plan.Party{Agency: "UBND xã Phổ An", AgencyID: &own}, plan.Party{Agency: "Phòng Văn hóa và Thông tin", AgencyID: &focal}
	year, due := 2024, j.now.AddDate(0, 0, 10)
	draft := plan.Draft{Year: &year, Content: plan.Content{DocumentKind: "KH", Title: "Tuyên truyền biển, đảo Quý IV năm 2024",
		Reporting: []plan.Reporting{{From: []plan.Party{commune}, Through: &office, DueBefore: &due}}}}
	draft.Tasks = []plan.TaskDraft{{TaskContent: plan.TaskContent{Ordinal: 1, Title: "Treo băng rôn tại cảng cá", Leads: []plan.Party{commune},
		Schedule: plan.Schedule{Text: "Quý IV", Kind: viet.Unspecified}}}}
	path := "/plans/" + j.as("vhtt").call("POST", "/plans", draft).want(201).id()
	j.does("vhtt", path, "submit", nil).want(200)
	j.does("lanhdao", path, "issue", object{"number": "99/KH-UBND", "issued_on": "2024-11-20"}).want(200)
	var rounds db.Items[round.Round]
	j.as("vhtt").get("/rounds?plan_id=" + strings.TrimPrefix(path, "/plans/")).want(200).as(&rounds)
	j.does("vhtt", "/rounds/"+rounds.Items[0].ID.String(), "lock", nil).want(200)
}
