// Package fault is how anything in the town's work can go wrong: a kind, a stable code, and the place in the input.
package fault

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// Kind says what sort of failure it is; the HTTP status follows from it alone.
type Kind uint8

// The kinds, and the HTTP status each leaves with.
const (
	Internal        Kind = iota // 500: ours; the caller learns only the request id
	Malformed                   // 400: not readable
	Unauthenticated             // 401
	Forbidden                   // 403: may be seen, not done
	NotFound                    // 404: does not exist for this caller
	Conflict                    // 409: not in this state
	Stale                       // 412: changed since it was read
	TooLarge                    // 413
	WrongType                   // 415
	Invalid                     // 422: readable, against a rule
	Unconditioned               // 428: no If-Match
	TooMany                     // 429
)

// Field is one place in the input and the code of what is wrong there.
type Field struct {
	Pointer string // JSON pointer (RFC 6901) into the body, or the name of a query parameter or header
	Code    string
	Limit   int // how much the place takes at most: signs of a text, items of a list; 0: no such rule
}

// Error is a failure with a kind, a stable dotted code and the places it concerns.
type Error struct {
	Kind   Kind
	Code   string
	Fields []Field
	Args   map[string]string // values for the placeholders of the code's words
	Err    error             // the cause; logged, never shown
}

// Error gives code, places and cause for the log.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Code)
	for _, f := range e.Fields {
		b.WriteString(" " + f.Pointer + "=" + f.Code)
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// With adds a value for a placeholder of the code's words.
func (e *Error) With(name, value string) *Error {
	if e.Args == nil {
		e.Args = map[string]string{}
	}
	e.Args[name] = value
	return e
}

// Because adds the cause.
func (e *Error) Because(err error) *Error {
	e.Err = err
	return e
}

// At adds a place in the input; of very many the first hundred stay.
func (e *Error) At(pointer, code string) *Error {
	if len(e.Fields) < mostFields {
		e.Fields = append(e.Fields, Field{Pointer: pointer, Code: code})
	}
	return e
}

// New makes a failure of a kind.
func New(kind Kind, code string) *Error { return &Error{Kind: kind, Code: code} }

// NewMalformed is input that cannot be read (400).
func NewMalformed(code string) *Error { return New(Malformed, code) }

// NewForbidden is an act that the caller may not do on what it may see (403).
func NewForbidden(code string) *Error { return New(Forbidden, code) }

// NewNotFound is what does not exist for this caller (404).
func NewNotFound(code string) *Error { return New(NotFound, code) }

// NewConflict is an act that the present state does not allow (409).
func NewConflict(code string) *Error { return New(Conflict, code) }

// NewInvalid is readable input against a rule (422).
func NewInvalid(code string) *Error { return New(Invalid, code) }

// Beyond is a text or a list that is longer than its place takes (422).
func Beyond(pointer, code string, most int) *Error {
	return &Error{Kind: Invalid, Code: "input.invalid", Fields: []Field{{Pointer: pointer, Code: code, Limit: most}}}
}

// AtField is input against a rule at one place (422).
func AtField(pointer, code string) *Error {
	return NewInvalid("input.invalid").At(pointer, code)
}

// Check gathers the broken rules of an input, so that all are told at once; of very many the first hundred.
type Check struct{ fields []Field }

const mostFields = 100

// Require notes the code at the place unless the rule holds.
func (c *Check) Require(holds bool, pointer, code string) {
	if !holds && len(c.fields) < mostFields {
		c.fields = append(c.fields, Field{Pointer: pointer, Code: code})
	}
}

// Length notes input.too_long with its limit unless a text has at most so many signs.
func (c *Check) Length(text string, most int, pointer string) {
	c.limit(len(text) <= most || utf8.RuneCountInString(text) <= most, most, pointer, "input.too_long")
}

// Count notes input.too_many with its limit unless a list has at most so many items.
func (c *Check) Count(items, most int, pointer string) {
	c.limit(items <= most, most, pointer, "input.too_many")
}

func (c *Check) limit(holds bool, most int, pointer, code string) {
	if !holds && len(c.fields) < mostFields {
		c.fields = append(c.fields, Field{Pointer: pointer, Code: code, Limit: most})
	}
}

// Err gives one failure with all the places, or nil when every rule held.
func (c *Check) Err() error {
	if len(c.fields) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Code: "input.invalid", Fields: c.fields}
}

// KindOf gives the kind of an error; what is not ours is Internal.
func KindOf(err error) Kind {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	return Internal
}

// CodeOf gives the stable code of an error, or "internal".
func CodeOf(err error) string {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return "internal"
}
