package measure

import (
	"math/rand/v2"
	"strings"
	"testing"

	"lantoa/deploy/bench/drive"
)

func TestNoTwoConnectionsWriteToOneIssue(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	writes := redmine().requests
	for _, write := range writes[3:] {
		by := map[string]int{}
		for connection := range drive.Connections {
			for n := range 3000 {
				_, path, _ := write(r, connection, n)
				if other, taken := by[path]; taken && other != connection {
					t.Fatalf("%s: of connections %d and %d", path, other, connection)
				}
				by[path] = connection
			}
		}
	}
}

func TestEveryChangeOfStateIsOne(t *testing.T) {
	t.Parallel()
	state := map[string]string{}
	for n := range 3000 {
		_, path, body := redmine().requests[4](nil, 3, n)
		if state[path] == body {
			t.Fatalf("request %d says %s of %s again", n, body, path)
		}
		state[path] = body
	}
}

func TestEveryPeerIsAskedAllWorks(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for _, p := range []peer{pocketbase(), redmine()} {
		for i, what := range p.requests {
			method, path, body := what(r, 0, 0)
			if reads := i < 3; reads != (method == "GET") || reads != (body == "") || !strings.HasPrefix(path, "/") {
				t.Errorf("%s, %s: %s %s %s", p.name, shared[i].name, method, path, body)
			}
		}
	}
}
