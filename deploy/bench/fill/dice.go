package fill

import (
	"encoding/binary"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"
)

// dice throws the same numbers on every run: a generator of its own for each thing that is made up.
type dice struct{ *rand.Rand }

// of gives the dice of one thing, named by up to four numbers.
func of(names ...uint64) dice {
	var seed, stream uint64 = 0x6c616e746f61, 1
	for _, n := range names {
		seed = (seed ^ n) * 0x9e3779b97f4a7c15
		seed ^= seed >> 29
		stream += n
	}
	return dice{rand.New(rand.NewPCG(seed, stream))} //nolint:gosec // repeatable on purpose
}

// chance is true in so many of a hundred throws.
func (d dice) chance(percent int) bool { return d.IntN(100) < percent }

// between gives a number from low to high, both included.
func (d dice) between(low, high int) int { return low + d.IntN(high-low+1) }

// within gives an instant between two, in working hours.
func (d dice) within(from, until time.Time) time.Time {
	days := max(int(until.Sub(from).Hours()/24), 1)
	at := from.AddDate(0, 0, d.IntN(days))
	y, m, n := at.Date()
	return time.Date(y, m, n, d.between(7, 16), d.IntN(60), d.IntN(60), d.IntN(1e6)*1000, at.Location())
}

// id gives a UUIDv7 of an instant.
func (d dice) id(at time.Time) uuid.UUID {
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[:8], uint64(at.UnixMilli())<<16|d.Uint64()&0xffff) //nolint:gosec // after 1970
	binary.BigEndian.PutUint64(id[8:], d.Uint64())
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id
}

func pick[T any](d dice, list []T) T { return list[d.IntN(len(list))] }
