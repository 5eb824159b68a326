package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/report"
	"lantoa/internal/wire"
)

// edit makes a draft of the JSON of an Editing.
func edit(t *testing.T, kind report.Kind, body string) (*report.Report, error) {
	t.Helper()
	by := in(access.Commune, access.Head)
	if kind == report.Consolidated {
		by = in(access.CultureOffice, access.Head)
	}
	r := draft(kind, report.Draft)
	r.Content = report.Content{}
	editing, err := wire.Onto(wire.Patch(body), report.Editing{})
	if err != nil {
		return r, err
	}
	return r, r.Edit(by, editing, day.Of(factory.Now(), clock.Zone))
}

func TestWhatIsWrongInAContentIsNamedAllAtOnce(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		kind report.Kind
		body string
		want map[string]string
	}{
		"all good": {report.OfAgency, `{"content":{"sections":{"1":{"text":"Đã phát.","values":{"1.1":{"value":312.5,"qualifier":"more_than"},
			"1.2":{"value":0,"value2":12},"1.3":{"nil":true}}},"2":{"nil":true}}},"number":"12/BC-UBND","dated_on":"2024-11-06"}`, nil},
		"figures": {report.OfAgency, `{"content":{"sections":{"1":{"values":{"1.1":{"value":-1},"1.2":{"value":1e15,"value2":0.0001}}}}}}`, map[string]string{
			"/content/sections/1/values/1.1/value": "figure.negative", "/content/sections/1/values/1.2/value": "figure.too_big",
			"/content/sections/1/values/1.2/value2": "figure.too_precise"}},
		"unknown codes": {report.OfAgency, `{"content":{"sections":{"1":{"values":{"9.9":{"value":1},"a/b~":{"value":1}}},"9":{"text":"x"}}}}`, map[string]string{
			"/content/sections/1/values/9.9": "report.unknown_indicator", "/content/sections/1/values/a~1b~0": "report.unknown_indicator",
			"/content/sections/9": "report.unknown_section"}},
		"nil beside figures": {report.OfAgency, `{"content":{"sections":{"1":{"values":{"1.1":{"nil":true,"value":1}}}}}}`,
			map[string]string{"/content/sections/1/values/1.1/nil": "report.nil_with_value"}},
		"a nil section with figures": {report.OfAgency, `{"content":{"sections":{"1":{"nil":true,"values":{"1.1":{"value":1}}}}}}`,
			map[string]string{"/content/sections/1/nil": "report.nil_with_value"}},
		"kinds": {report.OfAgency, `{"content":{"sections":{"1":{"values":{"1.1":{"value":1,"value2":2,"text":"x"}}}}}}`, map[string]string{
			"/content/sections/1/values/1.1/value2": "report.not_a_pair", "/content/sections/1/values/1.1/text": "report.not_a_text"}},
		"qualifiers": {report.OfAgency, `{"content":{"sections":{"1":{"values":{"1.1":{"qualifier":"about"},"1.3":{"value":1,"qualifier":"gần"}}}}}}`, map[string]string{
			"/content/sections/1/values/1.1/qualifier": "report.qualifier_without_value", "/content/sections/1/values/1.3/qualifier": "input.unknown_value"}},
		"a stamp of secrecy": {report.OfAgency, `{"content":{"sections":{"1":{"text":"Báo cáo\nTUYỆT MẬT\n"}}}}`,
			map[string]string{"/content/sections/1/text": "secrecy.stamp"}},
		"a long text": {report.OfAgency, `{"content":{"sections":{"1":{"text":"` + strings.Repeat("ế", 20_001) + `"}}}}`,
			map[string]string{"/content/sections/1/text": "input.too_long"}},
		"the narrative of a consolidated report": {report.OfAgency, `{"content":{"direction":"x","sections":{"1":{"reviewed":["0193b8a0-0000-7000-8000-000000000001"]}}}}`,
			map[string]string{"/content/direction": "report.only_consolidated", "/content/sections/1/reviewed": "report.only_consolidated"}},
		"typed figures in a consolidated report": {report.Consolidated, `{"content":{"direction":"x","sections":{"1":{"nil":true,"values":{"1.1":{"value":1}}}}}}`,
			map[string]string{"/content/sections/1/nil": "report.only_agency", "/content/sections/1/values": "report.only_agency"}},
		"an impossible date": {report.OfAgency, `{"dated_on":"2024-02-31"}`, map[string]string{"/dated_on": "input.date"}},
		"a date to come":     {report.OfAgency, `{"dated_on":"2024-11-07","number":" "}`, map[string]string{"/dated_on": "report.dated_in_the_future", "/number": "report.number"}},
		"a figure in words":  {report.OfAgency, `{"content":{"sections":{"1":{"values":{"1.1":{"value":"12"}}}}}}`, map[string]string{"/content/sections/1/values/1.1/value": "input.wrong_type"}},
		"a member unknown":   {report.OfAgency, `{"content":{"sections":{"1":{"vlues":{}}}}}`, map[string]string{"/content/sections/1/vlues": "input.unknown_member"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := edit(t, c.kind, c.body)
			if got := places(err); !cmp.Equal(got, c.want) || (err != nil && fault.KindOf(err) != fault.Invalid) {
				t.Errorf("%v\n%s", err, cmp.Diff(c.want, got))
			}
		})
	}
}

func TestBlankNilAndZeroAreThreeThings(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]map[string]report.Progress{
		`{}`: {"1": report.NotStarted, "2": report.NotStarted},
		`{"sections":{"1":{"text":" "},"2":{"text":"Thiếu loa."}}}`:                                                  {"1": report.NotStarted, "2": report.Done},
		`{"sections":{"1":{"text":"Đã phát."},"2":{"nil":true}}}`:                                                    {"1": report.Started, "2": report.IsNil},
		`{"sections":{"1":{"values":{"1.1":{"value":0}}}}}`:                                                          {"1": report.Started, "2": report.NotStarted},
		`{"sections":{"1":{"values":{"1.1":{"value":0},"1.2":{"value":1},"1.3":{"nil":true}}}}}`:                     {"1": report.Started, "2": report.NotStarted},
		`{"sections":{"1":{"values":{"1.1":{"value":0},"1.2":{"value":1,"value2":0},"1.3":{"nil":true}}}}}`:          {"1": report.Done, "2": report.NotStarted},
		`{"sections":{"1":{"values":{"1.1":{"nil":true},"1.2":{"nil":true},"1.3":{"value":3}}}, "2":{"values":{}}}}`: {"1": report.Done, "2": report.NotStarted},
		`{"sections":{"1":{"nil":true},"2":{"nil":true}}}`:                                                           {"1": report.IsNil, "2": report.IsNil},
	} {
		r, err := edit(t, report.OfAgency, `{"content":`+body+`}`)
		if err != nil || !cmp.Equal(r.Progress, want) {
			t.Errorf("%s: %v %v", body, err, r.Progress)
		}
		now := factory.Now()
		err = r.Submit(in(access.Commune, access.Head), report.Submission{}, now)
		if allNil := strings.Count(body, `"nil":true}`) == 2 && !strings.Contains(body, "values"); r.Nil != allNil {
			t.Errorf("%s: nil is %v (%v)", body, r.Nil, err)
		}
	}
}

func TestASectionOfTheConsolidatedReportIsDoneWithItsText(t *testing.T) {
	t.Parallel()
	r, err := edit(t, report.Consolidated, `{"content":{"sections":{"1":{"text":"Các xã phát thanh đều."},"2":{"reviewed":["0193b8a0-0000-7000-8000-000000000001"]}}}}`)
	if want := map[string]report.Progress{"1": report.Done, "2": report.Started}; err != nil || !cmp.Equal(r.Progress, want) {
		t.Errorf("%v %v", r.Progress, err)
	}
}

func TestAFigureIsKeptAsWritten(t *testing.T) {
	t.Parallel()
	r, err := edit(t, report.OfAgency, `{"content":{"sections":{"1":{"values":{"1.1":{"value":999999999999999.999}}}}}}`)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := wire.Encode(r.Content)
	if err != nil || !strings.Contains(string(raw), `"value":999999999999999.999,`) {
		t.Errorf("%s %v", raw, err)
	}
}
