package rest_test

import (
	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/assignment"
	"lantoa/internal/factory"
	"lantoa/internal/plan"
	"lantoa/internal/report"
)

// sample is how an endpoint is asked so that it answers well: what the rules of its kind are tried on.
type sample struct {
	by     access.Role                       // whose head asks
	on     maker                             // makes what {id} names, in the path or the query
	query  string                            // that the endpoint cannot do without
	send   func(w *world, id string) sending // what is sent; nil sends nothing
	fill   func(w *world, id string) string  // makes one item of a list and gives its id
	more   func(w *world, id string)         // makes the answer longer that is no list
	brief  bool                              // is answered from one row: nothing makes the answer longer
	joint  bool                              // of a register that all towns share
	unsaid bool                              // writes no event
	once   bool                              // told this once, and so not replayed
}

// sending is a body with its media type; without one it is what the route takes.
type sending struct {
	body  any
	media option
}

func body(whole any) func(*world, string) sending {
	return func(*world, string) sending { return sending{body: whole} }
}

// alone makes an item that needs nothing of what {id} names.
func alone(made maker) func(*world, string) string {
	return func(w *world, _ string) string { return made(w) }
}

const (
	admin, office, leader, commune = access.Admin, access.CultureOffice, access.Leader, access.Commune

	ofAssignment = "?owner_kind=assignment&owner_id={id}"
	nothingToSay = `{"content":{"sections":{"1":{"nil":true},"2":{"nil":true}}}}`
)

// samples has a row for every endpoint but those of signing in and out, which keep none of these rules.
func samples() map[string]sample {
	return map[string]sample{
		"GET /sessions":                      {by: commune, fill: alone(aSession(commune))},
		"DELETE /sessions/{id}":              {by: commune, on: aSession(commune)},
		"GET /me":                            {by: commune, brief: true},
		"GET /accounts":                      {by: admin, joint: true, fill: alone(anAccount(account.Active))},
		"POST /accounts":                     {by: admin, send: anAccountsInput, once: true},
		"GET /accounts/{id}":                 {by: admin, joint: true, on: anAccount(account.Active), brief: true},
		"PATCH /accounts/{id}":               {by: admin, joint: true, on: anAccount(account.Active), send: body(`{"position":"officer"}`)},
		"POST /accounts/{id}/disable":        {by: admin, joint: true, on: anAccount(account.Active)},
		"POST /accounts/{id}/enable":         {by: admin, joint: true, on: anAccount(account.Disabled)},
		"POST /accounts/{id}/reset-password": {by: admin, joint: true, on: anAccount(account.Active), once: true},

		"GET /agencies":             {by: commune, joint: true, fill: alone(anAgency)},
		"POST /agencies":            {by: admin, send: body(`{"name":"Hội Khuyến học","kind":"union"}`)},
		"GET /agencies/{id}":        {by: commune, joint: true, on: anAgency, brief: true},
		"PATCH /agencies/{id}":      {by: admin, joint: true, on: anAgency, send: body(`{"phone":"0255"}`)},
		"GET /agency-groups":        {by: commune, joint: true, fill: alone(aGroup)},
		"POST /agency-groups":       {by: admin, send: body(`{"name":"Các hội","by_hand":true}`)},
		"GET /agency-groups/{id}":   {by: commune, joint: true, on: aGroup, more: anotherMember},
		"PATCH /agency-groups/{id}": {by: admin, joint: true, on: aGroup, send: body(`{"aliases":["Các đoàn thể"]}`)},

		"GET /plans":                    {by: commune, fill: alone(aPlan(plan.Issued))},
		"POST /plans":                   {by: office, send: aPlansText},
		"POST /plans/import":            {by: office, send: aDocument},
		"GET /plans/{id}":               {by: office, on: aPlan(plan.Drafted), more: anotherTask},
		"PUT /plans/{id}":               {by: office, on: aPlan(plan.Drafted), send: aPlansText},
		"DELETE /plans/{id}":            {by: office, on: aPlan(plan.Drafted)},
		"POST /plans/{id}/submit":       {by: office, on: aPlan(plan.Drafted)},
		"POST /plans/{id}/send-back":    {by: leader, on: aPlan(plan.Submitted), send: body(`{"note":"Bổ sung."}`)},
		"POST /plans/{id}/issue":        {by: leader, on: aPlan(plan.Submitted), send: body(`{"number":"45/KH-UBND","issued_on":"2024-02-26"}`)},
		"POST /plans/{id}/close":        {by: office, on: aPlan(plan.Issued)},
		"GET /plans/{id}/groups":        {by: office, on: aPlan(plan.Drafted), more: anotherTask},
		"GET /plans/{id}/document.docx": {by: office, on: aPlan(plan.Drafted), more: anotherTask},
		"GET /plans/{id}/matrix":        {by: commune, on: aPlan(plan.Issued), more: anotherDuty},
		"GET /tasks":                    {by: commune, fill: alone(aTask)},
		"GET /tasks/{id}":               {by: commune, on: aTask, brief: true},

		"GET /assignments":                {by: commune, fill: alone(anAssignment(assignment.Assigned))},
		"GET /assignments/{id}":           {by: commune, on: anAssignment(assignment.Assigned), brief: true},
		"POST /assignments/{id}/receive":  {by: commune, on: anAssignment(assignment.Assigned)},
		"POST /assignments/{id}/start":    {by: commune, on: anAssignment(assignment.Received)},
		"POST /assignments/{id}/hand-in":  {by: commune, on: anAssignment(assignment.InProgress), send: body(`{"done_on":"2024-11-05","result":"Xong."}`)},
		"POST /assignments/{id}/confirm":  {by: office, on: anAssignment(assignment.HandedIn)},
		"POST /assignments/{id}/return":   {by: office, on: anAssignment(assignment.HandedIn), send: body(`{"note":"Thiếu ảnh."}`)},
		"GET /assignments/{id}/updates":   {by: commune, on: anAssignment(assignment.Received), fill: anUpdate},
		"POST /assignments/{id}/updates":  {by: commune, on: anAssignment(assignment.Received), send: body(`{"done_on":"2024-11-05","text":"Treo băng rôn.","links":[]}`)},
		"GET /attachments":                {by: commune, on: anAssignment(assignment.Received), query: ofAssignment, fill: attachedTo},
		"POST /attachments":               {by: commune, on: anAssignment(assignment.Received), send: picture},
		"GET /attachments/{id}":           {by: commune, on: anAttachment, brief: true},
		"DELETE /attachments/{id}":        {by: commune, on: anAttachment},
		"GET /attachments/{id}/content":   {by: commune, on: anAttachment, brief: true},
		"GET /report-templates":           {by: commune, fill: alone(aTemplate)},
		"POST /report-templates":          {by: office, send: body(`{"name":"Báo cáo quý","note":"","sections":[{"code":"1","title":"Khác","task_ordinal":null,"indicators":[]}]}`)},
		"GET /report-templates/{id}":      {by: commune, on: aTemplate, brief: true},
		"PATCH /report-templates/{id}":    {by: office, on: aTemplate, send: body(`{"name":"Báo cáo quý"}`)},
		"GET /rounds":                     {by: commune, fill: alone(aRound)},
		"GET /rounds/{id}":                {by: commune, on: aRound, more: anotherReport},
		"POST /rounds/{id}/lock":          {by: office, on: aRound},
		"GET /rounds/{id}/figures.xlsx":   {by: office, on: aRound, more: anotherReport},
		"GET /rounds/{id}/consolidation":  {by: leader, on: aRound, more: anotherReport},
		"POST /rounds/{id}/consolidated":  {by: office, on: aRound},
		"GET /reports":                    {by: commune, fill: alone(aReport(report.Draft))},
		"POST /reports/accept":            {by: office, on: aReport(report.Submitted), send: anAcceptance},
		"GET /reports/{id}":               {by: commune, on: aReport(report.Draft), brief: true},
		"PATCH /reports/{id}":             {by: commune, on: aReport(report.Draft), send: body(`{"number":"112/BC-UBND"}`), unsaid: true}, // the revision at submission tells it
		"POST /reports/{id}/submit":       {by: commune, on: aReport(report.Draft), send: body(nothingToSay)},
		"POST /reports/{id}/accept":       {by: office, on: aReport(report.Submitted)},
		"POST /reports/{id}/return":       {by: office, on: aReport(report.Submitted), send: body(`{"remarks":[],"note":"Thiếu số liệu.","resubmit_before":null}`)},
		"POST /reports/{id}/exempt":       {by: office, on: aReport(report.Draft), send: body(`{"reason":"Sáp nhập."}`)},
		"POST /reports/{id}/send-back":    {by: leader, on: aConsolidatedReport, send: body(`{"note":"Thêm đánh giá."}`)},
		"POST /reports/{id}/approve":      {by: leader, on: aConsolidatedReport, send: body(`{"number":"210/BC-UBND","dated_on":"2024-11-06"}`)},
		"GET /reports/{id}/revisions":     {by: commune, on: aHandedInReport, fill: aRevision},
		"GET /reports/{id}/document.docx": {by: office, on: aConsolidation, more: anotherSource},

		"GET /overview": {by: leader, more: anotherMorning},
		"GET /events":   {by: commune, fill: anEvent},
	}
}

func anAccountsInput(w *world, _ string) sending {
	return sending{body: account.Input{Username: "pho-an.2", AgencyID: w.town.CommuneA.ID, Role: access.Commune, Position: access.Officer}}
}

func aPlansText(w *world, _ string) sending { return sending{body: factory.PlanDraft(w.town)} }

func aDocument(w *world, _ string) sending {
	return sending{factory.Document2024(w.t, "plan.txt"), header("Content-Type", "text/plain")}
}

func anAcceptance(_ *world, id string) sending { return sending{body: acceptance(id, 1)} }

func acceptance(id string, version int) map[string]any {
	return map[string]any{"items": []map[string]any{{"id": id, "version": version}}}
}
