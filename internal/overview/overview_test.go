package overview_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/overview"
	"lantoa/internal/plan"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// bundle is a town on 14 November 2024: A reported in time and waits for review, B and the union are missing, the police was late and
// its report returned; B's assignment is overdue, A's is completed, the culture office's has no deadline.
type bundle struct {
	tx    *gorm.DB
	store *overview.Store
	town  factory.Town
	plan  *plan.Plan
	round *round.Round
}

func setup(t *testing.T) bundle {
	t.Helper()
	tx := dbtest.Tx(t)
	business := clock.Clock(func() time.Time { return time.Date(2024, 11, 14, 9, 0, 0, 0, clock.Zone) })
	b := bundle{tx: tx, town: factory.ATown(t, tx), store: &overview.Store{DB: tx, Clock: business, DueSoonDays: 3,
		Plans: &plan.Store{DB: tx, Clock: business}}}
	b.plan = factory.Plan(t, tx, b.town, func(p *plan.Plan) {
		p.Tasks = append(p.Tasks, factory.Task(2, "Nền tảng số", plan.Party{Agency: b.town.CultureOffice.Name, AgencyID: &b.town.CultureOffice.ID}))
	})
	b.round = factory.Round(t, tx, b.town, b.plan)
	inTime, late := factory.Now(), time.Date(2024, 11, 11, 8, 0, 0, 0, clock.Zone)
	factory.Report(t, tx, b.round, b.town.CommuneA, func(r *report.Report) {
		r.State, r.FirstSubmittedAt, r.SubmittedAt = report.Submitted, &inTime, &inTime
	})
	factory.Report(t, tx, b.round, b.town.CommuneB, func(r *report.Report) { r.Progress["1"] = report.Done })
	factory.Report(t, tx, b.round, b.town.Department)
	factory.Report(t, tx, b.round, b.town.Police, func(r *report.Report) {
		r.State, r.FirstSubmittedAt, r.SubmittedAt = report.Returned, &late, &late
		r.ReturnNote, r.ResubmitBefore = "Xem lại mục 1.", new(time.Date(2024, 11, 17, 0, 0, 0, 0, clock.Zone))
	})
	factory.Assignment(t, tx, b.plan, b.town.CommuneB)
	factory.Assignment(t, tx, b.plan, b.town.CommuneA, func(a *assignment.Assignment) { a.State, a.DoneOn = assignment.Completed, new(day.New(2024, 11, 7)) })
	factory.Assignment(t, tx, b.plan, b.town.CultureOffice, func(a *assignment.Assignment) {
		second := b.plan.Tasks[1]
		a.TaskID, a.Task, a.DueOn, a.Part, a.Updates = second.ID, assignment.TaskSummary{Ordinal: 2, Title: second.Title}, nil, assignment.Lead, 3
	})
	return b
}

func TestTheMatrixShowsHowEachDutyStands(t *testing.T) {
	t.Parallel()
	b := setup(t)
	m, err := b.store.Matrix(t.Context(), b.town.Actor(access.CultureOffice), b.plan.ID, db.Page{Limit: 200})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, row := range m.Rows {
		for _, c := range row.Cells {
			got[row.Name] = append(got[row.Name], fmt.Sprint(c.Column, " ", c.Standing, " ", c.State))
		}
	}
	want := map[string][]string{
		b.town.CommuneA.Name:      {"0 on_time submitted", "1 on_time completed"},
		b.town.CommuneB.Name:      {"0 missing draft", "1 overdue assigned"},
		b.town.Police.Name:        {"0 late returned"},
		b.town.Department.Name:    {"0 missing draft"},
		b.town.CultureOffice.Name: {"2 no_deadline assigned"},
	}
	if !cmp.Equal(got, want) {
		t.Error(cmp.Diff(want, got))
	}
	if len(m.Columns) != 3 || m.Columns[0].Kind != "round" || *m.Columns[2].Ordinal != 2 || m.Rows[0].Group != overview.Communes || m.Rows[4].Group != overview.Others {
		t.Errorf("%+v", m.Columns)
	}
	if c := m.Rows[1].Cells[0]; c.DaysLate != 5 || c.ReportID == nil || c.AssignmentID != nil {
		t.Errorf("%+v", c)
	}
	for _, total := range m.Totals {
		sum := 0
		for _, n := range total.Standing {
			sum += n
		}
		if sum != total.Agencies {
			t.Errorf("%+v does not add up", total)
		}
	}
	if first := m.Totals[0]; first.Agencies != 2 || first.Awaiting != 1 || first.Standing["missing"] != 1 {
		t.Errorf("%+v", first)
	}
}

// A ward that became an office since: its row and what is counted of it stand in the same group.
func TestTheMatrixCountsAnAgencyWhereItsRowStands(t *testing.T) {
	t.Parallel()
	b := setup(t)
	if err := b.tx.Model(b.town.CommuneA).Update("kind", "office").Error; err != nil {
		t.Fatal(err)
	}
	m, err := b.store.Matrix(t.Context(), b.town.Actor(access.CultureOffice), b.plan.ID, db.Page{Limit: 200})
	if err != nil {
		t.Fatal(err)
	}
	type place struct {
		group  overview.Group
		column int
	}
	cells, counted := map[place]int{}, map[place]int{}
	for _, row := range m.Rows {
		for _, c := range row.Cells {
			cells[place{row.Group, c.Column}]++
		}
	}
	for _, total := range m.Totals {
		if total.Agencies > 0 {
			counted[place{total.Group, total.Column}] = total.Agencies
		}
	}
	if !cmp.Equal(cells, counted) {
		t.Errorf("the rows show %v, the totals say %v", cells, counted)
	}
}

func TestAnAgencySeesItsOwnRowOfTheMatrix(t *testing.T) {
	t.Parallel()
	b := setup(t)
	m, err := b.store.Matrix(t.Context(), b.town.Actor(access.Commune), b.plan.ID, db.Page{Limit: 200})
	if err != nil || len(m.Rows) != 1 || m.Rows[0].AgencyID != b.town.CommuneA.ID {
		t.Errorf("%+v %v", m, err)
	}
	stranger := factory.ATown(t, b.tx).Actor(access.CultureOffice)
	if _, err := b.store.Matrix(t.Context(), stranger, b.plan.ID, db.Page{Limit: 200}); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
}

func TestTheCultureOfficeSeesWhatWaitsAndWhoIsLate(t *testing.T) {
	t.Parallel()
	b := setup(t)
	h, err := b.store.Home(t.Context(), b.town.Actor(access.CultureOffice))
	if err != nil {
		t.Fatal(err)
	}
	if h.Review.Count != 1 || h.Review.Items[0].AgencyID != b.town.CommuneA.ID || len(h.Decisions) != 0 {
		t.Errorf("%+v", h.Review)
	}
	red := []string{}
	for _, d := range h.Red.Items {
		red = append(red, d.Agency+" "+string(d.Kind)+" "+d.Standing)
	}
	if want := []string{b.town.CommuneB.Name + " assignment overdue", b.town.CommuneB.Name + " report missing", b.town.Department.Name + " report missing"}; len(red) != 3 || red[0] != want[0] || h.Red.Count != 3 {
		t.Errorf("%v", red)
	}
	r := h.Rounds[0]
	if r.Counts.Owing != 4 || r.Counts.OnTime != 1 || r.Counts.Missing != 2 || r.Counts.Late != 1 || r.Counts.Returned != 1 || *r.Counts.Rate != 25 || len(r.Agencies) != 4 {
		t.Errorf("%+v", r.Counts)
	}
	if communes := r.Groups[0]; communes.Counts.Owing != 2 || !cmp.Equal(communes.Missing, []string{b.town.CommuneB.Name}) || !cmp.Equal(r.Groups[1].Late, []string{b.town.Police.Name}) {
		t.Errorf("%+v", r.Groups)
	}
	want := overview.TaskGlance{Total: 2, OnSchedule: 1, Behind: []int{1}, Dated: 1, Undated: 1, Active: 1}
	if !cmp.Equal(h.Tasks, want) {
		t.Error(cmp.Diff(want, h.Tasks))
	}
	if len(h.Continuous) != 1 || len(h.Todo) != 0 {
		t.Errorf("%+v %+v", h.Todo, h.Continuous)
	}
	if len(h.Upcoming) != 1 || h.Upcoming[0].Kind != "resubmission" || h.Upcoming[0].On.String() != "2024-11-16" || h.Upcoming[0].Agency != b.town.Police.Name {
		t.Errorf("%+v", h.Upcoming)
	}
}

func TestACommuneSeesItsOwnDutiesTheNearestFirst(t *testing.T) {
	t.Parallel()
	b := setup(t)
	by := b.town.Actor(access.Commune)
	by.AgencyID = b.town.CommuneB.ID
	h, err := b.store.Home(t.Context(), by)
	if err != nil {
		t.Fatal(err)
	}
	if len(h.Todo) != 2 || h.Todo[0].Kind != overview.OfAssignment || *h.Todo[0].DaysLeft != -6 || h.Todo[1].LastDay.String() != "2024-11-09" ||
		h.Todo[1].SectionsDone != 1 || h.Todo[1].Sections != 2 || !cmp.Equal(h.Todo[1].AllowedActions, []string{"edit", "sign", "submit"}) {
		t.Errorf("%+v", h.Todo)
	}
	if len(h.Rounds)+len(h.Review.Items)+len(h.Red.Items)+len(h.Decisions)+len(h.Upcoming)+h.Tasks.Total != 0 {
		t.Errorf("it sees no others: %+v", h)
	}
	by.AgencyID = b.town.Police.ID
	h, err = b.store.Home(t.Context(), by)
	if err != nil || h.Todo[0].ReturnNote == "" || h.Todo[0].LastDay.String() != "2024-11-16" || len(h.Upcoming) != 1 {
		t.Errorf("a returned report is due again: %+v %v", h.Todo, err)
	}
}

func TestALeaderSeesWhatToDecide(t *testing.T) {
	t.Parallel()
	b := setup(t)
	factory.Plan(t, b.tx, b.town, func(p *plan.Plan) {
		p.State, p.Number, p.IssuedOn, p.Title = plan.Submitted, nil, nil, "Kế hoạch năm 2025"
	})
	factory.Report(t, b.tx, b.round, b.town.CultureOffice, func(r *report.Report) {
		r.Kind, r.DueBefore, r.State, r.SubmittedAt = report.Consolidated, nil, report.Submitted, new(factory.Now())
	})
	h, err := b.store.Home(t.Context(), b.town.Actor(access.Leader))
	if err != nil || len(h.Decisions) != 2 || h.Decisions[0].Title != "Kế hoạch năm 2025" || h.Decisions[1].Kind != overview.OfConsolidated ||
		!cmp.Equal(h.Decisions[1].AllowedActions, []string{"send_back", "approve"}) {
		t.Fatalf("%+v %v", h, err)
	}
	if h.Red.Count != 3 || len(h.Rounds) != 1 || *h.Rounds[0].Consolidated != "submitted" || h.Review.Count != 0 {
		t.Errorf("%+v", h)
	}
}

func TestTheMatrixComesInPagesUnderTotalsOfAll(t *testing.T) {
	t.Parallel()
	b := setup(t)
	by := b.town.Actor(access.CultureOffice)
	whole, err := b.store.Matrix(t.Context(), by, b.plan.ID, db.Page{Limit: 200})
	if err != nil || whole.NextCursor != nil {
		t.Fatal(whole, err)
	}
	page := db.Page{Limit: 2}
	var rows []overview.Row
	for n := 1; ; n++ {
		m, err := b.store.Matrix(t.Context(), by, b.plan.ID, page)
		if err != nil || len(m.Columns) != len(whole.Columns) || len(m.Rows) > 2 {
			t.Fatalf("page %d: %+v %v", n, m, err)
		}
		if first := n == 1; first != cmp.Equal(m.Totals, whole.Totals) || !first && len(m.Totals) > 0 {
			t.Errorf("page %d has totals %+v", n, m.Totals)
		}
		rows = append(rows, m.Rows...)
		if m.NextCursor == nil {
			break
		}
		page.Cursor = *m.NextCursor
	}
	if !cmp.Equal(rows, whole.Rows) {
		t.Error(cmp.Diff(whole.Rows, rows))
	}
}

func TestARoundOfTooManyIsToldByItsCounts(t *testing.T) {
	t.Parallel()
	b := setup(t)
	for range 197 {
		a := factory.Agency(t, b.tx, func(a *agency.Agency) { a.ParentID = &b.town.Committee.ID })
		factory.Report(t, b.tx, b.round, a)
	}
	h, err := b.store.Home(t.Context(), b.town.Actor(access.CultureOffice))
	if err != nil {
		t.Fatal(err)
	}
	r := h.Rounds[0]
	if len(r.Agencies) != 0 || r.Counts.Owing != 201 || r.Groups[0].Counts.Owing+r.Groups[1].Counts.Owing != 201 || len(r.Groups[0].Missing)+len(r.Groups[1].Missing) != 0 {
		t.Errorf("%d agencies, %+v", len(r.Agencies), r.Counts)
	}
}
