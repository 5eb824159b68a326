package planreader

import (
	"strings"

	"lantoa/internal/viet"
)

// table is a table of tasks: rows of cells, each at its place in the grid.
type table struct{ rows []row }

type row []cell

type cell struct {
	column, span int
	below        bool // merged into the cell above
	lines        []*line
}

func (c *cell) add(no int, raw string) {
	if plain(raw) != "" {
		c.lines = append(c.lines, newLine(no, raw))
	}
}

// text gives the cell's lines as one.
func (c *cell) text() string {
	parts := make([]string, 0, len(c.lines))
	for _, l := range c.lines {
		parts = append(parts, l.text)
	}
	return strings.Join(parts, " ")
}

func (t *table) width() int {
	widest := 0
	for _, r := range t.rows {
		if n := len(r); n > 0 {
			widest = max(widest, r[n-1].column+r[n-1].span)
		}
	}
	return widest
}

func (t *table) firstLine(otherwise int) int {
	for _, r := range t.rows {
		for _, c := range r {
			if len(c.lines) > 0 {
				return c.lines[0].no
			}
		}
	}
	return otherwise
}

// role is what a column of a table of tasks holds.
type role uint8

// The roles of columns and labels.
const (
	none role = iota
	ordinal
	title
	content
	lead
	coordinate
	mixed // leads and coordinators in one
	when
	other
)

// head is what the columns of a table hold, and how many rows at its top say so.
type head struct {
	roles  map[int]role
	labels map[int]string
	rows   int
}

// isTaskHead reports a table whose columns name the work and who does it or when.
func isTaskHead(h head) bool {
	var work, who, time bool
	for _, r := range h.roles {
		work = work || r == title
		who = who || r == lead || r == coordinate || r == mixed
		time = time || r == when
	}
	return work && (who || time) && len(h.roles) > 1
}

// readHead reads the top rows of a table: one, or two where a name spans several columns below.
func readHead(rows []row) head {
	h := head{roles: map[int]role{}, labels: map[int]string{}}
	if len(rows) == 0 {
		return h
	}
	h.rows = 1
	for _, c := range rows[0] {
		for i := range min(c.span, 30) {
			h.labels[c.column+i] = c.text()
		}
	}
	if len(rows) > 1 && isSecondHead(rows[0], rows[1]) {
		h.rows = 2
		for _, c := range rows[1] {
			if text := c.text(); text != "" && !c.below {
				if columnRole(text) == none {
					text = strings.TrimSpace(h.labels[c.column] + " " + text)
				}
				h.labels[c.column] = text
			}
		}
	}
	if len(rows) > h.rows && isCount(rows[h.rows]) {
		h.rows++
	}
	h.assign()
	return h
}

// isSecondHead reports a row below cells that were merged down or split up by it.
func isSecondHead(first, next row) bool {
	split := false
	for _, c := range first {
		split = split || c.span > 1
	}
	if !split {
		return false
	}
	for _, c := range next {
		if text := c.text(); !c.below && text != "" && columnRole(text) == none {
			return false
		}
	}
	return true
}

// isCount reports the row «(1) (2) (3)» below the names of columns.
func isCount(r row) bool {
	for i, c := range r {
		text := strings.Trim(c.text(), "() .")
		if len(text) > 2 || text == "" && i > 0 || strings.Trim(text, "0123456789ABab") != "" {
			return false
		}
	}
	return len(r) > 1
}

// assign gives each column its role; a second column that names the work holds what is to be done in it.
func (h *head) assign() {
	named := false
	for column := range 100 {
		label, ok := h.labels[column]
		if !ok {
			continue
		}
		r := columnRole(label)
		if r == title && named {
			r = content
		}
		named = named || r == title
		if r != none {
			h.roles[column] = r
		}
	}
}

func columnRole(label string) role {
	f := strings.Trim(viet.Fold(label), " .:")
	if len(f) > 120 {
		return none
	}
	switch {
	case f == "tt" || f == "stt" || f == "so tt" || f == "so thu tu":
		return ordinal
	case strings.Contains(f, "chu tri") && strings.Contains(f, "phoi hop") && !strings.HasPrefix(f, "co quan thuc hien"):
		return mixed
	case strings.Contains(f, "phoi hop"):
		return coordinate
	case strings.Contains(f, "thoi gian"), strings.Contains(f, "tien do"), strings.Contains(f, "thoi han"), strings.Contains(f, "hoan thanh"), strings.Contains(f, "thoi diem"):
		return when
	case strings.Contains(f, "chu tri"), strings.Contains(f, "don vi"), strings.Contains(f, "co quan"), strings.Contains(f, "phan cong"), strings.Contains(f, "trach nhiem"), strings.Contains(f, "thuc hien") && strings.Contains(f, "nguoi"), strings.Contains(f, "dau moi"):
		return lead
	case strings.Contains(f, "nhiem vu"), strings.Contains(f, "noi dung"), strings.Contains(f, "cong viec"), strings.Contains(f, "hoat dong"), strings.Contains(f, "hinh thuc"), strings.Contains(f, "giai phap"):
		return title
	case strings.Contains(f, "san pham"), strings.Contains(f, "ket qua"), strings.Contains(f, "kinh phi"), strings.Contains(f, "ghi chu"), strings.Contains(f, "dia diem"), strings.Contains(f, "so luong"), strings.Contains(f, "doi tuong"), strings.Contains(f, "chi tieu"):
		return other
	}
	return none
}
