// Package viet knows Vietnamese as the town's offices write it: spellings that mean the same name, time phrases and secrecy stamps.
package viet

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the text as search compares it: lower case, no tone marks, no accents, đ as d.
func Fold(s string) string {
	return strings.Map(FoldRune, norm.NFC.String(s))
}

// FoldRune folds one precomposed letter as Fold does; a combining mark gives -1, which strings.Map drops.
func FoldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case int(r) < len(folded()):
		return folded()[r]
	case unicode.Is(unicode.Mn, r):
		return -1
	}
	return unicode.ToLower(r)
}

// folded holds the folded form of every letter up to the end of the Vietnamese block (U+1EFF).
var folded = sync.OnceValue(func() []rune { //nolint:gochecknoglobals // computed once, never written
	all := make([]rune, 0x1F00)
	for r := range all {
		all[r] = foldSlowly(rune(r))
	}
	return all
})

func foldSlowly(r rune) rune {
	switch r {
	case 'đ', 'Đ', 'ð', 'Ð': // U+00D0 is a common mistyping of U+0110
		return 'd'
	}
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(unicode.ToLower(r))))
	return base
}

// NameKey gives the key under which two spellings of one name are equal: case, the place of the tone mark (hoá, hóa), the kind of dash
// and the spaces around it, repeated spaces and punctuation around the name make no difference.
func NameKey(s string) string {
	var key strings.Builder
	for _, word := range nameWords(s) {
		if key.Len() > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(toneLast(word))
	}
	return strings.TrimFunc(key.String(), isAround)
}

// nameWords splits a name at spaces, with every dash as a word of its own.
func nameWords(s string) []string {
	spaced := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Pd, r), r == '\u2212':
			return '-'
		case r == 'ð', r == 'Ð':
			return 'đ'
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r):
			return ' '
		}
		return unicode.ToLower(r)
	}, norm.NFC.String(s))
	return strings.Fields(strings.ReplaceAll(spaced, "-", " - "))
}

// toneLast moves the tone mark of a syllable behind it, so that both ways of placing it give the same text.
func toneLast(word string) string {
	var letters, tones strings.Builder
	for _, r := range norm.NFD.String(word) {
		switch r {
		case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
			tones.WriteRune(r)
		default:
			letters.WriteRune(r)
		}
	}
	if tones.Len() == 0 {
		return word
	}
	return letters.String() + tones.String()
}

func isAround(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) && r != '(' && r != ')' && r != '&'
}
