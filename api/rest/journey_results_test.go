package rest_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"lantoa/internal/report"
)

// checkSums holds the consolidation to the sums made by hand.
func (j *journey) checkSums() {
	var c report.Consolidation
	j.as("lanhdao").get(j.round + "/consolidation").want(200).as(&c)
	got := map[string]string{}
	for _, section := range c.Sections {
		for _, i := range section.Indicators {
			if i.Total != nil {
				got[i.Definition.Code] = i.Total.Value.String() + " " + string(i.Total.Qualifier)
				if i.Total.Value2 != nil {
					got[i.Definition.Code] += " / " + i.Total.Value2.String() + " " + string(i.Total.Qualifier2)
				}
			}
		}
	}
	want := map[string]string{"9.1": sumSessions + " ", "9.2": sumMinutes + " ", "9.3": sumLoudspeakers + " ", "9.4": sumLED + " ",
		"9.7": sumTalks + "  / " + sumListeners + " more_than", "8.3": sumPosts + " ", "5.2": "42 "} // 14 communes with 3 each
	if diff := cmp.Diff(want, got); diff != "" {
		j.t.Error(diff)
	}
	if c.Accepted != 33 || c.Owing != 34 || len(c.Missing) != 1 || c.Missing[0].Agency != "UBND xã Phổ Châu" || len(c.Late) != 2 || len(c.Exempted) != 1 ||
		len(c.Nil) != 1 || len(c.ChangedSources) != 0 {
		j.t.Errorf("accepted %d of %d, missing %v, late %v, exempted %v, nil %v, changed %v", c.Accepted, c.Owing, c.Missing, c.Late, c.Exempted, c.Nil, c.ChangedSources)
	}
}

// opensTheDocuments downloads what is filed: the town's report, a commune's, the plan, and the figures.
func (j *journey) opensTheDocuments(own string) {
	town := wordText(j.t, j.as("lanhdao").get(own+"/document.docx").want(200))
	for _, words := range []string{"312/BC-UBND", "UBND xã Phổ Châu", "4.586", "68.790,5", "Các xã, phường duy trì truyền thanh cơ sở."} {
		if !strings.Contains(town, words) {
			j.t.Errorf("the town's report does not say %q", words)
		}
	}
	if text := wordText(j.t, j.as("pho-an.cv").get(j.report("pho-an")+"/document.docx").want(200)); !strings.Contains(text, "112/BC-UBND") || !strings.Contains(text, "4.680,5") {
		j.t.Error("the commune's report lacks its number or a figure")
	}
	if text := wordText(j.t, j.as("pho-an").get(j.plan+"/document.docx").want(200)); !strings.Contains(text, "45/KH-UBND") {
		j.t.Error("the plan lacks its number")
	}
	book, err := excelize.OpenReader(bytes.NewReader(j.as("vhtt").get(j.round + "/figures.xlsx").want(200).Body.Bytes()))
	if err != nil {
		j.t.Fatal(err)
	}
	rows, err := book.GetRows("Tổng hợp", excelize.Options{RawCellValue: true})
	if err != nil {
		j.t.Fatal(err)
	}
	got := map[string][]string{}
	for _, row := range rows[1:] {
		got[row[0]] = append(got[row[0]], row[3])
	}
	for code, want := range map[string][]string{"9.1": {sumSessions}, "9.2": {sumMinutes}, "9.7": {sumTalks, sumListeners}, "8.3": {sumPosts}} {
		if diff := cmp.Diff(want, got[code]); diff != "" {
			j.t.Error(code, diff)
		}
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// wordText gives the words of a .docx.
func wordText(t testing.TB, file *answer) string {
	t.Helper()
	raw := file.Body.Bytes()
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	body, err := archive.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close()
	xml, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return tags.ReplaceAllString(strings.ReplaceAll(string(xml), "</w:p>", "\n"), "")
}
