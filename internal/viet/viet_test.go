package viet_test

import (
	"strings"
	"testing"

	"lantoa/internal/viet"
)

func TestFoldingLeavesPlainLetters(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Đức Phổ":                     "duc pho",
		"ĐẤU TRANH, PHẢN BÁC":         "dau tranh, phan bac",
		"Thường xuyên trong năm 2024": "thuong xuyen trong nam 2024",
		"QÐ-UBND":                     "qd-ubnd",
		"Ho\u0323\u0302i":             "hoi",
	} {
		if got := viet.Fold(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestSpellingsOfOneNameHaveOneKey(t *testing.T) {
	t.Parallel()
	for _, same := range [][]string{
		{"Phòng Văn hóa và Thông tin", "Phòng Văn hoá và Thông tin", "phòng  văn hóa và thông tin.", " «PHÒNG VĂN HOÁ VÀ THÔNG TIN»;"},
		{"Trung tâm Truyền thông - Văn hóa - Thể thao", "Trung tâm Truyền thông – Văn hoá — Thể thao", "Trung tâm Truyền thông-Văn hóa-Thể thao"},
		{"thuỷ lợi", "thủy lợi"},
		{"Uỷ ban nhân dân", "Ủy ban nhân dân"},
		{"QĐ", "QÐ"},
	} {
		for _, other := range same[1:] {
			if viet.NameKey(other) != viet.NameKey(same[0]) {
				t.Errorf("%q and %q: %q, %q", same[0], other, viet.NameKey(same[0]), viet.NameKey(other))
			}
		}
	}
	for _, apart := range [][2]string{
		{"Các cơ quan, đơn vị liên quan", "Các cơ quan, đơn vị, địa phương"},
		{"Phòng Y tế", "Phòng Kinh tế"},
		{"xã Phổ An", "xã Phố An"},
	} {
		if viet.NameKey(apart[0]) == viet.NameKey(apart[1]) {
			t.Errorf("%q and %q have one key", apart[0], apart[1])
		}
	}
}

func TestAStampIsFoundAndThePlainWordsAreNot(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"MẬT": 1,
		"UBND THỊ XÃ\n\n  TỐI MẬT  \nSố": 3,
		"| TUYỆT MẬT |":                  1,
		"[MẬT]":                          1,
		"ＭẬＴ":                            1,
		"**MẬT**":                        1,
		"T U Y Ệ T  M Ậ T":               1,
		"MẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM":                            1,
		"TO\u0302\u0301I MA\u0323\u0302T":                                    1,
		"— — — — — [ Đ Ộ  M Ậ T ：  T U Y E\u0323\u0302 T  M Ậ T ] — — — — —": 1,
		"bảo vệ bí mật nhà nước":                                             0,
		"BẢO VỆ BÍ MẬT NHÀ NƯỚC":                                             0,
		"Mật":                                                                0,
		"1. Công tác bảo mật: MẬT khẩu không được để lộ.":                    0,
		"mật\nTối mật":                                                       0,
		"":                                                                   0,
	} {
		line, found := viet.SecrecyStamp(text)
		if line != want || found != (want > 0) {
			t.Errorf("%q: line %d, found %v, want %d", text, line, found, want)
		}
	}
}

// TestAPartThatIsNoStampCostsNoMemory: it runs alone, as allocations are counted for the whole process.
func TestAPartThatIsNoStampCostsNoMemory(t *testing.T) {
	for _, hostile := range []string{"Ậ\t", "ＭＡ\u0323\t", "ẬA\u0302   "} {
		text := strings.Repeat(hostile, 1000)
		if n := testing.AllocsPerRun(3, func() { viet.SecrecyStamp(text) }); n > 0 {
			t.Errorf("%q: %v allocations", hostile, n)
		}
	}
}
