package rest_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"lantoa/internal/access"
	"lantoa/internal/factory"
	"lantoa/internal/plan"
)

const textType = "text/plain; charset=utf-8"

func TestThe2024PlanIsImportedByFileAndByPaste(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	factory.ADucPho(t, w.db)
	office := w.as(access.CultureOffice)
	text, word := factory.Document2024(t, "plan.txt"), factory.Document2024(t, "plan.docx")
	pasted := office.call("POST", "/plans/import?dry_run=true", text, header("Content-Type", textType)).want(200)
	for _, name := range []string{"plan.txt", "plan.docx"} {
		body, media := uploadForm(t, name, factory.Document2024(t, name))
		read := office.call("POST", "/plans/import?dry_run=true", body, media).want(200)
		if len(read.field("plan").(map[string]any)["tasks"].([]any)) != 9 { //nolint:forcetypeassert // the contract says so
			t.Errorf("%s: %s", name, read.Body)
		}
	}
	if n := office.get("/plans").want(200).rows(); n != 0 {
		t.Errorf("a dry run kept %d plans", n)
	}
	draft := pasted.field("plan")
	office.call("POST", "/plans", draft).want(201)
	body, media := uploadForm(t, "ke hoach.docx", word)
	kept := office.call("POST", "/plans/import", body, media).want(201)
	var imported plan.Imported
	kept.as(&imported)
	office.get("/plans/" + imported.Plan.ID.String()).want(200)
	w.as(access.Leader).call("POST", "/plans/import", text, header("Content-Type", textType)).problem(403, "access.forbidden")
}

func TestBadPlanFilesAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	office := w.as(access.CultureOffice)
	file := func(name string, content []byte) *answer {
		body, media := uploadForm(t, name, content)
		return office.call("POST", "/plans/import?dry_run=true", body, media)
	}
	paste := func(text string) *answer {
		return office.call("POST", "/plans/import?dry_run=true", text, header("Content-Type", textType))
	}
	png := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	file("ke hoach.docx", nil).problem(422, "plan_file.empty")
	file("ke hoach.docx", png).problem(422, "plan_file.not_docx")
	file("ke hoach.docx", factory.Document2024(t, "plan.docx")[:3000]).problem(422, "plan_file.broken")
	file("ke hoach.docx", append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 4096)...)).problem(422, "plan_file.encrypted")
	file("ke hoach.docx", bomb(t)).problem(422, "plan_file.too_large_unzipped")
	file("ke hoach.txt", png).problem(400, "input.utf8")
	paste("").problem(422, "plan_file.empty")
	paste("KẾ HOẠCH\x00").problem(400, "input.nul")
	paste("KẾ HOẠCH \xff").problem(400, "input.utf8")
	paste("MẬT\n\nKẾ HOẠCH\n\nNăm 2024").problem(422, "secrecy.stamp")
	office.call("POST", "/plans/import", "BÁO CÁO\n\nKết quả năm 2024\n\nI. KẾT QUẢ\n\n1. Đã làm", header("Content-Type", textType)).problem(422, "plan.not_a_plan")
	office.call("POST", "/plans/import?dry_run=perhaps", "x", header("Content-Type", textType)).problem(400, "input.query").at("dry_run", "input.wrong_type")
	office.call("POST", "/plans/import", "x", header("Content-Type", "text/plain; charset=utf-16")).problem(415, "input.media_type")
	paste(strings.Repeat("a", 21<<20)).problem(413, "input.too_large")
}

// bomb is a small Word document that unpacks to 64 MB, more than is read of one.
func bomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	part, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range 64 {
		if _, err := part.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
