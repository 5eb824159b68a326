package paper

import (
	"testing"

	"lantoa/deploy/bench/measure"
)

func TestAPeerThatWasLeftOutIsNoTargetReached(t *testing.T) {
	t.Parallel()
	ran := []measure.Shared{{Ours: []measure.Run{{Rate: 300}}, Other: []measure.Run{{Rate: 100}}}}
	r := &measure.Results{Sizes: []measure.OfSize{{Peers: []measure.Peer{{Name: "PocketBase", Works: ran}, {Name: "Redmine", LeftOut: "no packages"}}}}}
	seen := map[string]target{}
	for _, one := range targets(r) {
		seen[one.Wanted] = one
	}
	if got := seen["list 50 by filter: at least 3 times PocketBase's throughput"]; !got.Reached || got.Figure != "3.00" {
		t.Errorf("%+v", got)
	}
	if got := seen["list 50 by filter: at least 100 times Redmine's throughput"]; got.Reached || got.Figure != "left out" {
		t.Errorf("%+v", got)
	}
}
