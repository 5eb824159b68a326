package markup_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"lantoa/internal/markup"
)

func TestATagWithoutEndIsNotKept(t *testing.T) {
	t.Parallel()
	const many = 1 << 19
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"attributes":                     {"<a" + strings.Repeat(` a=""`, many) + "/>", markup.ErrLongTag},
		"attributes that hold the end":   {"<a" + strings.Repeat(` a=">"`, many) + "/>", markup.ErrLongTag},
		"attributes that hold tags":      {"<a" + strings.Repeat(` a="&lt;b>"`, many) + "/>", markup.ErrLongTag},
		"behind a text":                  {"<b>x<a" + strings.Repeat(` a=""`, many) + "/></b>", markup.ErrLongTag},
		"a comment":                      {"<!--" + strings.Repeat("> ", many) + "--><a/>", markup.ErrLongTag},
		"a long text":                    {"<a>" + strings.Repeat("chữ > ", many) + "</a>", nil},
		"many tags":                      {"<a>" + strings.Repeat(`<b c="d"/>x`, many) + "</a>", nil},
		"a picture kept in an attribute": {`<a b="` + strings.Repeat("A", many) + `"/>`, nil},
		"attributes of many tags":        {"<a>" + strings.Repeat("<b"+strings.Repeat(` a=""`, 1000)+"/>", 1000) + "</a>", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, tokens := range []*markup.Tokens{markup.Strict(strings.NewReader(c.text)), markup.Lenient(strings.NewReader(c.text))} {
				var err error
				for err == nil {
					_, err = tokens.Token()
				}
				if errors.Is(err, io.EOF) {
					err = nil
				}
				if !errors.Is(err, c.want) {
					t.Errorf("got %v, want %v", err, c.want)
				}
			}
			var into struct{}
			if err := markup.Decode(strings.NewReader(c.text), &into); !errors.Is(err, c.want) {
				t.Errorf("decoded: got %v, want %v", err, c.want)
			}
		})
	}
}

func TestStrictIsStrictAndLenientForgives(t *testing.T) {
	t.Parallel()
	const html = "<p class=x>&nbsp;a<br>"
	if token, err := markup.Strict(strings.NewReader(html)).Token(); err == nil {
		t.Errorf("strict: %v", token)
	}
	token, err := markup.Lenient(strings.NewReader(html)).Token()
	if start, is := token.(xml.StartElement); err != nil || !is || markup.Attr(start, "class") != "x" || !markup.On(start) {
		t.Errorf("lenient: %v %v", token, err)
	}
}
