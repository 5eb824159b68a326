package planreader

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"lantoa/internal/viet"
)

// Limits of suggestions: how alike two names must be, how many are given, and for how many names at all.
const (
	alike          = 0.55
	maxSuggestions = 3
	maxUnmatched   = 300
)

// finish gathers what was not matched and what was not read.
func (r *reader) finish() {
	seen := map[string]bool{}
	note := func(p Party) {
		key := viet.NameKey(p.Agency)
		if p.Known() || key == "" || seen[key] {
			return
		}
		seen[key] = true
		u := Unmatched{Agency: p.Agency, Suggestions: []Suggestion{}}
		if len(seen) <= maxUnmatched {
			u.Suggestions = r.names.suggest(p.Agency)
		}
		r.draft.Unmatched = append(r.draft.Unmatched, u)
	}
	r.draft.Plan.eachParty(note)
	r.draft.Plan.Unmatched = r.draft.Unmatched
	for _, l := range append(r.asides, r.lines...) {
		r.leave(l)
	}
	slices.SortStableFunc(r.draft.Unread, func(a, b Source) int { return a.Line - b.Line })
}

// leave notes a line that went into no member; a table's lines one by one.
func (r *reader) leave(l *line) {
	if l.table != nil {
		for _, row := range l.table.rows {
			for _, c := range row {
				for _, inner := range c.lines {
					r.leave(inner)
				}
			}
		}
		return
	}
	if !l.used && !isRule(l.text) {
		r.draft.Unread = append(r.draft.Unread, l.source())
	}
}

// eachParty visits every agency and group of the plan in the order of the document.
func (p *Plan) eachParty(visit func(Party)) {
	all := func(list []Party) {
		for _, one := range list {
			visit(one)
		}
	}
	if p.Issuer != nil {
		visit(*p.Issuer)
	}
	for _, t := range p.Tasks {
		all(t.Leads)
		all(t.Coordinators)
	}
	for _, d := range p.Responsibilities {
		all(d.Who)
	}
	for _, rep := range p.Reporting {
		all(rep.From)
		for _, one := range []*Party{rep.To, rep.Through} {
			if one != nil {
				visit(*one)
			}
		}
	}
}

// suggest gives the known names that look like one that is not known.
func (n *names) suggest(name string) []Suggestion {
	out := []Suggestion{}
	if utf8.RuneCountInString(name) > 200 {
		return out
	}
	type scored struct {
		known
		score float64
	}
	var all []scored
	pairs := n.pairsOf(name)
	for _, k := range n.entries {
		best := 0.0
		for _, other := range k.names {
			if other != "" {
				best = max(best, likeness(pairs, n.pairsOf(other)), shortened(name, other))
			}
		}
		if best >= alike {
			all = append(all, scored{k, best})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].score > all[j].score })
	for _, s := range all[:min(len(all), maxSuggestions)] {
		p := s.party
		out = append(out, Suggestion{AgencyID: p.AgencyID, GroupID: p.GroupID, Name: p.Agency + p.Group})
	}
	return out
}

// pairsOf counts the pairs of letters of a folded name, without the town's own name behind it.
func (n *names) pairsOf(name string) map[string]int {
	ws := words(name)
	ks := make([]string, 0, len(ws))
	for _, w := range ws {
		ks = append(ks, w.key)
	}
	out := map[string]int{}
	for _, w := range ws[:len(withoutPlace(ks, n.suffixes))] {
		padded := " " + w.flat + " "
		for i := 0; i+2 <= len(padded); i++ {
			out[padded[i:i+2]]++
		}
	}
	return out
}

// likeness is the share of pairs that two names have in common, from 0 to 1 (Dice).
func likeness(a, b map[string]int) float64 {
	total, common := 0, 0
	for pair, n := range a {
		total += n
		common += min(n, b[pair])
	}
	for _, n := range b {
		total += n
	}
	if total == 0 {
		return 0
	}
	return 2 * float64(common) / float64(total)
}

// shortened reports «Phòng TN&MT» for «Phòng Tài nguyên và Môi trường»: capitals that are the first letters of its words.
func shortened(short, long string) float64 {
	words := words(long)
	i := 0
	for _, w := range strings.FieldsFunc(short, func(r rune) bool { return !unicode.IsLetter(r) }) {
		for i < len(words) && words[i].flat == "va" {
			i++
		}
		if i < len(words) && viet.Fold(w) == words[i].flat {
			i++
			continue
		}
		if !isCapitals(w) {
			return 0
		}
		for _, letter := range viet.Fold(w) {
			for i < len(words) && words[i].flat == "va" {
				i++
			}
			if i >= len(words) || !strings.HasPrefix(words[i].flat, string(letter)) {
				return 0
			}
			i++
		}
	}
	if i < len(words) && i+2 < len(words) || i == 0 {
		return 0
	}
	return 0.9
}
