package rest

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lantoa/internal/assignment"
	"lantoa/internal/db"
)

// AssignmentPage is one page of assignments.
type AssignmentPage = db.Items[assignment.Assignment] // @name AssignmentPage

// ProgressUpdatePage is one page of progress updates.
type ProgressUpdatePage = db.Items[assignment.Update] // @name ProgressUpdatePage

// listAssignments gives the assignments that the caller sees, the nearest due first.
//
// @Summary List assignments
// @Description An agency sees its own and, where it leads a task, all of that task; the culture office and the leader see all.
// @ID listAssignments
// @Tags assignments
// @Param plan_id query string false "of this plan" format(uuid)
// @Param task_id query string false "of this task" format(uuid)
// @Param agency_id query string false "of this agency" format(uuid)
// @Param state query string false "state" Enums(assigned, received, in_progress, handed_in, completed, returned)
// @Param standing query string false "standing today" Enums(upcoming, due_soon, overdue, on_time, late, no_deadline, awaiting)
// @Param part query string false "part in the task" Enums(lead, coordinate)
// @Param due_before query string false "due on an earlier day" format(date)
// @Success 200 {object} AssignmentPage
// @Router /assignments [get]
func (a *API) listAssignments(c echo.Context) error {
	q := newQuery(c)
	f := assignment.Filter{PlanID: q.id("plan_id"), TaskID: q.id("task_id"), AgencyID: q.id("agency_id"), DueBefore: q.day("due_before"),
		State: oneOf(q, "state", assignment.States()...), Standing: oneOf(q, "standing", assignment.Standings()...),
		Part: oneOf(q, "part", assignment.Lead, assignment.Coordinate)}
	page, err := q.page()
	if err != nil {
		return err
	}
	out, err := a.Assignments.List(c.Request().Context(), actor(c), f, page)
	return answer(c, http.StatusOK, out, err)
}

// getAssignment gives one assignment.
//
// @Summary Read an assignment
// @ID getAssignment
// @Tags assignments
// @Param id path string true "assignment" format(uuid)
// @Success 200 {object} assignment.Assignment
// @Router /assignments/{id} [get]
func (a *API) getAssignment(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Assignments.Find(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusOK, out, err)
}

// receiveAssignment acknowledges an assignment.
//
// @Summary Acknowledge an assignment
// @ID receiveAssignment
// @Tags assignments
// @Param id path string true "assignment" format(uuid)
// @Success 200 {object} assignment.Assignment
// @Failure 409 {object} Problem "state.conflict; plan.closed"
// @Router /assignments/{id}/receive [post]
func (a *API) receiveAssignment(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	out, err := a.Assignments.Receive(c.Request().Context(), actor(c), id, v)
	return answer(c, http.StatusOK, out, err)
}

// startAssignment begins the work, or takes it up again after a return.
//
// @Summary Begin the work
// @ID startAssignment
// @Tags assignments
// @Param id path string true "assignment" format(uuid)
// @Success 200 {object} assignment.Assignment
// @Failure 409 {object} Problem "state.conflict; plan.closed"
// @Router /assignments/{id}/start [post]
func (a *API) startAssignment(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	out, err := a.Assignments.Start(c.Request().Context(), actor(c), id, v)
	return answer(c, http.StatusOK, out, err)
}

// handInAssignment says that an agency's work is done.
//
// @Summary Hand in an assignment
// @ID handInAssignment
// @Tags assignments
// @Accept json
// @Param id path string true "assignment" format(uuid)
// @Param body body assignment.HandingIn true "what was done, and when"
// @Success 200 {object} assignment.Assignment
// @Failure 409 {object} Problem "state.conflict; plan.closed"
// @Failure 422 {object} Problem "assignment.done_in_the_future; secrecy.stamp"
// @Router /assignments/{id}/hand-in [post]
func (a *API) handInAssignment(c echo.Context) error {
	id, v, in, err := target[assignment.HandingIn](c)
	if err != nil {
		return err
	}
	out, err := a.Assignments.HandIn(c.Request().Context(), actor(c), id, v, in)
	return answer(c, http.StatusOK, out, err)
}

// confirmAssignment accepts what was handed in.
//
// @Summary Confirm what was handed in
// @Description The culture office confirms the others' work, the leader that of the culture office.
// @ID confirmAssignment
// @Tags assignments
// @Param id path string true "assignment" format(uuid)
// @Success 200 {object} assignment.Assignment
// @Failure 409 {object} Problem "state.conflict; plan.closed"
// @Router /assignments/{id}/confirm [post]
func (a *API) confirmAssignment(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	out, err := a.Assignments.Confirm(c.Request().Context(), actor(c), id, v)
	return answer(c, http.StatusOK, out, err)
}

// returnAssignment gives what was handed in back.
//
// @Summary Return what was handed in
// @ID returnAssignment
// @Tags assignments
// @Accept json
// @Param id path string true "assignment" format(uuid)
// @Param body body assignment.Returning true "what is lacking"
// @Success 200 {object} assignment.Assignment
// @Failure 409 {object} Problem "state.conflict; plan.closed"
// @Router /assignments/{id}/return [post]
func (a *API) returnAssignment(c echo.Context) error {
	id, v, in, err := target[assignment.Returning](c)
	if err != nil {
		return err
	}
	out, err := a.Assignments.Return(c.Request().Context(), actor(c), id, v, in)
	return answer(c, http.StatusOK, out, err)
}

// listAssignmentUpdates gives the progress of an assignment, the newest first.
//
// @Summary List an assignment's progress updates
// @ID listAssignmentUpdates
// @Tags assignments
// @Param id path string true "assignment" format(uuid)
// @Success 200 {object} ProgressUpdatePage
// @Router /assignments/{id}/updates [get]
func (a *API) listAssignmentUpdates(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	page, err := newQuery(c).page()
	if err != nil {
		return err
	}
	out, err := a.Assignments.Updates(c.Request().Context(), actor(c), id, page)
	return answer(c, http.StatusOK, out, err)
}

// createAssignmentUpdate records what was done.
//
// @Summary Record progress
// @Description Starts the work if that was not yet said.
// @ID createAssignmentUpdate
// @Tags assignments
// @Accept json
// @Param id path string true "assignment" format(uuid)
// @Param body body assignment.UpdateInput true "what was done, when, and where it can be seen"
// @Success 201 {object} assignment.Update
// @Failure 409 {object} Problem "state.conflict; plan.closed"
// @Failure 422 {object} Problem "assignment.done_in_the_future; assignment.link; secrecy.stamp"
// @Router /assignments/{id}/updates [post]
func (a *API) createAssignmentUpdate(c echo.Context) error {
	id, _, in, err := target[assignment.UpdateInput](c)
	if err != nil {
		return err
	}
	out, err := a.Assignments.Record(c.Request().Context(), actor(c), id, in)
	return answer(c, http.StatusCreated, out, err)
}
