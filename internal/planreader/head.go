package planreader

import (
	"slices"
	"strings"
)

// begins reports whether a name begins at word i: «các …», a word that names of agencies begin with, or a known name.
func (n *names) begins(ws []word, i int) bool {
	if i >= len(ws) {
		return false
	}
	if isMany(ws[i].low) {
		return true
	}
	if isHead(ws, i) {
		return true
	}
	for _, h := range n.at(ws, i) {
		if h.length > 1 || ws[i].upper {
			return true
		}
	}
	return false
}

// isHead reports a word that names of agencies begin with; in lower case only before a capital («phòng Tư pháp», «xã Phổ An»).
func isHead(ws []word, i int) bool {
	named := ws[i].upper
	for j := i + 1; !named && j < len(ws) && j <= i+2 && ws[j].gap == space; j++ {
		named = ws[j].upper
	}
	if !named {
		return false
	}
	rest := ws[i:]
	switch ws[i].flat {
	case "ubnd", "hdnd", "phong", "ban", "so", "cuc", "vien", "dai", "bo", "truong", "huyen", "ubmttq", "ubmttqvn", "mttq", "vnpt", "viettel",
		"thanh", "thi", "tinh", "hat", "don", "doi", "lien", "kho", "vp", "tt", "ttdvnn", "bhxh", "lđld", "ldld":
		return isHeadPair(rest)
	case "hoi", "doan", "bao", "tram", "xa", "phuong", "chi", "van", "trung", "cong", "uy", "toa", "ngan", "buu", "benh", "quy", "tong", "nha", "to":
		return isHeadPair(rest)
	}
	return false
}

// isHeadPair decides on two words where the first one alone begins other things too («Xã hội», «Thông tin», «Quy hoạch»).
func isHeadPair(ws []word) bool {
	second := ""
	if len(ws) > 1 && ws[1].gap == space {
		second = ws[1].flat
	}
	const pairs = " van phong; trung tam; cong an; cong ty; cong doan; uy ban; toa an; ngan hang; buu dien; benh vien; quy tin; tong cuc; tong cong; nha van;" +
		" nha thieu; chi cuc; chi nhanh; lien doan; lien hiep; lien minh; kho bac; hat kiem; hat giao; don bien; don cong; thanh tra; thanh doan; thanh uy;" +
		" thi doan; thi uy; tinh doan; tinh uy; huyen doan; huyen uy; bao hiem; bao quang; doi quan; doi thong; doi thue; doi canh; to cong; to thong;"
	if strings.Contains(pairs, " "+ws[0].flat+" ") {
		return strings.Contains(pairs, " "+ws[0].flat+" "+second+";")
	}
	switch ws[0].flat {
	case "hoi":
		return second != "nhap" && second != "nghi" && second != "thao"
	case "xa":
		return second != "hoi"
	case "so":
		return second != "hoa" && second != "luong"
	case "ban":
		return second != "hanh" && second != "tin"
	}
	return true
}

// shared reports «Phòng Tư pháp, Nội vụ»: the words at k are a known name once they take the first word of the name at i.
func (n *names) shared(ws []word, i, k int) bool {
	if k >= len(ws) || !ws[k].upper {
		return false
	}
	joined := append([]word{plainWord(ws[i])}, plainFirst(ws[k:])...)
	for _, h := range n.at(joined, 0) {
		if end := k + h.length - 1; h.length > 1 && (end >= len(ws) || ws[end].gap != space || isLink(ws[end].low)) {
			return true
		}
	}
	return false
}

// sharedHead reads a name without its first word, which the name before it in the list has: the «Nội vụ» of «Phòng Tư pháp, Nội vụ».
func (n *names) sharedHead(ws []word, i, end int) (Party, bool) {
	if i == 0 {
		return Party{}, false
	}
	for j := i - 1; j >= 0 && j >= i-12 && ws[j].gap < stop; j-- {
		if !isHead(ws, j) && (j == 0 || !isMany(ws[j-1].low)) {
			continue
		}
		joined := append([]word{plainWord(ws[j])}, plainFirst(ws[i:end])...)
		for _, h := range n.at(joined, 0) {
			if h.length == len(joined) {
				return h.party, true
			}
		}
		return Party{}, false
	}
	return Party{}, false
}

func plainWord(w word) word { w.gap = space; return w }

func plainFirst(ws []word) []word {
	out := slices.Clone(ws[:min(len(ws), 20)])
	if len(out) > 0 {
		out[0].gap = space
	}
	return out
}

// isAction reports a verb that follows the names in a sentence.
func isAction(ws []word, i int) bool {
	if ws[i].upper {
		return false
	}
	next := ""
	if i+1 < len(ws) {
		next = ws[i+1].flat
	}
	const verbs = " chu tri; phoi hop; thuc hien; to chuc; trien khai; tham muu; xay dung; huong dan; ra soat; tiep tuc; theo doi; kiem tra; can cu; chu dong; bao cao;" +
		" tang cuong; chiu trach; co trach; de tong; de bao; lap du; bo tri; cung cap; tuyen truyen; lam dau; la co; la don; de theo; de thuc; tong hop; don doc;"
	return strings.Contains(verbs, " "+ws[i].flat+" "+next+";")
}
