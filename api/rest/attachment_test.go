package rest_test

import (
	"bytes"
	"mime/multipart"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/factory"
)

// uploadForm makes a multipart body of fields and one file.
func uploadForm(t testing.TB, fileName string, content []byte, fields ...string) (body []byte, media option) {
	t.Helper()
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	for i := 0; i < len(fields); i += 2 {
		if err := w.WriteField(fields[i], fields[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if fileName != "" {
		part, err := w.CreateFormFile("file", fileName)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), header("Content-Type", w.FormDataContentType())
}

func TestAFileIsAttachedListedDownloadedAndTakenAway(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := factory.Assignment(t, w.db, factory.Plan(t, w.db, w.town), w.town.CommuneA)
	commune, office := w.as(access.Commune), w.as(access.CultureOffice)
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + strings.Repeat("\x00", 64)
	body, media := uploadForm(t, "Ảnh băng rôn.png", []byte(png), "owner_kind", "assignment", "owner_id", a.ID.String(), "no_secrets_confirmed", "true")
	added := commune.call("POST", "/attachments", body, media).want(201)
	path := "/attachments/" + added.id()

	list := office.get("/attachments?owner_kind=assignment&owner_id=" + a.ID.String()).want(200)
	if list.rows() != 1 {
		t.Errorf("%s", list.Body)
	}
	content := office.get(path + "/content").want(200)
	if content.Body.String() != png || content.Header().Get("Content-Type") != "image/png" || content.Header().Get("X-Content-Type-Options") != "nosniff" ||
		!strings.HasPrefix(content.Header().Get("Content-Security-Policy"), "sandbox") ||
		!strings.Contains(content.Header().Get("Content-Disposition"), `attachment; filename="_nh b_ng r_n.png"; filename*=UTF-8''%E1%BA%A2nh`) {
		t.Errorf("%v", content.Header())
	}
	office.get(path+"/content", header("If-None-Match", content.Header().Get("ETag"))).want(304)
	for asked, want := range map[string]string{"bytes=4-": png[4:], "bytes=1-3": "PNG", "bytes=1-999999": png[1:]} {
		part := office.get(path+"/content", header("Range", asked), header("If-Range", content.Header().Get("ETag"))).want(206)
		if part.Body.String() != want || part.Header().Get("Content-Range") == "" {
			t.Errorf("%s: %q %v", asked, part.Body, part.Header())
		}
	}
	for _, asked := range []string{"bytes=999999-", "bytes=3-1", "bytes=0-1,3-4", "pages=1-2", "bytes=-"} {
		if whole := office.get(path+"/content", header("Range", asked), header("If-Match", `"9"`)).want(200); whole.Body.String() != png {
			t.Errorf("%s: %q", asked, whole.Body)
		}
	}
	_, token := w.account(access.Commune, access.Head, w.town.CommuneB.ID)
	other := caller{w, token}
	for _, hidden := range []string{path, path + "/content", "/attachments?owner_kind=assignment&owner_id=" + a.ID.String()} {
		other.get(hidden).problem(404, "resource.not_found")
	}
	office.call("DELETE", path, nil, from(office.get(path))).problem(403, "access.forbidden")
	commune.call("DELETE", path, nil, from(added)).want(204)
	commune.get(path).problem(404, "resource.not_found")
}

func TestBadUploadsAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := factory.Assignment(t, w.db, factory.Plan(t, w.db, w.town), w.town.CommuneA)
	commune := w.as(access.Commune)
	to := []string{"owner_kind", "assignment", "owner_id", a.ID.String()}
	send := func(name, content string, fields ...string) *answer {
		body, media := uploadForm(t, name, []byte(content), fields...)
		return commune.call("POST", "/attachments", body, media)
	}
	send("a.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", to...).problem(422, "attachment.confirm").at("/no_secrets_confirmed", "attachment.confirm")
	send("a.docx", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", to...).problem(422, "attachment.type_mismatch").at("/file", "attachment.type_mismatch")
	send("a.exe", "MZ", to...).problem(422, "attachment.type")
	send("a.txt", "", to...).problem(422, "attachment.empty")
	send("a.txt", "Số 1\nTUYỆT MẬT", to...).problem(422, "secrecy.stamp")
	send("", "", to...).problem(422, "input.invalid").at("/file", "input.required")
	send("a.txt", "a", "owner_kind", "assignment", "owner_id", "x").problem(422, "input.invalid").at("/owner_id", "input.wrong_type")
	send("a.txt", "a", "owner_kind", "assignment", "owner_id", uuid.NewString()).problem(422, "input.invalid").at("/owner_id", "input.reference")
	send("a.txt", "a", "owner_kind", "town", "owner_id", a.ID.String()).problem(422, "input.invalid").at("/owner_kind", "input.unknown_value")
	send("a.txt", "a", append(to, "colour", "red")...).problem(422, "input.invalid").at("/colour", "input.unknown_member")
	send("a.txt", "a", append(to, "no_secrets_confirmed", "maybe")...).problem(422, "input.invalid").at("/no_secrets_confirmed", "input.wrong_type")
	commune.call("POST", "/attachments", "no form", header("Content-Type", "multipart/form-data; boundary=x")).problem(400, "input.multipart")
	commune.call("POST", "/attachments", "no form", header("Content-Type", "multipart/form-data")).problem(400, "input.multipart")
	send("a.txt", strings.Repeat("a", 51<<20), to...).problem(413, "input.too_large")
}
