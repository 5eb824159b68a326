package round_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lantoa/internal/fault"
	"lantoa/internal/round"
	"lantoa/internal/wire"
)

func annual(t *testing.T) round.TemplateDraft {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "template.json"))
	if err != nil {
		t.Fatal(err)
	}
	var draft round.TemplateDraft
	if err := wire.Decode(raw, &draft); err != nil {
		t.Fatal(err)
	}
	return draft
}

func TestTheAnnualTemplateIsReadWhole(t *testing.T) {
	t.Parallel()
	draft := annual(t)
	if err := draft.Check(); err != nil {
		t.Fatal(err)
	}
	indicators := 0
	for _, s := range draft.Sections {
		indicators += len(s.Indicators)
	}
	if len(draft.Sections) != 10 || indicators != 31 {
		t.Errorf("%d sections, %d indicators", len(draft.Sections), indicators)
	}
	talks := draft.Sections[8].Indicators[6]
	if talks.Code != "9.7" || !cmp.Equal(talks.Unit, round.Unit{"cuộc", "lượt người"}) || !cmp.Equal(draft.Sections[8].Indicators[0].Unit, round.Unit{"buổi"}) {
		t.Errorf("%+v", talks)
	}
}

func TestATemplateThatBreaksARuleNamesThePlace(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spoil         func(*round.TemplateDraft)
		pointer, code string
	}{
		"no name":              {func(d *round.TemplateDraft) { d.Name = " " }, "/name", "input.required"},
		"a long name":          {func(d *round.TemplateDraft) { d.Name = strings.Repeat("ế", 501) }, "/name", "input.too_long"},
		"a long note":          {func(d *round.TemplateDraft) { d.Note = strings.Repeat("ế", 20_001) }, "/note", "input.too_long"},
		"no sections":          {func(d *round.TemplateDraft) { d.Sections = nil }, "/sections", "input.required"},
		"too many sections":    {func(d *round.TemplateDraft) { d.Sections = make([]round.Section, 101) }, "/sections", "input.too_many"},
		"a code with a stroke": {func(d *round.TemplateDraft) { d.Sections[0].Code = "1/1" }, "/sections/0/code", "template.code"},
		"a code twice":         {func(d *round.TemplateDraft) { d.Sections[1].Code = "1" }, "/sections/1/code", "template.code_twice"},
		"a task of no number":  {func(d *round.TemplateDraft) { d.Sections[0].TaskOrdinal = new(0) }, "/sections/0/task_ordinal", "input.unknown_value"},
		"an unknown kind":      {func(d *round.TemplateDraft) { d.Sections[0].Indicators[0].Kind = "x" }, "/sections/0/indicators/0/kind", "input.unknown_value"},
		"a pair of one unit":   {func(d *round.TemplateDraft) { d.Sections[0].Indicators[0].Unit = round.Unit{"cuộc"} }, "/sections/0/indicators/0/unit", "template.units"},
		"an unknown rule":      {func(d *round.TemplateDraft) { d.Sections[0].Indicators[0].OverTime = "mean" }, "/sections/0/indicators/0/over_time", "input.unknown_value"},
		"words that add up": {func(d *round.TemplateDraft) {
			i := &d.Sections[0].Indicators[0]
			i.Kind, i.Unit = round.Text, nil
		}, "/sections/0/indicators/0/over_agencies", "template.words_do_not_add_up"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			draft := annual(t)
			c.spoil(&draft)
			wrong, ok := errors.AsType[*fault.Error](draft.Check())
			if !ok || wrong.Fields[0].Pointer != c.pointer || wrong.Fields[0].Code != c.code {
				t.Errorf("got %v", wrong)
			}
		})
	}
}
