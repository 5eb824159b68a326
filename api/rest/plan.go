package rest

import (
	"net/http"
	"strconv"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/plan"
)

// PlanPage is one page of plans.
type PlanPage = db.Items[plan.Line] // @name PlanPage

// PlanGroupPage is the groups of one plan; always one page.
type PlanGroupPage = db.Items[plan.GroupUse] // @name PlanGroupPage

// listPlans gives the plans that the caller sees, the newest year first.
//
// @Summary List plans
// @Description A draft is seen by its drafters and the leader, an issued plan by every agency under its issuer.
// @ID listPlans
// @Tags plans
// @Param q query string false "words of number and title, with or without diacritics"
// @Param year query int false "year"
// @Param state query string false "state" Enums(draft, submitted, issued, closed)
// @Success 200 {object} PlanPage
// @Router /plans [get]
func (a *API) listPlans(c echo.Context) error {
	q := newQuery(c)
	f := plan.Filter{Q: q.text("q"), Year: q.number("year", 0, 1, 9999), State: oneOf(q, "state", plan.States()...)}
	page, err := q.page()
	if err != nil {
		return err
	}
	out, err := a.Plans.List(c.Request().Context(), actor(c), f, page)
	return answer(c, http.StatusOK, out, err)
}

// getPlan gives one plan with its tasks.
//
// @Summary Read a plan
// @ID getPlan
// @Tags plans
// @Param id path string true "plan" format(uuid)
// @Success 200 {object} plan.Plan
// @Router /plans/{id} [get]
func (a *API) getPlan(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Plans.Find(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusOK, out, err)
}

// createPlan drafts a plan.
//
// @Summary Draft a plan
// @ID createPlan
// @Tags plans
// @Accept json
// @Param body body plan.Draft true "the whole plan"
// @Success 201 {object} plan.Plan
// @Failure 422 {object} Problem "input.invalid, with the place of every mistake; secrecy.stamp"
// @Router /plans [post]
func (a *API) createPlan(c echo.Context) error {
	in, err := input[plan.Draft](c)
	if err != nil {
		return err
	}
	if err := a.checkTemplates(c, in); err != nil {
		return err
	}
	out, err := a.Plans.Create(c.Request().Context(), actor(c), in)
	return answer(c, http.StatusCreated, out, err)
}

// replacePlan writes a draft anew.
//
// @Summary Rewrite a draft
// @Description The whole plan; tasks that carry their id stay the same tasks, those without are new, those left out are gone.
// @ID replacePlan
// @Tags plans
// @Accept json
// @Param id path string true "plan" format(uuid)
// @Param body body plan.Draft true "the whole plan"
// @Success 200 {object} plan.Plan
// @Failure 409 {object} Problem "state.conflict"
// @Failure 422 {object} Problem "input.invalid, with the place of every mistake; secrecy.stamp"
// @Router /plans/{id} [put]
func (a *API) replacePlan(c echo.Context) error {
	id, v, in, err := target[plan.Draft](c)
	if err != nil {
		return err
	}
	if err := a.checkTemplates(c, in); err != nil {
		return err
	}
	out, err := a.Plans.Replace(c.Request().Context(), actor(c), id, v, in)
	return answer(c, http.StatusOK, out, err)
}

// checkTemplates names the reporting duties whose template there is none of: a plan does not know the templates, which stand above it.
func (a *API) checkTemplates(c echo.Context, in plan.Draft) error {
	var ids []uuid.UUID
	for _, duty := range in.Reporting {
		if duty.TemplateID != nil {
			ids = append(ids, *duty.TemplateID)
		}
	}
	missing, err := a.Rounds.MissingTemplates(c.Request().Context(), actor(c), ids)
	if err != nil {
		return err
	}
	var check fault.Check
	for i, duty := range in.Reporting {
		check.Require(duty.TemplateID == nil || !missing[*duty.TemplateID], "/reporting/"+strconv.Itoa(i)+"/template_id", "input.reference")
	}
	return check.Err()
}

// deletePlan throws a draft away.
//
// @Summary Delete a draft
// @ID deletePlan
// @Tags plans
// @Param id path string true "plan" format(uuid)
// @Success 204
// @Failure 409 {object} Problem "state.conflict"
// @Router /plans/{id} [delete]
func (a *API) deletePlan(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	return answer(c, http.StatusNoContent, nil, a.Plans.Delete(c.Request().Context(), actor(c), id, v))
}

// listPlanGroups tells who is meant by each group of a plan.
//
// @Summary List the groups named in a plan
// @Description As they resolve today; of an issued plan as they stood on the day of issuing.
// @ID listPlanGroups
// @Tags plans
// @Param id path string true "plan" format(uuid)
// @Success 200 {object} PlanGroupPage
// @Router /plans/{id}/groups [get]
func (a *API) listPlanGroups(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	groups, err := a.Plans.Groups(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusOK, PlanGroupPage{Items: groups}, err)
}

// getPlanDocument prints a plan as the official document.
//
// @Summary Download a plan as the official document
// @Description In the form of Decree 30/2020/NĐ-CP; read again by the import it gives the same plan.
// @ID getPlanDocument
// @Tags plans
// @Produce application/vnd.openxmlformats-officedocument.wordprocessingml.document
// @Param id path string true "plan" format(uuid)
// @Success 200 {file} binary
// @Router /plans/{id}/document.docx [get]
func (a *API) getPlanDocument(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Plans.Document(c.Request().Context(), actor(c), id)
	if err != nil {
		return err
	}
	return answerFile(c, docxType, out.Name, out.Body, out.Version)
}

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
