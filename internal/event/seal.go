package event

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/db"
)

// Log seals, reads and verifies the log. Key is the HMAC key of the chain; it lies outside the database, as does the mark.
type Log struct {
	DB   *gorm.DB
	Key  []byte
	Mark Mark
}

const sealLock = 0x6c616e746f61 // «lantoa»: one sealer at a time, whichever process

// batch bounds one sealing transaction.
const batch = 1000

// seal is a row's number and its link of the chain; whom it is for stands there a second time, to be found by.
type seal struct {
	Seq      int64
	EventID  uuid.UUID
	Hash     []byte
	Audience Audience
	ScopeID  *uuid.UUID
	AgencyID *uuid.UUID
}

// Seal numbers and chains what has been committed and can no longer be preceded; it gives how many rows it sealed. ErrBroken says that
// the database lost what was sealed before; what is new is sealed all the same.
func (l *Log) Seal(ctx context.Context) (int, error) {
	total, last := 0, seal{}
	for {
		sealed, err := db.InTx(ctx, l.DB, l.sealSome)
		if n := len(sealed); n > 0 {
			total, last = total+n, sealed[n-1]
		}
		if err == nil && len(sealed) == batch {
			continue
		}
		if total > 0 {
			err = errors.Join(err, l.Mark.advance(db.Conn(ctx, l.DB), last))
		}
		return total, err
	}
}

// sealSome takes rows below the oldest running transaction, so that no reader of the order ever misses one. A row from
// beyond the next transaction comes from a restored backup, whose numbering ran further: it is long committed.
func (l *Log) sealSome(tx *gorm.DB) ([]seal, error) {
	var free bool
	if err := tx.Raw("SELECT pg_try_advisory_xact_lock(?)", int64(sealLock)).Scan(&free).Error; err != nil || !free {
		return nil, err
	}
	var rows []row
	err := tx.Raw(`SELECT e.* FROM event_pending p JOIN events e ON e.id = p.event_id
		WHERE p.xid < pg_snapshot_xmin(pg_current_snapshot()) OR p.xid >= pg_snapshot_xmax(pg_current_snapshot())
		ORDER BY p.xid, p.event_id LIMIT ?`, batch).Scan(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	last, err := lastSeal(tx)
	if err != nil {
		return nil, err
	}
	seals := make([]seal, len(rows))
	ids := make([]uuid.UUID, len(rows))
	for i := range rows {
		last = l.next(last, &rows[i])
		seals[i], ids[i] = last, rows[i].ID
	}
	if err := tx.Table("event_seals").Create(&seals).Error; err != nil {
		return nil, err
	}
	return seals, tx.Exec("DELETE FROM event_pending WHERE event_id IN ?", ids).Error
}

func lastSeal(tx *gorm.DB) (seal, error) {
	var last seal
	err := tx.Table("event_seals").Order("seq DESC").Limit(1).Scan(&last).Error
	return last, err
}

// next chains one row to the one before: HMAC-SHA256 over the former hash, the number, and every column.
func (l *Log) next(last seal, r *row) seal {
	s := seal{Seq: last.Seq + 1, EventID: r.ID, Audience: r.Audience, ScopeID: r.ScopeID, AgencyID: r.AgencyID}
	mac := hmac.New(sha256.New, l.Key)
	write := func(part []byte) {
		mac.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
		mac.Write(part)
	}
	write(last.Hash)
	write(binary.BigEndian.AppendUint64(nil, uint64(s.Seq))) //nolint:gosec // counts from 1
	for _, part := range r.columns() {
		write([]byte(part))
	}
	s.Hash = mac.Sum(nil)
	return s
}

func (s seal) sameReaders(as seal) bool {
	same := func(a, b *uuid.UUID) bool { return a == b || a != nil && b != nil && *a == *b }
	return s.Audience == as.Audience && same(s.ScopeID, as.ScopeID) && same(s.AgencyID, as.AgencyID)
}

func (r *row) columns() []string {
	text := func(id *uuid.UUID) string {
		if id == nil {
			return ""
		}
		return id.String()
	}
	return []string{
		r.ID.String(), r.RecordedAt.UTC().Format(time.RFC3339Nano), r.BusinessAt.UTC().Format(time.RFC3339Nano), r.Did, r.Noun,
		r.NounID.String(), string(r.Audience), text(r.ScopeID), text(r.AgencyID), text(r.AccountID), text(r.ByAgencyID), string(r.ByRole), r.Changes,
	}
}

// ErrBroken says that the chain does not hold: a row was changed, taken out, cut off or put in after it was sealed.
var ErrBroken = errors.New("the log is broken")

// Verify walks the chain from its start and gives how many rows hold; at the first that does not, ErrBroken names its number. It
// is broken too when the seal that the mark tells is not there, and when a row was neither sealed nor is waiting for it.
func (l *Log) Verify(ctx context.Context) (int64, error) {
	known, err := l.Mark.read() // first: what is sealed meanwhile it need not know
	if err != nil {
		return 0, err
	}
	var last seal
	for {
		var rows []struct {
			Row  row  `gorm:"embedded"`
			Seal seal `gorm:"embedded;embeddedPrefix:seal_"`
		}
		err := db.Conn(ctx, l.DB).Raw(`SELECT e.*, s.seq AS seal_seq, s.hash AS seal_hash, s.audience AS seal_audience, s.scope_id AS seal_scope_id,
				s.agency_id AS seal_agency_id FROM event_seals s JOIN events e ON e.id = s.event_id
			WHERE s.seq > ? ORDER BY s.seq LIMIT ?`, last.Seq, batch).Scan(&rows).Error
		if err != nil {
			return last.Seq, err
		}
		for i := range rows {
			want := l.next(last, &rows[i].Row)
			if found := rows[i].Seal; found.Seq != want.Seq || !hmac.Equal(found.Hash, want.Hash) || !found.sameReaders(want) {
				return last.Seq, fmt.Errorf("%w at number %d", ErrBroken, want.Seq)
			}
			if want.Seq == known.Seq && !hmac.Equal(want.Hash, known.Hash) {
				return last.Seq, l.Mark.lost(known)
			}
			last = want
		}
		if len(rows) == batch {
			continue
		}
		if last.Seq < known.Seq {
			return last.Seq, l.Mark.lost(known)
		}
		return last.Seq, l.verifyAllSealed(ctx)
	}
}

func (l *Log) verifyAllSealed(ctx context.Context) error {
	var lost []uuid.UUID
	err := db.Conn(ctx, l.DB).Raw(`SELECT id FROM events e WHERE NOT EXISTS (SELECT 1 FROM event_seals WHERE event_id = e.id)
		AND NOT EXISTS (SELECT 1 FROM event_pending WHERE event_id = e.id) ORDER BY id LIMIT 1`).Scan(&lost).Error
	if err == nil && len(lost) > 0 {
		err = fmt.Errorf("%w: event %s never got a number", ErrBroken, lost[0])
	}
	return err
}
