package rest

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lantoa/internal/plan"
)

// submitPlan lays a draft before the leader.
//
// @Summary Submit a plan to the leader
// @ID submitPlan
// @Tags plans
// @Param id path string true "plan" format(uuid)
// @Success 200 {object} plan.Plan
// @Failure 409 {object} Problem "state.conflict; plan.without_tasks"
// @Router /plans/{id}/submit [post]
func (a *API) submitPlan(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	out, err := a.Plans.Submit(c.Request().Context(), actor(c), id, v)
	return answer(c, http.StatusOK, out, err)
}

// sendBackPlan returns a submitted plan to its drafters.
//
// @Summary Send a plan back to its drafters
// @ID sendBackPlan
// @Tags plans
// @Accept json
// @Param id path string true "plan" format(uuid)
// @Param body body plan.SendingBack true "what is to be changed"
// @Success 200 {object} plan.Plan
// @Failure 409 {object} Problem "state.conflict"
// @Router /plans/{id}/send-back [post]
func (a *API) sendBackPlan(c echo.Context) error {
	id, v, in, err := target[plan.SendingBack](c)
	if err != nil {
		return err
	}
	out, err := a.Plans.SendBack(c.Request().Context(), actor(c), id, v, in)
	return answer(c, http.StatusOK, out, err)
}

// issuePlan makes a plan a document in force.
//
// @Summary Issue a plan
// @Description Resolves its groups on this day, assigns its tasks to every agency concerned and opens a round for each reporting duty.
// @ID issuePlan
// @Tags plans
// @Accept json
// @Param id path string true "plan" format(uuid)
// @Param body body plan.Issuing true "number and date"
// @Success 200 {object} plan.Plan
// @Failure 409 {object} Problem "state.conflict; plan.unmatched_names; plan.unsettled_groups; plan.strangers; plan.other_issuer; plan.reporting_incomplete; plan.no_template; plan.number_taken"
// @Failure 422 {object} Problem "plan.issued_in_the_future"
// @Router /plans/{id}/issue [post]
func (a *API) issuePlan(c echo.Context) error {
	id, v, in, err := target[plan.Issuing](c)
	if err != nil {
		return err
	}
	out, err := a.Issuing.Issue(c.Request().Context(), actor(c), id, v, in)
	return answer(c, http.StatusOK, out, err)
}

// closePlan sums a plan up.
//
// @Summary Close a plan
// @ID closePlan
// @Tags plans
// @Param id path string true "plan" format(uuid)
// @Success 200 {object} plan.Plan
// @Failure 409 {object} Problem "state.conflict; plan.rounds_open"
// @Router /plans/{id}/close [post]
func (a *API) closePlan(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	out, err := a.Issuing.Close(c.Request().Context(), actor(c), id, v)
	return answer(c, http.StatusOK, out, err)
}
