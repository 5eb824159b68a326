// Package paper writes down what was measured: docs/performance.md and its pictures, nothing in them by hand.
package paper

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"
	"time"

	"lantoa/deploy/bench/drive"
	"lantoa/deploy/bench/measure"
)

//go:embed performance.md.tmpl
var page string

// Write writes performance.md and the folder performance beside it.
func Write(dir string, r *measure.Results) error {
	pictures := filepath.Join(dir, "performance")
	if err := os.MkdirAll(pictures, 0o755); err != nil {
		return err
	}
	last := &r.Sizes[len(r.Sizes)-1]
	if err := drawCompared(filepath.Join(pictures, "limit.svg"), last.Compared); err != nil {
		return err
	}
	if err := drawGrowth(filepath.Join(pictures, "growth.svg"), r.Sizes); err != nil {
		return err
	}
	t, err := template.New("page").Funcs(template.FuncMap{
		"ms": milliseconds, "mb": megabytes, "n": thousands, "number": number, "med": medians, "pages": measure.Pages, "seen": seen, "grows": grows,
		"yes": yes, "gigabytes": gigabytes,
	}).Parse(page)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]any{"R": r, "First": &r.Sizes[0], "Last": last, "Targets": targets(r), "Connections": drive.Connections})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "performance.md"), out.Bytes(), 0o644) //nolint:gosec // for everyone to read
}

func yes(reached bool) string {
	if reached {
		return "yes"
	}
	return "**no**"
}

func milliseconds(d time.Duration) string {
	ms := float64(d.Microseconds()) / 1000
	switch {
	case ms >= 100:
		return fmt.Sprintf("%.0f", ms)
	case ms >= 1:
		return fmt.Sprintf("%.1f", ms)
	}
	return fmt.Sprintf("%.2f", ms)
}

func megabytes(bytes int64) string {
	mb := float64(bytes) / (1 << 20)
	if mb < 10 {
		return fmt.Sprintf("%.2f", mb)
	}
	return fmt.Sprintf("%.0f", mb)
}

// gigabytes writes the kernel's «24683620 kB».
func gigabytes(kilobytes string) string {
	var n int64
	if _, err := fmt.Sscanf(kilobytes, "%d kB", &n); err != nil {
		return kilobytes
	}
	return fmt.Sprintf("%.0f GB", float64(n)/1e6)
}

func number(x float64) string { return fmt.Sprintf("%.2f", x) }

// thousands writes a count with its thousands apart.
func thousands(n int64) string {
	digits := fmt.Sprint(n)
	var out strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out.WriteByte(' ')
		}
		out.WriteRune(d)
	}
	return out.String()
}

// typical is the medians of one side's runs.
type typical struct {
	Rate    int64
	P50     time.Duration
	P99     time.Duration
	CPU, DB time.Duration // processor time of one request, of the server and of the database
	Bytes   int64
}

func medians(runs []measure.Run) typical {
	of := func(get func(measure.Run) float64) float64 {
		all := make([]float64, len(runs))
		for i, r := range runs {
			all[i] = get(r)
		}
		return measure.Median(all)
	}
	took := func(get func(measure.Run) time.Duration) time.Duration {
		return time.Duration(of(func(r measure.Run) float64 { return float64(get(r)) }))
	}
	return typical{Rate: int64(of(func(r measure.Run) float64 { return r.Rate })), P50: took(func(r measure.Run) time.Duration { return r.P50 }),
		P99: took(func(r measure.Run) time.Duration { return r.P99 }), CPU: took(func(r measure.Run) time.Duration { return r.Server }),
		DB: took(func(r measure.Run) time.Duration { return r.DB }), Bytes: runs[0].BytesPerAnswer}
}

func seen(s measure.OfSize, page string) measure.Seen { return s.Pages[page] }

// grows gives the p95 of a page at the largest size in parts of that at the smallest.
func grows(sizes []measure.OfSize, page string) float64 {
	return sizes[len(sizes)-1].Pages[page].P95.Seconds() / sizes[0].Pages[page].P95.Seconds()
}
