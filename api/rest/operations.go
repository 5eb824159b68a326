package rest

import (
	"context"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"lantoa/internal/db"
)

// operations adds what runs the system rather than the town: health, figures, keys, the contract, and the web app.
func (a *API) operations(e *echo.Echo) {
	e.GET("/healthz", func(c echo.Context) error { return c.JSON(http.StatusOK, map[string]string{"status": "alive"}) })
	e.GET("/readyz", a.ready)
	e.GET("/metrics", echo.WrapHandler(promhttp.HandlerFor(a.Metrics, promhttp.HandlerOpts{DisableCompression: true})))
	e.GET("/.well-known/jwks.json", a.keys)
	contract(e)
	if a.Web != nil {
		e.GET("/*", a.web)
		e.HEAD("/*", a.web)
	}
}

// web gives the web app for every address that is not the API's.
func (a *API) web(c echo.Context) error {
	if path := c.Request().URL.Path; path == "/api" || strings.HasPrefix(path, "/api/") {
		return echo.ErrNotFound
	}
	a.Web.ServeHTTP(c.Response(), c.Request())
	return nil
}

func (a *API) ready(c echo.Context) error {
	ctx, cancel := context.WithTimeout(c.Request().Context(), 2*time.Second)
	defer cancel()
	if err := db.Conn(ctx, a.Pool).Exec("SELECT 1").Error; err != nil {
		return c.JSON(http.StatusServiceUnavailable, map[string]string{"status": "database unreachable"})
	}
	return c.JSON(http.StatusOK, map[string]string{"status": "ready"})
}

func newDuration(metrics *prometheus.Registry) *prometheus.HistogramVec {
	return promauto.With(metrics).NewHistogramVec(prometheus.HistogramOpts{
		Name: "lantoa_http_request_seconds", Help: "Time to answer a request.", Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
	}, []string{"method", "route", "status"})
}

// observe logs and counts each request once it has been answered.
func (a *API) observe(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		begun := a.machine()
		if err := next(c); err != nil {
			c.Error(err)
		}
		took := a.machine().Sub(begun)
		a.duration.WithLabelValues(knownMethod(c.Request().Method), c.Path(), strconv.Itoa(c.Response().Status)).Observe(took.Seconds())
		a.Log.DebugContext(c.Request().Context(), "request", slog.String("request", requestOf(c)),
			slog.String("method", c.Request().Method), slog.String("route", c.Path()), slog.Int("status", c.Response().Status), slog.Duration("took", took))
		return nil
	}
}

// knownMethod keeps invented methods from making a series of figures each.
func knownMethod(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return method
	}
	return "other"
}
