// Package wire reads what callers send: strict JSON into request structs, with the place of every mistake, and JSON merge patches.
package wire

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/unicode/norm"

	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/fault"
	"lantoa/internal/viet"
)

// Decode reads one JSON object into a request struct. Text is brought to Unicode NFC. What cannot be read is Malformed
// (syntax, UTF-8, NUL); an unknown member, a wrong type or an impossible date is Invalid with its JSON pointer, and so is any
// text that bears a stamp of secrecy: such text never enters the system (Law on Protection of State Secrets).
func Decode(raw []byte, into any) error {
	if err := readable(raw); err != nil {
		return err
	}
	if err := explain(json.Unmarshal(raw, into, json.RejectUnknownMembers(true), json.WithUnmarshalers(normalised))); err != nil {
		return err
	}
	fillLists(reflect.ValueOf(into))
	return nil
}

// fillLists makes every list that was left out, or sent as null, an empty one.
func fillLists(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fillLists(v.Elem())
		}
	case reflect.Struct:
		for _, field := range v.Fields() {
			if field.CanSet() {
				fillLists(field)
			}
		}
	case reflect.Slice:
		if v.IsNil() && v.CanSet() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		for i := range v.Len() {
			fillLists(v.Index(i))
		}
	case reflect.Map:
		for key, value := range v.Seq2() {
			filled := reflect.New(v.Type().Elem()).Elem()
			filled.Set(value)
			fillLists(filled)
			v.SetMapIndex(key, filled)
		}
	default: // holds no list
	}
}

// Encode writes an answer: lists are never null, instants carry the office's own offset.
func Encode(v any) ([]byte, error) {
	return json.Marshal(v, answering)
}

// Write is Encode into a writer, piece by piece.
func Write(to io.Writer, v any) error { return json.MarshalWrite(to, v, answering) }

var answering = json.JoinOptions(json.Deterministic(true), json.WithMarshalers(local)) //nolint:gochecknoglobals // constant

var local = json.MarshalToFunc(func(e *jsontext.Encoder, at time.Time) error { //nolint:gochecknoglobals // a constant function
	b := at.In(clock.Zone).AppendFormat(append(e.AvailableBuffer(), '"'), time.RFC3339Nano)
	return e.WriteValue(append(b, '"'))
})

// Clean brings a text from outside to NFC; NUL and broken UTF-8 are Malformed.
func Clean(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", fault.NewMalformed("input.utf8")
	}
	if strings.ContainsRune(s, 0) {
		return "", fault.NewMalformed("input.nul")
	}
	return norm.NFC.String(s), nil
}

var normalised = json.UnmarshalFromFunc(func(d *jsontext.Decoder, s *string) error { //nolint:gochecknoglobals // a constant function
	token, err := d.ReadToken()
	if err != nil {
		return err
	}
	if token.Kind() != '"' {
		return &json.SemanticError{JSONKind: token.Kind(), JSONPointer: d.StackPointer(), GoType: reflect.TypeFor[string]()}
	}
	*s = norm.NFC.String(token.String())
	return nil
})

// deepest bounds how far objects and lists may lie in each other: no input of ours has more than six levels. To name a place costs as
// much as its names are long, so it is done where there is something to name, and for so many stamps of one body.
const (
	deepest    = 16
	mostStamps = 20
)

func readable(raw []byte) error {
	if len(bytes.TrimSpace(raw)) == 0 {
		return fault.NewMalformed("input.empty")
	}
	if !utf8.Valid(raw) {
		return fault.NewMalformed("input.utf8")
	}
	var stamped fault.Check
	stamps := 0
	d := jsontext.NewDecoder(bytes.NewReader(raw))
	for {
		token, err := d.ReadToken()
		switch {
		case errors.Is(err, io.EOF):
			return stamped.Err()
		case err != nil:
			return fault.NewMalformed("input.json").Because(err)
		case d.StackDepth() > deepest:
			return fault.NewMalformed("input.too_deep")
		case token.Kind() != '"':
			continue
		}
		text := token.String()
		if strings.ContainsRune(text, 0) {
			return fault.NewMalformed("input.nul")
		}
		if _, found := viet.SecrecyStamp(text); found {
			stamped.Require(false, string(d.StackPointer()), "secrecy.stamp")
			if stamps++; stamps == mostStamps {
				return stamped.Err()
			}
		}
	}
}

func explain(err error) error {
	if err == nil {
		return nil
	}
	wrong, ok := errors.AsType[*json.SemanticError](err)
	if !ok {
		return fault.NewMalformed("input.json").Because(err)
	}
	code := "input.wrong_type"
	switch {
	case errors.Is(err, json.ErrUnknownName):
		code = "input.unknown_member"
	case errors.Is(err, day.ErrInvalid):
		code = "input.date"
	}
	return fault.AtField(string(wrong.JSONPointer), code).Because(err)
}
