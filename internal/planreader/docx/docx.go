// Package docx reads the text of Word documents as a person sees it: paragraphs with their automatic numbers, tables with their merged cells.
package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
)

// What can be wrong with a file that was handed in as .docx.
var (
	ErrEmpty     = errors.New("file is empty")
	ErrEncrypted = errors.New("file is protected by a password")
	ErrOldWord   = errors.New("file is of the old .doc format")
	ErrNotDocx   = errors.New("file is not a Word document")
	ErrBroken    = errors.New("file is damaged")
	ErrTooLarge  = errors.New("file is too large once unpacked")
)

// Limits of what is unpacked; a plan with many photographs stays far below.
const (
	maxEntries = 5_000
	maxTotal   = 512 << 20 // bytes that all entries say they unpack to
	maxPart    = 48 << 20  // bytes read of one part
	maxDepth   = 200       // elements within elements
	maxParts   = 40        // headers, footers and notes looked at
)

// Document is the text of a Word file: its body, and the text of its headers, footers and notes.
type Document struct {
	Blocks  []Block
	Margins []string // one text for each header, footer, footnote and endnote part
}

// Block is one paragraph or one table of the body.
type Block struct {
	Text  string // a paragraph's text; line breaks are \n, tabs \t, superscripts «(x)», an automatic number stands before
	Table *Table
}

// Table is a table's rows in order.
type Table struct {
	Rows []Row
}

// Row is one row's cells from left to right.
type Row struct {
	Cells []Cell
}

// Cell is one cell: its blocks, the grid columns it takes, and whether it continues the cell above it.
type Cell struct {
	Blocks []Block
	Span   int
	Below  bool // vertically merged into the cell above
}

// Read reads a Word document; a file that cannot be read is one of the errors above.
func Read(data []byte) (*Document, error) {
	archive, err := open(data)
	if err != nil {
		return nil, err
	}
	main := archive.mainPart()
	if archive.files[main] == nil {
		return nil, ErrNotDocx
	}
	styles, err := readOptional(archive, siblingOf(main, "styles.xml"), readStyles)
	if err != nil {
		return nil, err
	}
	numbers, err := readOptional(archive, siblingOf(main, "numbering.xml"), readNumbering)
	if err != nil {
		return nil, err
	}
	body, err := archive.part(main)
	if err != nil {
		return nil, err
	}
	blocks, err := readBody(body, styles, numbers)
	if err != nil {
		return nil, err
	}
	margins, err := archive.margins(main)
	return &Document{Blocks: blocks, Margins: margins}, err
}

// Text gives all text of the document, a paragraph or cell a line, headers and footers last.
func (d *Document) Text() string {
	var b strings.Builder
	writeBlocks(&b, d.Blocks)
	for _, m := range d.Margins {
		b.WriteString(m)
		b.WriteByte('\n')
	}
	return b.String()
}

func writeBlocks(b *strings.Builder, blocks []Block) {
	for _, block := range blocks {
		if block.Table == nil {
			b.WriteString(block.Text)
			b.WriteByte('\n')
			continue
		}
		for _, row := range block.Table.Rows {
			for _, cell := range row.Cells {
				writeBlocks(b, cell.Blocks)
			}
		}
	}
}

// readOptional reads a part that a document need not have.
func readOptional[T any](a *archive, name string, read func([]byte) (T, error)) (T, error) {
	var none T
	if a.files[name] == nil {
		return none, nil
	}
	raw, err := a.part(name)
	if err != nil {
		return none, err
	}
	return read(raw)
}

// archive is the opened zip file.
type archive struct {
	files map[string]*zip.File
}

func open(data []byte) (*archive, error) {
	switch {
	case len(data) == 0:
		return nil, ErrEmpty
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		if bytes.Contains(data, utf16("WordDocument")) && !bytes.Contains(data, utf16("EncryptedPackage")) {
			return nil, ErrOldWord
		}
		return nil, ErrEncrypted
	case !bytes.HasPrefix(data, []byte("PK")):
		return nil, ErrNotDocx
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.Join(ErrBroken, err)
	}
	if len(z.File) > maxEntries {
		return nil, ErrTooLarge
	}
	a := &archive{files: make(map[string]*zip.File, len(z.File))}
	var total uint64
	for _, f := range z.File {
		if f.UncompressedSize64 > maxTotal || total+f.UncompressedSize64 > maxTotal {
			return nil, ErrTooLarge
		}
		total += f.UncompressedSize64
		if f.Flags&1 != 0 {
			return nil, ErrEncrypted
		}
		a.files[strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")] = f
	}
	return a, nil
}

// part unpacks one part, never more than maxPart whatever the archive says of its size.
func (a *archive) part(name string) ([]byte, error) {
	f := a.files[name]
	if f.UncompressedSize64 > maxPart {
		return nil, ErrTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, errors.Join(ErrBroken, err)
	}
	defer func() { _ = r.Close() }()
	raw, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err != nil {
		return nil, errors.Join(ErrBroken, err)
	}
	if len(raw) > maxPart {
		return nil, ErrTooLarge
	}
	return raw, nil
}

func utf16(ascii string) []byte {
	out := make([]byte, 0, 2*len(ascii))
	for i := range len(ascii) {
		out = append(out, ascii[i], 0)
	}
	return out
}
