package planreader_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"hash/crc32"
	"os"
	"strings"
	"testing"
	"time"

	"lantoa/internal/fault"
	"lantoa/internal/planreader"
)

func TestAnotherKindOfDocumentGivesOnlyItsHeadRecipientsAndSigner(t *testing.T) {
	t.Parallel()
	draft := mustRead(t, data(t, "bao-cao.txt"), planreader.Text)
	plan := draft.Plan
	if plan.DocumentKind != "BC" || *plan.Number != "120/BC-VHTT" || plan.IssuedOn.String() != "2024-11-08" || plan.Issuer.Agency != "Phòng Văn hóa và Thông tin" || !planreader.Party.Known(*plan.Issuer) {
		t.Errorf("header %+v", plan)
	}
	if plan.Title != "Kết quả thực hiện Kế hoạch thông tin đối ngoại năm 2024" || len(plan.Recipients) != 2 || plan.Signature.Name != "Võ Thanh Hùng" {
		t.Errorf("title %q, recipients %q, signature %v", plan.Title, plan.Recipients, plan.Signature)
	}
	if len(plan.Tasks)+len(plan.Responsibilities)+len(plan.Reporting)+len(plan.LegalBases)+len(plan.Purposes) > 0 || plan.Funding != "" {
		t.Errorf("a report has no tasks, duties or deadlines: %+v", plan)
	}
	if draft.IsPlan() {
		t.Error("a report is no plan")
	}
	warned(t, draft, planreader.NotAPlan)
}

func TestEveryOtherKindIsToldByItsName(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"TỜ TRÌNH\nVề việc phê duyệt kế hoạch":                                          "TTr",
		"QUYẾT ĐỊNH\nBan hành Quy chế":                                                  "QĐ",
		"THÔNG BÁO\nLịch làm việc":                                                      "TB",
		"UBND THỊ XÃ ĐỨC PHỔ\nSố: 12/UBND-VX\nV/v báo cáo kết quả\nKính gửi: Các phòng": "CV",
		"UBND THỊ XÃ\nSố: 33/CTr-UBND\n\n1. Nhiệm vụ":                                   "CTr",
		"Vài dòng chữ không phải văn bản":                                               "",
	} {
		draft := mustRead(t, []byte(text), planreader.Text)
		if draft.Plan.DocumentKind != want || draft.IsPlan() {
			t.Errorf("%q: kind %q, plan %v", text, draft.Plan.DocumentKind, draft.IsPlan())
		}
	}
}

func TestFilesThatAreNoPlanAreRefusedByTheirReason(t *testing.T) {
	t.Parallel()
	ole := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 600)...)
	oldWord := append(bytes.Clone(ole), []byte("W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00")...)
	plan := data(t, "plan.docx")
	for name, c := range map[string]struct {
		raw  []byte
		kind planreader.Kind
		code string
	}{
		"an empty Word file":            {nil, planreader.Docx, "plan_file.empty"},
		"an empty text":                 {[]byte(" \n\t\ufeff"), planreader.Text, "plan_file.empty"},
		"a protected file":              {ole, planreader.Docx, "plan_file.encrypted"},
		"an old .doc":                   {oldWord, planreader.Docx, "plan_file.old_word"},
		"an encrypted entry":            {withFlag(t, plan), planreader.Docx, "plan_file.encrypted"},
		"a picture":                     {[]byte("\x89PNG\r\n\x1a\n0000"), planreader.Docx, "plan_file.not_docx"},
		"a text named .docx":            {[]byte("KẾ HOẠCH"), planreader.Docx, "plan_file.not_docx"},
		"a zip of other things":         {pack(t, map[string]string{"a.txt": "a"}), planreader.Docx, "plan_file.not_docx"},
		"a spreadsheet":                 {workbook(t), planreader.Docx, "plan_file.not_docx"},
		"half a file":                   {plan[:len(plan)/2], planreader.Docx, "plan_file.broken"},
		"a file with bytes turned over": {damaged(plan), planreader.Docx, "plan_file.broken"},
		"broken XML":                    {pack(t, map[string]string{"word/document.xml": "<w:document><w:body>"}), planreader.Docx, "plan_file.broken"},
		"XML in another encoding":       {pack(t, map[string]string{"word/document.xml": `<?xml version="1.0" encoding="windows-1258"?><a/>`}), planreader.Docx, "plan_file.broken"},
		"an unknown entity":             {pack(t, map[string]string{"word/document.xml": `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`}), planreader.Docx, "plan_file.broken"},
		"elements without end":          {pack(t, map[string]string{"word/document.xml": strings.Repeat("<w:p>", 100_000)}), planreader.Docx, "plan_file.broken"},
		"a bomb of attributes":          {pack(t, map[string]string{"word/document.xml": "<w:document" + strings.Repeat(` a=""`, 1<<18) + "/>"}), planreader.Docx, "plan_file.broken"},
		"a bomb in the numbering":       {pack(t, map[string]string{"word/document.xml": "<w:document/>", "word/numbering.xml": "<w:numbering" + strings.Repeat(` a=""`, 1<<18) + "/>"}), planreader.Docx, "plan_file.broken"},
		"a bomb in the styles":          {pack(t, map[string]string{"word/document.xml": "<w:document/>", "word/styles.xml": "<w:styles" + strings.Repeat(` a=""`, 1<<18) + "/>"}), planreader.Docx, "plan_file.broken"},
		"a bomb":                        {bomb(t, 60<<20, false), planreader.Docx, "plan_file.too_large_unzipped"},
		"a bomb that lies about itself": {bomb(t, 60<<20, true), planreader.Docx, "plan_file.broken"},
		"no words at all":               {word(t, p(""), tbl(tr(td("")))), planreader.Docx, "plan_file.no_text"},
		"a NUL":                         {[]byte("KẾ HOẠCH\x00"), planreader.Text, "input.nul"},
		"broken UTF-8":                  {[]byte("KẾ HOẠCH \xff\xfe"), planreader.Text, "input.utf8"},
		"a text without end":            {[]byte(strings.Repeat("KẾ HOẠCH năm 2024\n", 400_000)), planreader.Text, "plan_file.too_long"},
		"a stamp in text":               {[]byte("UBND THỊ XÃ\nTỐI MẬT\nKẾ HOẠCH\n"), planreader.Text, "secrecy.stamp"},
		"a stamp in a cell":             {word(t, p("KẾ HOẠCH"), tbl(tr(td("MẬT"), td("x")))), planreader.Docx, "secrecy.stamp"},
		"a stamp in capitals by format": {word(t, p("KẾ HOẠCH"), par("", run("<w:caps/>", "Tuyệt mật"))), planreader.Docx, "secrecy.stamp"},
		"a stamp as the watermark": {pack(t, map[string]string{"word/document.xml": `<w:document ` + wordSpace + `><w:body>` + p("KẾ HOẠCH") + `</w:body></w:document>`,
			"word/header1.xml": `<w:hdr ` + wordSpace + ` xmlns:v="urn:schemas-microsoft-com:vml"><w:p><w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p></w:hdr>`}), planreader.Docx, "secrecy.stamp"},
		"a stamp in the header": {pack(t, map[string]string{"word/document.xml": `<w:document ` + wordSpace + `><w:body>` + p("KẾ HOẠCH") + `</w:body></w:document>`,
			"word/header1.xml": `<w:hdr ` + wordSpace + `>` + p("MẬT") + `</w:hdr>`}), planreader.Docx, "secrecy.stamp"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			kind := fault.Invalid
			if strings.HasPrefix(c.code, "input.") {
				kind = fault.Malformed
			}
			draft, err := planreader.Read(c.raw, c.kind, planreader.Directory{})
			if draft != nil || fault.CodeOf(err) != c.code || fault.KindOf(err) != kind {
				t.Errorf("got %v, want %s", err, c.code)
			}
			if _, worded := fault.Catalogue()[c.code]; !worded {
				t.Errorf("%s has no words", c.code)
			}
		})
	}
}

func TestAStampIsToldWithItsLine(t *testing.T) {
	t.Parallel()
	_, err := planreader.Read([]byte("KẾ HOẠCH\n\nMẬT\n"), planreader.Text, planreader.Directory{})
	if f, ok := errors.AsType[*fault.Error](err); !ok || f.Args["line"] != "3" {
		t.Errorf("got %v", err)
	}
	mustRead(t, []byte("KẾ HOẠCH\nBảo vệ bí mật nhà nước năm 2024\nBẢO VỆ BÍ MẬT NHÀ NƯỚC\n"), planreader.Text)
}

func TestHostileTextTakesTimeByItsLengthOnly(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"one endless line":         "KẾ HOẠCH\nNăm 2024\nII. NHIỆM VỤ\n1. Việc\n- Cơ quan chủ trì: " + strings.Repeat("Phòng A, các ", 20_000),
		"continued for ever":       "KẾ HOẠCH\nNăm 2024\nII. NHIỆM VỤ\n1. Việc\n" + strings.Repeat("và nữa\n", 20_000),
		"headings without end":     "KẾ HOẠCH\nNăm 2024\nII. NHIỆM VỤ\n" + strings.Repeat("1. Việc\n", 20_000),
		"deeper and deeper":        "KẾ HOẠCH\nNăm 2024\nII. NHIỆM VỤ\n" + strings.Repeat("1. a\n1.1. b\n1.1.1. c\na) d\n", 8_000),
		"labels without end":       "KẾ HOẠCH\nNăm 2024\nII. NHIỆM VỤ\n1. Việc\n" + strings.Repeat("chủ trì: ", 100_000),
		"brackets without end":     "KẾ HOẠCH\nNăm 2024\nIV. TỔ CHỨC THỰC HIỆN\n1. " + strings.Repeat("(", 100_000),
		"superscripts":             "KẾ HOẠCH\n" + strings.Repeat("^{", 200_000),
		"bases without end":        "KẾ HOẠCH\nNăm 2024\nCăn cứ " + strings.Repeat("Luật A; ", 50_000),
		"duties without end":       "KẾ HOẠCH\nNăm 2024\nIV. TỔ CHỨC THỰC HIỆN\n" + strings.Repeat("1. Phòng A\n", 20_000),
		"reports without end":      "KẾ HOẠCH\nNăm 2024\nIV. TỔ CHỨC THỰC HIỆN\n1. Phòng A\n" + strings.Repeat("- báo cáo Phòng B trước ngày 1/2/2024.\n", 10_000),
		"a report that never ends": "KẾ HOẠCH\nNăm 2024\nIV. TỔ CHỨC THỰC HIỆN\n1. Phòng A\n- " + strings.Repeat("báo cáo qua ", 100_000),
		"tables without end":       "KẾ HOẠCH\nNăm 2024\n" + strings.Repeat("TT\tNội dung\tCơ quan chủ trì\tThời gian\n1\tA\tB\tC\n", 8_000),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			began := time.Now()
			if _, err := planreader.Read([]byte(text), planreader.Text, town(t)); err != nil && fault.KindOf(err) != fault.Invalid {
				t.Error(err)
			}
			if took := time.Since(began); took > time.Minute {
				t.Errorf("took %s for %d bytes", took, len(text))
			}
		})
	}
}

// bomb is a small file that unpacks to many bytes; one that lies says that it unpacks to few.
func bomb(t *testing.T, size int, lie bool) []byte {
	t.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := bytes.Repeat([]byte(" "), 1<<20)
	sum := crc32.NewIEEE()
	for range size >> 20 {
		_, _ = w.Write(zeros)
		_, _ = sum.Write(zeros)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	raw := file.Bytes()
	if lie {
		at := bytes.Index(raw, []byte("PK\x01\x02"))
		copy(raw[at+24:], []byte{0, 0, 1, 0})
	}
	return raw
}

func withFlag(t *testing.T, plan []byte) []byte {
	t.Helper()
	raw := bytes.Clone(plan)
	at := bytes.Index(raw, []byte("PK\x01\x02"))
	raw[at+8] |= 1
	return raw
}

func damaged(plan []byte) []byte {
	raw := bytes.Clone(plan)
	at := bytes.Index(raw, []byte("word/document.xml")) + 40
	for i := range 400 {
		raw[at+i] ^= 0x55
	}
	return raw
}

func workbook(t *testing.T) []byte {
	t.Helper()
	return pack(t, map[string]string{
		"_rels/.rels":     `<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": "<workbook/>",
	})
}

func FuzzText(f *testing.F) {
	for _, file := range []string{"plan.txt", "thong-tin-co-so.txt", "giao-chu-tri.txt", "bao-cao.txt"} {
		raw, err := os.ReadFile("testdata/" + file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("KẾ HOẠCH\nII. NHIỆM VỤ\nTT\tNội dung\tChủ trì\tThời gian\n1\ta\tb\t31/02\n"))
	dir := town(f)
	f.Fuzz(func(t *testing.T, raw []byte) { sound(t, raw, planreader.Text, dir) })
}

func FuzzWord(f *testing.F) {
	f.Add(word(f, p("KẾ HOẠCH"), p("Năm 2024"), numbered(1, 0, "Nhiệm vụ"), tbl(tr(top("TT"), span(2, "Nội dung"), td("Chủ trì")), tr(below(), td("a"), td("b"), td("c")))))
	raw, err := os.ReadFile("testdata/plan.docx")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	dir := town(f)
	f.Fuzz(func(t *testing.T, raw []byte) { sound(t, raw, planreader.Docx, dir) })
}

// FuzzWordBody fuzzes the XML inside the file, which the zip's check sums would else keep from being reached.
func FuzzWordBody(f *testing.F) {
	f.Add(p("KẾ HOẠCH")+numbered(1, 1, "Nhiệm vụ")+tbl(tr(top("TT"), span(2, "Nội dung"), td("Chủ trì"))), lists)
	dir := town(f)
	f.Fuzz(func(t *testing.T, body, numbering string) {
		raw := pack(t, map[string]string{"word/document.xml": `<w:document ` + wordSpace + `><w:body>` + body + `</w:body></w:document>`, "word/numbering.xml": numbering})
		sound(t, raw, planreader.Docx, dir)
	})
}

// sound holds a reading to what must be true of every one: a fault with a code, or a draft whose sources point into it and invent nothing.
func sound(t *testing.T, raw []byte, kind planreader.Kind, dir planreader.Directory) {
	t.Helper()
	draft, err := planreader.Read(raw, kind, dir)
	if err != nil {
		if fault.KindOf(err) != fault.Invalid {
			t.Fatalf("%v", err)
		}
		return
	}
	plan := asJSON(t, draft.Plan)
	for pointer, source := range draft.Sources {
		if !pointsInto(plan, pointer) {
			t.Errorf("source %s points nowhere", pointer)
		}
		if source.Line < 1 || source.Text == "" {
			t.Errorf("source %s: %v", pointer, source)
		}
	}
	for i, task := range draft.Plan.Tasks {
		if task.Ordinal != i+1 || task.Title == "" {
			t.Errorf("task %d: %+v", i, task)
		}
	}
	if !draft.IsPlan() && len(draft.Plan.Tasks) > 0 {
		t.Error("tasks of no plan")
	}
}

func pointsInto(value any, pointer string) bool {
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		switch at := value.(type) {
		case map[string]any:
			var ok bool
			if value, ok = at[step]; !ok {
				return false
			}
		case []any:
			i := 0
			for _, d := range step {
				i = 10*i + int(d-'0')
			}
			if i < 0 || i >= len(at) {
				return false
			}
			value = at[i]
		default:
			return false
		}
	}
	return true
}
