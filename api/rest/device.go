package rest

import (
	"regexp"
	"strings"
)

// mark is a piece of a User-Agent and what it tells.
type mark struct{ piece, name string }

// The first that fits holds: nearly every browser also calls itself Chrome, and every Chrome Safari.
var (
	browsers = []mark{ //nolint:gochecknoglobals // a constant table
		{"Zalo", "Zalo"}, {"coc_coc", "Cốc Cốc"}, {"Edg", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser", "Samsung Internet"},
		{"Firefox", "Firefox"}, {"FxiOS", "Firefox"}, {"CriOS", "Chrome"}, {"Chrome", "Chrome"}, {"Safari", "Safari"},
	}
	systems = []mark{ //nolint:gochecknoglobals // a constant table
		{"Android", "Android"}, {"iPhone", "iOS"}, {"iPad", "iPadOS"}, {"Windows", "Windows"}, {"Macintosh", "macOS"},
		{"CrOS", "ChromeOS"}, {"Linux", "Linux"},
	}
	program = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.-]{0,39}`)
)

// deviceName tells a person's devices apart, «Chrome, Android», and no more: a whole User-Agent would trace the person.
func deviceName(userAgent string) string {
	browser, system := named(browsers, userAgent), named(systems, userAgent)
	if browser == "" {
		browser = program.FindString(userAgent)
	}
	return strings.Trim(browser+", "+system, ", ")
}

func named(marks []mark, userAgent string) string {
	for _, m := range marks {
		if strings.Contains(userAgent, m.piece) {
			return m.name
		}
	}
	return ""
}
