package report

import (
	"slices"
	"strings"
	"time"

	"lantoa/internal/clock"
	"lantoa/internal/figure"
	"lantoa/internal/round"
)

// adding is a consolidation in the making. Reports are entered one after the other, in the order they are to be named, and nothing is
// held of them but what it tells.
type adding struct {
	*Consolidation
	sums [][]sum // by section and indicator
}

// sum is one indicator's figures, to be added up by its own rule.
type sum struct {
	firsts, seconds []figure.Part
	nils            int
}

func newAdding(r *round.Round, now time.Time) *adding {
	c := &Consolidation{RoundID: r.ID, AsOf: now, Sections: []ConsolidatedSection{}, Agencies: []Handing{}, Missing: []Handing{}, Outstanding: []Handing{}, Returned: []Handing{},
		Late: []Handing{}, Exempted: []Handing{}, Nil: []Handing{}, Pending: []Handing{}, ChangedSources: []ChangedSource{}}
	a := &adding{Consolidation: c, sums: make([][]sum, len(r.Sections))}
	for n, s := range r.Sections {
		out := ConsolidatedSection{Code: s.Code, Title: s.Title, TaskOrdinal: s.TaskOrdinal, Without: []round.Office{}, Indicators: []ConsolidatedIndicator{}, Texts: []SectionText{}}
		for _, i := range s.Indicators {
			out.Indicators = append(out.Indicators, ConsolidatedIndicator{Definition: i, Parts: []Part{}, Blank: []round.Office{}})
		}
		c.Sections, a.sums[n] = append(c.Sections, out), make([]sum, len(s.Indicators))
	}
	return a
}

// enter adds one agency's report.
func (a *adding) enter(r *Report) {
	a.name(&r.Line)
	for n := range a.Sections {
		s := &a.Sections[n]
		switch {
		case !slices.Contains(r.SectionCodes, s.Code) || r.ExemptReason != nil:
			continue
		case r.AcceptedAt == nil:
			s.Without = append(s.Without, office(&r.Line))
		default:
			s.Accepted++
			s.add(r, a.sums[n])
		}
		s.Owing++
	}
}

// add takes what an accepted report says in the section.
func (s *ConsolidatedSection) add(r *Report, sums []sum) {
	e := r.Content.Sections[s.Code]
	if strings.TrimSpace(e.Text) != "" || e.Nil {
		s.Texts = append(s.Texts, SectionText{AgencyID: r.AgencyID, Agency: r.AgencyName, ReportID: r.ID, Revision: r.Revision, Text: e.Text, Nil: e.Nil})
	}
	for n := range s.Indicators {
		i := &s.Indicators[n]
		value := e.Values[i.Definition.Code]
		value.Nil = value.Nil || e.Nil
		if !value.given() {
			i.Blank = append(i.Blank, office(&r.Line))
			continue
		}
		i.Parts = append(i.Parts, Part{AgencyID: r.AgencyID, Agency: r.AgencyName, ReportID: r.ID, Value: value})
		if value.Nil {
			sums[n].nils++
			continue
		}
		i.Reporting++
		sums[n].firsts = value.into(sums[n].firsts, value.Value, value.Qualifier, r)
		sums[n].seconds = value.into(sums[n].seconds, value.Value2, value.Qualifier2, r)
	}
}

// done gives the consolidation with its totals.
func (a *adding) done() *Consolidation {
	for n := range a.Sections {
		s := &a.Sections[n]
		for m := range s.Indicators {
			i, of := &s.Indicators[m], a.sums[n][m]
			rule := i.Definition.OverAgencies
			i.Total = amount(figure.Total(rule, of.firsts), figure.Total(rule, of.seconds))
			i.Nil = i.Reporting == 0 && of.nils > 0 && len(i.Blank) == 0 && len(s.Without) == 0 // of those who have not told nobody knows
		}
	}
	return a.Consolidation
}

// into adds a number to the parts of a total; it stands for its as-of day, else for the instant of handing in.
func (v Value) into(parts []figure.Part, n *figure.Decimal, q *figure.Qualifier, r *Report) []figure.Part {
	if n == nil {
		return parts
	}
	p := figure.Part{Quantity: figure.Quantity{Number: *n}}
	if q != nil {
		p.Qualifier = *q
	}
	switch {
	case v.AsOf != nil:
		p.At = v.AsOf.Time(clock.Zone)
	case r.SubmittedAt != nil:
		p.At = *r.SubmittedAt
	}
	return append(parts, p)
}

func amount(first, second *figure.Quantity) *Amount {
	if first == nil && second == nil {
		return nil
	}
	a := &Amount{}
	if first != nil {
		a.Value, a.Qualifier = &first.Number, first.Qualifier
	}
	if second != nil {
		a.Value2, a.Qualifier2 = &second.Number, second.Qualifier
	}
	return a
}

func office(r *Line) round.Office { return round.Office{Agency: r.AgencyName, AgencyID: r.AgencyID} }
