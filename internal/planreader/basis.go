package planreader

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"lantoa/internal/day"
	"lantoa/internal/viet"
)

// aligned is a text and its folded form with as many runes, so that a place found in one is known in the other.
type aligned struct {
	text   string
	folded string
}

func align(text string) aligned {
	return aligned{text, strings.Map(func(r rune) rune {
		if f := viet.FoldRune(r); f >= 0 {
			return f
		}
		return '\'' // a combining mark that found no letter
	}, text)}
}

// at gives the byte of text that stands at a byte of the folded form.
func (a aligned) at(foldedByte int) int {
	if len(a.text) == len(a.folded) {
		return foldedByte
	}
	runes := utf8.RuneCountInString(a.folded[:foldedByte])
	i := 0
	for ; runes > 0; runes-- {
		_, size := utf8.DecodeRuneInString(a.text[i:])
		i += size
	}
	return i
}

func (a aligned) slice(from, to int) string { return a.text[a.at(from):a.at(to)] }

// patterns of official documents, over folded text.
var (
	symbolAt = regexp.MustCompile(`(\d{1,6}) ?([/-]) ?((?:\d{4} ?/ ?)?[a-z][a-z0-9&]*(?: ?[-/_–] ?[a-z][a-z0-9&]*)*)`)
	dateAt   = regexp.MustCompile(`ngay (\d{1,2}) ?(?:/|-|\.|thang) ?(\d{1,2}) ?(?:/|-|\.|nam) ?(\d{4})`)
	// issuerVerbAt is where the subject begins without «về»: «của Chính phủ quy định chi tiết …».
	issuerVerbAt = regexp.MustCompile(` (?:quy dinh|ban hanh|huong dan|phe duyet|sua doi|trien khai|thuc hien|tang cuong|cong bo|to chuc) `)
	aboutAt      = regexp.MustCompile(`(?:^|[ ,])(?:ve viec|v/v|ve) `)
)

// basisKinds are what the documents that a plan rests on are called, folded.
const basisKinds = "luat|bo luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|chi thi|thong tu|ke hoach|cong van|cong dien|chuong trinh|de an|thong bao|huong dan|ket luan|thong tri|to trinh|quy che|quy dinh|hien phap|bao cao|van ban|du an|chien luoc|dieu le"

var basisStart = regexp.MustCompile(`^(?:can cu|thuc hien|theo|trien khai|trien khai thuc hien|thi hanh|chap hanh|xet|tren co so)(?: cac| noi dung| de nghi cua [^,;]{1,100}? tai)? (?:` + basisKinds + `)\b`)

// isBasis reports a paragraph that names what the plan rests on.
func isBasis(l *line) bool {
	return len(l.folded) < 5000 && (strings.HasPrefix(l.folded, "can cu ") || basisStart.MatchString(l.folded) && (symbolAt.MatchString(l.folded) || dateAt.MatchString(l.folded)))
}

// bases reads «Căn cứ Kế hoạch số 124/KH-UBND ngày 07/6/2023 của UBND tỉnh về …;», one or several in a paragraph.
func bases(text string) []LegalBasis {
	a := align(text)
	lead := ""
	if m := basisLead.FindStringIndex(a.folded); m != nil {
		lead = a.slice(0, m[1])
	}
	var out []LegalBasis
	for _, part := range splitBases(a) {
		part = strings.TrimPrefix(strings.TrimSpace(part), "và ")
		if !basisLead.MatchString(align(part).folded) {
			part = lead + part
		}
		if b, ok := readBasis(align(part)); ok {
			out = append(out, b)
		}
	}
	return out
}

var nextBasis = regexp.MustCompile(`; ?(?:va )?(?:can cu |thuc hien )?(?:` + basisKinds + `)\b`)

func splitBases(a aligned) []string {
	var out []string
	from := 0
	for _, m := range nextBasis.FindAllStringIndex(a.folded, -1) {
		out = append(out, a.slice(from, m[0]))
		from = m[0] + 1
	}
	return append(out, a.slice(from, len(a.folded)))
}

// proposerAt finds whose proposal a plan follows: «Theo đề nghị của Trưởng phòng … tại Tờ trình số …».
var proposerAt = regexp.MustCompile(`^de nghi cua (.{2,150}?) tai `)

var basisLead = regexp.MustCompile(`^(?:can cu|thuc hien|theo|trien khai thuc hien|trien khai|thi hanh|chap hanh|xet|tren co so) `)

func readBasis(a aligned) (LegalBasis, bool) {
	whole := strings.TrimRight(strings.TrimSpace(a.text), " ;.,")
	a = align(whole)
	if m := basisLead.FindStringIndex(a.folded); m != nil {
		a = align(a.slice(m[1], len(a.folded)))
	}
	if a.text == "" {
		return LegalBasis{}, false
	}
	b := LegalBasis{Text: whole}
	if m := proposerAt.FindStringSubmatchIndex(a.folded); m != nil {
		b.Issuer = a.slice(m[2], m[3])
	}
	end := b.readReference(a)
	b.readSubject(a, end)
	return b, true
}

// readReference reads number and date and gives where they end; a law cited by name has its name before the date.
func (b *LegalBasis) readReference(a aligned) (end int) {
	if m := symbolAt.FindStringIndex(a.folded); m != nil && m[0] < 160 {
		n := symbol(a.slice(m[0], m[1]))
		b.Number, end = &n, m[1]
	}
	if m := dateAt.FindStringSubmatchIndex(a.folded[end:]); m != nil && (b.Number == nil || m[0] < 40) {
		b.IssuedOn = dateOf(a.folded[end:], m)
		if b.Number == nil {
			b.Subject = strings.TrimRight(a.slice(0, m[0]), " ,")
		}
		end += m[1]
	}
	return end
}

// readSubject reads issuer and subject behind number and date: «của UBND tỉnh về …».
func (b *LegalBasis) readSubject(a aligned, end int) {
	about := aboutAt.FindStringIndex(a.folded[end:])
	if verb := issuerVerbAt.FindStringIndex(a.folded[end:]); verb != nil && (about == nil || verb[0] < about[0]) {
		about = []int{verb[0], verb[0]}
	}
	if of := strings.Index(a.folded[end:], "cua "); of >= 0 && of < 12 && end > 0 {
		from, to := end+of+len("cua "), len(a.folded)
		if about != nil {
			to = end + about[0]
		}
		if from < to {
			b.Issuer = strings.Trim(a.slice(from, to), " ,")
		}
	}
	switch {
	case b.Number == nil && b.Subject == "":
		b.Subject = a.text
	case b.Number != nil && about != nil:
		b.Subject = strings.TrimSpace(a.slice(end+about[1], len(a.folded)))
	case b.Number != nil && b.Issuer == "":
		b.Subject = strings.Trim(a.slice(end, len(a.folded)), " ,")
	}
}

// symbol writes a document's number the official way: no spaces around its signs, a proper Đ.
func symbol(s string) string {
	s = strings.NewReplacer(" ", "", "_", "-", "–", "-", "Ð", "Đ").Replace(s)
	return strings.TrimRight(s, "-/")
}

// dateOf reads day, month and year out of a match; nil when there is no such day.
func dateOf(s string, m []int) *day.Day {
	d, _ := strconv.Atoi(s[m[2]:m[3]])
	month, _ := strconv.Atoi(s[m[4]:m[5]])
	year, _ := strconv.Atoi(s[m[6]:m[7]])
	if year < 1900 || year > 2200 || !day.Exists(year, time.Month(month), d) {
		return nil
	}
	on := day.New(year, time.Month(month), d)
	return &on
}

func isUpperOrDigit(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }
