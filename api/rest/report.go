package rest

import (
	"bytes"
	"context"
	"net/http"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"lantoa/internal/access"
	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/record"
	"lantoa/internal/report"
	"lantoa/internal/round"
	"lantoa/internal/wire"
)

// ReportPage is one page of reports, without their content.
type ReportPage = db.Items[report.Line] // @name ReportPage

// ReportRevisionPage is one page of a report's revisions.
type ReportRevisionPage = db.Items[report.Revision] // @name ReportRevisionPage

// listReports gives reports, the nearest deadline first: an agency its own, the culture office and the leader all.
//
// @Summary List reports
// @ID listReports
// @Tags reports
// @Param round_id query string false "of this round" format(uuid)
// @Param plan_id query string false "of this plan" format(uuid)
// @Param agency_id query string false "of this agency" format(uuid)
// @Param kind query string false "kind" Enums(agency, consolidated)
// @Param state query string false "state" Enums(draft, submitted, returned, accepted, exempted, locked, approved)
// @Param standing query string false "standing" Enums(upcoming, due_soon, on_time, late, missing, exempted, nil, no_deadline)
// @Success 200 {object} ReportPage
// @Router /reports [get]
func (a *API) listReports(c echo.Context) error {
	q := newQuery(c)
	f := report.Filter{
		RoundID: q.id("round_id"), PlanID: q.id("plan_id"), AgencyID: q.id("agency_id"),
		Kind:     oneOf(q, "kind", report.OfAgency, report.Consolidated),
		State:    oneOf(q, "state", report.States()...),
		Standing: oneOf(q, "standing", round.Standings()...),
	}
	page, err := q.page()
	if err != nil {
		return err
	}
	out, err := a.Reports.List(c.Request().Context(), actor(c), f, page)
	return answer(c, http.StatusOK, out, err)
}

// getReport gives one report with the sections it owes. Of another agency's unfinished work the content is left out.
//
// @Summary Read a report
// @ID getReport
// @Tags reports
// @Param id path string true "report" format(uuid)
// @Success 200 {object} report.Report
// @Router /reports/{id} [get]
func (a *API) getReport(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Reports.Find(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusOK, out, err)
}

// changeReport saves a draft as it is being written; after handing in, number, date and signature alone may still change.
//
// @Summary Save a report's draft
// @ID changeReport
// @Tags reports
// @Accept json
// @Param id path string true "report" format(uuid)
// @Param body body report.Editing true "what changes (JSON merge patch)"
// @Success 200 {object} report.Report
// @Failure 409 {object} Problem "state.conflict, round.locked"
// @Failure 422 {object} Problem "figure.negative, figure.too_big, figure.too_precise, report.unknown_section, report.unknown_indicator, report.nil_with_value, report.qualifier_without_value, report.not_a_pair, report.not_a_number, report.not_a_text, report.only_consolidated, report.only_agency, report.number, report.dated_in_the_future, secrecy.stamp"
// @Router /reports/{id} [patch]
func (a *API) changeReport(c echo.Context) error {
	id, v, patch, err := patchOf(c)
	if err != nil {
		return err
	}
	out, err := a.Reports.Edit(c.Request().Context(), actor(c), id, v, patch)
	return answer(c, http.StatusOK, out, err)
}

// submitReport hands a report in; it may carry the whole content, so that a phone that was offline sends one request. The
// answer holds the receipt's number and instant.
//
// @Summary Hand a report in
// @ID submitReport
// @Tags reports
// @Accept json
// @Param id path string true "report" format(uuid)
// @Param body body report.Submission false "the last content; without a body the report goes in as saved"
// @Success 200 {object} report.Report
// @Failure 409 {object} Problem "state.conflict, round.locked"
// @Failure 413 {object} Problem "input.too_large"
// @Failure 415 {object} Problem "input.media_type"
// @Failure 422 {object} Problem "report.empty, and what saving a draft may answer"
// @Router /reports/{id}/submit [post]
func (a *API) submitReport(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	in, err := optional[report.Submission](c)
	if err != nil {
		return err
	}
	out, err := a.Reports.Submit(c.Request().Context(), actor(c), id, v, in)
	return answer(c, http.StatusOK, out, err)
}

// optional reads a JSON body that may be left out.
func optional[T any](c echo.Context) (T, error) {
	var in T
	raw, err := rawBody(c)
	if err != nil || len(bytes.TrimSpace(raw)) == 0 {
		return in, err
	}
	if mediaType(c) != string(jsonBody) {
		return in, fault.New(fault.WrongType, "input.media_type")
	}
	return in, wire.Decode(raw, &in)
}

// reportVerb reads what a verb on a report says, and does it.
func reportVerb[T any](c echo.Context, do func(context.Context, access.Actor, uuid.UUID, record.Version, T) (*report.Report, error)) error {
	id, v, in, err := target[T](c)
	if err != nil {
		return err
	}
	out, err := do(c.Request().Context(), actor(c), id, v, in)
	return answer(c, http.StatusOK, out, err)
}

// listReportRevisions gives a report as it was handed in, each time.
//
// @Summary List a report's revisions
// @ID listReportRevisions
// @Tags reports
// @Param id path string true "report" format(uuid)
// @Success 200 {object} ReportRevisionPage
// @Router /reports/{id}/revisions [get]
func (a *API) listReportRevisions(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	page, err := newQuery(c).page()
	if err != nil {
		return err
	}
	out, err := a.Reports.Revisions(c.Request().Context(), actor(c), id, page)
	return answer(c, http.StatusOK, out, err)
}

// getReportDocument gives a report as the official document of Decree 30/2020; the consolidated one with its sums and appendices.
//
// @Summary Download a report (.docx)
// @ID getReportDocument
// @Tags reports
// @Produce application/vnd.openxmlformats-officedocument.wordprocessingml.document
// @Param id path string true "report" format(uuid)
// @Success 200 {file} file
// @Failure 403 {object} Problem "report.withheld"
// @Router /reports/{id}/document.docx [get]
func (a *API) getReportDocument(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	f, err := a.Reports.Document(c.Request().Context(), actor(c), id)
	if err != nil {
		return err
	}
	return answerFile(c, docxType, f.Name, f.Body, f.Version)
}
