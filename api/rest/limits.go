package rest

import (
	"fmt"
	"math"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
	"golang.org/x/time/rate"

	"lantoa/internal/access"
	"lantoa/internal/account"
	"lantoa/internal/clock"
	"lantoa/internal/fault"
)

// limits bounds how often an account, or an address that has not signed in, may ask; signing in is bounded more strictly.
type limits struct {
	perMinute, loginPerMinute int
	machine                   clock.Clock

	mu      sync.Mutex
	buckets map[string]*bucket
	swept   time.Time
}

type bucket struct {
	limiter *rate.Limiter
	used    time.Time
}

func newLimits(s Settings, machine clock.Clock) *limits {
	return &limits{machine: machine, perMinute: s.RatePerMinute, loginPerMinute: s.LoginRatePerMinute, buckets: map[string]*bucket{}}
}

func (l *limits) middleware(r route) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			perMinute, who := l.perMinute, "account "+actor(c).AccountID.String()
			switch {
			case r.path == "/sessions" && r.method == http.MethodPost:
				perMinute, who = l.loginPerMinute, "signing in from "+placeOf(c)
			case r.action == access.Public:
				who = "address " + placeOf(c)
			}
			if perMinute <= 0 {
				return next(c)
			}
			return l.spend(c, who, perMinute, next)
		}
	}
}

// strangers bounds how often an address may come with a token that does not hold.
func (l *limits) strangers(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		err := next(c)
		counted := c.Response().Header().Get("RateLimit-Limit") != "" // signing in has its own, stricter limit
		if fault.KindOf(err) != fault.Unauthenticated || l.perMinute <= 0 || counted || c.Response().Committed {
			return err
		}
		return l.spend(c, "stranger at "+placeOf(c), l.perMinute, func(echo.Context) error { return err })
	}
}

// placeOf gives where a request comes from as the lockout counts it: an address, or the network of one subscriber.
func placeOf(c echo.Context) string { return account.PlaceOf(c.RealIP()) }

func (l *limits) spend(c echo.Context, who string, perMinute int, next echo.HandlerFunc) error {
	limiter := l.of(who, perMinute)
	allowed := limiter.Allow()
	h := c.Response().Header()
	h.Set("RateLimit-Limit", strconv.Itoa(perMinute))
	h.Set("RateLimit-Remaining", strconv.Itoa(int(max(0, math.Floor(limiter.Tokens())))))
	h.Set("RateLimit-Reset", fmt.Sprintf("%.0f", math.Ceil((float64(perMinute)-limiter.Tokens())*60/float64(perMinute))))
	if !allowed {
		h.Set("Retry-After", fmt.Sprintf("%.0f", math.Ceil(60/float64(perMinute))))
		return fault.New(fault.TooMany, "rate.exceeded")
	}
	return next(c)
}

// of gives a caller's bucket; those unused for ten minutes are full again and dropped.
func (l *limits) of(who string, perMinute int) *rate.Limiter {
	const idle = 10 * time.Minute
	now := l.machine()
	l.mu.Lock()
	defer l.mu.Unlock()
	if now.Sub(l.swept) > idle {
		for key, b := range l.buckets {
			if now.Sub(b.used) > idle {
				delete(l.buckets, key)
			}
		}
		l.swept = now
	}
	b := l.buckets[who]
	if b == nil {
		b = &bucket{limiter: rate.NewLimiter(rate.Every(time.Minute/time.Duration(perMinute)), perMinute)}
		l.buckets[who] = b
	}
	b.used = now
	return b.limiter
}
