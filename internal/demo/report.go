package demo

import (
	"context"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/report"
	"lantoa/internal/wire"
)

func (y *year) actOnReport(ctx context.Context, by access.Actor, verb string, e entry, id uuid.UUID) error {
	store := y.reports
	r, err := store.Find(ctx, by, id)
	if err != nil {
		return err
	}
	switch verb {
	case "save":
		err = y.save(ctx, by, r, map[string]any{"content": e.Content})
	case "sign":
		err = y.save(ctx, by, r, map[string]any{"number": e.Number, "dated_on": e.On})
	case "submit":
		_, err = store.Submit(ctx, by, r.ID, r.Version, report.Submission{Content: e.Content})
	case "accept":
		_, err = store.Accept(ctx, by, r.ID, r.Version)
	case "return":
		_, err = store.Return(ctx, by, r.ID, r.Version, report.Returning{Remarks: e.Remarks, Note: e.Text, ResubmitBefore: e.Until})
	case "exempt":
		_, err = store.Exempt(ctx, by, r.ID, r.Version, report.Exempting{Reason: e.Text})
	default:
		err = errUnknown
	}
	return err
}

func (y *year) actOnConsolidated(ctx context.Context, by access.Actor, verb string, e entry) error {
	store := y.reports
	if verb == "begin" {
		r, err := store.Begin(ctx, by, y.round)
		if err == nil {
			y.summary = r.ID
		}
		return err
	}
	r, err := store.Find(ctx, by, y.summary)
	if err != nil {
		return err
	}
	switch verb {
	case "save":
		err = y.saveConsolidated(ctx, by, r, e)
	case "submit":
		_, err = store.Submit(ctx, by, r.ID, r.Version, report.Submission{})
	case "approve":
		_, err = store.Approve(ctx, by, r.ID, r.Version, report.Approval{Number: e.Number, DatedOn: *e.On})
	default:
		err = errUnknown
	}
	return err
}

// saveConsolidated saves the text with the agencies' texts that went into it, as they stand now.
func (y *year) saveConsolidated(ctx context.Context, by access.Actor, r *report.Report, e entry) error {
	for section, usernames := range e.Merged {
		part := e.Content.Sections[section]
		for _, username := range usernames {
			source, err := y.reports.Find(ctx, by, y.owing[y.actors[username].AgencyID])
			if err != nil {
				return err
			}
			part.Merged = append(part.Merged, report.Source{ReportID: source.ID, Revision: source.Revision})
			part.Reviewed = append(part.Reviewed, source.ID)
		}
		e.Content.Sections[section] = part
	}
	return y.save(ctx, by, r, map[string]any{"content": e.Content})
}

func (y *year) save(ctx context.Context, by access.Actor, r *report.Report, changes map[string]any) error {
	patch, err := wire.Encode(changes)
	if err == nil {
		_, err = y.reports.Edit(ctx, by, r.ID, r.Version, patch)
	}
	return err
}
