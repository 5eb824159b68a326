package file

import (
	"bytes"
	"testing"

	"lantoa/internal/fault"
)

func TestAStampIsSeenWhereverADocumentShowsIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, file string
		content    []byte
		want       string // a code, or the media type
	}{
		{"a watermark", "a.docx", zipped(t, "word/document.xml", "<d/>", "word/header1.xml", `<w:hdr xmlns:w="w" xmlns:v="v"><w:p><w:r><w:pict><v:shape><v:textpath style="font-family:&quot;Times&quot;" string="MẬT"/></v:shape></w:pict></w:r></w:p></w:hdr>`), "secrecy.stamp"},
		{"another watermark", "a.docx", zipped(t, "word/document.xml", "<d/>", "word/header1.xml", `<w:hdr xmlns:w="w" xmlns:v="v"><w:p><w:r><w:pict><v:shape><v:textpath style="font-family:&quot;Times&quot;" string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p></w:hdr>`), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"capitals by format", "a.docx", word(t, `<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>mật</w:t></w:r></w:p>`), "secrecy.stamp"},
		{"small capitals by format", "a.docx", word(t, `<w:p><w:r><w:rPr><w:smallCaps w:val="true"/></w:rPr><w:t>Mật</w:t></w:r></w:p>`), "secrecy.stamp"},
		{"no capitals by format", "a.docx", word(t, `<w:p><w:r><w:rPr><w:caps w:val="0"/></w:rPr><w:t>mật</w:t></w:r></w:p>`), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"capitals of another run", "a.docx", word(t, `<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>mật</w:t></w:r></w:p>`), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"capitals on a slide", "a.pptx", zipped(t, "ppt/presentation.xml", "<p/>", "ppt/slides/slide1.xml", `<a:p><a:r><a:rPr cap="all"/><a:t>mật</a:t></a:r></a:p>`), "secrecy.stamp"},
		{"a sheet's header", "a.xlsx", zipped(t, "xl/workbook.xml", "<w/>", "xl/worksheets/sheet1.xml", `<worksheet><sheetData/><headerFooter><oddHeader>&amp;LSố 1&amp;C&amp;&quot;Times,Bold&quot;&amp;14&amp;KFF0000MẬT&amp;RTrang &amp;P</oddHeader></headerFooter></worksheet>`), "secrecy.stamp"},
		{"a sheet's footer", "a.xlsx", zipped(t, "xl/workbook.xml", "<w/>", "xl/worksheets/sheet1.xml", `<worksheet><sheetData/><headerFooter><firstFooter>&amp;RTỐI MẬT</firstFooter></headerFooter></worksheet>`), "secrecy.stamp"},
		{"a sentence in a sheet's header", "a.xlsx", zipped(t, "xl/workbook.xml", "<w/>", "xl/worksheets/sheet1.xml", `<worksheet><sheetData/><headerFooter><evenHeader>&amp;CBảo vệ bí MẬT</evenHeader></headerFooter></worksheet>`), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		{"a title", "a.docx", zipped(t, "word/document.xml", "<d/>", "docProps/core.xml", `<cp><dc:title>MẬT</dc:title><dc:creator>x</dc:creator></cp>`), "secrecy.stamp"},
		{"a page put in", "a.docx", zipped(t, "word/document.xml", "<d/>", "word/afchunk.html", `<!DOCTYPE html><P CLASS=a>x&nbsp;<br><b>M</b><span>ẬT</span></P>`), "secrecy.stamp"},
		{"a text put in", "a.docx", zipped(t, "word/document.xml", "<d/>", "word/afchunk.txt", "a < b\nMẬT\n"), "secrecy.stamp"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			found, err := inspect(t.Context(), bytes.NewReader(c.content), c.file, limit, false)
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
