// Package idempotency remembers the first answer to a request that a caller may send again when a weak network lost it.
package idempotency

import (
	"bytes"
	"context"
	"hash/fnv"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"lantoa/internal/fault"
)

// Kept is how long an answer is remembered.
const Kept = 24 * time.Hour

// Request names one request of one account.
type Request struct {
	AccountID uuid.UUID
	Route     string // method and path
	Key       string // the caller's Idempotency-Key
	BodyHash  []byte
	At        time.Time // when it came, by the machine's clock
}

// Answer is what was answered the first time.
type Answer struct {
	Status   int
	Headers  map[string]string `gorm:"serializer:json"`
	Body     []byte
	Replayed bool `gorm:"-"`
}

type row struct {
	AccountID uuid.UUID
	Route     string
	Key       string
	BodyHash  []byte
	Answer    Answer `gorm:"embedded"`
	CreatedAt time.Time
}

// TableName tells where answers are kept.
func (row) TableName() string { return "idempotency_keys" }

// Begin gives the earlier answer to the same request, or nil when this is the first: idempotency.running (409) while the first
// is not finished, idempotency.reused (422) when the key came with another body.
func Begin(tx *gorm.DB, r Request) (*Answer, error) {
	var free bool
	if err := tx.Raw("SELECT pg_try_advisory_xact_lock(?)", r.lock()).Scan(&free).Error; err != nil {
		return nil, err
	}
	if !free {
		return nil, fault.NewConflict("idempotency.running")
	}
	var found []row
	err := tx.Where("account_id = ? AND route = ? AND key = ? AND created_at > ?", r.AccountID, r.Route, r.Key, r.At.Add(-Kept)).
		Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return nil, err
	}
	if !bytes.Equal(found[0].BodyHash, r.BodyHash) {
		return nil, fault.NewInvalid("idempotency.reused").At("Idempotency-Key", "idempotency.reused")
	}
	earlier := found[0].Answer
	earlier.Replayed = true
	return &earlier, nil
}

// Keep stores the answer in the transaction of the write that it answers.
func Keep(tx *gorm.DB, r Request, a Answer) error {
	kept := row{AccountID: r.AccountID, Route: r.Route, Key: r.Key, BodyHash: r.BodyHash, Answer: a, CreatedAt: r.At}
	return tx.Clauses(clause.OnConflict{UpdateAll: true, Columns: []clause.Column{{Name: "account_id"}, {Name: "route"}, {Name: "key"}}}).
		Create(&kept).Error
}

// Forget drops the answers that are older than Kept.
func Forget(ctx context.Context, pool *gorm.DB, now time.Time) error {
	return pool.WithContext(ctx).Where("created_at <= ?", now.Add(-Kept)).Delete(&row{}).Error
}

func (r Request) lock() int64 {
	h := fnv.New64a()
	for _, part := range []string{r.AccountID.String(), r.Route, r.Key} {
		h.Write([]byte(part + "\x00"))
	}
	return int64(h.Sum64()) //nolint:gosec // any 64 bits will do
}
