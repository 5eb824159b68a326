package rest_test

import (
	"testing"

	"lantoa/internal/access"
	"lantoa/internal/assignment"
	"lantoa/internal/factory"
)

func TestAnAssignmentIsWorkedOnHandedInReturnedAndConfirmed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := factory.Assignment(t, w.db, factory.Plan(t, w.db, w.town), w.town.CommuneA)
	commune, office := w.as(access.Commune), w.as(access.CultureOffice)
	_, token := w.account(access.Commune, access.Officer, w.town.CommuneB.ID)
	other := caller{w, token}
	path := "/assignments/" + a.ID.String()

	other.get(path).problem(404, "resource.not_found")
	other.call("POST", path+"/receive", nil, header("If-Match", `"1"`)).problem(404, "resource.not_found")
	office.call("POST", path+"/receive", nil, header("If-Match", `"1"`)).problem(403, "access.forbidden")
	commune.call("POST", path+"/hand-in", `{"done_on":"2024-11-05","result":"Xong."}`, header("If-Match", `"1"`)).problem(409, "state.conflict")
	commune.call("POST", path+"/receive", nil, from(commune.get(path))).want(200)
	commune.call("POST", path+"/updates", `{"done_on":"2024-11-05","text":"Treo băng rôn.","links":[{"url":"https://phoan.vn/1","title":"Ảnh"}]}`).want(201)
	commune.call("POST", path+"/updates", `{"done_on":"2024-11-05","text":"x","links":[{"url":"ftp://x","title":""}]}`).
		problem(422, "input.invalid").at("/links/0/url", "assignment.link")
	if n := office.get(path + "/updates").want(200).rows(); n != 1 {
		t.Errorf("%d updates", n)
	}
	handedIn := commune.call("POST", path+"/hand-in", assignment.HandingIn{DoneOn: a.DueOn.AddDays(-3), Result: "Xong."}, from(commune.get(path))).want(200)
	if handedIn.field("standing") != "awaiting" {
		t.Errorf("standing %v", handedIn.field("standing"))
	}
	returned := office.call("POST", path+"/return", assignment.Returning{Note: "Thiếu ảnh."}, from(handedIn)).want(200)
	office.call("POST", path+"/confirm", nil, from(handedIn)).problem(412, "resource.changed")
	started := commune.call("POST", path+"/start", nil, from(returned)).want(200)
	again := commune.call("POST", path+"/hand-in", assignment.HandingIn{DoneOn: a.DueOn.AddDays(-2), Result: "Đủ."}, from(started)).want(200)
	done := office.call("POST", path+"/confirm", nil, from(again)).want(200)
	if done.field("standing") != "on_time" || done.field("state") != "completed" {
		t.Errorf("%s", done.Body)
	}
}

func TestAssignmentsAreFilteredByWhatTheContractNames(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := factory.Plan(t, w.db, w.town)
	factory.Assignment(t, w.db, p, w.town.CommuneA)
	factory.Assignment(t, w.db, p, w.town.CommuneB, func(a *assignment.Assignment) { a.DueOn = nil })
	office := w.as(access.CultureOffice)
	for query, want := range map[string]int{
		"": 2, "?standing=due_soon": 1, "?standing=no_deadline": 1, "?standing=late": 0, "?plan_id=" + p.ID.String(): 2, "?state=assigned&part=coordinate": 2,
		"?agency_id=" + w.town.CommuneB.ID.String(): 1, "?due_before=2024-11-08": 0, "?due_before=2024-11-09": 1, "?task_id=" + p.Tasks[0].ID.String(): 2,
		"?sort=agency": 2, "?sort=-ordinal": 2,
	} {
		if n := office.get("/assignments" + query).want(200).rows(); n != want {
			t.Errorf("%s: %d, want %d", query, n, want)
		}
	}
	office.get("/assignments?standing=slow").problem(400, "input.query").at("standing", "input.unknown_value")
	office.get("/assignments?due_before=31/02/2024").problem(400, "input.query").at("due_before", "input.date")
	office.get("/assignments?plan_id=x").problem(400, "input.query").at("plan_id", "input.wrong_type")
}
