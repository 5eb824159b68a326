package file

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"lantoa/internal/fault"
	"lantoa/internal/viet"
)

// Content is what a sender hands over; it is read several times.
type Content interface {
	io.ReadSeeker
	io.ReaderAt
}

// finding is what a content was found to be.
type finding struct {
	mediaType string
	size      int64
	sha256    string
}

const headLength = 3072 // bytes that the type is sniffed from

// inspect looks at a content before it is kept. Faults: attachment.empty, .type, .type_mismatch, .encrypted, .broken, .too_large_unzipped,
// .confirm, .text_encoding and secrecy.stamp (422), input.too_large (413).
func inspect(ctx context.Context, c Content, name string, limit int64, confirmedByHand bool) (*finding, error) {
	kind, err := kindOf(name)
	if err != nil {
		return nil, err
	}
	found := &finding{mediaType: kind.mediaType}
	head, err := found.measure(c, limit)
	if err != nil {
		return nil, err
	}
	switch kind.look {
	case office:
		err = inspectOffice(ctx, c, found.size, head, kind.found[0], usualBounds())
	case plain:
		err = inspectText(ctx, c, found.size, kind.sniff(head))
	case confirmed:
		if !kind.sniff(head) {
			return nil, bad("attachment.type_mismatch")
		}
		if !confirmedByHand {
			return nil, fault.NewInvalid("attachment.confirm").At("/no_secrets_confirmed", "attachment.confirm")
		}
	}
	return found, err
}

// measure counts and sums the content, and gives its beginning.
func (f *finding) measure(c Content, limit int64) ([]byte, error) {
	if _, err := c.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	sum := sha256.New()
	n, err := io.Copy(sum, io.LimitReader(c, limit+1))
	switch {
	case err != nil:
		return nil, err
	case n == 0:
		return nil, bad("attachment.empty")
	case n > limit:
		return nil, fault.New(fault.TooLarge, "input.too_large").With("limit", strconv.FormatInt(limit>>20, 10)+" MB")
	}
	f.size, f.sha256 = n, hex.EncodeToString(sum.Sum(nil))
	head := make([]byte, min(n, headLength))
	if _, err := c.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return head, nil
}

func inspectText(ctx context.Context, c Content, size int64, isText bool) error {
	raw, err := io.ReadAll(io.NewSectionReader(c, 0, size))
	switch {
	case err != nil:
		return err
	case !isText, bytes.IndexByte(raw, 0) >= 0:
		return bad("attachment.type_mismatch")
	case !utf8.Valid(raw):
		return bad("attachment.text_encoding")
	}
	return unstamped(ctx, string(raw))
}

// unstamped refuses text that bears a stamp of secrecy (Law on Protection of State Secrets); it looks for as long as somebody waits.
func unstamped(ctx context.Context, text string) error {
	for line := range strings.SplitSeq(text, "\n") {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, found := viet.SecrecyStamp(line); found {
			return bad("secrecy.stamp")
		}
	}
	return nil
}

func bad(code string) error { return fault.NewInvalid(code).At("/file", code) }
