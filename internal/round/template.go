package round

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"lantoa/internal/fault"
	"lantoa/internal/figure"
	"lantoa/internal/record"
)

// Template is what reports of one kind must tell: sections, each with a text and its indicators. It belongs to one
// committee; a round keeps its own copy of the sections, so that a change reaches only rounds opened later.
type Template struct {
	record.Meta
	IssuerID       uuid.UUID `json:"issuer_id" format:"uuid"` // the committee that uses it
	Name           string    `json:"name" example:"Báo cáo năm kết quả thực hiện kế hoạch"`
	Note           string    `json:"note"` // guidance for those who fill it in
	Sections       []Section `json:"sections" gorm:"serializer:json"`
	AllowedActions []string  `json:"allowed_actions" gorm:"-"`
} // @name ReportTemplate

// TableName names the table.
func (Template) TableName() string { return "report_templates" }

// Section is one part of a report: a text and figures.
type Section struct {
	Code        string      `json:"code" example:"9"`
	Title       string      `json:"title" example:"Truyền thanh, bảng tin, màn hình LED, cơ sở"`
	TaskOrdinal *int        `json:"task_ordinal" extensions:"x-nullable" example:"9"` // owed by the agencies of that task; null: by all
	Indicators  []Indicator `json:"indicators"`
} // @name ReportSection

// Indicator is one figure that a section asks for, and how it adds up.
type Indicator struct {
	Code         string      `json:"code" example:"9.7"`
	Name         string      `json:"name" example:"Tuyên truyền miệng, lưu động"`
	Unit         Unit        `json:"unit" swaggertype:"array,string" example:"cuộc,lượt người"` // one unit, a pair two, a text none
	Kind         Kind        `json:"kind" enums:"flow,stock,pair,text"`
	OverAgencies figure.Rule `json:"over_agencies" enums:"sum,latest,max,none"`
	OverTime     figure.Rule `json:"over_time" enums:"sum,latest,max,none"`
} // @name ReportIndicator

// Kind says what an indicator counts.
type Kind string

// The kinds.
const (
	Flow  Kind = "flow"  // what happened in the period
	Stock Kind = "stock" // what there is on a day
	Pair  Kind = "pair"  // two figures of one thing: cuộc and lượt người
	Text  Kind = "text"  // words
)

// Unit is what is counted: one unit, or the two of a pair. A single text is read as a list of one.
type Unit []string

// UnmarshalJSON reads a text or a list of texts.
func (u *Unit) UnmarshalJSON(raw []byte) error {
	if strings.HasPrefix(string(raw), `"`) {
		*u = make(Unit, 1)
		return json.Unmarshal(raw, &(*u)[0])
	}
	return json.Unmarshal(raw, (*[]string)(u))
}

// TemplateDraft is a template as it is written.
type TemplateDraft struct {
	Name     string    `json:"name" example:"Báo cáo năm kết quả thực hiện kế hoạch"`
	Note     string    `json:"note"`
	Sections []Section `json:"sections"`
} // @name ReportTemplateDraft

const (
	maxTitle    = 500
	maxText     = 20_000
	maxSections = 100
)

var codeForm = regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z._-]{0,19}$`)

// Check is input.invalid with every place that breaks a rule.
func (d TemplateDraft) Check() error {
	var c fault.Check
	text(&c, d.Name, "/name", maxTitle)
	c.Length(d.Note, maxText, "/note")
	c.Require(len(d.Sections) > 0, "/sections", "input.required")
	c.Count(len(d.Sections), maxSections, "/sections")
	seen := map[string]bool{}
	for i, section := range d.Sections[:min(len(d.Sections), maxSections)] {
		section.check(&c, "/sections/"+strconv.Itoa(i), seen)
	}
	return c.Err()
}

func (s Section) check(c *fault.Check, at string, seen map[string]bool) {
	checkCode(c, s.Code, at+"/code", seen)
	text(c, s.Title, at+"/title", maxTitle)
	c.Require(s.TaskOrdinal == nil || *s.TaskOrdinal > 0, at+"/task_ordinal", "input.unknown_value")
	c.Count(len(s.Indicators), maxSections, at+"/indicators")
	for i, indicator := range s.Indicators[:min(len(s.Indicators), maxSections)] {
		indicator.check(c, at+"/indicators/"+strconv.Itoa(i), seen)
	}
}

func (i Indicator) check(c *fault.Check, at string, seen map[string]bool) {
	checkCode(c, i.Code, at+"/code", seen)
	text(c, i.Name, at+"/name", maxTitle)
	units, known := map[Kind]int{Flow: 1, Stock: 1, Pair: 2, Text: 0}[i.Kind]
	c.Require(known, at+"/kind", "input.unknown_value")
	c.Require(!known || len(i.Unit) == units, at+"/unit", "template.units")
	for _, unit := range i.Unit[:min(len(i.Unit), 2)] {
		text(c, unit, at+"/unit", 100)
	}
	c.Require(slices.Contains(figure.Rules(), i.OverAgencies), at+"/over_agencies", "input.unknown_value")
	c.Require(slices.Contains(figure.Rules(), i.OverTime), at+"/over_time", "input.unknown_value")
	words := i.Kind == Text && (i.OverAgencies != figure.None || i.OverTime != figure.None)
	c.Require(!words, at+"/over_agencies", "template.words_do_not_add_up")
}

func checkCode(c *fault.Check, code, at string, seen map[string]bool) {
	c.Require(codeForm.MatchString(code), at, "template.code")
	c.Require(!seen[code], at, "template.code_twice")
	seen[code] = true
}

func text(c *fault.Check, s, at string, most int) {
	c.Require(strings.TrimSpace(s) != "", at, "input.required")
	c.Length(s, most, at)
}

func (t *Template) draft() TemplateDraft {
	return TemplateDraft{Name: t.Name, Note: t.Note, Sections: t.Sections}
}

func (t *Template) write(d TemplateDraft) {
	t.Name, t.Note, t.Sections = d.Name, d.Note, d.Sections
}
