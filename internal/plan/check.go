package plan

import (
	"strconv"
	"strings"

	"lantoa/internal/fault"
)

// check gathers broken rules of texts and lists.
type check struct{ fault.Check }

func (c *check) required(pointer, s string, limit int) {
	c.Require(strings.TrimSpace(s) != "", pointer, "input.required")
	c.text(pointer, s, limit)
}

func (c *check) text(pointer, s string, limit int) {
	c.Length(s, limit, pointer)
}

func (c *check) texts(pointer string, list []string) {
	c.list(pointer, len(list))
	for i, s := range list[:min(len(list), listLength)] {
		c.required(at(pointer, i), s, textLength)
	}
}

func (c *check) list(pointer string, n int) { c.Count(n, listLength, pointer) }

// at is the pointer of an item of a list.
func at(pointer string, i int) string { return pointer + "/" + strconv.Itoa(i) }

// some is the list itself, or an empty one in the place of none.
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
