package rest

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"lantoa/internal/agency"
	"lantoa/internal/db"
)

// AgencyPage is one page of agencies.
type AgencyPage = db.Items[agency.Agency] // @name AgencyPage

// AgencyGroupPage is one page of groups.
type AgencyGroupPage = db.Items[agency.Group] // @name AgencyGroupPage

// listAgencies gives the register of agencies.
//
// @Summary List agencies
// @ID listAgencies
// @Tags agencies
// @Param q query string false "words of the name, with or without diacritics"
// @Param kind query string false "kind"
// @Param parent_id query string false "directly under this agency" format(uuid)
// @Param valid_on query string false "existing on this day" format(date)
// @Success 200 {object} AgencyPage
// @Router /agencies [get]
func (a *API) listAgencies(c echo.Context) error {
	q := newQuery(c)
	f := agency.Filter{Q: q.text("q"), Kind: agency.Kind(q.text("kind")), ParentID: q.id("parent_id"), ValidOn: q.day("valid_on")}
	page, err := q.page()
	if err != nil {
		return err
	}
	out, err := a.Agencies.List(c.Request().Context(), actor(c), f, page)
	return answer(c, http.StatusOK, out, err)
}

// getAgency gives one agency.
//
// @Summary Read an agency
// @ID getAgency
// @Tags agencies
// @Param id path string true "agency" format(uuid)
// @Success 200 {object} agency.Agency
// @Router /agencies/{id} [get]
func (a *API) getAgency(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Agencies.Find(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusOK, out, err)
}

// createAgency enters an agency into the register.
//
// @Summary Enter an agency
// @ID createAgency
// @Tags agencies
// @Accept json
// @Param body body agency.Input true "particulars"
// @Success 201 {object} agency.Agency
// @Router /agencies [post]
func (a *API) createAgency(c echo.Context) error {
	in, err := input[agency.Input](c)
	if err != nil {
		return err
	}
	out, err := a.Agencies.Create(c.Request().Context(), actor(c), in)
	return answer(c, http.StatusCreated, out, err)
}

// changeAgency edits an agency.
//
// @Summary Change an agency
// @ID changeAgency
// @Tags agencies
// @Accept json
// @Param id path string true "agency" format(uuid)
// @Param body body agency.Input true "what changes (JSON merge patch)"
// @Success 200 {object} agency.Agency
// @Failure 422 {object} Problem "agency.own_parent"
// @Router /agencies/{id} [patch]
func (a *API) changeAgency(c echo.Context) error {
	id, v, patch, err := patchOf(c)
	if err != nil {
		return err
	}
	out, err := a.Agencies.Change(c.Request().Context(), actor(c), id, v, patch)
	return answer(c, http.StatusOK, out, err)
}

// listGroups gives the groups of agencies.
//
// @Summary List groups of agencies
// @ID listAgencyGroups
// @Tags agencies
// @Success 200 {object} AgencyGroupPage
// @Router /agency-groups [get]
func (a *API) listGroups(c echo.Context) error {
	page, err := newQuery(c).page()
	if err != nil {
		return err
	}
	out, err := a.Agencies.Groups(c.Request().Context(), actor(c), page)
	return answer(c, http.StatusOK, out, err)
}

// getGroup gives one group.
//
// @Summary Read a group of agencies
// @ID getAgencyGroup
// @Tags agencies
// @Param id path string true "group" format(uuid)
// @Success 200 {object} agency.Group
// @Router /agency-groups/{id} [get]
func (a *API) getGroup(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Agencies.Group(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusOK, out, err)
}

// createGroup enters a group.
//
// @Summary Enter a group of agencies
// @ID createAgencyGroup
// @Tags agencies
// @Accept json
// @Param body body agency.GroupInput true "particulars"
// @Success 201 {object} agency.Group
// @Router /agency-groups [post]
func (a *API) createGroup(c echo.Context) error {
	in, err := input[agency.GroupInput](c)
	if err != nil {
		return err
	}
	out, err := a.Agencies.CreateGroup(c.Request().Context(), actor(c), in)
	return answer(c, http.StatusCreated, out, err)
}

// changeGroup edits a group; the culture office may change the members alone.
//
// @Summary Change a group of agencies
// @ID changeAgencyGroup
// @Tags agencies
// @Accept json
// @Param id path string true "group" format(uuid)
// @Param body body agency.GroupInput true "what changes (JSON merge patch)"
// @Success 200 {object} agency.Group
// @Router /agency-groups/{id} [patch]
func (a *API) changeGroup(c echo.Context) error {
	id, v, patch, err := patchOf(c)
	if err != nil {
		return err
	}
	out, err := a.Agencies.ChangeGroup(c.Request().Context(), actor(c), id, v, patch)
	return answer(c, http.StatusOK, out, err)
}
