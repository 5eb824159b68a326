package planreader

import "strings"

// list reads a list of agencies and groups, «Phòng A, Phòng B và các cơ quan liên quan»: names that are known by their official name,
// others as written. What stands in brackets is an aside.
func (n *names) list(s string) []Party {
	found, _ := n.read(s, false)
	return found
}

// prefix reads the agencies that a sentence begins with and gives the rest of it, from the verb on.
func (n *names) prefix(s string) (found []Party, rest string) {
	return n.read(s, true)
}

func (n *names) read(s string, sentence bool) (found []Party, rest string) {
	ws := words(s)
	i := 0
	for i < len(ws) {
		i = skipLinks(ws, i)
		if i >= len(ws) {
			break
		}
		if all, next := n.series(s, ws, i); len(all) > 0 {
			for _, p := range all {
				found = appendNew(found, p)
			}
			i = next
			continue
		}
		p, next, ok := n.one(s, ws, i, sentence)
		if !ok {
			return found, s[ws[i].start:]
		}
		found = appendNew(found, p)
		i = next
		if sentence && i < len(ws) && (ws[i].gap >= colon || !n.listGoesOn(ws, i)) {
			return found, s[ws[i-1].end:]
		}
	}
	return found, ""
}

func appendNew(list []Party, p Party) []Party {
	for _, q := range list {
		if q.same(p) {
			return list
		}
	}
	return append(list, p)
}

// one reads the name that begins at word i: a known one that ends where a name may end, else the words up to the next name.
func (n *names) one(s string, ws []word, i int, sentence bool) (p Party, next int, ok bool) {
	for _, h := range n.at(ws, i) {
		if n.mayEnd(ws, i, i+h.length, sentence) {
			return h.party, i + h.length, true
		}
	}
	if sentence && !n.begins(ws, i) {
		return Party{}, i, false
	}
	end := n.unknownEnd(ws, i, sentence)
	written := strings.Trim(nameText(s, ws, i, end), " -–—+•:,;./\"“”\n\t")
	if written == "" {
		return Party{}, end, false
	}
	if p, known := n.exact(written); known {
		return p, end, true
	}
	if p, known := n.sharedHead(ws, i, end); known {
		return p, end, true
	}
	return Party{Agency: written}, end, true
}

// nameText gives a name as written, with the aside in brackets behind it.
func nameText(s string, ws []word, i, end int) string {
	if end < len(ws) {
		return closeBracket(s[ws[i].start:ws[end].start], s[ws[i].start:ws[end-1].end])
	}
	return closeBracket(s[ws[i].start:], s[ws[i].start:ws[end-1].end])
}

// closeBracket keeps the brackets that follow a name and drops what links it to the next.
func closeBracket(upToNext, name string) string {
	if at := strings.LastIndexAny(upToNext, ")]"); at >= len(name) {
		return upToNext[:at+1]
	}
	return name
}

// mayEnd reports whether a name that began at word i may end before word j.
func (n *names) mayEnd(ws []word, i, j int, sentence bool) bool {
	if j >= len(ws) {
		return true
	}
	w := ws[j]
	switch {
	case w.gap >= semicolon:
		return true
	case w.gap != space || isLink(w.low):
		k := skipLinks(ws, j)
		if k >= len(ws) || n.begins(ws, k) || n.shared(ws, i, k) {
			return true
		}
		return !ws[k].upper && (sentence || w.gap == comma && isAction(ws, k))
	case isAction(ws, j):
		return true
	}
	return sentence && !w.upper && !isPlaceWord(w.low)
}

// listGoesOn reports whether another name follows at word i.
func (n *names) listGoesOn(ws []word, i int) bool {
	if ws[i].gap == space && !isLink(ws[i].low) {
		return false
	}
	k := skipLinks(ws, i)
	return k < len(ws) && !isAction(ws, k) && (n.begins(ws, k) || len(n.at(ws, k)) > 0)
}

// unknownEnd finds where a name that is not known ends: at the next name, at a verb, or at a stronger sign.
func (n *names) unknownEnd(ws []word, i int, sentence bool) int {
	for j := i + 1; j < len(ws); j++ {
		w := ws[j]
		if w.gap >= semicolon || sentence && isPreposition(ws, j) || isAction(ws, j) && !isMany(ws[j-1].low) && (sentence || w.gap == space) {
			return j
		}
		if w.gap == space && !isLink(w.low) || w.low == "và" && councilPair(ws, j) {
			continue
		}
		if k := skipLinks(ws, j); k >= len(ws) || n.begins(ws, k) && !n.insideGroup(ws, i, k) {
			return j
		}
	}
	return len(ws)
}

// insideGroup reports «các phòng, ban, đơn vị»: what follows the comma still belongs to the group that began with «các».
func (n *names) insideGroup(ws []word, i, k int) bool {
	return isMany(ws[i].low) && !ws[k].upper && !isMany(ws[k].low) && len(n.at(ws, k)) == 0
}

// councilPair reports the «và» of «Văn phòng HĐND và UBND», which parts no names.
func councilPair(ws []word, j int) bool {
	return j > 0 && j+1 < len(ws) && ws[j-1].flat == "hdnd" && ws[j+1].flat == "ubnd"
}

// skipLinks moves over the words that join names: «và», «cùng», «phối hợp với», «do», «giao».
func skipLinks(ws []word, i int) int {
	for i < len(ws) {
		switch {
		case isLink(ws[i].low):
			i++
		case begins(ws[i:], "de nghi"), begins(ws[i:], "yeu cau"), begins(ws[i:], "phan cong"), begins(ws[i:], "doi voi"), begins(ws[i:], "bao gom"):
			i += 2
		case begins(ws[i:], "trach nhiem cua"):
			i += 3
		default:
			return i
		}
	}
	return i
}

func isLink(low string) bool {
	switch low {
	case "và", "cùng", "với", "do", "giao", "là", "gồm", "hoặc":
		return true
	}
	return false
}

// isPreposition reports a small word that ends a name within a sentence: «UBND xã trước ngày …».
func isPreposition(ws []word, j int) bool {
	if ws[j].upper || isMany(ws[j-1].low) {
		return false
	}
	switch ws[j].low {
	case "trước", "chậm", "để", "nhằm", "theo", "khi", "vào", "đến", "qua", "trong", "được", "sẽ", "phải", "kết", "về", "cho", "gửi":
		return true
	}
	return false
}

func isMany(low string) bool {
	return low == "các" || low == "tất" || low == "những" || low == "toàn"
}

func isPlaceWord(low string) bool {
	switch low {
	case "huyện", "tỉnh", "thị", "thành", "quận", "xã", "phường", "của", "các", "đặc", "trên", "thuộc", "trực", "liên", "cấp", "khu", "có":
		return true
	}
	return false
}
