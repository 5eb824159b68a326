package planreader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lantoa/internal/viet"
)

// word is one word of a text with names in it, and what stands between it and the word before.
type word struct {
	key        string // as viet.NameKey compares it
	low        string // in lower case
	flat       string // without any marks
	start, end int    // bytes in the text
	upper      bool
	gap        gap
}

type gap uint8

const (
	space gap = iota // spaces, dashes, quotes, bracketed asides
	slash
	comma
	semicolon
	colon
	stop // line break, end of a sentence
)

// words splits a text into words; what stands in brackets is an aside and gives none.
func words(s string) []word { return split(s, formOf) }

func split(s string, form func(string) word) []word {
	var out []word
	depth, between := 0, space
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '(' || r == '[':
			depth++
		case (r == ')' || r == ']') && depth > 0:
			depth--
		case depth > 0:
		case isWordRune(r):
			end := wordEnd(s, i)
			w := form(s[i:end])
			w.start, w.end, w.upper, w.gap = i, end, unicode.IsUpper(r), between
			out = append(out, w)
			between = space
			i = end
			continue
		case r == '&':
			out = append(out, word{key: viet.NameKey("và"), low: "và", flat: "va", start: i, end: i + 1, gap: between})
			between = space
		default:
			between = max(between, gapOf(r, s[i+size:], out))
		}
		i += size
	}
	return merge(out)
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

func wordEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(r) {
			break
		}
		i += size
	}
	return i
}

// gapOf weighs a sign between words; a full stop behind one or two letters («TP.», «Q.») ends nothing.
func gapOf(r rune, rest string, before []word) gap {
	switch r {
	case '\n', '!', '?':
		return stop
	case ';':
		return semicolon
	case ',':
		return comma
	case '/':
		return slash
	case ':':
		return colon
	case '.':
		if rest != "" && rest[0] != ' ' || len(before) > 0 && utf8.RuneCountInString(before[len(before)-1].key) <= 2 && rest != "" {
			return space
		}
		return stop
	}
	return space
}

// merge makes one word of the written-out names that offices abbreviate.
func merge(ws []word) []word {
	out := ws[:0]
	for i := 0; i < len(ws); {
		w, n := ws[i], 1
		if short, long := shortForm(w.flat); long != "" && begins(ws[i:], long) {
			w.key, w.flat, w.end, n = short, viet.Fold(short), ws[i+3].end, 4
		}
		out = append(out, w)
		i += n
	}
	return out
}

func shortForm(first string) (short, long string) {
	switch first {
	case "uy":
		return "ubnd", "uy ban nhan dan"
	case "hoi":
		return "hđnd", "hoi dong nhan dan"
	case "mat":
		return "mttq", "mat tran to quoc"
	}
	return "", ""
}

// begins reports whether the words begin with these folded ones, with nothing but space between.
func begins(ws []word, phrase string) bool {
	for i := 0; ; i++ {
		one, rest, more := strings.Cut(phrase, " ")
		if i >= len(ws) || ws[i].flat != one || i > 0 && ws[i].gap != space {
			return false
		}
		if !more {
			return true
		}
		phrase = rest
	}
}

// keys gives the words of a name as the index holds them.
func keys(name string) []string {
	ws := words(name)
	out := make([]string, 0, len(ws))
	for _, w := range ws {
		out = append(out, w.key)
	}
	return out
}
