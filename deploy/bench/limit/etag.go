package limit

import (
	"strconv"
	"strings"
)

func etag(version int64) string { return `"` + strconv.FormatInt(version, 10) + `"` }

func matches(header string, version int64) bool {
	told, _, _ := strings.Cut(strings.Trim(header, `"`), "-")
	return told == strconv.FormatInt(version, 10)
}
