package rest_test

import (
	"encoding/json"
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/factory"
	"lantoa/internal/plan"
)

// draftBody is the draft of a small plan as a client would send it.
func draftBody(t *testing.T, w *world) map[string]any {
	t.Helper()
	raw, err := json.Marshal(factory.PlanDraft(w.town))
	if err != nil {
		t.Fatal(err)
	}
	var body map[string]any
	if err := json.Unmarshal(raw, &body); err != nil {
		t.Fatal(err)
	}
	return body
}

func TestAPlanGoesFromDraftToIssuedAndClosed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	factory.Template(t, w.db, w.town)
	office, leader, commune := w.as(access.CultureOffice), w.as(access.Leader), w.as(access.Commune)
	made := office.call("POST", "/plans", draftBody(t, w)).want(201)
	path := "/plans/" + made.id()
	commune.get(path).problem(404, "resource.not_found")
	commune.get(path+"/groups").problem(404, "resource.not_found")

	var draft map[string]any
	made.as(&draft)
	draft["title"] = "Kế hoạch đã sửa"
	for _, member := range []string{"id", "version", "created_at", "updated_at", "state", "return_note", "allowed_actions"} {
		delete(draft, member)
	}
	task := draft["tasks"].([]any)[0].(map[string]any) //nolint:forcetypeassert // made just here
	for _, member := range []string{"version", "created_at", "updated_at", "plan_id", "state", "allowed_actions"} {
		delete(task, member)
	}
	edited := office.call("PUT", path, draft, from(made)).want(200)
	office.call("PUT", path, draft, from(made)).problem(412, "resource.changed")
	office.call("PUT", path, draft).problem(428, "version.required")

	submitted := office.call("POST", path+"/submit", nil, from(edited)).want(200)
	office.call("PUT", path, draft, from(submitted)).problem(409, "state.conflict")
	sentBack := leader.call("POST", path+"/send-back", plan.SendingBack{Note: "Bổ sung."}, from(submitted)).want(200)
	again := office.call("POST", path+"/submit", nil, from(sentBack)).want(200)
	office.call("POST", path+"/issue", map[string]any{"number": "1/KH-UBND", "issued_on": "2024-02-26"}, from(again)).problem(403, "access.forbidden")
	leader.call("POST", path+"/issue", map[string]any{"number": "1/KH-UBND", "issued_on": "2024-02-31"}, from(again)).problem(422, "input.invalid").at("/issued_on", "input.date")
	leader.call("POST", path+"/issue", map[string]any{"number": "1/KH-UBND", "issued_on": "2024-12-01"}, from(again)).
		problem(422, "input.invalid").at("/issued_on", "plan.issued_in_the_future")
	issued := leader.call("POST", path+"/issue", map[string]any{"number": "1/KH-UBND", "issued_on": "2024-02-26"}, from(again)).want(200)

	commune.get(path).want(200)
	commune.get("/tasks?plan_id=" + made.id()).want(200)
	if n := commune.get("/assignments").want(200).rows(); n != 1 {
		t.Errorf("the commune has %d assignments", n)
	}
	commune.call("POST", path+"/close", nil, from(issued)).problem(403, "access.forbidden")
	office.call("POST", path+"/close", nil, from(issued)).want(200)
}

func TestAPlanIsClosedOnceItsRoundsAreLocked(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := factory.Plan(t, w.db, w.town)
	open := "/rounds/" + factory.Round(t, w.db, w.town, p).ID.String()
	work := "/assignments/" + factory.Assignment(t, w.db, p, w.town.CommuneA).ID.String()
	office, commune := w.as(access.CultureOffice), w.as(access.Commune)
	path := "/plans/" + p.ID.String()
	office.call("POST", path+"/close", nil, from(office.get(path))).problem(409, "plan.rounds_open")
	office.call("POST", open+"/lock", nil, from(office.get(open))).want(200)
	office.call("POST", path+"/close", nil, from(office.get(path))).want(200)
	commune.call("POST", work+"/receive", nil, from(commune.get(work))).problem(409, "plan.closed")
}

func TestADraftIsDeletedOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	office := w.as(access.CultureOffice)
	made := office.call("POST", "/plans", draftBody(t, w)).want(201)
	office.call("DELETE", "/plans/"+made.id(), nil, header("If-Match", `"9"`)).problem(412, "resource.changed")
	office.call("DELETE", "/plans/"+made.id(), nil, from(made)).want(204)
	office.call("DELETE", "/plans/"+made.id(), nil, from(made)).problem(404, "resource.not_found")
}

func TestBadPlansAreRefusedWithTheirPlaces(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	office := w.as(access.CultureOffice)
	bad := func(change func(map[string]any)) *answer {
		body := draftBody(t, w)
		change(body)
		return office.call("POST", "/plans", body)
	}
	task := func(b map[string]any) map[string]any { return b["tasks"].([]any)[0].(map[string]any) } //nolint:forcetypeassert // made by draftBody
	bad(func(b map[string]any) { b["title"] = "" }).problem(422, "input.invalid").at("/title", "input.required")
	bad(func(b map[string]any) { b["colour"] = "red" }).problem(422, "input.invalid").at("/colour", "input.unknown_member")
	bad(func(b map[string]any) { b["year"] = "2024" }).problem(422, "input.invalid").at("/year", "input.wrong_type")
	bad(func(b map[string]any) { b["year"] = 1e300 }).problem(422, "input.invalid").at("/year", "input.wrong_type")
	bad(func(b map[string]any) {
		b["period"] = map[string]any{"starts_on": "2024-02-31", "ends_on": "2024-12-31"}
	}).
		problem(422, "input.invalid").at("/period/starts_on", "input.date")
	bad(func(b map[string]any) { task(b)["leads"] = []any{map[string]any{"agency_id": uuid.NewString()}} }).
		problem(422, "input.invalid").at("/tasks/0/leads/0/agency_id", "input.reference")
	bad(func(b map[string]any) { task(b)["id"] = uuid.NewString() }).problem(422, "input.invalid").at("/tasks/0/id", "input.reference")
	bad(func(b map[string]any) { b["reporting"] = []any{map[string]any{"template_id": uuid.NewString()}} }).
		problem(422, "input.invalid").at("/reporting/0/template_id", "input.reference")
	bad(func(b map[string]any) { b["closing"] = "Hết.\n\nTUYỆT MẬT" }).problem(422, "input.invalid").at("/closing", "secrecy.stamp")
}

func TestAPlanPrintsAsAWordDocument(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := factory.Plan(t, w.db, w.town)
	file := w.as(access.Commune).get("/plans/" + p.ID.String() + "/document.docx").want(200)
	if file.Header().Get("Content-Type") != "application/vnd.openxmlformats-officedocument.wordprocessingml.document" || file.Body.String()[:2] != "PK" {
		t.Errorf("%s %.20q", file.Header().Get("Content-Type"), file.Body)
	}
	draft := factory.Plan(t, w.db, w.town, func(p *plan.Plan) { p.State = plan.Drafted })
	w.as(access.Commune).get("/plans/"+draft.ID.String()+"/document.docx").problem(404, "resource.not_found")
}
