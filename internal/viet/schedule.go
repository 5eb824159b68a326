package viet

import (
	"strings"
	"unicode"

	"lantoa/internal/day"
)

// ScheduleKind says what sort of time a phrase names.
type ScheduleKind string

// The kinds of time phrases.
const (
	Quarters    ScheduleKind = "quarters"    // «Quý II, III/2024»
	Range       ScheduleKind = "range"       // months, years, from one time to another
	Date        ScheduleKind = "date"        // one day, or a last day with no first one
	Continuous  ScheduleKind = "continuous"  // «thường xuyên»
	Recurring   ScheduleKind = "recurring"   // «hằng quý», «định kỳ»
	Unspecified ScheduleKind = "unspecified" // «theo kế hoạch của tỉnh», or nothing
)

// Schedule is a time phrase as written, with the days it stands for; StartsOn nil is «by then», EndsOn nil is open.
type Schedule struct {
	Text     string       `json:"text"`
	Kind     ScheduleKind `json:"kind"`
	StartsOn *day.Day     `json:"starts_on"`
	EndsOn   *day.Day     `json:"ends_on"`
}

// Period is the time a plan covers, both days included.
type Period struct {
	StartsOn day.Day `json:"starts_on"`
	EndsOn   day.Day `json:"ends_on"`
}

// YearPeriod gives the whole of one calendar year.
func YearPeriod(year int) Period {
	return Period{StartsOn: day.New(year, 1, 1), EndsOn: day.New(year, 12, 31)}
}

// The warnings of a phrase that could not become days; the schedule is then unspecified.
const (
	ImpossibleDate   = "schedule.impossible_date"    // 31/02/2024, month 13, quarter V
	YearUnknown      = "schedule.year_unknown"       // no year in the phrase and none known for the plan
	EndsBeforeStarts = "schedule.ends_before_starts" // from September to March of the same year
)

// ReadSchedule turns a time phrase of a plan into days; what the phrase leaves out it takes from the plan's year and period
// (0 and nil where the plan has none). The second result is a warning's code, or empty.
func ReadSchedule(text string, year int, plan *Period) (Schedule, string) {
	text = strings.TrimRightFunc(strings.TrimSpace(text), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(".;,:/", r)
	})
	if plan == nil && year != 0 {
		whole := YearPeriod(year)
		plan = &whole
	}
	p := readPhrase(text)
	out := Schedule{Text: text, Kind: Unspecified}
	if p.impossible {
		return out, ImpossibleDate
	}
	if p.vague() {
		return out, ""
	}
	if warning := p.settleYears(year); warning != "" {
		return out, warning
	}
	kind, from, to := p.kindAndDays(plan)
	if kind == Unspecified {
		return out, p.missing()
	}
	if from != nil && to != nil && to.Before(*from) || p.backwards() {
		return out, EndsBeforeStarts
	}
	out.Kind, out.StartsOn, out.EndsOn = kind, from, to
	return out, ""
}

// vague reports a phrase that leaves the time to another document or event.
func (p *phrase) vague() bool {
	if p.school {
		return true
	}
	if p.elsewhere {
		return !p.continuous && !p.recurring && !p.bounded
	}
	return len(p.spans) == 0 && !p.continuous && !p.recurring && !p.wholeYear
}

// backwards reports «từ tháng 9/2024 đến tháng 3/2024».
func (p *phrase) backwards() bool {
	for i, s := range p.spans {
		if i > 0 && s.to && s.ends.Before(p.spans[i-1].starts) {
			return true
		}
	}
	return false
}

// missing tells why a phrase with a time in it has no days: only the plan's year can be lacking.
func (p *phrase) missing() string {
	if p.continuous || p.recurring || p.wholeYear {
		return YearUnknown
	}
	return ""
}

// kindAndDays decides between the ways to read the spans of a phrase, the most telling word first.
func (p *phrase) kindAndDays(plan *Period) (ScheduleKind, *day.Day, *day.Day) {
	switch {
	case p.continuous:
		return p.lasting(Continuous, plan)
	case p.recurring:
		return p.lasting(Recurring, plan)
	case len(p.spans) == 0:
		return p.lasting(Range, plan)
	case p.after:
		return Unspecified, nil, nil
	}
	return p.bySpans(plan)
}

// lasting gives the days of «thường xuyên» and «hằng …»: the time named, from a day on, or else the plan's period.
func (p *phrase) lasting(kind ScheduleKind, plan *Period) (_ ScheduleKind, from, to *day.Day) {
	if plan != nil {
		from, to = &plan.StartsOn, &plan.EndsOn
	}
	lasting := p.lastingSpans()
	if len(lasting) > 0 {
		first, last := union(lasting)
		if p.onward(lasting) {
			if to == nil || to.Before(first) {
				to = &last
			}
			from = &first
		} else {
			from, to = &first, &last
		}
	}
	if from == nil {
		return Unspecified, nil, nil
	}
	if p.open {
		to = nil
	}
	return kind, from, to
}

// lastingSpans are the spans that bound a lasting phrase: deadlines inside it do not, and of a recurring one only years and «từ …» do.
func (p *phrase) lastingSpans() []span {
	var out []span
	for _, s := range p.spans {
		if s.before || s.last || p.recurring && !p.continuous && s.unit != years && !s.from {
			continue
		}
		out = append(out, s)
	}
	return out
}

// onward reports «15/3/2024 và thường xuyên» and «thường xuyên từ 15/3/2024»: from that day on, not only on it.
func (p *phrase) onward(lasting []span) bool {
	if len(lasting) != 1 || lasting[0].unit == years && !lasting[0].from {
		return false
	}
	return lasting[0].from || p.continuous && lasting[0].at < p.continuousAt
}

// bySpans reads a phrase that names its days and no more.
func (p *phrase) bySpans(plan *Period) (ScheduleKind, *day.Day, *day.Day) {
	first, last := union(p.spans)
	from, to := &first, &last
	kind := Range
	switch {
	case p.allQuarters():
		kind = Quarters
	case len(p.spans) == 1 && p.spans[0].unit == days:
		kind = Date
	}
	if end := p.spans[len(p.spans)-1]; end.before || end.last {
		to = &end.ends
		if end.before {
			before := end.starts.AddDays(-1)
			to = &before
		}
		if len(p.spans) == 1 {
			return Date, nil, to
		}
		kind = Range
	}
	if p.spans[0].from && len(p.spans) == 1 {
		kind = Range
		to = nil
		if plan != nil && !plan.EndsOn.Before(first) {
			to = &plan.EndsOn
		}
	}
	if p.open {
		if kind == Date {
			kind = Range
		}
		to = nil
	}
	return kind, from, to
}

func (p *phrase) allQuarters() bool {
	for _, s := range p.spans {
		if s.unit != quarters {
			return false
		}
	}
	return true
}

// union gives the first day of the earliest and the last day of the latest span.
func union(all []span) (first, last day.Day) {
	first, last = all[0].starts, all[0].ends
	for _, s := range all[1:] {
		if s.starts.Before(first) {
			first = s.starts
		}
		if s.ends.After(last) {
			last = s.ends
		}
	}
	return first, last
}
