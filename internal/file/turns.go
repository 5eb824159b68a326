package file

import (
	"context"
	"sync"

	"github.com/google/uuid"
)

// turns lets one file at a time be unpacked and looked through, since that is what costs, and one of each account's wait for it: who sends
// many waits behind himself alone.
type turns struct {
	lanes sync.Map // account → chan struct{} with room for one; under the nil id, everybody's
}

// take waits for the account's turn, or for the context's end; leave gives the turn on.
func (t *turns) take(ctx context.Context, account uuid.UUID) (leave func(), err error) {
	leaveOwn, err := t.enter(ctx, account)
	if err != nil {
		return nil, err
	}
	leaveAll, err := t.enter(ctx, uuid.Nil)
	if err != nil {
		leaveOwn()
		return nil, err
	}
	return func() { leaveAll(); leaveOwn() }, nil
}

func (t *turns) enter(ctx context.Context, lane uuid.UUID) (leave func(), err error) {
	made, _ := t.lanes.LoadOrStore(lane, make(chan struct{}, 1))
	room, _ := made.(chan struct{})
	select {
	case room <- struct{}{}:
		return func() { <-room }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
