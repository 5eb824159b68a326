package planreader

import "strings"

// series reads «các phòng: Nội vụ, Y tế, Tài chính - Kế hoạch» from word i on: the names share their first word, which is written once.
func (n *names) series(s string, ws []word, i int) (found []Party, next int) {
	if i+2 >= len(ws) || !isMany(ws[i].low) || ws[i+2].gap != colon && !ws[i+2].upper || !isSeriesHead(ws[i+1].flat) {
		return nil, i
	}
	head := plainWord(ws[i+1])
	k := i + 2
	for k < len(ws) {
		k = skipLinks(ws, k)
		if k >= len(ws) || k > i+2 && (ws[k].gap > comma || n.begins(ws, k) && !n.inSeries(head, ws, k)) {
			break
		}
		p, end := n.inSeriesAt(s, head, ws, k)
		if end == k {
			break
		}
		found = appendNew(found, p)
		k = end
	}
	for _, p := range found {
		if p.Known() {
			return found, k
		}
	}
	return nil, i
}

func isSeriesHead(flat string) bool {
	switch flat {
	case "phong", "ban", "so", "hoi", "xa", "phuong", "huyen", "ubnd", "truong", "nganh":
		return true
	}
	return false
}

func (n *names) inSeries(head word, ws []word, k int) bool {
	return len(n.at(append([]word{head}, plainFirst(ws[k:])...), 0)) > 0
}

// inSeriesAt reads one name of a series: a known one with the shared word before it, else the words up to the next comma.
func (n *names) inSeriesAt(s string, head word, ws []word, k int) (Party, int) {
	joined := append([]word{head}, plainFirst(ws[k:])...)
	for _, h := range n.at(joined, 0) {
		end := k + h.length - 1
		if h.length > 1 && (end >= len(ws) || ws[end].gap != space || isLink(ws[end].low) || !ws[end].upper) {
			return h.party, end
		}
	}
	end := k + 1
	for end < len(ws) && ws[end].gap == space && !isAction(ws, end) {
		end++
	}
	name := strings.TrimSpace(s[ws[k].start:ws[end-1].end])
	if !ws[k].upper {
		return Party{}, k
	}
	return Party{Agency: name}, end
}
