package account

import (
	"context"
	"hash/maphash"
	"sync"
	"time"
)

// slowness counts wrong passwords in a row for a name from wherever they come, and has each attempt on it wait from then on. Attempts
// wait side by side: who guesses one after the other is slow; who guesses from very many places at once is held by the limits of each
// place alone, and by how many hashes are computed at a time. Were they to wait in turn, such a one would keep the name's owner out.
// It counts names, known or not, so that its slowness tells of neither; names that fall on one place of its table slow each other.
// It holds for one process, and takes no more memory however many names are tried.
type slowness struct {
	mu    sync.Mutex
	seed  maphash.Seed
	names [1 << 12]struct {
		failures int
		at       time.Time
	}
}

func newSlowness() *slowness { return &slowness{seed: maphash.MakeSeed()} }

func (s *slowness) slot(name string) int {
	return int(maphash.String(s.seed, name) % uint64(len(s.names)))
}

// wait holds an attempt on a name up when too many before it were wrong.
func (s *slowness) wait(ctx context.Context, name string, now time.Time, limits Limits) error {
	s.mu.Lock()
	n := s.names[s.slot(name)]
	s.mu.Unlock()
	if limits.Slow <= 0 || n.failures < limits.Slow || !now.Before(n.at.Add(limits.Lockout)) {
		return nil
	}
	select {
	case <-time.After(limits.Delay):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// tried counts one attempt on a name; the right password begins the count anew.
func (s *slowness) tried(name string, admitted bool, now time.Time, limits Limits) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := &s.names[s.slot(name)]
	if admitted || !now.Before(n.at.Add(limits.Lockout)) {
		n.failures = 0
	}
	if !admitted {
		n.failures, n.at = n.failures+1, now
	}
}
