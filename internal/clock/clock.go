// Package clock is the business day of the office: the instant that deadlines, delays and dates are counted from.
package clock

import (
	"time"
	_ "time/tzdata" // the zone must be known on machines without a zone database

	"lantoa/internal/day"
)

// Zone is the time zone of every Vietnamese office.
var Zone = mustZone("Asia/Ho_Chi_Minh") //nolint:gochecknoglobals // a constant that Go cannot write as one

// Clock tells the business instant. Tokens, lockout and the log's recording never use it: they read the machine's time.
type Clock func() time.Time

// System is the machine's own time.
func System() Clock { return time.Now }

// From starts at a given instant and runs on from there.
func From(start time.Time) Clock {
	begun := time.Now()
	return func() time.Time { return start.Add(time.Since(begun)) }
}

// Now gives the business instant in the office's time zone, to the microsecond: what the database keeps.
func (c Clock) Now() time.Time { return c().In(Zone).Truncate(time.Microsecond) }

// Today gives the business day.
func (c Clock) Today() day.Day { return day.Of(c(), Zone) }

func mustZone(name string) *time.Location {
	z, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return z
}
