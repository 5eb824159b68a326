package rest

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"regexp"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/file"
)

// AttachmentPage is one page of attachments.
type AttachmentPage = db.Items[file.Attachment] // @name AttachmentPage

// listAttachments gives what is attached to an assignment, a progress update or a report.
//
// @Summary List what is attached
// @ID listAttachments
// @Tags attachments
// @Param owner_kind query string true "what it is attached to" Enums(assignment, progress_update, report)
// @Param owner_id query string true "its id" format(uuid)
// @Success 200 {object} AttachmentPage
// @Failure 404 {object} Problem "the owner does not exist for this caller"
// @Router /attachments [get]
func (a *API) listAttachments(c echo.Context) error {
	q := newQuery(c)
	page, _ := q.page()
	kind, id := oneOf(q, "owner_kind", file.OwnerKinds()...), q.id("owner_id")
	if kind == "" {
		q.wrong("owner_kind", "input.required")
	}
	if id == nil {
		q.wrong("owner_id", "input.required")
	}
	if q.err() != nil {
		return q.err()
	}
	out, err := a.Files.List(c.Request().Context(), actor(c), kind, *id, page)
	return answer(c, http.StatusOK, out, err)
}

// createAttachment attaches a file.
//
// @Summary Attach a file
// @Description Pictures, PDF, office documents, text, sound and video; the content must be what the name says. Text is searched for stamps of
// @Description secrecy; for pictures, PDF, sound and video no_secrets_confirmed says that the sender found none.
// @ID createAttachment
// @Tags attachments
// @Accept multipart/form-data
// @Param owner_kind formData string true "what it is attached to" Enums(assignment, progress_update, report)
// @Param owner_id formData string true "its id" format(uuid)
// @Param no_secrets_confirmed formData bool false "it holds no state secret"
// @Param file formData file true "the file"
// @Success 201 {object} file.Attachment
// @Failure 400 {object} Problem "input.multipart"
// @Failure 409 {object} Problem "state.conflict"
// @Failure 422 {object} Problem "attachment.empty; attachment.type; attachment.type_mismatch; attachment.encrypted; attachment.broken; attachment.too_large_unzipped; attachment.text_encoding; attachment.confirm; secrecy.stamp; input.invalid"
// @Router /attachments [post]
func (a *API) createAttachment(c echo.Context) (err error) {
	sent, err := readUpload(c, "owner_kind", "owner_id", "no_secrets_confirmed")
	if err != nil {
		return err
	}
	defer sent.discard(c)
	up, err := uploadOf(sent)
	if err != nil {
		return err
	}
	var in *file.Received
	defer func() { err = errors.Join(err, a.Files.Drop(c.Request().Context(), in)) }()
	return a.onceWith(c, sent.sum, func() (err error) {
		in, err = a.Files.Receive(c.Request().Context(), actor(c), up)
		return err
	}, func(c echo.Context) error {
		out, err := a.Files.Attach(c.Request().Context(), actor(c), in)
		return answer(c, http.StatusCreated, out, err)
	})
}

func uploadOf(sent *upload) (file.Upload, error) {
	var check fault.Check
	id, err := uuid.Parse(sent.fields["owner_id"])
	check.Require(err == nil, "/owner_id", "input.wrong_type")
	confirmed, err := strconv.ParseBool(sent.fields["no_secrets_confirmed"])
	check.Require(err == nil || sent.fields["no_secrets_confirmed"] == "", "/no_secrets_confirmed", "input.wrong_type")
	return file.Upload{OwnerKind: file.OwnerKind(sent.fields["owner_kind"]), OwnerID: id, NoSecretsConfirmed: confirmed,
		Name: sent.name, Content: sent}, check.Err()
}

// getAttachment gives what is known of one file.
//
// @Summary Read an attachment
// @ID getAttachment
// @Tags attachments
// @Param id path string true "attachment" format(uuid)
// @Success 200 {object} file.Attachment
// @Router /attachments/{id} [get]
func (a *API) getAttachment(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	out, err := a.Files.Find(c.Request().Context(), actor(c), id)
	return answer(c, http.StatusOK, out, err)
}

// deleteAttachment takes a file away.
//
// @Summary Take an attachment away
// @ID deleteAttachment
// @Tags attachments
// @Param id path string true "attachment" format(uuid)
// @Success 204
// @Failure 409 {object} Problem "state.conflict; attachment.handed_in: a revision of its report has it"
// @Router /attachments/{id} [delete]
func (a *API) deleteAttachment(c echo.Context) error {
	id, v, err := aim(c)
	if err != nil {
		return err
	}
	return answer(c, http.StatusNoContent, nil, a.Files.Delete(c.Request().Context(), actor(c), id, v))
}

// getAttachmentContent streams a file, or one range of it. A browser is told to store it, never to run anything in it.
//
// @Summary Download an attachment
// @Description With Range: one range of bytes, so that a download goes on where it broke off; a range that cannot be given is answered by the whole.
// @ID getAttachmentContent
// @Tags attachments
// @Produce application/octet-stream
// @Param id path string true "attachment" format(uuid)
// @Param Range header string false "bytes=1024-, one range"
// @Success 200 {file} binary
// @Success 206 {file} binary "the range"
// @Failure 404 {object} Problem "resource.not_found, attachment.content_lost"
// @Router /attachments/{id}/content [get]
func (a *API) getAttachmentContent(c echo.Context) error {
	id, err := pathID(c)
	if err != nil {
		return err
	}
	found, content, err := a.Files.Open(c.Request().Context(), actor(c), id)
	if fault.CodeOf(err) == "attachment.content_lost" {
		a.Log.ErrorContext(c.Request().Context(), "content lost", slog.String("attachment", id.String()), slog.String("request", requestOf(c)))
	}
	if err != nil {
		return err
	}
	defer func() { _ = content.Close() }()
	return stream(c, found, content)
}

func stream(c echo.Context, found *file.Attachment, content io.ReadSeeker) error {
	h, asked := c.Response().Header(), c.Request().Header
	h.Set("ETag", fmt.Sprintf(`"%d-%s"`, found.Version, found.SHA256[:16]))
	h.Set("Cache-Control", "private, no-cache")
	h.Add("Vary", "Authorization, Accept-Language")
	h.Set(echo.HeaderContentType, found.MediaType)
	h.Set(echo.HeaderContentDisposition, disposition("attachment", found.Name))
	h.Set("Content-Security-Policy", "sandbox; default-src 'none'")
	for _, name := range []string{"If-Match", "If-Unmodified-Since"} { // as at every other read
		asked.Del(name)
	}
	if !isRange(asked.Get("Range"), found.Size) { // RFC 9110 lets a server answer by the whole
		asked.Del("Range")
	}
	http.ServeContent(c.Response(), c.Request(), "", time.Time{}, content)
	return nil
}

var oneRange = regexp.MustCompile(`^bytes=(\d{1,15})-(\d{0,15})$`)

// isRange reports whether a header asks for one range that a content of that size has.
func isRange(header string, size int64) bool {
	parts := oneRange.FindStringSubmatch(header)
	if parts == nil {
		return false
	}
	first, err := strconv.ParseInt(parts[1], 10, 64)
	last, err2 := strconv.ParseInt(parts[2], 10, 64)
	return err == nil && first < size && (parts[2] == "" || err2 == nil && first <= last)
}
