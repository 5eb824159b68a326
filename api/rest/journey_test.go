package rest_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lantoa/internal/assignment"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/factory"
	"lantoa/internal/overview"
	"lantoa/internal/plan"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

func TestTheTownRunsItsYearThroughTheAPIAlone(t *testing.T) {
	t.Parallel()
	j := newJourney(t)
	j.importsThePlan()
	j.settlesAndIssuesIt()
	j.receivesItsWork()
	j.worksThroughTheYear()
	j.attaches()
	j.reportsBeforeTheDeadline()
	j.reportsAfterTheDeadline()
	j.consolidates()
	j.refusesWhatComesAfter()
	j.readsWhatCameOut()
	j.comesByTheRest()
	j.kept.golden(t)
}

// importsThePlan reads the real document, as text and as Word, and keeps the text's draft.
func (j *journey) importsThePlan() {
	j.at("2024-03-18 08:30:00")
	office := j.as("vhtt.cv")
	text := string(factory.Document2024(j.t, "plan.txt"))
	word, asForm := form(j.t, "ke-hoach.docx", factory.Document2024(j.t, "plan.docx"))
	fromText := office.call("POST", "/plans/import?dry_run=true", text, header("Content-Type", "text/plain")).want(200)
	fromWord := office.call("POST", "/plans/import?dry_run=true", word, asForm).want(200)
	if diff := cmp.Diff(fromText.field("plan"), fromWord.field("plan")); diff != "" {
		j.t.Error("Word and text differ:", diff)
	}
	if n := j.count("vhtt.cv", "/plans?"); n != 0 {
		j.t.Errorf("%d plans kept of dry runs", n)
	}
	j.as("pho-an").call("POST", "/plans/import", text, header("Content-Type", "text/plain")).problem(403, "access.forbidden")
	var kept plan.Imported
	office.call("POST", "/plans/import", text, header("Content-Type", "text/plain")).want(201).as(&kept)
	if len(kept.Plan.Tasks) != 9 || len(kept.Unmatched) != 0 || kept.Plan.State != plan.Drafted ||
		kept.Plan.Reporting[0].DueBefore.Format("2006-01-02T15:04:05Z07:00") != "2024-11-10T00:00:00+07:00" {
		j.t.Errorf("%d tasks, unmatched %v, %s, %v", len(kept.Plan.Tasks), kept.Unmatched, kept.Plan.State, kept.Plan.Reporting)
	}
	j.plan = "/plans/" + kept.Plan.ID.String()
	j.as("pho-an").get(j.plan).problem(404, "resource.not_found")
}

// settlesAndIssuesIt: issuing waits until the groups without members are settled, then brings everything to life.
func (j *journey) settlesAndIssuesIt() {
	issuing := object{"number": "45/KH-UBND", "issued_on": "2024-03-29"}
	j.does("vhtt.cv", j.plan, "submit", nil).problem(403, "access.forbidden")
	j.does("vhtt", j.plan, "submit", nil).want(200)
	j.at("2024-03-29 10:00:00")
	j.does("lanhdao", j.plan, "issue", issuing).problem(409, "plan.unsettled_groups").at("/tasks/0/coordinators/0", "plan.unsettled_group")
	j.does("lanhdao", j.plan, "send-back", object{"note": "Chọn thành viên của các nhóm cơ quan liên quan."}).want(200)
	j.settle()
	j.does("vhtt", j.plan, "submit", nil).want(200)
	j.does("vhtt", j.plan, "issue", issuing).problem(403, "access.forbidden")
	var p plan.Plan
	j.does("lanhdao", j.plan, "issue", issuing).want(200).as(&p)
	if p.State != plan.Issued || *p.Number != "45/KH-UBND" {
		j.t.Errorf("%s %v", p.State, p.Number)
	}
	if assigned, reports := j.count("vhtt", "/assignments?"), j.count("vhtt", "/reports?kind=agency&"); assigned != 135 || reports != 35 {
		j.t.Errorf("%d assignments, %d reports", assigned, reports)
	}
	var rounds db.Items[round.Round]
	j.as("vhtt").get("/rounds?plan_id=" + p.ID.String()).want(200).as(&rounds)
	j.round = "/rounds/" + rounds.Items[0].ID.String()
}

// settle marks every group by hand as meaning nobody.
func (j *journey) settle() {
	office := j.as("vhtt.cv")
	var groups db.Items[plan.GroupUse]
	office.get(j.plan + "/groups").want(200).as(&groups)
	var p plan.Plan
	read := office.get(j.plan).want(200).as(&p)
	draft := p.Draft()
	for _, g := range groups.Items {
		if g.ByHand {
			draft.SettledGroups = append(draft.SettledGroups, plan.SettledGroup{GroupID: g.GroupID, AgencyIDs: nil, Empty: true})
		}
	}
	if len(draft.SettledGroups) != 3 {
		j.t.Errorf("%d groups by hand", len(draft.SettledGroups))
	}
	office.call("PUT", j.plan, draft, from(read)).want(200)
	office.call("PUT", j.plan, draft, from(read)).problem(412, "resource.changed")
}

// receivesItsWork: every agency acknowledges all that it was assigned.
func (j *journey) receivesItsWork() {
	j.at("2024-04-02 08:00:00")
	everyone := append(departments2024(), "thanh-tra", "y-te", "pho-chau", "vhtt")
	for _, c := range communes2024() {
		everyone = append(everyone, c.username)
	}
	received := 0
	for _, username := range everyone {
		own := j.assignments(username)
		for _, ordinal := range slices.Sorted(maps.Keys(own)) {
			j.does(username, own[ordinal], "receive", nil).want(200)
			received++
		}
	}
	if left := j.count("vhtt", "/assignments?state=assigned&"); received != 135 || left != 0 {
		j.t.Errorf("%d received, %d left", received, left)
	}
}

// worksThroughTheYear: agencies record and hand in; the focal point confirms or returns, the leader confirms its own.
func (j *journey) worksThroughTheYear() {
	own, commune := j.assignments("vhtt"), j.assignments("pho-an")
	j.at("2024-06-20 15:00:00")
	j.does("vhtt", own[2], "start", nil).want(200)
	j.does("vhtt", own[2], "hand-in", object{"done_on": "2024-06-20", "result": "Ban hành 3 văn bản."}).want(200)
	j.does("vhtt", own[2], "confirm", nil).problem(403, "access.forbidden")
	confirmed := j.does("lanhdao", own[2], "confirm", nil).want(200)
	if confirmed.field("standing") != "on_time" || confirmed.field("state") != "completed" {
		j.t.Error(confirmed.Body)
	}
	j.at("2024-10-20 16:10:00")
	if standing := j.as("vhtt").get(own[1]).want(200).field("standing"); standing != "overdue" {
		j.t.Errorf("task 1 stands %v three weeks after its quarter", standing)
	}
	update := object{"done_on": "2024-10-18", "text": "Phát 243 buổi.", "links": array{object{"url": "https://ducpho.example/pho-an", "title": "Nhật ký"}}}
	j.as("pho-an.cv").call("POST", commune[9]+"/updates", update).want(201)
	j.as("nguyen-nghiem").call("POST", commune[4]+"/updates", update).problem(404, "resource.not_found")
	j.does("pho-an", commune[9], "hand-in", object{"done_on": "2024-10-20", "result": "Phát 312 buổi."}).want(200)
	j.does("vhtt.cv", commune[9], "return", object{"note": "Bổ sung ảnh bảng tin."}).want(200)
	j.does("pho-an", commune[9], "start", nil).want(200)
	j.does("pho-an", commune[9], "hand-in", object{"done_on": "2024-10-21", "result": "Phát 312 buổi."}).problem(422, "input.invalid").at("/done_on", "assignment.done_in_the_future")
	j.does("pho-an", commune[9], "hand-in", object{"done_on": "2024-10-20", "result": "Phát 312 buổi."}).want(200)
	var a assignment.Assignment
	j.does("vhtt.cv", commune[9], "confirm", nil).want(200).as(&a)
	if a.State != assignment.Completed || a.Standing != assignment.NoDeadline || a.Updates != 1 {
		j.t.Errorf("%+v", a)
	}
}

// reportsBeforeTheDeadline: the offices and eleven communes, one of them returned and corrected, one nil, one exempted.
func (j *journey) reportsBeforeTheDeadline() {
	j.at("2024-11-05 09:00:00")
	j.does("vhtt", j.anyReport("UBND xã Phổ Châu"), "exempt", object{"reason": " "}).problem(422, "input.invalid").at("/reason", "input.required")
	j.does("vhtt", j.anyReport("Phòng Y tế"), "exempt", object{"reason": "Số liệu do Văn phòng báo cáo chung."}).want(200)
	for _, username := range departments2024() {
		j.does(username, j.report(username), "submit", object{"content": officeContent(username)}).want(200)
	}
	if got := j.does("thanh-tra", j.report("thanh-tra"), "submit", object{"content": nilContent()}).want(200); got.field("standing") != "nil" {
		j.t.Error(got.Body)
	}
	for _, c := range communes2024() {
		switch c.username {
		case "pho-an":
			j.writesOnTwoDevices(c)
		case "pho-cuong":
			j.isReturnedAndCorrects(c)
		case "pho-phong":
			j.at("2024-11-09 23:59:59")
			j.handsIn(c, round.OnTime, 0)
			j.at("2024-11-08 08:00:00")
		case "pho-nhon", "pho-khanh": // late
		default:
			j.handsIn(c, round.OnTime, 0)
		}
	}
}

func (j *journey) handsIn(c communeYear, standing round.Standing, daysLate int) {
	var r report.Line
	j.does(c.username, j.report(c.username), "submit", object{"content": c.content()}).want(200).as(&r)
	if r.Standing != standing || r.DaysLate != daysLate || r.Receipt == nil || !strings.HasPrefix(*r.Receipt, "BN-2024-") {
		j.t.Errorf("%s: %s, %d days late, %v", c.username, r.Standing, r.DaysLate, r.Receipt)
	}
}

// anyReport gives the path of an agency's report as the focal point finds it.
func (j *journey) anyReport(agency string) string {
	var list db.Items[report.Line]
	j.as("vhtt").get("/reports?limit=200").want(200).as(&list)
	i := slices.IndexFunc(list.Items, func(l report.Line) bool { return l.AgencyName == agency })
	return "/reports/" + list.Items[i].ID.String()
}

// writesOnTwoDevices: the officer prepares, a stale device loses nothing, wrong figures are told, the head hands in.
func (j *journey) writesOnTwoDevices(c communeYear) {
	path, officer := j.report("pho-an.cv"), j.as("pho-an.cv")
	old := officer.get(path).want(200)
	j.save("pho-an.cv", path, object{"content": c.content()}).want(200)
	officer.call("PATCH", path, `{"content":{"sections":{"9":{"text":"Máy khác"}}}}`, header("Content-Type", patchType), from(old)).problem(412, "resource.changed")
	j.save("pho-an.cv", path, `{"content":{"sections":{"9":{"values":{"9.1":{"value":-1}}}}}}`).
		problem(422, "input.invalid").at("/content/sections/9/values/9.1/value", "figure.negative")
	j.as("pho-phong").get(path).problem(404, "resource.not_found")
	j.as("vhtt").get(path+"/document.docx").problem(403, "report.withheld")
	j.does("pho-an.cv", path, "submit", nil).problem(403, "access.forbidden")
	j.does("pho-an", path, "submit", nil).want(200)
	j.save("pho-an", path, `{"content":{"sections":{"9":{"text":"Sau khi nộp"}}}}`).problem(409, "state.conflict")
	j.save("pho-an", path, `{"number":"112/BC-UBND","dated_on":"2024-11-05"}`).want(200)
}

// isReturnedAndCorrects: 363 was handed in, the diary says 336; the first handing-in decides that it is on time.
func (j *journey) isReturnedAndCorrects(c communeYear) {
	path := j.report(c.username)
	wrong := c
	wrong.sessions = 363
	j.handsIn(wrong, round.OnTime, 0)
	j.does("vhtt.cv", path, "return", object{"note": "Đối chiếu với nhật ký.", "resubmit_before": "2024-11-16T00:00:00+07:00",
		"remarks": array{object{"section": "9", "indicator": "9.1", "text": "363 hay 336 buổi?"}, object{"section": "10", "indicator": nil, "text": "Kiến nghị với cơ quan nào?"}}}).want(200)
	before := j.now
	j.at("2024-11-11 08:52:00")
	j.save(c.username, path, `{"content":{"sections":{"9":{"values":{"9.1":{"value":336}}}}}}`).want(200)
	var r report.Line
	j.does(c.username, path, "submit", nil).want(200).as(&r)
	var revisions db.Items[report.Revision]
	j.as("vhtt").get(path + "/revisions").want(200).as(&revisions)
	was, is := revisions.Items[0].Content.Sections["9"].Values["9.1"], revisions.Items[1].Content.Sections["9"].Values["9.1"]
	if r.Standing != round.OnTime || r.Revision != 2 || was.Value.String() != "363" || is.Value.String() != "336" {
		j.t.Errorf("%+v, was %v, is %v", r, was.Value, is.Value)
	}
	j.now = before
}

// reportsAfterTheDeadline: «trước ngày 10/11» has passed at its first instant; xã Phổ Châu never reports.
func (j *journey) reportsAfterTheDeadline() {
	for _, c := range communes2024() {
		switch c.username {
		case "pho-khanh":
			j.at("2024-11-10 00:00:00")
			j.handsIn(c, round.Late, 1)
		case "pho-nhon":
			j.at("2024-11-11 14:20:00")
			j.handsIn(c, round.Late, 2)
		}
	}
	j.at("2024-11-14 09:00:00")
	var r round.Round
	j.as("vhtt").get(j.round).want(200).as(&r)
	rate := 91.2 // 31 of 34
	if diff := cmp.Diff(round.Counts{Owing: 35, OnTime: 30, Late: 2, Missing: 1, Exempted: 1, Nil: 1, Awaiting: 33, Rate: &rate}, *r.Counts); diff != "" {
		j.t.Error(diff)
	}
	var home overview.Home
	j.as("lanhdao").get("/overview").want(200).as(&home)
	if g := home.Rounds[0].Groups[0]; !slices.Equal(g.Missing, []string{"Xã Phổ Châu"}) || !slices.Equal(g.Late, []string{"Xã Phổ Khánh", "Xã Phổ Nhơn"}) {
		j.t.Errorf("%+v", g)
	}
}

// consolidates accepts one alone and the others at once, writes the town's report and takes it to the leader's signature.
func (j *journey) consolidates() {
	j.does("vhtt.cv", j.report("thanh-tra"), "accept", nil).want(200)
	var waiting db.Items[report.Line]
	j.as("vhtt.cv").get("/reports?limit=200&state=submitted").want(200).as(&waiting)
	items := array{}
	for _, r := range waiting.Items {
		items = append(items, object{"id": r.ID, "version": r.Version})
	}
	bulk := j.as("vhtt.cv").call("POST", "/reports/accept", object{"items": items}).want(207)
	if n := strings.Count(bulk.Body.String(), `"status":200`); n != 32 {
		j.t.Errorf("%d accepted: %s", n, bulk.Body)
	}
	own := "/reports/" + j.as("vhtt.cv").call("POST", j.round+"/consolidated", nil).want(201).id()
	j.as("vhtt.cv").call("POST", j.round+"/consolidated", nil).problem(409, "report.consolidated_already")
	j.checkSums()
	source := object{"report_id": strings.TrimPrefix(j.report("pho-cuong"), "/reports/"), "revision": 2}
	j.save("vhtt.cv", own, object{"content": object{"direction": "UBND thị xã ban hành Kế hoạch số 45/KH-UBND.", "assessment": "Hoàn thành các nhiệm vụ.",
		"sections": object{"9": object{"text": "Các xã, phường duy trì truyền thanh cơ sở.", "merged": array{source}}}}}).want(200)
	j.does("vhtt.cv", own, "submit", nil).problem(403, "access.forbidden")
	j.does("vhtt", own, "submit", nil).want(200)
	j.does("lanhdao", own, "send-back", object{"note": "Nêu phương hướng năm 2025."}).want(200)
	j.save("vhtt.cv", own, object{"content": object{"outlook": "Năm 2025 đẩy mạnh truyền thông trên nền tảng số."}}).want(200)
	j.does("vhtt", own, "submit", nil).want(200)
	j.at("2024-11-20 15:00:00")
	signing := object{"number": "312/BC-UBND", "dated_on": "2024-11-20"}
	j.does("vhtt", own, "approve", signing).problem(403, "access.forbidden")
	if got := j.does("lanhdao", own, "approve", signing).want(200); got.field("state") != "approved" {
		j.t.Error(got.Body)
	}
	j.checkSums()
	j.opensTheDocuments(own)
}

// refusesWhatComesAfter: nothing changes any more once the leader has signed.
func (j *journey) refusesWhatComesAfter() {
	late := communeYear{username: "pho-chau", sessions: 241}
	j.does("pho-chau", j.report("pho-chau"), "submit", object{"content": late.content()}).problem(409, "round.locked")
	j.save("pho-an", j.report("pho-an"), `{"number":"113/BC-UBND"}`).problem(409, "round.locked")
	j.does("vhtt.cv", j.report("pho-an"), "return", object{"note": "Sửa.", "remarks": array{}}).problem(409, "round.locked")
	j.does("vhtt", j.round, "lock", nil).problem(409, "round.locked")
	j.does("vhtt", j.plan, "close", nil).want(200)
}

// readsWhatCameOut: the log tells the year in order, to each its part.
func (j *journey) readsWhatCameOut() {
	j.sealsAll()
	if n, err := j.api.Events.Verify(j.t.Context()); err != nil || n < 400 {
		j.t.Errorf("%d rows hold, %v", n, err)
	}
	whole := []string{"plan.drafted", "plan.submitted", "plan.sent_back", "plan.edited", "plan.submitted", "plan.issued", "plan.closed"}
	if diff := cmp.Diff(whole, j.did("lanhdao")); diff != "" {
		j.t.Error(diff)
	}
	if diff := cmp.Diff([]string{"plan.issued", "plan.closed"}, j.did("pho-an")); diff != "" {
		j.t.Error(diff)
	}
}

// did lists what an account sees was done to the plan.
func (j *journey) did(username string) []string {
	var feed event.Feed
	j.as(username).get("/events?limit=200&noun_id=" + strings.TrimPrefix(j.plan, "/plans/")).want(200).as(&feed)
	var list []string
	for _, e := range feed.Items {
		list = append(list, e.Did)
	}
	return list
}
