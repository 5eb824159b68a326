package rest_test

import (
	"testing"

	"lantoa/internal/access"
	"lantoa/internal/factory"
	"lantoa/internal/plan"
)

func TestNoTypedTextBearsASecrecyStamp(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := factory.Plan(t, w.db, w.town, func(p *plan.Plan) { p.State, p.Number, p.IssuedOn = plan.Submitted, nil, nil })
	patched := []option{header("Content-Type", patchType), header("If-Match", `"1"`)}
	for _, c := range []struct {
		by                 access.Role
		method, path, body string
		options            []option
		at                 string
	}{
		{access.Leader, "POST", "/plans/" + p.ID.String() + "/send-back", `{"note":"Xem lại.\nTỐI MẬT"}`, []option{header("If-Match", `"1"`)}, "/note"},
		{access.CultureOffice, "POST", "/report-templates", `{"name":"MẬT","note":"","sections":[]}`, nil, "/name"},
		{access.Admin, "POST", "/agencies", `{"name":"TUYỆT MẬT","kind":"office"}`, nil, "/name"},
		{access.Admin, "PATCH", "/agencies/" + w.town.CommuneA.ID.String(), `{"aliases":["Xã A","MẬT"]}`, patched, "/aliases/1"},
		{access.Admin, "POST", "/agency-groups", `{"name":"Nhóm\n[MẬT]","by_hand":true}`, nil, "/name"},
	} {
		w.as(c.by).call(c.method, c.path, c.body, c.options...).problem(422, "input.invalid").at(c.at, "secrecy.stamp")
	}
}
