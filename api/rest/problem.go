package rest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"os"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"lantoa/internal/fault"
	"lantoa/internal/wire"
)

// Problem is how every error leaves (RFC 9457).
type Problem struct {
	Type     string         `json:"type" format:"uri-reference" example:"/problems#plan.unmatched_names"`
	Title    string         `json:"title" example:"Conflict"` // of the status, in the language asked for
	Status   int            `json:"status" example:"409"`
	Code     string         `json:"code" example:"plan.unmatched_names"` // stable; listed in docs/problems.md
	Detail   string         `json:"detail"`                              // for people, in the language asked for
	Instance string         `json:"instance"`                            // the request id
	Errors   []ProblemField `json:"errors"`
} // @name Problem

// ProblemField is one place in the input that breaks a rule.
type ProblemField struct {
	Pointer string `json:"pointer" example:"/tasks/0/title"` // JSON pointer into the body, or the name of a parameter or header
	Code    string `json:"code" example:"input.required"`
	Message string `json:"message"`
} // @name ProblemField

var statuses = map[fault.Kind]int{ //nolint:gochecknoglobals // the table itself
	fault.Internal: 500, fault.Malformed: 400, fault.Unauthenticated: 401, fault.Forbidden: 403, fault.NotFound: 404, fault.Conflict: 409,
	fault.Stale: 412, fault.TooLarge: 413, fault.WrongType: 415, fault.Invalid: 422, fault.Unconditioned: 428, fault.TooMany: 429,
}

// fail is the only writer of errors.
func (a *API) fail(err error, c echo.Context) {
	if c.Response().Committed || errors.Is(err, context.Canceled) && c.Request().Context().Err() != nil {
		return
	}
	f := a.faultOf(err)
	p := problemOf(f, language(c), requestOf(c))
	if f.Kind == fault.Internal {
		a.Log.ErrorContext(c.Request().Context(), "request failed", slog.String("request", p.Instance), slog.Any("account", actor(c).AccountID),
			slog.String("route", c.Request().Method+" "+c.Path()), slog.String("error", err.Error()))
	}
	if f.Kind == fault.Unauthenticated {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="lantoa"`)
	}
	raw, err := wire.Encode(p)
	if err != nil {
		a.Log.Error("problem not written", slog.String("error", err.Error()))
		return
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	c.Response().Header().Del("ETag")
	if c.Request().Method == http.MethodHead {
		err = c.NoContent(p.Status)
	} else {
		err = c.Blob(p.Status, "application/problem+json", raw)
	}
	if err != nil {
		a.Log.Debug("caller went away", slog.String("error", err.Error()))
	}
}

func (a *API) faultOf(err error) *fault.Error {
	if f, ok := errors.AsType[*fault.Error](err); ok {
		return f
	}
	if h, ok := errors.AsType[*echo.HTTPError](err); ok {
		switch h.Code {
		case http.StatusNotFound:
			return fault.NewNotFound("route.not_found")
		case http.StatusMethodNotAllowed:
			return &fault.Error{Kind: methodNotAllowed, Code: "route.method"}
		case http.StatusRequestEntityTooLarge:
			return tooLarge(a.Settings.JSONBytes)
		}
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, os.ErrDeadlineExceeded) { // ours, or of the connection: the caller's body is too slow
		return fault.New(timedOut, "request.timeout").Because(err)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return fault.NewMalformed("input.cut_off").Because(err)
	}
	if tooBig, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return tooLarge(tooBig.Limit)
	}
	return fault.New(fault.Internal, "internal").Because(err)
}

// Two kinds that HTTP alone knows.
const (
	methodNotAllowed fault.Kind = 200 + iota
	timedOut
)

func statusOf(k fault.Kind) int {
	switch k {
	case methodNotAllowed:
		return http.StatusMethodNotAllowed
	case timedOut:
		return http.StatusServiceUnavailable
	default:
		return statuses[k]
	}
}

func tooLarge(limit int64) *fault.Error {
	return fault.New(fault.TooLarge, "input.too_large").With("limit", size(limit))
}

func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d kB", n>>10)
}

func problemOf(f *fault.Error, lang, request string) Problem {
	status := statusOf(f.Kind)
	p := Problem{Type: "/problems#" + f.Code, Title: titleOf(status, lang), Status: status, Code: f.Code,
		Detail: fault.Say(f.Code, lang, f.Args), Instance: request, Errors: []ProblemField{}}
	for _, field := range f.Fields {
		p.Errors = append(p.Errors, ProblemField{Pointer: told(field.Pointer), Code: field.Code, Message: fault.Say(field.Code, lang, argsAt(f, field))})
	}
	return p
}

// told gives so much of a place as an answer repeats, as text: names in it may be a stranger's, and of any length and bytes.
func told(pointer string) string {
	const most = 500 // bytes
	return strings.ToValidUTF8(pointer[:min(len(pointer), most)], "\uFFFD")
}

// argsAt gives the values for the words of one place: those of the whole, and the limit of the place.
func argsAt(f *fault.Error, at fault.Field) map[string]string {
	if at.Limit == 0 {
		return f.Args
	}
	args := map[string]string{"limit": strconv.Itoa(at.Limit)}
	maps.Copy(args, f.Args)
	return args
}

// titles are the names of the statuses in Vietnamese; in English they are HTTP's own.
var titles = map[int]string{ //nolint:gochecknoglobals // the table itself
	http.StatusBadRequest: "Yêu cầu không đọc được", http.StatusUnauthorized: "Chưa đăng nhập", http.StatusForbidden: "Không được phép",
	http.StatusNotFound: "Không tìm thấy", http.StatusMethodNotAllowed: "Phương thức không được nhận", http.StatusConflict: "Xung đột với hiện trạng",
	http.StatusPreconditionFailed: "Nội dung đã thay đổi", http.StatusRequestEntityTooLarge: "Nội dung quá lớn",
	http.StatusUnsupportedMediaType: "Kiểu nội dung không được nhận", http.StatusUnprocessableEntity: "Nội dung trái quy tắc",
	http.StatusPreconditionRequired: "Thiếu điều kiện If-Match", http.StatusTooManyRequests: "Quá nhiều yêu cầu",
	http.StatusInternalServerError: "Lỗi hệ thống", http.StatusServiceUnavailable: "Chưa xử lý kịp",
}

func titleOf(status int, lang string) string {
	if title, known := titles[status]; known && lang == "vi" {
		return title
	}
	return http.StatusText(status)
}

// language is the first of Vietnamese and English that the caller names; Vietnamese when none.
func language(c echo.Context) string {
	for part := range strings.SplitSeq(c.Request().Header.Get("Accept-Language"), ",") {
		tag := strings.ToLower(strings.TrimSpace(part))
		switch {
		case strings.HasPrefix(tag, "vi"):
			return "vi"
		case strings.HasPrefix(tag, "en"):
			return "en"
		}
	}
	return "vi"
}

// rescue turns a panic into an internal error with its stack in the log.
func (a *API) rescue(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
			}
		}()
		return next(c)
	}
}
