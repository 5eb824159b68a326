package official

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lantoa/internal/day"
)

// Kind is a kind of official document that bears a name (Decree 30/2020, Appendix III), written as within a sentence.
type Kind string

// The kinds of documents that are printed here.
const (
	KindPlan   Kind = "Kế hoạch"
	KindReport Kind = "Báo cáo"
)

// abbreviations are those of the kinds of documents in their symbols, with the names they stand for.
func abbreviations() map[string]Kind {
	return map[string]Kind{"KH": KindPlan, "BC": KindReport, "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "NĐ": "Nghị định",
		"TT": "Thông tư", "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "ĐA": "Đề án", "KL": "Kết luận",
		"TTr": "Tờ trình", "PA": "Phương án"}
}

// Abbreviation gives the kind's abbreviation in a symbol: «KH»; empty for a kind not known.
func (k Kind) Abbreviation() string {
	for abbreviation, kind := range abbreviations() {
		if kind == k {
			return abbreviation
		}
	}
	return ""
}

// kindOf gives the kind of document that a number such as «124/KH-UBND» belongs to, «Công văn» when its symbol names none.
func kindOf(number string) Kind {
	known := abbreviations()
	for _, part := range strings.FieldsFunc(number, func(r rune) bool { return r == '/' || r == '-' || r == ' ' }) {
		if kind, found := known[part]; found {
			return kind
		}
	}
	return "Công văn"
}

// blank is the room left for a number or a day that is written in after signing.
const blank = "      "

// NumberLine gives the line «Số: 45/KH-UBND»: a number below 10 gets a leading zero, one not given yet leaves room.
// The number may come bare or with its symbol, with or without spaces.
func NumberLine(number, symbol string) string { return "Số: " + numbered(number, symbol) }

func numbered(number, symbol string) string {
	number, own, _ := strings.Cut(strings.Join(strings.Fields(number), ""), "/")
	if own != "" {
		symbol = own
	}
	if n, err := strconv.Atoi(number); err == nil && n >= 0 && n < 10 {
		number = fmt.Sprintf("%02d", n)
	}
	if number == "" {
		number = blank
	}
	return strings.TrimSuffix(number+"/"+symbol, "/")
}

// DateLine gives the line «Đức Phổ, ngày 29 tháng 3 năm 2024»; a zero date leaves room for day and month in the year.
func DateLine(place string, date day.Day, year int) string {
	return strings.TrimPrefix(place+", "+longDate(date, year), ", ")
}

func longDate(date day.Day, year int) string {
	if !date.IsZero() {
		return fmt.Sprintf("ngày %s tháng %s năm %d", padded(date.Day(), 9), padded(int(date.Month()), 2), date.Year())
	}
	if year == 0 {
		return "ngày" + blank + "tháng" + blank + "năm"
	}
	return fmt.Sprintf("ngày%stháng%snăm %d", blank, blank, year)
}

// ShortDate gives «07/6/2023», as dates stand within a text; the decree pads days below 10 and the months 1 and 2.
func ShortDate(date day.Day) string {
	return fmt.Sprintf("%s/%s/%d", padded(date.Day(), 9), padded(int(date.Month()), 2), date.Year())
}

// padded writes a number with a leading zero when it is not above a limit of one digit.
func padded(n, limit int) string {
	if n <= limit {
		return fmt.Sprintf("%02d", n)
	}
	return itoa(n)
}

func itoa(n int) string { return strconv.Itoa(n) }

// Roman gives the Roman number of a mục or a phụ lục, from 1 on.
func Roman(n int) string {
	var b strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.sign)
		}
	}
	return b.String()
}

// PointLetter gives the letter of the n-th điểm in the order of the Vietnamese alphabet, from 1 on; past «y» two letters.
func PointLetter(n int) string {
	letters := []string{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"}
	if n <= len(letters) {
		return letters[max(n, 1)-1]
	}
	return PointLetter((n-1)/len(letters)) + letters[(n-1)%len(letters)]
}

func capitals(text string) string { return strings.ToUpper(norm.NFC.String(text)) }

// midSentence lowers the first letter of a title so that it can follow other words; names and abbreviations keep their capital.
func midSentence(title string) string {
	runes := []rune(norm.NFC.String(strings.TrimSpace(title)))
	words := strings.Fields(string(runes))
	if len(words) == 0 || (len([]rune(words[0])) > 1 && unicode.IsUpper([]rune(words[0])[1])) {
		return string(runes)
	}
	if len(words) > 1 && unicode.IsUpper([]rune(words[1])[0]) {
		return string(runes)
	}
	runes[0] = unicode.ToLower(runes[0])
	return string(runes)
}

// bare takes the end marks from a text.
func bare(text string) string {
	return strings.TrimRight(strings.TrimSuffix(strings.TrimRight(text, " "), "./."), " .;,")
}

// sentence ends a text with a full stop unless it ends with a mark of its own.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".;:!?") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}

// listed writes one item of a list of names: «- …;», the last one «- ….».
func listed(name string, at, of int) string {
	end := ";"
	if at == of-1 {
		end = "."
	}
	return "- " + bare(line(name)) + end
}

var bullet = regexp.MustCompile(`^[-–—+•*]\s+`)

// line makes one line of a text and takes a list mark from its beginning.
func line(text string) string {
	return bullet.ReplaceAllString(strings.Join(strings.Fields(text), " "), "")
}

// printable makes a text fit for a document: valid UTF-8, NFC, without control characters; line breaks and tabs become spaces.
func printable(text string) string {
	clean := func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF || r == 0xFEFF:
			return -1
		}
		return r
	}
	return norm.NFC.String(strings.Map(clean, strings.ToValidUTF8(text, "")))
}
