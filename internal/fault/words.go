package fault

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"sync"
)

//go:embed words/*.json
var wordFiles embed.FS

// Words are what a code says to people, in both languages; {name} stands for a value, and what is in [ ] is said only when its value is known.
type Words struct {
	Vi string `json:"vi"`
	En string `json:"en"`
}

// Catalogue gives the words of every code, read once from words/*.json.
var Catalogue = sync.OnceValue(readCatalogue) //nolint:gochecknoglobals // read once, never written

// Say gives a code's words in a language ("vi" or "en") with its values put in.
func Say(code, language string, args map[string]string) string {
	words, known := Catalogue()[code]
	if !known {
		return code
	}
	text := words.Vi
	if language == "en" {
		text = words.En
	}
	text = optional.ReplaceAllStringFunc(text, func(part string) string {
		if _, known := args[optional.FindStringSubmatch(part)[1]]; known {
			return part[1 : len(part)-1]
		}
		return ""
	})
	for name, value := range args {
		text = strings.ReplaceAll(text, "{"+name+"}", value)
	}
	return text
}

var optional = regexp.MustCompile(`\[[^\]]*\{(\w+)\}[^\]]*\]`)

func readCatalogue() map[string]Words {
	all := map[string]Words{}
	files, err := fs.Glob(wordFiles, "words/*.json")
	if err != nil {
		panic(err)
	}
	for _, name := range files {
		raw, err := wordFiles.ReadFile(name)
		if err != nil {
			panic(err)
		}
		part := map[string]Words{}
		if err := json.Unmarshal(raw, &part); err != nil {
			panic(fmt.Errorf("%s: %w", name, err))
		}
		for code, words := range part {
			if _, twice := all[code]; twice {
				panic(fmt.Errorf("%s: %s is said twice", name, code))
			}
			all[code] = words
		}
	}
	return all
}
