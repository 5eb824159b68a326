package report

import (
	"maps"
	"slices"
	"strings"

	"github.com/google/uuid"

	"lantoa/internal/day"
	"lantoa/internal/fault"
	"lantoa/internal/figure"
	"lantoa/internal/round"
)

// Content is what a report says: by section a text and figures. What is absent is blank, which is neither nil nor 0. The four
// parts of narrative belong to a consolidated report alone.
type Content struct {
	Sections   map[string]Entry `json:"sections"`             // by section code
	Direction  string           `json:"direction,omitempty"`  // I. Công tác chỉ đạo, triển khai
	Assessment string           `json:"assessment,omitempty"` // III. Đánh giá chung
	Outlook    string           `json:"outlook,omitempty"`    // IV. Phương hướng, nhiệm vụ
	Proposals  string           `json:"proposals,omitempty"`  // V. Kiến nghị, đề xuất
} // @name ReportContent

// Entry is what a report says in one section.
type Entry struct {
	Text     string           `json:"text"`               // in a consolidated report {9.1} stands for an indicator's sum, {9.7#2} for the second of a pair
	Nil      bool             `json:"nil"`                // không phát sinh: nothing in this section, and so no figure
	Values   map[string]Value `json:"values"`             // by indicator code
	Merged   []Source         `json:"merged,omitempty"`   // in a consolidated report: the agencies' texts that went into the text
	Reviewed []uuid.UUID      `json:"reviewed,omitempty"` // in a consolidated report: the reports whose text was seen
} // @name ReportEntry

// Source is a report's text as it stood when it was merged.
type Source struct {
	ReportID uuid.UUID `json:"report_id" format:"uuid"`
	Revision int       `json:"revision"`
} // @name MergedSource

// Value is one figure, or nil, or the words of a text indicator.
type Value struct {
	Nil        bool              `json:"nil"`                                                               // không phát sinh
	Value      *figure.Decimal   `json:"value" swaggertype:"number" extensions:"x-nullable" example:"312"`  // 0 to below 10^15, at most 3 places
	Value2     *figure.Decimal   `json:"value2" swaggertype:"number" extensions:"x-nullable" example:"940"` // the second of a pair
	Qualifier  *figure.Qualifier `json:"qualifier" enums:"more_than,about" extensions:"x-nullable"`         // hơn, khoảng; null: exact
	Qualifier2 *figure.Qualifier `json:"qualifier2" enums:"more_than,about" extensions:"x-nullable"`
	Text       string            `json:"text"`
	AsOf       *day.Day          `json:"as_of" swaggertype:"string" format:"date" extensions:"x-nullable"` // the day a stock was counted
} // @name ReportValue

// Progress is how far a section is.
type Progress string

// The steps of progress.
const (
	NotStarted Progress = "not_started"
	Started    Progress = "started"
	Done       Progress = "done" // every figure given or nil; of a section without figures, its text
	IsNil      Progress = "nil"
)

const (
	maxText    = 20_000
	maxShort   = 500
	maxSources = 500
)

func (v Value) given() bool {
	return v.Nil || v.Value != nil || v.Value2 != nil || strings.TrimSpace(v.Text) != ""
}

func (v Value) complete(kind round.Kind) bool {
	return v.given() && (v.Nil || kind != round.Pair || (v.Value != nil && v.Value2 != nil))
}

func (e Entry) progress(s round.Section) Progress {
	written := strings.TrimSpace(e.Text) != ""
	given, complete := 0, 0
	for _, i := range s.Indicators {
		if v, there := e.Values[i.Code]; there && v.given() {
			given++
			if v.complete(i.Kind) {
				complete++
			}
		}
	}
	switch {
	case e.Nil:
		return IsNil
	case complete == len(s.Indicators) && (complete > 0 || written):
		return Done
	case given > 0 || written:
		return Started
	}
	return NotStarted
}

// merging is the progress of a section of a consolidated report, whose figures add themselves up.
func (e Entry) merging() Progress {
	switch {
	case strings.TrimSpace(e.Text) != "":
		return Done
	case len(e.Reviewed) > 0:
		return Started
	}
	return NotStarted
}

// progress gives how far each section is, and whether all are nil.
func (c Content) progress(sections []round.Section, kind Kind) (by map[string]Progress, allNil bool) {
	by, allNil = make(map[string]Progress, len(sections)), len(sections) > 0
	for _, s := range sections {
		by[s.Code] = c.Sections[s.Code].progress(s)
		if kind == Consolidated {
			by[s.Code] = c.Sections[s.Code].merging()
		}
		allNil = allNil && by[s.Code] == IsNil
	}
	return by, allNil
}

type part struct{ name, words string }

func (c Content) narrative() []part {
	return []part{{"direction", c.Direction}, {"assessment", c.Assessment}, {"outlook", c.Outlook}, {"proposals", c.Proposals}}
}

// check is input.invalid with every place of the content that breaks a rule of the sections it answers to.
func (c Content) check(sections []round.Section, kind Kind) error {
	var broken fault.Check
	consolidated := kind == Consolidated
	for _, part := range c.narrative() {
		at := "/content/" + part.name
		broken.Require(consolidated || part.words == "", at, "report.only_consolidated")
		checkWords(&broken, part.words, at)
	}
	for _, code := range slices.Sorted(maps.Keys(c.Sections)) {
		entry := c.Sections[code]
		at := "/content/sections/" + escaped.Replace(code)
		i := slices.IndexFunc(sections, func(s round.Section) bool { return s.Code == code })
		broken.Require(i >= 0, at, "report.unknown_section")
		if i < 0 {
			continue
		}
		checkWords(&broken, entry.Text, at+"/text")
		if consolidated {
			entry.checkSources(&broken, at)
		} else {
			entry.checkFigures(&broken, sections[i], at)
		}
	}
	return broken.Err()
}

// checkSources holds an entry of a consolidated report, whose figures are added up and never typed.
func (e Entry) checkSources(c *fault.Check, at string) {
	c.Require(!e.Nil, at+"/nil", "report.only_agency")
	c.Require(len(e.Values) == 0, at+"/values", "report.only_agency")
	c.Count(len(e.Merged), maxSources, at+"/merged")
	c.Count(len(e.Reviewed), maxSources, at+"/reviewed")
}

func (e Entry) checkFigures(c *fault.Check, s round.Section, at string) {
	c.Require(len(e.Merged) == 0, at+"/merged", "report.only_consolidated")
	c.Require(len(e.Reviewed) == 0, at+"/reviewed", "report.only_consolidated")
	c.Require(!e.Nil || len(e.Values) == 0, at+"/nil", "report.nil_with_value")
	for _, code := range slices.Sorted(maps.Keys(e.Values)) {
		place := at + "/values/" + escaped.Replace(code)
		i := slices.IndexFunc(s.Indicators, func(i round.Indicator) bool { return i.Code == code })
		c.Require(i >= 0, place, "report.unknown_indicator")
		if i >= 0 {
			e.Values[code].check(c, s.Indicators[i].Kind, place)
		}
	}
}

func (v Value) check(c *fault.Check, kind round.Kind, at string) {
	checkNumber(c, v.Value, v.Qualifier, at, "")
	checkNumber(c, v.Value2, v.Qualifier2, at, "2")
	numbers := v.Value != nil || v.Value2 != nil
	c.Require(!v.Nil || (!numbers && v.Text == ""), at+"/nil", "report.nil_with_value")
	c.Require(kind == round.Pair || v.Value2 == nil, at+"/value2", "report.not_a_pair")
	c.Require(kind != round.Text || v.Value == nil, at+"/value", "report.not_a_number")
	c.Require(kind == round.Text || v.Text == "", at+"/text", "report.not_a_text")
	checkWords(c, v.Text, at+"/text")
}

func checkNumber(c *fault.Check, n *figure.Decimal, q *figure.Qualifier, at, second string) {
	if n != nil {
		c.Require(n.Problem() == "", at+"/value"+second, string(n.Problem()))
	}
	if q != nil {
		c.Require(slices.Contains(figure.Qualifiers(), *q), at+"/qualifier"+second, "input.unknown_value")
		c.Require(n != nil, at+"/qualifier"+second, "report.qualifier_without_value")
	}
}

// checkWords bounds a typed text.
func checkWords(c *fault.Check, words, at string) {
	c.Length(words, maxText, at)
}

// checkShort is checkWords for a line.
func checkShort(c *fault.Check, words, at string) {
	c.Length(words, maxShort, at)
}

// escaped writes a code as a part of a JSON pointer (RFC 6901).
var escaped = strings.NewReplacer("~", "~0", "/", "~1") //nolint:gochecknoglobals // a constant that Go cannot write as one
