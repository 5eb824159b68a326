package official

import (
	"bufio"
	"io"
	"regexp"
	"strings"
)

// The columns of the heading and of the foot of a document, in twips.
const (
	headRight     = 5100
	headRightMost = 5670 // where place and date are long
	headGap       = 113  // between the agency's name and the motto
	footLeft      = 4200
	footRight     = portrait - footLeft
)

const (
	motto   = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	tagline = "Độc lập - Tự do - Hạnh phúc"
)

// bodyXML lays the document out in the order of the decree.
func (d Document) bodyXML(out io.Writer) error {
	w := &wordml{bufio.NewWriter(out), portrait}
	w.WriteString(xmlHead + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`)
	w.heading(d.Header, d.Draft)
	w.title(d.Kind, d.Subject)
	w.addressees(d.Addressees)
	w.blocks(ended(d.Blocks), true)
	w.foot(d.Recipients, d.Signature)
	lying, restart := false, false
	for i, a := range d.Appendices {
		w.para(para{style: "Seam", section: sectionXML(lying, restart)})
		lying, restart = a.Landscape, true
		w.appendix(a, i+1, len(d.Appendices), d.enclosure())
	}
	if len(d.Appendices) == 0 {
		w.para(para{style: "Seam"}) // a document may not end with a table
	}
	w.WriteString(sectionXML(lying, restart) + `</w:body></w:document>`)
	return w.Flush()
}

// heading sets the agency and the number left, the motto and the date right (components 1 to 4).
func (w *wordml) heading(h Header, draft bool) {
	placeDate := DateLine(h.Place, h.Date, h.Year)
	// the line is not bold, so a little narrower than measured
	right := min(max(headRight, measure(placeDate, 13)*98/100), headRightMost)
	w.plain([]int{w.width - right, right}, true,
		[]func(int){
			func(width int) { w.agency(h.Letterhead, width-headGap) },
			func(width int) {
				w.para(para{style: "Motto", text: motto})
				w.para(para{style: "Tagline", text: tagline})
				w.rule(measure(tagline, 13), width, 0)
			},
		},
		[]func(int){
			func(width int) {
				w.para(para{style: "Number", text: NumberLine(h.Number, h.Symbol), right: headGap})
				if draft {
					side := (width - headGap - measure("DỰ THẢO", 13) - 300) / 2
					w.para(para{style: "DraftMark", text: "DỰ THẢO", left: side, right: side + headGap})
				}
			},
			func(int) { w.para(para{style: "PlaceDate", text: placeDate}) },
		})
}

func (w *wordml) agency(l Letterhead, width int) {
	if l.Parent != "" {
		indent, _ := balance(l.Parent, 12, width)
		w.para(para{style: "ParentAgency", text: l.Parent, left: indent, right: indent + headGap})
	}
	broadest := 0
	for _, line := range l.Agency {
		indent, widest := balance(line, 12, width)
		broadest = max(broadest, widest)
		w.para(para{style: "Agency", text: line, left: indent, right: indent + headGap})
	}
	w.rule(underline(broadest), width, headGap)
}

// title sets the kind of the document and what it is about, with the line below (component 5a).
func (w *wordml) title(k Kind, subject string) {
	w.para(para{style: "Kind", text: capitals(string(k))})
	indent, widest := balance(subject, 14, w.width-1000)
	w.para(para{style: "Subject", text: subject, left: indent + 500, right: indent + 500})
	w.rule(underline(widest), w.width, 0)
	w.para(para{style: "Seam"})
}

// underline gives the length of the line below an agency's name or a subject: between a third and a half of the text.
func underline(text int) int { return text * 2 / 5 }

// rule draws a solid line of a length in the middle of a width.
func (w *wordml) rule(length, width, gap int) {
	side := max(0, (width-length)/2)
	w.para(para{style: "Rule", left: side, right: side + gap})
}

// addressees sets «Kính gửi» (component 9a): one on the same line, several below each other.
func (w *wordml) addressees(names []string) {
	if len(names) == 0 {
		return
	}
	w.para(para{style: "Seam"})
	label := measure("Kính gửi: ", 14)
	if len(names) == 1 {
		text := "Kính gửi: " + names[0]
		if measure(text, 14) <= w.width {
			w.para(para{style: "Addressee", text: text, align: "center"})
			return
		}
		w.para(para{style: "Addressee", text: text, left: 720 + label, hanging: label})
		return
	}
	broadest := 0
	for _, name := range names {
		broadest = max(broadest, measure("- "+name+";", 14))
	}
	left := min(max(720, (w.width-label-broadest)/2), 1800)
	w.para(para{style: "Addressee", text: "Kính gửi:", left: left})
	dash := measure("- ", 14)
	for i, name := range names {
		w.para(para{style: "Addressee", text: listed(name, i, len(names)), left: left + label + dash, hanging: dash})
	}
}

// blocks sets paragraphs and tables; where a signature follows, the last paragraph stays with it.
func (w *wordml) blocks(blocks []Block, signed bool) {
	for i, b := range blocks {
		if b.table != nil {
			noted := i+1 < len(blocks) && blocks[i+1].style == "Note"
			w.table(*b.table, noted)
			if !noted { // else LibreOffice lets the next heading stand alone at the foot of a page
				w.para(para{style: "Seam"})
			}
			continue
		}
		w.para(para{style: b.style, text: b.text, keepNext: leads(blocks, i) || (signed && i == len(blocks)-1)})
	}
}

// leads tells whether a paragraph belongs right before what follows: a caption before its table, «… như sau:» before a caption.
func leads(blocks []Block, i int) bool {
	if i+1 == len(blocks) {
		return false
	}
	next := blocks[i+1]
	return next.table != nil || (next.style == "Caption" && strings.HasSuffix(blocks[i].text, ":"))
}

// ended puts the end mark «./.» behind the last text of the body.
func ended(blocks []Block) []Block {
	for i := len(blocks) - 1; i >= 0; i-- {
		if blocks[i].table == nil {
			closed := append([]Block(nil), blocks...)
			closed[i].text = bare(closed[i].text) + "./."
			return closed
		}
	}
	return blocks
}

// longList is the number of lines from which a list of recipients may run on to the next page.
const longList = 36

// foot sets the recipients left and the signature block right, together on one page (components 7 and 9b).
func (w *wordml) foot(recipients []string, s Signature) {
	lines := 0
	for _, name := range recipients {
		lines += len(wrap(name, 11, footLeft))
	}
	short := lines < longList
	w.para(para{style: "Gap", keepNext: true})
	w.plain([]int{footLeft, footRight}, short, []func(int){
		func(int) {
			w.para(para{style: "RecipientsTitle", text: "Nơi nhận:", keepNext: short})
			for i, name := range recipients {
				w.para(para{style: "Recipient", runs: raised(listed(name, i, len(recipients))), left: 110, hanging: 110, keepNext: short})
			}
		},
		func(int) {
			for _, line := range s.Lines {
				w.para(para{style: "SignerTitle", text: line})
			}
			w.para(para{style: "SignerName", text: s.Name})
		},
	})
}

// drafter is a person's short name in brackets right behind an office, «CVVP(Chiến)», which offices print raised.
var drafter = regexp.MustCompile(`(\p{L})\((\p{L}+)\)`)

// raised marks up a recipient, drafters' names as superscripts.
func raised(text string) string {
	runs, from := "", 0
	for _, at := range drafter.FindAllStringSubmatchIndex(text, -1) {
		runs += run(text[from:at[3]], "") + run(text[at[4]:at[5]], `<w:vertAlign w:val="superscript"/>`)
		from = at[1]
	}
	return runs + run(text[from:], "")
}

// appendix sets a phụ lục on its own pages; one of several bears a Roman number.
func (w *wordml) appendix(a Appendix, number, of int, enclosure string) {
	w.width = portrait
	if a.Landscape {
		w.width = landscape
	}
	title := "Phụ lục"
	if of > 1 {
		title += " " + Roman(number)
	}
	w.para(para{style: "AppendixNumber", text: title})
	text := capitals(a.Title)
	indent, _ := balance(text, 14, w.width)
	w.para(para{style: "AppendixTitle", text: text, left: indent, right: indent})
	indent, _ = balance(enclosure, 14, w.width)
	w.para(para{style: "AppendixOf", text: enclosure, left: indent, right: indent})
	w.blocks(a.Blocks, false)
}

// enclosure says which document an appendix comes with.
func (d Document) enclosure() string {
	return "(Kèm theo " + string(d.Kind) + " số " + numbered(d.Header.Number, d.Header.Symbol) + " " +
		longDate(d.Header.Date, d.Header.Year) + " của " + d.Header.Name + ")"
}
