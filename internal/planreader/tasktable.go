package planreader

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tableReader reads the rows of one table of tasks.
type tableReader struct {
	*taskReader
	head  head
	above map[int]cell // the cells that others are merged into, by column
	open  *taskDraft
}

// readTable reads a table of tasks: a row is a task, a merged cell counts for every row it covers, a row without a title goes on with the last.
func (t *taskReader) readTable(from *table) {
	r := &tableReader{taskReader: t, head: readHead(from.rows), above: map[int]cell{}}
	for i, row := range from.rows {
		if i < r.head.rows || r.isHeadAgain(row) {
			take(row)
			continue
		}
		r.row(row)
	}
}

func take(row row) {
	for _, c := range row {
		for _, l := range c.lines {
			l.used = true
		}
	}
}

// isHeadAgain reports the names of the columns repeated on a further page.
func (r *tableReader) isHeadAgain(row row) bool {
	same := 0
	for _, c := range row {
		if text := c.text(); text != "" {
			if text != r.head.labels[c.column] {
				return isCount(row)
			}
			same++
		}
	}
	return same > 1
}

// row reads one row.
func (r *tableReader) row(row row) {
	cells := map[role][]cell{}
	merged := map[role]bool{}
	number := ""
	for _, c := range row {
		if c.below {
			up := r.above[c.column]
			c.lines = up.lines
			merged[r.head.roles[c.column]] = true
		}
		r.above[c.column] = c
		as := r.head.roles[c.column]
		if as == ordinal {
			number = c.text()
			for _, l := range c.lines {
				l.used = true
			}
			if c.below {
				merged[ordinal] = true
			}
			continue
		}
		cells[as] = append(cells[as], c)
	}
	switch name := textOf(cells[title]); {
	case r.isGroup(row, number, cells):
		for _, c := range row {
			for _, l := range c.lines {
				l.used = l.used || len(c.lines) == 1
			}
		}
		r.open = nil
	case r.open != nil && (merged[title] || name == "") && !r.differs(cells, merged):
		r.goOn(cells, merged)
	case r.open != nil && number == "" && r.continuesTitle(name):
		r.longer(cells, merged)
	default:
		r.begin(cells)
	}
}

func textOf(cells []cell) string {
	parts := make([]string, 0, len(cells))
	for _, c := range cells {
		if text := c.text(); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}

// isGroup reports a row that only names a group of tasks: one cell over all columns, or a Roman number and nobody to do it.
func (r *tableReader) isGroup(row row, number string, cells map[role][]cell) bool {
	filled, widest := 0, 0
	for _, c := range row {
		if len(c.lines) > 0 && !c.below {
			filled++
			widest = max(widest, c.span)
		}
	}
	if filled == 1 && widest > 1 && widest+1 >= len(r.head.labels) {
		return true
	}
	number = strings.Trim(number, ". )")
	nobody := textOf(cells[lead])+textOf(cells[coordinate])+textOf(cells[mixed])+textOf(cells[when]) == ""
	return nobody && (isRomanNumeral(number) || len(number) == 1 && unicode.IsUpper(rune(number[0])))
}

// differs reports a row below a merged title that has a time of its own: another task under the same name.
func (r *tableReader) differs(cells map[role][]cell, merged map[role]bool) bool {
	return merged[title] && !merged[when] && textOf(cells[when]) != "" && len(r.open.timeText) > 0
}

// continuesTitle reports a title broken over two rows: the rest begins in lower case and the first part had no end mark.
func (r *tableReader) continuesTitle(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.IsLower(first) && !endsSentence(r.open.task.Title)
}

func (r *tableReader) longer(cells map[role][]cell, merged map[role]bool) {
	r.open.task.Title += " " + textOf(cells[title])
	for _, c := range cells[title] {
		for _, l := range c.lines {
			l.used = true
		}
	}
	cells[title] = nil
	r.goOn(cells, merged)
}

// begin opens a task with the row's title; further paragraphs of that cell are its content.
func (r *tableReader) begin(cells map[role][]cell) {
	var first *line
	var rest []*line
	for _, c := range cells[title] {
		for _, l := range joinCell(c.lines) {
			if first == nil {
				first = l
			} else {
				rest = append(rest, l)
			}
		}
	}
	if first == nil {
		return
	}
	r.open = r.taskReader.open(first)
	r.open.title.Text = first.text
	for _, l := range rest {
		r.line(r.open, l)
	}
	r.fillIn(cells, nil)
}

// goOn adds the cells of a row to the open task, but those that are merged into its own.
func (r *tableReader) goOn(cells map[role][]cell, merged map[role]bool) {
	r.fillIn(cells, merged)
}
