package assignment_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/assignment"
	"lantoa/internal/day"
	"lantoa/internal/fault"
	"lantoa/internal/record"
)

var today = day.New(2024, 11, 6) //nolint:gochecknoglobals // a constant that Go cannot write as one

func verbs(a *assignment.Assignment, by access.Actor) map[string]func() error {
	return map[string]func() error{
		"receive": func() error { return a.Receive(by) },
		"start":   func() error { return a.Start(by) },
		"update": func() error {
			_, err := a.Record(by, assignment.UpdateInput{DoneOn: today, Text: "Đã treo băng rôn."}, record.Meta{}, today)
			return err
		},
		"attach":  func() error { return a.Attach(by) },
		"hand_in": func() error { return a.HandIn(by, assignment.HandingIn{DoneOn: today, Result: "Xong."}, today) },
		"confirm": func() error { return a.Confirm(by) },
		"return":  func() error { return a.Return(by, assignment.Returning{Note: "Thiếu ảnh."}) },
	}
}

// becomes is the table of an assignment's life, written a second time: verb, from, to.
func becomes() map[string]map[assignment.State]assignment.State {
	const a, r, p, h, c, b = assignment.Assigned, assignment.Received, assignment.InProgress, assignment.HandedIn, assignment.Completed, assignment.Returned
	type moves = map[assignment.State]assignment.State
	return map[string]moves{
		"receive": {a: r}, "start": {r: p, b: p}, "update": {a: p, r: p, p: p, b: p}, "attach": {a: a, r: r, p: p, b: b},
		"hand_in": {p: h}, "confirm": {h: c}, "return": {h: b},
	}
}

func TestEveryVerbInEveryState(t *testing.T) {
	t.Parallel()
	own, office := uuid.New(), uuid.New()
	for verb, moves := range becomes() {
		by := access.Actor{AgencyID: own, Role: access.Commune, Position: access.Officer}
		if verb == "confirm" || verb == "return" {
			by = access.Actor{AgencyID: office, Role: access.CultureOffice, Position: access.Officer}
		}
		for _, state := range assignment.States() {
			a := &assignment.Assignment{AgencyID: own, Reviewer: access.CultureOffice, State: state}
			err := verbs(a, by)[verb]()
			want, may := moves[state]
			switch {
			case may && (err != nil || a.State != want):
				t.Errorf("%s from %s: %v, now %s", verb, state, err, a.State)
			case !may && fault.CodeOf(err) != "state.conflict":
				t.Errorf("%s from %s: %v, want a conflict", verb, state, err)
			case !may && a.State != state:
				t.Errorf("%s from %s moved to %s", verb, state, a.State)
			}
		}
	}
}

func TestWhoDoesWhat(t *testing.T) {
	t.Parallel()
	own, office, other := uuid.New(), uuid.New(), uuid.New()
	cases := []struct {
		name     string
		agency   uuid.UUID
		reviewer access.Role
		by       access.Actor
		works    bool
		reviews  bool
	}{
		{"the agency works", own, access.CultureOffice, access.Actor{AgencyID: own, Role: access.Commune}, true, false},
		{"another agency does nothing", own, access.CultureOffice, access.Actor{AgencyID: other, Role: access.Commune}, false, false},
		{"the culture office reviews", own, access.CultureOffice, access.Actor{AgencyID: office, Role: access.CultureOffice}, false, true},
		{"the leader leaves that to the culture office", own, access.CultureOffice, access.Actor{AgencyID: other, Role: access.Leader}, false, false},
		{"the culture office works on its own and does not review it", office, access.Leader, access.Actor{AgencyID: office, Role: access.CultureOffice}, true, false},
		{"the leader reviews the culture office", office, access.Leader, access.Actor{AgencyID: other, Role: access.Leader}, false, true},
		{"the administration does nothing", own, access.CultureOffice, access.Actor{AgencyID: own, Role: access.Admin}, false, false},
	}
	for _, c := range cases {
		for verb, moves := range becomes() {
			for from := range moves {
				a := &assignment.Assignment{AgencyID: c.agency, Reviewer: c.reviewer, State: from}
				err := verbs(a, c.by)[verb]()
				may := c.works
				if verb == "confirm" || verb == "return" {
					may = c.reviews
				}
				if may != (err == nil) || !may && fault.KindOf(err) != fault.Forbidden {
					t.Errorf("%s: %s from %s: %v", c.name, verb, from, err)
				}
			}
		}
	}
}

func TestBadInputIsNamedWithItsPlace(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("ạ", 20_001)
	update := func(in assignment.UpdateInput) func(*assignment.Assignment, access.Actor) error {
		return func(a *assignment.Assignment, by access.Actor) error {
			_, err := a.Record(by, in, record.Meta{}, today)
			return err
		}
	}
	links := func(url string) assignment.UpdateInput {
		return assignment.UpdateInput{DoneOn: today, Text: "x", Links: []assignment.Link{{URL: url}}}
	}
	cases := []struct {
		name, place string
		do          func(*assignment.Assignment, access.Actor) error
	}{
		{"handed in without a day", "/done_on input.required", func(a *assignment.Assignment, by access.Actor) error {
			return a.HandIn(by, assignment.HandingIn{Result: "x"}, today)
		}},
		{"done tomorrow", "/done_on assignment.done_in_the_future", func(a *assignment.Assignment, by access.Actor) error {
			return a.HandIn(by, assignment.HandingIn{DoneOn: today.AddDays(1), Result: "x"}, today)
		}},
		{"no result", "/result input.required", func(a *assignment.Assignment, by access.Actor) error {
			return a.HandIn(by, assignment.HandingIn{DoneOn: today}, today)
		}},
		{"an update of nothing", "/text input.required", update(assignment.UpdateInput{DoneOn: today})},
		{"an update too long", "/text input.too_long", update(assignment.UpdateInput{DoneOn: today, Text: long})},
		{"a link that runs", "/links/0/url assignment.link", update(links("javascript:alert(1)"))},
		{"a link to a file", "/links/0/url assignment.link", update(links("file:///etc/passwd"))},
		{"a link with a password", "/links/0/url assignment.link", update(links("https://a:b@example.vn/"))},
		{"a link whose letters run backwards", "/links/0/url assignment.link", update(links("http://\u202egnp.exe"))},
		{"a link to nowhere", "/links/0/url assignment.link", update(links("https:///tin"))},
		{"too many links", "/links input.too_many", update(assignment.UpdateInput{DoneOn: today, Text: "x", Links: slices.Repeat([]assignment.Link{{URL: "https://a.vn"}}, 21)})},
	}
	for _, c := range cases {
		own := uuid.New()
		a := &assignment.Assignment{AgencyID: own, State: assignment.InProgress}
		err := c.do(a, access.Actor{AgencyID: own, Role: access.Commune})
		f, _ := err.(*fault.Error) //nolint:errorlint // the fault itself is what is asked of
		if f == nil || f.Kind != fault.Invalid || !slices.ContainsFunc(f.Fields, func(x fault.Field) bool { return x.Pointer+" "+x.Code == c.place }) {
			t.Errorf("%s: %v", c.name, err)
		}
		if a.State != assignment.InProgress || a.Updates != 0 {
			t.Errorf("%s: half done: %+v", c.name, a)
		}
	}
}

func TestAReturnedAssignmentTellsWhyAndMayBeHandedInAgain(t *testing.T) {
	t.Parallel()
	own, office := access.Actor{AgencyID: uuid.New(), Role: access.Commune}, access.Actor{AgencyID: uuid.New(), Role: access.CultureOffice}
	a := &assignment.Assignment{AgencyID: own.AgencyID, Reviewer: access.CultureOffice, State: assignment.HandedIn, DoneOn: &today}
	if err := a.Return(office, assignment.Returning{}); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
	if err := a.Return(office, assignment.Returning{Note: "Thiếu ảnh."}); err != nil || a.ReturnNote != "Thiếu ảnh." || a.DoneOn != nil {
		t.Errorf("%v %+v", err, a)
	}
	if err := a.Start(own); err != nil {
		t.Error(err)
	}
	if err := a.HandIn(own, assignment.HandingIn{DoneOn: today, Result: "Đủ ảnh."}, today); err != nil || a.ReturnNote != "" {
		t.Errorf("%v %+v", err, a)
	}
}
