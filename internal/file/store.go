package file

import (
	"context"
	"fmt"
	"io"

	"github.com/google/uuid"
	"gocloud.dev/gcerrors"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/event"
	"lantoa/internal/fault"
	"lantoa/internal/record"
)

// Store remembers attachments: their rows in the database, their contents in a blob store.
type Store struct {
	DB    *gorm.DB
	Clock clock.Clock
	Blobs *Blobs
	Limit int64 // bytes of one file

	looking turns
}

// Upload is a file as it is sent.
type Upload struct {
	OwnerKind          OwnerKind
	OwnerID            uuid.UUID
	NoSecretsConfirmed bool
	Name               string
	Content            Content
}

// Received is a file that was looked through and kept, not yet attached to anything.
type Received struct {
	upload     Upload
	attachment *Attachment
	attached   bool
}

// Receive takes a file in that the actor's agency may add. It is slow and holds nothing in the database: Attach makes the file
// known, Drop takes it back when that did not happen.
func (s *Store) Receive(ctx context.Context, by access.Actor, up Upload) (*Received, error) {
	if _, err := s.addable(db.Conn(ctx, s.DB), by, up); err != nil {
		return nil, err
	}
	name := cleanName(up.Name)
	found, err := s.inspect(ctx, by, up, name)
	if err != nil {
		return nil, err
	}
	a := &Attachment{Meta: record.NewMeta(s.Clock.Now()), OwnerKind: up.OwnerKind, OwnerID: up.OwnerID, Name: name, MediaType: found.mediaType,
		Size: found.size, SHA256: found.sha256, NoSecretsConfirmed: up.NoSecretsConfirmed}
	a.BlobKey = keyOf(a.ID)
	if _, err := up.Content.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	if err := s.Blobs.write(ctx, a.BlobKey, a.MediaType, up.Content); err != nil {
		return nil, fmt.Errorf("keep content: %w", err)
	}
	return &Received{upload: up, attachment: a}, nil
}

// Drop takes a received file back that was not attached.
func (s *Store) Drop(ctx context.Context, in *Received) error {
	if in == nil || in.attached {
		return nil
	}
	return s.Blobs.remove(context.WithoutCancel(ctx), in.attachment.BlobKey)
}

func (s *Store) inspect(ctx context.Context, by access.Actor, up Upload, name string) (*finding, error) {
	leave, err := s.looking.take(ctx, by.AccountID)
	if err != nil { // waited too long
		return nil, err
	}
	defer leave()
	return inspect(ctx, up.Content, name, s.Limit, up.NoSecretsConfirmed)
}

// Attach attaches a received file to what the actor's agency may add to.
func (s *Store) Attach(ctx context.Context, by access.Actor, in *Received) (*Attachment, error) {
	a := in.attachment
	_, err := db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Attachment, error) {
		if err := hold(tx, in.upload.OwnerKind, in.upload.OwnerID); err != nil {
			return nil, err
		}
		o, err := s.addable(tx, by, in.upload)
		if err != nil {
			return nil, err
		}
		a.AgencyID, a.IssuerID, a.owner = o.agencyID, o.issuerID, o
		if a.OwnerKind == OfReport {
			a.Revision = o.revision + 1
		}
		if err := tx.Create(a).Error; err != nil {
			return nil, db.Fault(err)
		}
		a.dress(by)
		return a, s.record(tx, by, "attachment.added", a)
	})
	if err != nil {
		return nil, err
	}
	in.attached = true
	return a, nil
}

// Orders is how what is attached may be sorted.
func Orders() db.Orders {
	return db.Orders{Own: "created_at", By: map[string]db.Order{
		"created_at": {Expr: "attachments.created_at", Type: "timestamptz"},
		"name":       {Expr: `attachments.name COLLATE "vi-x-icu"`, Type: "text"},
	}}
}

// List gives what is attached to an owner, the oldest first; resource.not_found (404) when the actor does not see the owner.
func (s *Store) List(ctx context.Context, by access.Actor, kind OwnerKind, id uuid.UUID, page db.Page) (db.Items[Attachment], error) {
	tx := db.Conn(ctx, s.DB)
	o, err := ownerOf(tx, by, kind, id)
	if err != nil {
		return db.Items[Attachment]{}, err
	}
	q := tx.Where("attachments.owner_kind = ? AND attachments.owner_id = ?", kind, id)
	if o.withheld {
		q = q.Where("attachments.revision <= ?", o.revision)
	}
	out, err := db.List[Attachment](q, "attachments", page, Orders())
	for i := range out.Items {
		out.Items[i].owner = o
		out.Items[i].dress(by)
	}
	return out, err
}

// Find gives one attachment; resource.not_found (404) when the actor does not see its owner.
func (s *Store) Find(ctx context.Context, by access.Actor, id uuid.UUID) (*Attachment, error) {
	return s.find(db.Conn(ctx, s.DB), by, id)
}

// Open gives an attachment with its content, which the caller closes; attachment.content_lost (404) when the store of contents has
// it no more, as after a restore of the database alone.
func (s *Store) Open(ctx context.Context, by access.Actor, id uuid.UUID) (*Attachment, io.ReadSeekCloser, error) {
	a, err := s.find(db.Conn(ctx, s.DB), by, id)
	if err != nil {
		return nil, nil, err
	}
	content, err := s.Blobs.read(ctx, a.BlobKey)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil, nil, fault.NewNotFound("attachment.content_lost").Because(err)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("content of attachment %s: %w", a.ID, err)
	}
	return a, content, nil
}

// Delete takes an attachment away, as of version v; its content goes once that is committed.
func (s *Store) Delete(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) error {
	a, err := db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Attachment, error) {
		a, err := s.find(db.Lock(tx), by, id)
		if err != nil {
			return nil, err
		}
		if err := a.Match(v); err != nil {
			return nil, err
		}
		if err := hold(tx, a.OwnerKind, a.OwnerID); err != nil {
			return nil, err
		}
		if a, err = s.find(tx, by, id); err != nil {
			return nil, err
		}
		if err := a.Remove(by); err != nil {
			return nil, err
		}
		if err := tx.Delete(&Attachment{}, "id = ?", a.ID).Error; err != nil {
			return nil, db.Fault(err)
		}
		return a, s.record(tx, by, "attachment.deleted", a)
	})
	if err != nil {
		return err
	}
	if err := s.Blobs.remove(context.WithoutCancel(ctx), a.BlobKey); err != nil {
		return fmt.Errorf("take content of attachment %s away: %w", a.ID, err)
	}
	return nil
}

func (s *Store) find(tx *gorm.DB, by access.Actor, id uuid.UUID) (*Attachment, error) {
	a := &Attachment{}
	if err := tx.Where("id = ? AND issuer_id = ?", id, by.ScopeID).Take(a).Error; err != nil {
		return nil, db.Fault(err)
	}
	o, err := ownerOf(tx.Session(&gorm.Session{NewDB: true}), by, a.OwnerKind, a.OwnerID)
	if err != nil {
		return nil, err
	}
	a.owner = o
	if o.withheld && !a.handedIn() {
		return nil, fault.NewNotFound("resource.not_found")
	}
	a.dress(by)
	return a, nil
}

// record tells of a file; of a report's files, which come and go while it is withheld from its readers, those who write it alone.
func (s *Store) record(tx *gorm.DB, by access.Actor, did string, a *Attachment) error {
	e := event.Entry{Did: did, Noun: "attachment", ID: a.ID, Audience: event.ForAgency, ScopeID: &a.IssuerID, AgencyID: &a.AgencyID, After: a}
	if a.OwnerKind == OfReport {
		e.Audience, e.AgencyID = event.ForOwn, &by.AgencyID
	}
	if did == "attachment.deleted" {
		e.Before, e.After = a, nil
	}
	return event.Record(tx, s.Clock, by, e)
}
