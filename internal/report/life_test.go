package report_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/report"
)

var agencyID = uuid.MustParse("0193b8a0-0000-7000-8000-000000000001") //nolint:gochecknoglobals // a constant

func in(role access.Role, position access.Position) access.Actor {
	a := access.Actor{AccountID: uuid.New(), AgencyID: uuid.New(), Role: role, Position: position}
	if role == access.Commune {
		a.AgencyID = agencyID
	}
	return a
}

func draft(kind report.Kind, state report.State) *report.Report {
	due := time.Date(2024, 11, 10, 0, 0, 0, 0, clock.Zone)
	r := &report.Report{Line: report.Line{Kind: kind, State: state, AgencyID: agencyID, DueBefore: &due,
		Progress: map[string]report.Progress{"1": report.Started}}, Sections: factory.Sections()}
	if kind == report.Consolidated {
		r.Content.Direction = "Đã ban hành kế hoạch."
	}
	return r
}

// verbs does every verb with input that breaks no rule.
func verbs() map[string]func(*report.Report, access.Actor) error {
	now := factory.Now()
	today := day.Of(now, clock.Zone)
	return map[string]func(*report.Report, access.Actor) error{
		"edit": func(r *report.Report, by access.Actor) error {
			return r.Edit(by, report.Editing{Content: report.Content{Sections: map[string]report.Entry{"2": {Text: "Thiếu loa."}}}}, today)
		},
		"sign": func(r *report.Report, by access.Actor) error {
			return r.Edit(by, report.Editing{Content: r.Content, Number: new("112/BC-UBND")}, today)
		},
		"submit": func(r *report.Report, by access.Actor) error { return r.Submit(by, report.Submission{}, now) },
		"accept": func(r *report.Report, by access.Actor) error { return r.Accept(by, now) },
		"return": func(r *report.Report, by access.Actor) error {
			return r.Return(by, report.Returning{Note: "Xem lại."}, now)
		},
		"exempt": func(r *report.Report, by access.Actor) error {
			return r.Exempt(by, report.Exempting{Reason: "Sáp nhập."})
		},
		"send_back": func(r *report.Report, by access.Actor) error {
			return r.SendBack(by, report.SendingBack{Note: "Xem lại."})
		},
		"approve": func(r *report.Report, by access.Actor) error {
			return r.Approve(by, report.Approval{Number: "210/BC-UBND", DatedOn: today}, now, today)
		},
	}
}

// TestEveryStateTimesEveryVerb is the whole life of both kinds of report: who may do what from where, and where it leads.
func TestEveryStateTimesEveryVerb(t *testing.T) {
	t.Parallel()
	type cell struct {
		kind report.Kind
		from report.State
		verb string
		role access.Role
	}
	const agency, consolidated = report.OfAgency, report.Consolidated
	const commune, office, leader = access.Commune, access.CultureOffice, access.Leader
	leads := map[cell]report.State{
		{agency, report.Draft, "edit", commune}:               report.Draft,
		{agency, report.Returned, "edit", commune}:            report.Returned,
		{agency, report.Draft, "sign", commune}:               report.Draft,
		{agency, report.Submitted, "sign", commune}:           report.Submitted,
		{agency, report.Returned, "sign", commune}:            report.Returned,
		{agency, report.Accepted, "sign", commune}:            report.Accepted,
		{agency, report.Draft, "submit", commune}:             report.Submitted,
		{agency, report.Returned, "submit", commune}:          report.Submitted,
		{agency, report.Submitted, "accept", office}:          report.Accepted,
		{agency, report.Submitted, "return", office}:          report.Returned,
		{agency, report.Accepted, "return", office}:           report.Returned,
		{agency, report.Draft, "exempt", office}:              report.Exempted,
		{consolidated, report.Draft, "edit", office}:          report.Draft,
		{consolidated, report.Draft, "sign", office}:          report.Draft,
		{consolidated, report.Returned, "edit", office}:       report.Returned,
		{consolidated, report.Returned, "sign", office}:       report.Returned,
		{consolidated, report.Draft, "submit", office}:        report.Submitted,
		{consolidated, report.Returned, "submit", office}:     report.Submitted,
		{consolidated, report.Submitted, "send_back", leader}: report.Returned,
		{consolidated, report.Submitted, "approve", leader}:   report.Approved,
	}
	states := map[report.Kind][]report.State{
		agency:       {report.Draft, report.Submitted, report.Returned, report.Accepted, report.Exempted, report.Locked},
		consolidated: {report.Draft, report.Submitted, report.Returned, report.Approved},
	}
	may := map[cell]bool{} // whoever may from some state gets 409 from the others, everyone else 403
	for c := range leads {
		c.from = ""
		may[c] = true
	}
	for kind, all := range states {
		for _, from := range all {
			for verb, do := range verbs() {
				for _, role := range access.Roles() {
					r := draft(kind, from)
					err := do(r, in(role, access.Head))
					if to, leadsOn := leads[cell{kind, from, verb, role}]; leadsOn {
						if err != nil || r.State != to {
							t.Errorf("%s %s %s by %s: %s %v, want %s", kind, from, verb, role, r.State, err, to)
						}
						continue
					}
					want, code := fault.Forbidden, "access.forbidden"
					if may[cell{kind, "", verb, role}] {
						want, code = fault.Conflict, "state.conflict"
						if from == report.Locked {
							code = "round.locked"
						}
					}
					if fault.KindOf(err) != want || fault.CodeOf(err) != code {
						t.Errorf("%s %s %s by %s: %v, want %s", kind, from, verb, role, err, code)
					}
				}
			}
		}
	}
}

func TestNobodyReviewsTheReportOfItsOwnAgency(t *testing.T) {
	t.Parallel()
	office := in(access.CultureOffice, access.Head)
	office.AgencyID = agencyID
	for _, verb := range []string{"accept", "return"} {
		r := draft(report.OfAgency, report.Submitted)
		if err := verbs()[verb](r, office); fault.KindOf(err) != fault.Forbidden || r.State != report.Submitted {
			t.Errorf("%s: %v, now %s", verb, err, r.State)
		}
	}
}

func TestHeadsSignAndOfficersPrepare(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind report.Kind
		from report.State
		verb string
		role access.Role
		may  bool
	}{
		{report.OfAgency, report.Draft, "edit", access.Commune, true},
		{report.OfAgency, report.Draft, "submit", access.Commune, false},
		{report.OfAgency, report.Submitted, "accept", access.CultureOffice, true},
		{report.OfAgency, report.Submitted, "return", access.CultureOffice, true},
		{report.OfAgency, report.Draft, "exempt", access.CultureOffice, false},
		{report.Consolidated, report.Draft, "edit", access.CultureOffice, true},
		{report.Consolidated, report.Draft, "submit", access.CultureOffice, false},
	} {
		err := verbs()[c.verb](draft(c.kind, c.from), in(c.role, access.Officer))
		if (err == nil) != c.may || (err != nil && fault.KindOf(err) != fault.Forbidden) {
			t.Errorf("%s %s by an officer: %v", c.kind, c.verb, err)
		}
	}
}

func TestAnotherAgencyMayNothing(t *testing.T) {
	t.Parallel()
	other := in(access.Commune, access.Head)
	other.AgencyID = uuid.New()
	for verb, do := range verbs() {
		for _, state := range []report.State{report.Draft, report.Submitted, report.Returned, report.Accepted} {
			if err := do(draft(report.OfAgency, state), other); fault.KindOf(err) != fault.Forbidden {
				t.Errorf("%s from %s: %v", verb, state, err)
			}
		}
	}
}

func TestTheFirstHandingInStays(t *testing.T) {
	t.Parallel()
	r, commune, office := draft(report.OfAgency, report.Draft), in(access.Commune, access.Head), in(access.CultureOffice, access.Officer)
	first, second := factory.Now(), factory.Now().AddDate(0, 0, 8)
	steps := []error{
		r.Submit(commune, report.Submission{}, first),
		r.Return(office, report.Returning{Remarks: []report.Remark{{Section: "1", Indicator: new("1.1"), Text: "363 hay 336?"}}, ResubmitBefore: new(second.AddDate(0, 0, 1))}, first),
		r.Submit(commune, report.Submission{Content: new(factory.Figures(336, 22, 1600))}, second),
		r.Accept(office, second),
	}
	if i := slices.IndexFunc(steps, func(err error) bool { return err != nil }); i >= 0 {
		t.Fatal(i, steps[i])
	}
	if !r.FirstSubmittedAt.Equal(first) || !r.SubmittedAt.Equal(second) || r.Revision != 2 || r.ResubmitBefore != nil || !r.AcceptedAt.Equal(second) {
		t.Errorf("%+v", r.Line)
	}
	if err := r.Return(office, report.Returning{Note: "Sai."}, second); err != nil || r.AcceptedAt != nil || len(r.Remarks) != 0 {
		t.Errorf("%v %+v", err, r.Line)
	}
}

func TestVerbsRefuseWhatBreaksARule(t *testing.T) {
	t.Parallel()
	commune, office, leader := in(access.Commune, access.Head), in(access.CultureOffice, access.Head), in(access.Leader, access.Head)
	now := factory.Now()
	today := day.Of(now, clock.Zone)
	empty := draft(report.OfAgency, report.Draft)
	empty.Progress = map[string]report.Progress{"1": report.NotStarted}
	submitted := func() *report.Report { return draft(report.OfAgency, report.Submitted) }
	for name, c := range map[string]struct {
		err           error
		pointer, code string
	}{
		"an empty report":           {empty.Submit(commune, report.Submission{}, now), "/content", "report.empty"},
		"a return without a reason": {submitted().Return(office, report.Returning{}, now), "/note", "input.required"},
		"a remark on nothing": {submitted().Return(office, report.Returning{Remarks: []report.Remark{{Section: "9", Text: "?"}}}, now),
			"/remarks/0/section", "report.unknown_section"},
		"a remark on no figure": {submitted().Return(office, report.Returning{Remarks: []report.Remark{{Section: "1", Indicator: new("9"), Text: "?"}}}, now),
			"/remarks/0/indicator", "report.unknown_indicator"},
		"a remark without words":      {submitted().Return(office, report.Returning{Remarks: []report.Remark{{Section: "1"}}}, now), "/remarks/0/text", "input.required"},
		"a new deadline that passed":  {submitted().Return(office, report.Returning{Note: "x", ResubmitBefore: &now}, now), "/resubmit_before", "report.resubmit_in_the_past"},
		"an exemption without reason": {draft(report.OfAgency, report.Draft).Exempt(office, report.Exempting{Reason: " "}), "/reason", "input.required"},
		"sending back without a note": {draft(report.Consolidated, report.Submitted).SendBack(leader, report.SendingBack{}), "/note", "input.required"},
		"an approval without number":  {draft(report.Consolidated, report.Submitted).Approve(leader, report.Approval{DatedOn: today}, now, today), "/number", "report.number"},
		"an approval without date":    {draft(report.Consolidated, report.Submitted).Approve(leader, report.Approval{Number: "1"}, now, today), "/dated_on", "input.required"},
		"an approval dated tomorrow": {draft(report.Consolidated, report.Submitted).Approve(leader, report.Approval{Number: "1", DatedOn: today.AddDays(1)}, now, today),
			"/dated_on", "report.dated_in_the_future"},
	} {
		if got := places(c.err); !cmp.Equal(got, map[string]string{c.pointer: c.code}) {
			t.Errorf("%s: %v", name, c.err)
		}
	}
}

// places gives the codes of a failure by their places.
func places(err error) map[string]string {
	wrong, ok := err.(*fault.Error) //nolint:errorlint // it comes straight from the noun
	if !ok {
		return nil
	}
	by := map[string]string{}
	for _, f := range wrong.Fields {
		by[f.Pointer] = f.Code
	}
	return by
}
