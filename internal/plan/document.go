package plan

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/db"
	"lantoa/internal/official"
	"lantoa/internal/record"
)

// Document gives a plan as the official document (.docx) of Decree 30/2020; read again it gives the same plan.
func (s *Store) Document(ctx context.Context, by access.Actor, id uuid.UUID) (*record.File, error) {
	tx := db.Conn(ctx, s.DB)
	p, err := s.find(tx, by, id)
	if err != nil {
		return nil, err
	}
	var issuer agency.Agency
	if p.Issuer.AgencyID != nil {
		known, err := agency.ByID(tx, []uuid.UUID{*p.Issuer.AgencyID})
		if err != nil {
			return nil, err
		}
		issuer = known[*p.Issuer.AgencyID]
	}
	var above agency.Agency
	if issuer.ParentID != nil {
		known, err := agency.ByID(tx, []uuid.UUID{*issuer.ParentID})
		if err != nil {
			return nil, err
		}
		above = known[*issuer.ParentID]
	}
	printed := p.printed()
	printed.Parent, printed.Committee = above.Name, issuer.Kind.IsCommittee()
	var body bytes.Buffer
	if err := printed.Document().WriteDocx(&body); err != nil {
		return nil, fmt.Errorf("print plan %s: %w", p.ID, err)
	}
	return &record.File{Name: p.fileName(), Version: p.Version, Body: body.Bytes()}, nil
}

func (p *Plan) fileName() string {
	name := "Kế hoạch " + p.Title
	if p.Number != nil {
		name = strings.ReplaceAll(*p.Number, "/", "-") + " " + name
	}
	const longest = 120
	if letters := []rune(name); len(letters) > longest {
		name = strings.TrimSpace(string(letters[:longest]))
	}
	return name + ".docx"
}

// printed hands the plan's text to the printer.
func (p *Plan) printed() official.Plan {
	out := official.Plan{
		Issuer: official.Issuer{Agency: p.Issuer.Agency, Year: p.Year, Draft: p.State == Drafted || p.State == Submitted},
		Title:  p.Title, Opening: p.Opening, Purposes: p.Purposes, Requirements: p.Requirements, Funding: p.Funding, Closing: p.Closing,
		Recipients: p.Recipients, Signature: official.Signature{Lines: p.Signature.Lines, Name: p.Signature.Name},
	}
	if p.Number != nil {
		out.Number = *p.Number
	}
	if p.IssuedOn != nil {
		out.Date = *p.IssuedOn
	}
	for _, b := range p.LegalBases {
		basis := official.LegalBasis{Text: b.Text, Issuer: b.Issuer, Subject: b.Subject}
		if b.Number != nil {
			basis.Number = *b.Number
		}
		if b.IssuedOn != nil {
			basis.IssuedOn = *b.IssuedOn
		}
		out.LegalBases = append(out.LegalBases, basis)
	}
	for i := range p.Tasks {
		out.Tasks = append(out.Tasks, p.Tasks[i].printed())
	}
	for _, r := range p.Responsibilities {
		out.Responsibilities = append(out.Responsibilities, official.Responsibility{Who: namesOf(r.Who), Duties: r.Duties})
	}
	for _, r := range p.Reporting {
		duty := official.ReportingDuty{From: namesOf(r.From), To: p.Issuer.Agency, Text: r.Text}
		if r.To != nil {
			duty.To = r.To.Named()
		}
		if r.Through != nil {
			duty.Through = r.Through.Named()
		}
		out.Reporting = append(out.Reporting, duty)
	}
	return out
}

func (t *TaskContent) printed() official.PlanTask {
	out := official.PlanTask{Title: t.Title, Content: t.Content, Leads: namesOf(t.Leads), Coordinators: namesOf(t.Coordinators), Schedule: t.Schedule.Text}
	if t.ContentLabel != nil {
		out.ContentLabel = *t.ContentLabel
	}
	return out
}

func namesOf(parties []Party) []string {
	names := make([]string, len(parties))
	for i := range parties {
		names[i] = parties[i].Named()
	}
	return names
}
