package rest

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/record"
	"lantoa/internal/wire"
)

// pathID reads the id of the path; what is no UUID names nothing that exists.
func pathID(c echo.Context) (uuid.UUID, error) {
	id, err := uuid.Parse(c.Param("id"))
	if err != nil {
		return uuid.Nil, fault.NewNotFound("resource.not_found").Because(err)
	}
	return id, nil
}

// input reads a JSON body into a request struct.
func input[T any](c echo.Context) (T, error) {
	var in T
	raw, err := rawBody(c)
	if err != nil {
		return in, err
	}
	return in, wire.Decode(raw, &in)
}

// target reads what a verb with a body needs: which, from which version, and what.
func target[T any](c echo.Context) (uuid.UUID, record.Version, T, error) {
	var in T
	id, err := pathID(c)
	if err != nil {
		return id, 0, in, err
	}
	in, err = input[T](c)
	return id, versionOf(c), in, err
}

// aim reads what a verb without a body needs: which, and from which version.
func aim(c echo.Context) (uuid.UUID, record.Version, error) {
	id, err := pathID(c)
	return id, versionOf(c), err
}

// patchOf reads a JSON merge patch with its target.
func patchOf(c echo.Context) (uuid.UUID, record.Version, wire.Patch, error) {
	id, err := pathID(c)
	if err != nil {
		return id, 0, nil, err
	}
	raw, err := rawBody(c)
	return id, versionOf(c), raw, err
}

func rawBody(c echo.Context) ([]byte, error) { return io.ReadAll(c.Request().Body) }

func mediaType(c echo.Context) string {
	media, params, err := mime.ParseMediaType(c.Request().Header.Get(echo.HeaderContentType))
	if err != nil || params["charset"] != "" && params["charset"] != "utf-8" && params["charset"] != "UTF-8" {
		return ""
	}
	return media
}

// query reads parameters. Those that are wrong are gathered, each by its name: input.query (400).
type query struct {
	c       echo.Context
	problem *fault.Error
}

func newQuery(c echo.Context) *query { return &query{c: c} }

// page reads limit, cursor, sort and count; its error is that of the parameters read so far.
func (q *query) page() (db.Page, error) {
	page := db.Page{Limit: q.number("limit", 50, 1, 200), Cursor: q.text("cursor"), Sort: q.text("sort"), Count: q.flag("count")}
	return page, q.err()
}

func (q *query) err() error {
	if q.problem == nil {
		return nil
	}
	return q.problem
}

// wrong tells of each parameter what was found first.
func (q *query) wrong(name, code string) {
	if q.problem == nil {
		q.problem = fault.NewMalformed("input.query")
	}
	if !slices.ContainsFunc(q.problem.Fields, func(f fault.Field) bool { return f.Pointer == name }) {
		q.problem = q.problem.At(name, code)
	}
}

func (q *query) text(name string) string {
	const longest = 2000
	s, err := wire.Clean(q.c.QueryParam(name))
	if err != nil {
		q.wrong(name, fault.CodeOf(err))
		return ""
	}
	if utf8.RuneCountInString(s) > longest {
		q.wrong(name, "input.too_long")
		q.problem = q.problem.With("limit", strconv.Itoa(longest))
		return ""
	}
	return s
}

func (q *query) flag(name string) bool {
	switch q.text(name) {
	case "", "false":
		return false
	case "true":
		return true
	}
	q.wrong(name, "input.wrong_type")
	return false
}

func (q *query) number(name string, fallback, low, high int) int {
	s := q.text(name)
	if s == "" {
		return fallback
	}
	n, err := strconv.Atoi(s)
	switch {
	case errors.Is(err, strconv.ErrSyntax):
		q.wrong(name, "input.wrong_type")
	case err != nil || n < low || n > high:
		q.wrong(name, "input.unknown_value")
	default:
		return n
	}
	return fallback
}

func (q *query) id(name string) *uuid.UUID {
	s := q.text(name)
	if s == "" {
		return nil
	}
	id, err := uuid.Parse(s)
	if err != nil {
		q.wrong(name, "input.wrong_type")
		return nil
	}
	return &id
}

func (q *query) day(name string) *day.Day {
	s := q.text(name)
	if s == "" {
		return nil
	}
	d, err := day.Parse(s)
	if err != nil {
		q.wrong(name, "input.date")
		return nil
	}
	return &d
}

// oneOf reads an enum value among those known; blank when absent.
func oneOf[T ~string](q *query, name string, known ...T) T {
	s := T(q.text(name))
	if s == "" {
		return s
	}
	if !slices.Contains(known, s) {
		q.wrong(name, "input.unknown_value")
		return ""
	}
	return s
}

// bodyLimit refuses a content type the route does not take (415) and bounds the body (413).
func (a *API) bodyLimit(r route) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			const envelope = 1 << 16 // the multipart parts beside the file
			limit := a.Settings.JSONBytes
			switch r.takes {
			case document:
				limit = a.Settings.PlanBytes + envelope
			case attachment:
				limit = a.Settings.AttachmentBytes + envelope
			default: // JSON, or nothing
			}
			if r.takes != nothing && !takes(r.takes, mediaType(c)) {
				return fault.New(fault.WrongType, "input.media_type")
			}
			if c.Request().ContentLength > limit {
				return tooLarge(limit)
			}
			c.Request().Body = http.MaxBytesReader(c.Response(), c.Request().Body, limit)
			return next(c)
		}
	}
}

func takes(b body, media string) bool {
	switch b {
	case jsonBody:
		return media == "application/json"
	case mergePatch:
		return media == "application/merge-patch+json" || media == "application/json"
	case document:
		return media == "multipart/form-data" || media == "text/plain"
	case attachment:
		return media == "multipart/form-data"
	default:
		return true
	}
}
