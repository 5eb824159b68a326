package paper

import (
	"fmt"
	"time"

	"lantoa/deploy/bench/measure"
)

// target is one line of the table that says what was wanted and what was reached.
type target struct {
	Wanted, Figure string
	Reached        bool
}

// targets holds everything that was measured at the largest size against what is wanted there.
func targets(r *measure.Results) []target {
	last := r.Sizes[len(r.Sizes)-1]
	var all []target
	add := func(reached bool, figure, wanted string, args ...any) {
		all = append(all, target{fmt.Sprintf(wanted, args...), figure, reached})
	}
	for _, c := range last.Compared {
		add(c.Ratio() >= c.Target, number(c.Ratio()), "`%s`: at least %.1f of the limit's throughput", c.Name, c.Target)
		add(c.Slower() <= 1.5, number(c.Slower()), "`%s`: at most 1.5 times the limit's p99", c.Name)
	}
	for _, p := range last.Peers {
		wanted := map[string]float64{"PocketBase": 3, "Redmine": 100}[p.Name]
		times, figure := 0.0, "left out"
		if p.LeftOut == "" {
			times, figure = p.Works[0].Times(), number(p.Works[0].Times())
		}
		add(times >= wanted, figure, "list 50 by filter: at least %.0f times %s's throughput", wanted, p.Name)
	}
	doubled := 0
	for _, p := range measure.Pages() {
		if grows(r.Sizes, p.Name) > 2 {
			doubled++
		}
	}
	if len(r.Sizes) > 1 {
		add(doubled == 0, fmt.Sprintf("%d of %d pages do not", doubled, len(measure.Pages())), "from %s to %s the p95 of every page at most doubles", r.Sizes[0].Size.Name, last.Size.Name)
	}
	t := last.Together
	add(t.Database <= 2*time.Second, milliseconds(t.Database)+" ms", "consolidating %d reports: at most 2 s in the database", t.Reports)
	add(t.DOCX <= 5*time.Second, milliseconds(t.DOCX)+" ms", "… at most 5 s to the finished .docx")
	add(t.XLSX <= 5*time.Second, milliseconds(t.XLSX)+" ms", "… at most 5 s to the finished .xlsx")
	add(last.ImportP95 <= 50*time.Millisecond, milliseconds(last.ImportP95)+" ms", "import of the plan, reading included, p95: at most 50 ms")
	add(last.Idle <= 60<<20, megabytes(last.Idle)+" MB", "memory of the server, idle: at most 60 MB")
	add(last.Loaded <= 200<<20, megabytes(last.Loaded)+" MB", "memory of the server, the ten endpoints under load: at most 200 MB")
	add(t.Most <= 200<<20, megabytes(t.Most)+" MB", "memory of the server while consolidating: at most 200 MB")
	add(last.Ready <= time.Second, milliseconds(last.Ready)+" ms", "ready on an existing database: within 1 s")
	return all
}
