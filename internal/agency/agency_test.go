package agency_test

import (
	"errors"
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/day"
	"lantoa/internal/fault"
)

func admin() access.Actor {
	return access.Actor{AccountID: uuid.Must(uuid.NewV7()), Role: access.Admin, Position: access.Head}
}

func TestAgencyEditHoldsTheRules(t *testing.T) {
	t.Parallel()
	own := uuid.Must(uuid.NewV7())
	from, to := day.New(2025, 7, 1), day.New(2025, 6, 30)
	for name, c := range map[string]struct {
		in      agency.Input
		pointer string
		code    string
	}{
		"a plain one":       {agency.Input{Name: "UBND xã Phổ An", Kind: "commune"}, "", ""},
		"no name":           {agency.Input{Name: " ", Kind: "commune"}, "/name", "input.required"},
		"a strange kind":    {agency.Input{Name: "A", Kind: "Xã!"}, "/kind", "input.unknown_value"},
		"a blank alias":     {agency.Input{Name: "A", Kind: "office", Aliases: []string{"B", ""}}, "/aliases/1", "input.required"},
		"ends before start": {agency.Input{Name: "A", Kind: "office", ValidFrom: &from, ValidTo: &to}, "/valid_to", "input.order"},
		"its own superior":  {agency.Input{Name: "A", Kind: "office", ParentID: &own}, "/parent_id", "agency.own_parent"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := agency.Agency{State: agency.Active}
			a.ID = own
			err := a.Edit(admin(), c.in)
			if c.code == "" {
				if err != nil || a.ShortName != c.in.Name {
					t.Fatalf("%v, short name %q", err, a.ShortName)
				}
				return
			}
			f, ok := errors.AsType[*fault.Error](err)
			if !ok || f.Kind != fault.Invalid || len(f.Fields) != 1 || f.Fields[0] != (fault.Field{Pointer: c.pointer, Code: c.code}) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestTheCultureOfficeChangesTheMembersOfAGroupAlone(t *testing.T) {
	t.Parallel()
	culture := access.Actor{AccountID: uuid.Must(uuid.NewV7()), Role: access.CultureOffice}
	g := agency.Group{Name: "Các cơ quan liên quan", ByHand: true, State: agency.Active}
	in := g.Input()
	in.MemberIDs = []uuid.UUID{uuid.Must(uuid.NewV7())}
	if err := g.Edit(culture, in); err != nil || len(g.MemberIDs) != 1 {
		t.Fatalf("members: %v", err)
	}
	in.Name = "Tên khác"
	if err := g.Edit(culture, in); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("name: %v", err)
	}
	if err := g.Edit(admin(), in); err != nil {
		t.Errorf("administration: %v", err)
	}
}

func TestAnAgencyIsValidFromItsFirstToItsLastDay(t *testing.T) {
	t.Parallel()
	from, to := day.New(2020, 2, 1), day.New(2025, 6, 30)
	a := agency.Agency{ValidFrom: &from, ValidTo: &to}
	for d, want := range map[day.Day]bool{from.AddDays(-1): false, from: true, to: true, to.AddDays(1): false} {
		if a.ValidOn(d) != want {
			t.Errorf("%s: %v", d, !want)
		}
	}
}
