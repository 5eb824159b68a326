package agency_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/agency"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/wire"
)

func TestAgenciesAreFoundWithoutDiacriticsAndSortedInVietnamese(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	for _, name := range []string{"Xã Ân", "Xã An", "Xã Ăn", "Xã Đông", "Xã Dũng"} {
		factory.Agency(t, tx, func(a *agency.Agency) { a.Name = name })
	}
	s := agency.Store{DB: tx, Clock: factory.Clock()}
	page := db.Page{Limit: 2}
	var got []string
	for range 5 {
		out, err := s.List(t.Context(), admin(), agency.Filter{Q: "xa"}, page)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range out.Items {
			got = append(got, a.Name)
		}
		if out.NextCursor == nil {
			break
		}
		page.Cursor = *out.NextCursor
	}
	want := []string{"Xã An", "Xã Ăn", "Xã Ân", "Xã Dũng", "Xã Đông"}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("%v, want %v", got, want)
		}
	}
	for q, n := range map[string]int{"dong": 1, "ĐÔNG xã": 1, "%": 0, `\`: 0, "_": 0} {
		out, err := s.List(t.Context(), admin(), agency.Filter{Q: q}, db.Page{Limit: 50})
		if err != nil || len(out.Items) != n {
			t.Errorf("%q: %d %v", q, len(out.Items), err)
		}
	}
}

func TestAForgedCursorIsMalformed(t *testing.T) {
	t.Parallel()
	s := agency.Store{DB: dbtest.Tx(t), Clock: factory.Clock()}
	for _, cursor := range []string{"x", "e30", "eyJzIjoibmFtZSIsImsiOiJhIiwiaSI6Im5vIn0"} {
		_, err := s.List(t.Context(), admin(), agency.Filter{}, db.Page{Limit: 1, Cursor: cursor})
		if fault.KindOf(err) != fault.Malformed {
			t.Errorf("%q: %v", cursor, err)
		}
		s.DB = dbtest.Tx(t) // a failed statement ends its transaction
	}
}

func TestAChangeMadeFromAnOldVersionIsStale(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	a := factory.Agency(t, tx)
	s := agency.Store{DB: tx, Clock: factory.Clock()}
	changed, err := s.Change(t.Context(), admin(), a.ID, 1, wire.Patch(`{"phone":"0255 3859 000"}`))
	if err != nil || changed.Version != 2 || changed.Phone == "" || changed.Name != a.Name {
		t.Fatalf("%+v %v", changed, err)
	}
	if _, err := s.Change(t.Context(), admin(), a.ID, 1, wire.Patch(`{"phone":"1"}`)); fault.KindOf(err) != fault.Stale {
		t.Errorf("second: %v", err)
	}
}

func TestAnAgencyCannotStandUnderItsOwnUnit(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	town := factory.ATown(t, tx)
	s := agency.Store{DB: tx, Clock: factory.Clock()}
	_, err := s.Change(t.Context(), admin(), town.Province.ID, 1, wire.Patch(`{"parent_id":"`+town.CommuneA.ID.String()+`"}`))
	if fault.KindOf(err) != fault.Invalid {
		t.Errorf("got %v", err)
	}
}

func TestTheDirectoryHasTheIssuersTreeFirstAndItsSuperiorsOutside(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	town := factory.ATown(t, tx)
	elsewhere := factory.Agency(t, tx)
	d, err := agency.DirectoryFor(tx, town.Committee.ID, factory.Clock().Today())
	if err != nil || d.Issuer.ID != town.Committee.ID || len(d.Below) != 7 {
		t.Fatalf("%d below, %v", len(d.Below), err)
	}
	if len(d.Outside) != 1 || d.Outside[0].ID != town.Province.ID {
		t.Errorf("outside %v", d.Outside)
	}
	for _, a := range append(d.Below, d.Outside...) {
		if a.ID == elsewhere.ID {
			t.Error("an unrelated agency is in the directory")
		}
	}
}

func TestTheDirectoryHoldsWhoIsValidThatDayInVietnameseOrder(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	committee := factory.Agency(t, tx)
	ended := factory.Clock().Today().AddDays(-1)
	for _, name := range []string{"Xã Đại An", "Xã Âu Cơ", "Xã Cẩm Hà", "Xã An Hải", "Xã Dũng Quất"} {
		factory.Agency(t, tx, func(a *agency.Agency) { a.Name, a.ParentID = name, &committee.ID })
	}
	factory.Agency(t, tx, func(a *agency.Agency) { a.ParentID, a.ValidTo = &committee.ID, &ended })
	d, err := agency.DirectoryFor(tx, committee.ID, factory.Clock().Today())
	if err != nil {
		t.Fatal(err)
	}
	got := []string{}
	for _, a := range d.Below {
		got = append(got, a.Name)
	}
	if want := []string{"Xã An Hải", "Xã Âu Cơ", "Xã Cẩm Hà", "Xã Dũng Quất", "Xã Đại An"}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestAGroupRefusesMembersThatDoNotExist(t *testing.T) {
	t.Parallel()
	tx := dbtest.Tx(t)
	s := agency.Store{DB: tx, Clock: factory.Clock()}
	_, err := s.CreateGroup(t.Context(), admin(), agency.GroupInput{Name: "Nhóm", ByHand: true, MemberIDs: []uuid.UUID{uuid.Must(uuid.NewV7())}})
	if fault.KindOf(err) != fault.Invalid {
		t.Errorf("got %v", err)
	}
}
