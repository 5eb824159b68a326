package file

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"path"
	"slices"
	"strings"
)

// bounds limit what an office file unpacks to, whatever it says of itself.
type bounds struct {
	entries int
	part    int64  // bytes of one XML part
	parts   int64  // bytes of all XML parts together
	said    uint64 // bytes that all entries say they unpack to
}

func usualBounds() bounds {
	return bounds{entries: 10_000, part: 48 << 20, parts: 64 << 20, said: 2 << 30}
}

// inspectOffice opens an office document, makes sure that it is of the kind its name promises, and looks through all its text.
func inspectOffice(ctx context.Context, c Content, size int64, head []byte, promised string, most bounds) error {
	if bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")) { // an old compound file: how a password wraps an office document
		return bad("attachment.encrypted")
	}
	if !bytes.HasPrefix(head, []byte("PK")) {
		return bad("attachment.type_mismatch")
	}
	archive, err := zip.NewReader(c, size)
	if err != nil {
		return bad("attachment.broken")
	}
	if err := most.hold(archive); err != nil {
		return err
	}
	if !keeps(archive, promised) {
		return bad("attachment.type_mismatch")
	}
	left := most.parts
	for _, f := range archive.File {
		if !hasText(f.Name) {
			continue
		}
		text, err := textOf(ctx, f, most.part, &left)
		if err != nil {
			return err
		}
		if err := unstamped(ctx, text); err != nil {
			return err
		}
	}
	return nil
}

func (b bounds) hold(archive *zip.Reader) error {
	var said uint64
	for _, f := range archive.File {
		if f.Flags&1 != 0 {
			return bad("attachment.encrypted")
		}
		if said += min(f.UncompressedSize64, b.said+1); said > b.said {
			return bad("attachment.too_large_unzipped")
		}
	}
	if len(archive.File) > b.entries {
		return bad("attachment.too_large_unzipped")
	}
	return nil
}

// keeps tells whether the archive is what was promised: by its main part, or by the type that OpenDocument writes down first.
func keeps(archive *zip.Reader, promised string) bool {
	if !strings.HasPrefix(promised, "application/") {
		return slices.ContainsFunc(archive.File, func(f *zip.File) bool { return f.Name == promised })
	}
	i := slices.IndexFunc(archive.File, func(f *zip.File) bool { return f.Name == "mimetype" })
	if i < 0 {
		return false
	}
	r, err := archive.File[i].Open()
	if err != nil {
		return false
	}
	defer func() { _ = r.Close() }()
	said, err := io.ReadAll(io.LimitReader(r, 200))
	return err == nil && strings.TrimSpace(string(said)) == promised
}

// hasText knows the parts that show text; a page or a plain text may be put into a Word document whole (altChunk).
func hasText(part string) bool {
	return slices.Contains([]string{".xml", ".vml", ".html", ".htm", ".xhtml", ".txt"}, strings.ToLower(path.Ext(part)))
}

// textOf gives the text of one part, a paragraph or cell a line.
func textOf(ctx context.Context, f *zip.File, most int64, left *int64) (string, error) {
	if f.UncompressedSize64 > uint64(max(most, 0)) {
		return "", bad("attachment.too_large_unzipped")
	}
	r, err := f.Open()
	if err != nil {
		return "", bad("attachment.broken")
	}
	defer func() { _ = r.Close() }()
	part := &io.LimitedReader{R: patient{ctx, r}, N: min(most, *left)}
	allowed := part.N
	text, err := readShown(part, f.Name)
	*left -= allowed - part.N
	switch {
	case part.N <= 0:
		return "", bad("attachment.too_large_unzipped")
	case ctx.Err() != nil:
		return "", ctx.Err()
	case err != nil:
		return "", bad("attachment.broken")
	}
	return text, nil
}

// patient reads for as long as somebody waits for it.
type patient struct {
	ctx context.Context //nolint:containedctx // it lives as long as the reading of one part
	io.Reader
}

// Read stops with the context.
func (p patient) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.Reader.Read(b)
}
