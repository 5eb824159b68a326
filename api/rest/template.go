package rest

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lantoa/internal/db"
	"lantoa/internal/round"
)

// ReportTemplatePage is one page of report templates.
type ReportTemplatePage = db.Items[round.Template] // @name ReportTemplatePage

// listReportTemplates gives the report templates of the caller's committee, the newest first.
//
// @Summary List report templates
// @ID listReportTemplates
// @Tags rounds
// @Success 200 {object} ReportTemplatePage
// @Router /report-templates [get]
func (a *API) listReportTemplates(c echo.Context) error {
	page, err := newQuery(c).page()
	if err != nil {
		return err
	}
	out, err := a.Rounds.ListTemplates(c.Request().Context(), actor(c), page)
	return answer(c, http.StatusOK, out, err)
}

// getReportTemplate gives one report template.
//
// @Summary Read a report template
// @ID getReportTemplate
// @Tags rounds
// @Param id path string true "template" format(uuid)
// @Success 200 {object} round.Template
// @Router /report-templates/{id} [get]
func (a *API) getReportTemplate(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Rounds.FindTemplate(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusOK, out, err)
}

// createReportTemplate keeps a report template; rounds opened from now on may use it.
//
// @Summary Enter a report template
// @ID createReportTemplate
// @Tags rounds
// @Accept json
// @Param body body round.TemplateDraft true "the template"
// @Success 201 {object} round.Template
// @Failure 422 {object} Problem "template.code, template.code_twice, template.units, template.words_do_not_add_up"
// @Router /report-templates [post]
func (a *API) createReportTemplate(c echo.Context) error {
	in, err := input[round.TemplateDraft](c)
	if err != nil {
		return err
	}
	out, err := a.Rounds.CreateTemplate(c.Request().Context(), actor(c), in)
	return answer(c, http.StatusCreated, out, err)
}

// changeReportTemplate edits a report template; rounds that are open keep the sections they opened with.
//
// @Summary Change a report template
// @ID changeReportTemplate
// @Tags rounds
// @Accept json
// @Param id path string true "template" format(uuid)
// @Param body body round.TemplateDraft true "what changes (JSON merge patch)"
// @Success 200 {object} round.Template
// @Failure 422 {object} Problem "template.code, template.code_twice, template.units, template.words_do_not_add_up"
// @Router /report-templates/{id} [patch]
func (a *API) changeReportTemplate(c echo.Context) error {
	id, v, patch, err := patchOf(c)
	if err != nil {
		return err
	}
	out, err := a.Rounds.ChangeTemplate(c.Request().Context(), actor(c), id, v, patch)
	return answer(c, http.StatusOK, out, err)
}
