package planreader

import (
	"slices"
	"strings"

	"github.com/google/uuid"
)

// names finds known agencies and groups in text, word by word.
type names struct {
	root    *branch
	loose   map[string]Party // groups by their telling words alone
	entries []known          // everything known, for suggestions

	suffixes [][]string // what may stand behind the name of the issuer's offices
	spelling *spelling
}

type known struct {
	party Party
	names []string
}

// branch is a node of the index: the words that may follow, and who is named when a name ends here.
type branch struct {
	next map[string]*branch
	hits []Party
	rank int
}

// The ranks of a name: what stands in the issuer's own tree goes before what stands outside, an exact name before a variant.
const (
	inside = iota
	outside
	variant
)

// newNames builds the index for documents of an issuer (nil while it is not known) that cover a period.
func newNames(dir *Directory, spelling *spelling, issuer *uuid.UUID, period *Period) *names {
	n := &names{root: &branch{}, loose: map[string]Party{}, spelling: spelling}
	tree := map[uuid.UUID]bool{}
	if issuer != nil {
		tree = dir.under(*issuer)
	}
	for _, a := range dir.Agencies {
		if issuer != nil && a.ID == *issuer {
			n.suffixes = places(a)
			n.addSelf(a)
		}
	}
	for _, g := range dir.Groups {
		n.addGroup(g)
	}
	for _, a := range dir.Agencies {
		if a.existsIn(period) {
			n.addAgency(a, tree[a.ID])
		}
	}
	return n
}

func (n *names) addAgency(a Agency, own bool) {
	id := a.ID
	p := Party{Agency: a.Name, AgencyID: &id}
	all := append([]string{a.Name, a.ShortName}, a.Aliases...)
	n.entries = append(n.entries, known{p, all})
	rank := outside
	if own {
		rank = inside
	}
	for _, name := range all {
		ks := n.spelling.of(name).keys
		n.add(ks, p, rank)
		if own {
			n.addVariants(ks, p)
		}
	}
}

func (n *names) addGroup(g Group) {
	id := g.ID
	p := Party{Group: g.Name, GroupID: &id}
	all := append([]string{g.Name}, g.Aliases...)
	n.entries = append(n.entries, known{p, all})
	for _, name := range all {
		ks := n.spelling.of(name).keys
		n.add(ks, p, inside)
		n.addVariants(ks, p)
		n.loose[n.looseKey(words(name))] = p
	}
}

// addVariants adds the name with and without the town's own name behind it: «Phòng Tư pháp», «Phòng Tư pháp thị xã Đức Phổ».
func (n *names) addVariants(name []string, p Party) {
	base := withoutPlace(name, n.suffixes)
	if len(base) < 2 || base[0] == "ubnd" && p.AgencyID != nil {
		return
	}
	n.add(base, p, variant)
	for _, s := range n.suffixes {
		n.add(append(slices.Clone(base), s...), p, variant)
	}
}

// addSelf lets the issuer's documents call it by its level alone: «UBND xã» of the UBND xã Phổ An.
func (n *names) addSelf(issuer Agency) {
	if len(n.suffixes) > 0 {
		id, level := issuer.ID, n.suffixes[len(n.suffixes)-1]
		n.add(append([]string{"ubnd"}, level...), Party{Agency: issuer.Name, AgencyID: &id}, inside)
	}
}

func withoutPlace(name []string, suffixes [][]string) []string {
	for _, s := range suffixes {
		if len(name) > len(s) && slices.Equal(name[len(name)-len(s):], s) {
			return name[:len(name)-len(s)]
		}
	}
	return name
}

// places gives what may stand behind the name of an office of this issuer, the longest first: «thị xã Đức Phổ», «Đức Phổ», «thị xã».
func places(issuer Agency) [][]string {
	for _, name := range append([]string{issuer.Name}, issuer.Aliases...) {
		ks := keys(name)
		if len(ks) < 3 || ks[0] != "ubnd" {
			continue
		}
		level := levelWords(ks[1:])
		if level == 0 || len(ks) <= 1+level {
			continue
		}
		return [][]string{ks[1:], ks[1+level:], ks[1 : 1+level]}
	}
	return nil
}

// levelWords counts the words that name a level of the state at the start of a place.
func levelWords(ks []string) int {
	joined := strings.Join(ks, " ") + " "
	for _, level := range []string{"thị xã", "thị trấn", "thành phố", "đặc khu", "huyện", "quận", "tỉnh", "xã", "phường"} {
		if k := keys(level); strings.HasPrefix(joined, strings.Join(k, " ")+" ") {
			return len(k)
		}
	}
	return 0
}

func (n *names) add(name []string, p Party, rank int) {
	if len(name) == 0 {
		return
	}
	at := n.root
	for _, k := range name {
		if at.next == nil {
			at.next = map[string]*branch{}
		}
		if at.next[k] == nil {
			at.next[k] = &branch{}
		}
		at = at.next[k]
	}
	switch {
	case len(at.hits) == 0 || rank < at.rank:
		at.hits, at.rank = []Party{p}, rank
	case rank == at.rank && !slices.ContainsFunc(at.hits, p.same):
		at.hits = append(at.hits, p)
	}
}

// same reports whether both are one known agency or group, or one name as written.
func (p Party) same(q Party) bool {
	return p.Agency == q.Agency && p.Group == q.Group && sameID(p.AgencyID, q.AgencyID) && sameID(p.GroupID, q.GroupID)
}

func sameID(a, b *uuid.UUID) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}

// hit is a known name found in words: who, and how many words it took.
type hit struct {
	party  Party
	length int
}

// at gives every known name that begins at word i, the longest first; one name of two agencies is no hit.
func (n *names) at(ws []word, i int) []hit {
	var out []hit
	branch := n.root
	for j := i; j < len(ws); j++ {
		if j > i && ws[j].gap > comma {
			break
		}
		branch = branch.next[ws[j].key]
		if branch == nil {
			break
		}
		if len(branch.hits) == 1 {
			out = append(out, hit{branch.hits[0], j - i + 1})
		}
	}
	slices.Reverse(out)
	return out
}

// exact matches a whole name, groups also with other words between: «UBND phường, xã», «cơ quan, đơn vị có liên quan».
func (n *names) exact(name string) (Party, bool) {
	ws := words(name)
	for _, h := range n.at(ws, 0) {
		if h.length == len(ws) {
			return h.party, true
		}
	}
	p, ok := n.loose[n.looseKey(ws)]
	return p, ok && len(ws) > 1
}

// looseKey keeps the telling words of a group's name, in no order.
func (n *names) looseKey(ws []word) string {
	ks := make([]string, 0, len(ws))
	for _, w := range ws {
		switch w.flat {
		case "cac", "co", "va", "tat", "ca":
		default:
			ks = append(ks, w.key)
		}
	}
	telling := slices.Clone(withoutPlace(ks, n.suffixes))
	slices.Sort(telling)
	return strings.Join(telling, " ")
}
