// Package day is a calendar day as offices count it: no clock and no time zone.
package day

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"time"
)

const layout = "2006-01-02"

// ErrInvalid says that a text is no existing calendar day in the form 2024-11-10.
var ErrInvalid = errors.New("not a calendar day of the form 2024-11-10")

// Day is one calendar day; in JSON and in text "2024-11-10", in the database a date.
type Day struct{ t time.Time }

// New gives the day of a year, month and day of the month; days past the month's end run on into the next.
func New(year int, month time.Month, dayOfMonth int) Day {
	return Day{time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC)}
}

// Parse reads "2024-11-10"; a day that does not exist is ErrInvalid.
func Parse(s string) (Day, error) {
	t, err := time.Parse(layout, s)
	if err != nil || t.Year() < 1900 || t.Year() > 2200 {
		return Day{}, fmt.Errorf("%q: %w", s, ErrInvalid)
	}
	return Day{t}, nil
}

// Of gives the day on which an instant falls in a time zone.
func Of(at time.Time, zone *time.Location) Day {
	y, m, d := at.In(zone).Date()
	return New(y, m, d)
}

// Exists reports whether year, month and day of the month name a real day.
func Exists(year int, month time.Month, dayOfMonth int) bool {
	y, m, d := New(year, month, dayOfMonth).Date()
	return y == year && m == month && d == dayOfMonth
}

// Date gives year, month and day of the month.
func (d Day) Date() (int, time.Month, int) { return d.t.Date() }

// Year gives the calendar year.
func (d Day) Year() int { return d.t.Year() }

// Month gives the month of the year.
func (d Day) Month() time.Month { return d.t.Month() }

// Day gives the day of the month.
func (d Day) Day() int { return d.t.Day() }

// Weekday gives the day of the week.
func (d Day) Weekday() time.Weekday { return d.t.Weekday() }

// IsZero reports whether no day was set.
func (d Day) IsZero() bool { return d.t.IsZero() }

// AddDays gives the day n days later, or earlier when n is negative.
func (d Day) AddDays(n int) Day { return Day{d.t.AddDate(0, 0, n)} }

// DaysUntil counts the calendar days from d to other; negative when other is earlier.
func (d Day) DaysUntil(other Day) int { return int(other.t.Sub(d.t).Hours() / 24) }

// Before reports whether d comes before other.
func (d Day) Before(other Day) bool { return d.t.Before(other.t) }

// After reports whether d comes after other.
func (d Day) After(other Day) bool { return d.t.After(other.t) }

// Equal reports whether both are the same day.
func (d Day) Equal(other Day) bool { return d.t.Equal(other.t) }

// Time gives the first instant of the day in a time zone.
func (d Day) Time(zone *time.Location) time.Time {
	y, m, n := d.t.Date()
	return time.Date(y, m, n, 0, 0, 0, 0, zone)
}

// String gives "2024-11-10".
func (d Day) String() string { return d.t.Format(layout) }

// Vietnamese gives "10/11/2024", as offices write it.
func (d Day) Vietnamese() string { return d.t.Format("02/01/2006") }

// MarshalText writes "2024-11-10".
func (d Day) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// AppendText writes "2024-11-10" at the end of b.
func (d Day) AppendText(b []byte) ([]byte, error) { return d.t.AppendFormat(b, layout), nil }

// UnmarshalText reads "2024-11-10".
func (d *Day) UnmarshalText(b []byte) (err error) {
	*d, err = Parse(string(b))
	return err
}

// Value hands the day to the database as a date.
func (d Day) Value() (driver.Value, error) { return d.String(), nil }

// Scan takes a date from the database.
func (d *Day) Scan(from any) error {
	switch v := from.(type) {
	case time.Time:
		*d = New(v.Year(), v.Month(), v.Day())
		return nil
	case string:
		return d.UnmarshalText([]byte(v))
	}
	return fmt.Errorf("scan %T: %w", from, ErrInvalid)
}

// GormDataType tells the database's type.
func (Day) GormDataType() string { return "date" }
