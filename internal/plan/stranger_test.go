package plan_test

import (
	"context"
	"reflect"
	"testing"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/db"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/plan"
)

// TestAnotherTownReachesNothing goes through every method of the store, so that a new one must say here how it keeps strangers out.
func TestAnotherTownReachesNothing(t *testing.T) {
	t.Parallel()
	w := setup(t)
	s, page := w.plans, db.Page{Limit: 10}
	nothing := func(n int, err error) error {
		if err == nil && n == 0 {
			return fault.NewNotFound("resource.not_found")
		}
		return err
	}
	only := func() error { return fault.NewNotFound("resource.not_found") } // makes something of the stranger's own
	cases := map[string]func(ctx context.Context, by access.Actor, id, task uuid.UUID) error{
		"Create": func(context.Context, access.Actor, uuid.UUID, uuid.UUID) error { return only() },
		"Read":   func(context.Context, access.Actor, uuid.UUID, uuid.UUID) error { return only() },
		"Import": func(context.Context, access.Actor, uuid.UUID, uuid.UUID) error { return only() },
		"Keep":   func(context.Context, access.Actor, uuid.UUID, uuid.UUID) error { return only() },
		"Find": func(ctx context.Context, by access.Actor, id, _ uuid.UUID) error {
			_, err := s.Find(ctx, by, id)
			return err
		},
		"Groups": func(ctx context.Context, by access.Actor, id, _ uuid.UUID) error {
			_, err := s.Groups(ctx, by, id)
			return err
		},
		"Document": func(ctx context.Context, by access.Actor, id, _ uuid.UUID) error {
			_, err := s.Document(ctx, by, id)
			return err
		},
		"Task": func(ctx context.Context, by access.Actor, _, task uuid.UUID) error {
			_, err := s.Task(ctx, by, task)
			return err
		},
		"Replace": func(ctx context.Context, by access.Actor, id, _ uuid.UUID) error {
			_, err := s.Replace(ctx, by, id, 1, factory.PlanDraft(w.town))
			return err
		},
		"Submit": func(ctx context.Context, by access.Actor, id, _ uuid.UUID) error {
			_, err := s.Submit(ctx, by, id, 1)
			return err
		},
		"SendBack": func(ctx context.Context, by access.Actor, id, _ uuid.UUID) error {
			_, err := s.SendBack(ctx, by, id, 1, plan.SendingBack{Note: "x"})
			return err
		},
		"Issue": func(_ context.Context, by access.Actor, id, _ uuid.UUID) error {
			_, err := s.Issue(w.tx, by, id, 1, plan.Issuing{})
			return err
		},
		"Close": func(ctx context.Context, by access.Actor, id, _ uuid.UUID) error {
			_, err := s.Close(ctx, by, id, 1)
			return err
		},
		"Delete": func(ctx context.Context, by access.Actor, id, _ uuid.UUID) error { return s.Delete(ctx, by, id, 1) },
		"List": func(ctx context.Context, by access.Actor, _, _ uuid.UUID) error {
			list, err := s.List(ctx, by, plan.Filter{}, page)
			return nothing(len(list.Items), err)
		},
		"Tasks": func(ctx context.Context, by access.Actor, id, _ uuid.UUID) error {
			list, err := s.Tasks(ctx, by, plan.TaskFilter{PlanID: &id}, page)
			return nothing(len(list.Items), err)
		},
	}
	stranger := factory.ATown(t, w.tx)
	for _, state := range plan.States() {
		p := factory.Plan(t, w.tx, w.town, func(p *plan.Plan) { p.State = state })
		for method := range reflect.TypeFor[*plan.Store]().Methods() {
			try, known := cases[method.Name]
			if !known {
				t.Fatalf("nothing is said of %s", method.Name)
			}
			for _, role := range []access.Role{access.CultureOffice, access.Leader, access.Commune} {
				if err := try(t.Context(), stranger.Actor(role), p.ID, p.Tasks[0].ID); fault.KindOf(err) != fault.NotFound {
					t.Errorf("%s by a stranger's %s: %v", method.Name, role, err)
				}
			}
		}
	}
}
