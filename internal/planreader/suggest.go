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
	asked, runs := n.pairsOf(n.spelling.of(name)), runsOf(name)
	for _, k := range n.entries {
		best := 0.0
		for _, other := range k.names {
			if other != "" {
				known := n.spelling.of(other)
				best = max(best, likeness(asked, n.pairsOf(known)), shortened(runs, known.flat))
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
func (n *names) pairsOf(name *spelled) *spelled {
	if name.pairs != nil {
		return name
	}
	name.pairs = map[string]int{}
	for _, flat := range name.flat[:len(withoutPlace(name.keys, n.suffixes))] {
		padded := " " + flat + " "
		for i := 0; i+2 <= len(padded); i++ {
			name.pairs[padded[i:i+2]]++
			name.total++
		}
	}
	return name
}

// likeness is the share of pairs that two names have in common, from 0 to 1 (Dice); 0 also where their lengths tell that they are not alike.
func likeness(a, b *spelled) float64 {
	total, common := float64(a.total+b.total), 0
	if 2*float64(min(a.total, b.total)) < alike*total || total == 0 {
		return 0
	}
	for pair, n := range a.pairs {
		common += min(n, b.pairs[pair])
	}
	return 2 * float64(common) / total
}

// run is letters that stand together in a name.
type run struct {
	flat     string
	capitals bool
}

func runsOf(name string) []run {
	var runs []run
	for text := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		runs = append(runs, run{viet.Fold(text), isCapitals(text)})
	}
	return runs
}

// shortened reports «Phòng TN&MT» for «Phòng Tài nguyên và Môi trường»: capitals that are the first letters of its words.
func shortened(short []run, long []string) float64 {
	i := 0
	for _, w := range short {
		for i < len(long) && long[i] == "va" {
			i++
		}
		if i < len(long) && w.flat == long[i] {
			i++
			continue
		}
		if !w.capitals {
			return 0
		}
		for _, letter := range w.flat {
			for i < len(long) && long[i] == "va" {
				i++
			}
			if i >= len(long) || !strings.HasPrefix(long[i], string(letter)) {
				return 0
			}
			i++
		}
	}
	if i < len(long) && i+2 < len(long) || i == 0 {
		return 0
	}
	return 0.9
}
