// Package factory makes nouns for tests: valid by default, one field per point.
package factory

import (
	"testing"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/clock"
	"lantoa/internal/record"
)

// Now is the business instant of the tests: the morning of 6 November 2024, four days before the 2024 reports are due.
func Now() time.Time { return time.Date(2024, 11, 6, 8, 0, 0, 0, clock.Zone) }

// Clock stands still at Now.
func Clock() clock.Clock { return Now }

// Agency keeps an office; by default a union without superior, with a name of its own.
func Agency(t testing.TB, tx *gorm.DB, edits ...func(*agency.Agency)) *agency.Agency {
	t.Helper()
	a := &agency.Agency{Meta: record.NewMeta(Now()), Kind: "union", Aliases: []string{}}
	a.Name = "Hội số " + a.ID.String()[24:]
	for _, edit := range edits {
		edit(a)
	}
	if a.ShortName == "" {
		a.ShortName = a.Name
	}
	keep(t, tx, a)
	return a
}

// Group keeps a group of agencies; by default one by hand without members.
func Group(t testing.TB, tx *gorm.DB, edits ...func(*agency.Group)) *agency.Group {
	t.Helper()
	g := &agency.Group{Meta: record.NewMeta(Now()), ByHand: true, Aliases: []string{}, Kinds: []agency.Kind{}, MemberIDs: []uuid.UUID{}}
	g.Name = "Nhóm " + g.ID.String()[24:]
	for _, edit := range edits {
		edit(g)
	}
	keep(t, tx, g)
	return g
}

// Town is a committee with the agencies that a plan concerns.
type Town struct {
	Province, Committee, CultureOffice, CouncilOffice, Police, MediaCentre, Department, CommuneA, CommuneB *agency.Agency
}

// ATown keeps a town with an office of each kind and two communes.
func ATown(t testing.TB, tx *gorm.DB) Town {
	t.Helper()
	under := func(parent *agency.Agency, kind agency.Kind, name string) *agency.Agency {
		return Agency(t, tx, func(a *agency.Agency) {
			a.Kind, a.Name = kind, name
			if parent != nil {
				a.ParentID = &parent.ID
			}
		})
	}
	var town Town
	town.Province = under(nil, agency.ProvincialCommittee, "UBND tỉnh Quảng Ngãi")
	town.Committee = under(town.Province, agency.TownCommittee, "UBND thị xã Đức Phổ")
	town.CultureOffice = under(town.Committee, "office", "Phòng Văn hóa và Thông tin")
	town.CouncilOffice = under(town.Committee, "office", "Văn phòng HĐND và UBND thị xã")
	town.Police = under(town.Committee, "police", "Công an thị xã")
	town.MediaCentre = under(town.Committee, "media_centre", "Trung tâm Truyền thông - Văn hóa - Thể thao")
	town.Department = under(town.Committee, "union", "Hội Nông dân thị xã")
	town.CommuneA = under(town.Committee, agency.Commune, "UBND xã Phổ An")
	town.CommuneB = under(town.Committee, agency.Commune, "UBND xã Phổ Châu")
	return town
}

// Of gives the agency in which a role works.
func (town Town) Of(role access.Role) *agency.Agency {
	switch role {
	case access.CultureOffice:
		return town.CultureOffice
	case access.CouncilOffice, access.Finance, access.Justice:
		return town.CouncilOffice
	case access.Police:
		return town.Police
	case access.MediaCentre:
		return town.MediaCentre
	case access.Commune:
		return town.CommuneA
	case access.Department:
		return town.Department
	default:
		return town.Committee
	}
}

// Actor gives a head of a role in the town, without an account's row behind it.
func (town Town) Actor(role access.Role) access.Actor {
	return access.Actor{AccountID: uuid.Must(uuid.NewV7()), AgencyID: town.Of(role).ID, ScopeID: town.Committee.ID, Role: role, Position: access.Head}
}

func keep(t testing.TB, tx *gorm.DB, row any) {
	t.Helper()
	if err := tx.Create(row).Error; err != nil {
		t.Fatalf("keep %T: %v", row, err)
	}
}
