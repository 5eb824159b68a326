// Package config is how one office's installation differs from another's: its settings, read from the environment once, at the start.
package config

import (
	"log/slog"
	"time"
)

// Config is every setting there is. The comment of a field is its line in docs/settings.md.
type Config struct {
	// What the installation is for: `production`, `demonstration` (loads the Đức Phổ 2024 plan) or `development`. Production refuses the demonstration data and CLOCK.
	Mode Mode `env:"MODE" envDefault:"production"`
	// Address to listen on. Behind a proxy on another machine or in a container: 0.0.0.0.
	Address string `env:"ADDRESS" envDefault:"127.0.0.1"`
	// Port to listen on, 1 to 65535.
	Port int `env:"PORT" envDefault:"8080"`
	// Address at which people reach the web app. Production needs one, and it begins with https://.
	PublicURL string `env:"PUBLIC_URL,expand" envDefault:"http://localhost:${PORT}"`

	// PostgreSQL server to use, postgres://user:password@host:port/database. Empty: a private server under DATA_DIR is started.
	DatabaseURL string `env:"DATABASE_URL"`
	// The same database as its owner, another role, who migrates it at the start and grants the role of DATABASE_URL what it needs: of the log's rows to read and add, never to change. Empty: the role of DATABASE_URL owns and migrates it, and only triggers keep the log.
	MigrationDatabaseURL string `env:"MIGRATION_DATABASE_URL"`
	// Largest number of connections to the database, 2 to 1000.
	DatabaseConnections int `env:"DATABASE_CONNECTIONS" envDefault:"20"`
	// Folder with initdb and postgres for the private server. Empty: they are searched in PATH, /usr/lib/postgresql and deploy/postgres.
	PostgresBin string `env:"POSTGRES_BIN"`
	// Folder for everything that this installation keeps itself.
	DataDir string `env:"DATA_DIR" envDefault:"data"`
	// Where attachments are kept: file:///folder or s3://bucket?region=…. Empty: the folder blobs under DATA_DIR.
	BlobURL string `env:"BLOB_URL"`

	// Folder of the Ed25519 keys that sign access tokens (*.pem; the last by name signs, all verify). A first one is made at the first start.
	JWTKeyDir string `env:"JWT_KEY_DIR,expand" envDefault:"${DATA_DIR}/keys/jwt"`
	// File of the secret that seals the log, kept outside the database and its backups. Made at the first start.
	EventKeyFile string `env:"EVENT_KEY_FILE,expand" envDefault:"${DATA_DIR}/keys/event.key"`
	// File that holds the number and hash of the log's last seal, by which `lantoa verify` sees that rows at its end are gone. Kept outside the database and its backups, like the secret.
	EventSealFile string `env:"EVENT_SEAL_FILE,expand" envDefault:"${DATA_DIR}/keys/event.seal"`
	// Days from signing in until the password is asked again.
	RefreshDays int `env:"REFRESH_DAYS" envDefault:"30"`
	// Hours without any use after which a session ends.
	SessionIdleHours int `env:"SESSION_IDLE_HOURS" envDefault:"168"`
	// Seconds for which a used refresh token is answered again with its successor, for answers lost on a weak network. 0: using one twice ends the session.
	RefreshGraceSeconds int `env:"REFRESH_GRACE_SECONDS" envDefault:"30"`
	// Wrong passwords in a row from one address (of IPv6: one /64 network) after which the account is locked for that address for a while, and for no other. Behind a proxy it needs TRUST_PROXY.
	LockoutFailures int `env:"LOCKOUT_FAILURES" envDefault:"5"`
	// Minutes that the account stays locked for that address; older wrong passwords count no more.
	LockoutMinutes int `env:"LOCKOUT_MINUTES" envDefault:"15"`
	// Wrong passwords in a row for one name, from whatever addresses, after which every attempt on it waits two seconds, beside the others and not in turn: nobody is locked out by it, and guesses from many addresses at once are held by LOCKOUT_FAILURES and LOGIN_RATE_PER_MINUTE of each address alone. 0: never.
	LockoutSlowFailures int `env:"LOCKOUT_SLOW_FAILURES" envDefault:"20"`
	// Days without any use after which an account is disabled until an administrator enables it again; the administrator who was there last stays. 0: never, as communes report once a year; the security checklist of 2026 asks for 45, which the town decides. It holds in production alone.
	DisableIdleDays int `env:"DISABLE_IDLE_DAYS" envDefault:"0"`
	// Fewest characters of a new password.
	PasswordMinLength int `env:"PASSWORD_MIN_LENGTH" envDefault:"14"`
	// Memory of one password hash in KiB (Argon2id).
	Argon2Memory uint32 `env:"ARGON2_MEMORY_KIB" envDefault:"19456"`
	// Passes of one password hash over its memory (Argon2id).
	Argon2Passes uint32 `env:"ARGON2_PASSES" envDefault:"2"`

	// Origins that browsers may call the API from, separated by commas, such as https://portal.example. Empty: only the web app's own.
	CORSOrigins []string `env:"CORS_ORIGINS"`
	// Whether a proxy with a private address stands before the server, so that callers' addresses come from X-Forwarded-For.
	TrustProxy bool `env:"TRUST_PROXY" envDefault:"false"`
	// Requests a minute that one account, or one address without an account, may make. 0: no limit.
	RatePerMinute int `env:"RATE_PER_MINUTE" envDefault:"600"`
	// Attempts a minute to sign in from one address. 0: no limit.
	LoginRatePerMinute int `env:"LOGIN_RATE_PER_MINUTE" envDefault:"20"`
	// Largest JSON body in bytes.
	LimitJSONBytes int64 `env:"LIMIT_JSON_BYTES" envDefault:"1048576"`
	// Largest plan document in bytes.
	LimitPlanBytes int64 `env:"LIMIT_PLAN_BYTES" envDefault:"20971520"`
	// Largest attachment in bytes.
	LimitAttachmentBytes int64 `env:"LIMIT_ATTACHMENT_BYTES" envDefault:"52428800"`
	// Seconds that one request may take.
	RequestSeconds int `env:"REQUEST_SECONDS" envDefault:"30"`
	// Seconds that running requests get when the server stops.
	ShutdownSeconds int `env:"SHUTDOWN_SECONDS" envDefault:"15"`

	// Calendar days before the last good day from which work and reports are «due soon».
	DueSoonDays int `env:"DUE_SOON_DAYS" envDefault:"3"`
	// Instant at which the office's time starts, running on from there; for demonstrations and tests, refused in production. Empty: the real time, in a demonstration 2024-11-06T08:00:00+07:00.
	Clock time.Time `env:"CLOCK"`

	// Least severe messages that are logged: debug, info, warn or error.
	LogLevel slog.Level `env:"LOG_LEVEL" envDefault:"info"`
	// Form of the log: `text` or `json`.
	LogFormat LogFormat `env:"LOG_FORMAT" envDefault:"text"`
}

// Mode is what an installation is for.
type Mode string

// The modes.
const (
	Production    Mode = "production"    // real work: refuses demonstration data and a set clock
	Demonstration Mode = "demonstration" // the plan of Đức Phổ 2024 to look at, on its own clock
	Development   Mode = "development"   // tests and development: an empty system, on a set clock if wanted
)

// LogFormat is how a line of the log is written.
type LogFormat string

// The formats of the log.
const (
	Text LogFormat = "text"
	JSON LogFormat = "json"
)
