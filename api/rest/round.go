package rest

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lantoa/internal/db"
	"lantoa/internal/round"
)

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// ReportRoundPage is one page of report rounds.
type ReportRoundPage = db.Items[round.Round] // @name ReportRoundPage

// listRounds gives report rounds, the nearest deadline first; how complete they are, for the culture office and the leader.
//
// @Summary List report rounds
// @ID listRounds
// @Tags rounds
// @Param plan_id query string false "of this plan" format(uuid)
// @Param state query string false "state" Enums(open, locked)
// @Success 200 {object} ReportRoundPage
// @Router /rounds [get]
func (a *API) listRounds(c echo.Context) error {
	q := newQuery(c)
	f := round.Filter{PlanID: q.id("plan_id"), State: oneOf(q, "state", round.Running, round.Locked)}
	page, err := q.page()
	if err != nil {
		return err
	}
	out, err := a.Rounds.List(c.Request().Context(), actor(c), f, page)
	return answer(c, http.StatusOK, out, err)
}

// getRound gives one report round.
//
// @Summary Read a report round
// @ID getRound
// @Tags rounds
// @Param id path string true "round" format(uuid)
// @Success 200 {object} round.Round
// @Router /rounds/{id} [get]
func (a *API) getRound(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Rounds.Find(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusOK, out, err)
}

// lockRound ends a round: none of its reports changes any more.
//
// @Summary Lock a report round
// @ID lockRound
// @Tags rounds
// @Param id path string true "round" format(uuid)
// @Success 200 {object} round.Round
// @Failure 409 {object} Problem "round.locked"
// @Router /rounds/{id}/lock [post]
func (a *API) lockRound(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	out, err := a.Reports.LockRound(c.Request().Context(), actor(c), id, v)
	return answer(c, http.StatusOK, out, err)
}

// getRoundFigures gives a round's figures as a workbook: the sums, each agency's, and how the reports came in.
//
// @Summary Download a round's figures (.xlsx)
// @ID getRoundFigures
// @Tags rounds
// @Produce application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
// @Param id path string true "round" format(uuid)
// @Success 200 {file} file
// @Router /rounds/{id}/figures.xlsx [get]
func (a *API) getRoundFigures(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	f, err := a.Reports.Figures(c.Request().Context(), actor(c), id)
	if err != nil {
		return err
	}
	return answerFile(c, xlsxType, f.Name, f.Body, f.Version)
}
