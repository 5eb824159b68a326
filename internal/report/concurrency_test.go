package report_test

import (
	"sync"
	"testing"

	"lantoa/internal/access"
	"lantoa/internal/day"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// together runs all at once and gives each error.
func together(works ...func() error) []error {
	errs := make([]error, len(works))
	var start, done sync.WaitGroup
	start.Add(1)
	for i, work := range works {
		done.Go(func() {
			start.Wait()
			errs[i] = work()
		})
	}
	start.Done()
	done.Wait()
	return errs
}

func TestOfTwoHandingsInAtOnceOneWins(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.New(t))
	l, head := b.of(b.town.CommuneA), b.head(access.Commune, b.town.CommuneA)
	submit := func() error {
		_, err := b.store.Submit(t.Context(), head, l.ID, l.Version, report.Submission{Content: new(factory.Figures(1, 2, 3))})
		return err
	}
	won, stale := 0, 0
	for _, err := range together(submit, submit, submit, submit) {
		switch {
		case err == nil:
			won++
		case fault.KindOf(err) == fault.Stale:
			stale++
		default:
			t.Error(err)
		}
	}
	if won != 1 || stale != 3 || b.of(b.town.CommuneA).Revision != 1 {
		t.Errorf("%d won, %d were stale", won, stale)
	}
}

func TestNothingSlipsIntoARoundThatIsBeingApproved(t *testing.T) {
	t.Parallel()
	for range 5 {
		b := setup(t, dbtest.New(t))
		b.accept(b.submit(b.town.CommuneA, factory.Figures(1, 2, 3)))
		office, leader, commune := b.office(), b.leader(), b.head(access.Commune, b.town.CommuneB)
		r, err := b.store.Begin(t.Context(), office, b.round.ID)
		if err != nil {
			t.Fatal(err)
		}
		content := &report.Content{Direction: "Đã ban hành."}
		if r, err = b.store.Submit(t.Context(), office, r.ID, r.Version, report.Submission{Content: content}); err != nil {
			t.Fatal(err)
		}
		l := b.of(b.town.CommuneB)
		errs := together(func() error {
			_, err := b.store.Approve(t.Context(), leader, r.ID, r.Version, report.Approval{Number: "1/BC-UBND", DatedOn: day.New(2024, 11, 6)})
			return err
		}, func() error {
			_, err := b.store.Submit(t.Context(), commune, l.ID, l.Version, report.Submission{Content: new(factory.Figures(4, 5, 6))})
			return err
		}, func() error {
			_, err := b.store.LockRound(t.Context(), office, b.round.ID, 1)
			return err
		})
		if errs[0] != nil {
			t.Error("approval: ", errs[0])
		}
		if kind := fault.KindOf(errs[1]); errs[1] != nil && kind != fault.Conflict && kind != fault.Stale {
			t.Error("handing in: ", errs[1])
		}
		if kind := fault.KindOf(errs[2]); errs[2] != nil && kind != fault.Conflict && kind != fault.Stale {
			t.Error("locking: ", errs[2])
		}
		rd, err := b.store.Rounds.Find(t.Context(), office, b.round.ID)
		if err != nil || rd.State != round.Locked || b.of(b.town.CommuneB).State != report.Locked {
			t.Errorf("%+v %v", rd, err)
		}
	}
}
