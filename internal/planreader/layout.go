package planreader

import (
	"strings"

	"lantoa/internal/planreader/docx"
)

// page gathers the lines of a document in reading order and counts them.
type page struct {
	lines []*line
	no    int
}

// textLines reads pasted text or a text file; rows of a table pasted with tabs or bars become a table.
func textLines(text string) []*line {
	var p page
	rows := strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	for i := 0; i < len(rows); {
		if n := tableRows(rows[i:]); n > 0 {
			p.pastedTable(rows[i : i+n])
			i += n
			continue
		}
		p.add(visible(rows[i]), false)
		i++
	}
	return p.lines
}

func (p *page) add(raw string, parted bool) {
	p.no++
	if plain(raw) == "" {
		return
	}
	l := newLine(p.no, raw)
	l.parted = parted
	p.lines = append(p.lines, l)
}

// tableRows counts the lines from here on that are rows of a pasted table whose first row names the columns of tasks.
func tableRows(rows []string) int {
	first := cellsOf(rows[0])
	if len(first) < 3 || len(rows[0]) > 2000 {
		return 0
	}
	head := make([]cell, 0, len(first))
	for i, c := range first {
		head = append(head, cell{column: i, span: 1, lines: []*line{newLine(0, visible(c))}})
	}
	if !isTaskHead(readHead([]row{head})) {
		return 0
	}
	n := 1
	for n < len(rows) && len(cellsOf(rows[n])) > 2 {
		n++
	}
	return n
}

// cellsOf splits a row at its tabs, or at its bars when it has no tabs.
func cellsOf(row string) []string {
	if strings.Contains(row, "\t") {
		return strings.Split(row, "\t")
	}
	if strings.Count(row, "|") > 2 {
		return strings.Split(strings.Trim(strings.TrimSpace(row), "|"), "|")
	}
	return nil
}

func (p *page) pastedTable(rows []string) {
	t := &table{}
	for _, text := range rows {
		p.no++
		var r row
		for i, c := range cellsOf(text) {
			at := cell{column: i, span: 1}
			if !isRule(strings.Trim(plain(c), ":")) {
				at.add(p.no, visible(c))
			}
			r = append(r, at)
		}
		t.rows = append(t.rows, r)
	}
	p.table(t)
}

func (p *page) table(t *table) {
	l := newLine(t.firstLine(p.no), "")
	l.table, l.parted = t, true
	p.lines = append(p.lines, l)
}

// docxLines reads the body of a Word document: a table of tasks stays a table, any other is read cell by cell.
func docxLines(doc *docx.Document) []*line {
	var p page
	p.blocks(doc.Blocks, false)
	return p.lines
}

func (p *page) blocks(blocks []docx.Block, parted bool) {
	var open *table
	for _, b := range blocks {
		if b.Table == nil {
			if plain(b.Text) != "" {
				open = nil
			}
			p.paragraph(b.Text, parted)
			parted = false
			continue
		}
		head := gather(&docx.Table{Rows: b.Table.Rows[:min(3, len(b.Table.Rows))]}, glance)
		switch {
		case isTaskHead(readHead(head.rows)):
			open = gather(b.Table, p.fill)
			p.table(open)
		case open != nil && head.width() == open.width():
			open.rows = append(open.rows, gather(b.Table, p.fill).rows...)
		default:
			p.cells(b.Table)
		}
		parted = true
	}
}

func (p *page) paragraph(text string, parted bool) {
	for raw := range strings.SplitSeq(visible(text), "\n") {
		p.add(raw, parted)
		parted = false
	}
}

// cells reads a table that is only there for the layout, such as the header and the signature block.
func (p *page) cells(t *docx.Table) {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			p.blocks(c.Blocks, true)
		}
	}
}

// gather reads a table cell by cell, each cell at its place in the grid.
func gather(from *docx.Table, fill func(*cell, []docx.Block)) *table {
	t := &table{}
	for _, r := range from.Rows {
		var out row
		column := 0
		for _, c := range r.Cells {
			at := cell{column: column, span: c.Span, below: c.Below}
			fill(&at, c.Blocks)
			column += c.Span
			out = append(out, at)
		}
		t.rows = append(t.rows, out)
	}
	return t
}

// glance reads no more of a cell than the name of a column takes.
func glance(c *cell, blocks []docx.Block) {
	for _, b := range blocks[:min(5, len(blocks))] {
		if b.Table == nil && len(b.Text) < 500 {
			c.add(0, visible(b.Text))
		}
	}
}

func (p *page) fill(c *cell, blocks []docx.Block) {
	for _, b := range blocks {
		if b.Table != nil {
			for _, r := range b.Table.Rows {
				for _, inner := range r.Cells {
					p.fill(c, inner.Blocks)
				}
			}
			continue
		}
		for raw := range strings.SplitSeq(visible(b.Text), "\n") {
			p.no++
			c.add(p.no, raw)
		}
	}
}
