package demo

import (
	"time"

	"lantoa/internal/clock"
)

// calendar is the business clock of the demonstration, set by hand, so that what it enters lies through the year.
type calendar struct{ at time.Time }

// set puts the calendar to a local time such as "2024-03-29 08:00".
func (c *calendar) set(local string) error {
	at, err := time.ParseInLocation("2006-01-02 15:04", local, clock.Zone)
	if err == nil {
		c.at = at
	}
	return err
}

func (c *calendar) clock() clock.Clock { return func() time.Time { return c.at } }
