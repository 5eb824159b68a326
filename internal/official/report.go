package official

import (
	"regexp"
	"slices"
	"strings"

	"lantoa/internal/day"
)

// Report is an agency's report on how it carried out a plan.
type Report struct {
	Issuer
	Title             string // empty takes «Kết quả thực hiện Kế hoạch …»
	Addressees        []string
	Plan              PlanReference
	From, Until       day.Day // the period of the figures; zero where not told
	Sections          []ReportSection
	FiguresInAppendix bool     // all figures in one phụ lục instead of a table in each section
	Opening           string   // the first sentence; empty takes the usual one
	Closing           string   // the last sentence; empty takes the usual one
	Recipients        []string // empty takes «Như trên», «Lưu: VT»
	Signature         Signature
}

// PlanReference names the plan that a report is about.
type PlanReference struct {
	Number string // «45/KH-UBND»
	Date   day.Day
	Issuer string
	Title  string
}

// ReportSection is a section of a report: a task's, printed as a khoản of the results, or a free one, printed as a mục.
type ReportSection struct {
	Title   string
	ByTask  bool
	Text    string // its lines become paragraphs
	Nil     bool   // không phát sinh
	Untold  string // what stands where there is neither text nor figure; empty takes the usual words
	Figures []Figure
	Source  Coverage // of a consolidated report: whose figures were added up
}

// Document lays the report out as an official document.
func (r Report) Document() Document {
	o := outline{inAppendix: r.FiguresInAppendix, heading: "Số liệu"}
	o.add(r.Sections)
	d := Document{Header: r.header(KindReport), Kind: KindReport, Subject: r.Plan.reportTitle(r.Title), Addressees: r.Addressees,
		Recipients: r.Recipients, Signature: r.Signature, Draft: r.Draft}
	if len(d.Recipients) == 0 {
		d.Recipients = []string{"Như trên", "Lưu: VT"}
	}
	d.Blocks = append(r.opening("báo cáo"), o.blocks...)
	d.Blocks = append(d.Blocks, Paragraph(or(r.Closing, r.closing(o.inAppendix && o.tables > 0))))
	if o.inAppendix && o.tables > 0 {
		d.Appendices = []Appendix{{Title: "Số liệu kết quả thực hiện", Blocks: o.figures}}
	}
	return d
}

// opening says which plan was carried out, who reports it, and for which days.
func (r Report) opening(act string) []Block {
	return paragraphs(or(r.Opening, "Thực hiện "+r.Plan.full()+", "+line(r.Agency)+" "+act+" kết quả thực hiện"+period(r.From, r.Until)+" như sau:"))
}

func (r Report) closing(appendix bool) string {
	text := "Trên đây là báo cáo kết quả thực hiện " + r.Plan.short() + " của " + line(r.Agency)
	if appendix {
		text += " (số liệu chi tiết tại Phụ lục kèm theo)"
	}
	if len(r.Addressees) > 0 {
		return text + ", kính gửi " + through.ReplaceAllString(strings.Join(r.Addressees, ", "), "") + " tổng hợp."
	}
	return text + "."
}

// through is the office that a report goes through, in brackets behind the addressee.
var through = regexp.MustCompile(` *\(qua [^)]*\)`)

// full names the plan at its first mention: kind, number, date, issuer and subject.
func (p PlanReference) full() string {
	text := p.short()
	if !p.Date.IsZero() {
		text += " ngày " + ShortDate(p.Date)
	}
	if p.Issuer != "" {
		text += " của " + line(p.Issuer)
	}
	if p.Title != "" {
		text += " về " + midSentence(bare(line(p.Title)))
	}
	return text
}

// short names the plan after its first mention: kind and number only.
func (p PlanReference) short() string {
	if p.Number == "" {
		return "Kế hoạch"
	}
	return "Kế hoạch số " + numbered(p.Number, "")
}

func (p PlanReference) reportTitle(own string) string {
	return or(line(own), "Kết quả thực hiện Kế hoạch "+midSentence(bare(line(p.Title))))
}

// period says for which days figures are given.
func period(from, until day.Day) string {
	switch {
	case until.IsZero():
		return ""
	case from.IsZero():
		return " (số liệu tính đến ngày " + ShortDate(until) + ")"
	}
	return " (số liệu từ ngày " + ShortDate(from) + " đến ngày " + ShortDate(until) + ")"
}

// outline numbers the sections of a report as they are added.
type outline struct {
	inAppendix bool
	heading    string // over the column of figures
	blocks     []Block
	figures    []Block // tables gathered for an appendix
	sections   int
	clauses    int
	tables     int
}

// add puts sections in: those of tasks as khoản under «Kết quả thực hiện», free ones as mục.
func (o *outline) add(sections []ReportSection) {
	for i, s := range sections {
		switch {
		case !s.ByTask:
			o.section(s.Title)
		case i == 0 || !sections[i-1].ByTask:
			o.section("Kết quả thực hiện")
		}
		if s.ByTask {
			o.clauses++
			o.blocks = append(o.blocks, Clause(o.clauses, line(s.Title)))
		}
		o.content(s)
	}
}

func (o *outline) section(title string) {
	o.sections, o.clauses = o.sections+1, 0
	o.blocks = append(o.blocks, Section(o.sections, line(title)))
}

// content writes a section's text and figures; none to report and nothing written are said in words.
func (o *outline) content(s ReportSection) {
	text, figured := paragraphs(s.Text), given(s.Figures)
	switch {
	case s.Nil:
		text, figured = append(text, Paragraph("Không phát sinh.")), false
	case len(text) == 0 && !figured:
		text = []Block{Paragraph(or(s.Untold, "Chưa có nội dung, số liệu báo cáo."))}
	case len(text) == 0 && o.inAppendix:
		text = []Block{Paragraph("Số liệu cụ thể tại Biểu " + itoa(o.tables+1) + ", Phụ lục kèm theo.")}
	case len(text) == 0:
		text = []Block{Paragraph("Số liệu cụ thể như sau:")}
	}
	o.blocks = append(o.blocks, text...)
	if !figured {
		return
	}
	o.tables++
	table := []Block{Caption("Biểu " + itoa(o.tables) + ". " + line(s.Title)), Tabulated(figureTable(s.Figures, o.heading))}
	if note := remarks(s); note != "" {
		table = append(table, Note(note))
	}
	if o.inAppendix {
		o.figures = append(o.figures, table...)
		return
	}
	o.blocks = append(o.blocks, table...)
}

// remarks says below a table whose figures it holds and what its marks mean.
func remarks(s ReportSection) string {
	said := []string{}
	for _, text := range []string{s.Source.Sentence(), legend(slices.Values(valuesOf(s.Figures)))} {
		if text != "" {
			said = append(said, text)
		}
	}
	return strings.Join(said, " ")
}
