package rest

import (
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"
	"github.com/labstack/echo/v4"

	"lantoa/internal/fault"
	"lantoa/internal/record"
	"lantoa/internal/wire"
)

// answer writes a noun or a read model as JSON with its ETag, or lets the error out.
func answer(c echo.Context, status int, out any, err error) error {
	if err != nil {
		return err
	}
	if out == nil || status == http.StatusNoContent {
		return c.NoContent(http.StatusNoContent)
	}
	raw, err := wire.Encode(out)
	if err != nil {
		return err
	}
	return answerBytes(c, status, echo.MIMEApplicationJSON, raw, versionIn(out))
}

// answerLong is answer for what may fill the memory as one piece: it is written twice, once for its tag, once for the caller.
func answerLong(c echo.Context, out any, err error) error {
	if err != nil {
		return err
	}
	sum := xxhash.New()
	if err := wire.Write(sum, out); err != nil {
		return err
	}
	etag := tag(c, sum.Sum64(), versionIn(out))
	if anyTag(c.Request().Header.Get("If-None-Match"), etag) {
		return c.NoContent(http.StatusNotModified)
	}
	c.Response().Header().Set(echo.HeaderContentType, echo.MIMEApplicationJSON)
	c.Response().WriteHeader(http.StatusOK)
	return wire.Write(c.Response(), out)
}

// answerSecret is answer for what is told this one time only: nobody on the way keeps it, and a repeated request is not answered with it.
func answerSecret(c echo.Context, status int, out any, err error) error {
	if err != nil {
		return err
	}
	raw, err := wire.Encode(out)
	if err != nil {
		return err
	}
	tag(c, xxhash.Sum64(raw), versionIn(out))
	c.Response().Header().Set("Cache-Control", noStore)
	return c.Blob(status, echo.MIMEApplicationJSON, raw)
}

const noStore = "no-store"

// answerFile writes a document for download.
func answerFile(c echo.Context, mediaType, name string, raw []byte, v record.Version) error {
	c.Response().Header().Set(echo.HeaderContentDisposition, disposition("attachment", name))
	return answerBytes(c, http.StatusOK, mediaType, raw, v)
}

// answerBytes tags the body: version, then a hash of it, since bodies differ by caller, language and day.
func answerBytes(c echo.Context, status int, mediaType string, raw []byte, v record.Version) error {
	etag := tag(c, xxhash.Sum64(raw), v)
	if status == http.StatusOK && c.Request().Method == http.MethodGet && anyTag(c.Request().Header.Get("If-None-Match"), etag) {
		return c.NoContent(http.StatusNotModified)
	}
	return c.Blob(status, mediaType, raw)
}

func tag(c echo.Context, sum uint64, v record.Version) string {
	etag := fmt.Sprintf(`"%d-%016x"`, v, sum)
	h := c.Response().Header()
	h.Set("ETag", etag)
	h.Set("Cache-Control", "private, no-cache")
	h.Add("Vary", "Authorization, Accept-Language")
	return etag
}

func anyTag(header, tag string) bool {
	if strings.TrimSpace(header) == "*" {
		return true
	}
	for part := range strings.SplitSeq(header, ",") {
		if strings.TrimPrefix(strings.TrimSpace(part), "W/") == tag {
			return true
		}
	}
	return false
}

func versionIn(out any) record.Version {
	if v, ok := out.(interface{ CurrentVersion() record.Version }); ok {
		return v.CurrentVersion()
	}
	return 0
}

const versionKey = "version"

var etagForm = regexp.MustCompile(`^(?:W/)?"(\d{1,18})(?:-[0-9a-f]+)?"$`)

// conditions demands If-Match on changes and verbs: 428 without, 400 when it is no ETag of ours; only its version counts.
func (a *API) conditions(r route) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		if r.kind != change && r.kind != verb {
			return next
		}
		return func(c echo.Context) error {
			header := strings.TrimSpace(c.Request().Header.Get("If-Match"))
			if header == "" {
				return fault.New(fault.Unconditioned, "version.required")
			}
			parts := etagForm.FindStringSubmatch(header)
			if parts == nil {
				return fault.NewMalformed("input.header").At("If-Match", "input.unknown_value")
			}
			n, err := strconv.ParseInt(parts[1], 10, 64)
			if err != nil {
				return fault.NewMalformed("input.header").At("If-Match", "input.unknown_value").Because(err)
			}
			c.Set(versionKey, record.Version(n))
			return next(c)
		}
	}
}

func versionOf(c echo.Context) record.Version {
	v, _ := c.Get(versionKey).(record.Version)
	return v
}

// disposition names a download in plain ASCII and, for the rest of the world's letters, as RFC 6266 says.
func disposition(how, name string) string {
	plain := strings.Map(func(r rune) rune {
		if r < 0x20 || r > 0x7e || r == '"' || r == '\\' || r == '/' {
			return '_'
		}
		return r
	}, name)
	return fmt.Sprintf(`%s; filename="%s"; filename*=UTF-8''%s`, how, plain, percent(name))
}

func percent(s string) string {
	var b strings.Builder
	for i := range len(s) {
		ch := s[i]
		if ch >= '0' && ch <= '9' || ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' || ch == '-' || ch == '.' || ch == '_' {
			b.WriteByte(ch)
		} else {
			fmt.Fprintf(&b, "%%%02X", ch)
		}
	}
	return b.String()
}
