package report_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/figure"
	"lantoa/internal/report"
	"lantoa/internal/round"
	"lantoa/internal/wire"
)

func qualified(n int64, q figure.Qualifier) report.Value {
	return report.Value{Value: new(figure.Whole(n)), Qualifier: &q}
}

// reported is a round where A gave 312 and «hơn» 420 followers, B (two days late) 336 «khoảng», and the union nothing yet.
func reported(t *testing.T) bundle {
	t.Helper()
	b := setup(t, dbtest.Tx(t))
	a := factory.Figures(312, 12, 940)
	a.Sections["1"].Values["1.3"] = qualified(420, figure.MoreThan)
	b.accept(b.submit(b.town.CommuneA, a))
	*b.now = time.Date(2024, 11, 11, 14, 20, 0, 0, clock.Zone)
	c := report.Content{Sections: map[string]report.Entry{"1": {Values: map[string]report.Value{"1.1": qualified(336, figure.About), "1.2": {Nil: true}}}, "2": {Nil: true}}}
	b.accept(b.submit(b.town.CommuneB, c))
	return b
}

func TestFiguresAddUpByEachIndicatorsRule(t *testing.T) {
	t.Parallel()
	b := reported(t)
	c, err := b.store.Consolidation(t.Context(), b.office(), b.round.ID)
	if err != nil {
		t.Fatal(err)
	}
	if c.Owing != 3 || c.Accepted != 2 || c.Frozen || c.ReportID != nil || len(c.Agencies) != 3 {
		t.Errorf("%+v", c)
	}
	if names(c.Missing) != b.town.Department.Name || names(c.Late) != b.town.CommuneB.Name || c.Late[0].DaysLate != 2 {
		t.Errorf("missing %s, late %+v", names(c.Missing), c.Late)
	}
	one := c.Sections[0]
	if one.Owing != 2 || one.Accepted != 2 || len(one.Without) != 0 || len(one.Texts) != 1 || one.Texts[0].Agency != b.town.CommuneA.Name {
		t.Errorf("%+v", one)
	}
	if two := c.Sections[1]; two.Owing != 3 || two.Accepted != 2 || two.Without[0].AgencyID != b.town.Department.ID || !two.Texts[0].Nil {
		t.Errorf("%+v", two)
	}
	broadcasts, talks, followers := one.Indicators[0], one.Indicators[1], one.Indicators[2]
	want := &report.Amount{Value: new(figure.Whole(648)), Qualifier: figure.About} // 312 + khoảng 336
	if !cmp.Equal(broadcasts.Total, want) || broadcasts.Reporting != 2 || len(broadcasts.Parts) != 2 {
		t.Errorf("%+v", broadcasts)
	}
	want = &report.Amount{Value: new(figure.Whole(12)), Value2: new(figure.Whole(940))} // nil adds nothing
	if !cmp.Equal(talks.Total, want) || talks.Reporting != 1 || len(talks.Parts) != 2 || !talks.Parts[1].Nil {
		t.Errorf("%+v", talks)
	}
	if followers.Total != nil || len(followers.Parts) != 1 || followers.Blank[0].AgencyID != b.town.CommuneB.ID {
		t.Errorf("followers are never added up: %+v", followers)
	}
}

func names(list []report.Handing) string {
	all := ""
	for _, h := range list {
		all += h.Agency
	}
	return all
}

func TestOnlyAcceptedReportsAreAddedUp(t *testing.T) {
	t.Parallel()
	b := reported(t)
	l := b.of(b.town.CommuneA)
	if _, err := b.store.Return(t.Context(), b.office(), l.ID, l.Version, report.Returning{Note: "312?"}); err != nil {
		t.Fatal(err)
	}
	c, err := b.store.Consolidation(t.Context(), b.office(), b.round.ID)
	if err != nil || c.Accepted != 1 || names(c.Returned) != b.town.CommuneA.Name || c.Sections[0].Without[0].Agency != b.town.CommuneA.Name {
		t.Fatalf("%+v %v", c, err)
	}
	if got := c.Sections[0].Indicators[0].Total.Value.String(); got != "336" {
		t.Error(got)
	}
	if talks := c.Sections[0].Indicators[1]; talks.Nil || talks.Total != nil {
		t.Errorf("one agency has none, of the other nobody knows: neither nil nor 0: %+v", talks)
	}
}

func TestARoundHasOneConsolidatedReport(t *testing.T) {
	t.Parallel()
	b := reported(t)
	r, err := b.store.Begin(t.Context(), b.office(), b.round.ID)
	if err != nil || r.Standing != round.NoDeadline || len(r.Sections) != 2 || !cmp.Equal(r.AllowedActions, []string{"edit", "sign", "submit"}) {
		t.Fatalf("%+v %v", r, err)
	}
	if _, err := b.store.Begin(t.Context(), b.office(), b.round.ID); fault.CodeOf(err) != "report.consolidated_already" {
		t.Error(err)
	}
	seen, err := b.store.Find(t.Context(), b.leader(), r.ID)
	if err != nil || !seen.Withheld || len(seen.AllowedActions) != 0 {
		t.Errorf("a leader waits for the draft: %+v %v", seen, err)
	}
}

// begun is a consolidated report into which A's text was merged, handed in to the leader.
func begun(t *testing.T) (bundle, *report.Report) {
	t.Helper()
	b := reported(t)
	office := b.office()
	r, err := b.store.Begin(t.Context(), office, b.round.ID)
	if err != nil {
		t.Fatal(err)
	}
	source := b.of(b.town.CommuneA)
	patch := `{"content":{"direction":"Đã ban hành kế hoạch.","sections":{"1":{"text":"Các xã phát thanh đều.","merged":[{"report_id":"` +
		source.ID.String() + `","revision":1}],"reviewed":["` + source.ID.String() + `"]}}}}`
	r, err = b.store.Edit(t.Context(), office, r.ID, r.Version, wire.Patch(patch))
	if err != nil {
		t.Fatal(err)
	}
	r, err = b.store.Submit(t.Context(), office, r.ID, r.Version, report.Submission{})
	if err != nil || r.State != report.Submitted {
		t.Fatalf("%+v %v", r, err)
	}
	return b, r
}

// correct returns A's report and has it handed in and accepted again with another figure.
func (b bundle) correct(broadcasts int64) {
	b.Helper()
	l := b.of(b.town.CommuneA)
	if _, err := b.store.Return(b.Context(), b.office(), l.ID, l.Version, report.Returning{Note: "Xem lại."}); err != nil {
		b.Fatal(err)
	}
	b.accept(b.submit(b.town.CommuneA, factory.Figures(broadcasts, 12, 940)))
}

func TestFiguresFreezeOnHandingInAndLiveAgainWhenSentBack(t *testing.T) {
	t.Parallel()
	b, r := begun(t)
	b.correct(300)
	total := func() (string, *report.Consolidation) {
		t.Helper()
		c, err := b.store.Consolidation(t.Context(), b.leader(), b.round.ID)
		if err != nil {
			t.Fatal(err)
		}
		return c.Sections[0].Indicators[0].Total.Value.String(), c
	}
	frozen, c := total()
	want := []report.ChangedSource{{Section: "1", AgencyID: b.town.CommuneA.ID, Agency: b.town.CommuneA.Name, ReportID: b.of(b.town.CommuneA).ID,
		MergedRevision: 1, Revision: 2, State: report.Accepted}}
	if frozen != "648" || !c.Frozen || *c.ReportID != r.ID || !cmp.Equal(c.ChangedSources, want) {
		t.Errorf("%s %s", frozen, cmp.Diff(want, c.ChangedSources))
	}
	if _, err := b.store.SendBack(t.Context(), b.leader(), r.ID, r.Version, report.SendingBack{Note: "Cập nhật số liệu xã Phổ An."}); err != nil {
		t.Fatal(err)
	}
	if live, c := total(); live != "636" || c.Frozen {
		t.Error(live)
	}
}

func TestApprovalLocksTheRoundAndItsReports(t *testing.T) {
	t.Parallel()
	b, r := begun(t)
	r, err := b.store.Approve(t.Context(), b.leader(), r.ID, r.Version, report.Approval{Number: "210/BC-UBND", DatedOn: day.New(2024, 11, 11)})
	if err != nil || r.State != report.Approved || *r.Number != "210/BC-UBND" || len(r.AllowedActions) != 0 {
		t.Fatalf("%+v %v", r, err)
	}
	rd, err := b.store.Rounds.Find(t.Context(), b.office(), b.round.ID)
	if err != nil || rd.State != round.Locked || rd.Counts.Accepted != 2 || rd.Counts.Missing != 1 {
		t.Errorf("%+v %v", rd, err)
	}
	union := b.of(b.town.Department)
	_, err = b.store.Submit(t.Context(), b.head(access.Department, b.town.Department), union.ID, union.Version,
		report.Submission{Content: &report.Content{Sections: map[string]report.Entry{"2": {Nil: true}}}})
	if fault.CodeOf(err) != "round.locked" || fault.KindOf(err) != fault.Conflict {
		t.Errorf("a report after the round was locked: %v", err)
	}
	a := b.of(b.town.CommuneA)
	if _, err := b.store.Return(t.Context(), b.office(), a.ID, a.Version, report.Returning{Note: "x"}); fault.CodeOf(err) != "round.locked" {
		t.Error(err)
	}
	if _, err := b.store.LockRound(t.Context(), b.office(), rd.ID, rd.Version); fault.CodeOf(err) != "round.locked" {
		t.Error(err)
	}
}

func TestAConsolidatedReportsNumberIsGivenOnceAYear(t *testing.T) {
	t.Parallel()
	b, r := begun(t)
	taken, dated := "210/BC-UBND", day.New(2024, 10, 1)
	other := factory.Round(t, b.tx, b.town, b.plan)
	factory.Report(t, b.tx, other, b.town.CultureOffice, func(r *report.Report) {
		r.Kind, r.State, r.Number, r.DatedOn = report.Consolidated, report.Approved, &taken, &dated
	})
	approve := func(number string) (*report.Report, error) {
		return b.store.Approve(t.Context(), b.leader(), r.ID, r.Version, report.Approval{Number: number, DatedOn: day.New(2024, 11, 11)})
	}
	var refused *fault.Error
	if _, err := approve(taken + " "); !errors.As(err, &refused) || refused.Kind != fault.Conflict || refused.Code != "report.number_taken" ||
		len(refused.Fields) != 1 || refused.Fields[0].Pointer != "/number" {
		t.Errorf("%v", err)
	}
	if err := b.tx.Exec("UPDATE reports SET dated_on = '2023-10-01' WHERE round_id = ?", other.ID).Error; err != nil {
		t.Fatal(err)
	}
	if _, err := approve(taken); err != nil {
		t.Errorf("the same number in another year: %v", err)
	}
}

func TestWhatElseTheDatabaseRefusesIsNotTakenForTheNumber(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.New(t)) // the index is of this test alone
	if err := b.tx.Exec("CREATE UNIQUE INDEX another_rule ON reports (issuer_id) WHERE state = 'approved'").Error; err != nil {
		t.Fatal(err)
	}
	approve := func(rd *round.Round, number string) error {
		r := factory.Report(t, b.tx, rd, b.town.CultureOffice, func(r *report.Report) { r.Kind, r.State, r.HandedIn = report.Consolidated, report.Submitted, true })
		_, err := b.store.Approve(t.Context(), b.leader(), r.ID, r.Version, report.Approval{Number: number, DatedOn: day.New(2024, 11, 1)})
		return err
	}
	if err := approve(b.round, "210/BC-UBND"); err != nil {
		t.Fatal(err)
	}
	if err := approve(factory.Round(t, b.tx, b.town, b.plan), "211/BC-UBND"); fault.CodeOf(err) != "resource.conflict" {
		t.Error(err)
	}
}

func TestTheHeadOfTheCultureOfficeLocksARound(t *testing.T) {
	t.Parallel()
	b := reported(t)
	officer := b.office()
	officer.Position = access.Officer
	if _, err := b.store.LockRound(t.Context(), officer, b.round.ID, 1); fault.KindOf(err) != fault.Forbidden {
		t.Error(err)
	}
	rd, err := b.store.LockRound(t.Context(), b.office(), b.round.ID, 1)
	if err != nil || rd.State != round.Locked || rd.Version != 2 || rd.Counts.Late != 1 || !cmp.Equal(rd.AllowedActions, []string{"consolidate"}) {
		t.Fatalf("%+v %v", rd, err)
	}
	c, err := b.store.Consolidation(t.Context(), b.office(), b.round.ID)
	if err != nil || c.Accepted != 2 || c.Sections[0].Indicators[0].Total.Value.String() != "648" {
		t.Errorf("locked reports are still added up: %+v %v", c, err)
	}
}

func TestAnAsOfDayBeginsAtTheOfficesMidnight(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.Tx(t))
	b.round.Sections[0].Indicators[0].OverAgencies = figure.Latest
	if err := b.tx.Select("sections").Updates(b.round).Error; err != nil {
		t.Fatal(err)
	}
	*b.now = time.Date(2024, 11, 6, 6, 0, 0, 0, clock.Zone)
	b.accept(b.submit(b.town.CommuneA, factory.Figures(312, 12, 940))) // stands for six in the morning
	c := factory.Figures(336, 12, 940)
	v := c.Sections["1"].Values["1.1"]
	v.AsOf = new(day.New(2024, 11, 6))
	c.Sections["1"].Values["1.1"] = v
	b.accept(b.submit(b.town.CommuneB, c)) // stands for the midnight before
	got, err := b.store.Consolidation(t.Context(), b.office(), b.round.ID)
	if err != nil || got.Sections[0].Indicators[0].Total.Value.String() != "312" {
		t.Errorf("%+v %v", got.Sections[0].Indicators[0].Total, err)
	}
}
