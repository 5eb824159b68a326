// Package markup reads the XML inside office documents, which strangers wrote.
package markup

import (
	"bufio"
	"encoding/xml"
	"errors"
	"io"
)

// ErrLongTag is a tag that no office program writes: the decoder keeps a tag whole, at some sixty bytes of memory for each attribute of two.
var ErrLongTag = errors.New("a tag is too long")

const longestTag = 1 << 20 // bytes; Word keeps small pictures in attributes

// Tokens gives the tokens of a document one by one, as they are written; it is an [xml.TokenReader]. A tag, comment or section of more than
// 1 MiB is ErrLongTag before it is kept.
type Tokens struct {
	decoder *xml.Decoder
	from    *source
}

// Strict reads well-formed XML in UTF-8.
func Strict(r io.Reader) *Tokens {
	from := &source{Reader: bufio.NewReader(r)}
	return &Tokens{xml.NewDecoder(from), from}
}

// Lenient reads XML and HTML with the faults that office programs forgive.
func Lenient(r io.Reader) *Tokens {
	t := Strict(r)
	t.decoder.Strict = false
	t.decoder.Entity = xml.HTMLEntity
	t.decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return t
}

// Token gives the next token, io.EOF at the end.
func (t *Tokens) Token() (xml.Token, error) {
	token, err := t.decoder.RawToken()
	t.from.ended()
	return token, err
}

// Decode reads a well-formed document into a value by its xml tags.
func Decode(r io.Reader, into any) error { return xml.NewTokenDecoder(Strict(r)).Decode(into) }

// source gives the decoder its bytes one by one, which is how it comes to know where a tag begins and ends without reading quotes itself.
type source struct {
	*bufio.Reader

	tag  int  // bytes of the tag that is open; 0 outside
	last byte // the decoder reads the < behind a text before it gives that text
}

// ReadByte gives one byte, or ErrLongTag.
func (s *source) ReadByte() (byte, error) {
	b, err := s.Reader.ReadByte()
	if err != nil {
		return 0, err
	}
	if s.last = b; s.tag > 0 || b == '<' {
		s.tag++
	}
	if s.tag > longestTag {
		return 0, ErrLongTag
	}
	return b, nil
}

// ended notes that the decoder gave a token.
func (s *source) ended() {
	if s.tag = 0; s.last == '<' {
		s.tag = 1
	}
}

// Attr gives an element's attribute by its local name, "" when it has none.
func Attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// On reads a property of WordprocessingML that is on unless its val says otherwise (ECMA-376, ST_OnOff).
func On(t xml.StartElement) bool {
	switch Attr(t, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
