package config

import (
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// refused adds values that can be read but make no sense, alone or together.
func (p problems) refused(c Config, given map[string]string) {
	p.needf("MODE", slices.Contains([]Mode{Production, Demonstration, Development}, c.Mode), "%q is neither production, demonstration nor development", c.Mode)
	p.needf("LOG_FORMAT", c.LogFormat == Text || c.LogFormat == JSON, "%q is neither text nor json", c.LogFormat)
	p.addresses(c, given)
	p.ranges(c)
	if c.Mode == Production {
		p.needf("CLOCK", c.Clock.IsZero(), "refused in production, where the office's time is the real time")
		p.needf("PUBLIC_URL", given["PUBLIC_URL"] != "", "production needs the address at which people reach it; to try it out, set MODE=demonstration")
		p.needf("PUBLIC_URL", strings.HasPrefix(c.PublicURL, "https://"), "%q does not begin with https://, which production needs", c.PublicURL)
	}
}

func (p problems) addresses(c Config, given map[string]string) {
	_, err := netip.ParseAddr(c.Address)
	p.needf("ADDRESS", err == nil, "%q is no IP address such as 127.0.0.1 or 0.0.0.0", c.Address)
	p.needf("PUBLIC_URL", given["PUBLIC_URL"] == "" || isOrigin(c.PublicURL), "%q is no address such as https://lantoa.example", c.PublicURL)
	for _, origin := range c.CORSOrigins {
		p.needf("CORS_ORIGINS", isOrigin(origin), "%q is no origin such as https://portal.example", origin)
	}
	for name, address := range map[string]string{"DATABASE_URL": c.DatabaseURL, "MIGRATION_DATABASE_URL": c.MigrationDatabaseURL} {
		if address != "" {
			u, err := url.Parse(address) // never shown: it holds a password
			p.needf(name, err == nil && u.Host != "" && (u.Scheme == "postgres" || u.Scheme == "postgresql"), "is not of the form postgres://user:password@host:port/database")
		}
	}
	p.needf("MIGRATION_DATABASE_URL", c.MigrationDatabaseURL == "" || c.DatabaseURL != "", "stands beside DATABASE_URL, which is not set")
	if c.BlobURL != "" {
		u, err := url.Parse(c.BlobURL)
		p.needf("BLOB_URL", err == nil && (u.Scheme == "file" && u.Path != "" && u.Host == "" || u.Scheme == "s3" && u.Host != ""), "is neither file:///folder nor s3://bucket")
	}
}

func isOrigin(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && (u.Path == "" || u.Path == "/") && u.RawQuery == "" && u.Fragment == "" && u.User == nil
}

func (p problems) ranges(c Config) {
	for _, r := range []struct {
		name           string
		value, lo, top int64
	}{
		{"PORT", int64(c.Port), 1, 65535},
		{"DATABASE_CONNECTIONS", int64(c.DatabaseConnections), 2, 1000},
		{"REFRESH_DAYS", int64(c.RefreshDays), 1, 365},
		{"SESSION_IDLE_HOURS", int64(c.SessionIdleHours), 1, 8760},
		{"REFRESH_GRACE_SECONDS", int64(c.RefreshGraceSeconds), 0, 300},
		{"LOCKOUT_FAILURES", int64(c.LockoutFailures), 1, 100},
		{"LOCKOUT_MINUTES", int64(c.LockoutMinutes), 1, 1440},
		{"LOCKOUT_SLOW_FAILURES", int64(c.LockoutSlowFailures), 0, 100_000},
		{"DISABLE_IDLE_DAYS", int64(c.DisableIdleDays), 0, 3650},
		{"PASSWORD_MIN_LENGTH", int64(c.PasswordMinLength), 8, 64},
		{"ARGON2_MEMORY_KIB", int64(c.Argon2Memory), 8, 4 << 20},
		{"ARGON2_PASSES", int64(c.Argon2Passes), 1, 100},
		{"RATE_PER_MINUTE", int64(c.RatePerMinute), 0, 1e6},
		{"LOGIN_RATE_PER_MINUTE", int64(c.LoginRatePerMinute), 0, 1e6},
		{"LIMIT_JSON_BYTES", c.LimitJSONBytes, 1 << 10, 1 << 30},
		{"LIMIT_PLAN_BYTES", c.LimitPlanBytes, 1 << 10, 1 << 30},
		{"LIMIT_ATTACHMENT_BYTES", c.LimitAttachmentBytes, 1 << 10, 1 << 32},
		{"REQUEST_SECONDS", int64(c.RequestSeconds), 1, 3600},
		{"SHUTDOWN_SECONDS", int64(c.ShutdownSeconds), 1, 600},
		{"DUE_SOON_DAYS", int64(c.DueSoonDays), 0, 60},
	} {
		p.needf(r.name, r.lo <= r.value && r.value <= r.top, "%d is not from %d to %d", r.value, r.lo, r.top)
	}
}

// needf adds a problem unless the condition holds; the first one told of a variable stays.
func (p problems) needf(name string, holds bool, format string, args ...any) {
	if _, told := p[name]; !told && !holds {
		p[name] = fmt.Sprintf(format, args...)
	}
}
