package round_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/report"
	"lantoa/internal/round"
	"lantoa/internal/wire"
)

type bundle struct {
	tx    *gorm.DB
	store *round.Store
	town  factory.Town
}

func setup(t *testing.T) bundle {
	t.Helper()
	tx := dbtest.Tx(t)
	return bundle{tx, &round.Store{DB: tx, Clock: factory.Clock(), DueSoonDays: 3}, factory.ATown(t, tx)}
}

func TestARoundTakesTheNewestTemplateAndKeepsItsOwnCopy(t *testing.T) {
	t.Parallel()
	b := setup(t)
	head := b.town.Actor(access.CultureOffice)
	factory.Template(t, b.tx, b.town)
	newest, err := b.store.CreateTemplate(t.Context(), head, round.TemplateDraft{Name: "Mẫu mới", Sections: factory.Sections()[:1]})
	if err != nil {
		t.Fatal(err)
	}
	r, err := round.Open(b.tx, factory.Clock(), b.town.Actor(access.Leader), factory.Opening(b.town, factory.Plan(t, b.tx, b.town)))
	if err != nil || r.TemplateID != newest.ID || len(r.Sections) != 1 {
		t.Fatalf("%+v %v", r, err)
	}
	if _, err := b.store.ChangeTemplate(t.Context(), head, newest.ID, 1, wire.Patch(`{"sections":[{"code":"7","title":"Khác","task_ordinal":null,"indicators":[]}]}`)); err != nil {
		t.Fatal(err)
	}
	kept, err := b.store.Find(t.Context(), head, r.ID)
	if err != nil || kept.Sections[0].Code != "1" {
		t.Errorf("%+v %v", kept, err)
	}
}

func TestWithoutATemplateNoRoundOpens(t *testing.T) {
	t.Parallel()
	b := setup(t)
	opening := factory.Opening(b.town, factory.Plan(t, b.tx, b.town))
	_, err := round.Open(b.tx, factory.Clock(), b.town.Actor(access.Leader), opening)
	if fault.CodeOf(err) != "plan.no_template" || fault.KindOf(err) != fault.Conflict {
		t.Error(err)
	}
	foreign := factory.Template(t, b.tx, factory.ATown(t, b.tx))
	opening.TemplateID = &foreign.ID
	if _, err := round.Open(b.tx, factory.Clock(), b.town.Actor(access.Leader), opening); fault.CodeOf(err) != "plan.no_template" {
		t.Errorf("another town's template: %v", err)
	}
}

func TestARoundIsNamedByItsYearOrItsDeadline(t *testing.T) {
	t.Parallel()
	b := setup(t)
	p := factory.Plan(t, b.tx, b.town)
	for due, want := range map[time.Time]string{
		time.Date(2024, 11, 10, 0, 0, 0, 0, clock.Zone): "Báo cáo năm 2024", time.Date(2025, 1, 15, 0, 0, 0, 0, clock.Zone): "Báo cáo năm 2024",
		time.Date(2024, 6, 15, 0, 0, 0, 0, clock.Zone): "Báo cáo trước ngày 15/6/2024",
	} {
		r := factory.Round(t, b.tx, b.town, p, func(o *round.Opening) { o.DueBefore, o.DueText = due, "trước ngày 15/6/2024" })
		if r.Title != want {
			t.Errorf("%s: %q", due, r.Title)
		}
	}
}

func TestARoundCountsEachAgencyUnderOneStanding(t *testing.T) {
	t.Parallel()
	b := setup(t)
	r := factory.Round(t, b.tx, b.town, factory.Plan(t, b.tx, b.town))
	when := factory.Now().AddDate(0, 0, -1)
	factory.Report(t, b.tx, r, b.town.CommuneA)
	factory.Report(t, b.tx, r, b.town.CommuneB, func(r *report.Report) { r.State, r.FirstSubmittedAt = report.Submitted, &when })
	factory.Report(t, b.tx, r, b.town.Police, func(r *report.Report) {
		r.State, r.FirstSubmittedAt, r.AcceptedAt, r.Nil = report.Accepted, &when, &when, true
	})
	factory.Report(t, b.tx, r, b.town.MediaCentre, func(r *report.Report) {
		r.State, r.FirstSubmittedAt = report.Returned, new(r.DueBefore.AddDate(0, 0, 1))
	})
	factory.Report(t, b.tx, r, b.town.Department, func(r *report.Report) { r.State, r.ExemptReason = report.Exempted, new("sáp nhập") })
	factory.Report(t, b.tx, r, b.town.CultureOffice, func(r *report.Report) { r.Kind, r.DueBefore = report.Consolidated, nil })

	rate := 50.0
	want := &round.Counts{Owing: 5, DueSoon: 1, OnTime: 1, Late: 1, Exempted: 1, Nil: 1, Awaiting: 1, Returned: 1, Accepted: 1, Rate: &rate}
	for _, role := range []access.Role{access.CultureOffice, access.Leader} {
		got, err := b.store.Find(t.Context(), b.town.Actor(role), r.ID)
		if err != nil || !cmp.Equal(got.Counts, want) {
			t.Errorf("%v %s", err, cmp.Diff(want, got.Counts))
		}
	}
	if n := want.HandedIn(); n != 3 {
		t.Error(n)
	}
	page, err := b.store.List(t.Context(), b.town.Actor(access.Commune), round.Filter{PlanID: &r.PlanID, State: round.Running}, db.Page{Limit: 50})
	if err != nil || len(page.Items) != 1 || page.Items[0].Counts != nil {
		t.Errorf("a commune sees the round, not the others: %+v %v", page.Items, err)
	}
}

func TestAnotherTownSeesNoRoundsAndNoTemplates(t *testing.T) {
	t.Parallel()
	b := setup(t)
	r := factory.Round(t, b.tx, b.town, factory.Plan(t, b.tx, b.town))
	stranger := factory.ATown(t, b.tx).Actor(access.CultureOffice)
	ctx := t.Context()
	_, find := b.store.Find(ctx, stranger, r.ID)
	_, lock := b.store.Lock(b.tx, stranger, r.ID, 1)
	_, template := b.store.FindTemplate(ctx, stranger, r.TemplateID)
	_, change := b.store.ChangeTemplate(ctx, stranger, r.TemplateID, 1, wire.Patch(`{"name":"x"}`))
	for name, err := range map[string]error{"find": find, "lock": lock, "template": template, "change": change} {
		if fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
	rounds, err := b.store.List(ctx, stranger, round.Filter{}, db.Page{Limit: 50})
	if err != nil || len(rounds.Items) != 0 {
		t.Errorf("%+v %v", rounds.Items, err)
	}
	templates, err := b.store.ListTemplates(ctx, stranger, db.Page{Limit: 50})
	if err != nil || len(templates.Items) != 0 {
		t.Errorf("%+v %v", templates.Items, err)
	}
}

func TestATemplateIsForTheHeadOfTheCultureOffice(t *testing.T) {
	t.Parallel()
	b := setup(t)
	head := b.town.Actor(access.CultureOffice)
	officer := head
	officer.Position = access.Officer
	draft := round.TemplateDraft{Name: "Báo cáo quý", Sections: factory.Sections()}
	if _, err := b.store.CreateTemplate(t.Context(), officer, draft); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("an officer: %v", err)
	}
	made, err := b.store.CreateTemplate(t.Context(), head, draft)
	if err != nil || !cmp.Equal(made.AllowedActions, []string{"edit"}) {
		t.Fatalf("%+v %v", made, err)
	}
	if _, err := b.store.ChangeTemplate(t.Context(), head, made.ID, 7, wire.Patch(`{}`)); fault.KindOf(err) != fault.Stale {
		t.Errorf("stale: %v", err)
	}
	if _, err := b.store.ChangeTemplate(t.Context(), head, made.ID, 1, wire.Patch(`{"name":""}`)); fault.KindOf(err) != fault.Invalid {
		t.Errorf("no name: %v", err)
	}
	changed, err := b.store.ChangeTemplate(t.Context(), head, made.ID, 1, wire.Patch(`{"name":"Báo cáo 6 tháng"}`))
	if err != nil || changed.Version != 2 || changed.Name != "Báo cáo 6 tháng" || len(changed.Sections) != 2 {
		t.Errorf("%+v %v", changed, err)
	}
	if _, err := b.store.FindTemplate(t.Context(), head, uuid.New()); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
}
