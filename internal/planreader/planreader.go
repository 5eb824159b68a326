// Package planreader reads a plan out of the official document, Word or text, each member with the sentence it came from;
// it never invents an agency, a date or a task.
package planreader

import (
	"errors"
	"strconv"
	"strings"

	"lantoa/internal/fault"
	"lantoa/internal/planreader/docx"
	"lantoa/internal/viet"
	"lantoa/internal/wire"
)

// Kind says what the bytes of a document are.
type Kind uint8

// The kinds of documents that are read.
const (
	Text Kind = iota // UTF-8 text, pasted or a .txt file
	Docx             // a Word document
)

// Limits of what is read; a long plan has some 100,000 letters.
const (
	maxText     = 4 << 20 // bytes of text
	maxLines    = 100_000
	maxWarnings = 200
)

// Read reads a document. Faults, Invalid (422): plan_file.empty, .encrypted, .old_word, .not_docx, .broken, .too_large_unzipped, .too_long, .no_text,
// secrecy.stamp (with the line). What is no text at all is Malformed (400): input.nul, input.utf8.
func Read(data []byte, kind Kind, dir Directory) (*Draft, error) {
	lines, err := readLines(data, kind)
	if err != nil {
		return nil, err
	}
	if len(lines) > maxLines {
		return nil, fault.NewInvalid("plan_file.too_long")
	}
	text, asides := partAsides(lines)
	r := &reader{dir: &dir, draft: newDraft(), lines: join(text), asides: asides, who: map[*line][]Party{}}
	r.names = newNames(&dir, newSpelling(), dir.Home, nil)
	r.read()
	return r.draft, nil
}

func newDraft() *Draft {
	return &Draft{
		Sources: map[string]Source{}, Unmatched: []Unmatched{}, Warnings: []Warning{}, Unread: []Source{},
		Plan: Plan{
			LegalBases: []LegalBasis{}, Purposes: []string{}, Requirements: []string{}, Tasks: []Task{}, Responsibilities: []Responsibility{},
			Reporting: []Reporting{}, Recipients: []string{}, Signature: Signature{Lines: []string{}}, Unmatched: []Unmatched{},
		},
	}
}

func readLines(data []byte, kind Kind) ([]*line, error) {
	if kind == Docx {
		return readWord(data)
	}
	if len(data) > maxText {
		return nil, fault.NewInvalid("plan_file.too_long")
	}
	text, err := wire.Clean(strings.TrimPrefix(string(data), "\ufeff"))
	if err != nil {
		return nil, err
	}
	if line, found := viet.SecrecyStamp(text); found {
		return nil, stamped(line)
	}
	lines := textLines(text)
	if len(lines) == 0 {
		return nil, fault.NewInvalid("plan_file.empty")
	}
	return lines, nil
}

func readWord(data []byte) ([]*line, error) {
	doc, err := docx.Read(data)
	if err != nil {
		return nil, fileFault(err)
	}
	text := doc.Text()
	if len(text) > maxText {
		return nil, fault.NewInvalid("plan_file.too_long")
	}
	if line, found := viet.SecrecyStamp(text); found {
		return nil, stamped(line)
	}
	lines := docxLines(doc)
	if len(lines) == 0 {
		return nil, fault.NewInvalid("plan_file.no_text")
	}
	return lines, nil
}

func stamped(line int) error {
	return fault.NewInvalid("secrecy.stamp").With("line", strconv.Itoa(line))
}

func fileFault(err error) error {
	code := "plan_file.broken"
	for _, known := range []struct {
		err  error
		code string
	}{
		{docx.ErrEmpty, "plan_file.empty"}, {docx.ErrEncrypted, "plan_file.encrypted"}, {docx.ErrOldWord, "plan_file.old_word"},
		{docx.ErrNotDocx, "plan_file.not_docx"}, {docx.ErrTooLarge, "plan_file.too_large_unzipped"},
	} {
		if errors.Is(err, known.err) {
			code = known.code
		}
	}
	return fault.NewInvalid(code).Because(err)
}
