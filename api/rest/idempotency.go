package rest

import (
	"bytes"
	"crypto/sha256"
	"io"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/idempotency"
)

// idempotent makes a POST with an Idempotency-Key happen once: the answer is kept in the write's own transaction, for 24 hours,
// and replayed. It stands before If-Match, so that a repeated request whose first answer was lost is not told that it is stale.
// What is slow does the same itself (onceWith).
func (a *API) idempotent(r route) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		if r.kind != create && r.kind != verb && r.kind != bulk || r.isSlow() {
			return next
		}
		return func(c echo.Context) error {
			key, err := keyOf(c)
			if err != nil {
				return err
			}
			if key == "" {
				return next(c)
			}
			sum, err := bodySum(c)
			if err != nil {
				return err
			}
			return a.once(c, a.repeatable(c, key, sum), next)
		}
	}
}

// bodySum tells one body from another, and leaves it to be read.
func bodySum(c echo.Context) ([]byte, error) {
	raw, err := rawBody(c)
	if err != nil {
		return nil, err
	}
	c.Request().Body = io.NopCloser(bytes.NewReader(raw))
	sum := sha256.Sum256(append([]byte(c.Request().Header.Get(echo.HeaderContentType)+"\n"), raw...))
	return sum[:], nil
}

// onceWith does the same for a handler with something slow to do first, which is spared when the request was answered before, and
// which holds nothing in the database meanwhile. sum tells one body from another.
func (a *API) onceWith(c echo.Context, sum []byte, first func() error, then echo.HandlerFunc) error {
	key, err := keyOf(c)
	if err != nil {
		return err
	}
	request := a.repeatable(c, key, sum)
	if key != "" {
		earlier, err := db.InTx(c.Request().Context(), a.Pool, func(tx db.Tx) (*idempotency.Answer, error) { return idempotency.Begin(tx, request) })
		if err != nil {
			return err
		}
		if earlier != nil {
			return again(c, earlier)
		}
	}
	if err := first(); err != nil {
		return err
	}
	if key == "" {
		return then(c)
	}
	return a.once(c, request, then)
}

func keyOf(c echo.Context) (string, error) {
	key := c.Request().Header.Get("Idempotency-Key")
	const longest = 200
	if len(key) > longest {
		return "", fault.NewMalformed("input.header").At("Idempotency-Key", "input.too_long").With("limit", strconv.Itoa(longest))
	}
	if !plainText(key) {
		return "", fault.NewMalformed("input.header").At("Idempotency-Key", "input.unknown_value")
	}
	return key, nil
}

func (a *API) repeatable(c echo.Context, key string, sum []byte) idempotency.Request {
	return idempotency.Request{AccountID: actor(c).AccountID, Route: c.Request().Method + " " + c.Request().URL.EscapedPath(), Key: key, BodyHash: sum, At: a.machine.Now()}
}

func (a *API) once(c echo.Context, request idempotency.Request, next echo.HandlerFunc) error {
	kept, err := db.InTx(c.Request().Context(), a.Pool, func(tx db.Tx) (*idempotency.Answer, error) {
		earlier, err := idempotency.Begin(tx, request)
		if err != nil || earlier != nil {
			return earlier, err
		}
		return a.capture(c, tx, request, next)
	})
	if err != nil {
		return err
	}
	return again(c, kept)
}

// again answers with what was kept.
func again(c echo.Context, kept *idempotency.Answer) error {
	for name, value := range kept.Headers {
		if name == "Vary" { // beside what the answer varies by already
			c.Response().Header().Add(name, value)
			continue
		}
		c.Response().Header().Set(name, value)
	}
	if kept.Replayed {
		c.Response().Header().Set("Idempotent-Replayed", "true")
	}
	if kept.Status == http.StatusNoContent {
		return c.NoContent(kept.Status)
	}
	return c.Blob(kept.Status, kept.Headers[echo.HeaderContentType], kept.Body)
}

// capture runs the handler in the transaction and keeps its answer back until the transaction has been committed.
func (a *API) capture(c echo.Context, tx db.Tx, request idempotency.Request, next echo.HandlerFunc) (*idempotency.Answer, error) {
	held, err := hold(c, tx, next)
	if err != nil {
		return nil, err
	}
	kept := &idempotency.Answer{Status: held.status, Headers: map[string]string{}, Body: held.body.Bytes()}
	for _, name := range []string{echo.HeaderContentType, "ETag", echo.HeaderLocation, "Cache-Control", "Vary"} {
		if value := held.header.Get(name); value != "" {
			kept.Headers[name] = value
		}
	}
	if held.header.Get("Cache-Control") == noStore { // a secret told once is not kept
		return kept, nil
	}
	return kept, idempotency.Keep(tx, request, *kept)
}

// hold runs the handler in the transaction and keeps what it answers. Afterwards, even after a panic, the same response goes on
// as if nothing had been written: what wraps it (compression) still holds it.
func hold(c echo.Context, tx db.Tx, next echo.HandlerFunc) (*heldResponse, error) {
	response, ctx := c.Response(), c.Request().Context()
	original := response.Writer
	defer func() {
		c.SetRequest(c.Request().WithContext(ctx))
		response.Writer, response.Committed, response.Status, response.Size = original, false, http.StatusOK, 0
	}()
	held := &heldResponse{header: http.Header{}, status: http.StatusOK}
	response.Writer = held
	c.SetRequest(c.Request().WithContext(db.WithTx(ctx, tx)))
	return held, next(c)
}

// heldResponse keeps an answer back.
type heldResponse struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header is the held answer's, not yet the caller's.
func (h *heldResponse) Header() http.Header { return h.header }

// WriteHeader holds the status.
func (h *heldResponse) WriteHeader(status int) { h.status = status }

// Write holds the body.
func (h *heldResponse) Write(b []byte) (int, error) { return h.body.Write(b) }

func plainText(s string) bool {
	for _, r := range s {
		if r < 0x20 || r > 0x7e {
			return false
		}
	}
	return true
}
