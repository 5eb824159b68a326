package measure

import (
	"context"
	"time"

	"lantoa/deploy/bench/fill"
)

// Results is everything that was measured, size by size.
type Results struct {
	Begun   time.Time
	Command string
	Machine Machine
	Pace    Pace // of the comparison with the limit
	Sizes   []OfSize
}

// OfSize is what was measured at one size; the comparison with the limit belongs to the largest alone.
type OfSize struct {
	Size         fill.Size
	Rows         []Rows
	Bytes        int64 // of the database on disk
	Ready        time.Duration
	Idle, Loaded int64 // bytes of memory: idle, and the most under load on sixteen connections
	Browsing     int64 // the most while every page was asked for
	Pages        map[string]Seen
	Together     Together
	ImportP50    time.Duration
	ImportP95    time.Duration
	Compared     []Comparison
	Peers        []Peer
	Profiles     []Profile // of what misses its target
	Web          *Web      // of the largest alone
}

// Rows counts a table.
type Rows struct {
	Table string
	Rows  int64
}

// Add measures one size; the largest is compared with the limit too.
func (r *Results) Add(ctx context.Context, s *Stage, pace Pace, compared bool) error {
	out := OfSize{Size: s.Size}
	if err := s.count(ctx, &out); err != nil {
		return err
	}
	var err error
	if out.Ready, out.Idle, err = s.Starts(ctx, 5); err != nil {
		return err
	}
	if out.ImportP50, out.ImportP95, err = s.Import(ctx, 20); err != nil {
		return err
	}
	if out.Browsing, err = s.Watch(func() (err error) {
		out.Pages, err = s.Browse(ctx, pace)
		return err
	}); err != nil {
		return err
	}
	if out.Together, err = s.Consolidate(ctx); err != nil {
		return err
	}
	if compared {
		if _, _, err := s.Starts(ctx, 1); err != nil { // so that what was browsed does not count
			return err
		}
		if out.Loaded, err = s.Watch(func() (err error) {
			out.Compared, err = s.Compare(ctx, pace)
			return err
		}); err != nil {
			return err
		}
		r.Pace = pace
		if out.Web, err = s.Web(ctx, pace.Beside); err != nil {
			return err
		}
		if pace.Beside {
			if out.Peers, err = s.Beside(ctx, pace); err != nil {
				return err
			}
		}
		if err := r.Explain(ctx, s, &out); err != nil {
			return err
		}
	}
	r.Sizes = append(r.Sizes, out)
	return nil
}

func (s *Stage) count(ctx context.Context, out *OfSize) error {
	if err := s.Pool.QueryRow(ctx, "SELECT pg_database_size(current_database())").Scan(&out.Bytes); err != nil {
		return err
	}
	for _, table := range []string{"agencies", "accounts", "plans", "assignments", "progress_updates", "rounds", "reports", "report_revisions", "events"} {
		one := Rows{Table: table}
		if err := s.Pool.QueryRow(ctx, "SELECT count(*) FROM "+table).Scan(&one.Rows); err != nil {
			return err
		}
		out.Rows = append(out.Rows, one)
	}
	return nil
}
