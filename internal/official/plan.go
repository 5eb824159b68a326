package official

import (
	"strings"

	"lantoa/internal/day"
)

// Issuer says which agency issues a document, and under which number and date.
type Issuer struct {
	Agency    string  // official name: «UBND thị xã Đức Phổ», «Phòng Văn hóa và Thông tin»
	Parent    string  // the agency above; of an office the People's Committee, which also gives the place
	Committee bool    // the agency is a People's Committee
	Place     string  // the place name; empty takes that of the People's Committee, itself or Parent
	Number    string  // «45/KH-UBND» or «45»; empty while none was given
	Symbol    string  // «KH-UBND»; empty takes the symbol that SymbolOf suggests
	Date      day.Day // the day of issue; zero while none was given
	Year      int     // printed beside a blank day and month
	Draft     bool
}

// header gives the head of a document of a kind that the agency issues.
func (i Issuer) header(k Kind) Header {
	h := Header{Letterhead: LetterheadOf(i.Agency, i.Parent, i.Committee), Number: i.Number, Symbol: or(i.Symbol, SymbolOf(k, i.Agency)),
		Place: i.Place, Date: i.Date, Year: i.Year}
	committee := i.Agency
	if !i.Committee {
		committee = i.Parent
	}
	if _, found := unitOf(committee); found && h.Place == "" {
		h.Place = PlaceOf(committee)
	}
	return h
}

// Plan is a plan (kế hoạch) as it is printed; read again it gives the same plan.
type Plan struct {
	Issuer
	Title            string
	LegalBases       []LegalBasis
	Opening          string // the sentence before mục I; empty takes the usual one
	Purposes         []string
	Requirements     []string
	Tasks            []PlanTask
	Funding          string
	Responsibilities []Responsibility
	Reporting        []ReportingDuty
	Closing          string // the last sentence; empty takes the usual one
	Recipients       []string
	Signature        Signature
}

// LegalBasis is a document that a plan rests on; Text, when given, is printed in place of the parts.
type LegalBasis struct {
	Text     string
	Number   string
	IssuedOn day.Day
	Issuer   string
	Subject  string
}

// PlanTask is a task of a plan; leads and coordinators are names of agencies and groups.
type PlanTask struct {
	Title        string
	ContentLabel string // «Nội dung», «Hình thức», or empty
	Content      []string
	Leads        []string
	Coordinators []string
	Schedule     string
}

// Responsibility says what one or several agencies have to do.
type Responsibility struct {
	Who    []string
	Duties []string
}

// ReportingDuty is a duty to report; it is printed only where no duty already carries its time phrase.
type ReportingDuty struct {
	From    []string
	To      string
	Through string
	Text    string // «trước ngày 10/11/2024»
}

// Document lays the plan out as an official document.
func (p Plan) Document() Document {
	sections := 0
	blocks := append(p.basisBlocks(), Paragraph(or(p.Opening, p.Agency+" ban hành Kế hoạch "+midSentence(bare(p.Title))+
		" (sau đây gọi tắt là Kế hoạch) với những nội dung sau:")))
	for _, part := range []struct {
		title  string
		blocks []Block
	}{
		{"Mục đích, yêu cầu", p.aimBlocks()},
		{"Nhiệm vụ cụ thể", p.taskBlocks()},
		{"Kinh phí thực hiện", paragraphs(p.Funding)},
		{"Tổ chức thực hiện", p.dutyBlocks()},
	} {
		if len(part.blocks) > 0 {
			sections++
			blocks = append(append(blocks, Section(sections, part.title)), part.blocks...)
		}
	}
	blocks = append(blocks, Paragraph(or(p.Closing, "Trên đây là Kế hoạch "+midSentence(bare(p.Title))+
		". Yêu cầu các cơ quan, đơn vị, địa phương tổ chức triển khai thực hiện.")))
	return Document{Header: p.header(KindPlan), Kind: KindPlan, Subject: line(p.Title), Blocks: blocks,
		Recipients: p.Recipients, Signature: p.Signature, Draft: p.Draft}
}

func (p Plan) basisBlocks() (blocks []Block) {
	for i, basis := range p.LegalBases {
		end := ";"
		if i == len(p.LegalBases)-1 {
			end = "."
		}
		blocks = append(blocks, Basis(bare(basis.sentence())+end))
	}
	return blocks
}

func (b LegalBasis) sentence() string {
	if text := line(b.Text); text != "" {
		if strings.HasPrefix(text, "Căn cứ") || strings.HasPrefix(text, "Thực hiện") || strings.HasPrefix(text, "Theo") {
			return text
		}
		return "Căn cứ " + text
	}
	text := "Căn cứ"
	if b.Number != "" {
		text += " " + string(kindOf(b.Number)) + " số " + line(b.Number)
	}
	if !b.IssuedOn.IsZero() {
		text += " ngày " + ShortDate(b.IssuedOn)
	}
	if b.Issuer != "" {
		text += " của " + line(b.Issuer)
	}
	if b.Subject != "" && text != "Căn cứ" {
		text += " về"
	}
	return strings.TrimSpace(text + " " + line(b.Subject))
}

func (p Plan) aimBlocks() (blocks []Block) {
	clauses := 0
	for _, part := range []struct {
		title string
		items []string
	}{{"Mục đích", p.Purposes}, {"Yêu cầu", p.Requirements}} {
		if len(part.items) > 0 {
			clauses++
			blocks = append(append(blocks, Clause(clauses, part.title)), dashes(part.items)...)
		}
	}
	return blocks
}

func (p Plan) taskBlocks() (blocks []Block) {
	for i, task := range p.Tasks {
		blocks = append(append(blocks, Clause(i+1, line(task.Title))), task.blocks()...)
	}
	return blocks
}

func (t PlanTask) blocks() (blocks []Block) {
	switch {
	case t.ContentLabel == "":
		for _, text := range t.Content {
			blocks = append(blocks, Paragraph(line(text)))
		}
	case len(t.Content) == 1:
		blocks = append(blocks, Dash(t.ContentLabel+": "+line(t.Content[0])))
	case len(t.Content) > 1:
		blocks = append(blocks, Dash(t.ContentLabel+":"))
		for _, text := range t.Content {
			blocks = append(blocks, Plus(line(text)))
		}
	}
	for _, named := range []struct{ label, text string }{
		{"Cơ quan chủ trì", names(t.Leads)}, {"Cơ quan phối hợp", names(t.Coordinators)}, {"Thời gian thực hiện", line(t.Schedule)},
	} {
		if named.text != "" {
			blocks = append(blocks, Dash(named.label+": "+sentence(named.text)))
		}
	}
	return blocks
}

// names joins names of agencies and groups; a group's name may hold commas, so a semicolon stands between them.
func names(all []string) string {
	clean := make([]string, 0, len(all))
	for _, name := range all {
		if name = bare(line(name)); name != "" {
			clean = append(clean, name)
		}
	}
	return strings.Join(clean, "; ")
}

func dashes(items []string) (blocks []Block) {
	for _, item := range items {
		blocks = append(blocks, Dash(line(item)))
	}
	return blocks
}

// paragraphs gives one paragraph for each line that says something.
func paragraphs(text string) (blocks []Block) {
	for one := range strings.SplitSeq(strings.ReplaceAll(text, "\r", "\n"), "\n") {
		if one = strings.Join(strings.Fields(one), " "); one != "" {
			blocks = append(blocks, Paragraph(one))
		}
	}
	return blocks
}

func or(text, usual string) string {
	if strings.TrimSpace(text) != "" {
		return strings.TrimSpace(text)
	}
	return usual
}
