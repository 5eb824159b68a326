package rest_test

import (
	"compress/gzip"
	"encoding/json"
	"strconv"
	"strings"
	"sync"
	"testing"

	"lantoa/internal/access"
	"lantoa/internal/agency"
)

func TestARequestSentTwiceHappensOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin, key := w.as(access.Admin), header("Idempotency-Key", "k-1")
	body := map[string]any{"name": "Hội Khuyến học thị xã", "kind": "union"}
	first := admin.call("POST", "/agencies", body, key).want(201)
	again := admin.call("POST", "/agencies", body, key).want(201)
	if again.Body.String() != first.Body.String() || again.Header().Get("Idempotent-Replayed") != "true" || again.Header().Get("ETag") != first.Header().Get("ETag") {
		t.Errorf("the second answer differs: %s %v", again.Body, again.Header())
	}
	body["name"] = "Tên khác"
	admin.call("POST", "/agencies", body, key).problem(422, "idempotency.reused")
	admin.call("POST", "/agencies", body, header("Idempotency-Key", "k-2")).want(201)
	admin.call("POST", "/agencies", body, header("Idempotency-Key", "\x01")).problem(400, "input.header")
	if n := admin.get("/agencies?q=khuyen+hoc").want(200).rows(); n != 1 {
		t.Errorf("%d agencies", n)
	}
}

func TestAKeptAnswerIsTheSameWhenCompressed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin, key, small := w.as(access.Admin), header("Idempotency-Key", "k-1"), header("Accept-Encoding", "gzip")
	aliases := make([]string, 20)
	for i := range aliases {
		aliases[i] = strings.Repeat("cách viết khác ", 8) + strconv.Itoa(i)
	}
	body := map[string]any{"name": "Hội Khuyến học thị xã", "kind": "union", "aliases": aliases}
	for _, replayed := range []string{"", "true"} {
		a := admin.call("POST", "/agencies", body, key, small).want(201)
		unpacked, err := gzip.NewReader(a.Body)
		if err != nil || a.Header().Get("Content-Encoding") != "gzip" || a.Header().Get("Idempotent-Replayed") != replayed {
			t.Fatalf("%v %v", err, a.Header())
		}
		var kept agency.Agency
		if err := json.NewDecoder(unpacked).Decode(&kept); err != nil || kept.Name != body["name"] {
			t.Fatalf("%v %+v", err, kept)
		}
	}
	admin.call("POST", "/agencies", `{"name":""}`, header("Idempotency-Key", "k-2"), small).problem(422, "input.invalid")
	admin.call("POST", "/agencies/%ff", body, header("Idempotency-Key", "k-3"), small).problem(405, "route.method")
}

func TestARefusedRequestMayBeSentAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin, key := w.as(access.Admin), header("Idempotency-Key", "k-1")
	admin.call("POST", "/agencies", `{"name":"","kind":"union"}`, key).problem(422, "input.invalid").at("/name", "input.required")
	admin.call("POST", "/agencies", `{"name":"Hội A","kind":"union"}`, key).want(201)
}

func TestRequestsAtTheSameTimeWithOneKeyHappenOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin := w.as(access.Admin)
	var wait sync.WaitGroup
	answers := make([]*answer, 8)
	for i := range answers {
		wait.Go(func() {
			answers[i] = admin.call("POST", "/agencies", `{"name":"Hội Đồng hương","kind":"union"}`, header("Idempotency-Key", "same"))
		})
	}
	wait.Wait()
	for _, a := range answers {
		if a.Code != 201 && (a.Code != 409 || !isProblem(a, "idempotency.running")) {
			t.Errorf("%d %s", a.Code, a.Body)
		}
	}
	if n := admin.get("/agencies?q=dong+huong").want(200).rows(); n != 1 {
		t.Errorf("%d agencies", n)
	}
}

func TestAReadIsNotSentAgainWhenNothingChanged(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	path := "/agencies/" + w.town.CommuneA.ID.String()
	first := w.as(access.Commune).get(path).want(200)
	w.as(access.Commune).get(path, header("If-None-Match", first.Header().Get("ETag"))).want(304)
	w.as(access.Admin).get(path, header("If-None-Match", first.Header().Get("ETag"))).want(200) // it may do more, so its body differs
	w.as(access.Admin).call("PATCH", path, `{"phone":"0255"}`, from(first)).want(200)
	w.as(access.Admin).call("PATCH", path, `{"phone":"0256"}`, from(first)).problem(412, "resource.changed")
}

func TestAnInitialPasswordIsNotKeptForReplay(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	body := map[string]any{"username": "pho-an.2", "agency_id": w.town.CommuneA.ID, "role": "commune", "position": "officer"}
	a := w.as(access.Admin).call("POST", "/accounts", body, header("Idempotency-Key", "k")).want(201)
	if a.Header().Get("Cache-Control") != "no-store" || a.field("initial_password") == "" {
		t.Fatalf("%v %s", a.Header(), a.Body)
	}
	var kept int64
	if err := w.db.Table("idempotency_keys").Count(&kept).Error; err != nil || kept != 0 {
		t.Errorf("%d answers kept, %v", kept, err)
	}
}
