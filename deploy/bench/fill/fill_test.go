package fill

import (
	"testing"
	"time"
)

func TestEveryCommuneHasItsOwnName(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for n := range Sizes()[len(Sizes())-1].Communes {
		name, _ := communeName(n)
		if seen[name] {
			t.Fatalf("%s twice, the second time as number %d", name, n)
		}
		seen[name] = true
	}
}

func TestTheDiceFallAlikeOnEveryRun(t *testing.T) {
	t.Parallel()
	for n := range uint64(100) {
		if first, second := of(1, n).text(3), of(1, n).text(3); first != second {
			t.Fatalf("%q, then %q", first, second)
		}
	}
	if of(1, 2).Uint64() == of(2, 1).Uint64() {
		t.Error("two things have the same dice")
	}
}

func TestAnIDIsAUUIDv7OfItsInstant(t *testing.T) {
	t.Parallel()
	at := time.Date(2024, time.March, 1, 9, 0, 0, 0, time.UTC)
	id := of(3).id(at)
	sec, nsec := id.Time().UnixTime()
	if id.Version() != 7 || !time.Unix(sec, nsec).Equal(at) {
		t.Errorf("%s: version %d at %s", id, id.Version(), time.Unix(sec, nsec))
	}
}
