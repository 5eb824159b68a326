package report_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/plan"
	"lantoa/internal/report"
	"lantoa/internal/round"
	"lantoa/internal/wire"
)

// bundle is a round of a town in which both communes and the union owe.
type bundle struct {
	*testing.T
	tx    *gorm.DB
	store *report.Store
	town  factory.Town
	plan  *plan.Plan
	round *round.Round
	now   *time.Time
}

func setup(t *testing.T, tx *gorm.DB) bundle {
	t.Helper()
	now := factory.Now()
	business := clock.Clock(func() time.Time { return now })
	b := bundle{T: t, tx: tx, town: factory.ATown(t, tx), now: &now,
		store: &report.Store{DB: tx, Clock: business, DueSoonDays: 3, Rounds: &round.Store{DB: tx, Clock: business, DueSoonDays: 3}}}
	b.plan = factory.Plan(t, tx, b.town)
	b.round = factory.Round(t, tx, b.town, b.plan)
	owing := []report.Owing{}
	for _, a := range []*agency.Agency{b.town.CommuneA, b.town.CommuneB, b.town.Department} {
		owing = append(owing, report.Owing{AgencyID: a.ID, Agency: a.Name, Kind: string(a.Kind), TaskOrdinals: []int{1}})
	}
	owing[2].TaskOrdinals = nil // the union has no part in task 1
	if err := report.Open(tx, business, b.round, owing); err != nil {
		t.Fatal(err)
	}
	return b
}

// head is the head of an agency, with an account behind it.
func (b bundle) head(role access.Role, of *agency.Agency) access.Actor {
	b.Helper()
	a := factory.Account(b, b.tx, func(a *account.Account) { a.Role, a.AgencyID = role, of.ID })
	return access.Actor{AccountID: a.ID, AgencyID: of.ID, ScopeID: b.town.Committee.ID, Role: role, Position: access.Head}
}

func (b bundle) office() access.Actor { return b.head(access.CultureOffice, b.town.CultureOffice) }
func (b bundle) leader() access.Actor { return b.head(access.Leader, b.town.Committee) }

// of gives the report that an agency owes.
func (b bundle) of(a *agency.Agency) report.Line {
	b.Helper()
	page, err := b.store.List(b.Context(), b.office(), report.Filter{AgencyID: &a.ID, Kind: report.OfAgency}, db.Page{Limit: 2})
	if err != nil || len(page.Items) != 1 {
		b.Fatalf("%+v %v", page.Items, err)
	}
	return page.Items[0]
}

func (b bundle) submit(a *agency.Agency, c report.Content) *report.Report {
	b.Helper()
	l := b.of(a)
	r, err := b.store.Submit(b.Context(), b.head(access.Commune, a), l.ID, l.Version, report.Submission{Content: &c})
	if err != nil {
		b.Fatal(err)
	}
	return r
}

func (b bundle) accept(r *report.Report) {
	b.Helper()
	if _, err := b.store.Accept(b.Context(), b.office(), r.ID, r.Version); err != nil {
		b.Fatal(err)
	}
}

func TestEachAgencyOwesTheSectionsOfItsTasks(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.Tx(t))
	if got := b.of(b.town.CommuneA).SectionCodes; !cmp.Equal(got, []string{"1", "2"}) {
		t.Error(got)
	}
	if got := b.of(b.town.Department).SectionCodes; !cmp.Equal(got, []string{"2"}) {
		t.Error(got)
	}
	r, err := b.store.Find(t.Context(), b.head(access.Department, b.town.Department), b.of(b.town.Department).ID)
	if err != nil || len(r.Sections) != 1 || r.Sections[0].Code != "2" || !cmp.Equal(r.AllowedActions, []string{"edit", "sign", "submit"}) {
		t.Errorf("%+v %v", r, err)
	}
}

func TestADraftIsSavedWithoutAnEventAndHandedInWithAReceipt(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.Tx(t))
	l, head := b.of(b.town.CommuneA), b.head(access.Commune, b.town.CommuneA)
	r, err := b.store.Edit(t.Context(), head, l.ID, 1, wire.Patch(`{"content":{"sections":{"1":{"values":{"1.1":{"value":312}}}}}}`))
	if err != nil || r.Version != 2 || r.Progress["1"] != report.Started {
		t.Fatalf("%+v %v", r, err)
	}
	r, err = b.store.Edit(t.Context(), head, l.ID, 2, wire.Patch(`{"content":{"sections":{"1":{"text":"Đã phát."}}},"number":"12/BC-UBND"}`))
	if err != nil || r.Content.Sections["1"].Values["1.1"].Value.String() != "312" || *r.Number != "12/BC-UBND" {
		t.Fatalf("%+v %v", r, err)
	}
	if n := b.events(l.ID); n != 0 {
		t.Errorf("%d events of a draft", n)
	}
	if _, err := b.store.Edit(t.Context(), head, l.ID, 2, wire.Patch(`{}`)); fault.KindOf(err) != fault.Stale {
		t.Error(err)
	}
	r, err = b.store.Submit(t.Context(), head, l.ID, 3, report.Submission{})
	if err != nil || r.Receipt == nil || !strings.HasPrefix(*r.Receipt, "BN-2024-") || len(*r.Receipt) < 12 || !r.SubmittedAt.Equal(*b.now) || r.Standing != round.OnTime {
		t.Fatalf("%+v %v", r, err)
	}
	page, err := b.store.Revisions(t.Context(), head, l.ID, db.Page{Limit: 9})
	if err != nil || len(page.Items) != 1 || page.Items[0].Content.Sections["1"].Text != "Đã phát." || page.Items[0].Receipt != *r.Receipt {
		t.Errorf("%+v %v", page, err)
	}
	if n := b.events(l.ID); n != 1 {
		t.Errorf("%d events", n)
	}
	if _, err := b.store.Edit(t.Context(), head, l.ID, 4, wire.Patch(`{"number":"13/BC-UBND"}`)); err != nil || b.events(l.ID) != 2 {
		t.Errorf("the number of a report handed in is an event: %v", err)
	}
	if _, err := b.store.Edit(t.Context(), head, l.ID, 5, wire.Patch(`{"content":{"sections":{"2":{"text":"Thêm."}}}}`)); fault.CodeOf(err) != "state.conflict" {
		t.Error(err)
	}
}

func (b bundle) events(id uuid.UUID) (n int64) {
	b.Helper()
	if err := b.tx.Raw("SELECT count(*) FROM events WHERE noun_id = ?", id).Scan(&n).Error; err != nil {
		b.Fatal(err)
	}
	return n
}

func TestAnotherAgencyNeverSeesAReport(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.Tx(t))
	r := b.submit(b.town.CommuneA, factory.Figures(1, 2, 3))
	consolidated, err := b.store.Begin(t.Context(), b.office(), b.round.ID)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := b.office()
	elsewhere.ScopeID = factory.ATown(t, b.tx).Committee.ID
	for name, by := range map[string]access.Actor{"commune B": b.head(access.Commune, b.town.CommuneB), "another town's culture office": elsewhere,
		"the police": b.head(access.Police, b.town.Police)} {
		for _, id := range []uuid.UUID{r.ID, consolidated.ID} {
			for verb, err := range everyAccess(t.Context(), b.store, by, id) {
				if fault.KindOf(err) != fault.NotFound {
					t.Errorf("%s, %s: %v", name, verb, err)
				}
			}
		}
		page, err := b.store.List(t.Context(), by, report.Filter{AgencyID: &b.town.CommuneA.ID}, db.Page{Limit: 9, Count: true})
		if err != nil || len(page.Items) != 0 || *page.Count != 0 {
			t.Errorf("%s lists %+v %v", name, page.Items, err)
		}
		if _, err := b.store.Consolidation(t.Context(), by, b.round.ID); err == nil {
			t.Errorf("%s consolidates", name)
		}
	}
}

// everyAccess tries every method that names one report.
func everyAccess(ctx context.Context, s *report.Store, by access.Actor, id uuid.UUID) map[string]error {
	_, find := s.Find(ctx, by, id)
	_, revisions := s.Revisions(ctx, by, id, db.Page{Limit: 1})
	_, visible := report.Visible(s.DB, by, id)
	_, edit := s.Edit(ctx, by, id, 1, wire.Patch(`{}`))
	_, submit := s.Submit(ctx, by, id, 1, report.Submission{})
	_, accept := s.Accept(ctx, by, id, 1)
	_, back := s.Return(ctx, by, id, 1, report.Returning{Note: "x"})
	_, exempt := s.Exempt(ctx, by, id, 1, report.Exempting{Reason: "x"})
	_, sendBack := s.SendBack(ctx, by, id, 1, report.SendingBack{Note: "x"})
	_, approve := s.Approve(ctx, by, id, 1, report.Approval{Number: "1"})
	_, document := s.Document(ctx, by, id)
	return map[string]error{"find": find, "revisions": revisions, "visible": visible, "edit": edit, "submit": submit, "accept": accept,
		"return": back, "exempt": exempt, "send back": sendBack, "approve": approve, "document": document,
		"accept all": s.AcceptAll(ctx, by, []report.Item{{ID: id, Version: 1}})[0].Err}
}

func TestOfOthersDraftsOneLearnsOnlyHowFarTheyAre(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.Tx(t))
	l, head, office := b.of(b.town.CommuneA), b.head(access.Commune, b.town.CommuneA), b.office()
	if _, err := b.store.Edit(t.Context(), head, l.ID, 1, wire.Patch(`{"content":{"sections":{"1":{"text":"Chưa xong."}}}}`)); err != nil {
		t.Fatal(err)
	}
	seen, err := b.store.Find(t.Context(), office, l.ID)
	if err != nil || !seen.Withheld || len(seen.Content.Sections) != 0 || seen.Progress["1"] != report.Started {
		t.Fatalf("%+v %v", seen, err)
	}
	r, err := b.store.Submit(t.Context(), head, l.ID, 2, report.Submission{Content: new(factory.Figures(363, 22, 1600))})
	if err != nil {
		t.Fatal(err)
	}
	r, err = b.store.Return(t.Context(), office, l.ID, r.Version, report.Returning{Note: "363 hay 336?"})
	if err != nil || r.Content.Sections["1"].Values["1.1"].Value.String() != "363" {
		t.Fatalf("the reviewer still reads what was handed in: %+v %v", r, err)
	}
	if _, err := b.store.Edit(t.Context(), head, l.ID, r.Version, wire.Patch(`{"content":{"sections":{"1":{"values":{"1.1":{"value":336}}}}}}`)); err != nil {
		t.Fatal(err)
	}
	for by, want := range map[access.Actor]string{office: "363", b.leader(): "363", head: "336"} {
		seen, err := b.store.Find(t.Context(), by, l.ID)
		if err != nil || seen.Withheld || seen.Content.Sections["1"].Values["1.1"].Value.String() != want {
			t.Errorf("%s: %+v %v", by.Role, seen.Content, err)
		}
	}
}

func TestReportsAreFilteredByStanding(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.Tx(t))
	office := b.office()
	b.submit(b.town.CommuneA, factory.Figures(1, 2, 3))
	l := b.of(b.town.Department)
	if _, err := b.store.Exempt(t.Context(), office, l.ID, l.Version, report.Exempting{Reason: "Sáp nhập."}); err != nil {
		t.Fatal(err)
	}
	*b.now = time.Date(2024, 11, 14, 9, 0, 0, 0, clock.Zone)
	for standing, want := range map[round.Standing]string{round.OnTime: b.town.CommuneA.Name, round.Exempted: b.town.Department.Name, round.Missing: b.town.CommuneB.Name} {
		page, err := b.store.List(t.Context(), office, report.Filter{RoundID: &b.round.ID, PlanID: &b.plan.ID, Standing: standing}, db.Page{Limit: 9, Sort: "agency"})
		if err != nil || len(page.Items) != 1 || page.Items[0].AgencyName != want || page.Items[0].Standing != standing {
			t.Errorf("%s: %+v %v", standing, page.Items, err)
		}
	}
	if late := b.of(b.town.CommuneB); late.DaysLate != 5 {
		t.Error(late.DaysLate)
	}
}

func TestBulkAcceptanceAnswersForEach(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.Tx(t))
	good, draft := b.submit(b.town.CommuneA, factory.Figures(1, 2, 3)), b.of(b.town.CommuneB)
	items := []report.Item{{ID: draft.ID, Version: 1}, {ID: good.ID, Version: 1}, {ID: uuid.New(), Version: 1}, {ID: good.ID, Version: good.Version}}
	want := []string{"state.conflict", "resource.changed", "resource.not_found", "internal"}
	for i, outcome := range b.store.AcceptAll(t.Context(), b.office(), items) {
		if outcome.ID != items[i].ID || fault.CodeOf(outcome.Err) != want[i] || (i == 3) != (outcome.Err == nil) {
			t.Errorf("%d: %v", i, outcome.Err)
		}
	}
	if got := b.of(b.town.CommuneA).State; got != report.Accepted {
		t.Error(got)
	}
}
