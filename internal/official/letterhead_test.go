package official_test

import (
	"strings"
	"testing"

	"lantoa/internal/official"
)

func TestACommitteeStandsAloneAndAnOfficeBelowItsCommittee(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		agency, above        string
		committee            bool
		parent, own, written string
	}{
		{"UBND thị xã Đức Phổ", "UBND tỉnh Quảng Ngãi", true, "", "ỦY BAN NHÂN DÂN|THỊ XÃ ĐỨC PHỔ", "Ủy ban nhân dân thị xã Đức Phổ"},
		{"Ủy ban nhân dân xã Phổ An", "UBND thị xã Đức Phổ", true, "", "ỦY BAN NHÂN DÂN|XÃ PHỔ AN", "Ủy ban nhân dân xã Phổ An"},
		{"UBND Phường Nguyễn Nghiêm", "", true, "", "ỦY BAN NHÂN DÂN|PHƯỜNG NGUYỄN NGHIÊM", "Ủy ban nhân dân Phường Nguyễn Nghiêm"},
		{"Phòng Văn hóa và Thông tin", "UBND thị xã Đức Phổ", false, "UBND THỊ XÃ ĐỨC PHỔ", "PHÒNG VĂN HÓA VÀ THÔNG TIN", "Phòng Văn hóa và Thông tin"},
		{"Phòng Tư pháp", "Ủy ban nhân dân thị xã Đức Phổ", false, "UBND THỊ XÃ ĐỨC PHỔ", "PHÒNG TƯ PHÁP", "Phòng Tư pháp"},
		{"Ủy ban Mặt trận Tổ quốc Việt Nam thị xã", "", false, "", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM THỊ XÃ", "Ủy ban Mặt trận Tổ quốc Việt Nam thị xã"},
	} {
		l := official.LetterheadOf(c.agency, c.above, c.committee)
		if l.Parent != c.parent || strings.Join(l.Agency, "|") != c.own || l.Name != c.written {
			t.Errorf("%s: %+v", c.agency, l)
		}
	}
}

func TestAPlaceNamedAfterAPersonOrANumberKeepsItsCommonNoun(t *testing.T) {
	t.Parallel()
	for committee, want := range map[string]string{
		"UBND thị xã Đức Phổ": "Đức Phổ", "UBND xã Phổ An": "Phổ An", "UBND phường Phổ Văn": "Phổ Văn", "UBND tỉnh Quảng Ngãi": "Quảng Ngãi",
		"Ủy ban nhân dân thị trấn Di Lăng": "Di Lăng", "UBND Phường Nguyễn Nghiêm": "Phường Nguyễn Nghiêm",
		"UBND Thành phố Hồ Chí Minh": "Thành phố Hồ Chí Minh", "UBND phường 7": "Phường 7", "": "",
	} {
		if got := official.PlaceOf(committee); got != want {
			t.Errorf("%s: %q, want %q", committee, got, want)
		}
	}
}

func TestTheSymbolFollowsTheAgency(t *testing.T) {
	t.Parallel()
	for agency, want := range map[string]string{
		"UBND xã Phổ An": "BC-UBND", "Phòng Văn hóa và Thông tin": "BC-VHTT", "Phòng Tài chính - Kế hoạch": "BC-TCKH",
		"Văn phòng HĐND và UBND thị xã": "BC-VP", "Công an thị xã": "BC-CA", "Ủy ban MTTQ thị xã": "BC-UBMTTQ", "": "BC-",
	} {
		if got := official.SymbolOf(official.KindReport, agency); got != want {
			t.Errorf("%s: %q, want %q", agency, got, want)
		}
	}
}

func TestTheHeadOfEachKindOfAgencySignsWithItsTitle(t *testing.T) {
	t.Parallel()
	for agency, want := range map[string]string{
		"UBND xã Phổ An": "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH", "Phòng Tư pháp": "TRƯỞNG PHÒNG", "Văn phòng HĐND và UBND thị xã": "CHÁNH VĂN PHÒNG",
		"Trung tâm Truyền thông - Văn hóa - Thể thao": "GIÁM ĐỐC", "Thị đoàn Đức Phổ": "BÍ THƯ", "Kho bạc": "THỦ TRƯỞNG CƠ QUAN",
	} {
		if got := strings.Join(official.HeadOf(agency), "|"); got != want {
			t.Errorf("%s: %q, want %q", agency, got, want)
		}
	}
}
