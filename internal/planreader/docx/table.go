package docx

import (
	"encoding/xml"
	"strconv"
)

func (r *reader) startTable(t xml.StartElement) {
	switch t.Name.Local {
	case "tbl":
		r.tables = append(r.tables, &Table{})
	case "tr":
		if table := r.table(); table != nil {
			table.Rows = append(table.Rows, Row{})
		}
	case "tc":
		cell := &Cell{Span: 1}
		r.cells = append(r.cells, cell)
		r.containers = append(r.containers, &cell.Blocks)
	case "gridSpan":
		if n, err := strconv.Atoi(val(t)); err == nil && n > 0 && n <= 63 && len(r.cells) > 0 {
			r.cells[len(r.cells)-1].Span = n
		}
	case "vMerge":
		if len(r.cells) > 0 {
			r.cells[len(r.cells)-1].Below = val(t) != "restart"
		}
	}
}

func (r *reader) table() *Table {
	if len(r.tables) == 0 {
		return nil
	}
	return r.tables[len(r.tables)-1]
}

// endTable closes a cell into its row, or a table into what holds it.
func (r *reader) endTable(name string) {
	table := r.table()
	if table == nil {
		return
	}
	if name == "tbl" {
		r.tables = r.tables[:len(r.tables)-1]
		r.emit(Block{Table: table})
		return
	}
	if len(r.cells) == 0 || len(r.containers) < 2 {
		return
	}
	cell := r.cells[len(r.cells)-1]
	r.cells = r.cells[:len(r.cells)-1]
	r.containers = r.containers[:len(r.containers)-1]
	if n := len(table.Rows); n > 0 {
		table.Rows[n-1].Cells = append(table.Rows[n-1].Cells, *cell)
	}
}
