// Package event is the one log: what happened, by whom, before and after, recorded in the same transaction as the write.
// The same rows are the audit trail (append-only, sealed in order by a chain of hashes) and the feed that other systems read.
package event

import (
	"errors"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/wire"
)

// Audience says who may read an event.
type Audience string

// The audiences.
const (
	ForOffice Audience = "office" // the culture office and the leader of the scope
	ForAgency Audience = "agency" // these, and the agency concerned
	ForOwn    Audience = "own"    // the agency concerned alone: what it has not handed in yet
	ForAll    Audience = "all"    // every agency of the scope
	ForAdmin  Audience = "admin"  // the administration of the system
)

// Entry is one thing that happened, as a store tells it.
type Entry struct {
	Did      string    // noun.verb in the past: "plan.issued"
	Noun     string    // "plan"
	ID       uuid.UUID // of the noun
	Audience Audience
	ScopeID  *uuid.UUID // the issuing committee under which it happened; nil for the administration
	AgencyID *uuid.UUID // the agency concerned
	Before   any        // the noun before and after, without texts that its readers may not see; nil where there is none
	After    any
}

type row struct {
	ID         uuid.UUID
	RecordedAt time.Time
	BusinessAt time.Time
	Did        string
	Noun       string
	NounID     uuid.UUID
	Audience   Audience
	ScopeID    *uuid.UUID
	AgencyID   *uuid.UUID
	AccountID  *uuid.UUID
	ByAgencyID *uuid.UUID
	ByRole     access.Role
	Changes    string
}

// Record writes an entry in the transaction of the write that it tells of.
func Record(tx *gorm.DB, now clock.Clock, by access.Actor, e Entry) error {
	before, errBefore := side(e.Before)
	after, errAfter := side(e.After)
	changes, err := wire.Encode(map[string]any{"before": before, "after": after})
	if err = errors.Join(errBefore, errAfter, err); err != nil {
		return err
	}
	const insert = `WITH e AS (
		INSERT INTO events (id, recorded_at, business_at, did, noun, noun_id, audience, scope_id, agency_id, account_id, by_agency_id, by_role, changes)
		VALUES (?, clock_timestamp(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb)) RETURNING id)
		INSERT INTO event_pending (event_id) SELECT id FROM e`
	return tx.Exec(insert, uuid.Must(uuid.NewV7()), now.Now(), e.Did, e.Noun, e.ID, e.Audience, e.ScopeID, e.AgencyID,
		known(by.AccountID), known(by.AgencyID), by.Role, string(changes)).Error
}

// side is one side of a change: a noun that is not there is null, also where its members come as an empty list.
func side(noun any) (jsontext.Value, error) {
	raw, err := wire.Encode(noun)
	if err != nil || string(raw) == "{}" {
		return jsontext.Value("null"), err
	}
	return raw, nil
}

func known(id uuid.UUID) *uuid.UUID {
	if id == uuid.Nil {
		return nil
	}
	return &id
}
