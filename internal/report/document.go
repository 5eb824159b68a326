package report

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/official"
	"lantoa/internal/record"
	"lantoa/internal/round"
)

// Document gives a report as the official document (.docx) of Decree 30/2020; report.withheld (403) while it is another's draft.
func (s *Store) Document(ctx context.Context, by access.Actor, id uuid.UUID) (*record.File, error) {
	tx := db.Conn(ctx, s.DB)
	r, err := s.find(tx, by, id)
	if err != nil {
		return nil, err
	}
	if r, err = s.answer(tx, by, r); err != nil {
		return nil, err
	}
	if r.Withheld {
		return nil, fault.NewForbidden("report.withheld")
	}
	frame, err := readFrame(tx, r)
	if err != nil {
		return nil, err
	}
	frame.until(r, s.Clock.Today())
	document := frame.agencyReport(r).Document()
	if r.Kind == Consolidated {
		c, err := s.consolidation(tx, by, r.RoundID)
		if err != nil {
			return nil, err
		}
		document = frame.consolidatedReport(r, c).Document()
	}
	return file(r.Title+" - "+frame.Agency+".docx", r.Version, document.WriteDocx)
}

// Figures gives a round's figures as a workbook (.xlsx): the sums, each agency's, and how the reports came in.
func (s *Store) Figures(ctx context.Context, by access.Actor, roundID uuid.UUID) (*record.File, error) {
	tx := db.Conn(ctx, s.DB)
	c, err := s.consolidation(tx, by, roundID)
	if err != nil {
		return nil, err
	}
	rd, err := round.Visible(tx, by, roundID)
	if err != nil {
		return nil, err
	}
	figures := official.RoundFigures{Title: rd.Title, Submissions: c.submissions(), Agencies: c.byAgency(c.Sections), Indicators: indicators(c.Sections)}
	for _, section := range c.Sections {
		for _, i := range section.Indicators {
			figures.Totals = append(figures.Totals, official.IndicatorTotal{
				Figure: official.Figure{Indicator: row(i.Definition), Values: i.totals()}, Reporting: i.Reporting, Owing: section.Owing})
		}
	}
	return file(rd.Title+" - số liệu.xlsx", rd.Version, figures.WriteXLSX)
}

func file(name string, v record.Version, write func(io.Writer) error) (*record.File, error) {
	var body bytes.Buffer
	if err := write(&body); err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	return &record.File{Name: name, Version: v, Body: body.Bytes()}, nil
}

// frame is what a report's document says around its content: who writes to whom, and of which plan.
type frame struct {
	Agency     string
	Kind       agency.Kind
	Parent     string
	Committee  string // whose plan it is
	Province   string // the agency above that
	ToName     string
	Through    string
	PlanNumber string
	PlanDate   *day.Day
	PlanTitle  string
	Year       int
	StartsOn   day.Day
	EndsOn     day.Day
}

// readFrame reads it all in one query. A consolidated report is the committee's own, to the agency above it.
func readFrame(tx *gorm.DB, r *Report) (*frame, error) {
	of := r.AgencyID
	if r.Kind == Consolidated {
		of = r.IssuerID
	}
	f := &frame{}
	err := tx.Raw(`SELECT a.name AS agency, a.kind, coalesce(above.name, '') AS parent, c.name AS committee, coalesce(province.name, '') AS province,
			r.to_name, r.through_name AS through, coalesce(p.number, '') AS plan_number, p.issued_on AS plan_date,
			p.title AS plan_title, p.year, r.starts_on, r.ends_on
		FROM rounds r JOIN plans p ON p.id = r.plan_id JOIN agencies c ON c.id = r.issuer_id LEFT JOIN agencies province ON province.id = c.parent_id
			JOIN agencies a ON a.id = ? LEFT JOIN agencies above ON above.id = a.parent_id
		WHERE r.id = ?`, of, r.RoundID).Take(f).Error
	if err != nil {
		return nil, fmt.Errorf("frame of report %s: %w", r.ID, err)
	}
	return f, nil
}

// until ends the period of the figures with the day they were handed in, of a draft with today, when the period runs on.
func (f *frame) until(r *Report, today day.Day) {
	if r.SubmittedAt != nil {
		today = day.Of(*r.SubmittedAt, clock.Zone)
	}
	if today.Before(f.EndsOn) && !today.Before(f.StartsOn) {
		f.EndsOn = today
	}
}

func (f *frame) agencyReport(r *Report) official.Report {
	addressee := f.ToName
	if f.Through != "" {
		addressee += " (qua " + f.Through + ")"
	}
	out := f.report(r, addressee)
	for _, s := range r.Sections {
		e := r.Content.Sections[s.Code]
		section := official.ReportSection{Title: s.Title, ByTask: s.TaskOrdinal != nil, Text: e.Text, Nil: e.Nil}
		for _, i := range s.Indicators {
			section.Figures = append(section.Figures, official.Figure{Indicator: row(i), Values: e.Values[i.Code].printed(i)})
		}
		out.Sections = append(out.Sections, section)
	}
	return out
}

func (f *frame) report(r *Report, addressees ...string) official.Report {
	out := official.Report{
		Issuer:     official.Issuer{Agency: f.Agency, Parent: f.Parent, Committee: f.Kind.IsCommittee(), Year: f.Year, Draft: !r.HandedIn},
		Addressees: addressees, Plan: official.PlanReference{Number: f.PlanNumber, Issuer: f.Committee, Title: f.PlanTitle},
		From: f.StartsOn, Until: f.EndsOn, Signature: official.Signature{Lines: r.Signature.Lines, Name: r.Signature.Name},
	}
	if f.PlanDate != nil {
		out.Plan.Date = *f.PlanDate
	}
	if r.Number != nil {
		out.Number = *r.Number
	}
	if r.DatedOn != nil {
		out.Date = *r.DatedOn
	}
	if len(out.Signature.Lines) == 0 {
		out.Signature.Lines = official.HeadOf(f.Agency)
	}
	return out
}

func (f *frame) consolidatedReport(r *Report, c *Consolidation) official.Consolidated {
	out := official.Consolidated{Report: f.report(r, f.Province), Submissions: c.submissions()}
	out.Draft = r.State != Approved
	free := func(title, words string) {
		if strings.TrimSpace(words) != "" {
			out.Sections = append(out.Sections, official.ReportSection{Title: title, Text: c.filled(words)})
		}
	}
	free("Công tác chỉ đạo, triển khai", r.Content.Direction)
	for _, s := range c.Sections {
		out.Sections = append(out.Sections, s.printed(c.filled(r.Content.Sections[s.Code].Text)))
		if len(s.Indicators) > 0 {
			one := []ConsolidatedSection{s}
			out.ByAgency = append(out.ByAgency, official.Matrix{Title: s.Title, Indicators: indicators(one), Rows: c.byAgency(one), Totals: totals(one)})
		}
	}
	free("Đánh giá chung", r.Content.Assessment)
	free("Phương hướng, nhiệm vụ", r.Content.Outlook)
	free("Kiến nghị, đề xuất", r.Content.Proposals)
	return out
}

func instant(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return *t
}
