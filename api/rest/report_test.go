package rest_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/factory"
	"lantoa/internal/report"
)

// reporting is a world with a round in which the commune and the union owe a report.
type reporting struct {
	*world
	commune, union, round, plan string // paths
	other                       caller // the head of commune B, which owes nothing here
}

func newReporting(t *testing.T) reporting {
	t.Helper()
	w := newWorld(t)
	p := factory.Plan(t, w.db, w.town)
	r := factory.Round(t, w.db, w.town, p)
	of := func(role access.Role) string {
		return "/reports/" + factory.Report(t, w.db, r, w.town.Of(role)).ID.String()
	}
	_, token := w.account(access.Commune, access.Head, w.town.CommuneB.ID)
	return reporting{world: w, commune: of(access.Commune), union: of(access.Department), round: "/rounds/" + r.ID.String(), plan: "/plans/" + p.ID.String(),
		other: caller{w, token}}
}

const patchType = "application/merge-patch+json"

func TestAReportGoesFromDraftToApproval(t *testing.T) {
	t.Parallel()
	w := newReporting(t)
	commune, office, leader := w.as(access.Commune), w.as(access.CultureOffice), w.as(access.Leader)
	draft := commune.get(w.commune).want(200)
	saved := commune.call("PATCH", w.commune, `{"content":{"sections":{"1":{"values":{"1.1":{"value":312.5,"qualifier":"more_than"}}}}}}`, header("Content-Type", patchType), from(draft)).want(200)
	commune.call("PATCH", w.commune, `{}`, header("Content-Type", patchType), from(draft)).problem(412, "resource.changed")
	if office.get(w.commune).want(200).field("withheld") != true {
		t.Error("the office reads a draft")
	}
	office.get(w.commune+"/document.docx").problem(403, "report.withheld")
	receipt := commune.call("POST", w.commune+"/submit", nil, from(saved)).want(200)
	if n, _ := receipt.field("receipt").(string); !strings.HasPrefix(n, "BN-2024-") || receipt.field("standing") != "on_time" {
		t.Errorf("receipt %q in %s", n, receipt.Body)
	}
	commune.call("POST", w.commune+"/submit", nil, from(receipt)).problem(409, "state.conflict")
	returned := office.call("POST", w.commune+"/return", `{"remarks":[{"section":"1","indicator":"1.1","text":"312 hay 321?"}],"note":"","resubmit_before":null}`, from(receipt)).want(200)
	again := commune.call("POST", w.commune+"/submit", `{"content":{"sections":{"1":{"text":"Đã phát.","values":{"1.1":{"value":321}}}}}}`, from(returned)).want(200)
	if n := office.get(w.commune + "/revisions").want(200).rows(); n != 2 {
		t.Errorf("%d revisions", n)
	}
	bulk := office.call("POST", "/reports/accept", map[string]any{"items": []map[string]any{
		{"id": again.id(), "version": again.field("version")}, {"id": uuid.New(), "version": 1}}}).want(207)
	if body := bulk.Body.String(); !strings.Contains(body, `"status":200`) || !strings.Contains(body, `"code":"resource.not_found"`) {
		t.Error(body)
	}
	w.consolidate(office, leader)
	accepted := commune.get(w.commune).want(200)
	commune.call("PATCH", w.commune, `{"number":"1/BC-UBND"}`, header("Content-Type", patchType), from(accepted)).problem(409, "round.locked")
	union := w.as(access.Department).get(w.union).want(200)
	w.as(access.Department).call("POST", w.union+"/submit", `{"content":{"sections":{"2":{"nil":true}}}}`, from(union)).problem(409, "round.locked")
}

// consolidate takes the round to the leader's signature.
func (w reporting) consolidate(office, leader caller) {
	w.t.Helper()
	own := office.call("POST", w.round+"/consolidated", nil).want(201)
	office.call("POST", w.round+"/consolidated", nil).problem(409, "report.consolidated_already")
	path := "/reports/" + own.id()
	var c report.Consolidation
	leader.get(w.round + "/consolidation").want(200).as(&c)
	if c.Accepted != 1 || c.Owing != 2 || c.Sections[0].Indicators[0].Total.Value.String() != "321" {
		w.t.Errorf("%+v", c)
	}
	written := office.call("PATCH", path, `{"content":{"direction":"Đã ban hành kế hoạch."}}`, header("Content-Type", patchType), from(own)).want(200)
	handed := office.call("POST", path+"/submit", nil, from(written)).want(200)
	back := leader.call("POST", path+"/send-back", `{"note":"Thêm đánh giá."}`, from(handed)).want(200)
	handed = office.call("POST", path+"/submit", `{"content":{"direction":"Đã ban hành.","assessment":"Tốt.","sections":{}}}`, from(back)).want(200)
	leader.call("POST", path+"/approve", `{"number":"210/BC-UBND","dated_on":"2024-12-01"}`, from(handed)).problem(422, "input.invalid").at("/dated_on", "report.dated_in_the_future")
	leader.call("POST", path+"/approve", `{"number":" 210/BC-UBND ","dated_on":"2024-11-06"}`, from(handed)).want(200)
	if got := leader.get(path).want(200).field("number"); got != "210/BC-UBND" {
		w.t.Error(got)
	}
	if got := leader.get(w.round).want(200).field("state"); got != "locked" {
		w.t.Error(got)
	}
	for file, media := range map[string]string{path + "/document.docx": "wordprocessingml", w.round + "/figures.xlsx": "spreadsheetml", w.commune + "/document.docx": "wordprocessingml"} {
		a := office.get(file).want(200)
		if !strings.Contains(a.Header().Get("Content-Type"), media) || !strings.HasPrefix(a.Body.String(), "PK") || !strings.Contains(a.Header().Get("Content-Disposition"), "filename*=UTF-8''B%C3%A1o") {
			w.t.Errorf("%s: %v", file, a.Header())
		}
	}
}

func TestAWrongFigureIsNamedByItsPlace(t *testing.T) {
	t.Parallel()
	w := newReporting(t)
	commune := w.as(access.Commune)
	draft := commune.get(w.commune).want(200)
	for _, how := range [][2]string{{"PATCH", w.commune}, {"POST", w.commune + "/submit"}} {
		media := header("Content-Type", map[string]string{"PATCH": patchType, "POST": "application/json"}[how[0]])
		commune.call(how[0], how[1], `{"content":{"sections":{"1":{"values":{"1.1":{"value":-1}}}}}}`, media, from(draft)).
			problem(422, "input.invalid").at("/content/sections/1/values/1.1/value", "figure.negative")
		commune.call(how[0], how[1], `{"content":{"sections":{"7":{"text":"x"}}}}`, media, from(draft)).
			problem(422, "input.invalid").at("/content/sections/7", "report.unknown_section")
	}
	commune.call("POST", w.commune+"/submit", nil, from(draft)).problem(422, "input.invalid").at("/content", "report.empty")
	commune.call("POST", w.commune+"/submit", "<a/>", header("Content-Type", "application/xml"), from(draft)).problem(415, "input.media_type")
	w.as(access.CultureOffice).call("POST", "/reports/accept", `{"items":[]}`).problem(422, "input.invalid").at("/items", "input.required")
}

func TestNobodySeesAnothersReport(t *testing.T) {
	t.Parallel()
	w := newReporting(t)
	for _, path := range []string{w.commune, w.commune + "/revisions", w.commune + "/document.docx"} {
		w.other.get(path).problem(404, "resource.not_found")
		w.as(access.Department).get(path).problem(404, "resource.not_found")
	}
	w.other.call("POST", w.commune+"/submit", nil, header("If-Match", `"1"`)).problem(404, "resource.not_found")
	var page struct{ Items []report.Line }
	for _, query := range []string{"", "?kind=agency", "?standing=due_soon", "?state=draft&round_id=" + strings.TrimPrefix(w.round, "/rounds/")} {
		w.other.get("/reports" + query).want(200).as(&page)
		if len(page.Items) != 0 {
			t.Errorf("%s shows %d", query, len(page.Items))
		}
		w.as(access.CultureOffice).get("/reports" + query).want(200).as(&page)
		if len(page.Items) != 2 {
			t.Errorf("%s shows the office %d", query, len(page.Items))
		}
	}
	w.other.get("/reports?standing=no_such").problem(400, "input.query").at("standing", "input.unknown_value")
}

func TestARoundIsLockedByItsHeadAlone(t *testing.T) {
	t.Parallel()
	w := newReporting(t)
	office := w.as(access.CultureOffice)
	exempted := office.call("POST", w.union+"/exempt", `{"reason":"Sáp nhập."}`, from(office.get(w.union))).want(200)
	if exempted.field("standing") != "exempted" || exempted.field("state") != "exempted" {
		t.Error(exempted.Body)
	}
	round := office.get(w.round).want(200)
	office.call("POST", w.round+"/lock", nil).problem(428, "version.required")
	w.as(access.Commune).call("POST", w.round+"/lock", nil, from(round)).problem(403, "access.forbidden")
	locked := office.call("POST", w.round+"/lock", nil, from(round)).want(200)
	office.call("POST", w.round+"/lock", nil, from(locked)).problem(409, "round.locked")
	if got := w.as(access.Commune).get("/rounds").want(200); !strings.Contains(got.Body.String(), `"counts":null`) {
		t.Error(got.Body)
	}
}

func TestATemplateIsEnteredAsThePlanGivesIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	office := w.as(access.CultureOffice)
	sections := []map[string]any{{"code": "1", "title": "Truyền thanh", "task_ordinal": 9, "indicators": []map[string]any{
		{"code": "1.1", "name": "Buổi", "unit": "buổi", "kind": "flow", "over_agencies": "sum", "over_time": "sum"},
		{"code": "1.2", "name": "Cuộc", "unit": []string{"cuộc", "lượt người"}, "kind": "pair", "over_agencies": "sum", "over_time": "sum"}}}}
	made := office.call("POST", "/report-templates", map[string]any{"name": "Báo cáo năm", "note": "", "sections": sections}).want(201)
	path := "/report-templates/" + made.id()
	office.call("PATCH", path, `{"sections":[{"code":"1/2","title":"x","task_ordinal":null,"indicators":[]}]}`, header("Content-Type", patchType), from(made)).
		problem(422, "input.invalid").at("/sections/0/code", "template.code")
	office.call("PATCH", path, `{"name":"Báo cáo quý"}`, header("Content-Type", patchType), from(made)).want(200)
	w.as(access.Commune).get(path).want(200)
	w.as(access.Commune).get("/report-templates?count=true").want(200)
	w.as(access.Leader).call("POST", "/report-templates", `{}`).problem(403, "access.forbidden")
}

func TestTheHomePageAndTheMatrixAreForEachWhatItMaySee(t *testing.T) {
	t.Parallel()
	w := newReporting(t)
	var home struct {
		Todo   []json.RawMessage
		Rounds []json.RawMessage
	}
	for role, want := range map[access.Role][2]int{access.Commune: {1, 0}, access.CultureOffice: {0, 1}, access.Leader: {0, 1}, access.Police: {0, 0}} {
		w.as(role).get("/overview").want(200).as(&home)
		if len(home.Todo) != want[0] || len(home.Rounds) != want[1] {
			t.Errorf("%s: %d to do, %d rounds", role, len(home.Todo), len(home.Rounds))
		}
	}
	w.as(access.Admin).get("/overview").problem(403, "access.forbidden")
	var matrix struct{ Rows []json.RawMessage }
	for role, want := range map[access.Role]int{access.Commune: 1, access.CultureOffice: 2, access.Leader: 2, access.Police: 0} {
		w.as(role).get(w.plan + "/matrix").want(200).as(&matrix)
		if len(matrix.Rows) != want {
			t.Errorf("%s sees %d rows", role, len(matrix.Rows))
		}
	}
	w.as(access.Leader).get(w.plan+"/matrix?cursr=x").problem(400, "query.unknown").at("cursr", "query.unknown")
	w.as(access.Leader).get("/plans/"+uuid.NewString()+"/matrix").problem(404, "resource.not_found")
}
