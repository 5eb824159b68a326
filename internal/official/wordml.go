package official

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Lengths in twips, a twentieth of a point: 1 mm is 56.7 of them.
const (
	pageShort    = 11906
	pageLong     = 16838
	marginTop    = 1134
	marginBottom = 1134
	marginLeft   = 1701
	marginRight  = 1134
	portrait     = pageShort - marginLeft - marginRight
	landscape    = pageLong - marginLeft - marginRight
	cellMargin   = 85
	pointTwips   = 20
)

// wordml writes the body of a document as WordprocessingML; width is that of the text on the page in hand, in twips. What fails to be
// written is told by Flush.
type wordml struct {
	*bufio.Writer
	width int
}

// para is one paragraph: a style, its text, and what the style cannot say.
type para struct {
	style    string
	text     string
	runs     string // marked up already, in place of text
	left     int
	right    int
	hanging  int
	align    string
	bold     bool
	keepNext bool
	section  string // the properties of the section that this paragraph ends
}

// WriteString writes on; the first failure is kept for Flush.
func (w *wordml) WriteString(text string) { _, _ = w.Writer.WriteString(text) }

func (w *wordml) para(p para) {
	w.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + p.style + `"/>`)
	if p.keepNext {
		w.WriteString(`<w:keepNext/>`)
	}
	if p.left != 0 || p.right != 0 || p.hanging != 0 {
		fmt.Fprintf(w, `<w:ind w:left="%d" w:right="%d" w:hanging="%d"/>`, p.left, p.right, p.hanging)
	}
	if p.align != "" {
		w.WriteString(`<w:jc w:val="` + p.align + `"/>`)
	}
	w.WriteString(p.section + `</w:pPr>`)
	switch {
	case p.runs != "":
		w.WriteString(p.runs)
	case p.bold:
		w.WriteString(run(p.text, `<w:b/>`))
	case p.text != "":
		w.WriteString(run(p.text, ""))
	}
	w.WriteString(`</w:p>`)
}

func run(text, properties string) string {
	if properties != "" {
		properties = `<w:rPr>` + properties + `</w:rPr>`
	}
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + escape(text) + `</w:t></w:r>`
}

func escape(text string) string {
	text = printable(text)
	if !strings.ContainsAny(text, `&<>"'`) {
		return text
	}
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes every write
	return b.String()
}

// plain lays rows of cells side by side without borders; whole rows stay on one page.
func (w *wordml) plain(widths []int, whole bool, rows ...[]func(width int)) {
	w.tableStart("TableNormal", 0, widths)
	for _, row := range rows {
		w.WriteString(`<w:tr>`)
		if whole {
			w.WriteString(`<w:trPr><w:cantSplit/></w:trPr>`)
		}
		for i, fill := range row {
			fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, widths[i])
			fill(widths[i])
			w.WriteString(`</w:tc>`)
		}
		w.WriteString(`</w:tr>`)
	}
	w.WriteString(`</w:tbl>`)
}

// Rows that stay together: all of a small table, and the last ones of a long one, so that no sum stands alone on a page.
const (
	wholeRows = 12
	lastRows  = 3
)

// table sets a table with borders; its last row stays with a note below.
func (w *wordml) table(t Table, noted bool) {
	widths := shares(t.Widths, w.width)
	style := "TableText"
	if t.Small {
		style = "SmallTableText"
	}
	w.tableStart("TableGrid", cellMargin, widths)
	for _, row := range t.Head {
		w.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
		w.cells(row, widths, para{style: style, bold: true, keepNext: true})
	}
	for i, row := range t.Rows {
		last := i == len(t.Rows)-1
		w.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		w.cells(row, widths, para{style: style, keepNext: (last && noted) || (!last && (len(t.Rows) <= wholeRows || i >= len(t.Rows)-lastRows))})
	}
	w.WriteString(`</w:tbl>`)
}

func (w *wordml) tableStart(style string, margin int, widths []int) {
	total := 0
	for _, width := range widths {
		total += width
	}
	fmt.Fprintf(w, `<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`+
		`<w:tblCellMar><w:left w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`,
		style, total, margin, margin)
	for _, width := range widths {
		fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, width)
	}
	w.WriteString(`</w:tblGrid>`)
}

// cells sets the cells of a row, each paragraph as the given one with the cell's own text and alignment.
func (w *wordml) cells(row []Cell, widths []int, p para) {
	column := 0
	for _, c := range row {
		span := max(c.Span, 1)
		width := 0
		for i := column; i < min(column+span, len(widths)); i++ {
			width += widths[i]
		}
		column += span
		fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
		if span > 1 {
			fmt.Fprintf(w, `<w:gridSpan w:val="%d"/>`, span)
		}
		w.WriteString([]string{Alone: "", MergeStart: `<w:vMerge w:val="restart"/>`, MergeOn: `<w:vMerge/>`}[c.Merge])
		w.WriteString(`<w:vAlign w:val="center"/></w:tcPr>`)
		w.para(para{style: p.style, text: c.Text, bold: c.Bold || p.bold, keepNext: p.keepNext,
			align: []string{Left: "", Centre: "center", Right: "right"}[c.Align]})
		w.WriteString(`</w:tc>`)
	}
	w.WriteString(`</w:tr>`)
}

// shares cuts a width into columns by relative shares; what rounding leaves goes to the widest.
func shares(parts []int, width int) []int {
	total, widest := 0, 0
	for i, p := range parts {
		total += p
		if p > parts[widest] {
			widest = i
		}
	}
	cut := make([]int, len(parts))
	left := width
	for i, p := range parts {
		cut[i] = p * width / max(total, 1)
		left -= cut[i]
	}
	if len(cut) > 0 {
		cut[widest] += left
	}
	return cut
}

// sectionXML ends a run of pages: A4, the decree's margins, the page number in the header from the second page on.
func sectionXML(lying bool, restart bool) string {
	width, height, orient, start := pageShort, pageLong, "", ""
	if lying {
		width, height, orient = pageLong, pageShort, ` w:orient="landscape"`
	}
	if restart {
		start = `<w:pgNumType w:start="1"/>`
	}
	return fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:type w:val="nextPage"/>`+
		`<w:pgSz w:w="%d" w:h="%d"%s/>`+
		`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="567" w:footer="567" w:gutter="0"/>%s<w:titlePg/></w:sectPr>`,
		width, height, orient, marginTop, marginRight, marginBottom, marginLeft, start)
}
