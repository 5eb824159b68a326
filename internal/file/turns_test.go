package file

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/google/uuid"
)

func TestWhoSendsManyFilesWaitsBehindHimselfAlone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var looking turns
		first, second := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
		leave, err := looking.take(t.Context(), first)
		if err != nil {
			t.Fatal(err)
		}
		seen := make(chan string, 4)
		for _, c := range []struct {
			name string
			who  uuid.UUID
		}{{"first's other", first}, {"first's third", first}, {"second's", second}} {
			go func() {
				leave, err := looking.take(t.Context(), c.who)
				if err != nil {
					t.Error(err)
					return
				}
				seen <- c.name
				synctest.Wait() // whoever waits is in his lane by now
				leave()
			}()
			synctest.Wait()
		}
		leave()
		got := []string{<-seen, <-seen, <-seen}
		if !slices.Equal(got, []string{"second's", "first's other", "first's third"}) {
			t.Errorf("in turn: %q", got)
		}
	})
}

func TestWhoGivesUpWaitingLeavesNoLaneShut(t *testing.T) {
	t.Parallel()
	var looking turns
	first, second := uuid.Must(uuid.NewV7()), uuid.Must(uuid.NewV7())
	leave, err := looking.take(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for _, who := range []uuid.UUID{first, second} {
		if _, err := looking.take(gone, who); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	}
	leave()
	for _, who := range []uuid.UUID{first, second} {
		leave, err := looking.take(t.Context(), who)
		if err != nil {
			t.Fatal(err)
		}
		leave()
	}
}
