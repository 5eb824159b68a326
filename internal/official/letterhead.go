package official

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Letterhead is an issuing agency as the head of a document names it (component 2).
type Letterhead struct {
	Parent string   // the agency above, in capitals, not bold; empty for a People's Committee
	Agency []string // the agency's own name in capitals, bold, by lines
	Name   string   // the agency's official name within a sentence: «Ủy ban nhân dân xã Phổ An»
}

// LetterheadOf gives the letterhead of an agency. A People's Committee stands alone, its name on two lines
// («ỦY BAN NHÂN DÂN» / «THỊ XÃ ĐỨC PHỔ»); any other agency stands below its parent («UBND THỊ XÃ ĐỨC PHỔ»), if it has one.
func LetterheadOf(agency, parent string, committee bool) Letterhead {
	if unit, found := unitOf(agency); committee && found {
		return Letterhead{Agency: []string{"ỦY BAN NHÂN DÂN", capitals(unit)}, Name: FullName(agency)}
	}
	above := line(parent)
	if unit, found := unitOf(above); found {
		above = "UBND " + unit
	}
	return Letterhead{Parent: capitals(above), Agency: []string{capitals(line(agency))}, Name: line(agency)}
}

// FullName writes a People's Committee's name out: «Ủy ban nhân dân xã Phổ An»; other names stay.
func FullName(agency string) string {
	if unit, found := unitOf(agency); found {
		return "Ủy ban nhân dân " + unit
	}
	return line(agency)
}

// unitOf gives the unit that a People's Committee governs, «xã Phổ An»; false when the name is not a committee's.
func unitOf(committee string) (string, bool) {
	name := line(printable(committee))
	for _, start := range []string{"UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân ", "Ủy ban Nhân dân "} {
		if rest, found := strings.CutPrefix(name, start); found {
			return rest, true
		}
	}
	return name, false
}

// PlaceOf gives the place name of a People's Committee's documents: «Đức Phổ», «Phổ An», but «Phường Nguyễn Nghiêm» in full for a
// unit named after a person (whose common noun is written with a capital) or by a number (Decree 30/2020, Appendix I, II.4).
func PlaceOf(committee string) string {
	unit, _ := unitOf(committee)
	for _, noun := range []string{"tỉnh ", "thành phố ", "thị xã ", "huyện ", "quận ", "phường ", "xã ", "thị trấn ", "đặc khu "} {
		name, found := strings.CutPrefix(unit, noun)
		if !found || name == "" {
			continue
		}
		if unicode.IsDigit([]rune(name)[0]) {
			return capitals(string([]rune(unit)[:1])) + string([]rune(unit)[1:])
		}
		return name
	}
	return unit
}

// SymbolOf suggests the symbol of an agency's documents: «BC-UBND» for a People's Committee, «BC-VP» for its office, else the first
// letters of the name without the noun «Phòng» and the level at its end («BC-VHTT»). The head of an agency may have set another.
func SymbolOf(k Kind, agency string) string {
	name := line(agency)
	letters := k.Abbreviation() + "-"
	if _, committee := unitOf(name); committee {
		return letters + "UBND"
	}
	if strings.HasPrefix(name, "Văn phòng ") {
		return letters + "VP"
	}
	for _, level := range []string{" thị xã", " thành phố", " huyện", " quận", " tỉnh"} {
		name = strings.TrimSuffix(name, level)
	}
	for word := range strings.FieldsSeq(strings.TrimPrefix(name, "Phòng ")) {
		switch first := []rune(word)[0]; {
		case word == "và" || !unicode.IsLetter(first):
		case word == capitals(word):
			letters += word
		default:
			letters += toneless(unicode.ToUpper(first))
		}
	}
	return letters
}

// toneless gives a letter without its tone: «Ủ» as «U», while «Ư» and «Đ» stay.
func toneless(letter rune) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", r) {
			return -1
		}
		return r
	}, norm.NFD.String(string(letter))))
}

// HeadOf suggests the lines of authority and title with which an agency's head signs a report.
func HeadOf(agency string) []string {
	if _, committee := unitOf(agency); committee {
		return []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}
	}
	for _, head := range []struct{ begins, title string }{
		{"Ủy ban Mặt trận", "CHỦ TỊCH"}, {"Văn phòng", "CHÁNH VĂN PHÒNG"}, {"Phòng", "TRƯỞNG PHÒNG"}, {"Thanh tra", "CHÁNH THANH TRA"},
		{"Công an", "TRƯỞNG CÔNG AN"}, {"Trung tâm", "GIÁM ĐỐC"}, {"Sở", "GIÁM ĐỐC"}, {"Ban Chỉ huy", "CHỈ HUY TRƯỞNG"},
		{"Ban", "TRƯỞNG BAN"}, {"Hội", "CHỦ TỊCH"}, {"Liên đoàn", "CHỦ TỊCH"}, {"Thị đoàn", "BÍ THƯ"}, {"Huyện đoàn", "BÍ THƯ"},
		{"Đoàn", "BÍ THƯ"},
	} {
		if strings.HasPrefix(line(agency), head.begins) {
			return []string{head.title}
		}
	}
	return []string{"THỦ TRƯỞNG CƠ QUAN"}
}
