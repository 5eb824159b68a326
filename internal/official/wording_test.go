package official_test

import (
	"testing"

	"lantoa/internal/day"
	"lantoa/internal/official"
)

func TestTheNumberIsPaddedBelowTenAndLeavesRoomWhenThereIsNone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ number, symbol, want string }{
		{"45", "KH-UBND", "Số: 45/KH-UBND"},
		{"5", "BC-UBND", "Số: 05/BC-UBND"},
		{"05/BC-UBND", "", "Số: 05/BC-UBND"},
		{"9/BC-VHTT", "KH-UBND", "Số: 09/BC-VHTT"},
		{"12 / KH-UBND", "", "Số: 12/KH-UBND"},
		{"10", "KH-UBND", "Số: 10/KH-UBND"},
		{"12a", "KH-UBND", "Số: 12a/KH-UBND"},
		{"", "KH-UBND", "Số:       /KH-UBND"},
		{"7", "", "Số: 07"},
	} {
		if got := official.NumberLine(c.number, c.symbol); got != c.want {
			t.Errorf("%q %q: got %q, want %q", c.number, c.symbol, got, c.want)
		}
	}
}

func TestDaysBelowTenAndTheFirstTwoMonthsArePadded(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		date        day.Day
		line, short string
	}{
		{day.New(2024, 3, 29), "Đức Phổ, ngày 29 tháng 3 năm 2024", "29/3/2024"},
		{day.New(2024, 1, 5), "Đức Phổ, ngày 05 tháng 01 năm 2024", "05/01/2024"},
		{day.New(2024, 2, 10), "Đức Phổ, ngày 10 tháng 02 năm 2024", "10/02/2024"},
		{day.New(2023, 6, 7), "Đức Phổ, ngày 07 tháng 6 năm 2023", "07/6/2023"},
		{day.New(2024, 12, 9), "Đức Phổ, ngày 09 tháng 12 năm 2024", "09/12/2024"},
	} {
		if got := official.DateLine("Đức Phổ", c.date, 0); got != c.line {
			t.Errorf("got %q, want %q", got, c.line)
		}
		if got := official.ShortDate(c.date); got != c.short {
			t.Errorf("got %q, want %q", got, c.short)
		}
	}
	if got := official.DateLine("Phổ An", day.Day{}, 2024); got != "Phổ An, ngày      tháng      năm 2024" {
		t.Errorf("unsigned: %q", got)
	}
	if got := official.DateLine("", day.Day{}, 0); got != "ngày      tháng      năm" {
		t.Errorf("nothing known: %q", got)
	}
}

func TestSectionsAndPointsAreNumberedAsTheDecreeSays(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 99: "XCIX"} {
		if got := official.Roman(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
	for n, want := range map[int]string{0: "a", 1: "a", 4: "d", 5: "đ", 6: "e", 7: "g", 10: "k", 23: "y", 24: "aa"} {
		if got := official.PointLetter(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestKindsHaveTheirAbbreviation(t *testing.T) {
	t.Parallel()
	for kind, want := range map[official.Kind]string{official.KindPlan: "KH", official.KindReport: "BC", "Thư": ""} {
		if got := kind.Abbreviation(); got != want {
			t.Errorf("%s: %q", kind, got)
		}
	}
}
