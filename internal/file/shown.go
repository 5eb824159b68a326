package file

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"lantoa/internal/markup"
)

// shown gathers what a reader of a part sees, a paragraph or cell a line.
type shown struct {
	lines    strings.Builder
	breaks   func(element string) bool
	capitals bool            // the open run shows its letters as capitals
	margin   strings.Builder // of the open header or footer of a sheet, with its codes
	inMargin bool
}

// readShown gives the text that a part shows.
func readShown(r io.Reader, part string) (string, error) {
	if strings.EqualFold(path.Ext(part), ".txt") {
		raw, err := io.ReadAll(r)
		return string(raw), err
	}
	s := shown{breaks: breaksOf(part)}
	tokens := markup.Lenient(r)
	for {
		token, err := tokens.Token()
		if errors.Is(err, io.EOF) {
			return s.lines.String(), nil
		}
		if err != nil {
			return "", err
		}
		s.write(token)
	}
}

func (s *shown) write(token xml.Token) {
	switch t := token.(type) {
	case xml.CharData:
		s.text(string(t))
	case xml.StartElement:
		s.edge(t.Name.Local)
		s.look(t)
	case xml.EndElement:
		if s.inMargin && isMargin(t.Name.Local) {
			s.endMargin()
		}
		if t.Name.Local == "r" {
			s.capitals = false
		}
		s.edge(t.Name.Local)
	}
}

func (s *shown) text(text string) {
	if s.inMargin && s.margin.Len()+len(text) <= longestMargin {
		s.margin.WriteString(text)
		return
	}
	if s.capitals {
		text = strings.ToUpper(text)
	}
	s.lines.WriteString(text)
}

// look notes how a run looks, and what an element shows by its attributes: a watermark is one.
func (s *shown) look(t xml.StartElement) {
	switch t.Name.Local {
	case "r":
		s.capitals = false
	case "caps", "smallCaps":
		s.capitals = s.capitals || markup.On(t)
	case "rPr":
		kind := markup.Attr(t, "cap") // DrawingML: none, small, all
		s.capitals = s.capitals || kind == "all" || kind == "small"
	case "textpath":
		s.lines.WriteString("\n" + markup.Attr(t, "string") + "\n")
	default:
		s.inMargin = s.inMargin || isMargin(t.Name.Local)
	}
}

// edge begins a new line at the edges of paragraphs and cells; runs within a paragraph go on.
func (s *shown) edge(element string) {
	switch {
	case element == "tab":
		s.lines.WriteByte('\t')
	case s.breaks(element):
		s.lines.WriteByte('\n')
	}
}

const longestMargin = 4096 // bytes; Excel takes 255 signs, what is longer is looked at as it is

// isMargin knows the headers and footers of a sheet (SpreadsheetML CT_HeaderFooter).
func isMargin(element string) bool {
	return slices.Contains([]string{"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}, element)
}

// marginCode is what stands for the look of a sheet's header: a font, a size, a colour, a place, what is counted.
var marginCode = regexp.MustCompile(`&(?:"[^"]*"|[0-9]+|K(?:[0-9A-Fa-f]{6}|[0-9]{2}[+-][0-9]{3})|[A-Za-z&])`)

// endMargin writes a sheet's header without its codes, each of its three places a line.
func (s *shown) endMargin() {
	s.lines.WriteString("\n" + marginCode.ReplaceAllStringFunc(s.margin.String(), func(code string) string {
		switch code {
		case "&L", "&C", "&R":
			return "\n"
		}
		return ""
	}) + "\n")
	s.margin.Reset()
	s.inMargin = false
}

// breaksOf tells at which elements of a part a line begins: of what a document says of itself at each, of a page but at those within a sentence.
func breaksOf(part string) func(element string) bool {
	switch ending := strings.ToLower(path.Ext(part)); {
	case path.Dir(part) == "docProps", part == "meta.xml":
		return func(string) bool { return true }
	case strings.HasSuffix(ending, "htm"), strings.HasSuffix(ending, "html"):
		return func(element string) bool {
			return !slices.Contains([]string{"a", "b", "i", "u", "em", "font", "span", "strong"}, strings.ToLower(element))
		}
	}
	return func(element string) bool {
		return slices.Contains([]string{"p", "h", "si", "is", "c", "tc", "br", "cr", "line-break", "txbxContent", "textbox"}, element)
	}
}
