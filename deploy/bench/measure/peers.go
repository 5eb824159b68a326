package measure

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/valyala/fasthttp"

	"lantoa/deploy/bench/drive"
)

// Peer is another program beside which the product ran the same five works, in turn.
type Peer struct {
	Name    string
	LeftOut string // why it did not run; blank where it did
	Works   []Shared
}

// Shared is one work on the product and on a peer.
type Shared struct {
	Name        string
	Ours, Other []Run
	OursMB      int64 // bytes of memory at the end: the server, with its database
	OtherMB     int64
}

// Times gives the median over the rounds of our throughput in parts of the other's.
func (w Shared) Times() float64 {
	return Comparison{Ours: w.Ours, Limit: w.Other}.Ratio()
}

// peer is a program of the same kind: how it starts, and how it is asked for the five works, in the order of shared.
type peer struct {
	name       string
	onPostgres bool   // and so PostgreSQL's memory is its own too
	header     string // where the credentials go
	requests   [5]request
	start      func(context.Context, *Stage) (server *Server, credentials string, err error)
}

// request says what a connection asks for as its nth request.
type request func(r *rand.Rand, connection, n int) (method, path, body string)

// absent is why a program cannot run on this machine.
type absent string

func (a absent) Error() string { return string(a) }

var shared = [5]struct { //nolint:gochecknoglobals // a constant that Go cannot write as one
	name string
	ours func(context.Context, *Stage, *sample) ([]drive.Caller, error)
}{
	{"list 50 by filter", Works()[2].callers}, {"open one", Works()[3].callers}, {"search", Works()[7].callers},
	{"add a progress note", recording}, {"change a state", moving},
}

// Beside runs the product beside one peer after the other.
func (s *Stage) Beside(ctx context.Context, pace Pace) (all []Peer, err error) {
	for _, p := range []peer{pocketbase(), redmine()} {
		out := Peer{Name: p.name}
		var why absent
		if out.Works, err = s.beside(ctx, p, pace); errors.As(err, &why) {
			out.LeftOut = string(why)
			s.Log.Warn("left out", "peer", p.name, "why", out.LeftOut)
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		all = append(all, out)
	}
	return all, nil
}

// beside runs the five works on both sides, the order of the sides changing.
func (s *Stage) beside(ctx context.Context, p peer, pace Pace) ([]Shared, error) {
	other, credentials, err := p.start(ctx, s)
	if err != nil {
		return nil, err
	}
	defer func() { _ = other.Stop() }()
	a, err := s.sample(ctx)
	if err != nil {
		return nil, err
	}
	owns := []drive.Process{other.Process}
	if p.onPostgres {
		owns = append(owns, s.Postgres)
	}
	for _, what := range p.requests { // so that no round meets code that never ran
		if _, err := drive.Run(ctx, other.Address, p.asking(what, credentials), 0, pace.Length, 0); err != nil {
			return nil, err
		}
	}
	all := make([]Shared, len(shared))
	for round := range pace.Rounds {
		for i := range all {
			w := &all[i]
			w.Name = shared[i].name
			ours := func() error {
				run, err := s.run(ctx, Work{callers: shared[i].ours}, a, s.Product, pace)
				w.Ours, w.OursMB = append(w.Ours, run), s.memory(s.Product.Process, s.Postgres)
				return err
			}
			theirs := func() error {
				same := func(context.Context, *Stage, *sample) ([]drive.Caller, error) {
					return p.asking(p.requests[i], credentials), nil
				}
				run, err := s.run(ctx, Work{callers: same}, a, other, pace)
				w.Other, w.OtherMB = append(w.Other, run), s.memory(owns...)
				return err
			}
			order := []func() error{ours, theirs}
			for k := range order {
				if err := order[(k+round+i)%2](); err != nil {
					return nil, fmt.Errorf("%s: %w", w.Name, err)
				}
			}
			s.Log.Info("beside "+p.name, "work", w.Name, "round", round+1, "ours", int(w.Ours[round].Rate), "other", int(w.Other[round].Rate))
		}
	}
	return all, nil
}

func (p peer) asking(what request, credentials string) []drive.Caller {
	callers := make([]drive.Caller, drive.Connections)
	for i := range callers {
		r := rand.New(rand.NewPCG(9, uint64(i))) //nolint:gosec // repeatable on purpose
		n := -1
		callers[i] = drive.Asking(func(req *fasthttp.Request) {
			n++
			method, path, body := what(r, i, n)
			req.Header.SetMethod(method)
			req.SetRequestURI(path)
			req.Header.Set(p.header, credentials)
			if body != "" {
				req.Header.SetContentType("application/json")
				req.SetBodyString(body)
			}
		})
	}
	return callers
}

func (s *Stage) memory(processes ...drive.Process) (sum int64) {
	for _, p := range processes {
		pss, _ := p.Memory()
		sum += pss
	}
	return sum
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
