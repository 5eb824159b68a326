package planreader

import (
	"regexp"
	"strconv"

	"lantoa/internal/day"
	"lantoa/internal/viet"
)

// patterns of the time that a title names, over folded text.
var (
	halfTitle   = regexp.MustCompile(`((?:\d{1,2} thang (?:dau|cuoi) nam|quy [ivx\d]+(?: ?[,-] ?[ivx\d]+)*(?: nam|/)|thang \d{1,2}(?: nam|/)) ?\d{4})`)
	yearTitle   = regexp.MustCompile(`nam (\d{4})(?: ?[-–] ?(\d{4}))?`)
	periodTitle = regexp.MustCompile(`(?:giai doan|tu nam|nhiem ky)? ?(\d{4}) ?(?:[-–]|den nam|den) ?(\d{4})`)
)

// readYear reads the plan's year and period off its title, else off its opening, its date or the blank date's year.
func (r *reader) readYear(opening *line) {
	plan := &r.draft.Plan
	if source, ok := r.draft.Sources["/title"]; ok && r.yearFrom(viet.Fold(plan.Title), source) {
		return
	}
	if opening != nil && r.yearFrom(opening.folded, opening.source()) {
		return
	}
	if plan.IssuedOn != nil {
		r.setYear(plan.IssuedOn.Year(), viet.YearPeriod(plan.IssuedOn.Year()), r.draft.Sources["/issued_on"])
	} else if year, err := strconv.Atoi(r.yearHint); err == nil {
		r.setYear(year, viet.YearPeriod(year), Source{})
	}
}

func (r *reader) yearFrom(folded string, from Source) bool {
	if m := halfTitle.FindString(folded); m != "" {
		if s, _ := viet.ReadSchedule(m, 0, nil); s.StartsOn != nil && s.EndsOn != nil {
			return r.setYear(s.StartsOn.Year(), Period{StartsOn: *s.StartsOn, EndsOn: *s.EndsOn}, from)
		}
	}
	if all := yearTitle.FindAllStringSubmatch(folded, -1); len(all) > 0 {
		m := all[len(all)-1]
		first, _ := strconv.Atoi(m[1])
		last := first
		if m[2] != "" {
			last, _ = strconv.Atoi(m[2])
		}
		return r.setYear(first, years(first, last), from)
	}
	if m := periodTitle.FindStringSubmatch(folded); m != nil {
		first, _ := strconv.Atoi(m[1])
		last, _ := strconv.Atoi(m[2])
		year := first
		if on := r.draft.Plan.IssuedOn; on != nil && on.Year() > first && on.Year() <= last {
			year = on.Year()
		}
		return r.setYear(year, years(first, last), from)
	}
	return false
}

func years(first, last int) Period {
	return Period{StartsOn: day.New(first, 1, 1), EndsOn: day.New(last, 12, 31)}
}

func (r *reader) setYear(year int, period Period, from Source) bool {
	if year < 1990 || year > 2100 || period.EndsOn.Before(period.StartsOn) || period.EndsOn.Year() > 2100 {
		return false
	}
	r.draft.Plan.Year, r.draft.Plan.Period = &year, &period
	if from.Line > 0 {
		r.draft.Sources["/year"], r.draft.Sources["/period"] = from, from
	}
	return true
}
