package rest

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/prometheus/client_golang/prometheus"

	"lantoa/internal/account"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/file"
	"lantoa/internal/issuing"
	"lantoa/internal/overview"
	"lantoa/internal/plan"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// API is everything that the endpoints use, wired by New.
type API struct {
	Pool     db.Tx
	Log      *slog.Logger
	Settings Settings
	Metrics  *prometheus.Registry
	Web      http.Handler // the built web app; nil serves the API alone
	duration *prometheus.HistogramVec
	machine  clock.Clock // the machine's time: how long answers took and are kept, how often one may ask

	Tokens      *Tokens
	Accounts    *account.Store
	Agencies    *agency.Store
	Plans       *plan.Store
	Issuing     *issuing.Act
	Assignments *assignment.Store
	Rounds      *round.Store
	Reports     *report.Store
	Overview    *overview.Store
	Files       *file.Store
	Events      *event.Log
}

// Parts is what the stores are built on.
type Parts struct {
	Pool      db.Tx
	Log       *slog.Logger
	Settings  Settings
	Business  clock.Clock // the office's time
	Machine   clock.Clock // the machine's time: tokens, sessions, lockout, limits
	Tokens    *Tokens
	Passwords *account.Passwords
	Limits    account.Limits
	Terms     account.Terms
	LogKey    []byte     // of the log's chain
	LogMark   event.Mark // where the log's last seal is kept outside the database; blank: nowhere

	DueSoonDays int    // calendar days before the last good day from which «due soon» holds
	BlobURL     string // where attachments are kept
}

// New wires the stores by hand.
func New(p Parts) *API {
	metrics := prometheus.NewRegistry()
	plans := &plan.Store{DB: p.Pool, Clock: p.Business}
	rounds := &round.Store{DB: p.Pool, Clock: p.Business, DueSoonDays: p.DueSoonDays}
	return &API{
		Pool: p.Pool, Log: p.Log, Settings: p.Settings, Metrics: metrics, duration: newDuration(metrics), machine: p.Machine, Tokens: p.Tokens,
		Accounts:    &account.Store{DB: p.Pool, Clock: p.Business, Machine: p.Machine, Passwords: p.Passwords, Limits: p.Limits, Terms: p.Terms},
		Agencies:    &agency.Store{DB: p.Pool, Clock: p.Business},
		Plans:       plans,
		Issuing:     &issuing.Act{DB: p.Pool, Clock: p.Business, Plans: plans},
		Assignments: &assignment.Store{DB: p.Pool, Clock: p.Business, DueSoonDays: p.DueSoonDays},
		Rounds:      rounds,
		Reports:     &report.Store{DB: p.Pool, Clock: p.Business, Rounds: rounds, DueSoonDays: p.DueSoonDays},
		Overview:    &overview.Store{DB: p.Pool, Clock: p.Business, Plans: plans, DueSoonDays: p.DueSoonDays},
		Files:       &file.Store{DB: p.Pool, Clock: p.Business, Blobs: file.NewBlobs(p.BlobURL), Limit: p.Settings.AttachmentBytes},
		Events:      &event.Log{DB: p.Pool, Key: p.LogKey, Mark: p.LogMark},
	}
}

// Settings are the limits and addresses of the API.
type Settings struct {
	PublicURL           string        // where the system is reached, for problem types and cookies
	CORSOrigins         []string      // empty: CORS is off
	JSONBytes           int64         // largest JSON body
	PlanBytes           int64         // largest plan document
	AttachmentBytes     int64         // largest attachment
	RatePerMinute       int           // requests an account (or, not signed in, an address) may make; 0: no limit
	LoginRatePerMinute  int           // sign-in attempts from one address; 0: no limit
	RequestTimeout      time.Duration // for one request
	Demonstration       bool
	TrustProxyAddresses bool // take the caller's address from X-Forwarded-For of a private proxy
}

// Handler gives the whole HTTP surface: the middleware, in order, once.
func (a *API) Handler() http.Handler {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = a.fail
	e.IPExtractor = echo.ExtractIPDirect()
	if a.Settings.TrustProxyAddresses {
		e.IPExtractor = behindProxy
	}
	e.Use(a.requestID, a.observe, a.rescue, a.secure, middleware.GzipWithConfig(middleware.GzipConfig{MinLength: 1 << 10, Skipper: packed}))
	if len(a.Settings.CORSOrigins) > 0 {
		e.Use(middleware.CORSWithConfig(middleware.CORSConfig{
			AllowOrigins: a.Settings.CORSOrigins, AllowHeaders: []string{"Authorization", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key", "Accept-Language"},
			ExposeHeaders: []string{"ETag", "X-Request-Id", "Retry-After", "Idempotent-Replayed"},
		}))
	}
	limits := newLimits(a.Settings, a.machine)
	for _, r := range a.routes() {
		e.Add(r.method, "/api/v1"+r.path, r.handler, a.guard(r, limits)...)
	}
	a.operations(e)
	return e
}

// behindProxy gives the address that the proxy saw: the last of X-Forwarded-For, when the one who connects has a private address.
func behindProxy(r *http.Request) string {
	direct := echo.ExtractIPDirect()(r)
	seen := r.Header.Values(echo.HeaderXForwardedFor)
	peer, err := netip.ParseAddr(direct)
	if err != nil || len(seen) == 0 || !peer.IsPrivate() && !peer.IsLoopback() && !peer.IsLinkLocalUnicast() {
		return direct
	}
	list := strings.Split(seen[len(seen)-1], ",")
	last, err := netip.ParseAddr(strings.TrimSpace(list[len(list)-1]))
	if err != nil {
		return direct
	}
	return last.String()
}

// guard gives a route's own middleware: who asks, how often, may the role, how large, and what the kind demands.
func (a *API) guard(r route, limits *limits) []echo.MiddlewareFunc {
	return []echo.MiddlewareFunc{a.timeLimit(r), limits.strangers, a.authenticate(r), limits.middleware(r), a.transfer(r), knownQuery(r), a.bodyLimit(r), a.conditions(r), a.idempotent(r)}
}

// TransferTime is how long a request may take that carries a file: 50 MB from a commune at half a megabit a second.
const TransferTime = 15 * time.Minute

func (a *API) timeLimit(r route) echo.MiddlewareFunc {
	limit := a.Settings.RequestTimeout
	if r.carriesFile() {
		limit = TransferTime
	}
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if limit <= 0 {
				return next(c)
			}
			ctx, cancel := context.WithTimeout(c.Request().Context(), limit)
			defer cancel()
			c.SetRequest(c.Request().WithContext(ctx))
			return next(c)
		}
	}
}

// transfer gives a file its time, once it is known who sends or fetches it: a stranger's connection keeps to the server's own limits.
func (a *API) transfer(r route) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		if !r.carriesFile() || a.Settings.RequestTimeout <= 0 {
			return next
		}
		return func(c echo.Context) error {
			if err := a.allow(c.Response(), TransferTime); err != nil {
				return err
			}
			return next(c)
		}
	}
}

// allow lets one connection take longer than the server allows all others, in both directions.
func (a *API) allow(w http.ResponseWriter, limit time.Duration) error {
	connection, until := http.NewResponseController(w), a.machine().Add(limit)
	err := errors.Join(connection.SetReadDeadline(until), connection.SetWriteDeadline(until))
	if errors.Is(err, http.ErrNotSupported) { // a test without a connection
		return nil
	}
	return err
}

const requestKey = "request"

// requestOf gives the id of the request.
func requestOf(c echo.Context) string {
	id, _ := c.Get(requestKey).(string)
	return id
}

// requestID takes the caller's X-Request-Id when it is a plain one, else makes one; it is answered, logged and in every problem.
func (a *API) requestID(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		id := c.Request().Header.Get(echo.HeaderXRequestID)
		if !plainID(id) {
			id = uuid.Must(uuid.NewV7()).String()
		}
		c.Set(requestKey, id)
		c.Response().Header().Set(echo.HeaderXRequestID, id)
		return next(c)
	}
}

// packed says which answers are packed already: documents, files, and the web app by its build.
func packed(c echo.Context) bool {
	path := c.Request().URL.Path
	return c.Path() == "/*" || strings.HasSuffix(path, "/content") || strings.HasSuffix(path, ".docx") || strings.HasSuffix(path, ".xlsx")
}

func plainID(id string) bool {
	if id == "" || len(id) > 100 {
		return false
	}
	for _, r := range id {
		if r != '-' && r != '_' && r != '.' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return false
		}
	}
	return true
}

// secure sets the headers that keep a browser from guessing, framing or fetching from elsewhere.
func (a *API) secure(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		if strings.HasPrefix(a.Settings.PublicURL, "https://") {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
		return next(c)
	}
}
