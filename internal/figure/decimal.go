// Package figure is a figure of a report as offices give it: an exact decimal, perhaps «hơn» or «khoảng», and how such figures add up.
package figure

import (
	"bytes"
	"errors"
	"math/big"
	"strconv"
	"strings"
)

// Places is how many decimal places a figure may have.
const Places = 3

// Problem is the stable code of what is wrong with a number as a figure; blank when nothing is.
type Problem string

// The problems a number may have.
const (
	Negative   Problem = "figure.negative"
	TooBig     Problem = "figure.too_big"     // 10^15 or more
	TooPrecise Problem = "figure.too_precise" // more than three places
)

// ErrNumber says that a text is no JSON number.
var ErrNumber = errors.New("not a number")

// Decimal is an exact decimal number in thousandths, never a float. Read from JSON it may carry a Problem, so that all
// wrong figures of a report are told at once; a sum of good figures is always good.
type Decimal struct {
	thousandths big.Int
	problem     Problem
}

// Whole gives a whole number.
func Whole(n int64) Decimal {
	var d Decimal
	d.thousandths.Mul(big.NewInt(n), big.NewInt(1000))
	return d
}

// Parse reads a JSON number ("312", "2.5", "1e3"); what is not within the limits of a figure carries its Problem.
func Parse(text string) (Decimal, error) {
	if n, plain := thousandths(text); plain {
		var d Decimal
		d.thousandths.SetInt64(n)
		return d, nil
	}
	mantissa, exponent, err := split(text)
	if err != nil {
		return Decimal{}, err
	}
	zero := strings.Trim(mantissa, "-0.") == ""
	switch {
	case zero:
		return Decimal{}, nil
	case strings.HasPrefix(text, "-"):
		return Decimal{problem: Negative}, nil
	case exponent > 64:
		return Decimal{problem: TooBig}, nil
	case exponent < -64 || len(mantissa) > 64:
		return Decimal{problem: TooPrecise}, nil
	}
	exact, ok := new(big.Rat).SetString(mantissa + "e" + strconv.Itoa(exponent))
	if !ok {
		return Decimal{}, ErrNumber
	}
	return fromRat(exact), nil
}

// thousandths reads a number as offices write nearly all of them, of digits alone and at most three places, where nothing can be
// wrong with it as a figure.
func thousandths(text string) (n int64, plain bool) {
	const digits = 15
	whole, fraction, _ := strings.Cut(text, ".")
	if whole == "" || len(whole) > digits || len(fraction) > Places || len(whole) < len(text) && fraction == "" {
		return 0, false
	}
	for _, part := range []string{whole, (fraction + "000")[:Places]} {
		for i := range len(part) {
			if part[i] < '0' || part[i] > '9' {
				return 0, false
			}
			n = 10*n + int64(part[i]-'0')
		}
	}
	return n, true
}

// split parts a JSON number into its mantissa and its decimal exponent, which is bounded so that no number costs much.
func split(text string) (mantissa string, exponent int, err error) {
	mantissa, tail, scientific := strings.Cut(strings.ToLower(text), "e")
	if mantissa == "" || strings.Trim(mantissa, "-0123456789.") != "" {
		return "", 0, ErrNumber
	}
	if !scientific {
		return mantissa, 0, nil
	}
	exponent, err = strconv.Atoi(tail)
	if errors.Is(err, strconv.ErrRange) {
		return mantissa, map[bool]int{true: -1000, false: 1000}[strings.HasPrefix(tail, "-")], nil
	}
	if err != nil {
		return "", 0, ErrNumber
	}
	return mantissa, exponent, nil
}

func fromRat(exact *big.Rat) Decimal {
	exact.Mul(exact, big.NewRat(1000, 1))
	var d Decimal
	switch {
	case exact.Cmp(limit()) >= 0:
		d.problem = TooBig
	case !exact.IsInt():
		d.problem = TooPrecise
	default:
		d.thousandths.Set(exact.Num())
	}
	return d
}

// limit is 10^15 in thousandths.
func limit() *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil))
}

// Problem gives what is wrong with the number as a figure, or blank.
func (d Decimal) Problem() Problem { return d.problem }

// Cmp is negative, zero or positive as d is less than, equal to or more than other.
func (d Decimal) Cmp(other Decimal) int { return d.thousandths.Cmp(&other.thousandths) }

// Equal reports whether both are the same number.
func (d Decimal) Equal(other Decimal) bool { return d.Cmp(other) == 0 && d.problem == other.problem }

// Plus gives the exact sum.
func (d Decimal) Plus(other Decimal) Decimal {
	var sum Decimal
	sum.thousandths.Add(&d.thousandths, &other.thousandths)
	return sum
}

// String gives the number as JSON writes it: "4586", "2.5".
func (d Decimal) String() string {
	whole, fraction := d.parts()
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// Vietnamese gives the number as offices write it: "4.586", "2,5".
func (d Decimal) Vietnamese() string {
	whole, fraction := d.parts()
	var b strings.Builder
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(digit)
	}
	if fraction != "" {
		b.WriteString("," + fraction)
	}
	return b.String()
}

// Float gives the nearest floating-point number, for spreadsheets, which know no other.
func (d Decimal) Float() float64 {
	f, _ := new(big.Rat).SetFrac(&d.thousandths, big.NewInt(1000)).Float64()
	return f
}

func (d Decimal) parts() (whole, fraction string) {
	if n := d.thousandths.Int64(); d.thousandths.IsInt64() && n >= 0 {
		return strconv.FormatInt(n/1000, 10), strings.TrimRight(strconv.FormatInt(n%1000+1000, 10)[1:], "0")
	}
	quotient, rest := new(big.Int).QuoRem(&d.thousandths, big.NewInt(1000), new(big.Int))
	digits := strconv.FormatInt(rest.Int64()+1000, 10)[1:]
	return quotient.String(), strings.TrimRight(digits, "0")
}

// MarshalJSON writes the exact number.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalJSON reads a number exactly; text or another type is ErrNumber.
func (d *Decimal) UnmarshalJSON(raw []byte) (err error) {
	*d, err = Parse(string(bytes.TrimSpace(raw)))
	return err
}
