package docx

import (
	"bytes"
	"path"
	"sort"
	"strings"

	"lantoa/internal/markup"
)

// mainPart names the part that holds the body, as the package's relationships tell it.
func (a *archive) mainPart() string {
	const usual = "word/document.xml"
	if a.files["_rels/.rels"] == nil {
		return usual
	}
	raw, err := a.part("_rels/.rels")
	if err != nil {
		return usual
	}
	var rels struct {
		Relationship []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if markup.Decode(bytes.NewReader(raw), &rels) != nil {
		return usual
	}
	for _, r := range rels.Relationship {
		if strings.HasSuffix(r.Type, "/officeDocument") && strings.HasSuffix(r.Target, ".xml") {
			target := strings.TrimPrefix(path.Clean(r.Target), "/")
			if path.Base(target) == "workbook.xml" || path.Base(target) == "presentation.xml" {
				return "" // a spreadsheet or slides renamed .docx
			}
			return target
		}
	}
	return usual
}

func siblingOf(main, name string) string { return path.Join(path.Dir(main), name) }

// margins gives the text of headers, footers and notes, in the order of their names.
func (a *archive) margins(main string) ([]string, error) {
	var names []string
	for name := range a.files {
		base := path.Base(name)
		if path.Dir(name) != path.Dir(main) || !strings.HasSuffix(base, ".xml") {
			continue
		}
		for _, prefix := range []string{"header", "footer", "footnotes", "endnotes"} {
			if strings.HasPrefix(base, prefix) {
				names = append(names, name)
				break
			}
		}
	}
	sort.Strings(names)
	if len(names) > maxParts {
		return nil, ErrTooLarge
	}
	out := make([]string, 0, len(names))
	for _, name := range names {
		raw, err := a.part(name)
		if err != nil {
			return nil, err
		}
		blocks, err := readBody(raw, nil, nil)
		if err != nil {
			return nil, err
		}
		var b strings.Builder
		writeBlocks(&b, blocks)
		out = append(out, b.String())
	}
	return out, nil
}
