package viet

// quarters reads «quý II, III/2024», «quý 2 và quý 3», «quý I đến quý III năm 2024» from the word «quý» on.
func (p *phrase) quarters() {
	start := p.pos
	n, ok := quarterNumber(p.at(p.pos + 1))
	if !ok {
		p.pos++
		return
	}
	p.pos++
	p.listed(quarters, n, start)
}

// months reads «tháng 10, 11/2025», «tháng 3 đến tháng 9/2024», «tháng 3 - 9/2024» from the word «tháng» on.
func (p *phrase) months() {
	start := p.pos
	n, ok := monthNumber(p.at(p.pos + 1))
	if !ok {
		p.pos++
		return
	}
	p.pos++
	p.listed(months, n, start)
}

func quarterNumber(t token) (int, bool) {
	if n := roman(t.word); n > 0 {
		return n, true
	}
	return t.number, t.digits == 1 || t.digits == 2
}

func monthNumber(t token) (int, bool) { return t.number, t.digits == 1 || t.digits == 2 }

// listed adds the quarter or month whose number stands at pos, then every further one of the same list.
func (p *phrase) listed(u unit, n, start int) {
	for {
		p.pos++
		p.add(span{unit: u, number: n, year: p.yearHere(), at: start})
		next, at, ok := p.nextListed(u)
		if !ok {
			return
		}
		n, start, p.pos = next, at, at
	}
}

// nextListed looks past one separator or joining word for a further number that can only belong to the list.
func (p *phrase) nextListed(u unit) (n, at int, ok bool) {
	at = p.pos
	switch t := p.at(at); {
	case t.sep == ',' || t.sep == '-' || t.sep == '/':
	case t.word == "va" || t.word == "den" || t.word == "toi" || t.word == "hoac":
	default:
		return 0, 0, false
	}
	at++
	number := monthNumber
	if u == quarters {
		number = quarterNumber
	}
	n, ok = number(p.at(at))
	after := p.at(at + 1)
	if !ok || after.sep == '/' && p.at(at+2).digits > 0 && !p.at(at+2).isYear() {
		return 0, 0, false
	}
	if after.digits > 0 && !after.isYear() || after.word != "" && !joins(after.word) {
		return 0, 0, false
	}
	return n, at, true
}

// joins reports the words that may follow a number of a list.
func joins(word string) bool {
	switch word {
	case "va", "den", "nam", "cua", "quy", "thang", "thuong", "hang", "toi", "trong", "hoac":
		return true
	}
	return false
}

// yearHere reads «/2024», «năm 2024», «- 2024», «của năm 2024» at pos and moves past it; 0 and no move when no year follows.
func (p *phrase) yearHere() int {
	i := p.pos
	if s := p.at(i).sep; s == '/' || s == '-' || s == '.' || s == ',' {
		i++
	}
	slash := p.at(i - 1).sep
	if p.at(i).word == "cua" {
		i++
	}
	if p.at(i).word == "nam" {
		i++
	}
	t := p.at(i)
	switch {
	case t.isYear() && (p.at(i+1).sep != '/' || p.at(i+2).digits == 0):
		p.pos = i + 1
		return t.number
	case t.digits > 2 && i > p.pos && (slash == '/' || p.at(i-1).word == "nam"):
		p.impossible = true
	}
	return 0
}

// numberFirst reads what begins with a number: a day, «6/2025», «2025 - 2026», «6 tháng đầu năm», or numbers that belong to no date.
func (p *phrase) numberFirst() {
	t := p.toks[p.pos]
	switch {
	case p.isReference():
		p.skipReference()
	case t.isYear():
		p.add(span{unit: years, year: t.number, at: p.pos})
		p.pos++
	case t.digits > 2:
		p.impossible = p.impossible || p.at(p.pos-1).word == "nam"
		p.pos++
	case p.preceded("tuan"):
		p.pos++
	case p.at(p.pos+1).word == "thang":
		p.beforeMonth(t)
	default:
		p.dayOrMonth()
	}
}

// isReference reports the number of a document, «12/KH-UBND», whose own date is no date of the task.
func (p *phrase) isReference() bool {
	if s := p.at(p.pos + 1).sep; s != '/' && s != '-' {
		return false
	}
	next := p.at(p.pos + 2)
	return next.word != "" && next.word != "thang" && next.word != "quy" && next.word != "nam" && next.word != "ngay" ||
		next.isYear() && p.at(p.pos+3).sep == '/' && p.at(p.pos+4).word != ""
}

func (p *phrase) skipReference() {
	p.pos += 3
	for p.pos < len(p.toks) && p.toks[p.pos].word != "ngay" {
		if t := p.toks[p.pos]; t.sep == ';' || t.sep == ',' {
			return
		}
		p.pos++
	}
	p.pos++
	for p.pos < len(p.toks) && (p.toks[p.pos].digits > 0 || p.toks[p.pos].sep == '/' || p.toks[p.pos].sep == '-' || p.toks[p.pos].word == "thang" || p.toks[p.pos].word == "nam") {
		p.pos++
	}
}

// beforeMonth reads «6 tháng đầu năm 2024» and «15 tháng 3 năm 2024».
func (p *phrase) beforeMonth(t token) {
	start := p.pos
	after := p.at(p.pos + 2)
	month, ok := monthNumber(after)
	switch {
	case after.word == "dau" || after.word == "cuoi":
		p.pos += 3
		p.add(span{unit: halves, number: t.number, tail: after.word == "cuoi", year: p.yearHere(), at: start})
	case ok && (p.preceded("ngay") || p.at(p.pos+3).word == "nam" || p.at(p.pos+3).sep == '/'):
		p.pos += 3
		p.add(span{unit: days, day: t.number, number: month, year: p.yearHere(), at: start})
	default:
		p.pos++
	}
}
