package event

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/db"
)

// Event is one row of the feed.
type Event struct {
	Seq        int64       `json:"seq"` // the order of the log, without gaps for the log as a whole
	ID         uuid.UUID   `json:"id" format:"uuid"`
	RecordedAt time.Time   `json:"recorded_at" format:"date-time"` // the machine's time
	BusinessAt time.Time   `json:"business_at" format:"date-time"` // the office's time
	Did        string      `json:"did" example:"plan.issued"`
	Noun       string      `json:"noun" example:"plan"`
	NounID     uuid.UUID   `json:"noun_id" format:"uuid"`
	AgencyID   *uuid.UUID  `json:"agency_id" format:"uuid" extensions:"x-nullable"`    // the agency concerned
	ByAgencyID *uuid.UUID  `json:"by_agency_id" format:"uuid" extensions:"x-nullable"` // the agency that did it
	AccountID  *uuid.UUID  `json:"account_id" format:"uuid" extensions:"x-nullable"`
	ByRole     access.Role `json:"by_role"`
	Changes    Changes     `json:"changes" gorm:"serializer:json"`
} // @name Event

// Changes is the noun before and after; null where there is none.
type Changes struct {
	Before map[string]any `json:"before" extensions:"x-nullable"`
	After  map[string]any `json:"after" extensions:"x-nullable"`
} // @name EventChanges

// Feed is one stretch of the log, in order.
type Feed struct {
	Items []Event `json:"items"`
	Next  int64   `json:"next"` // pass as after= to go on
} // @name EventFeed

// List gives what the actor may see after a number of the log, at most limit rows; nounID, when set, one noun's history alone.
func (l *Log) List(ctx context.Context, by access.Actor, after int64, nounID *uuid.UUID, limit int) (Feed, error) {
	tx := db.Conn(ctx, l.DB)
	last, err := lastSeal(tx)
	if err != nil {
		return Feed{}, err
	}
	feed := Feed{Items: []Event{}, Next: max(after, last.Seq)} // all were looked at; not to be looked at again
	found := inOrder(tx, readings(by), after, last.Seq, limit)
	if nounID != nil {
		found = ofNoun(tx, readings(by), *nounID, after, last.Seq)
	}
	err = tx.Table("(?) AS s", found).Joins("JOIN events e ON e.id = s.event_id").Select("s.seq, e.*").Order("s.seq").Limit(limit).Scan(&feed.Items).Error
	if n := len(feed.Items); n == limit {
		feed.Next = feed.Items[n-1].Seq
	}
	return feed, err
}

// reading is one sort of rows that a reader may see: those of one audience under a committee or, with a column of its own, of one agency.
type reading struct {
	column   string // of event_seals, which with audience and seq has an index
	value    *uuid.UUID
	audience Audience
	scopeID  *uuid.UUID
}

func (r reading) where() (sql string, args []any) {
	if r.value == nil {
		return r.column + " IS NULL AND audience = ?", []any{r.audience}
	}
	return r.column + " = ? AND audience = ? AND scope_id = ?", []any{r.value, r.audience, r.scopeID}
}

// readings is the one rule of who may read what of the log.
func readings(by access.Actor) []reading {
	scope := func(audience Audience) reading { return reading{"scope_id", &by.ScopeID, audience, &by.ScopeID} }
	own := func(audience Audience) reading { return reading{"agency_id", &by.AgencyID, audience, &by.ScopeID} }
	switch by.Role {
	case access.Admin:
		return []reading{{"scope_id", nil, ForAdmin, nil}}
	case access.CultureOffice, access.Leader:
		return []reading{scope(ForAll), scope(ForAgency), scope(ForOffice), own(ForOwn)}
	default:
		return []reading{scope(ForAll), own(ForAgency), own(ForOwn)}
	}
}

// inOrder finds the first rows of each reading: however long the log is, no more than these are looked at.
func inOrder(tx *gorm.DB, readings []reading, after, last int64, limit int) *gorm.DB {
	var parts []string
	var args []any
	for _, r := range readings {
		where, bounds := r.where()
		where, bounds = where+" AND seq > ? AND seq <= ? ORDER BY seq", append(bounds, after, last)
		if r.value != nil { // bounds of the whole index entry: by numbers alone PostgreSQL may walk the log from its start
			entry := "(" + r.column + ", audience, seq)"
			where = entry + " > (?, ?, ?) AND " + entry + " <= (?, ?, ?)"
			bounds = []any{r.value, r.audience, after, r.value, r.audience, last}
			if r.column != "scope_id" {
				where, bounds = where+" AND scope_id = ?", append(bounds, r.scopeID)
			}
			where += " ORDER BY " + r.column + ", audience, seq"
		}
		parts = append(parts, "(SELECT seq, event_id FROM event_seals WHERE "+where+" LIMIT ?)")
		args = append(append(args, bounds...), limit)
	}
	return tx.Raw(strings.Join(parts, " UNION ALL "), args...)
}

// ofNoun finds the rows that tell of one noun.
func ofNoun(tx *gorm.DB, readings []reading, nounID uuid.UUID, after, last int64) *gorm.DB {
	var parts []string
	args := []any{nounID, after, last}
	for _, r := range readings {
		where, bounds := r.where()
		parts = append(parts, "("+where+")")
		args = append(args, bounds...)
	}
	return tx.Raw(`SELECT seq, event_id FROM event_seals WHERE event_id IN (SELECT id FROM events WHERE noun_id = ?) AND seq > ? AND seq <= ?
		AND (`+strings.Join(parts, " OR ")+")", args...)
}
