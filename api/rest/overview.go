package rest

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lantoa/internal/db"
)

// getOverview gives the caller's home page: an office what it owes, the culture office what waits for it and who is late, the
// leader what to decide.
//
// @Summary Read the home page
// @ID getOverview
// @Tags overview
// @Success 200 {object} overview.Home
// @Router /overview [get]
func (a *API) getOverview(c echo.Context) error {
	out, err := a.Overview.Home(c.Request().Context(), actor(c))
	return answer(c, http.StatusOK, out, err)
}

// getPlanMatrix gives a plan's agencies against its rounds and tasks: to the culture office and the leader whole, to the others
// what they see of it.
//
// @Summary Read a plan's matrix
// @Description Its rows come in pages, its columns with each of them, its totals over all agencies with the first.
// @ID getPlanMatrix
// @Tags overview
// @Param id path string true "plan" format(uuid)
// @Param limit query int false "rows of the page" minimum(1) maximum(200) default(50)
// @Param cursor query string false "next_cursor of the page before"
// @Success 200 {object} overview.Matrix
// @Router /plans/{id}/matrix [get]
func (a *API) getPlanMatrix(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	q := newQuery(c)
	page := db.Page{Limit: q.number("limit", 50, 1, 200), Cursor: q.text("cursor")}
	if q.err() != nil {
		return q.err()
	}
	out, err := a.Overview.Matrix(c.Request().Context(), actor(c), id, page)
	return answer(c, http.StatusOK, out, err)
}
