package report

import (
	"slices"
	"strings"

	"lantoa/internal/clock"
	"lantoa/internal/figure"
	"lantoa/internal/round"
)

// consolidateSection adds one section up.
func consolidateSection(s round.Section, reports []Report) ConsolidatedSection {
	out := ConsolidatedSection{Code: s.Code, Title: s.Title, TaskOrdinal: s.TaskOrdinal, Without: []round.Office{},
		Indicators: []ConsolidatedIndicator{}, Texts: []SectionText{}}
	accepted := make([]*Report, 0, len(reports))
	for i := range reports {
		r := &reports[i]
		switch {
		case !slices.Contains(r.SectionCodes, s.Code) || r.ExemptReason != nil:
			continue
		case r.AcceptedAt == nil:
			out.Without = append(out.Without, office(r))
		default:
			accepted = append(accepted, r)
		}
		out.Owing++
	}
	out.Accepted = len(accepted)
	for _, r := range accepted {
		e := r.Content.Sections[s.Code]
		if strings.TrimSpace(e.Text) != "" || e.Nil {
			out.Texts = append(out.Texts, SectionText{AgencyID: r.AgencyID, Agency: r.AgencyName, ReportID: r.ID, Revision: r.Revision,
				Text: e.Text, Nil: e.Nil})
		}
	}
	for _, i := range s.Indicators {
		sum := consolidateIndicator(s.Code, i, accepted)
		sum.Nil = sum.Nil && len(out.Without) == 0 // of those who have not told nobody knows
		out.Indicators = append(out.Indicators, sum)
	}
	return out
}

// consolidateIndicator adds one indicator up by its own rule.
func consolidateIndicator(section string, i round.Indicator, accepted []*Report) ConsolidatedIndicator {
	out := ConsolidatedIndicator{Definition: i, Parts: []Part{}, Blank: []round.Office{}}
	firsts, seconds := []figure.Part{}, []figure.Part{}
	nils := 0
	for _, r := range accepted {
		entry := r.Content.Sections[section]
		value := entry.Values[i.Code]
		value.Nil = value.Nil || entry.Nil
		if !value.given() {
			out.Blank = append(out.Blank, office(r))
			continue
		}
		out.Parts = append(out.Parts, Part{AgencyID: r.AgencyID, Agency: r.AgencyName, ReportID: r.ID, Value: value})
		if value.Nil {
			nils++
			continue
		}
		out.Reporting++
		firsts = value.into(firsts, value.Value, value.Qualifier, r)
		seconds = value.into(seconds, value.Value2, value.Qualifier2, r)
	}
	out.Total = amount(figure.Total(i.OverAgencies, firsts), figure.Total(i.OverAgencies, seconds))
	out.Nil = out.Reporting == 0 && nils > 0 && len(out.Blank) == 0
	return out
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

func office(r *Report) round.Office { return round.Office{Agency: r.AgencyName, AgencyID: r.AgencyID} }
