package rest_test

import (
	"strings"
	"testing"

	"lantoa/api/rest"
	"lantoa/internal/access"
)

// A problem speaks one language from its title to its last place, and says how long what is too long may be.
func TestAProblemSpeaksOneLanguageAndNamesLimits(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for lang, want := range map[string][]string{
		"vi": {"Nội dung trái quy tắc", "Nội dung quá dài: nhiều nhất 200 ký tự.", "Danh sách quá dài: nhiều nhất 100 mục."},
		"en": {"Unprocessable Entity", "The text is too long: at most 200 characters.", "The list is too long: at most 100 items."},
	} {
		var p rest.Problem
		body := map[string]any{"name": strings.Repeat("ế", 201), "kind": "union", "aliases": make([]string, 101)}
		w.as(access.Admin).call("POST", "/agencies", body, header("Accept-Language", lang)).problem(422, "input.invalid").as(&p)
		said := []string{p.Title}
		for _, place := range p.Errors {
			if place.Code == "input.too_long" || place.Code == "input.too_many" {
				said = append(said, place.Message)
			}
		}
		if strings.Join(said, "|") != strings.Join(want, "|") {
			t.Errorf("%q", said)
		}
	}
	var p rest.Problem
	w.as(access.Admin).get("/agencies?q="+strings.Repeat("a", 2001)).problem(400, "input.query").as(&p)
	if len(p.Errors) != 1 || !strings.Contains(p.Errors[0].Message, "2000") || p.Title != "Yêu cầu không đọc được" {
		t.Errorf("%+v", p)
	}
}
