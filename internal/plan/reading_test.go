package plan_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lantoa/internal/access"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/plan"
	"lantoa/internal/planreader"
)

type reading struct {
	town    factory.DucPho
	plans   *plan.Store
	culture access.Actor
	leader  access.Actor
}

func inDucPho(t *testing.T) reading {
	t.Helper()
	tx := dbtest.New(t) // names of groups are unique: parallel transactions would wait for each other
	town := factory.ADucPho(t, tx)
	return reading{town, &plan.Store{DB: tx, Clock: factory.Clock()}, town.Actor(access.CultureOffice), town.Actor(access.Leader)}
}

func TestThe2024PlanIsReadAndKeptAsItWasReadByHand(t *testing.T) {
	t.Parallel()
	for name, kind := range map[string]planreader.Kind{"plan.txt": planreader.Text, "plan.docx": planreader.Docx} {
		w := inDucPho(t)
		document := factory.Document2024(t, name)
		read, err := w.plans.Read(t.Context(), w.culture, document, kind, "vi")
		if err != nil {
			t.Fatal(name, err)
		}
		holds(t, name+" read", factory.Expected2024(t), object(t, read.Plan))
		kept, err := w.plans.Import(t.Context(), w.culture, document, kind, "vi")
		if err != nil {
			t.Fatal(name, err)
		}
		holds(t, name+" kept", factory.Expected2024(t), object(t, kept.Plan))
		again, err := w.plans.Find(t.Context(), w.culture, kept.Plan.ID)
		if err != nil {
			t.Fatal(name, err)
		}
		holds(t, name+" found", factory.Expected2024(t), object(t, again))
		if s := read.Sources["/tasks/0/schedule"]; !strings.Contains(s.Text, "Quý II, III/2024") || s.Line == 0 {
			t.Errorf("%s: the schedule comes from %+v", name, s)
		}
		if len(read.Unmatched) != 0 || len(again.Unmatched) != 0 {
			t.Errorf("%s: unmatched %v", name, read.Unmatched)
		}
	}
}

func TestADryRunKeepsNothing(t *testing.T) {
	t.Parallel()
	w := inDucPho(t)
	if _, err := w.plans.Read(t.Context(), w.culture, factory.Document2024(t, "plan.txt"), planreader.Text, "vi"); err != nil {
		t.Fatal(err)
	}
	list, err := w.plans.List(t.Context(), w.culture, plan.Filter{}, db.Page{Limit: 1})
	if err != nil || len(list.Items) != 0 {
		t.Errorf("%d plans kept, %v", len(list.Items), err)
	}
}

func TestAnExportedPlanImportsAgainToTheSamePlan(t *testing.T) {
	t.Parallel()
	w := inDucPho(t)
	first, err := w.plans.Import(t.Context(), w.culture, factory.Document2024(t, "plan.docx"), planreader.Docx, "vi")
	if err != nil {
		t.Fatal(err)
	}
	file, err := w.plans.Document(t.Context(), w.culture, first.Plan.ID)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Kế hoạch Công tác thông tin đối ngoại và truyền thông chính sách thị xã Đức Phổ năm 2024.docx"; file.Name != want {
		t.Errorf("named %q", file.Name)
	}
	second, err := w.plans.Import(t.Context(), w.culture, file.Body, planreader.Docx, "vi")
	if err != nil {
		t.Fatal(err)
	}
	if twin(first.Warnings) != nil || twin(second.Warnings) == nil || !strings.Contains(twin(second.Warnings).Message, first.Plan.Title) {
		t.Errorf("the second time it says %+v, the first %+v", second.Warnings, first.Warnings)
	}
	if diff := cmp.Diff(textOf(t, first.Plan), textOf(t, second.Plan)); diff != "" {
		t.Error(diff)
	}
}

func twin(warnings []plan.Warning) *plan.Warning {
	for i := range warnings {
		if warnings[i].Code == "plan.stands_already" {
			return &warnings[i]
		}
	}
	return nil
}

func TestAPlanThatStandsAlreadyIsNamed(t *testing.T) {
	t.Parallel()
	w := inDucPho(t)
	read := func(edit func(string) string) *plan.Warning {
		t.Helper()
		out, err := w.plans.Read(t.Context(), w.culture, []byte(edit(string(factory.Document2024(t, "plan.txt")))), planreader.Text, "en")
		if err != nil {
			t.Fatal(err)
		}
		return twin(out.Warnings)
	}
	as := func(text string) string { return text }
	if got := read(as); got != nil {
		t.Errorf("nothing stands yet: %+v", got)
	}
	if _, err := w.plans.Import(t.Context(), w.culture, factory.Document2024(t, "plan.txt"), planreader.Text, "vi"); err != nil {
		t.Fatal(err)
	}
	if got := read(as); got == nil || !strings.HasPrefix(got.Message, "The plan “") {
		t.Errorf("%+v", got)
	}
	if err := w.plans.DB.Exec("UPDATE plans SET title = 'Khác', number = '45/KH-UBND'").Error; err != nil {
		t.Fatal(err)
	}
	numbered := func(text string) string { return "UBND THỊ XÃ ĐỨC PHỔ\nSố: 45/KH-UBND\n" + text }
	if got := read(numbered); got == nil || got.Pointer != "/number" || got.Line == 0 || !strings.Contains(got.Message, "45/KH-UBND, Khác") {
		t.Errorf("by its number: %+v", got)
	}
	if err := w.plans.DB.Exec("UPDATE plans SET year = 2023").Error; err != nil {
		t.Fatal(err)
	}
	if got := read(numbered); got != nil {
		t.Errorf("of another year: %+v", got)
	}
}

func TestANameThatMatchesNothingStandsAsWritten(t *testing.T) {
	t.Parallel()
	w := inDucPho(t)
	text := strings.Replace(string(factory.Document2024(t, "plan.txt")), "Đơn vị chủ trì: Công an thị xã.", "Đơn vị chủ trì: Ban Chỉ huy Quân sự thị xã.", 1)
	read, err := w.plans.Import(t.Context(), w.culture, []byte(text), planreader.Text, "vi")
	if err != nil {
		t.Fatal(err)
	}
	if lead := read.Plan.Tasks[2].Leads[0]; lead.Agency != "Ban Chỉ huy Quân sự thị xã" || lead.AgencyID != nil {
		t.Errorf("%+v", lead)
	}
	if len(read.Unmatched) != 1 || !slices.Equal(read.Unmatched[0].At, []string{"/tasks/2/leads/0"}) || read.Unmatched[0].Suggestions == nil {
		t.Errorf("%+v", read.Unmatched)
	}
}

func TestADocumentOfAnotherKindIsAnsweredAndNeverKept(t *testing.T) {
	t.Parallel()
	w := inDucPho(t)
	const report = `UBND THỊ XÃ ĐỨC PHỔ
Số: 12/BC-UBND
Đức Phổ, ngày 05 tháng 11 năm 2024

BÁO CÁO

Kết quả công tác thông tin đối ngoại năm 2024

I. KẾT QUẢ

1. Tuyên truyền

- Cơ quan chủ trì: Công an thị xã.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn A`
	read, err := w.plans.Read(t.Context(), w.culture, []byte(report), planreader.Text, "en")
	if err != nil {
		t.Fatal(err)
	}
	p := read.Plan
	if p.DocumentKind != "BC" || *p.Number != "12/BC-UBND" || len(p.Tasks)+len(p.Reporting) != 0 || len(p.Recipients) != 2 || p.Signature.Name != "Trần Văn A" {
		t.Errorf("%+v", p)
	}
	if i := slices.IndexFunc(read.Warnings, func(w plan.Warning) bool { return w.Code == "plan.not_a_plan" }); i < 0 || !strings.Contains(read.Warnings[i].Message, "not a plan") {
		t.Errorf("%+v", read.Warnings)
	}
	if _, err := w.plans.Import(t.Context(), w.culture, []byte(report), planreader.Text, "vi"); fault.CodeOf(err) != "plan.not_a_plan" || fault.KindOf(err) != fault.Invalid {
		t.Errorf("kept: %v", err)
	}
}

func TestAStampedDocumentIsNotTaken(t *testing.T) {
	t.Parallel()
	w := inDucPho(t)
	stamped := "MẬT\n\n" + string(factory.Document2024(t, "plan.txt"))
	if _, err := w.plans.Read(t.Context(), w.culture, []byte(stamped), planreader.Text, "vi"); fault.CodeOf(err) != "secrecy.stamp" {
		t.Error(err)
	}
}

func TestOnlyTheCultureOfficeImports(t *testing.T) {
	t.Parallel()
	w := inDucPho(t)
	document := factory.Document2024(t, "plan.txt")
	for _, by := range []access.Actor{w.leader, w.town.Actor(access.Commune)} {
		_, e1 := w.plans.Read(t.Context(), by, document, planreader.Text, "vi")
		_, e2 := w.plans.Import(t.Context(), by, document, planreader.Text, "vi")
		if fault.KindOf(e1) != fault.Forbidden || fault.KindOf(e2) != fault.Forbidden {
			t.Errorf("%s: %v, %v", by.Role, e1, e2)
		}
	}
}

// holds says where got lacks a member of want or has another value; further members of got are free.
func holds(t *testing.T, place string, want, got any) {
	t.Helper()
	switch w := want.(type) {
	case map[string]any:
		g, _ := got.(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(w)) {
			holds(t, place+"/"+name, w[name], g[name])
		}
	case []any:
		g, _ := got.([]any)
		if len(w) != len(g) {
			t.Errorf("%s: %d items, want %d", place, len(g), len(w))
			return
		}
		for i := range w {
			holds(t, place+"/"+strconv.Itoa(i), w[i], g[i])
		}
	default:
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", place, diff)
		}
	}
}

func object(t *testing.T, v any) map[string]any {
	t.Helper()
	var out map[string]any
	if err := json.Unmarshal([]byte(body(t, v)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// textOf is what a plan says, without the identities of its tasks.
func textOf(t *testing.T, p *plan.Plan) map[string]any {
	t.Helper()
	d := p.Draft()
	for i := range d.Tasks {
		d.Tasks[i].ID = nil
	}
	return object(t, d)
}
