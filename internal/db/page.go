package db

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"lantoa/internal/fault"
)

// Page is one page of a list as a caller asks for it.
type Page struct {
	Limit  int    // rows, 1 to 200
	Cursor string // opaque, from the page before
	Sort   string // a name of the list's whitelist, with "-" before it for descending; blank: the list's own order
	Count  bool   // count the whole list too, up to CountLimit
}

// CountLimit is how far a list is counted; beyond it the count says «more».
const CountLimit = 1000

// Items is one page of a list.
type Items[T any] struct {
	Items      []T     `json:"items"`
	NextCursor *string `json:"next_cursor" extensions:"x-nullable"`
	Count      *int    `json:"count,omitempty"`      // only on request; at most 1000
	CountMore  *bool   `json:"count_more,omitempty"` // true when there are more than count
}

// Order is one way to sort a list: an SQL expression that is never null, and its SQL type.
type Order struct{ Expr, Type string }

// Orders is how a list may be sorted.
type Orders struct {
	Own string           // its own order, when none is asked: a name, with "-" before it for descending
	By  map[string]Order // the whitelist of names
}

// Names lists what may be asked for, each name with its "-name".
func (o Orders) Names() []string {
	names := []string{}
	for _, name := range slices.Sorted(maps.Keys(o.By)) {
		names = append(names, name, "-"+name)
	}
	return names
}

type sorted[T any] struct {
	Row     T `gorm:"embedded"`
	SortKey string
	SortID  string
}

type cursor struct {
	Sort string `json:"s"`
	Key  string `json:"k"`
	ID   string `json:"i"`
}

// List reads one page of q by keyset: rows of table, whose id is the tie-break.
func List[T any](q *gorm.DB, table string, page Page, orders Orders) (Items[T], error) {
	out := Items[T]{Items: []T{}}
	if page.Sort == "" {
		page.Sort = orders.Own
	}
	order, known := orders.By[strings.TrimPrefix(page.Sort, "-")]
	if !known {
		return out, wrong("sort", "input.unknown_value")
	}
	if page.Count {
		if err := count(q, table, &out.Count, &out.CountMore); err != nil {
			return out, err
		}
	}
	q, err := after(q, table, page, order)
	if err != nil {
		return out, err
	}
	direction := ""
	if strings.HasPrefix(page.Sort, "-") {
		direction = " DESC"
	}
	read, err := columns[T](q, table)
	if err != nil {
		return out, err
	}
	var rows []sorted[T]
	err = Find(q.Table(table).
		Select(fmt.Sprintf("%s, (%s)::text AS sort_key, %s.id::text AS sort_id", read, order.Expr, table)).
		Order(order.Expr+direction).Order(table+".id"+direction).
		Limit(page.Limit+1), &rows)
	if err = Fault(err); err != nil {
		if page.Cursor != "" && fault.KindOf(err) == fault.Invalid { // a forged cursor's value is not of its type
			err = wrong("cursor", "input.cursor").Because(err)
		}
		return out, err
	}
	if len(rows) > page.Limit {
		rows = rows[:page.Limit]
		last := rows[len(rows)-1]
		next := seal(cursor{Sort: page.Sort, Key: last.SortKey, ID: last.SortID})
		out.NextCursor = &next
	}
	out.Items = slices.Grow(out.Items, len(rows))
	for i := range rows {
		out.Items = append(out.Items, rows[i].Row)
	}
	return out, nil
}

// wrong is a parameter that the list cannot be asked with (400).
func wrong(parameter, code string) *fault.Error {
	return fault.NewMalformed("input.query").At(parameter, code)
}

// columns names those of the table that a row type holds.
func columns[T any](q *gorm.DB, table string) (string, error) {
	row, err := schemaOf[T](q)
	if err != nil {
		return "", err
	}
	return table + "." + strings.Join(row.DBNames, ", "+table+"."), nil
}

func after(q *gorm.DB, table string, page Page, order Order) (*gorm.DB, error) {
	if page.Cursor == "" {
		return q, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(page.Cursor)
	var c cursor
	if err != nil || json.Unmarshal(raw, &c) != nil || c.Sort != page.Sort || strings.ContainsRune(c.Key+c.ID, 0) {
		return nil, wrong("cursor", "input.cursor")
	}
	sign := ">"
	if strings.HasPrefix(page.Sort, "-") {
		sign = "<"
	}
	return q.Where(fmt.Sprintf("(%s, %s.id) %s (CAST(? AS %s), CAST(? AS uuid))", order.Expr, table, sign, order.Type), c.Key, c.ID), nil
}

func count(q *gorm.DB, table string, n **int, more **bool) error {
	var rows int64
	limited := q.Session(&gorm.Session{}).Table(table).Select("1").Limit(CountLimit + 1)
	if err := q.Session(&gorm.Session{NewDB: true}).Table("(?) AS counted", limited).Count(&rows).Error; err != nil {
		return Fault(err)
	}
	total, beyond := min(int(rows), CountLimit), rows > CountLimit
	*n, *more = &total, &beyond
	return nil
}

func seal(c cursor) string {
	raw, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	return base64.RawURLEncoding.EncodeToString(raw)
}
