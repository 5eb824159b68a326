package planreader

import (
	"regexp"
	"strings"

	"lantoa/internal/viet"
)

// assignmentAt finds a sentence that gives the work to somebody: «Giao Phòng A chủ trì, phối hợp với Phòng B …».
var assignmentAt = regexp.MustCompile(`^(?:giao|phan cong)(?: cho)? .{2,300}? (?:chu tri|thuc hien|tham muu|phoi hop|la co quan|lam dau moi)|^[^.;:]{4,200}? (?:la co quan chu tri|chu tri,? (?:va )?phoi hop(?: chat che)?(?: voi| cung))`)

func isAssignment(folded string) bool {
	return len(folded) < 5000 && !strings.HasPrefix(folded, "chu tri") && assignmentAt.MatchString(folded)
}

// assignment reads such a sentence; what it says beside the names stays in the content.
func (t *taskReader) assignment(d *taskDraft, text string, from Source) {
	rest, found := t.assignedBy(d, text, from)
	if !found || !isFormula(rest) {
		t.keep(d, text, from)
	}
}

// assignedBy takes names and time out of a sentence that assigns and gives what it says beside them.
func (t *taskReader) assignedBy(d *taskDraft, text string, from Source) (rest string, found bool) {
	before := len(d.task.Leads) + len(d.task.Coordinators)
	rest = t.parted(d, text, from)
	if len(d.task.Leads)+len(d.task.Coordinators) == before {
		return text, false
	}
	if phrase := timeIn(text); phrase != "" && len(d.timeText) == 0 {
		d.addTime(piece{value: phrase}, from)
		rest = strings.Replace(rest, phrase, "", 1)
	}
	return rest, true
}

// isFormula reports words that say nothing of the work: «tổ chức thực hiện».
func isFormula(rest string) bool {
	for w := range strings.FieldsSeq(viet.Fold(rest)) {
		switch strings.Trim(w, ".,;:") {
		case "", "to", "chuc", "trien", "khai", "thuc", "hien", "trong", "va", "cac", "noi", "dung", "nhiem", "vu", "tren", "nay", "hoan", "thanh", "cung", "lien", "quan", "chu", "tri":
		default:
			return false
		}
	}
	return true
}

var timePhraseAt = regexp.MustCompile(`(?:truoc|cham nhat(?: la)?) (?:ngay )?\d{1,2}/\d{1,2}(?:/\d{4})?|(?:trong |tu )?quy [ivx\d]+(?: ?(?:,|-|va|den) ?(?:quy )?[ivx]+)*(?:/| nam )?(?:\d{4})?|(?:trong |tu )?thang \d{1,2}(?: ?(?:-|den) ?(?:thang )?\d{1,2})?(?:/| nam )?(?:\d{4})?|thuong xuyen trong nam(?: \d{4})?`)

// timeIn finds the time that a sentence names, when it names exactly one.
func timeIn(text string) string {
	a := align(text)
	all := timePhraseAt.FindAllStringIndex(a.folded, 2)
	if len(all) != 1 {
		return ""
	}
	return strings.TrimSpace(a.slice(all[0][0], all[0][1]))
}
