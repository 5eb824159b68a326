package paper

import (
	"cmp"
	"fmt"
	"slices"
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
	if last.Web != nil {
		ofWeb(last.Web, add)
	}
	add(last.Ready <= time.Second, milliseconds(last.Ready)+" ms", "ready on an existing database: within 1 s")
	return all
}

// The budgets that the build of the web app holds itself to (frontend/served/budget.ts), in bytes packed with gzip.
const firstScripts, firstStyles, moreScripts = 150_000, 15_000, 60_000

// ofWeb holds the web app against what is wanted of it.
func ofWeb(w *measure.Web, add func(reached bool, figure, wanted string, args ...any)) {
	first, more := w.Pages[0], w.Pages[1:]
	largest := slices.MaxFunc(more, func(a, b measure.WebPage) int { return cmp.Compare(a.Scripts, b.Scripts) })
	add(first.Scripts <= firstScripts && first.Styles <= firstStyles, fmt.Sprintf("%.1f + %.1f kB", float64(first.Scripts)/1e3, float64(first.Styles)/1e3),
		"web app, first page: at most 150 kB of scripts + 15 kB of styles, gzipped")
	add(largest.Scripts <= moreScripts, fmt.Sprintf("%.1f kB (%s)", float64(largest.Scripts)/1e3, largest.Name), "… every other page: at most 60 kB of scripts more")
	for _, m := range w.Matrix {
		add(m.Frames.Dropped < mayDrop, fmt.Sprintf("%.1f %% dropped", 100*m.Frames.Dropped), "matrix of %d rows, %d px wide: scrolls without dropped frames (below 1 %%)", m.Rows, m.Width)
		add(m.Taps.Median <= 100, fmt.Sprintf("%.0f ms", m.Taps.Median), "… answers a tap within 100 ms (median of %d)", m.Taps.Count)
	}
	for _, a := range w.Audits {
		add(min(a.Performance, a.Accessibility, a.BestPractices) >= 0.95, fmt.Sprintf("%.2f, %.2f, %.2f", a.Performance, a.Accessibility, a.BestPractices),
			"Lighthouse on a phone, %s: performance, accessibility, best practices at least 0.95", a.Name)
	}
}

// mayDrop is the share of frames that count as none: one in a hundred comes from the machine.
const mayDrop = 0.01
