package measure

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strconv"
	"strings"

	"github.com/valyala/fasthttp"

	"lantoa/deploy/bench/drive"
)

// Work is one endpoint under load.
type Work struct {
	Name    string
	Target  float64 // of the limit's throughput that ours must reach
	Write   bool
	callers func(ctx context.Context, s *Stage, a *sample) ([]drive.Caller, error)
}

// Works lists the ten endpoints that the web app and other systems ask most.
func Works() []Work {
	const list, open, write = 0.8, 0.7, 0.6
	return []Work{
		{"GET /me", open, false, reading(everyCommune, func(a *sample, r *rand.Rand) string { return "/me" })},
		{"GET /plans/{id}", open, false, reading(office, func(a *sample, r *rand.Rand) string { return "/plans/" + one(r, a.plans) })},
		{"GET /assignments?plan_id&state", list, false, reading(office, func(a *sample, r *rand.Rand) string {
			return "/assignments?limit=50&plan_id=" + one(r, a.plans) + "&state=" + one(r, []string{"in_progress", "completed", "handed_in"})
		})},
		{"GET /assignments/{id}", open, false, reading(office, func(a *sample, r *rand.Rand) string { return "/assignments/" + one(r, a.assignments) })},
		{"GET /assignments/{id}/updates", list, false, reading(office, func(a *sample, r *rand.Rand) string { return "/assignments/" + one(r, a.assignments) + "/updates" })},
		{"GET /reports?round_id", list, false, reading(office, func(a *sample, r *rand.Rand) string { return "/reports?limit=50&round_id=" + one(r, a.rounds) })},
		{"GET /reports/{id}", open, false, reading(office, func(a *sample, r *rand.Rand) string { return "/reports/" + one(r, a.reports) })},
		{"GET /agencies?q", list, false, reading(office, func(a *sample, r *rand.Rand) string { return "/agencies?limit=50&q=" + url.QueryEscape(one(r, words)) })},
		{"PATCH /reports/{id}", write, true, saving},
		{"POST /assignments/{id}/updates", write, true, recording},
	}
}

// words are what people search for, with and without diacritics.
var words = []string{"pho an", "Phổ", "phuong", "hoa", "xã Bình", "duc", "nghia", "trung tam", "phong", "thanh"}

func one(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// office is the culture office, on every connection; everyCommune another commune on each.
func office(*sample, int) string { return "vhtt" }

func everyCommune(a *sample, connection int) string { return a.communes[connection%len(a.communes)] }

func reading(who func(*sample, int) string, path func(*sample, *rand.Rand) string) func(context.Context, *Stage, *sample) ([]drive.Caller, error) {
	return func(ctx context.Context, s *Stage, a *sample) ([]drive.Caller, error) {
		callers := make([]drive.Caller, drive.Connections)
		for i := range callers {
			bearer, err := s.Token(ctx, who(a, i))
			if err != nil {
				return nil, err
			}
			r := rand.New(rand.NewPCG(7, uint64(i))) //nolint:gosec // repeatable on purpose
			callers[i] = drive.Asking(func(req *fasthttp.Request) {
				req.SetRequestURI("/api/v1" + path(a, r))
				req.Header.Set("Authorization", "Bearer "+bearer)
			})
		}
		return callers, nil
	}
}

// saver saves one draft again and again, each time from the version that the last answer told.
type saver struct {
	writer
	bearer  string
	version string
	n       int
	entry   map[string]any
}

func saving(ctx context.Context, s *Stage, a *sample) ([]drive.Caller, error) {
	callers := make([]drive.Caller, len(a.writers))
	for i, w := range a.writers {
		bearer, err := s.Token(ctx, w.Username)
		if err != nil {
			return nil, err
		}
		var version int64
		if err := s.Pool.QueryRow(ctx, "SELECT version FROM reports WHERE id = $1", w.ReportID).Scan(&version); err != nil {
			return nil, err
		}
		c := &saver{writer: w, bearer: bearer, version: strconv.FormatInt(version, 10)}
		if err := json.Unmarshal([]byte(w.Entry), &c.entry); err != nil {
			return nil, err
		}
		callers[i] = c
	}
	return callers, nil
}

// Ask saves the section with another word at its end.
func (c *saver) Ask(req *fasthttp.Request) {
	c.n++
	text, _ := c.entry["text"].(string)
	text, _, _ = strings.Cut(text, " (đã sửa")
	c.entry["text"] = fmt.Sprintf("%s (đã sửa %d lần)", text, c.n%10)
	body, err := json.Marshal(map[string]any{"content": map[string]any{"sections": map[string]any{c.Section: c.entry}}})
	if err != nil {
		panic(err)
	}
	req.Header.SetMethod("PATCH")
	req.SetRequestURI("/api/v1/reports/" + c.ReportID)
	req.Header.Set("Authorization", "Bearer "+c.bearer)
	req.Header.Set("If-Match", `"`+c.version+`"`)
	req.Header.SetContentType("application/merge-patch+json")
	req.SetBody(body)
}

// Answered learns the new version.
func (c *saver) Answered(res *fasthttp.Response) error {
	told, _, _ := strings.Cut(strings.Trim(string(res.Header.Peek("ETag")), `"`), "-")
	c.version = told
	return nil
}

func recording(ctx context.Context, s *Stage, a *sample) ([]drive.Caller, error) {
	callers := make([]drive.Caller, len(a.writers))
	for i, w := range a.writers {
		bearer, err := s.Token(ctx, w.Username)
		if err != nil {
			return nil, err
		}
		n := 0
		callers[i] = drive.Asking(func(req *fasthttp.Request) {
			n++
			req.Header.SetMethod("POST")
			req.SetRequestURI("/api/v1/assignments/" + w.AssignmentID + "/updates")
			req.Header.Set("Authorization", "Bearer "+bearer)
			req.Header.SetContentType("application/json")
			req.SetBodyString(fmt.Sprintf(`{"done_on":"2024-11-05","text":"Phát %d lượt tin, bài trên hệ thống truyền thanh cơ sở về các chủ trương, chính sách mới ban hành.",`+
				`"links":[{"url":"https://ducpho.quangngai.gov.vn/tin-tuc/1","title":"Bài trên Trang thông tin điện tử thị xã"}]}`, n))
		})
	}
	return callers, nil
}
