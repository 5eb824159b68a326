// Package limit is what is fastest on this machine with the same parts: bare Echo handlers over pgx with hand-written SQL, which
// give the same answers byte for byte, check the token and read the account's row, and nothing else of what the product does.
package limit

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/labstack/echo/v4"

	"lantoa/api/rest"
	"lantoa/internal/access"
	"lantoa/internal/clock"
)

// Options say what the limit runs on: the same as the product beside it.
type Options struct {
	DatabaseURL, KeyDir, PublicURL string
	Connections                    int
	Clock                          time.Time
}

type server struct {
	pool   *pgxpool.Pool
	tokens *rest.Tokens
	clock  clock.Clock
}

// Serve answers at a listener until the context ends.
func Serve(ctx context.Context, listener net.Listener, o Options) error {
	settings, err := pgxpool.ParseConfig(o.DatabaseURL)
	if err != nil {
		return err
	}
	settings.MaxConns = int32(o.Connections) //nolint:gosec // a small number
	settings.AfterConnect = func(_ context.Context, conn *pgx.Conn) error {
		conn.TypeMap().RegisterType(&pgtype.Type{Name: "timestamptz", OID: pgtype.TimestamptzOID, Codec: &pgtype.TimestamptzCodec{ScanLocation: clock.Zone}})
		return nil
	}
	pool, err := pgxpool.NewWithConfig(ctx, settings)
	if err != nil {
		return err
	}
	defer pool.Close()
	tokens, err := rest.OpenTokens(o.KeyDir, o.PublicURL, clock.System())
	if err != nil {
		return err
	}
	s := &server{pool: pool, tokens: tokens, clock: clock.From(o.Clock)}
	served := &http.Server{Handler: s.handler(), ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { _ = served.Close() })
	if err := served.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (s *server) handler() http.Handler {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	api := e.Group("/api/v1", s.authenticate)
	api.GET("/me", s.me)
	api.GET("/plans/:id", s.plan)
	api.GET("/agencies", s.agencies)
	api.GET("/assignments", s.assignments)
	api.GET("/assignments/:id", s.assignment)
	api.GET("/assignments/:id/updates", s.updates)
	api.POST("/assignments/:id/updates", s.record)
	api.GET("/reports", s.reports)
	api.GET("/reports/:id", s.report)
	api.PATCH("/reports/:id", s.save)
	return e
}

// authenticate checks the token and reads the account's row.
func (s *server) authenticate(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		token := strings.TrimPrefix(c.Request().Header.Get(echo.HeaderAuthorization), "Bearer ")
		said, err := s.tokens.Read(token) // by golang-jwt, each time
		if err != nil {
			return echo.ErrUnauthorized
		}
		by := access.Actor{AccountID: said.AccountID, SessionID: said.SessionID}
		var mustChange bool
		err = s.pool.QueryRow(c.Request().Context(), "SELECT agency_id, role, position, must_change_password FROM accounts WHERE id = $1 AND state = 'active'", [16]byte(said.AccountID)).
			Scan(raw(&by.AgencyID), (*string)(&by.Role), (*string)(&by.Position), &mustChange)
		if err != nil || mustChange {
			return echo.ErrUnauthorized
		}
		c.Set("actor", by)
		return next(c)
	}
}

func actor(c echo.Context) access.Actor {
	by, _ := c.Get("actor").(access.Actor)
	return by
}

// answer writes JSON as the product writes it: letters as they are, no newline at the end.
func answer(c echo.Context, status int, out any) error {
	var body bytes.Buffer
	e := json.NewEncoder(&body)
	e.SetEscapeHTML(false)
	if err := e.Encode(out); err != nil {
		return err
	}
	return c.Blob(status, echo.MIMEApplicationJSON, bytes.TrimSuffix(body.Bytes(), []byte("\n")))
}

// raw is where pgx puts a UUID without parsing it.
func raw(id *uuid.UUID) *[16]byte { return (*[16]byte)(id) }

// page is one page of a list.
type page[T any] struct {
	Items      []T     `json:"items"`
	NextCursor *string `json:"next_cursor"`
}

const pageRows = 50

// after makes a page of up to 51 rows, its cursor written as the product writes it.
func after[T any](items []T, sort string, key func(T) (string, string)) page[T] {
	out := page[T]{Items: items}
	if len(items) > pageRows {
		out.Items = items[:pageRows]
		k, id := key(items[pageRows-1])
		next := cursor(sort, k, id)
		out.NextCursor = &next
	}
	return out
}
