package viet

// dayOrMonth reads numbers joined by commas, dashes, «và» or «đến» up to the one that carries the month or year:
// «20, 21/6/2024», «10 - 12/2024», «15/3», «6/2025».
func (p *phrase) dayOrMonth() {
	start := p.pos
	numbers, end := p.run()
	last := numbers[len(numbers)-1]
	slash, second := p.at(end), p.at(end+1)
	switch {
	case isDateSep(slash.sep) && second.digits > 0 && p.at(end+2).sep == slash.sep && p.isYearOfDay(end+3, slash.sep):
		p.pos = end + 4
		p.addDays(numbers, second.number, fullYear(p.at(end+3)), start)
	case slash.sep == '/' && second.isYear():
		p.pos = end + 2
		for i, n := range numbers {
			p.add(span{unit: months, number: n, year: second.number, at: start + i})
		}
	case slash.sep == '/' && (second.digits == 1 || second.digits == 2):
		p.pos = end + 2
		year := p.yearHere()
		p.addDays(numbers, second.number, year, start)
	case slash.sep == '/' && second.digits > 2:
		p.impossible = true
		p.pos = end + 2
	case slash.word == "thang" && len(numbers) > 1 && p.at(end+1).digits > 0:
		p.pos = end - 1
		p.beforeMonthOf(numbers, last, start)
	default:
		p.pos = end
	}
}

// beforeMonthOf reads «ngày 20, 21 tháng 6 năm 2024» and «từ ngày 20 đến 25 tháng 6».
func (p *phrase) beforeMonthOf(numbers []int, last, start int) {
	had := len(p.spans)
	from := p.from
	p.beforeMonth(token{number: last, digits: 2})
	if len(p.spans) == had {
		return
	}
	s := p.spans[had]
	p.spans = p.spans[:had]
	p.from = from
	p.addDays(numbers, s.number, s.year, start)
}

// run gathers the numbers of a list of days or months and the position after the last.
func (p *phrase) run() (numbers []int, end int) {
	i := p.pos
	numbers = append(numbers, p.toks[i].number)
	i++
	for {
		j := i
		joint := p.at(j)
		if joint.sep != ',' && (joint.sep != '-' || p.dashedDate(i)) && joint.word != "va" && joint.word != "den" {
			return numbers, i
		}
		j++
		if p.at(j).word == "den" {
			j++
		}
		if p.at(j).word == "ngay" {
			j++
		}
		t := p.at(j)
		if t.digits == 0 || t.digits > 2 {
			return numbers, i
		}
		numbers = append(numbers, t.number)
		i = j + 1
	}
}

// dashedDate reports «15-3-2024» at the number before i.
func (p *phrase) dashedDate(i int) bool {
	return p.at(i+1).digits > 0 && p.at(i+2).sep == '-' && p.at(i+3).isYear()
}

func isDateSep(c byte) bool { return c == '/' || c == '-' || c == '.' }

func (p *phrase) isYearOfDay(i int, sep byte) bool {
	t := p.at(i)
	if t.isYear() {
		return true
	}
	if sep == '/' && t.digits > 2 {
		p.impossible = true
	}
	return sep == '/' && t.digits == 2
}

func fullYear(t token) int {
	if t.digits == 2 {
		return 2000 + t.number
	}
	return t.number
}

func (p *phrase) addDays(numbers []int, month, year, start int) {
	for i, n := range numbers {
		p.add(span{unit: days, day: n, number: month, year: year, at: start + i})
	}
}
