package rest

import (
	"log/slog"
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"lantoa/internal/fault"
	"lantoa/internal/report"
)

// AcceptingReports names the reports to accept, each with the version that was read.
type AcceptingReports struct {
	Items []report.Item `json:"items"` // at most 200
} // @name AcceptingReports

// BulkOutcome answers a bulk action item by item.
type BulkOutcome struct {
	Results []ItemOutcome `json:"results"`
} // @name BulkOutcome

// ItemOutcome is what became of one item of a bulk action.
type ItemOutcome struct {
	ID      uuid.UUID `json:"id" format:"uuid"`
	Status  int       `json:"status" example:"200"` // as the single action would have answered
	Problem *Problem  `json:"problem,omitempty"`
} // @name ItemOutcome

// acceptReport takes a report as handed in.
//
// @Summary Accept a report
// @ID acceptReport
// @Tags reports
// @Param id path string true "report" format(uuid)
// @Success 200 {object} report.Report
// @Failure 409 {object} Problem "state.conflict, round.locked"
// @Router /reports/{id}/accept [post]
func (a *API) acceptReport(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	out, err := a.Reports.Accept(c.Request().Context(), actor(c), id, v)
	return answer(c, http.StatusOK, out, err)
}

// acceptReports accepts several reports, each for itself, and answers for each.
//
// @Summary Accept several reports
// @ID acceptReports
// @Tags reports
// @Accept json
// @Param body body AcceptingReports true "which"
// @Success 207 {object} BulkOutcome
// @Router /reports/accept [post]
func (a *API) acceptReports(c echo.Context) error {
	in, err := input[AcceptingReports](c)
	if err != nil {
		return err
	}
	var check fault.Check
	check.Require(len(in.Items) > 0, "/items", "input.required")
	check.Count(len(in.Items), 200, "/items")
	if err := check.Err(); err != nil {
		return err
	}
	out := BulkOutcome{}
	for _, one := range a.Reports.AcceptAll(c.Request().Context(), actor(c), in.Items) {
		out.Results = append(out.Results, a.outcome(c, one))
	}
	return answer(c, http.StatusMultiStatus, out, nil)
}

func (a *API) outcome(c echo.Context, one report.Outcome) ItemOutcome {
	if one.Err == nil {
		return ItemOutcome{ID: one.ID, Status: http.StatusOK}
	}
	f := a.faultOf(one.Err)
	p := problemOf(f, language(c), requestOf(c))
	if f.Kind == fault.Internal {
		a.Log.ErrorContext(c.Request().Context(), "item failed", slog.String("request", p.Instance), slog.String("item", one.ID.String()), slog.String("error", one.Err.Error()))
	}
	return ItemOutcome{ID: one.ID, Status: p.Status, Problem: &p}
}

// returnReport sends a report back to its agency with remarks on sections and figures.
//
// @Summary Return a report
// @ID returnReport
// @Tags reports
// @Accept json
// @Param id path string true "report" format(uuid)
// @Param body body report.Returning true "why"
// @Success 200 {object} report.Report
// @Failure 409 {object} Problem "state.conflict, round.locked"
// @Failure 422 {object} Problem "report.unknown_section, report.unknown_indicator, report.resubmit_in_the_past"
// @Router /reports/{id}/return [post]
func (a *API) returnReport(c echo.Context) error { return reportVerb(c, a.Reports.Return) }

// exemptReport frees an agency from a report it has not handed in.
//
// @Summary Exempt an agency from a report
// @ID exemptReport
// @Tags reports
// @Accept json
// @Param id path string true "report" format(uuid)
// @Param body body report.Exempting true "why"
// @Success 200 {object} report.Report
// @Failure 409 {object} Problem "state.conflict, round.locked"
// @Router /reports/{id}/exempt [post]
func (a *API) exemptReport(c echo.Context) error { return reportVerb(c, a.Reports.Exempt) }
