package rest

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lantoa/internal/db"
	"lantoa/internal/plan"
)

// TaskPage is one page of tasks.
type TaskPage = db.Items[plan.Task] // @name TaskPage

// listTasks gives the tasks of the plans that the caller sees.
//
// @Summary List tasks
// @ID listTasks
// @Tags plans
// @Param q query string false "words of the title, with or without diacritics"
// @Param plan_id query string false "of this plan" format(uuid)
// @Success 200 {object} TaskPage
// @Router /tasks [get]
func (a *API) listTasks(c echo.Context) error {
	q := newQuery(c)
	f := plan.TaskFilter{Q: q.text("q"), PlanID: q.id("plan_id")}
	page, err := q.page()
	if err != nil {
		return err
	}
	out, err := a.Plans.Tasks(c.Request().Context(), actor(c), f, page)
	return answer(c, http.StatusOK, out, err)
}

// getTask gives one task.
//
// @Summary Read a task
// @ID getTask
// @Tags plans
// @Param id path string true "task" format(uuid)
// @Success 200 {object} plan.Task
// @Router /tasks/{id} [get]
func (a *API) getTask(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Plans.Task(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusOK, out, err)
}
