package measure

import (
	"context"
	"fmt"
	"net/url"
	"time"

	"github.com/valyala/fasthttp"

	"lantoa/deploy/bench/drive"
)

// Page is one page of the web app, or one download, as a role asks for it.
type Page struct {
	Name string
	who  string
	path func(a *sample, n int) string
}

// Seen is how long a page took at one size, one request after the other.
type Seen struct {
	Requests int64
	P50, P95 time.Duration
	Server   time.Duration // processor time of one answer
	DB       time.Duration
	Bytes    int64 // of one answer
}

// Pages lists every list, matrix, dashboard, search and export page.
func Pages() []Page {
	const culture, leader, commune = "vhtt", "lanhdao", "pho-an"
	fixed := func(path string) func(*sample, int) string { return func(*sample, int) string { return path } }
	return []Page{
		{"home, culture office", culture, fixed("/overview")},
		{"home, leader", leader, fixed("/overview")},
		{"home, commune", commune, fixed("/overview")},
		{"matrix, culture office", culture, func(a *sample, _ int) string { return "/plans/" + a.plans[0] + "/matrix" }},
		{"matrix, commune", commune, func(a *sample, _ int) string { return "/plans/" + a.plans[0] + "/matrix" }},
		{"plans", culture, fixed("/plans")},
		{"one plan", culture, func(a *sample, _ int) string { return "/plans/" + a.plans[0] }},
		{"assignments, culture office", culture, fixed("/assignments")},
		{"assignments of a plan by state", culture, func(a *sample, _ int) string { return "/assignments?plan_id=" + a.plans[0] + "&state=handed_in" }},
		{"assignments, counted", culture, fixed("/assignments?count=true")},
		{"assignments overdue", culture, fixed("/assignments?standing=overdue")},
		{"assignments by agency's name", culture, fixed("/assignments?sort=agency")},
		{"assignments, commune", commune, fixed("/assignments")},
		{"progress of an assignment", culture, func(a *sample, n int) string {
			return "/assignments/" + a.assignments[n%len(a.assignments)] + "/updates"
		}},
		{"rounds", culture, fixed("/rounds")},
		{"one round", culture, func(a *sample, _ int) string { return "/rounds/" + a.awaiting }},
		{"reports of a round", culture, func(a *sample, _ int) string { return "/reports?round_id=" + a.awaiting }},
		{"reports missing, counted", culture, fixed("/reports?standing=missing&count=true")},
		{"reports waiting for review", culture, fixed("/reports?state=submitted&sort=submitted_at")},
		{"reports, commune", commune, fixed("/reports")},
		{"one report", culture, func(a *sample, n int) string { return "/reports/" + a.reports[n%len(a.reports)] }},
		{"revisions of a report", culture, func(a *sample, n int) string { return "/reports/" + a.reports[n%len(a.reports)] + "/revisions" }},
		{"log, from its start", culture, fixed("/events?limit=50")},
		{"log, commune, from its start", commune, fixed("/events?limit=50")},
		{"history of one assignment", culture, func(a *sample, n int) string { return "/events?noun_id=" + a.assignments[n%len(a.assignments)] }},
		{"accounts", "admin", fixed("/accounts")},
		{"search agencies", culture, func(_ *sample, n int) string { return "/agencies?q=" + url.QueryEscape(words[n%len(words)]) }},
		{"search tasks", culture, fixed("/tasks?q=" + url.QueryEscape("truyền thông"))},
		{"search plans", culture, fixed("/plans?q=" + url.QueryEscape("doi ngoai"))},
		{"consolidation of a round", culture, func(a *sample, _ int) string { return "/rounds/" + a.accepted + "/consolidation" }},
		{"export: figures .xlsx", culture, func(a *sample, _ int) string { return "/rounds/" + a.accepted + "/figures.xlsx" }},
		{"export: a report .docx", culture, func(a *sample, n int) string { return "/reports/" + a.reports[n%len(a.reports)] + "/document.docx" }},
		{"export: a plan .docx", culture, func(a *sample, _ int) string { return "/plans/" + a.plans[0] + "/document.docx" }},
	}
}

// caller asks for the page on one connection.
func (p Page) caller(ctx context.Context, s *Stage, a *sample) (drive.Caller, error) {
	bearer, err := s.Token(ctx, p.who)
	n := 0
	return drive.Asking(func(req *fasthttp.Request) {
		n++
		req.SetRequestURI("/api/v1" + p.path(a, n))
		req.Header.Set("Authorization", "Bearer "+bearer)
	}), err
}

// Browse asks for every page over and over, one request after the other: at most so many, and no longer than a moment.
func (s *Stage) Browse(ctx context.Context, pace Pace) (map[string]Seen, error) {
	seen := map[string]Seen{}
	for _, p := range Pages() {
		one, err := s.browse(ctx, p, pace)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
		seen[p.Name] = one
		s.Log.Info("browsed", "size", s.Size.Name, "page", p.Name, "p95", one.P95.Round(100*time.Microsecond))
	}
	return seen, nil
}

// tooSlow is a first answer that is not asked for many times over.
const tooSlow = 4 * time.Second

func (s *Stage) browse(ctx context.Context, p Page, pace Pace) (Seen, error) {
	a, err := s.sample(ctx)
	if err != nil {
		return Seen{}, err
	}
	c, err := p.caller(ctx, s, a)
	if err != nil {
		return Seen{}, err
	}
	callers := []drive.Caller{c}
	before, err := s.spent(s.Product)
	if err != nil {
		return Seen{}, err
	}
	got, err := drive.Run(ctx, s.Product.Address, callers, 0, time.Minute, 1)
	if err == nil && got.Took < tooSlow { // that was the warm-up
		if before, err = s.spent(s.Product); err == nil {
			got, err = drive.Run(ctx, s.Product.Address, callers, 0, 2*pace.Length, pace.Pages)
		}
	}
	if err != nil {
		return Seen{}, err
	}
	after, err := s.spent(s.Product)
	n := max(got.Requests, 1)
	return Seen{Requests: n, P50: got.Quantile(50), P95: got.Quantile(95), Bytes: got.Bytes / n,
		Server: (after[0] - before[0]) / time.Duration(n), DB: (after[1] - before[1]) / time.Duration(n)}, err
}
