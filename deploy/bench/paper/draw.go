package paper

import (
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"lantoa/deploy/bench/measure"
)

var (
	red  = color.RGBA{R: 0xb4, G: 0x23, B: 0x18, A: 0xff}
	grey = color.RGBA{R: 0x9a, G: 0xa3, B: 0xad, A: 0xff}
	blue = color.RGBA{R: 0x1f, G: 0x5a, B: 0x96, A: 0xff}
)

const (
	width  = 26 * vg.Centimeter
	height = 12 * vg.Centimeter
)

// drawGrowth draws the p95 of each page from size to size, a row for a page.
func drawGrowth(name string, sizes []measure.OfSize) error {
	p := plot.New()
	p.Title.Text = "p95 of every page, one request after the other"
	p.X.Label.Text = "milliseconds, logarithmic"
	p.X.Scale, p.X.Tick.Marker = plot.LogScale{}, plot.LogTicks{Prec: -1}
	p.Add(plotter.NewGrid())
	pages := measure.Pages()
	slices.Reverse(pages)
	names := make([]string, len(pages))
	for i, page := range pages {
		names[i] = page.Name
	}
	for i, s := range sizes {
		points := make(plotter.XYs, len(pages))
		for n, page := range pages {
			points[n] = plotter.XY{X: max(s.Pages[page.Name].P95.Seconds()*1000, 0.1), Y: float64(n)}
		}
		dots, err := plotter.NewScatter(points)
		if err != nil {
			return err
		}
		dots.GlyphStyle = draw.GlyphStyle{Color: []color.Color{grey, blue, red}[i%3], Radius: vg.Points(4), Shape: draw.CircleGlyph{}}
		p.Add(dots)
		p.Legend.Add(s.Size.Name, dots)
	}
	p.NominalY(names...)
	return p.Save(width, 2*height, name)
}

// drawCompared draws requests in a second on both sides.
func drawCompared(name string, all []measure.Comparison) error {
	p := plot.New()
	p.Title.Text = "Requests in a second, the product beside its limit"
	p.Legend.Top = true
	names := make([]string, len(all))
	var ours, limit plotter.Values
	for i, c := range all {
		names[i] = strings.TrimPrefix(c.Name, "GET ")
		ours, limit = append(ours, float64(medians(c.Ours).Rate)), append(limit, float64(medians(c.Limit).Rate))
	}
	const thick = width / 30
	for i, side := range []struct {
		name   string
		values plotter.Values
		color  color.Color
	}{{"ours", ours, red}, {"limit", limit, grey}} {
		b, err := plotter.NewBarChart(side.values, thick)
		if err != nil {
			return err
		}
		b.Color, b.LineStyle.Width, b.Offset = side.color, 0, thick*(vg.Length(i)-0.5)
		p.Add(b)
		p.Legend.Add(side.name, b)
	}
	p.NominalX(names...)
	p.X.Tick.Label.Rotation, p.X.Tick.Label.XAlign, p.X.Tick.Label.YAlign = 0.6, text.XRight, text.YTop
	return p.Save(width, height, name)
}
