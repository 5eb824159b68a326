// Package record is what every record of the town has in common: identity, version and when it was made and changed.
package record

import (
	"time"

	"github.com/google/uuid"

	"lantoa/internal/fault"
)

// Version counts the changes of a record, from 1. A change names the version it was made from.
type Version int64

// Meta is embedded by every noun.
type Meta struct {
	ID        uuid.UUID `json:"id" gorm:"primaryKey" format:"uuid"` // UUIDv7
	Version   Version   `json:"version"`                            // counts changes, from 1; the first part of the ETag
	CreatedAt time.Time `json:"created_at" gorm:"autoCreateTime:false" format:"date-time"`
	UpdatedAt time.Time `json:"updated_at" gorm:"autoUpdateTime:false" format:"date-time"`
}

// NewMeta begins a record at an instant.
func NewMeta(now time.Time) Meta {
	return Meta{ID: uuid.Must(uuid.NewV7()), Version: 1, CreatedAt: now, UpdatedAt: now}
}

// RecordID gives the identity.
func (m *Meta) RecordID() uuid.UUID { return m.ID }

// CurrentVersion gives the version that is stored.
func (m *Meta) CurrentVersion() Version { return m.Version }

// Touch counts one change made at an instant.
func (m *Meta) Touch(now time.Time) {
	m.Version++
	m.UpdatedAt = now
}

// Match is resource.changed (412) unless the caller's version is the stored one.
func (m *Meta) Match(v Version) error {
	if m.Version == v {
		return nil
	}
	return fault.New(fault.Stale, "resource.changed")
}

// File is a document made of a record, for download.
type File struct {
	Name    string
	Version Version
	Body    []byte
}
