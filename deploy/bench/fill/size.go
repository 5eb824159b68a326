// Package fill makes a database as full as years of work leave it: a town, a province, a country, the same rows on every run.
package fill

import (
	"fmt"
	"slices"
	"time"

	"lantoa/internal/clock"
)

// Size says how large a filled database is.
type Size struct {
	Name     string
	Communes int // wards and communes under the one committee
	Years    int // plans, the last one that of 2024
}

// Communes64 gives the communes as a count to write.
func (s Size) Communes64() int64 { return int64(s.Communes) }

// Sizes lists the sizes, the smallest first.
func Sizes() []Size {
	return []Size{{"town", 15, 1}, {"province", 170, 3}, {"country", 3321, 5}}
}

// SizeNamed gives the size of a name.
func SizeNamed(name string) (Size, error) {
	i := slices.IndexFunc(Sizes(), func(s Size) bool { return s.Name == name })
	if i < 0 {
		return Size{}, fmt.Errorf("%q is no size: town, province or country", name)
	}
	return Sizes()[i], nil
}

// lastYear is the year of the plan that is under way.
const lastYear = 2024

// Now is the business instant of every filled database: the last days before the yearly reports of 2024 are due.
var Now = time.Date(lastYear, time.November, 6, 8, 0, 0, 0, clock.Zone) //nolint:gochecknoglobals // a constant that Go cannot write as one
