package file

import (
	"context"
	"errors"
	"io"
	"path"
	"time"

	"github.com/google/uuid"
	"gocloud.dev/blob"

	"lantoa/internal/db"
)

// Sweep takes away the contents that a crash left without their row, written before an instant of the machine's clock, and counts them.
// A database without any attachment is no witness: it may be about to be restored, so nothing is then taken away.
func (s *Store) Sweep(ctx context.Context, before time.Time) (int, error) {
	written, err := s.Blobs.writtenBefore(ctx, before)
	if err != nil || len(written) == 0 {
		return 0, err
	}
	var known []uuid.UUID
	if err := db.Conn(ctx, s.DB).Model(&Attachment{}).Pluck("id", &known).Error; err != nil || len(known) == 0 {
		return 0, err
	}
	for _, id := range known {
		delete(written, id)
	}
	for id := range written {
		err = errors.Join(err, s.Blobs.remove(ctx, keyOf(id)))
	}
	return len(written), err
}

// keyOf names the content of an attachment in its blob store.
func keyOf(id uuid.UUID) string { return "attachments/" + id.String() }

func (b *Blobs) writtenBefore(ctx context.Context, before time.Time) (map[uuid.UUID]bool, error) {
	bucket, err := b.bucket(ctx)
	if err != nil {
		return nil, err
	}
	found := map[uuid.UUID]bool{}
	list := bucket.List(&blob.ListOptions{Prefix: "attachments/"})
	for {
		object, err := list.Next(ctx)
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
		id, err := uuid.Parse(path.Base(object.Key))
		if err == nil && object.Key == keyOf(id) && object.ModTime.Before(before) {
			found[id] = true
		}
	}
}
