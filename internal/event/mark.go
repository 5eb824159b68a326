package event

import (
	"crypto/hmac"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"gorm.io/gorm"
)

// Mark is a file outside the database that holds the number and the hash of the last seal: with it a log that was cut off at its
// end is told from one that never went further. It is written after what it tells was committed, so it may lag behind and is never ahead.
// The blank Mark keeps nothing.
type Mark string

// Check makes the file's folder where there is none, and tells at the start what would keep the mark from being written later.
func (m Mark) Check() (err error) {
	if m == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(string(m)), 0o700); err != nil {
		return err
	}
	unlock, err := m.lock()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	_, err = m.read()
	return err
}

// read gives the seal that the file tells; number 0 when there is none yet.
func (m Mark) read() (seal, error) {
	if m == "" {
		return seal{}, nil
	}
	text, err := os.ReadFile(string(m))
	if errors.Is(err, fs.ErrNotExist) {
		return seal{}, nil
	}
	var s seal
	var hash string
	if err == nil {
		_, err = fmt.Sscanf(string(text), "%d %s", &s.Seq, &hash)
	}
	if err == nil {
		s.Hash, err = hex.DecodeString(hash)
	}
	if err != nil {
		return seal{}, fmt.Errorf("last seal in %s: %w", m, err)
	}
	return s, nil
}

// advance moves the file on to a seal that is committed, unless another process was further already. Where the database no longer
// holds what the file tells it stays as it is, for Verify to tell: ErrBroken.
func (m Mark) advance(tx *gorm.DB, to seal) (err error) {
	if m == "" {
		return nil
	}
	unlock, err := m.lock()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	known, err := m.read()
	if err != nil {
		return err
	}
	var there []seal
	if err := tx.Table("event_seals").Where("seq = ?", known.Seq).Scan(&there).Error; err != nil {
		return err
	}
	if known.Seq > 0 && (len(there) == 0 || !hmac.Equal(there[0].Hash, known.Hash)) {
		return m.lost(known)
	}
	if known.Seq >= to.Seq {
		return nil
	}
	return m.write(to)
}

func (m Mark) lost(known seal) error {
	return fmt.Errorf("%w: number %d was sealed, as %s tells, and is not there as it was", ErrBroken, known.Seq, m)
}

// write puts a new file in the place of the old one, so that a crash leaves either.
func (m Mark) write(s seal) error {
	draft, err := os.CreateTemp(filepath.Dir(string(m)), ".new-") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(draft.Name())
	_, err = fmt.Fprintf(draft, "%d %s\n", s.Seq, hex.EncodeToString(s.Hash))
	if err := errors.Join(err, draft.Sync(), draft.Close()); err != nil {
		return err
	}
	return os.Rename(draft.Name(), string(m))
}

// lock lets one process at a time move the file on.
func (m Mark) lock() (unlock func() error, err error) {
	f, err := os.OpenFile(string(m)+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f.Close, nil
}
