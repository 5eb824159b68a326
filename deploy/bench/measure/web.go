package measure

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"lantoa/internal/demo"
)

// Web is what deploy/bench/web measured of the web app in a real Chromium, as the product serves it.
type Web struct {
	Browser string      `json:"browser"`
	Pages   []WebPage   `json:"pages"`  // the first page first
	Matrix  []WebMatrix `json:"matrix"` // at a desk, on a phone
	Audits  []WebAudit  `json:"audits"` // none when Lighthouse was left out
	Took    struct {
		Bytes      float64 `json:"bytes"`
		Matrix     float64 `json:"matrix"`
		Lighthouse float64 `json:"lighthouse"`
	} `json:"took"` // seconds
}

// WebPage is how many bytes travel for a page on a device that has nothing yet; of every page after the first, what it adds.
type WebPage struct {
	Name          string `json:"name"`
	Scripts       int64  `json:"scripts"` // packed with gzip, as the budget counts
	Styles        int64  `json:"styles"`
	Fonts         int64  `json:"fonts"`
	ScriptsBrotli int64  `json:"scripts_brotli"`
	StylesBrotli  int64  `json:"styles_brotli"`
}

// WebMatrix is how the matrix scrolls and answers on one device; times in milliseconds.
type WebMatrix struct {
	Width    int64   `json:"width"` // of the screen, in pixels
	Rows     int64   `json:"rows"`
	FirstRow float64 `json:"first_row"` // from opening the page to its first row
	Frames   struct {
		Count   int64   `json:"count"`
		Dropped float64 `json:"dropped"` // share of frames that took longer than one and a half of 1/60 s
		Longest float64 `json:"longest"`
	} `json:"frames"`
	Taps struct {
		Count  int64   `json:"count"`
		Median float64 `json:"median"`
		Most   float64 `json:"most"`
	} `json:"taps"` // from a tap to its painted answer
}

// WebAudit is what Lighthouse says of a page on a phone: scores from 0 to 1, times in milliseconds.
type WebAudit struct {
	Name          string   `json:"name"`
	Performance   float64  `json:"performance"`
	Accessibility float64  `json:"accessibility"`
	BestPractices float64  `json:"best_practices"`
	FCP           float64  `json:"fcp"` // first contentful paint
	LCP           float64  `json:"lcp"` // largest contentful paint
	TBT           float64  `json:"tbt"` // total blocking time
	CLS           float64  `json:"cls"` // cumulative layout shift
	Lacking       []string `json:"lacking"`
}

// Web measures the web app: as the culture office and as one commune.
func (s *Stage) Web(ctx context.Context, lighthouse bool) (*Web, error) {
	chromium := os.Getenv("CHROMIUM")
	if chromium == "" {
		chromium = "/usr/bin/chromium"
	}
	if _, err := os.Stat(chromium); err != nil {
		return nil, fmt.Errorf("the web app is measured in Chromium: apt-get install -y chromium, or set CHROMIUM: %w", err)
	}
	asked, err := json.Marshal(map[string]any{"url": "http://" + s.Product.Address, "password": demo.Password, "office": "vhtt", "commune": "pho-an",
		"chromium": chromium, "lighthouse": lighthouse})
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, "node", "measure.mjs", string(asked))
	cmd.Dir, cmd.Stderr = filepath.Join(s.Root, "deploy", "bench", "web"), os.Stderr
	raw, err := cmd.Output()
	out := &Web{}
	if err == nil {
		err = json.Unmarshal(raw, out)
	}
	if err != nil {
		return nil, errors.Join(errors.New("measuring the web app"), err)
	}
	s.Log.Info("the web app was measured", "size", s.Size.Name, "bytes_s", out.Took.Bytes, "matrix_s", out.Took.Matrix, "lighthouse_s", out.Took.Lighthouse)
	return out, nil
}
