// Package file is the evidence that offices attach to their progress and reports: pictures, documents, recordings. What comes in is
// looked at before it is kept: its type by its content, its size, and that it bears no stamp of secrecy.
package file

import (
	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/fault"
	"lantoa/internal/lifecycle"
	"lantoa/internal/record"
)

// OwnerKind says what a file is attached to.
type OwnerKind string

// The kinds of owners.
const (
	OfAssignment     OwnerKind = "assignment"
	OfProgressUpdate OwnerKind = "progress_update"
	OfReport         OwnerKind = "report"
)

// OwnerKinds lists them.
func OwnerKinds() []OwnerKind { return []OwnerKind{OfAssignment, OfProgressUpdate, OfReport} }

// Attachment is one file; who sees its owner sees it. Its content is read apart from it.
type Attachment struct {
	record.Meta
	OwnerKind          OwnerKind `json:"owner_kind" enums:"assignment,progress_update,report"`
	OwnerID            uuid.UUID `json:"owner_id" format:"uuid"`
	AgencyID           uuid.UUID `json:"agency_id" format:"uuid"` // whose file it is
	Name               string    `json:"name" example:"bang-ron.jpg"`
	MediaType          string    `json:"media_type" example:"image/jpeg"` // found in the content, not told by the sender
	Size               int64     `json:"size" example:"412345"`           // bytes
	SHA256             string    `json:"sha256" gorm:"column:sha256"`     // of the content, hexadecimal
	NoSecretsConfirmed bool      `json:"no_secrets_confirmed"`            // the sender confirmed that it holds no state secret
	AllowedActions     []string  `json:"allowed_actions" gorm:"-"`

	IssuerID uuid.UUID `json:"-"`
	BlobKey  string    `json:"-"`
	Revision int       `json:"-"` // the first of its report that it belongs to; 0 with any other owner
	owner    *owner
} // @name Attachment

// life is everything that may happen to an attachment, which has but one state: its owner's agency may take it away as long as it may
// add to the owner, unless it was handed in with a report: what a revision cites stays as long as the revision.
var life = lifecycle.Table[Attachment, string]{ //nolint:gochecknoglobals // the table itself
	State: func(*Attachment) *string { return new(string) },
	Steps: []lifecycle.Step[Attachment, string]{
		{Verb: "delete", From: []string{""}, Action: access.FileWrite, On: func(a *Attachment, _ access.Actor) bool { return a.owner.locked == nil && !a.handedIn() }},
	},
}

// Remove is nil when the actor may take the file away now, else what the owner says against it, or attachment.handed_in (409).
func (a *Attachment) Remove(by access.Actor) error {
	err := life.Check(a, "delete", by)
	switch {
	case err == nil:
		return nil
	case a.owner.locked != nil:
		return a.owner.locked
	case by.May(access.FileWrite):
		return fault.NewConflict("attachment.handed_in")
	}
	return err
}

// handedIn reports whether a revision of its report that is kept has the file.
func (a *Attachment) handedIn() bool {
	return a.OwnerKind == OfReport && a.Revision <= a.owner.revision
}

func (a *Attachment) dress(by access.Actor) { a.AllowedActions = life.Allowed(a, by) }

// Life is what may happen to an attachment, for the documentation; its state is that of what it is attached to.
func Life() []lifecycle.Row { return life.Rows() }
