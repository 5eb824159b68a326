package plan_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/day"
	"lantoa/internal/fault"
	"lantoa/internal/plan"
	"lantoa/internal/record"
	"lantoa/internal/viet"
)

func actor(role access.Role, position access.Position) access.Actor {
	return access.Actor{AccountID: uuid.New(), AgencyID: uuid.New(), ScopeID: uuid.New(), Role: role, Position: position}
}

func draft() plan.Draft {
	return plan.Draft{Year: new(2024), Content: plan.Content{Title: "Kế hoạch năm 2024"}, Tasks: []plan.TaskDraft{{TaskContent: plan.TaskContent{Title: "Nhiệm vụ"}}}}
}

// verbs does each verb of a plan.
func verbs(p *plan.Plan, by access.Actor) map[string]func() error {
	return map[string]func() error{
		"edit":      func() error { return p.Edit(by, draft()) },
		"submit":    func() error { return p.Submit(by) },
		"send_back": func() error { return p.SendBack(by, plan.SendingBack{Note: "Sửa lại."}) },
		"issue": func() error {
			return p.Issue(by, plan.Issuing{Number: "45/KH-UBND", IssuedOn: day.New(2024, 2, 26)}, plan.Resolution{}, nil, day.New(2024, 2, 26))
		},
		"close": func() error { return p.Close(by) },
	}
}

func TestEveryVerbInEveryState(t *testing.T) {
	t.Parallel()
	who := map[string]access.Actor{
		"edit": actor(access.CultureOffice, access.Officer), "submit": actor(access.CultureOffice, access.Head),
		"send_back": actor(access.Leader, access.Head), "issue": actor(access.Leader, access.Head), "close": actor(access.CultureOffice, access.Head),
	}
	becomes := map[string]map[plan.State]plan.State{
		"edit": {plan.Drafted: plan.Drafted}, "submit": {plan.Drafted: plan.Submitted}, "send_back": {plan.Submitted: plan.Drafted},
		"issue": {plan.Submitted: plan.Issued}, "close": {plan.Issued: plan.Closed},
	}
	for verb, by := range who {
		for _, state := range plan.States() {
			committee := uuid.New()
			p := &plan.Plan{State: state, Tasks: []plan.Task{{}}, IssuerID: committee, Issuer: plan.Party{Agency: "UBND", AgencyID: &committee}}
			err := verbs(p, by)[verb]()
			want, may := becomes[verb][state]
			switch {
			case may && (err != nil || p.State != want):
				t.Errorf("%s from %s: %v, now %s", verb, state, err, p.State)
			case !may && fault.CodeOf(err) != "state.conflict":
				t.Errorf("%s from %s: %v, want a conflict", verb, state, err)
			case !may && p.State != state:
				t.Errorf("%s from %s moved to %s", verb, state, p.State)
			}
		}
	}
}

func TestOnlyThoseWithTheGrantDoAVerb(t *testing.T) {
	t.Parallel()
	may := map[string][]access.Role{
		"edit": {access.CultureOffice}, "submit": {access.CultureOffice}, "close": {access.CultureOffice},
		"send_back": {access.Leader}, "issue": {access.Leader},
	}
	for verb, roles := range may {
		for _, role := range access.Roles() {
			p := &plan.Plan{State: plan.Drafted, Tasks: []plan.Task{{}}}
			err := verbs(p, actor(role, access.Head))[verb]()
			if forbidden := fault.KindOf(err) == fault.Forbidden; forbidden == slices.Contains(roles, role) {
				t.Errorf("%s by %s: %v", verb, role, err)
			}
		}
	}
	if err := (&plan.Plan{State: plan.Drafted, Tasks: []plan.Task{{}}}).Submit(actor(access.CultureOffice, access.Officer)); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("an officer submitted: %v", err)
	}
}

func TestADraftNamesEveryBrokenRuleWithItsPlace(t *testing.T) {
	t.Parallel()
	known := plan.Party{Agency: "Phòng Tư pháp", AgencyID: new(uuid.New())}
	twice := uuid.New()
	cases := []struct {
		name, pointer, code string
		spoil               func(*plan.Draft)
	}{
		{"no title", "/title", "input.required", func(d *plan.Draft) { d.Title = " " }},
		{"a title over its length", "/title", "input.too_long", func(d *plan.Draft) { d.Title = strings.Repeat("đ", 501) }},
		{"no year", "/year", "plan.year", func(d *plan.Draft) { d.Year = nil }},
		{"a period that ends before it starts", "/period/ends_on", "input.order", func(d *plan.Draft) {
			d.Period = &plan.Period{StartsOn: day.New(2024, 2, 1), EndsOn: day.New(2024, 1, 1)}
		}},
		{"a task without title", "/tasks/0/title", "input.required", func(d *plan.Draft) { d.Tasks[0].Title = "" }},
		{"a party that is agency and group", "/tasks/0/leads/1", "plan.party_form", func(d *plan.Draft) {
			d.Tasks[0].Leads = []plan.Party{known, {Agency: "A", Group: "B"}}
		}},
		{"a party that is nobody", "/responsibilities/0/who/0", "plan.party_form", func(d *plan.Draft) {
			d.Responsibilities = []plan.Responsibility{{Who: []plan.Party{{}}}}
		}},
		{"a schedule of an unknown kind", "/tasks/0/schedule/kind", "input.unknown_value", func(d *plan.Draft) { d.Tasks[0].Schedule.Kind = "often" }},
		{"a schedule that ends before it starts", "/tasks/0/schedule/ends_on", "input.order", func(d *plan.Draft) {
			d.Tasks[0].Schedule = plan.Schedule{Kind: viet.Range, StartsOn: new(day.New(2024, 3, 1)), EndsOn: new(day.New(2024, 2, 1))}
		}},
		{"two tasks of one number", "/tasks/1/ordinal", "plan.twice", func(d *plan.Draft) {
			d.Tasks = append(d.Tasks, d.Tasks[0])
			d.Tasks[0].Ordinal, d.Tasks[1].Ordinal = 3, 3
		}},
		{"a deadline beyond all calendars", "/reporting/0/due_before", "input.date", func(d *plan.Draft) {
			d.Reporting = []plan.Reporting{{From: []plan.Party{known}, DueBefore: new(time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC))}}
		}},
		{"a report to a group", "/reporting/0/to", "plan.not_a_group", func(d *plan.Draft) {
			d.Reporting = []plan.Reporting{{From: []plan.Party{known}, To: &plan.Party{Group: "Các phòng", GroupID: new(uuid.New())}}}
		}},
		{"a group as the issuer", "/issuer", "plan.not_a_group", func(d *plan.Draft) { d.Issuer = &plan.Party{Group: "Các phòng"} }},
		{"a group settled as empty and with members", "/settled_groups/0/agency_ids", "plan.settled_how", func(d *plan.Draft) {
			d.SettledGroups = []plan.SettledGroup{{GroupID: uuid.New(), Empty: true, AgencyIDs: []uuid.UUID{uuid.New()}}}
		}},
		{"a group settled twice", "/settled_groups/1/group_id", "plan.twice", func(d *plan.Draft) {
			d.SettledGroups = []plan.SettledGroup{{GroupID: twice, Empty: true}, {GroupID: twice, Empty: true}}
		}},
		{"a task of another plan", "/tasks/0/id", "input.reference", func(d *plan.Draft) { d.Tasks[0].ID = new(uuid.New()) }},
		{"too many purposes", "/purposes", "input.too_many", func(d *plan.Draft) { d.Purposes = slices.Repeat([]string{"x"}, 501) }},
	}
	for _, c := range cases {
		d := draft()
		c.spoil(&d)
		err := (&plan.Plan{State: plan.Drafted}).Edit(actor(access.CultureOffice, access.Head), d)
		if places := placesOf(err); !slices.Contains(places, c.pointer+" "+c.code) || fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestThePlainWordsOfSecrecyMayStandInAPlan(t *testing.T) {
	t.Parallel()
	d := draft()
	d.Tasks[0].Content = []string{"Theo dõi công tác bảo vệ bí mật nhà nước."}
	if err := (&plan.Plan{State: plan.Drafted}).Edit(actor(access.CultureOffice, access.Head), d); err != nil {
		t.Error(err)
	}
}

func TestAPlanIsIssuedOnlyWhenNothingIsOpen(t *testing.T) {
	t.Parallel()
	group, known := uuid.New(), plan.Party{Agency: "Phòng Tư pháp", AgencyID: new(uuid.New())}
	today := day.New(2024, 2, 26)
	cases := []struct {
		name, code, place string
		spoil             func(*plan.Plan, *plan.Issuing)
	}{
		{"no number", "input.invalid", "/number input.required", func(_ *plan.Plan, in *plan.Issuing) { in.Number = "" }},
		{"no date", "input.invalid", "/issued_on input.required", func(_ *plan.Plan, in *plan.Issuing) { in.IssuedOn = day.Day{} }},
		{"a date to come", "input.invalid", "/issued_on plan.issued_in_the_future", func(_ *plan.Plan, in *plan.Issuing) { in.IssuedOn = today.AddDays(1) }},
		{"a name not matched", "plan.unmatched_names", "/tasks/0/leads/1 plan.unmatched_name", func(p *plan.Plan, _ *plan.Issuing) {
			p.Tasks[0].Leads = []plan.Party{known, {Agency: "Ban quản lý chợ"}}
		}},
		{"another committee's plan", "plan.other_issuer", "/issuer plan.other_issuer", func(p *plan.Plan, _ *plan.Issuing) { p.IssuerID = uuid.New() }},
		{"a group to settle", "plan.unsettled_groups", "/tasks/0/coordinators/0 plan.unsettled_group", func(p *plan.Plan, _ *plan.Issuing) {
			p.Tasks[0].Coordinators = []plan.Party{{Group: "Các cơ quan liên quan", GroupID: &group}}
		}},
		{"a stranger who leads", "plan.strangers", "/tasks/0/leads/1 plan.stranger", func(p *plan.Plan, _ *plan.Issuing) {
			p.Tasks[0].Leads = []plan.Party{known, {Agency: "Sở Thông tin và Truyền thông", AgencyID: new(uuid.New())}}
		}},
		{"a stranger who reports", "plan.strangers", "/reporting/0/from/0 plan.stranger", func(p *plan.Plan, _ *plan.Issuing) {
			p.Reporting = []plan.Reporting{{From: []plan.Party{{Agency: "Sở Thông tin và Truyền thông", AgencyID: new(uuid.New())}}, DueBefore: new(time.Now())}}
		}},
		{"a duty without deadline", "plan.reporting_incomplete", "/reporting/0/due_before input.required", func(p *plan.Plan, _ *plan.Issuing) {
			p.Reporting = []plan.Reporting{{From: []plan.Party{known}}}
		}},
		{"a duty of nobody", "plan.reporting_incomplete", "/reporting/0/from input.required", func(p *plan.Plan, _ *plan.Issuing) {
			p.Reporting = []plan.Reporting{{DueBefore: new(time.Now())}}
		}},
	}
	for _, c := range cases {
		p := &plan.Plan{State: plan.Submitted, Issuer: known, IssuerID: *known.AgencyID, Tasks: []plan.Task{{}}}
		in := plan.Issuing{Number: "45/KH-UBND", IssuedOn: today}
		c.spoil(p, &in)
		groups := plan.Resolution{{GroupID: group, ByHand: true, UsedAt: []string{"/tasks/0/coordinators/0"}}}
		if len(p.Tasks[0].Coordinators) == 0 {
			groups = nil
		}
		err := p.Issue(actor(access.Leader, access.Head), in, groups, []agency.Agency{{Meta: record.Meta{ID: *known.AgencyID}}}, today)
		if fault.CodeOf(err) != c.code || !slices.Contains(placesOf(err), c.place) || p.State != plan.Submitted {
			t.Errorf("%s: %v, now %s", c.name, err, p.State)
		}
	}
}

func TestAnAgencyInBothRolesLeadsAndOneNamedTwiceCountsOnce(t *testing.T) {
	t.Parallel()
	a, b := uuid.New(), uuid.New()
	group := uuid.New()
	task := plan.Task{TaskContent: plan.TaskContent{
		Leads:        []plan.Party{{Agency: "A", AgencyID: &a}, {Agency: "A", AgencyID: &a}},
		Coordinators: []plan.Party{{Group: "G", GroupID: &group}, {Agency: "B", AgencyID: &b}},
	}}
	leads, coordinators := task.Concerned(plan.Resolution{{GroupID: group, Agencies: []plan.AgencyRef{{ID: a, Name: "A"}, {ID: b, Name: "B"}}}})
	if len(leads) != 1 || leads[0].ID != a || len(coordinators) != 1 || coordinators[0].ID != b {
		t.Errorf("leads %v, coordinators %v", leads, coordinators)
	}
}

func TestOnlyBoundedSchedulesHaveADueDay(t *testing.T) {
	t.Parallel()
	last := day.New(2024, 9, 30)
	for kind, bounded := range map[viet.ScheduleKind]bool{viet.Quarters: true, viet.Range: true, viet.Date: true,
		viet.Continuous: false, viet.Recurring: false, viet.Unspecified: false} {
		s := plan.Schedule{Kind: kind, EndsOn: &last}
		if due := s.DueOn(); (due != nil) != bounded {
			t.Errorf("%s: due on %v", kind, due)
		}
	}
}

func placesOf(err error) []string {
	var places []string
	if f, ok := err.(*fault.Error); ok { //nolint:errorlint // the fault itself is what is asked of
		for _, field := range f.Fields {
			places = append(places, field.Pointer+" "+field.Code)
		}
	}
	return places
}
