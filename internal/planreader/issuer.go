package planreader

import "strings"

// candidate is a name that may be the issuer's, and where it stands.
type candidate struct {
	name  string
	line  *line
	above string // the body above it in the letterhead, which must be the one known to be above it
}

// readIssuer takes the first name that is known among the letterhead, the opening and the closing sentence; else the name as written.
func (r *reader) readIssuer(heads []letterhead, opening *line, body []*line) {
	all := headCandidates(heads)
	sure := len(all)
	if opening != nil {
		a := align(opening.body)
		if m := opensPlan.FindStringSubmatchIndex(a.folded); m != nil {
			all = append(all, candidate{name: a.slice(m[2], m[3]), line: opening})
		}
	}
	for i := len(body) - 1; i >= 0 && i > len(body)-12; i-- {
		a := align(body[i].body)
		if len(a.text) > 5000 {
			continue
		}
		if m := closesPlan.FindStringSubmatchIndex(a.folded); m != nil {
			all = append(all, candidate{name: a.slice(m[2], m[3]), line: body[i]})
		}
	}
	for i, c := range all {
		if sure > 1 && c.line != nil && c.above == "" && i >= sure {
			break // the letterhead names a body above that is not known: a namesake elsewhere
		}
		if p, known := r.names.exact(c.name); known && p.AgencyID != nil && r.isBelow(p, c.above) {
			r.setIssuer(p, c, heads)
			return
		}
	}
	if best := asWritten(all, sure, heads); best.line != nil {
		r.setIssuer(Party{Agency: best.name}, best, heads)
	}
}

func (r *reader) setIssuer(p Party, c candidate, heads []letterhead) {
	r.draft.Plan.Issuer = &p
	r.put("/issuer", c.line)
	if len(heads) > 0 && heads[0].line.no <= c.line.no && c.line.no <= heads[len(heads)-1].line.no {
		parts := make([]string, 0, len(heads))
		for _, h := range heads {
			h.line.used = true
			parts = append(parts, h.name)
		}
		r.draft.Sources["/issuer"] = Source{Text: strings.Join(parts, " "), Line: heads[0].line.no}
	}
}

// headCandidates puts the lines of a letterhead together, first all of them, then without those of the body above.
func headCandidates(heads []letterhead) []candidate {
	var out []candidate
	for i := range heads[:min(len(heads), 6)] {
		parts := make([]string, 0, len(heads))
		for _, h := range heads[i:min(len(heads), 6)] {
			parts = append(parts, h.name)
		}
		c := candidate{name: strings.Join(parts, " "), line: heads[i].line}
		if i > 0 {
			c.above = strings.TrimSuffix(out[0].name, c.name)
		}
		out = append(out, c)
	}
	return out
}

// isBelow reports whether the body above an agency in a letterhead is one of those above it in the tree.
func (r *reader) isBelow(p Party, above string) bool {
	if above == "" {
		return true
	}
	up, known := r.names.exact(above)
	return known && up.AgencyID != nil && p.AgencyID != nil && r.dir.under(*up.AgencyID)[*p.AgencyID]
}

// asWritten picks the name to keep when none is known: the letterhead without the body above it, else the longest of the sentences.
func asWritten(all []candidate, sure int, heads []letterhead) candidate {
	if sure > 0 {
		first := strings.Join(keys(heads[0].name), " ")
		if first == "ubnd" || first == "hđnd" || strings.HasSuffix(heads[0].name, "-") {
			return all[0]
		}
		return all[sure-1]
	}
	var best candidate
	for _, c := range all {
		c.name = strings.TrimSpace(c.name)
		if best.line == nil || len(c.name) > len(best.name) && strings.HasPrefix(strings.Join(keys(c.name), " "), strings.Join(keys(best.name), " ")) {
			best = c
		}
	}
	return best
}

// useIssuer rebuilds the index of names for the issuer that was found: its own tree goes first.
func (r *reader) useIssuer() {
	id := r.dir.Home
	if p := r.draft.Plan.Issuer; p != nil && p.AgencyID != nil {
		id = p.AgencyID
	}
	r.names = newNames(r.dir, r.names.spelling, id, r.draft.Plan.Period)
}
