// Package official prints the town's official documents in the form of Decree 30/2020/NĐ-CP (.docx) and its tables of figures (.xlsx).
//
// The caller hands over small structs ([Plan], [Report], [Consolidated], [RoundFigures]) and gets bytes; nothing here reads a database,
// and the same input gives the same bytes. Every number in a text («II.», «3.», «a)», «-») is literal text, so that the
// document can be read back.
package official

import "lantoa/internal/day"

// Document is one official document with a named kind (Decree 30/2020, Appendix III, form 1.4), ready to be written as .docx.
type Document struct {
	Header     Header
	Kind       Kind
	Subject    string
	Addressees []string // «Kính gửi», for a report to a superior; none for a plan
	Blocks     []Block
	Recipients []string // «Nơi nhận», the last one the archive («Lưu: VT»); dashes and end marks are put in by the writer
	Signature  Signature
	Appendices []Appendix
	Draft      bool // prints «DỰ THẢO» below the number
}

// Header is what stands above the kind of a document: who issues it, number and symbol, place and date.
type Header struct {
	Letterhead
	Number string // «45», «45/KH-UBND», or empty while no number was given
	Symbol string // «KH-UBND», used where Number does not carry it
	Place  string
	Date   day.Day // zero: day and month are left blank, to be filled in after signing
	Year   int     // printed beside a blank day and month; 0 leaves the year blank too
}

// Signature is a signature block: the lines of authority and title in order, and the signer's name without titles.
type Signature struct {
	Lines []string
	Name  string
}

// Appendix is a phụ lục, on its own pages with their own page numbers.
type Appendix struct {
	Title     string
	Landscape bool
	Blocks    []Block
}

// Block is one paragraph or table of a document's body; the functions below make them.
type Block struct {
	style string
	text  string
	table *Table
}

// Basis is a legal basis (căn cứ): an italic paragraph.
func Basis(text string) Block { return Block{style: "Basis", text: text} }

// Paragraph is an ordinary paragraph of the body.
func Paragraph(text string) Block { return Block{style: "BodyText", text: text} }

// Section is the title of a mục with its Roman number; the title is printed in capitals.
func Section(number int, title string) Block {
	return Block{style: "Heading1", text: Roman(number) + ". " + capitals(title)}
}

// Clause is the title of a khoản with its Arabic number, bold on its own line.
func Clause(number int, title string) Block {
	return Block{style: "Heading2", text: itoa(number) + ". " + title}
}

// Point is a điểm, lettered a) b) c) d) đ) in the order of the Vietnamese alphabet, from number 1 on.
func Point(number int, text string) Block {
	return Block{style: "Point", text: PointLetter(number) + ") " + text}
}

// Dash is a list item behind «-».
func Dash(text string) Block { return Block{style: "Dash", text: "- " + text} }

// Plus is a list item of the second level, behind «+».
func Plus(text string) Block { return Block{style: "Plus", text: "+ " + text} }

// Note is a remark in italics, such as the one below a table.
func Note(text string) Block { return Block{style: "Note", text: text} }

// Caption is the title above a table; it stays on the table's page.
func Caption(text string) Block { return Block{style: "Caption", text: text} }

// Tabulated is a table of figures.
func Tabulated(t Table) Block { return Block{table: &t} }

// Align is how the text of a cell stands in it.
type Align uint8

// The alignments of a cell's text.
const (
	Left Align = iota
	Centre
	Right
)

// Merge is a cell's part in a cell that runs over several rows.
type Merge uint8

// The parts of a vertically merged cell.
const (
	Alone Merge = iota
	MergeStart
	MergeOn
)

// Cell is one cell of a table; Span is the number of columns it takes, 0 meaning one.
type Cell struct {
	Text  string
	Align Align
	Bold  bool
	Span  int
	Merge Merge
}

// Table is a table with real borders whose head rows are repeated on every page.
type Table struct {
	Widths []int // relative shares of the text's width
	Head   [][]Cell
	Rows   [][]Cell
	Small  bool // 11 pt for wide tables, else 13 pt
}
