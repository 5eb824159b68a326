package planreader_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lantoa/internal/day"
	"lantoa/internal/official"
	"lantoa/internal/planreader"
)

func TestAPrintedPlanReadsBackTheSame(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"plan.txt", "thong-tin-co-so.txt"} {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			first := mustRead(t, data(t, file), planreader.Text)
			number, on := "45/KH-UBND", day.New(2024, 3, 15)
			first.Plan.Number, first.Plan.IssuedOn = &number, &on
			again := mustRead(t, printed(t, &first.Plan), planreader.Docx)
			if difference := cmp.Diff(asJSON(t, first.Plan), asJSON(t, again.Plan)); difference != "" {
				t.Error(difference)
			}
			for _, u := range again.Unread {
				t.Errorf("unread %d: %s", u.Line, u.Text)
			}
		})
	}
}

func mustRead(t *testing.T, raw []byte, kind planreader.Kind) *planreader.Draft {
	t.Helper()
	draft, err := planreader.Read(raw, kind, town(t))
	if err != nil {
		t.Fatal(err)
	}
	return draft
}

// printed prints a plan as the official document.
func printed(t *testing.T, p *planreader.Plan) []byte {
	t.Helper()
	out := official.Plan{
		Issuer: official.Issuer{Agency: p.Issuer.Agency, Committee: strings.HasPrefix(p.Issuer.Agency, "UBND"), Number: *p.Number, Date: *p.IssuedOn},
		Title:  p.Title, Opening: p.Opening, Purposes: p.Purposes, Requirements: p.Requirements, Funding: p.Funding, Closing: p.Closing,
		Recipients: p.Recipients, Signature: official.Signature{Lines: p.Signature.Lines, Name: p.Signature.Name},
	}
	for _, b := range p.LegalBases {
		out.LegalBases = append(out.LegalBases, official.LegalBasis{Text: b.Text})
	}
	for _, task := range p.Tasks {
		one := official.PlanTask{Title: task.Title, Content: task.Content, Leads: named(task.Leads), Coordinators: named(task.Coordinators), Schedule: task.Schedule.Text}
		if task.ContentLabel != nil {
			one.ContentLabel = *task.ContentLabel
		}
		out.Tasks = append(out.Tasks, one)
	}
	for _, r := range p.Responsibilities {
		out.Responsibilities = append(out.Responsibilities, official.Responsibility{Who: named(r.Who), Duties: r.Duties})
	}
	for _, r := range p.Reporting {
		out.Reporting = append(out.Reporting, official.ReportingDuty{From: named(r.From), Text: r.Text})
	}
	var file bytes.Buffer
	if err := out.Document().WriteDocx(&file); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func named(parties []planreader.Party) []string {
	var out []string
	for _, p := range parties {
		out = append(out, p.Agency+p.Group)
	}
	return out
}
