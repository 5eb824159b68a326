package measure

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"regexp"
	"slices"
	"time"

	"lantoa/deploy/bench/drive"
)

// Run is one run of one work on one side.
type Run struct {
	Rate           float64 // requests in a second
	P50, P99       time.Duration
	Server, DB     time.Duration // processor time of one request
	BytesPerAnswer int64
}

// Comparison is one work on both sides, run by run.
type Comparison struct {
	Work
	Ours, Limit []Run
}

// Ratio gives the median over the rounds of our throughput in parts of the limit's, Slower that of our p99.
func (c Comparison) Ratio() float64 {
	return c.paired(func(ours, limit Run) float64 { return ours.Rate / limit.Rate })
}

// Slower gives the median over the rounds of our p99 in parts of the limit's.
func (c Comparison) Slower() float64 {
	return c.paired(func(ours, limit Run) float64 { return ours.P99.Seconds() / limit.P99.Seconds() })
}

// CPU gives the median over the rounds of our processor time, server and database, in parts of the limit's.
func (c Comparison) CPU() float64 {
	return c.paired(func(ours, limit Run) float64 {
		return (ours.Server + ours.DB).Seconds() / (limit.Server + limit.DB).Seconds()
	})
}

func (c Comparison) paired(of func(ours, limit Run) float64) float64 {
	all := make([]float64, len(c.Ours))
	for i := range all {
		all[i] = of(c.Ours[i], c.Limit[i])
	}
	return Median(all)
}

// Median gives the middle one.
func Median[T float64 | time.Duration](all []T) T {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

// Pace says how long and how often everything runs.
type Pace struct {
	Rounds       int
	Warm, Length time.Duration
	Pages        int64 // requests of one page when sizes are compared
	Beside       bool  // PocketBase and Redmine too
}

// Compare runs the product beside the limit, work by work and round by round, the order rotating; watch is told each run's side.
func (s *Stage) Compare(ctx context.Context, pace Pace) ([]Comparison, error) {
	limit, err := s.limit(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = limit.Stop() }()
	a, err := s.sample(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]Comparison, len(Works()))
	for i, w := range Works() {
		out[i].Work = w
		if err := s.same(ctx, w, a, limit); err != nil {
			return nil, fmt.Errorf("%s: %w", w.Name, err)
		}
	}
	for round := range pace.Rounds {
		for i := range out {
			sides := []*Server{s.Product, limit}
			if (round+i)%2 == 1 {
				slices.Reverse(sides)
			}
			for _, side := range sides {
				run, err := s.run(ctx, out[i].Work, a, side, pace)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", out[i].Name, err)
				}
				if side == limit {
					out[i].Limit = append(out[i].Limit, run)
				} else {
					out[i].Ours = append(out[i].Ours, run)
				}
			}
			s.Log.Info("compared", "work", out[i].Name, "round", round+1, "ours", int(out[i].Ours[round].Rate), "limit", int(out[i].Limit[round].Rate))
		}
	}
	return out, nil
}

// limit starts the limit, which is this very program, on the same settings as the product.
func (s *Stage) limit(ctx context.Context) (*Server, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return s.start(ctx, self, []string{"limit"}, "/")
}

func (s *Stage) run(ctx context.Context, w Work, a *sample, side *Server, pace Pace) (Run, error) {
	callers, err := w.callers(ctx, s, a)
	if err != nil {
		return Run{}, err
	}
	if _, err := drive.Run(ctx, side.Address, callers, 0, pace.Warm, 0); err != nil {
		return Run{}, err
	}
	before, err := s.spent(side)
	if err != nil {
		return Run{}, err
	}
	got, err := drive.Run(ctx, side.Address, callers, 0, pace.Length, 0)
	if err != nil {
		return Run{}, err
	}
	after, err := s.spent(side)
	n := time.Duration(max(got.Requests, 1))
	return Run{Rate: got.Rate(), P50: got.Quantile(50), P99: got.Quantile(99), Server: (after[0] - before[0]) / n, DB: (after[1] - before[1]) / n,
		BytesPerAnswer: got.Bytes / int64(n)}, err
}

// spent gives the processor time of a server and of the database until now.
func (s *Stage) spent(side *Server) (both [2]time.Duration, err error) {
	for i, p := range []drive.Process{side.Process, s.Postgres} {
		if both[i], err = p.CPU(); err != nil {
			return both, err
		}
	}
	return both, nil
}

// fresh are the members that differ from one write to the next.
var fresh = regexp.MustCompile(`"(id|version|created_at|updated_at|text)":("(?:[^"\\]|\\.)*"|\d+)`)

// same holds the limit to the product's answers, byte for byte; of a write, but for what each write makes anew.
func (s *Stage) same(ctx context.Context, w Work, a *sample, limit *Server) error {
	const asked = 48
	callers, err := w.callers(ctx, s, a)
	if err != nil {
		return err
	}
	again := callers // a write goes on from the answer before
	if !w.Write {
		if again, err = w.callers(ctx, s, a); err != nil {
			return err
		}
	}
	for n := range asked {
		ours, path, err := drive.Once(s.Product.Address, callers[n%len(callers)])
		if err != nil {
			return err
		}
		theirs, _, err := drive.Once(limit.Address, again[n%len(again)])
		if err != nil {
			return err
		}
		if w.Write {
			ours, theirs = fresh.ReplaceAll(ours, nil), fresh.ReplaceAll(theirs, nil)
		}
		if !bytes.Equal(ours, theirs) {
			return fmt.Errorf("%s: the limit answers otherwise:\n%s\nours:\n%s", path, around(theirs, ours), around(ours, theirs))
		}
	}
	return nil
}

// around gives the place where one text begins to differ from another.
func around(text, other []byte) []byte {
	n := 0
	for n < min(len(text), len(other)) && text[n] == other[n] {
		n++
	}
	const before, behind = 80, 160
	return text[max(n-before, 0):min(n+behind, len(text))]
}
