package factory

import (
	"testing"
	"time"

	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/figure"
	"lantoa/internal/plan"
	"lantoa/internal/record"
	"lantoa/internal/round"
)

// Sections are those of a small template: one for task 1 (a flow, a pair, a stock that is never added up) and a free one.
func Sections() []round.Section {
	flow := round.Indicator{Code: "1.1", Name: "Buổi phát thanh", Unit: round.Unit{"buổi"}, Kind: round.Flow, OverAgencies: figure.Sum, OverTime: figure.Sum}
	pair := round.Indicator{Code: "1.2", Name: "Tuyên truyền miệng", Unit: round.Unit{"cuộc", "lượt người"}, Kind: round.Pair, OverAgencies: figure.Sum, OverTime: figure.Sum}
	stock := round.Indicator{Code: "1.3", Name: "Người theo dõi", Unit: round.Unit{"người"}, Kind: round.Stock, OverAgencies: figure.None, OverTime: figure.Latest}
	return []round.Section{
		{Code: "1", Title: "Truyền thanh cơ sở", TaskOrdinal: new(1), Indicators: []round.Indicator{flow, pair, stock}},
		{Code: "2", Title: "Khó khăn, kiến nghị", Indicators: []round.Indicator{}},
	}
}

// Template keeps the small template for a town.
func Template(t testing.TB, tx *gorm.DB, town Town, edits ...func(*round.Template)) *round.Template {
	t.Helper()
	template := &round.Template{Meta: record.NewMeta(Now()), IssuerID: town.Committee.ID, Name: "Báo cáo năm", Sections: Sections()}
	for _, edit := range edits {
		edit(template)
	}
	keep(t, tx, template)
	return template
}

// Opening is the duty of a plan to report before 10 November 2024 through the culture office.
func Opening(town Town, p *plan.Plan) round.Opening {
	return round.Opening{
		PlanID: p.ID, IssuerID: p.IssuerID, Year: 2024, StartsOn: day.New(2024, 1, 1), EndsOn: day.New(2024, 12, 31),
		DueBefore: time.Date(2024, 11, 10, 0, 0, 0, 0, clock.Zone), DueText: "trước ngày 10/11/2024",
		To:      round.Office{Agency: town.Committee.Name, AgencyID: town.Committee.ID},
		Through: round.Office{Agency: town.CultureOffice.Name, AgencyID: town.CultureOffice.ID},
	}
}

// Round opens a round of a plan, with a template of its own; who owes in it is for Reports to say.
func Round(t testing.TB, tx *gorm.DB, town Town, p *plan.Plan, edits ...func(*round.Opening)) *round.Round {
	t.Helper()
	template := Template(t, tx, town)
	opening := Opening(town, p)
	opening.TemplateID = &template.ID
	for _, edit := range edits {
		edit(&opening)
	}
	r, err := round.Open(tx, Clock(), town.Actor(access.Leader), opening)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
