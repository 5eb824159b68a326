package agency_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/agency"
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
