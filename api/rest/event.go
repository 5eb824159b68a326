package rest

import (
	"math"
	"net/http"

	"github.com/labstack/echo/v4"
)

// listEvents gives what happened, in the order of the log, as far as the caller may see it.
//
// @Summary Read the log
// @ID listEvents
// @Tags events
// @Param after query int false "go on after this number of the log" minimum(0)
// @Param noun_id query string false "history of one resource alone" format(uuid)
// @Success 200 {object} event.Feed
// @Router /events [get]
func (a *API) listEvents(c echo.Context) error {
	q := newQuery(c)
	after, noun, limit := q.number("after", 0, 0, math.MaxInt), q.id("noun_id"), q.number("limit", 50, 1, 200)
	if q.err() != nil {
		return q.err()
	}
	out, err := a.Events.List(c.Request().Context(), actor(c), int64(after), noun, limit)
	return answer(c, http.StatusOK, out, err)
}
