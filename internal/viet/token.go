package viet

import "strings"

// token is a piece of a folded time phrase: a word, a number, or one separator.
type token struct {
	word   string
	number int
	digits int // how many digits the number has; 0 for words and separators
	sep    byte
}

func (t token) isYear() bool { return t.digits == 4 && t.number >= 1990 && t.number <= 2100 }

// tokens splits a folded phrase; letters and digits that touch are parted, so that «t10» and «q2» read as two.
func tokens(folded string) []token {
	var out []token
	for i := 0; i < len(folded); {
		c := folded[i]
		j := i + 1
		switch {
		case isDigit(c):
			for j < len(folded) && isDigit(folded[j]) {
				j++
			}
			out = append(out, token{number: number(folded[i:j]), digits: j - i})
		case isLetter(c):
			for j < len(folded) && isLetter(folded[j]) {
				j++
			}
			out = append(out, token{word: folded[i:j]})
		case c == ' ':
		default:
			out = append(out, token{sep: c})
		}
		i = j
	}
	return out
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || c >= 0x80 }

// number reads digits; more than nine of them are no date and give a number no date has.
func number(digits string) int {
	if len(digits) > 9 {
		return 999999999
	}
	n := 0
	for _, d := range []byte(digits) {
		n = 10*n + int(d-'0')
	}
	return n
}

// plainPhrase folds a phrase and writes its dashes, spaces and colons the plain way.
func plainPhrase(text string) string {
	folded := Fold(text)
	folded = strings.NewReplacer("–", "-", "—", "-", "−", "-", "\u00a0", " ", "\t", " ", "\n", " ", "&", ",", "+", ",").Replace(folded)
	return strings.Join(strings.Fields(folded), " ")
}

// roman reads I to XII as quarters are numbered; 0 for anything else.
func roman(word string) int {
	for i, r := range []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"} {
		if word == r {
			return i + 1
		}
	}
	return 0
}
