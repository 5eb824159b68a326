package file

import (
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/assignment"
	"lantoa/internal/fault"
	"lantoa/internal/report"
)

// owner is what a file is attached to, as the actor stands to it.
type owner struct {
	agencyID uuid.UUID
	issuerID uuid.UUID
	locked   error // why the actor may add nothing to it now; nil when it may
	revision int   // of a report: how often it was handed in
	withheld bool  // of a report: the actor reads no more of it than what was handed in
}

func (s *Store) addable(tx *gorm.DB, by access.Actor, up Upload) (*owner, error) {
	o, err := ownerOf(tx, by, up.OwnerKind, up.OwnerID)
	if fault.KindOf(err) == fault.NotFound {
		return nil, fault.AtField("/owner_id", "input.reference").Because(err)
	}
	if err != nil {
		return nil, err
	}
	return o, o.locked
}

// hold keeps an owner from being handed in while files come and go.
func hold(tx *gorm.DB, kind OwnerKind, id uuid.UUID) error {
	statement := map[OwnerKind]string{
		OfAssignment:     "SELECT 1 FROM assignments WHERE id = ? FOR SHARE",
		OfProgressUpdate: "SELECT 1 FROM assignments WHERE id = (SELECT assignment_id FROM progress_updates WHERE id = ?) FOR SHARE",
		OfReport:         "SELECT 1 FROM reports WHERE id = ? FOR SHARE",
	}[kind]
	return tx.Exec(statement, id).Error
}

// ownerOf finds what a file is attached to by the rule of that noun; of another's unfinished report the files are withheld like its
// text, but for those of its revisions.
func ownerOf(tx *gorm.DB, by access.Actor, kind OwnerKind, id uuid.UUID) (*owner, error) {
	switch kind {
	case OfAssignment:
		a, err := assignment.Visible(tx, by, id)
		if err != nil {
			return nil, err
		}
		return &owner{agencyID: a.AgencyID, issuerID: a.IssuerID, locked: a.Attach(by)}, nil
	case OfProgressUpdate:
		_, a, err := assignment.VisibleUpdate(tx, by, id)
		if err != nil {
			return nil, err
		}
		return &owner{agencyID: a.AgencyID, issuerID: a.IssuerID, locked: a.Attach(by)}, nil
	case OfReport:
		r, err := report.Visible(tx, by, id)
		if err != nil {
			return nil, err
		}
		o := &owner{r.AgencyID, r.IssuerID, r.CheckEdit(by), r.Revision, r.IsWithheld(by)}
		if o.withheld && o.revision == 0 {
			return nil, fault.NewNotFound("resource.not_found")
		}
		return o, nil
	}
	return nil, fault.AtField("/owner_kind", "input.unknown_value")
}
