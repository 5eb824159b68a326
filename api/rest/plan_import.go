package rest

import (
	"crypto/sha256"
	"io"
	"net/http"
	"path"
	"strings"

	"github.com/labstack/echo/v4"

	"lantoa/internal/plan"
	"lantoa/internal/planreader"
	"lantoa/internal/wire"
)

// importPlan reads a plan out of the official document.
//
// @Summary Import a plan from the official document
// @Description Takes a Word document (.docx) or text, as a file or pasted. Each member comes with the sentence it was read from; what no
// @Description known agency or group bears stands in unmatched. With dry_run nothing is kept, and a document of another kind is answered too.
// @ID importPlan
// @Tags plans
// @Accept multipart/form-data
// @Param dry_run query bool false "keep nothing"
// @Param file formData file true ".docx or .txt; or send the text itself as text/plain"
// @Success 200 {object} plan.Reading "read, nothing kept"
// @Success 201 {object} plan.Imported "kept as a draft"
// @Failure 400 {object} Problem "input.multipart; input.utf8; input.nul"
// @Failure 422 {object} Problem "plan.not_a_plan; plan_file.empty; plan_file.encrypted; plan_file.old_word; plan_file.not_docx; plan_file.broken; plan_file.too_large_unzipped; plan_file.too_long; plan_file.no_text; secrecy.stamp; input.invalid"
// @Router /plans/import [post]
func (a *API) importPlan(c echo.Context) error {
	q := newQuery(c)
	dryRun := q.flag("dry_run")
	if q.err() != nil {
		return q.err()
	}
	raw, kind, err := planDocument(c)
	if err != nil {
		return err
	}
	if dryRun {
		out, err := a.Plans.Read(c.Request().Context(), actor(c), raw, kind, language(c))
		return answer(c, http.StatusOK, out, err)
	}
	var out *plan.Reading
	sum := sha256.Sum256(append([]byte{byte(kind)}, raw...))
	return a.onceWith(c, sum[:], func() (err error) {
		out, err = a.Plans.Read(c.Request().Context(), actor(c), raw, kind, language(c))
		return err
	}, func(c echo.Context) error {
		kept, err := a.Plans.Keep(c.Request().Context(), actor(c), out)
		return answer(c, http.StatusCreated, kept, err)
	})
}

// planDocument gives what was sent: the text pasted, or the file. Only a name in .txt makes a file text: all else must be Word.
func planDocument(c echo.Context) ([]byte, planreader.Kind, error) {
	if mediaType(c) == "text/plain" {
		raw, err := rawBody(c)
		return readableText(raw, err)
	}
	file, err := readUpload(c)
	if err != nil {
		return nil, 0, err
	}
	defer file.discard(c)
	raw, err := io.ReadAll(file)
	if strings.EqualFold(path.Ext(file.name), ".txt") {
		return readableText(raw, err)
	}
	return raw, planreader.Docx, err
}

func readableText(raw []byte, err error) ([]byte, planreader.Kind, error) {
	if err == nil {
		_, err = wire.Clean(string(raw))
	}
	return raw, planreader.Text, err
}
