package measure

import (
	"testing"
	"time"
)

func TestARatioIsTheMedianOfThePairs(t *testing.T) {
	t.Parallel()
	c := Comparison{Ours: []Run{{Rate: 50}, {Rate: 90}, {Rate: 10}}, Limit: []Run{{Rate: 100}, {Rate: 100}, {Rate: 100}}}
	if got := c.Ratio(); got != 0.5 {
		t.Errorf("%v", got)
	}
}

func TestADifferenceIsShownWhereItBegins(t *testing.T) {
	t.Parallel()
	if got := string(around([]byte("abcdef"), []byte("abcxef"))); got != "abcdef" {
		t.Error(got)
	}
}

func TestTheMedianIsTheMiddleOne(t *testing.T) {
	t.Parallel()
	if got := Median([]time.Duration{9, 1, 5}); got != 5 {
		t.Error(got)
	}
}
