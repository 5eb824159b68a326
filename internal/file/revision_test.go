package file_test

import (
	"testing"

	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/db"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/file"
	"lantoa/internal/report"
)

// A revision is kept with its evidence: the agency cannot take that away from under it, and whoever reads the revision reads the evidence.
func TestWhatARevisionCitesStays(t *testing.T) {
	t.Parallel()
	w := setup(t)
	own, office := w.in(w.town.CommuneA, access.Commune), w.town.Actor(access.CultureOffice)
	r := factory.Report(t, w.tx, factory.Round(t, w.tx, w.town, factory.Plan(t, w.tx, w.town)), w.town.CommuneA)
	cited, err := w.add(t, own, w.upload(file.OfReport, r.ID))
	if err != nil {
		t.Fatal(err)
	}
	handIn(t, w.tx, r, report.Submitted, 1, true)
	handIn(t, w.tx, r, report.Returned, 1, false)
	if err := w.store.Delete(t.Context(), own, cited.ID, cited.Version); fault.KindOf(err) != fault.Conflict || fault.CodeOf(err) != "attachment.handed_in" {
		t.Errorf("the agency takes it away: %v", err)
	}
	fresh, err := w.add(t, own, w.upload(file.OfReport, r.ID))
	if err != nil {
		t.Fatal(err)
	}
	_, content, err := w.store.Open(t.Context(), office, cited.ID)
	if err != nil {
		t.Fatalf("the office no longer reads what was handed in: %v", err)
	}
	_ = content.Close()
	if _, err := w.store.Find(t.Context(), office, fresh.ID); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the office reads of the draft: %v", err)
	}
	list, err := w.store.List(t.Context(), office, file.OfReport, r.ID, db.Page{Limit: 10})
	if err != nil || len(list.Items) != 1 || list.Items[0].ID != cited.ID || len(list.Items[0].AllowedActions) != 0 {
		t.Errorf("the office lists %+v, %v", list.Items, err)
	}
	if err := w.store.Delete(t.Context(), own, fresh.ID, fresh.Version); err != nil {
		t.Errorf("what was not handed in yet stays: %v", err)
	}
}

func handIn(t *testing.T, tx *gorm.DB, r *report.Report, state report.State, revision int, handedIn bool) {
	t.Helper()
	if err := tx.Model(r).Updates(map[string]any{"state": state, "revision": revision, "handed_in": handedIn}).Error; err != nil {
		t.Fatal(err)
	}
}
