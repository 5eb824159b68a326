package fill

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// sealed is one row of the log as the chain takes it.
type sealed struct {
	id, nounID                                 uuid.UUID
	recordedAt, businessAt                     time.Time
	did, noun, audience, role, changes         string
	scopeID, agencyID, accountID, fromAgencyID *uuid.UUID
}

// seal numbers and chains the whole log in the order of its ids, by the product's own rule; the product's verify is the proof.
func (f *filling) seal(ctx context.Context, key []byte) error {
	reader, err := pgx.Connect(ctx, f.url)
	if err != nil {
		return err
	}
	defer reader.Close(ctx)
	rows, err := reader.Query(ctx, `SELECT id, recorded_at, business_at, did, noun, noun_id, audience, scope_id, agency_id, account_id, by_agency_id, by_role, changes::text
		FROM events ORDER BY id`)
	if err != nil {
		return err
	}
	defer rows.Close()
	var seq int64
	var hash []byte
	var r sealed
	err = copyRows(ctx, f.conn, "event_seals", []string{"seq", "event_id", "hash", "audience", "scope_id", "agency_id"}, func(yield func([]any, error) bool) {
		row := make([]any, 6)
		for rows.Next() {
			r = sealed{}
			err := rows.Scan(&r.id, &r.recordedAt, &r.businessAt, &r.did, &r.noun, &r.nounID, &r.audience, &r.scopeID, &r.agencyID, &r.accountID, &r.fromAgencyID, &r.role, &r.changes)
			seq++
			hash = r.chain(key, hash, seq)
			row[0], row[1], row[2], row[3], row[4], row[5] = seq, [16]byte(r.id), hash, r.audience, bytesOf(r.scopeID), bytesOf(r.agencyID)
			if !yield(row, err) {
				return
			}
		}
	})
	if err == nil {
		err = rows.Err()
	}
	if err == nil {
		_, err = f.conn.Exec(ctx, "TRUNCATE event_pending")
	}
	return err
}

// bytesOf gives an id as COPY takes it, or NULL.
func bytesOf(id *uuid.UUID) any {
	if id == nil {
		return nil
	}
	return [16]byte(*id)
}

func (r *sealed) chain(key, last []byte, seq int64) []byte {
	mac := hmac.New(sha256.New, key)
	write := func(part []byte) {
		mac.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
		mac.Write(part)
	}
	text := func(id *uuid.UUID) string {
		if id == nil {
			return ""
		}
		return id.String()
	}
	write(last)
	write(binary.BigEndian.AppendUint64(nil, uint64(seq))) //nolint:gosec // counts from 1
	for _, part := range []string{
		r.id.String(), r.recordedAt.UTC().Format(time.RFC3339Nano), r.businessAt.UTC().Format(time.RFC3339Nano), r.did, r.noun, r.nounID.String(),
		r.audience, text(r.scopeID), text(r.agencyID), text(r.accountID), text(r.fromAgencyID), r.role, r.changes,
	} {
		write([]byte(part))
	}
	return mac.Sum(nil)
}
