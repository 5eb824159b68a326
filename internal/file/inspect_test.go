package file

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"lantoa/internal/fault"
)

const limit = 8 << 20

// zipped makes an archive of parts, given as name, content, name, content…
func zipped(t *testing.T, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func word(t *testing.T, body string) []byte {
	t.Helper()
	return zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", `<w:document xmlns:w="w"><w:body>`+body+`</w:body></w:document>`)
}

const (
	nothing = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
	png     = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + nothing
	jpeg    = "\xff\xd8\xff\xe0\x00\x10JFIF\x00" + nothing
	pdf     = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
	mp4     = "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + nothing
	exe     = "MZ\x90\x00\x03\x00\x00\x00" + nothing
	ole     = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + nothing
)

func TestWhatIsTakenAndWhatIsNot(t *testing.T) {
	t.Parallel()
	paragraph := func(runs ...string) string {
		return "<w:p><w:r><w:t>" + strings.Join(runs, "</w:t></w:r><w:r><w:t>") + "</w:t></w:r></w:p>"
	}
	odt := "application/vnd.oasis.opendocument.text"
	cases := []struct {
		name, file string
		content    []byte
		confirmed  bool
		want       string // a code, or the media type
	}{
		{"a photograph", "anh.JPG", []byte(jpeg), true, "image/jpeg"},
		{"a picture", "anh.png", []byte(png), true, "image/png"},
		{"a scanned document", "van ban.pdf", []byte(pdf), true, "application/pdf"},
		{"a recording", "phong su.mp4", []byte(mp4), true, "video/mp4"},
		{"a photograph nobody vouches for", "anh.jpg", []byte(jpeg), false, "attachment.confirm"},
		{"a PDF nobody vouches for", "a.pdf", []byte(pdf), false, "attachment.confirm"},
		{"a picture named as a photograph", "anh.jpg", []byte(png), true, "attachment.type_mismatch"},
		{"a program named as a photograph", "anh.jpg", []byte(exe), true, "attachment.type_mismatch"},
		{"a program", "chay.exe", []byte(exe), true, "attachment.type"},
		{"a page that could run scripts", "a.html", []byte("<html></html>"), true, "attachment.type"},
		{"a drawing that could run scripts", "a.svg", []byte("<svg/>"), true, "attachment.type"},
		{"a file without an ending", "anh", []byte(jpeg), true, "attachment.type"},
		{"nothing", "a.txt", nil, true, "attachment.empty"},
		{"a text", "a.txt", []byte("Theo dõi công tác bảo vệ bí mật nhà nước."), false, "text/plain"},
		{"a table", "a.csv", []byte("tên,số\nPhổ An,3\n"), false, "text/csv"},
		{"a stamped text", "a.txt", []byte("Kính gửi\n  MẬT  \nNội dung"), true, "secrecy.stamp"},
		{"a stamped text in decomposed letters", "a.txt", []byte("TO\u0302\u0301I MA\u0323\u0302T\n"), true, "secrecy.stamp"},
		{"a text in UTF-16", "a.txt", []byte("\xff\xfeT\x00e\x00s\x00t\x00"), true, "attachment.type_mismatch"},
		{"a text in an old code page", "a.txt", []byte("Th\xf4ng tin"), true, "attachment.text_encoding"},
		{"a text with NUL", "a.txt", []byte(strings.Repeat("chữ ", 2000) + "\x00"), true, "attachment.type_mismatch"},
		{"a Word document", "a.docx", word(t, paragraph("Kế hoạch")), false, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"a stamped Word document", "a.docx", word(t, paragraph("Kế hoạch")+paragraph("TUYỆT ", "MẬT")), true, "secrecy.stamp"},
		{"a stamp in a box within a paragraph", "a.docx", word(t, "<w:p><w:r><w:t>Số: 1</w:t></w:r><w:txbxContent>"+paragraph("MẬT")+"</w:txbxContent></w:p>"), true, "secrecy.stamp"},
		{"a stamp in a page's head", "a.docx", zipped(t, "word/document.xml", "<d/>", "word/header1.xml", paragraph("TỐI MẬT")), true, "secrecy.stamp"},
		{"words of secrecy in a sentence", "a.docx", word(t, paragraph("Tài liệu MẬT phải được bảo vệ")), true, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"a workbook", "a.xlsx", zipped(t, "xl/workbook.xml", "<w/>", "xl/sharedStrings.xml", "<sst><si><t>Số</t></si></sst>"), false, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		{"a stamped workbook", "a.xlsx", zipped(t, "xl/workbook.xml", "<w/>", "xl/sharedStrings.xml", "<sst><si><t>Số</t></si><si><r><t>MẬ</t></r><r><t>T</t></r></si></sst>"), true, "secrecy.stamp"},
		{"an OpenDocument text", "a.odt", zipped(t, "mimetype", odt, "content.xml", "<p>Kế hoạch</p>"), false, odt},
		{"a stamped OpenDocument text", "a.odt", zipped(t, "mimetype", odt, "content.xml", "<p>a</p><p>MẬT</p>"), false, "secrecy.stamp"},
		{"a workbook named as a document", "a.docx", zipped(t, "xl/workbook.xml", "<w/>"), true, "attachment.type_mismatch"},
		{"an archive named as a document", "a.docx", zipped(t, "a.txt", "a"), true, "attachment.type_mismatch"},
		{"a picture named as a document", "a.docx", []byte(png), true, "attachment.type_mismatch"},
		{"a document behind a password", "a.docx", []byte(ole), true, "attachment.encrypted"},
		{"a document cut off", "a.docx", word(t, paragraph("Kế hoạch"))[:60], true, "attachment.broken"},
		{"a document of broken XML", "a.docx", zipped(t, "word/document.xml", "<w:p"), true, "attachment.broken"},
		{"a bomb of attributes", "a.docx", zipped(t, "word/document.xml", "<d"+strings.Repeat(" a", 1<<20)+"/>"), true, "attachment.broken"},
		{"a bomb", "a.docx", zipped(t, "word/document.xml", "<d>"+strings.Repeat(" ", 48<<20)+"</d>"), true, "attachment.too_large_unzipped"},
		{"too large", "a.jpg", append([]byte(jpeg), make([]byte, limit)...), true, "input.too_large"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			found, err := inspect(t.Context(), bytes.NewReader(c.content), c.file, limit, c.confirmed)
			got := fault.CodeOf(err)
			if err == nil {
				got = found.mediaType
			}
			if got != c.want {
				t.Errorf("%s, want %s (%v)", got, c.want, err)
			}
		})
	}
}

func TestABombIsFoundEvenWhenItLies(t *testing.T) {
	t.Parallel()
	const main = "word/document.xml"
	body := "<d>" + strings.Repeat("a", 1<<16) + "</d>"
	honest := zipped(t, main, body, "word/header1.xml", body)
	lying := bytes.ReplaceAll(honest, binary.LittleEndian.AppendUint32(nil, uint32(len(body))), binary.LittleEndian.AppendUint32(nil, 9))
	roomy := bounds{entries: 2, part: 1 << 17, parts: 1 << 18, said: 1 << 18}
	cases := []struct {
		name    string
		archive []byte
		change  func(*bounds)
		want    string
	}{
		{"within all bounds", honest, func(*bounds) {}, ""},
		{"too many entries", honest, func(b *bounds) { b.entries = 1 }, "attachment.too_large_unzipped"},
		{"says it is too large", honest, func(b *bounds) { b.said = 1 << 17 }, "attachment.too_large_unzipped"},
		{"a part says it is too large", honest, func(b *bounds) { b.part = 1 << 10 }, "attachment.too_large_unzipped"},
		{"a part lies", lying, func(b *bounds) { b.part = 1 << 10 }, "attachment.broken"},
		{"all parts together", honest, func(b *bounds) { b.parts = 1 << 10 }, "attachment.too_large_unzipped"},
	}
	for _, c := range cases {
		most := roomy
		c.change(&most)
		err := inspectOffice(t.Context(), bytes.NewReader(c.archive), int64(len(c.archive)), c.archive[:4], main, most)
		if err == nil && c.want != "" || err != nil && fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestNobodysFileIsLookedThroughToTheEnd(t *testing.T) {
	t.Parallel()
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := inspect(gone, strings.NewReader("Nội dung\nMẬT\n"), "a.txt", limit, false); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestTheContentIsCountedAndSummed(t *testing.T) {
	t.Parallel()
	found, err := inspect(t.Context(), strings.NewReader("abc"), "a.txt", limit, false)
	if err != nil || found.size != 3 || found.sha256 != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("%+v %v", found, err)
	}
}

func TestNamesAreCleaned(t *testing.T) {
	t.Parallel()
	for sent, want := range map[string]string{
		"bang ron.jpg":                     "bang ron.jpg",
		"Ảnh  băng rôn.JPG":                "Ảnh băng rôn.JPG",
		`C:\Users\An\anh.png`:              "anh.png",
		"../../etc/passwd.txt":             "passwd.txt",
		"a\r\nSet-Cookie: x.pdf":           "aSet-Cookie_ x.pdf",
		"anh\u202egpj.exe":                 "anhgpj.exe",
		"   .jpg":                          "jpg",
		"...":                              "tep",
		"a?b*c.txt":                        "a_b_c.txt",
		strings.Repeat("ạ", 400) + ".docx": strings.Repeat("ạ", nameLength) + ".docx",
		"bao cao. .pdf":                    "bao cao.pdf",
	} {
		if got := cleanName(sent); got != want {
			t.Errorf("%q becomes %q, want %q", sent, got, want)
		}
	}
}
