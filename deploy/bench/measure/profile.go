package measure

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/google/pprof/profile"

	"lantoa/deploy/bench/drive"
)

// Profile is where the server's processor time goes while one thing is asked for.
type Profile struct {
	Name   string
	Shares []Share // the largest first
}

// Share is one part of it.
type Share struct {
	Of      string
	Percent float64
}

// layers tell what a call belongs to: the first frame from the innermost outwards that lies in one decides.
var layers = []struct{ name, prefix string }{
	{"GORM", "gorm.io/"},
	{"pgx and database/sql", "github.com/jackc/"}, {"pgx and database/sql", "database/sql"},
	{"JSON", "encoding/json"}, {"JSON", "github.com/go-json-experiment/"},
	{"token check", "github.com/golang-jwt/"}, {"token check", "crypto/"},
	{"workbook", "github.com/xuri/"}, {"documents, compression", "compress/"}, {"documents, compression", "archive/"}, {"documents, compression", "encoding/xml"},
	{"HTTP", "net/http"}, {"HTTP", "github.com/labstack/"}, {"HTTP", "net."},
	{"our own code", "lantoa/"},
}

// Grown is how many times longer the p95 of a page may be than at the smallest size.
const Grown = 2

// Explain profiles the works and the pages that miss their target.
func (r *Results) Explain(ctx context.Context, s *Stage, out *OfSize) error {
	a, err := s.sample(ctx)
	if err != nil {
		return err
	}
	explain := func(name string, callers []drive.Caller, err error) error {
		if err != nil {
			return err
		}
		one, err := s.profile(ctx, name, callers, 2*time.Second)
		out.Profiles = append(out.Profiles, one)
		return err
	}
	for _, c := range out.Compared {
		if c.Ratio() < c.Target {
			callers, err := c.callers(ctx, s, a)
			if err := explain(c.Name, callers, err); err != nil {
				return err
			}
		}
	}
	for _, p := range Pages() {
		if len(r.Sizes) > 0 && out.Pages[p.Name].P95 > Grown*r.Sizes[0].Pages[p.Name].P95 {
			c, err := p.caller(ctx, s, a)
			if err := explain(p.Name, []drive.Caller{c}, err); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Stage) profile(ctx context.Context, name string, callers []drive.Caller, length time.Duration) (Profile, error) {
	self, err := os.Executable()
	if err != nil {
		return Profile{}, err
	}
	file := filepath.Join(s.Data, "cpu.pprof")
	server, err := s.start(ctx, self, []string{"profiled", file}, "/readyz")
	if err != nil {
		return Profile{}, err
	}
	_, err = drive.Run(ctx, server.Address, callers, 0, length, 0)
	if err = errors.Join(err, server.Stop()); err != nil { // the profile is written when it stops
		return Profile{}, err
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return Profile{}, err
	}
	p, err := profile.ParseData(raw)
	if err != nil {
		return Profile{}, err
	}
	return Profile{Name: name, Shares: shares(p)}, nil
}

func shares(p *profile.Profile) []Share {
	sums, total := map[string]int64{}, int64(0)
	for _, sample := range p.Sample {
		sums[layerOf(sample)] += sample.Value[0]
		total += sample.Value[0]
	}
	var all []Share
	for name, n := range sums {
		all = append(all, Share{name, 100 * float64(n) / float64(max(total, 1))})
	}
	slices.SortFunc(all, func(a, b Share) int { return cmp.Compare(b.Percent, a.Percent) })
	return all
}

func layerOf(sample *profile.Sample) string {
	for _, location := range sample.Location {
		for _, line := range location.Line {
			for _, l := range layers {
				if strings.HasPrefix(line.Function.Name, l.prefix) {
					return l.name
				}
			}
			if strings.HasPrefix(line.Function.Name, "runtime.gcBgMarkWorker") {
				return "garbage collection"
			}
		}
	}
	return "scheduling"
}
