package agency_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/wire"
)

// A group's name is common; whom it means, each committee says of its own agencies alone.
func TestAGroupsMembersAreEachCommitteesOwn(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	here, there := factory.ATown(t, tx), factory.ATown(t, tx)
	s := agency.Store{DB: tx, Clock: factory.Clock()}
	g := factory.Group(t, tx, func(g *agency.Group) { g.MemberIDs = []uuid.UUID{there.Police.ID, here.CommuneA.ID} })
	office := here.Actor(access.CultureOffice)
	sees := func(by access.Actor, want ...uuid.UUID) *agency.Group {
		t.Helper()
		got, err := s.Group(t.Context(), by, g.ID)
		if err != nil || !cmp.Equal(got.MemberIDs, want) {
			t.Errorf("%s sees %v, not %v, %v", by.Role, got, want, err)
		}
		return got
	}
	change := func(v *agency.Group, members string) (*agency.Group, error) {
		return s.ChangeGroup(t.Context(), office, g.ID, v.Version, wire.Patch(`{"member_ids":[`+members+`]}`))
	}
	seen := sees(office, here.CommuneA.ID)
	if _, err := change(seen, `"`+there.CommuneA.ID.String()+`"`); fault.KindOf(err) != fault.Invalid {
		t.Errorf("picks another committee's agency: %v", err)
	}
	changed, err := change(seen, `"`+here.Police.ID.String()+`"`)
	if err != nil || !cmp.Equal(changed.MemberIDs, []uuid.UUID{here.Police.ID}) {
		t.Fatalf("%+v %v", changed, err)
	}
	sees(there.Actor(access.CultureOffice), there.Police.ID)
	sees(admin(), there.Police.ID, here.Police.ID)
	g = factory.Group(t, tx)
	if left, err := change(g, ""); err != nil || len(left.MemberIDs) != 0 {
		t.Errorf("nobody is meant: %+v %v", left, err)
	}
}

// A province that stands above a town picks the town's committee, never an agency that the town picks.
func TestAGroupsMembersAreEachCommitteesOwnAcrossTheTiers(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	province, town := factory.ATown(t, tx), factory.ATown(t, tx)
	if err := tx.Model(town.Committee).Update("parent_id", province.Committee.ID).Error; err != nil {
		t.Fatal(err)
	}
	ofCommune := factory.Agency(t, tx, func(a *agency.Agency) { a.ParentID = &town.CommuneA.ID })
	ofOffice := factory.Agency(t, tx, func(a *agency.Agency) { a.ParentID = &town.CultureOffice.ID })
	s := agency.Store{DB: tx, Clock: factory.Clock()}
	g := factory.Group(t, tx, func(g *agency.Group) {
		g.MemberIDs = []uuid.UUID{town.Committee.ID, town.Police.ID, town.CommuneA.ID, ofCommune.ID, ofOffice.ID}
	})
	sees := func(committee factory.Town, want ...uuid.UUID) *agency.Group {
		t.Helper()
		got, err := s.Group(t.Context(), committee.Actor(access.CultureOffice), g.ID)
		if err != nil || !cmp.Equal(got.MemberIDs, want) {
			t.Fatalf("sees %v, not %v, %v", got, want, err)
		}
		return got
	}
	seen := sees(province, town.Committee.ID)
	pick := func(members string) error {
		_, err := s.ChangeGroup(t.Context(), province.Actor(access.CultureOffice), g.ID, seen.Version, wire.Patch(`{"member_ids":[`+members+`]}`))
		return err
	}
	if err := pick(`"` + town.Police.ID.String() + `"`); fault.KindOf(err) != fault.Invalid {
		t.Errorf("the province picks the town's police: %v", err)
	}
	if err := pick(""); err != nil {
		t.Error(err)
	}
	sees(town, town.Police.ID, town.CommuneA.ID, ofOffice.ID)
}

func TestTheNumberOfQueriesDoesNotGrowWithTheGroups(t *testing.T) {
	t.Parallel()
	tx := dbtest.New(t)
	here := factory.ATown(t, tx)
	n := 0
	counting := func(*gorm.DB) { n++ }
	if err := errors.Join(tx.Callback().Query().After("gorm:query").Register("count", counting), tx.Callback().Row().After("gorm:row").Register("count", counting)); err != nil {
		t.Fatal(err)
	}
	s := agency.Store{DB: tx, Clock: factory.Clock()}
	counted := func(groups int) int {
		t.Helper()
		n = 0
		got, err := s.Groups(t.Context(), here.Actor(access.CultureOffice), db.Page{Limit: 50})
		if err != nil || len(got.Items) != groups || !cmp.Equal(got.Items[groups-1].MemberIDs, []uuid.UUID{here.Police.ID}) {
			t.Fatalf("%+v, %v", got, err)
		}
		return n
	}
	member := func(g *agency.Group) { g.MemberIDs = []uuid.UUID{here.Police.ID} }
	factory.Group(t, tx, member)
	few := counted(1)
	for range 10 {
		factory.Group(t, tx, member)
	}
	if many := counted(11); few == 0 || many != few {
		t.Errorf("%d queries for one group, %d for many", few, many)
	}
}
