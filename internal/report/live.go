package report

import (
	"regexp"

	"lantoa/internal/official"
)

// liveFigure is a place in the narrative of a consolidated report where a sum stands, so that it never grows stale: {9.1}, and
// {9.7#2} for the second of a pair.
var liveFigure = regexp.MustCompile(`\{([0-9A-Za-z][0-9A-Za-z._-]{0,19})(#2)?\}`)

// filled gives a narrative with the sums in their places; a place that names no indicator stays as it was typed.
func (c *Consolidation) filled(narrative string) string {
	return liveFigure.ReplaceAllStringFunc(narrative, func(place string) string {
		name := liveFigure.FindStringSubmatch(place)
		n := 0
		if name[2] != "" {
			n = 1
		}
		for _, s := range c.Sections {
			for _, i := range s.Indicators {
				if cells := i.totals(); i.Definition.Code == name[1] && n < len(cells) {
					return inSentence(cells[n])
				}
			}
		}
		return place
	})
}

// inSentence writes a sum as it stands in running text.
func inSentence(v official.Value) string {
	switch {
	case v.State == official.Nil:
		return "không phát sinh"
	case v.String() == "":
		return "…"
	}
	return v.String()
}
