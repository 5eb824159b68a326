package factory

import (
	"testing"

	"gorm.io/gorm"

	"lantoa/internal/agency"
	"lantoa/internal/figure"
	"lantoa/internal/plan"
	"lantoa/internal/record"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// Report keeps a draft that an agency owes in a round, in every section; edits may put it into another state.
func Report(t testing.TB, tx *gorm.DB, r *round.Round, of *agency.Agency, edits ...func(*report.Report)) *report.Report {
	t.Helper()
	due := r.DueBefore
	out := &report.Report{
		Line: report.Line{
			Meta: record.NewMeta(Now()), Kind: report.OfAgency, RoundID: r.ID, PlanID: r.PlanID, IssuerID: r.IssuerID, AgencyID: of.ID,
			AgencyName: of.Name, AgencyKind: string(of.Kind), Title: r.Title, DueBefore: &due, State: report.Draft,
			SectionCodes: r.AllCodes(), Progress: map[string]report.Progress{"1": report.NotStarted, "2": report.NotStarted},
			Remarks: []report.Remark{},
		},
		Sections: r.Sections, Content: report.Content{Sections: map[string]report.Entry{}}, Signature: plan.Signature{Lines: []string{}},
	}
	for _, edit := range edits {
		edit(out)
	}
	keep(t, tx, out)
	return out
}

// Figures is a content with a figure and a pair in section 1.
func Figures(broadcasts, talks, listeners int64) report.Content {
	pair := report.Value{Value: new(figure.Whole(talks)), Value2: new(figure.Whole(listeners))}
	return report.Content{Sections: map[string]report.Entry{"1": {
		Text:   "Phát thanh đều các ngày trong tuần.",
		Values: map[string]report.Value{"1.1": {Value: new(figure.Whole(broadcasts))}, "1.2": pair},
	}}}
}
