package wire_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lantoa/internal/day"
	"lantoa/internal/fault"
	"lantoa/internal/wire"
)

type input struct {
	Title string            `json:"title"`
	DueOn *day.Day          `json:"due_on"`
	Items []item            `json:"items"`
	Notes map[string]string `json:"notes"`
	Count int               `json:"count"`
}

type item struct {
	Name string `json:"name"`
}

func TestDecodeNamesThePlaceOfEveryMistake(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		body, code, pointer string
		kind                fault.Kind
	}{
		"syntax":         {`{"title":`, "input.json", "", fault.Malformed},
		"empty":          {" \n", "input.empty", "", fault.Malformed},
		"utf8":           {"{\"title\":\"\xff\"}", "input.utf8", "", fault.Malformed},
		"nul":            {`{"title":"a\u0000b"}`, "input.nul", "", fault.Malformed},
		"twice":          {`{"title":"a","title":"b"}`, "input.json", "", fault.Malformed},
		"trailing":       {`{"title":"a"} {}`, "input.json", "", fault.Malformed},
		"unknown":        {`{"items":[{"name":"a"},{"nme":"b"}]}`, "input.invalid", "/items/1/nme", fault.Invalid},
		"wrong type":     {`{"title":7}`, "input.invalid", "/title", fault.Invalid},
		"deep type":      {`{"items":[{"name":[]}]}`, "input.invalid", "/items/0/name", fault.Invalid},
		"impossible day": {`{"due_on":"2024-02-31"}`, "input.invalid", "/due_on", fault.Invalid},
		"too big":        {`{"count":99999999999999999999}`, "input.invalid", "/count", fault.Invalid},
		"a stamp":        {`{"title":"MẬT"}`, "input.invalid", "/title", fault.Invalid},
		"a deep stamp":   {`{"items":[{"name":"a"},{"name":"Số 1\nTỐI MẬT"}]}`, "input.invalid", "/items/1/name", fault.Invalid},
		"a loose stamp":  {"{\"notes\":{\"a\":\"MA\u0323\u0302T\"}}", "input.invalid", "/notes/a", fault.Invalid},
		"an array":       {`[]`, "input.invalid", "", fault.Invalid},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var in input
			err := wire.Decode([]byte(c.body), &in)
			if fault.KindOf(err) != c.kind || fault.CodeOf(err) != c.code {
				t.Fatalf("got %v", err)
			}
			if f, _ := errors.AsType[*fault.Error](err); c.kind == fault.Invalid && f.Fields[0].Pointer != c.pointer {
				t.Errorf("pointer %q, want %q", f.Fields[0].Pointer, c.pointer)
			}
		})
	}
}

func TestDecodeBringsTextToNFC(t *testing.T) {
	t.Parallel()
	var in input
	if err := wire.Decode([]byte(`{"title":"Phổ An","notes":{"a":"hoá"}}`), &in); err != nil {
		t.Fatal(err)
	}
	if in.Title != "Phổ An" || in.Notes["a"] != "hoá" {
		t.Errorf("%q %q", in.Title, in.Notes["a"])
	}
}

func TestOntoMergesAndKeepsWhatIsAbsent(t *testing.T) {
	t.Parallel()
	due := day.New(2024, 11, 10)
	was := input{Title: "a", DueOn: &due, Notes: map[string]string{"x": "1", "y": "2"}}
	got, err := wire.Onto(wire.Patch(`{"due_on":null,"notes":{"x":null,"z":"3"}}`), was)
	want := input{Title: "a", Items: []item{}, Notes: map[string]string{"y": "2", "z": "3"}}
	if err != nil || !cmp.Equal(got, want) {
		t.Errorf("%v %s", err, cmp.Diff(want, got))
	}
	if _, err := wire.Onto(wire.Patch(`{"titel":"b"}`), was); fault.KindOf(err) != fault.Invalid {
		t.Errorf("unknown member: %v", err)
	}
	if _, err := wire.Onto(wire.Patch(`{"title":"TUYỆT MẬT"}`), was); fault.KindOf(err) != fault.Invalid {
		t.Errorf("a stamp of secrecy: %v", err)
	}
	if _, err := wire.Onto(wire.Patch(`[]`), was); fault.KindOf(err) != fault.Invalid {
		t.Errorf("no object: %v", err)
	}
}

func TestObjectsWithinObjectsBeyondAnyInputAreRefusedAtOnce(t *testing.T) {
	t.Parallel()
	const deep = 5000
	patch := wire.Patch(strings.Repeat(`{"a":`, deep) + `"` + strings.Repeat("A", 100_000) + `"` + strings.Repeat("}", deep))
	if _, err := wire.Onto(patch, input{}); fault.CodeOf(err) != "input.too_deep" {
		t.Errorf("%v", err)
	}
}

// Places are named only where there is something to name: the cost of a body grows with its length, not with its depth or its names.
func TestABodyOfManyTextsBehindALongNameIsReadAtOnce(t *testing.T) {
	t.Parallel()
	body := `{"` + strings.Repeat("k", 500_000) + `":["MẬT"` + strings.Repeat(`,""`, 150_000) + `]}`
	begun := time.Now()
	var refused *fault.Error
	if err := wire.Decode([]byte(body), &input{}); !errors.As(err, &refused) || len(refused.Fields) != 1 {
		t.Errorf("%.200v", err)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("it took %v", took)
	}
}

func TestOfABodyFullOfStampsTheFirstAreNamed(t *testing.T) {
	t.Parallel()
	body := `{"` + strings.Repeat("k", 500_000) + `":["MẬT"` + strings.Repeat(`,"MẬT"`, 60_000) + `]}`
	begun := time.Now()
	var refused *fault.Error
	if err := wire.Decode([]byte(body), &input{}); !errors.As(err, &refused) || len(refused.Fields) == 0 || len(refused.Fields) > 20 {
		t.Errorf("%.200v", err)
	}
	if took := time.Since(begun); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}

func TestCleanTextIsComposedAndWhole(t *testing.T) {
	t.Parallel()
	if got, err := wire.Clean("Ho\u0323\u0302i nghi\u0323"); err != nil || got != "Hội nghị" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := wire.Clean("a\x00b"); fault.CodeOf(err) != "input.nul" {
		t.Errorf("NUL: %v", err)
	}
	if _, err := wire.Clean("\xff\xfe"); fault.CodeOf(err) != "input.utf8" {
		t.Errorf("broken UTF-8: %v", err)
	}
}
