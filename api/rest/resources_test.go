package rest_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"lantoa/api/rest"
)

// TestEveryResourceKeepsTheRules walks the route table with a sample of every endpoint and holds each to the rules of its kind: what
// is read is tagged, what is written is guarded, told in the log and replayed under its key, and another town meets none of it.
// A route without its sample fails.
func TestEveryResourceKeepsTheRules(t *testing.T) { //nolint:tparallel // cases stand one after the other: the events of each are counted
	t.Parallel()
	newWorld(t).eachTrial(t, trial.run)
}

// eachTrial walks the route table with the sample of every endpoint.
func (w *world) eachTrial(t *testing.T, do func(trial)) {
	t.Helper()
	n, rows := w.neighbour(), samples()
	for _, e := range rest.Endpoints() {
		name := e.Method + " " + e.Path
		s, listed := rows[name]
		delete(rows, name)
		if e.Kind == "session" && e.Method != http.MethodGet && !strings.Contains(e.Path, "{id}") {
			continue
		}
		if !listed {
			t.Errorf("%s has no row in samples", name)
			continue
		}
		t.Run(name, func(t *testing.T) {
			own := w.within(t)
			do(trial{world: own, neighbour: n.within(t), Endpoint: e, sample: s, c: own.as(s.by)})
		})
	}
	for name := range rows {
		t.Errorf("%s is a sample of no route", name)
	}
}

// trial is one endpoint with its sample.
type trial struct {
	*world
	rest.Endpoint
	sample

	neighbour *world
	c         caller
}

func (x trial) run() {
	switch x.Kind {
	case "read":
		x.holdsRead()
	case "list":
		x.holdsList()
	case "feed":
		x.holdsFeed()
	case "change", "verb":
		x.holdsVersion()
		x.holdsWrite()
	case "create", "bulk":
		x.holdsWrite()
	case "session":
		x.hidden(x.made(), sending{})
	default:
		x.t.Errorf("no rules for the kind %q", x.Kind)
	}
}

// made makes what {id} names, when anything is named.
func (x trial) made() string {
	if x.on == nil {
		return ""
	}
	return x.on(x.world)
}

func (x trial) path(id string) string { return strings.ReplaceAll(x.Path+x.query, "{id}", id) }

// own is where the noun of the path itself is read.
func (x trial) own(id string) string { return "/" + strings.Split(x.Path, "/")[1] + "/" + id }

func (x trial) sending(id string) sending {
	if x.send == nil {
		return sending{}
	}
	s := x.send(x.world, id)
	if s.media == nil {
		s.media = header("Content-Type", x.Takes)
		if x.Takes == "" {
			s.media = header("Content-Type", "application/json")
		}
	}
	return s
}

func (x trial) ask(c caller, id string, s sending, options ...option) *answer {
	if s.media != nil {
		options = append(options, s.media)
	}
	return c.call(x.Method, x.path(id), s.body, options...)
}

// guarded reads the version that a change or verb is made from.
func (x trial) guarded(id string) option {
	if x.Kind != "change" && x.Kind != "verb" {
		return func(*http.Request) {}
	}
	return from(x.c.get(x.own(id)).want(200))
}

func (x trial) events() (n int64) {
	if err := x.db.Table("events").Count(&n).Error; err != nil {
		x.t.Fatal(err)
	}
	return n
}

func (x trial) holdsRead() {
	id := x.made()
	a := x.ask(x.c, id, sending{}).want(200)
	tag := a.Header().Get("ETag")
	if tag == "" || a.Header().Get("Cache-Control") != "private, no-cache" || !slices.Contains(a.Header().Values("Vary"), "Authorization, Accept-Language") {
		x.t.Errorf("%v", a.Header())
	}
	if again := x.ask(x.c, id, sending{}, header("If-None-Match", `"0-00", `+tag)).want(304); again.Body.Len() != 0 {
		x.t.Errorf("304 with %s", again.Body)
	}
	x.ask(x.c, id, sending{}, header("If-None-Match", `"0-00"`)).want(200)
	if x.on != nil {
		x.hidden(id, sending{})
	}
}

// hidden holds that the same role of another town is told that there is no such thing.
func (x trial) hidden(id string, s sending) {
	if !x.joint {
		x.ask(x.neighbour.as(x.by), id, s, header("If-Match", `"1"`)).problem(404, "resource.not_found")
	}
}

// holdsVersion holds that nothing happens without the version, nor with one that has passed.
func (x trial) holdsVersion() {
	id := x.made()
	s, before, events := x.sending(id), x.c.get(x.own(id)).want(200), x.events()
	x.ask(x.c, id, s).problem(428, "version.required")
	x.ask(x.c, id, s, header("If-Match", `"99"`)).problem(412, "resource.changed")
	if x.Takes == "application/merge-patch+json" {
		x.holdsPatch(id, from(before), s.media)
	}
	x.hidden(id, s)
	if after := x.c.get(x.own(id)).want(200); after.Body.String() != before.Body.String() || x.events() != events {
		x.t.Errorf("a refused request changed something: %s, then %s", before.Body, after.Body)
	}
}

func (x trial) holdsPatch(id string, match, media option) {
	send := func(patch string) *answer { return x.ask(x.c, id, sending{patch, media}, match) }
	send(`{"no_such_member":1}`).problem(422, "input.invalid").at("/no_such_member", "input.unknown_member")
	send(`[]`).problem(422, "input.invalid").at("", "input.wrong_type")
	send(`{"a":"\u0000"}`).problem(400, "input.nul")
	send("{\"a\":\"\xff\"}").problem(400, "input.utf8")
	send(`{"a":`).problem(400, "input.json")
	send(``).problem(400, "input.empty")
}

// holdsWrite does it, and asks again as after a lost answer.
func (x trial) holdsWrite() {
	id := x.made()
	s, match, key, events := x.sending(id), x.guarded(id), header("Idempotency-Key", "of "+x.Method+x.Path), x.events()
	first := x.ask(x.c, id, s, match, key)
	if first.Code >= 300 {
		x.t.Fatalf("%d %s", first.Code, first.Body)
	}
	x.holdsStanding(id, s)
	if told := x.events() - events; (told == 0) != x.unsaid {
		x.t.Errorf("%d events", told)
	}
	switch {
	case x.once:
		if first.Header().Get("Cache-Control") != "no-store" {
			x.t.Errorf("a secret may be kept: %v", first.Header())
		}
	case x.Kind == "change":
		if again := x.ask(x.c, id, s, match); again.Code != 412 && x.Method != http.MethodDelete {
			x.t.Errorf("what has changed since answers %d %s", again.Code, again.Body)
		}
	default:
		x.holdsReplay(id, s, first, match, key)
	}
}

// holdsStanding holds what the kind says of an answer that did something.
func (x trial) holdsStanding(id string, s sending) {
	x.t.Helper()
	switch {
	case x.Kind == "bulk":
		x.holdsItems(id)
	case x.Kind == "create" && strings.Contains(x.Path, "{id}"):
		x.hidden(id, s)
	case x.Kind == "create" && x.on != nil: // what it belongs to is named in the body
		x.ask(x.neighbour.as(x.by), id, s).problem(422, "input.invalid")
	case x.Method == http.MethodDelete:
		x.c.get(x.own(id)).problem(404, "resource.not_found")
	}
}

// holdsReplay holds that the same request gets the first answer, and another with its key none.
func (x trial) holdsReplay(id string, s sending, first *answer, options ...option) {
	events := x.events()
	again := x.ask(x.c, id, s, options...)
	if again.Code != first.Code || again.Body.String() != first.Body.String() || again.Header().Get("ETag") != first.Header().Get("ETag") {
		x.t.Errorf("first %d %s, then %d %s", first.Code, first.Body, again.Code, again.Body)
	}
	if again.Header().Get("Idempotent-Replayed") != "true" || first.Header().Get("Idempotent-Replayed") != "" {
		x.t.Errorf("first %v, then %v", first.Header(), again.Header())
	}
	other := strings.Replace(string(x.c.bytesOf(s.body)), `filename="a.png"`, `filename="b.png"`, 1) + " "
	x.ask(x.c, id, sending{other, s.media}, options...).problem(422, "idempotency.reused")
	if x.events() != events {
		x.t.Error("a replay did something")
	}
}

// holdsItems holds that each item of a bulk action answers for itself: stale, or of another town.
func (x trial) holdsItems(id string) {
	for _, c := range []struct {
		caller
		status string
	}{{x.c, `"status":412`}, {x.neighbour.as(x.by), `"status":404`}} {
		if a := x.ask(c.caller, id, sending{acceptance(id, 99), header("Content-Type", x.Takes)}).want(207); !strings.Contains(a.Body.String(), c.status) {
			x.t.Errorf("%s, want %s", a.Body, c.status)
		}
	}
}
