package planreader

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lantoa/internal/viet"
)

// piece is a part of a paragraph behind one label: «Cơ quan chủ trì: …».
type piece struct {
	role  role
	label string // as written, empty for text without a label
	value string
}

// pieces splits a paragraph at the labels in it; labels inside a sentence count where a sign stands before them.
func pieces(text string) []piece {
	var out []piece
	open := piece{}
	from, sentence, clause := 0, 0, 0 // where the open value, its sentence and the clause in it begin
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch r {
		case ':':
			at := sentence
			role, label := labelOf(text[at:i])
			if role == none {
				at = clause
				role, label = labelOf(text[at:i])
			}
			if role != none && (at == 0 || role != other && role != content) {
				out = closePiece(out, open, text[from:at])
				open = piece{role: role, label: label}
				from = i + 1
			}
			sentence, clause = i+size, i+size
		case '.', ';', '(':
			sentence, clause = i+size, i+size
		case ',', '–':
			clause = i + size
		case '-':
			if i > 0 && text[i-1] == ' ' {
				clause = i + size
			}
		}
		i += size
	}
	out = closePiece(out, open, text[from:])
	if len(out) == 1 && out[0].role == none {
		return []piece{unmarkedLabel(text)}
	}
	return out
}

func closePiece(out []piece, open piece, value string) []piece {
	open.value = strings.TrimSpace(value)
	if open.role != none {
		open.value = strings.TrimRight(open.value, " (-–")
	}
	if open.role == none && strings.Trim(open.value, " -–.;,(") == "" {
		return out
	}
	return append(out, open)
}

// labelOf tells what a label announces; a clause that is no label has no role.
func labelOf(clause string) (role, string) {
	label := strings.Trim(clause, " -–+•*()\t")
	if len(label) > 90 {
		return none, ""
	}
	return labelRole(viet.Fold(label)), label
}

func labelRole(f string) role {
	switch {
	case isAgencyLabel(f):
		return agencyRole(f)
	case oneOf(f, "thoi gian", "thoi gian thuc hien", "thoi gian hoan thanh", "thoi gian to chuc", "thoi gian trien khai", "thoi gian thuc hien va hoan thanh", "thoi gian, dia diem",
		"thoi gian to chuc thuc hien", "thoi gian trien khai thuc hien", "thoi gian du kien", "du kien thoi gian", "thoi gian bat dau", "thoi gian ket thuc", "thoi han", "thoi han hoan thanh", "thoi han thuc hien",
		"thoi diem", "thoi diem thuc hien", "tien do", "tien do thuc hien", "tien do hoan thanh", "han hoan thanh", "hoan thanh", "lo trinh", "lo trinh thuc hien", "thoi gian va dia diem"):
		return when
	case oneOf(f, "noi dung", "noi dung thuc hien", "noi dung, hinh thuc", "noi dung va hinh thuc", "noi dung chinh", "noi dung cu the", "noi dung cong viec", "noi dung nhiem vu", "hinh thuc", "hinh thuc thuc hien",
		"nhiem vu", "nhiem vu cu the", "noi dung trien khai", "noi dung tuyen truyen", "hinh thuc tuyen truyen", "cong viec"):
		return content
	case oneOf(f, "muc dich", "yeu cau", "doi tuong", "dia diem", "kinh phi", "san pham", "ket qua", "chi tieu", "so luong", "thanh phan", "ghi chu", "quy mo", "giai phap", "muc tieu", "kinh phi thuc hien",
		"san pham du kien", "du kien san pham", "ket qua du kien", "du kien ket qua", "nguon kinh phi", "dia ban", "dia diem thuc hien", "dia diem to chuc", "pham vi", "phuong thuc", "cach thuc", "doi tuong tuyen truyen"):
		return other
	}
	return none
}

func oneOf(f string, all ...string) bool { return slices.Contains(all, f) }

// isAgencyLabel reports labels built only of words for agencies and words for their part: «Cơ quan, đơn vị chủ trì thực hiện».
func isAgencyLabel(f string) bool {
	part := false
	for _, w := range strings.FieldsFunc(f, func(r rune) bool { return r == ' ' || r == ',' || r == '/' || r == '-' }) {
		switch w {
		case "chu", "tri", "phoi", "hop", "thuc", "hien", "mou", "dau", "phu", "trach":
			part = true
		case "giao", "phan", "cong":
			part = true
		case "co", "quan", "don", "vi", "bo", "phan,", "cac", "duoc", "to", "chuc", "trien", "khai", "va", "nhiem", "dia", "phuong", "nganh", "ban", "phong", "tham", "muu", "chiu", "moi", "cung", "nguoi", "tiep", "lien":
		default:
			return false
		}
	}
	return part && !oneOf(f, "to chuc thuc hien", "trien khai thuc hien", "thuc hien nhiem vu", "thuc hien cac nhiem vu", "cong tac phoi hop", "cong tac", "phan", "cong", "trach", "dau", "hien", "hop", "phuong", "cong tri")
}

func agencyRole(f string) role {
	leads := strings.Contains(f, "chu tri") || strings.Contains(f, "dau moi")
	joins := strings.Contains(f, "phoi hop")
	switch {
	case leads && joins:
		return mixed
	case joins:
		return coordinate
	}
	return lead
}

// unmarkedLabel reads a label whose colon was forgotten: «Cơ quan chủ trì Phòng Văn hóa và Thông tin».
func unmarkedLabel(text string) piece {
	f := viet.Fold(text)
	for _, l := range []struct {
		label string
		role  role
	}{
		{"co quan chu tri", lead}, {"don vi chu tri", lead}, {"co quan thuc hien", lead}, {"don vi thuc hien", lead},
		{"co quan phoi hop", coordinate}, {"don vi phoi hop", coordinate},
		{"thoi gian thuc hien", when}, {"thoi gian hoan thanh", when},
	} {
		rest, found := strings.CutPrefix(f, l.label+" ")
		if !found {
			continue
		}
		cut := len([]rune(l.label))
		runes := []rune(text)
		if len(runes) != utf8.RuneCountInString(f) || len(runes) <= cut+1 {
			continue
		}
		value := strings.TrimSpace(string(runes[cut:]))
		value = strings.TrimLeft(value, "-–: ")
		if first, _ := utf8.DecodeRuneInString(value); isUpperOrDigit(first) || strings.HasPrefix(rest, "la ") || strings.HasPrefix(rest, "cac ") || l.role == when {
			return piece{role: l.role, label: string(runes[:cut]), value: value}
		}
	}
	return piece{value: text}
}
