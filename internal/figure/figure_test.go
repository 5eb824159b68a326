package figure_test

import (
	"encoding/json"
	"testing"
	"time"

	"lantoa/internal/figure"
)

func TestANumberIsReadExactlyOrSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]struct {
		text    string
		problem figure.Problem
	}{
		"312":                    {"312", ""},
		"0":                      {"0", ""},
		"-0":                     {"0", ""},
		"0e999999999999999999":   {"0", ""},
		"2.5":                    {"2.5", ""},
		"2.500":                  {"2.5", ""},
		"2.5000":                 {"2.5", ""},
		"0.001":                  {"0.001", ""},
		"0.1":                    {"0.1", ""},
		"1.5e3":                  {"1500", ""},
		"25e-1":                  {"2.5", ""},
		"999999999999999.999":    {"999999999999999.999", ""},
		"1000000000000000":       {"0", figure.TooBig},
		"1e15":                   {"0", figure.TooBig},
		"1e999999999999999999":   {"0", figure.TooBig},
		"0.0001":                 {"0", figure.TooPrecise},
		"1e-4":                   {"0", figure.TooPrecise},
		"1e-9999999999999999999": {"0", figure.TooPrecise},
		"-1":                     {"0", figure.Negative},
		"-0.001":                 {"0", figure.Negative},
	} {
		var d figure.Decimal
		if err := json.Unmarshal([]byte(in), &d); err != nil || d.String() != want.text || d.Problem() != want.problem {
			t.Errorf("%s: %s %q %v", in, d, d.Problem(), err)
		}
	}
}

func TestWhatIsNoNumberIsRefused(t *testing.T) {
	t.Parallel()
	for _, in := range []string{`"312"`, `true`, `{}`, `[1]`, `"NaN"`} {
		var d figure.Decimal
		if err := json.Unmarshal([]byte(in), &d); err == nil {
			t.Errorf("%s was read as %s", in, d)
		}
	}
}

func TestFiguresAreWrittenAsOfficesWriteThem(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"4586": "4.586", "2.5": "2,5", "0": "0", "999": "999", "1000": "1.000", "412600000.125": "412.600.000,125",
	} {
		d, err := figure.Parse(in)
		if err != nil || d.Vietnamese() != want {
			t.Errorf("%s: %s %v", in, d.Vietnamese(), err)
		}
	}
	q := figure.Quantity{Number: figure.Whole(19400), Qualifier: figure.MoreThan}
	if q.Vietnamese() != "hơn 19.400" {
		t.Error(q.Vietnamese())
	}
}

func part(n string, q figure.Qualifier, at int) figure.Part {
	d, err := figure.Parse(n)
	if err != nil {
		panic(err)
	}
	return figure.Part{Quantity: figure.Quantity{Number: d, Qualifier: q}, At: time.Unix(int64(at), 0)}
}

func TestFiguresAddUpByTheirRule(t *testing.T) {
	t.Parallel()
	parts := []figure.Part{part("312", "", 2), part("420.5", figure.About, 3), part("336", figure.MoreThan, 1)}
	for name, c := range map[string]struct {
		rule  figure.Rule
		parts []figure.Part
		want  string
	}{
		"sum with any hơn is hơn":      {figure.Sum, parts, "hơn 1.068,5"},
		"sum with khoảng is khoảng":    {figure.Sum, parts[:2], "khoảng 732,5"},
		"sum of exact ones is exact":   {figure.Sum, parts[:1], "312"},
		"the greatest":                 {figure.Max, parts, "khoảng 420,5"},
		"the greatest of equal ones":   {figure.Max, []figure.Part{part("3", "", 1), part("3", figure.MoreThan, 1)}, "hơn 3"},
		"the newest":                   {figure.Latest, parts, "khoảng 420,5"},
		"followers are never added up": {figure.None, parts, ""},
		"nothing adds up to nothing":   {figure.Sum, nil, ""},
		"great sums stay exact": {figure.Sum, []figure.Part{part("999999999999999.999", "", 1), part("999999999999999.999", "", 1),
			part("999999999999999.999", "", 1), part("0.003", "", 1)}, "3.000.000.000.000.000"},
	} {
		got := ""
		if total := figure.Total(c.rule, c.parts); total != nil {
			got = total.Vietnamese()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func FuzzANumberRoundTrips(f *testing.F) {
	for _, seed := range []string{"0", "1", "2.5", "1e3", "-1", "1e-9", "999999999999999.999"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := figure.Parse(text)
		if err != nil || d.Problem() != "" {
			return
		}
		again, err := figure.Parse(d.String())
		if err != nil || !again.Equal(d) {
			t.Errorf("%q became %s, then %s (%v)", text, d, again, err)
		}
	})
}
