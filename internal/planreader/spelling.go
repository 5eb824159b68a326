package planreader

import (
	"strings"

	"lantoa/internal/viet"
)

// spelling takes the known names apart, each once for a document: thousands of agencies are called by a few hundred words.
type spelling struct {
	forms map[string]word
	names map[string]*spelled
}

// spelled is a name taken apart.
type spelled struct {
	keys, flat []string       // word by word, as the index and as the suggestions compare them
	pairs      map[string]int // of its letters, once they were counted
	total      int            // of pairs
}

func newSpelling() *spelling {
	return &spelling{forms: map[string]word{}, names: map[string]*spelled{}}
}

// of gives a name taken apart.
func (s *spelling) of(name string) *spelled {
	known := s.names[name]
	if known == nil {
		known = &spelled{}
		for _, w := range split(name, s.form) {
			known.keys, known.flat = append(known.keys, w.key), append(known.flat, w.flat)
		}
		s.names[name] = known
	}
	return known
}

func (s *spelling) form(text string) word {
	w, known := s.forms[text]
	if !known {
		w = formOf(text)
		s.forms[text] = w
	}
	return w
}

// formOf gives a word in the forms in which it is compared.
func formOf(text string) word {
	return word{key: viet.NameKey(text), low: strings.ToLower(text), flat: viet.Fold(text)}
}
