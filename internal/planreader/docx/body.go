package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"lantoa/internal/markup"
)

// reader walks the XML of a body once; the stacks hold the paragraphs, tables and cells that are open.
type reader struct {
	styles  *styles
	numbers *numbering

	depth int
	skip  int // depth of the element whose content is not shown; 0 when none

	paragraphs []*paragraph
	containers []*[]Block // where a finished block goes: the body, a cell, a text box
	tables     []*Table
	cells      []*Cell
	inRun      bool
	props      bool // inside w:pPr
	run        run
}

type paragraph struct {
	text   strings.Builder
	raised bool // the text so far ends inside a superscript
	style  string
	numID  string
	level  int
	hasNum bool
}

type run struct {
	raised, hidden, capitals bool
	text                     bool // inside w:t
}

func readBody(raw []byte, styles *styles, numbers *numbering) ([]Block, error) {
	var body []Block
	r := &reader{styles: styles, numbers: numbers, containers: []*[]Block{&body}}
	decoder := xml.NewTokenDecoder(markup.Strict(bytes.NewReader(raw)))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return body, nil
		}
		if err != nil {
			return nil, errors.Join(ErrBroken, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if r.depth++; r.depth > maxDepth {
				return nil, ErrBroken
			}
			if r.skip == 0 {
				r.start(t)
			}
		case xml.EndElement:
			switch r.skip {
			case r.depth:
				r.skip = 0
			case 0:
				r.end(t.Name.Local)
			}
			r.depth--
		}
		if text := r.characters(token); text != "" {
			r.write(text)
		}
	}
}

// characters gives the text of the token when it belongs to a w:t of a run.
func (r *reader) characters(token xml.Token) string {
	data, ok := token.(xml.CharData)
	if !ok || r.skip != 0 || !r.inRun || !r.run.text {
		return ""
	}
	return string(data)
}

func (r *reader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "Fallback", "moveFrom", "instrText", "delText", "del", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "sectPr":
		r.skip = r.depth
	case "p":
		r.paragraphs = append(r.paragraphs, &paragraph{})
	case "pPr":
		r.props = true
	case "txbxContent":
		box := []Block{}
		r.containers = append(r.containers, &box)
	case "tbl", "tr", "tc", "gridSpan", "vMerge":
		r.startTable(t)
	case "pStyle", "numId", "ilvl":
		r.paragraphProperty(t)
	case "textpath": // a watermark
		r.emit(Block{Text: markup.Attr(t, "string")})
	default:
		r.startRun(t)
	}
}

func (r *reader) end(name string) {
	switch name {
	case "p":
		r.endParagraph()
	case "pPr":
		r.props = false
	case "txbxContent":
		r.endBox()
	case "tbl", "tc":
		r.endTable(name)
	case "r":
		r.inRun = false
	case "t":
		r.run.text = false
	}
}

func (r *reader) paragraphProperty(t xml.StartElement) {
	p := r.paragraph()
	if p == nil || !r.props {
		return
	}
	switch t.Name.Local {
	case "pStyle":
		p.style = val(t)
	case "numId":
		p.numID, p.hasNum = val(t), true
	case "ilvl":
		p.level, _ = strconv.Atoi(val(t))
	}
}

func (r *reader) paragraph() *paragraph {
	if len(r.paragraphs) == 0 {
		return nil
	}
	return r.paragraphs[len(r.paragraphs)-1]
}

func (r *reader) endParagraph() {
	p := r.paragraph()
	if p == nil {
		return
	}
	r.paragraphs = r.paragraphs[:len(r.paragraphs)-1]
	p.lower()
	text := r.label(p) + p.text.String()
	r.emit(Block{Text: text})
}

// label gives the automatic number of a paragraph, counted on, with a space behind it.
func (r *reader) label(p *paragraph) string {
	if !p.hasNum && r.styles != nil {
		p.numID, p.level, p.hasNum = r.styles.number(p.style)
	}
	if !p.hasNum || r.numbers == nil || strings.TrimSpace(p.text.String()) == "" {
		return ""
	}
	return r.numbers.next(p.numID, p.level)
}

func (r *reader) emit(b Block) {
	into := r.containers[len(r.containers)-1]
	*into = append(*into, b)
}

// endBox puts the paragraphs of a text box before the one that it hangs on.
func (r *reader) endBox() {
	if len(r.containers) < 2 {
		return
	}
	box := *r.containers[len(r.containers)-1]
	r.containers = r.containers[:len(r.containers)-1]
	for _, b := range box {
		r.emit(b)
	}
	r.inRun, r.run = true, run{}
}

func val(t xml.StartElement) string { return markup.Attr(t, "val") }
