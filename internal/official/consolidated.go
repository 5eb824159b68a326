package official

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"lantoa/internal/figure"
)

// Consolidated is the consolidated report of a plan's issuer to the level above.
type Consolidated struct {
	Report                   // its sections carry the narrative and the sums
	Submissions []Submission // every agency of the round
	ByAgency    []Matrix     // figures of the agencies, printed as an appendix across the page
}

// Coverage says of how many agencies figures were added up, and whose are missing.
type Coverage struct {
	Reported int
	Owing    int
	Of       string // «xã, phường», «cơ quan, đơn vị»
	Missing  []string
}

// Standing is where an agency stands with its report in a round.
type Standing string

// The standings, as the round of reports derives them.
const (
	Upcoming Standing = "upcoming"
	DueSoon  Standing = "due_soon"
	OnTime   Standing = "on_time"
	Late     Standing = "late"
	Missing  Standing = "missing"
	Exempted Standing = "exempted"
	AllNil   Standing = "nil"
)

// Words gives the standing in Vietnamese; an unknown one stays as it is.
func (s Standing) Words() string {
	words := map[Standing]string{Upcoming: "Chưa đến hạn", DueSoon: "Sắp đến hạn", OnTime: "Đúng hạn", Late: "Trễ hạn",
		Missing: "Chưa nộp", Exempted: "Được miễn", AllNil: "Không phát sinh"}
	if word, known := words[s]; known {
		return word
	}
	return string(s)
}

// Submission is how one agency handed its report in.
type Submission struct {
	Agency     string
	Standing   Standing
	HandedInAt time.Time // zero when not handed in
	DaysLate   int
	Receipt    string // «BN-2024-17»
	Reason     string // why it was exempted
	Awaiting   bool   // handed in and not yet accepted
	Returned   bool   // handed in and sent back to be mended
}

// Document lays the consolidated report out as an official document.
func (c Consolidated) Document() Document {
	r := c.Report
	o := outline{inAppendix: r.FiguresInAppendix, heading: "Tổng số"}
	o.add(r.Sections)
	if len(c.Submissions) > 0 {
		o.section("Tình hình nộp báo cáo")
		o.blocks = append(o.blocks, submissionBlocks(c.Submissions)...)
	}
	d := Document{Header: r.header(KindReport), Kind: KindReport, Subject: r.Plan.reportTitle(r.Title), Addressees: r.Addressees,
		Recipients: r.Recipients, Signature: r.Signature, Draft: r.Draft, Appendices: c.appendices(o)}
	if len(d.Recipients) == 0 {
		d.Recipients = []string{"Như trên", "Lưu: VT"}
	}
	d.Blocks = append(r.opening("tổng hợp, báo cáo"), o.blocks...)
	d.Blocks = append(d.Blocks, Paragraph(or(r.Closing, r.closing(len(d.Appendices) > 0))))
	return d
}

func (c Consolidated) appendices(o outline) (all []Appendix) {
	if o.inAppendix && o.tables > 0 {
		all = append(all, Appendix{Title: "Số liệu tổng hợp", Blocks: o.figures})
	}
	owed := slices.DeleteFunc(slices.Clone(c.ByAgency), func(m Matrix) bool { return len(m.Rows) == 0 })
	if len(owed) > 0 {
		all = append(all, Appendix{Title: "Số liệu theo cơ quan, đơn vị", Landscape: true, Blocks: matrixBlocks(owed)})
	}
	return all
}

// Sentence says whose figures a table holds: «Số liệu của 14/15 xã, phường; chưa có UBND xã Phổ Châu.»
func (c Coverage) Sentence() string {
	if c.Owing == 0 {
		return ""
	}
	text := fmt.Sprintf("Số liệu của %d/%d %s", c.Reported, c.Owing, or(c.Of, "cơ quan, đơn vị"))
	switch n := len(c.Missing); {
	case n == 0:
		return text + "."
	case n > 4:
		return fmt.Sprintf("%s; chưa có %d %s.", text, n, or(c.Of, "cơ quan, đơn vị"))
	}
	return text + "; chưa có " + strings.Join(c.Missing, ", ") + "."
}

// submissionBlocks counts the reports and names, point by point, the agencies that stand otherwise than on time.
func submissionBlocks(all []Submission) []Block {
	by := map[Standing][]string{}
	for _, s := range all {
		by[s.Standing] = append(by[s.Standing], s.named())
	}
	onTime, late, open := len(by[OnTime])+len(by[AllNil]), len(by[Late]), len(by[Upcoming])+len(by[DueSoon])
	owing := len(all) - len(by[Exempted])
	text := fmt.Sprintf("Có %s cơ quan, đơn vị phải báo cáo", padded(owing, 9))
	if exempted := len(by[Exempted]); exempted > 0 {
		text += fmt.Sprintf(" (không kể %s cơ quan, đơn vị được miễn)", padded(exempted, 9))
	}
	text += fmt.Sprintf("; đã nộp %s, trong đó đúng hạn %s, trễ hạn %s; chưa nộp %s",
		padded(onTime+late, 9), padded(onTime, 9), padded(late, 9), padded(len(by[Missing])+open, 9))
	if owing > 0 {
		text += ". Tỷ lệ nộp đúng hạn đạt " + percent(onTime, owing)
	}
	blocks := []Block{Paragraph(text + ".")}
	points := 0
	for _, group := range []struct {
		title  string
		agency []string
	}{{"Nộp trễ hạn", by[Late]}, {"Chưa nộp", by[Missing]}, {"Chưa nộp, sắp đến hạn", by[DueSoon]}, {"Chưa nộp, chưa đến hạn", by[Upcoming]},
		{"Đã nộp, chưa tiếp nhận", namedIf(all, func(s Submission) bool { return s.Awaiting })},
		{"Đã nộp, đang trả lại để bổ sung", namedIf(all, func(s Submission) bool { return s.Returned })},
		{"Được miễn báo cáo", by[Exempted]}, {"Báo cáo không phát sinh", by[AllNil]}} {
		if n := len(group.agency); n > 0 {
			points++
			blocks = append(blocks, Point(points, fmt.Sprintf("%s (%s): %s.", group.title, padded(n, 9), strings.Join(group.agency, "; "))))
		}
	}
	return blocks
}

func namedIf(all []Submission, holds func(Submission) bool) (names []string) {
	for _, s := range all {
		if holds(s) {
			names = append(names, line(s.Agency))
		}
	}
	return names
}

// named gives the agency's name with what is to be said of its report.
func (s Submission) named() string {
	switch {
	case s.Standing == Late && s.DaysLate > 0:
		return fmt.Sprintf("%s (trễ %d ngày)", line(s.Agency), s.DaysLate)
	case s.Standing == Exempted && s.Reason != "":
		return line(s.Agency) + " (" + midSentence(bare(line(s.Reason))) + ")"
	}
	return line(s.Agency)
}

// percent writes a share with at most one decimal: «88,2%».
func percent(part, whole int) string {
	share, err := figure.Parse(big.NewRat(int64(part)*100, int64(whole)).FloatString(1))
	if err != nil {
		return ""
	}
	return share.Vietnamese() + "%"
}
