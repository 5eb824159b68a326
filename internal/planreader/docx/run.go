package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"lantoa/internal/markup"
)

// startRun reads what stands inside a run: its look, its text, its breaks.
func (r *reader) startRun(t xml.StartElement) {
	if t.Name.Local == "r" && r.paragraph() != nil && !r.props {
		r.inRun, r.run = true, run{}
		return
	}
	if !r.inRun || r.props {
		return
	}
	switch t.Name.Local {
	case "vertAlign":
		r.run.raised = val(t) == "superscript"
	case "position":
		up, _ := strconv.Atoi(val(t))
		r.run.raised = r.run.raised || up > 0
	case "vanish":
		r.run.hidden = markup.On(t)
	case "caps":
		r.run.capitals = markup.On(t)
	case "t":
		r.run.text = true
	case "tab", "ptab":
		r.write("\t")
	case "br", "cr":
		r.write("\n")
	case "noBreakHyphen":
		r.write("-")
	}
}

// write adds text to the open paragraph; a superscript stands in brackets.
func (r *reader) write(text string) {
	p := r.paragraph()
	if p == nil || r.run.hidden {
		return
	}
	if r.run.capitals {
		text = strings.ToUpper(text)
	}
	if r.run.raised != p.raised && strings.TrimSpace(text) != "" {
		if r.run.raised {
			p.text.WriteByte('(')
			p.raised = true
		} else {
			p.lower()
		}
	}
	p.text.WriteString(text)
}

// lower ends a superscript.
func (p *paragraph) lower() {
	if p.raised {
		p.text.WriteByte(')')
		p.raised = false
	}
}
