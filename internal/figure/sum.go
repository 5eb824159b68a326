package figure

import (
	"slices"
	"time"
)

// Qualifier says how exact a figure is; blank is exact.
type Qualifier string

// The qualifiers.
const (
	Exact    Qualifier = ""
	About    Qualifier = "about"     // khoảng
	MoreThan Qualifier = "more_than" // hơn
)

// Qualifiers lists the qualifiers that may be written.
func Qualifiers() []Qualifier { return []Qualifier{MoreThan, About} }

// Rule is how figures add up.
type Rule string

// The rules.
const (
	Sum    Rule = "sum"
	Latest Rule = "latest" // the newest stands for all
	Max    Rule = "max"
	None   Rule = "none" // they never add up
)

// Rules lists every rule.
func Rules() []Rule { return []Rule{Sum, Latest, Max, None} }

// Quantity is a number with its qualifier.
type Quantity struct {
	Number    Decimal
	Qualifier Qualifier
}

// Part is one figure that goes into a total, and the instant it stands for.
type Part struct {
	Quantity
	At time.Time
}

// Total adds parts up by a rule; nil when there is none or the rule is None. In a sum any «hơn» makes it «hơn», else any
// «khoảng» makes it «khoảng»; the greatest and the newest keep their own.
func Total(rule Rule, parts []Part) *Quantity {
	if len(parts) == 0 {
		return nil
	}
	switch rule {
	case Sum:
		return sum(parts)
	case Max:
		greatest := slices.MaxFunc(parts, func(a, b Part) int {
			if c := a.Number.Cmp(b.Number); c != 0 {
				return c
			}
			return a.Qualifier.weight() - b.Qualifier.weight()
		})
		return &greatest.Quantity
	case Latest:
		newest := slices.MaxFunc(parts, func(a, b Part) int { return a.At.Compare(b.At) })
		return &newest.Quantity
	case None:
	}
	return nil
}

func sum(parts []Part) *Quantity {
	var total Quantity
	for _, part := range parts {
		total.Number = total.Number.Plus(part.Number)
		if part.Qualifier.weight() > total.Qualifier.weight() {
			total.Qualifier = part.Qualifier
		}
	}
	return &total
}

func (q Qualifier) weight() int {
	switch q {
	case MoreThan:
		return 2
	case About:
		return 1
	case Exact:
	}
	return 0
}

// Vietnamese gives the quantity as offices write it: "hơn 19.400".
func (q Quantity) Vietnamese() string {
	switch q.Qualifier {
	case MoreThan:
		return "hơn " + q.Number.Vietnamese()
	case About:
		return "khoảng " + q.Number.Vietnamese()
	case Exact:
	}
	return q.Number.Vietnamese()
}
