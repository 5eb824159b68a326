package official_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"lantoa/internal/day"
	"lantoa/internal/figure"
	"lantoa/internal/official"
)

// element is any XML element: enough to look a document over.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []element  `xml:",any"`
	Text     string     `xml:",chardata"`
}

func (e element) all(name string) (found []element) {
	for _, child := range e.Children {
		if child.XMLName.Local == name {
			found = append(found, child)
		}
		found = append(found, child.all(name)...)
	}
	return found
}

func (e element) first(name string) element {
	if found := e.all(name); len(found) > 0 {
		return found[0]
	}
	return element{}
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (e element) number(name string) int {
	n, _ := strconv.Atoi(e.attr(name))
	return n
}

func (e element) style() string { return e.first("pStyle").attr("val") }

func (e element) text() (text string) {
	for _, t := range e.all("t") {
		text += t.Text
	}
	return text
}

// written gives the bytes of a document as .docx.
func written(t *testing.T, d official.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.WriteDocx(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts unzips a package and reads every part, so that one that is not well-formed fails.
func parts(t *testing.T, pack []byte) map[string]element {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(pack), int64(len(pack)))
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]element{}
	for _, f := range in.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		var e element
		if err := xml.Unmarshal(text, &e); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		read[f.Name] = e
	}
	return read
}

// body gives the document part.
func body(t *testing.T, d official.Document) element {
	t.Helper()
	return parts(t, written(t, d))["word/document.xml"]
}

// lines gives the texts of all paragraphs in order, empty ones left out.
func lines(t *testing.T, d official.Document) (texts []string) {
	t.Helper()
	for _, p := range body(t, d).all("p") {
		if text := p.text(); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// holds fails unless the wanted texts come in this order.
func holds(t *testing.T, texts []string, wanted ...string) {
	t.Helper()
	at := 0
	for _, want := range wanted {
		for at < len(texts) && texts[at] != want {
			at++
		}
		if at == len(texts) {
			t.Fatalf("%q is missing, or not in its place, in\n%s", want, strings.Join(texts, "\n"))
		}
		at++
	}
}

func town() official.Issuer {
	return official.Issuer{Agency: "UBND thị xã Đức Phổ", Parent: "UBND tỉnh Quảng Ngãi", Committee: true,
		Number: "45/KH-UBND", Date: day.New(2024, 3, 29)}
}

type party struct{ Agency, Group string }

func named(parties []party) (names []string) {
	for _, p := range parties {
		names = append(names, p.Agency+p.Group)
	}
	return names
}

// planFile is the file of the plan read by hand; the members it names differently from official.Plan stand in their place.
type planFile struct {
	official.Plan
	LegalBases []struct {
		Number, Issuer, Subject string
		IssuedOn                day.Day `json:"issued_on"`
	} `json:"legal_bases"`
	Tasks []struct {
		Title        string
		Label        string `json:"content_label"`
		Content      []string
		Leads        []party
		Coordinators []party
		Schedule     struct{ Text string }
	}
	Responsibilities []struct {
		Who    []party
		Duties []string
	}
	Reporting []struct {
		From        []party
		To, Through party
		Text        string
	}
	Number, Issuer any
}

// plan2024 is the real plan of 2024, read by hand.
func plan2024(t *testing.T) official.Plan {
	t.Helper()
	var read planFile
	text, err := os.ReadFile("testdata/plan-2024.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	p := read.Plan
	p.Issuer, p.LegalBases, p.Tasks, p.Responsibilities, p.Reporting = town(), nil, nil, nil, nil
	for _, b := range read.LegalBases {
		p.LegalBases = append(p.LegalBases, official.LegalBasis{Number: b.Number, IssuedOn: b.IssuedOn, Issuer: b.Issuer, Subject: b.Subject})
	}
	for _, k := range read.Tasks {
		p.Tasks = append(p.Tasks, official.PlanTask{Title: k.Title, ContentLabel: k.Label, Content: k.Content, Leads: named(k.Leads),
			Coordinators: named(k.Coordinators), Schedule: k.Schedule.Text})
	}
	for _, r := range read.Responsibilities {
		p.Responsibilities = append(p.Responsibilities, official.Responsibility{Who: named(r.Who), Duties: r.Duties})
	}
	for _, r := range read.Reporting {
		p.Reporting = append(p.Reporting, official.ReportingDuty{From: named(r.From), To: r.To.Agency, Through: r.Through.Agency, Text: r.Text})
	}
	return p
}

func known(n int64) official.Value {
	return official.Value{State: official.Known, Quantity: figure.Quantity{Number: figure.Whole(n)}}
}

func broadcasts() official.Indicator {
	return official.Indicator{Code: "9.1", Name: "Buổi phát thanh", Units: []string{"buổi"}}
}

func talks() official.Indicator {
	return official.Indicator{Code: "9.7", Name: "Tuyên truyền miệng, lưu động", Units: []string{"cuộc", "lượt người"}}
}

// communeReport is a commune's report with a text, figures, a section with nothing to report, and a free section.
func communeReport() official.Report {
	return official.Report{
		Issuer:     official.Issuer{Agency: "UBND xã Phổ An", Parent: "UBND thị xã Đức Phổ", Committee: true, Number: "5", Date: day.New(2024, 11, 8)},
		Addressees: []string{"UBND thị xã Đức Phổ (qua Phòng Văn hóa và Thông tin)"},
		Plan: official.PlanReference{Number: "45/KH-UBND", Date: day.New(2024, 3, 29), Issuer: "UBND thị xã Đức Phổ",
			Title: "Công tác thông tin đối ngoại và truyền thông chính sách thị xã Đức Phổ năm 2024"},
		From: day.New(2024, 1, 1), Until: day.New(2024, 11, 5),
		Sections: []official.ReportSection{
			{Title: "Hoạt động đối ngoại, báo chí nước ngoài", ByTask: true, Nil: true},
			{Title: "Truyền thanh, bảng tin", ByTask: true, Text: "Phát 12 chuyên đề.\n\nTreo băng rôn.",
				Figures: []official.Figure{
					{Indicator: broadcasts(), Values: []official.Value{known(4586)}},
					{Indicator: talks(), Values: []official.Value{{State: official.Nil}, {}}}}},
			{Title: "Khó khăn, kiến nghị", Text: "- Thiết bị xuống cấp."},
		},
		Signature: official.Signature{Lines: official.HeadOf("UBND xã Phổ An")},
	}
}
