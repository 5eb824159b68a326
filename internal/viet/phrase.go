package viet

import "strings"

// phrase is a time phrase taken apart: the times it names and the words that say how they are meant.
type phrase struct {
	toks []token
	pos  int

	spans []span

	continuous   bool
	continuousAt int
	recurring    bool
	wholeYear    bool // «cả năm», «trong năm»
	open         bool // «và những năm tiếp theo»
	elsewhere    bool // «theo kế hoạch của tỉnh»
	bounded      bool // a phrase that looks elsewhere but still names a limit of its own
	school       bool // «năm học», whose days no calendar year tells
	after        bool // «sau ngày …»
	impossible   bool

	from, to, before, last bool // what the next span is
}

// readPhrase takes a phrase apart in one pass over its tokens.
func readPhrase(text string) *phrase {
	plain := plainPhrase(text)
	p := &phrase{toks: tokens(plain)}
	p.elsewhere = strings.HasPrefix(plain, "theo ") || strings.HasPrefix(plain, "khi ") || strings.HasPrefix(plain, "sau khi ")
	p.open = hasAny(plain, "nam tiep theo", "nam sau do", "nam ke tiep", "cac nam sau", "nhung nam sau")
	p.continuous = hasAny(plain, "thuong xuyen", "lien tuc", "quanh nam", "suot nam")
	p.recurring = hasAny(plain, "hang nam", "hang quy", "hang thang", "hang tuan", "hang ngay", "dinh ky", "dinh ki", "moi nam", "moi quy", "moi thang", "moi tuan", "moi ngay", "nam mot lan", "lan/nam", "lan/quy", "lan/thang", "lan/tuan")
	p.wholeYear = hasAny(plain, "ca nam", "trong nam", "nam ke hoach")
	p.school = hasAny(plain, "nam hoc")
	for p.pos < len(p.toks) {
		p.step()
	}
	if len(p.spans) == 0 && hasAny(plain, "6 thang, nam", "6 thang va nam", "6 thang, 1 nam", "6 thang, 01 nam", "06 thang, nam", "6 thang/lan") {
		p.recurring = true
	}
	return p
}

func hasAny(s string, parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// step reads one token, or the whole time that begins with it.
func (p *phrase) step() {
	t := p.toks[p.pos]
	switch {
	case t.digits > 0:
		p.numberFirst()
		return
	case t.sep != 0:
		p.pos++
		return
	}
	switch t.word {
	case "quy", "qui", "q":
		p.quarters()
	case "qi", "qii", "qiii", "qiv":
		p.listed(quarters, roman(t.word[1:]), p.pos)
	case "thang", "t":
		p.months()
	default:
		p.modifier(t.word)
		p.pos++
	}
}

// modifier notes words that say how the next span is meant; any other word but those of a date ends their reach.
func (p *phrase) modifier(word string) {
	switch word {
	case "thuong", "lien", "quanh", "suot":
		if p.continuous && p.continuousAt == 0 {
			p.continuousAt = p.pos
		}
		p.clear()
	case "tu", "ke":
		p.from = !p.follows("ky") && !p.follows("hoach")
	case "truoc":
		p.before, p.bounded = true, true
	case "den", "toi":
		p.last = len(p.spans) == 0 && !p.from
		p.to = len(p.spans) > 0
	case "nhat": // chậm nhất, muộn nhất
		p.last, p.bounded = true, true
	case "qua", "hon": // không quá, không muộn hơn
		p.last = p.last || p.preceded("khong") || p.preceded("muon")
	case "sau":
		p.after = p.after || p.follows("ngay")
	case "ngay", "het", "nam", "la", "luc", "gio", "phut", "h", "g", "dau", "cuoi", "giua", "cham", "muon", "khong", "va", "trung", "tuan":
	default:
		p.clear()
	}
}

func (p *phrase) clear() { p.from, p.to, p.before, p.last = false, false, false, false }

func (p *phrase) follows(word string) bool {
	return p.pos+1 < len(p.toks) && p.toks[p.pos+1].word == word
}

func (p *phrase) preceded(word string) bool { return p.pos > 0 && p.toks[p.pos-1].word == word }

func (p *phrase) at(i int) token {
	if i < 0 || i >= len(p.toks) {
		return token{}
	}
	return p.toks[i]
}

// add keeps a span with the meaning noted for it.
func (p *phrase) add(s span) {
	s.from, s.to, s.before, s.last = p.from, p.to, p.before, p.last && len(p.spans) == 0
	if p.last && p.bounded {
		s.last = true
	}
	p.clear()
	s.yearless = s.year == 0
	p.spans = append(p.spans, s)
}
