package rest_test

import (
	"fmt"
	"strings"
	"testing"

	"lantoa/api/rest"
	"lantoa/internal/access"
)

func TestTheAnswerToUnknownParametersIsShort(t *testing.T) {
	t.Parallel()
	c := newWorld(t).as(access.Leader)
	var many strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&many, "&x%04d=", i)
	}
	for name, query := range map[string]string{
		"many":                many.String()[1:],
		"one without end":     strings.Repeat("ậ", 5000) + "=1",
		"one that is no text": "%ff=1",
	} {
		answer := c.get("/plans?"+query).problem(400, "query.unknown")
		var p rest.Problem
		if answer.as(&p); len(p.Errors) == 0 || len(p.Errors) > 100 || answer.Body.Len() > 20_000 {
			t.Errorf("%s: %d places in %d bytes", name, len(p.Errors), answer.Body.Len())
		}
	}
	c.get("/plans?"+many.String()[1:]).problem(400, "query.unknown").at("x0000", "query.unknown").at("x0099", "query.unknown")
}

// A stranger's name for a place is repeated in part and as text, however it was cut.
func TestAPlaceWithAVeryLongNameIsToldInPart(t *testing.T) {
	t.Parallel()
	name := strings.Repeat("ậ", 400)
	a := newWorld(t).nobody().call("POST", "/sessions", `{"`+name+`":"MẬT"}`).problem(422, "input.invalid")
	if a.Body.Len() > 2000 {
		t.Errorf("%d bytes", a.Body.Len())
	}
}
