package rest

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// createConsolidatedReport begins a round's consolidated report; a round has one.
//
// @Summary Begin a consolidated report
// @ID createConsolidatedReport
// @Tags consolidation
// @Param id path string true "round" format(uuid)
// @Success 201 {object} report.Report
// @Failure 409 {object} Problem "report.consolidated_already"
// @Router /rounds/{id}/consolidated [post]
func (a *API) createConsolidatedReport(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Reports.Begin(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusCreated, out, err)
}

// getConsolidation gives a round's accepted reports put together: sums open to their parts, texts by section, and who is
// missing, late, exempted, nil. It lives until the consolidated report is handed in to the leader, then is as it was.
//
// @Summary Read a round's consolidation
// @ID getConsolidation
// @Tags consolidation
// @Param id path string true "round" format(uuid)
// @Success 200 {object} report.Consolidation
// @Router /rounds/{id}/consolidation [get]
func (a *API) getConsolidation(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Reports.Consolidation(c.Request().Context(), actor(c), id)
	return answerLong(c, out, err)
}

// sendBackReport returns a consolidated report to the culture office.
//
// @Summary Send a consolidated report back
// @ID sendBackReport
// @Tags consolidation
// @Accept json
// @Param id path string true "consolidated report" format(uuid)
// @Param body body report.SendingBack true "why"
// @Success 200 {object} report.Report
// @Failure 409 {object} Problem "state.conflict"
// @Router /reports/{id}/send-back [post]
func (a *API) sendBackReport(c echo.Context) error { return reportVerb(c, a.Reports.SendBack) }

// approveReport signs a consolidated report with its number and date, and locks its round with all reports.
//
// @Summary Approve a consolidated report
// @ID approveReport
// @Tags consolidation
// @Accept json
// @Param id path string true "consolidated report" format(uuid)
// @Param body body report.Approval true "number and date"
// @Success 200 {object} report.Report
// @Failure 409 {object} Problem "state.conflict; report.number_taken: the number stands on another of that year"
// @Failure 422 {object} Problem "report.number, report.dated_in_the_future"
// @Router /reports/{id}/approve [post]
func (a *API) approveReport(c echo.Context) error { return reportVerb(c, a.Reports.Approve) }
