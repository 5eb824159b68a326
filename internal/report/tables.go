package report

import (
	"slices"

	"github.com/google/uuid"

	"lantoa/internal/figure"
	"lantoa/internal/official"
	"lantoa/internal/round"
)

// printed gives what a value says in the cells of a table: one for each unit of its indicator.
func (v Value) printed(i round.Indicator) []official.Value {
	cells := make([]official.Value, max(len(i.Unit), 1))
	switch {
	case v.Nil:
		for n := range cells {
			cells[n].State = official.Nil
		}
		return cells
	case i.Kind == round.Text && v.Text != "":
		return []official.Value{{State: official.Known, Words: v.Text}}
	}
	cells[0] = number(v.Value, v.Qualifier)
	if len(cells) > 1 {
		cells[1] = number(v.Value2, v.Qualifier2)
	}
	if v.AsOf != nil {
		cells[0].AsOf = *v.AsOf
	}
	return cells
}

func number(n *figure.Decimal, q *figure.Qualifier) official.Value {
	if n == nil {
		return official.Value{}
	}
	out := official.Value{State: official.Known, Quantity: figure.Quantity{Number: *n}}
	if q != nil {
		out.Qualifier = *q
	}
	return out
}

// totals gives the sums in the cells of a table.
func (i ConsolidatedIndicator) totals() []official.Value {
	cells := make([]official.Value, max(len(i.Definition.Unit), 1))
	for n := range cells {
		switch {
		case i.Nil:
			cells[n].State = official.Nil
		case i.Definition.OverAgencies == figure.None && i.Reporting > 0:
			cells[n].State = official.NotAdded
		case i.Total == nil:
		case n == 0:
			cells[n] = number(i.Total.Value, &i.Total.Qualifier)
		default:
			cells[n] = number(i.Total.Value2, &i.Total.Qualifier2)
		}
	}
	return cells
}

func row(i round.Indicator) official.Indicator {
	return official.Indicator{Code: i.Code, Name: i.Name, Units: i.Unit}
}

func indicators(sections []ConsolidatedSection) (rows []official.Indicator) {
	for _, s := range sections {
		for _, i := range s.Indicators {
			rows = append(rows, row(i.Definition))
		}
	}
	return rows
}

func totals(sections []ConsolidatedSection) (sums [][]official.Value) {
	for _, s := range sections {
		for _, i := range s.Indicators {
			sums = append(sums, i.totals())
		}
	}
	return sums
}

func (s ConsolidatedSection) printed(text string) official.ReportSection {
	out := official.ReportSection{Title: s.Title, ByTask: s.TaskOrdinal != nil, Text: text,
		Source: official.Coverage{Reported: s.Accepted, Owing: s.Owing}}
	if s.Accepted > 0 {
		out.Untold = "Chưa tổng hợp nội dung."
	}
	for _, without := range s.Without {
		out.Source.Missing = append(out.Source.Missing, without.Agency)
	}
	for _, i := range s.Indicators {
		out.Figures = append(out.Figures, official.Figure{Indicator: row(i.Definition), Values: i.totals()})
	}
	return out
}

// byAgency gives the figures of every agency that owes one of the sections.
func (c *Consolidation) byAgency(sections []ConsolidatedSection) []official.AgencyFigures {
	told := []map[uuid.UUID]*Part{} // by indicator: what each report says of it
	for _, s := range sections {
		for _, i := range s.Indicators {
			by := make(map[uuid.UUID]*Part, len(i.Parts))
			for n := range i.Parts {
				by[i.Parts[n].ReportID] = &i.Parts[n]
			}
			told = append(told, by)
		}
	}
	rows := []official.AgencyFigures{}
	for _, h := range c.Agencies {
		out := official.AgencyFigures{Agency: h.Agency, Values: make([][]official.Value, 0, len(told))}
		owes := false
		for _, s := range sections {
			asked := h.ExemptReason == nil && slices.Contains(h.SectionCodes, s.Code)
			owes = owes || asked
			for _, i := range s.Indicators {
				out.Values = append(out.Values, i.printed(told[len(out.Values)][h.ReportID], asked))
			}
		}
		if owes {
			rows = append(rows, out)
		}
	}
	return rows
}

// printed gives what one report says of the indicator; nil where it says nothing.
func (i ConsolidatedIndicator) printed(told *Part, asked bool) []official.Value {
	if told != nil {
		return told.printed(i.Definition)
	}
	cells := make([]official.Value, max(len(i.Definition.Unit), 1))
	for n := range cells {
		if !asked {
			cells[n].State = official.NotAsked
		}
	}
	return cells
}

func (c *Consolidation) submissions() []official.Submission {
	all := make([]official.Submission, len(c.Agencies))
	for i, h := range c.Agencies {
		all[i] = official.Submission{Agency: h.Agency, Standing: official.Standing(h.Standing), HandedInAt: instant(h.HandedInAt), DaysLate: h.DaysLate,
			Awaiting: h.State == Submitted, Returned: h.State == Returned}
		if h.Receipt != nil {
			all[i].Receipt = *h.Receipt
		}
		if h.ExemptReason != nil {
			all[i].Reason = *h.ExemptReason
		}
	}
	return all
}
