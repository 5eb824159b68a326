package viet

import (
	"time"

	"lantoa/internal/day"
)

type unit uint8

const (
	days unit = iota
	months
	quarters
	halves // n months at the start or the end of a year
	years
)

// span is one time named in a phrase: a day, month, quarter, part of a year or year.
type span struct {
	unit   unit
	year   int // 0 until settled
	number int // month, quarter, or number of months of a part of a year
	day    int
	tail   bool // «6 tháng cuối năm»
	at     int  // the token it begins at

	yearless bool // written without a year of its own

	from   bool // «từ …»
	to     bool // «đến …» after an earlier time
	before bool // «trước …»
	last   bool // «chậm nhất …», «đến hết …» with nothing before it

	starts, ends day.Day
}

// settleYears gives every span its days; a span without a year takes that of the next one that has one, then of the one before, then the plan's.
func (p *phrase) settleYears(planYear int) (warning string) {
	next := 0
	for i := len(p.spans) - 1; i >= 0; i-- {
		s := &p.spans[i]
		if s.year != 0 {
			next = s.year
			continue
		}
		s.year = next
	}
	previous := planYear
	for i := range p.spans {
		s := &p.spans[i]
		if s.year == 0 {
			s.year = previous
		}
		if s.year == 0 {
			return YearUnknown
		}
		previous = s.year
		if !s.settle() {
			return ImpossibleDate
		}
	}
	p.turnOfYear()
	return ""
}

// turnOfYear reads «từ tháng 10 đến tháng 3/2025» and «từ tháng 10/2024 đến tháng 3» over the end of a year.
func (p *phrase) turnOfYear() {
	if len(p.spans) != 2 || !p.spans[1].starts.Before(p.spans[0].starts) {
		return
	}
	first, second := &p.spans[0], &p.spans[1]
	switch {
	case first.yearless && !second.yearless:
		first.year--
		first.settle()
	case second.yearless && !first.yearless:
		second.year++
		second.settle()
	}
}

// settle works out the first and last day; false when there is no such day.
func (s *span) settle() bool {
	switch s.unit {
	case days:
		s.starts = day.New(s.year, time.Month(s.number), s.day)
		s.ends = s.starts
		return s.number >= 1 && s.number <= 12 && day.Exists(s.year, time.Month(s.number), s.day)
	case months:
		s.starts, s.ends = monthsOf(s.year, s.number, 1)
		return s.number >= 1 && s.number <= 12
	case quarters:
		s.starts, s.ends = monthsOf(s.year, 3*s.number-2, 3)
		return s.number >= 1 && s.number <= 4
	case halves:
		first := 1
		if s.tail {
			first = 13 - s.number
		}
		s.starts, s.ends = monthsOf(s.year, first, s.number)
		return s.number >= 1 && s.number <= 12
	case years:
		s.starts, s.ends = monthsOf(s.year, 1, 12)
	}
	return true
}

func monthsOf(year, first, count int) (starts, ends day.Day) {
	return day.New(year, time.Month(first), 1), day.New(year, time.Month(first+count), 0)
}
