package plan

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"lantoa/internal/fault"
	"lantoa/internal/viet"
	"lantoa/internal/wire"
)

// check gathers broken rules of texts and lists.
type check struct{ fault.Check }

func (c *check) required(pointer, s string, limit int) {
	c.Require(strings.TrimSpace(s) != "", pointer, "input.required")
	c.text(pointer, s, limit)
}

func (c *check) text(pointer, s string, limit int) {
	c.Require(len(s) <= limit || len([]rune(s)) <= limit, pointer, "input.too_long")
}

func (c *check) texts(pointer string, list []string) {
	c.list(pointer, len(list))
	for i, s := range list[:min(len(list), listLength)] {
		c.required(at(pointer, i), s, textLength)
	}
}

func (c *check) list(pointer string, n int) { c.Require(n <= listLength, pointer, "input.too_many") }

// at is the pointer of an item of a list.
func at(pointer string, i int) string { return pointer + "/" + strconv.Itoa(i) }

// some is the list itself, or an empty one in the place of none.
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// checkSecrecy refuses text that bears a stamp of secrecy (Law on Protection of State Secrets): such text never enters the system.
func (d *Draft) checkSecrecy() error {
	raw, err := wire.Encode(d)
	if err != nil {
		return err
	}
	var c check
	decoder := jsontext.NewDecoder(bytes.NewReader(raw))
	for {
		token, err := decoder.ReadToken()
		if err != nil { // the end: we wrote it ourselves
			return c.Err()
		}
		if token.Kind() == '"' {
			_, stamped := viet.SecrecyStamp(token.String())
			c.Require(!stamped, string(decoder.StackPointer()), "secrecy.stamp")
		}
	}
}
