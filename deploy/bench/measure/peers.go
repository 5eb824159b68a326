package measure

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/valyala/fasthttp"

	"lantoa/deploy/bench/drive"
)

// Peer is the same five works on the product and on PocketBase, run in turn.
type Peer struct {
	Name        string
	Ours, Other []Run
	OursMB      int64 // bytes of memory at the end: the server, with its database
	OtherMB     int64
	callersOurs func(context.Context, *Stage, *sample) ([]drive.Caller, error)
	callersOf   func(bearer string) []drive.Caller
}

// Times gives the median over the rounds of our throughput in parts of the other's.
func (p Peer) Times() float64 {
	return Comparison{Ours: p.Ours, Limit: p.Other}.Ratio()
}

func peers() []Peer {
	const get, post, patch = "GET", "POST", "PATCH"
	task := func(r *rand.Rand) string { return fmt.Sprintf("task%011d", r.IntN(10_000)) }
	return []Peer{
		{Name: "list 50 by filter", callersOurs: Works()[2].callers, callersOf: asking(get, func(r *rand.Rand) (string, string) {
			return "tasks/records?skipTotal=1&perPage=50&sort=due_on&filter=" + url.QueryEscape(fmt.Sprintf(`agency="agency%02d" && state!="completed"`, r.IntN(30))), ""
		})},
		{Name: "open one", callersOurs: Works()[3].callers, callersOf: asking(get, func(r *rand.Rand) (string, string) { return "tasks/records/" + task(r), "" })},
		{Name: "search", callersOurs: Works()[7].callers, callersOf: asking(get, func(r *rand.Rand) (string, string) {
			return "tasks/records?skipTotal=1&perPage=20&sort=-created&filter=" + url.QueryEscape(`title~"`+one(r, []string{"chuyển", "phóng sự", "hội nghị", "băng rôn"})+`"`), ""
		})},
		{Name: "add a progress note", callersOurs: recording, callersOf: asking(post, func(r *rand.Rand) (string, string) {
			return "notes/records", `{"task":"` + task(r) + `","done_on":"2024-11-05","text":"Phát 12 lượt tin, bài trên hệ thống truyền thanh cơ sở về các chủ trương, chính sách mới ban hành."}`
		})},
		{Name: "change a state", callersOurs: moving, callersOf: asking(patch, func(r *rand.Rand) (string, string) {
			return "tasks/records/" + task(r), `{"state":"` + one(r, []string{"received", "in_progress", "handed_in"}) + `"}`
		})},
	}
}

func asking(method string, what func(*rand.Rand) (path, body string)) func(string) []drive.Caller {
	return func(bearer string) []drive.Caller {
		callers := make([]drive.Caller, drive.Connections)
		for i := range callers {
			r := rand.New(rand.NewPCG(9, uint64(i))) //nolint:gosec // repeatable on purpose
			callers[i] = drive.Asking(func(req *fasthttp.Request) {
				path, body := what(r)
				req.Header.SetMethod(method)
				req.SetRequestURI("/api/collections/" + path)
				req.Header.Set("Authorization", bearer)
				if body != "" {
					req.Header.SetContentType("application/json")
					req.SetBodyString(body)
				}
			})
		}
		return callers
	}
}

// mover hands one assignment in, has it returned and starts it again, over and over, each time from the version before.
type mover struct {
	writer
	own, office string // tokens
	version     int64
	n           int
}

func moving(ctx context.Context, s *Stage, a *sample) ([]drive.Caller, error) {
	office, err := s.Token(ctx, "vhtt")
	if err != nil {
		return nil, err
	}
	callers := make([]drive.Caller, len(a.writers))
	for i, w := range a.writers {
		m := &mover{writer: w, office: office}
		if m.own, err = s.Token(ctx, w.Username); err != nil {
			return nil, err
		}
		var state string
		if err := s.Pool.QueryRow(ctx, "SELECT version, state FROM assignments WHERE id = $1", w.MovedID).Scan(&m.version, &state); err != nil {
			return nil, err
		}
		m.n = map[string]int{"in_progress": 0, "handed_in": 1, "returned": 2}[state]
		callers[i] = m
	}
	return callers, nil
}

// Ask moves the assignment to its next state.
func (m *mover) Ask(req *fasthttp.Request) {
	verb, bearer, body := "hand-in", m.own, `{"done_on":"2024-11-05","result":"Phát 312 buổi trên đài truyền thanh xã."}`
	switch m.n % 3 {
	case 1:
		verb, bearer, body = "return", m.office, `{"note":"Bổ sung ảnh chụp bảng tin."}`
	case 2:
		verb, body = "start", ""
	}
	req.Header.SetMethod("POST")
	req.SetRequestURI("/api/v1/assignments/" + m.MovedID + "/" + verb)
	req.Header.Set("Authorization", "Bearer "+bearer)
	req.Header.Set("If-Match", `"`+strconv.FormatInt(m.version, 10)+`"`)
	if body != "" {
		req.Header.SetContentType("application/json")
		req.SetBodyString(body)
	}
}

// Answered counts the change.
func (m *mover) Answered(*fasthttp.Response) error {
	m.version, m.n = m.version+1, m.n+1
	return nil
}

// Beside runs the product beside PocketBase, the order of the sides changing.
func (s *Stage) Beside(ctx context.Context, pace Pace) ([]Peer, error) {
	other, bearer, err := s.pocketbase(ctx)
	if err != nil {
		return nil, fmt.Errorf("PocketBase: %w", err)
	}
	defer func() { _ = other.Stop() }()
	a, err := s.sample(ctx)
	if err != nil {
		return nil, err
	}
	all := peers()
	for round := range pace.Rounds {
		for i := range all {
			p := &all[i]
			ours := func() error {
				run, err := s.run(ctx, Work{callers: p.callersOurs}, a, s.Product, pace)
				p.Ours, p.OursMB = append(p.Ours, run), s.memory(s.Product.Process, s.Postgres)
				return err
			}
			theirs := func() error {
				same := func(context.Context, *Stage, *sample) ([]drive.Caller, error) { return p.callersOf(bearer), nil }
				run, err := s.run(ctx, Work{callers: same}, a, other, pace)
				p.Other, p.OtherMB = append(p.Other, run), s.memory(other.Process)
				return err
			}
			order := []func() error{ours, theirs}
			for k := range order {
				if err := order[(k+round+i)%2](); err != nil {
					return nil, fmt.Errorf("%s: %w", p.Name, err)
				}
			}
			s.Log.Info("beside PocketBase", "work", p.Name, "round", round+1, "ours", int(p.Ours[round].Rate), "PocketBase", int(p.Other[round].Rate))
		}
	}
	return all, nil
}

func (s *Stage) memory(processes ...drive.Process) (sum int64) {
	for _, p := range processes {
		pss, _ := p.Memory()
		sum += pss
	}
	return sum
}

// pocketbase builds and starts PocketBase, which is a module of its own, and gives the token to ask with.
func (s *Stage) pocketbase(ctx context.Context) (*Server, string, error) {
	program := filepath.Join(s.Data, "pocketbase")
	build := exec.CommandContext(ctx, "go", "build", "-o", program, ".")
	build.Dir, build.Stderr = filepath.Join(s.Root, "deploy", "bench", "peers", "pocketbase"), os.Stderr
	if err := build.Run(); err != nil {
		return nil, "", err
	}
	port, err := freePort(ctx)
	if err != nil {
		return nil, "", err
	}
	address := "127.0.0.1:" + strconv.Itoa(port)
	cmd := exec.CommandContext(ctx, program, filepath.Join(s.Data, "pocketbase-data"), address)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, "", err
	}
	if err := cmd.Start(); err != nil {
		return nil, "", err
	}
	server := &Server{Address: address, Process: drive.Process(cmd.Process.Pid), stop: func() error {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
		return nil
	}}
	bearer, err := bufio.NewReader(out).ReadString('\n')
	for tries := 0; err == nil && !answers(ctx, "http://"+address+"/api/health"); tries++ {
		if tries > 1000 {
			err = fmt.Errorf("does not answer")
		}
		time.Sleep(10 * time.Millisecond)
	}
	return server, strings.TrimSpace(bearer), err
}
