package planreader

import (
	"regexp"
	"strings"
)

// rolesAt finds the words that part those who lead from those who join, in folded text.
var rolesAt = regexp.MustCompile(`(?:la )?(?:co quan |don vi )?(?:chu tri|phoi hop(?: chat che)?(?: voi| cung| thuc hien)?|dau moi)(?: thuc hien| tham muu)?(?: ?[,:]| va\b)?`)

// parted reads «Phòng A chủ trì, phối hợp với Phòng B», «Phòng A chủ trì; Phòng B phối hợp», «Chủ trì: A; phối hợp: B»;
// it gives what stands behind the last name.
func (t *taskReader) parted(d *taskDraft, text string, from Source) (rest string) {
	a := align(text)
	all := rolesAt.FindAllStringIndex(a.folded, 20)
	if len(all) == 0 {
		found, rest := t.names.prefix(dropAssigning(text))
		t.lead(d, found, from)
		return rest
	}
	if before := a.slice(0, all[0][0]); strings.Trim(before, " -–:,") != "" {
		found, _ := t.names.prefix(dropAssigning(before))
		t.byRole(d, a.folded[all[0][0]:all[0][1]], found, from)
	}
	for i, m := range all {
		end := len(a.folded)
		if i+1 < len(all) {
			end = all[i+1][0]
		}
		rest = a.slice(m[1], end)
		word := a.folded[m[0]:m[1]]
		behind := strings.Contains(word, "voi") || strings.Contains(word, "cung") || strings.Contains(word, ":") || strings.TrimSpace(a.folded[:m[0]]) == ""
		var found []Party
		if behind || i+1 < len(all) {
			var tail string
			if found, tail = t.names.prefix(strings.TrimLeft(rest, " :;,.")); len(found) > 0 {
				rest = tail
			}
		}
		switch {
		case len(found) == 0:
		case behind:
			t.byRole(d, word, found, from)
		default: // names before the next role word belong to it
			t.byRole(d, a.folded[all[i+1][0]:all[i+1][1]], found, from)
		}
	}
	return rest
}

func (t *taskReader) byRole(d *taskDraft, word string, found []Party, from Source) {
	if strings.Contains(word, "phoi hop") {
		t.join(d, found, from)
		return
	}
	t.lead(d, found, from)
}

// dropAssigning drops «Giao», «Phân công cho» before the names.
func dropAssigning(s string) string {
	a := align(strings.TrimSpace(s))
	for _, start := range []string{"giao cho ", "giao ", "phan cong cho ", "phan cong ", "de nghi ", "do "} {
		if strings.HasPrefix(a.folded, start) {
			return a.slice(len(start), len(a.folded))
		}
	}
	return a.text
}
