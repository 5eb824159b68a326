package file

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/gabriel-vasile/mimetype"

	"lantoa/internal/fault"
)

// look says how a type's text can be searched for stamps of secrecy.
type look uint8

const (
	confirmed look = iota // it cannot: the sender confirms that there is none
	office                // XML parts in a zip archive
	plain                 // UTF-8 text
)

// mediaKind is a type of file that is taken: by which endings it is named, what its content is found to be, and how it is looked at.
type mediaKind struct {
	mediaType string
	endings   []string
	found     []string
	look      look
}

var kinds = []mediaKind{ //nolint:gochecknoglobals // the table itself
	{"image/jpeg", []string{".jpg", ".jpeg"}, []string{"image/jpeg"}, confirmed},
	{"image/png", []string{".png"}, []string{"image/png"}, confirmed},
	{"image/webp", []string{".webp"}, []string{"image/webp"}, confirmed},
	{"image/gif", []string{".gif"}, []string{"image/gif"}, confirmed},
	{"image/heic", []string{".heic", ".heif"}, []string{"image/heic", "image/heic-sequence", "image/heif", "image/heif-sequence"}, confirmed},
	{"application/pdf", []string{".pdf"}, []string{"application/pdf"}, confirmed},
	{"video/mp4", []string{".mp4", ".m4v"}, []string{"video/mp4", "video/x-m4v"}, confirmed},
	{"video/quicktime", []string{".mov"}, []string{"video/quicktime"}, confirmed},
	{"video/webm", []string{".webm"}, []string{"video/webm"}, confirmed},
	{"audio/mpeg", []string{".mp3"}, []string{"audio/mpeg"}, confirmed},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{".docx"}, []string{"word/document.xml"}, office},
	{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{".xlsx"}, []string{"xl/workbook.xml"}, office},
	{"application/vnd.openxmlformats-officedocument.presentationml.presentation", []string{".pptx"}, []string{"ppt/presentation.xml"}, office},
	{"application/vnd.oasis.opendocument.text", []string{".odt"}, []string{"application/vnd.oasis.opendocument.text"}, office},
	{"application/vnd.oasis.opendocument.spreadsheet", []string{".ods"}, []string{"application/vnd.oasis.opendocument.spreadsheet"}, office},
	{"text/plain", []string{".txt"}, nil, plain},
	{"text/csv", []string{".csv"}, nil, plain},
}

// kindOf gives the type that a name promises; attachment.type (422) when files of that name are not taken.
func kindOf(name string) (mediaKind, error) {
	ending := strings.ToLower(path.Ext(name))
	i := slices.IndexFunc(kinds, func(k mediaKind) bool { return slices.Contains(k.endings, ending) })
	if i < 0 {
		return mediaKind{}, fault.NewInvalid("attachment.type").At("/file", "attachment.type")
	}
	return kinds[i], nil
}

// sniff tells whether the first bytes of a content are what its name promises.
func (k mediaKind) sniff(head []byte) bool {
	found := mimetype.Detect(head)
	if k.look == plain {
		for ; found != nil; found = found.Parent() {
			if found.Is("text/plain") {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(k.found, found.Is)
}

const nameLength = 150 // letters

// cleanName makes a safe name of what the sender called its file: no folders, no signs that cannot be seen, its ending kept.
func cleanName(sent string) string {
	name := sent[strings.LastIndexAny(sent, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		case strings.ContainsRune(`<>:"|?*`, r):
			return '_'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, name)
	name = strings.Trim(strings.Join(strings.Fields(name), " "), ". ")
	ending := path.Ext(name)
	stem := []rune(strings.TrimRight(strings.TrimSuffix(name, ending), ". "))
	if len(stem) == 0 {
		stem = []rune("tep")
	}
	return strings.TrimRight(string(stem[:min(len(stem), nameLength)]), ". ") + ending
}
