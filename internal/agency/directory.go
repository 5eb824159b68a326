package agency

import (
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/day"
	"lantoa/internal/db"
)

// Directory is the names that documents of one issuer are matched against.
type Directory struct {
	Issuer  Agency
	Below   []Agency // under the issuer, valid that day: matched first
	Outside []Agency // the issuer's superiors and the agencies beside it
	Groups  []Group
}

// DirectoryFor gathers the names for an issuer on a day, in Vietnamese order: its tree, then its superiors and their other agencies.
func DirectoryFor(tx *gorm.DB, issuerID uuid.UUID, on day.Day) (Directory, error) {
	var d Directory
	if err := tx.Where("id = ?", issuerID).Take(&d.Issuer).Error; err != nil {
		return d, db.Fault(err)
	}
	below := validOn(tx.Where("id IN ("+subtree+")", issuerID), on)
	if err := db.Find(below.Order(`name COLLATE "vi-x-icu"`), &d.Below); err != nil {
		return d, err
	}
	const superiors = `WITH RECURSIVE above AS (
		SELECT parent_id AS id FROM agencies WHERE id = ?
		UNION SELECT a.parent_id FROM agencies a JOIN above ON a.id = above.id WHERE a.parent_id IS NOT NULL) SELECT id FROM above`
	outside := validOn(tx.Where("((id IN ("+superiors+") OR parent_id IN ("+superiors+")) AND id <> ?)", issuerID, issuerID, issuerID), on)
	if err := db.Find(outside.Order(`name COLLATE "vi-x-icu"`), &d.Outside); err != nil {
		return d, err
	}
	return d, db.Find(tx.Order(`name COLLATE "vi-x-icu"`), &d.Groups)
}

// ByID gives the agencies with these ids, keyed by id; what does not exist is absent.
func ByID(tx *gorm.DB, ids []uuid.UUID) (map[uuid.UUID]Agency, error) {
	var list []Agency
	found := map[uuid.UUID]Agency{}
	if len(ids) == 0 {
		return found, nil
	}
	if err := tx.Where("id IN ?", ids).Find(&list).Error; err != nil {
		return nil, err
	}
	for _, a := range list {
		found[a.ID] = a
	}
	return found, nil
}
