package planreader

import (
	"strconv"
	"strings"
)

// readPurposes tells purposes and requirements apart by their sub-headings, or by the section's own heading.
func (r *reader) readPurposes(s section) {
	purposes, requirements := purposeHead(headText(s.head))
	both := purposes && requirements
	into := &r.draft.Plan.Purposes
	pointer := "/purposes/"
	turn := func(toRequirements bool) {
		into, pointer = &r.draft.Plan.Purposes, "/purposes/"
		if toRequirements {
			into, pointer = &r.draft.Plan.Requirements, "/requirements/"
		}
	}
	turn(requirements && !purposes)
	parted := !both
	for _, l := range s.lines {
		if l.table != nil {
			continue
		}
		text := l.body
		if before, after, ok := purposeLabel(l); ok {
			p, q := purposeHead(before)
			turn(q && !p)
			parted = parted || p != q
			l.used = true
			text = after
		}
		if text == "" {
			continue
		}
		r.put(pointer+strconv.Itoa(len(*into)), l)
		*into = append(*into, text)
	}
	if !parted && len(*into) > 0 {
		r.warn(purposesNotSeparated, "/purposes", s.head.no)
	}
}

func purposeHead(f string) (purposes, requirements bool) {
	return strings.Contains(f, "muc dich") || strings.Contains(f, "muc tieu"), strings.Contains(f, "yeu cau")
}

// purposeLabel reads «1. Mục đích», «- Yêu cầu: …»: the folded label and the text behind it.
func purposeLabel(l *line) (label, after string, ok bool) {
	written, after, _ := strings.Cut(l.body, ":")
	label = strings.Trim(align(written).folded, " .-*")
	switch label {
	case "muc dich", "yeu cau", "muc tieu", "muc dich, yeu cau", "muc dich chung", "yeu cau chung", "muc tieu chung", "muc tieu cu the", "muc dich cu the", "yeu cau cu the", "ve muc dich", "ve yeu cau":
		return label, strings.TrimSpace(after), true
	}
	return "", "", false
}
