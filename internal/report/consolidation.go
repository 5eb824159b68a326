package report

import (
	"time"

	"github.com/google/uuid"

	"lantoa/internal/figure"
	"lantoa/internal/round"
)

// Consolidation is a round's accepted reports put together: figures added up by each indicator's own rule and open to their
// parts, the agencies' texts by section, and by name whoever is missing, late, exempted, nil or not yet accepted.
type Consolidation struct {
	RoundID        uuid.UUID             `json:"round_id" format:"uuid"`
	ReportID       *uuid.UUID            `json:"report_id" format:"uuid" extensions:"x-nullable"` // the consolidated report, once begun
	AsOf           time.Time             `json:"as_of" format:"date-time"`                        // when the figures were added up
	Frozen         bool                  `json:"frozen"`                                          // as handed in to the leader; else live
	Owing          int                   `json:"owing" example:"34"`                              // agencies that owe a report, without the exempted
	Accepted       int                   `json:"accepted" example:"32"`
	Sections       []ConsolidatedSection `json:"sections"`
	Agencies       []Handing             `json:"agencies"`    // every agency of the round
	Missing        []Handing             `json:"missing"`     // not handed in, the deadline is past
	Outstanding    []Handing             `json:"outstanding"` // not handed in, the deadline is not past
	Late           []Handing             `json:"late"`
	Exempted       []Handing             `json:"exempted"`
	Nil            []Handing             `json:"nil"`
	Pending        []Handing             `json:"pending"`         // handed in, not yet accepted: not added up
	Returned       []Handing             `json:"returned"`        // sent back to be mended: not added up
	ChangedSources []ChangedSource       `json:"changed_sources"` // live even when the figures are frozen
} // @name Consolidation

// Handing is how one agency stands in a round.
type Handing struct {
	AgencyID     uuid.UUID      `json:"agency_id" format:"uuid"`
	Agency       string         `json:"agency" example:"UBND xã Phổ Châu"`
	AgencyKind   string         `json:"agency_kind" example:"commune"`
	ReportID     uuid.UUID      `json:"report_id" format:"uuid"`
	SectionCodes []string       `json:"section_codes"` // that it owes
	State        State          `json:"state"`
	Standing     round.Standing `json:"standing"`
	DaysLate     int            `json:"days_late"`
	HandedInAt   *time.Time     `json:"handed_in_at" format:"date-time" extensions:"x-nullable"` // the first time
	Receipt      *string        `json:"receipt" extensions:"x-nullable"`
	ExemptReason *string        `json:"exempt_reason" extensions:"x-nullable"`
} // @name Handing

// ConsolidatedSection is one section over all agencies that owe it.
type ConsolidatedSection struct {
	Code        string                  `json:"code" example:"9"`
	Title       string                  `json:"title"`
	TaskOrdinal *int                    `json:"task_ordinal" extensions:"x-nullable"`
	Owing       int                     `json:"owing" example:"35"` // agencies that owe the section, without the exempted
	Accepted    int                     `json:"accepted" example:"34"`
	Without     []round.Office          `json:"without"` // those of whom no report is accepted
	Indicators  []ConsolidatedIndicator `json:"indicators"`
	Texts       []SectionText           `json:"texts"`
} // @name ConsolidatedSection

// ConsolidatedIndicator is one indicator over all accepted reports.
type ConsolidatedIndicator struct {
	Definition round.Indicator `json:"definition"`
	Total      *Amount         `json:"total" extensions:"x-nullable"` // null: no figure given, or the rule forbids adding up
	Nil        bool            `json:"nil"`                           // nobody has a figure, and at least one says nil
	Reporting  int             `json:"reporting" example:"14"`        // reports with a figure
	Parts      []Part          `json:"parts"`                         // figures, nils and words, by agency
	Blank      []round.Office  `json:"blank"`                         // accepted reports that say nothing here
} // @name ConsolidatedIndicator

// Amount is a total; of a pair, both.
type Amount struct {
	Value      *figure.Decimal  `json:"value" swaggertype:"number" extensions:"x-nullable" example:"4586"`
	Qualifier  figure.Qualifier `json:"qualifier" enums:",more_than,about"` // blank: exact
	Value2     *figure.Decimal  `json:"value2" swaggertype:"number" extensions:"x-nullable"`
	Qualifier2 figure.Qualifier `json:"qualifier2" enums:",more_than,about"`
} // @name ReportAmount

// Part is what one agency's report says of an indicator.
type Part struct {
	AgencyID uuid.UUID `json:"agency_id" format:"uuid"`
	Agency   string    `json:"agency"`
	ReportID uuid.UUID `json:"report_id" format:"uuid"`
	Value
} // @name ReportPart

// SectionText is what one agency wrote in a section.
type SectionText struct {
	AgencyID uuid.UUID `json:"agency_id" format:"uuid"`
	Agency   string    `json:"agency"`
	ReportID uuid.UUID `json:"report_id" format:"uuid"`
	Revision int       `json:"revision"`
	Text     string    `json:"text"`
	Nil      bool      `json:"nil"`
} // @name SectionText

// ChangedSource is a text that was merged and has changed since, or whose report is no longer accepted.
type ChangedSource struct {
	Section        string    `json:"section" example:"9"`
	AgencyID       uuid.UUID `json:"agency_id" format:"uuid"`
	Agency         string    `json:"agency"`
	ReportID       uuid.UUID `json:"report_id" format:"uuid"`
	MergedRevision int       `json:"merged_revision" example:"1"`
	Revision       int       `json:"revision" example:"2"` // the newest
	State          State     `json:"state"`
} // @name ChangedSource

// name puts one agency where it belongs.
func (c *Consolidation) name(r *Line) {
	h := Handing{AgencyID: r.AgencyID, Agency: r.AgencyName, AgencyKind: r.AgencyKind, ReportID: r.ID, SectionCodes: r.SectionCodes, State: r.State,
		Standing: r.Standing, DaysLate: r.DaysLate, HandedInAt: r.FirstSubmittedAt, Receipt: r.Receipt, ExemptReason: r.ExemptReason}
	c.Agencies = append(c.Agencies, h)
	lists := map[round.Standing]*[]Handing{round.Missing: &c.Missing, round.Late: &c.Late, round.Exempted: &c.Exempted, round.Nil: &c.Nil,
		round.Upcoming: &c.Outstanding, round.DueSoon: &c.Outstanding}
	if list, named := lists[r.Standing]; named {
		*list = append(*list, h)
	}
	switch {
	case r.AcceptedAt != nil:
		c.Accepted++
	case r.State == Returned:
		c.Returned = append(c.Returned, h)
	case r.FirstSubmittedAt != nil:
		c.Pending = append(c.Pending, h)
	}
	if r.ExemptReason == nil {
		c.Owing++
	}
}

// changedSources names the merged texts that are no longer as they were merged.
func changedSources(merging Content, sections []round.Section, reports []Line) []ChangedSource {
	changed := []ChangedSource{}
	by := make(map[uuid.UUID]*Line, len(reports))
	for i := range reports {
		by[reports[i].ID] = &reports[i]
	}
	for _, s := range sections {
		for _, source := range merging.Sections[s.Code].Merged {
			r := by[source.ReportID]
			if r == nil || (r.Revision == source.Revision && r.AcceptedAt != nil) {
				continue
			}
			changed = append(changed, ChangedSource{Section: s.Code, AgencyID: r.AgencyID, Agency: r.AgencyName, ReportID: r.ID,
				MergedRevision: source.Revision, Revision: r.Revision, State: r.State})
		}
	}
	return changed
}
