package file_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/file"
)

type world struct {
	tx     *gorm.DB
	town   factory.Town
	store  *file.Store
	folder string
	task   *assignment.Assignment // commune A's, in progress; the media centre leads the task
}

func setup(t *testing.T) world {
	t.Helper()
	tx := dbtest.Tx(t)
	town := factory.ATown(t, tx)
	folder := t.TempDir()
	blobs := file.NewBlobs("file://" + folder + "?no_tmp_dir=true")
	t.Cleanup(func() { _ = blobs.Close() })
	p := factory.Plan(t, tx, town)
	factory.Assignment(t, tx, p, town.MediaCentre, func(a *assignment.Assignment) { a.Part = assignment.Lead })
	task := factory.Assignment(t, tx, p, town.CommuneA, func(a *assignment.Assignment) { a.State = assignment.InProgress })
	return world{tx, town, &file.Store{DB: tx, Clock: factory.Clock(), Blobs: blobs, Limit: 1 << 20}, folder, task}
}

func (w world) in(a *agency.Agency, role access.Role) access.Actor {
	by := w.town.Actor(role)
	by.AgencyID = a.ID
	return by
}

func (w world) upload(kind file.OwnerKind, id uuid.UUID) file.Upload {
	return file.Upload{OwnerKind: kind, OwnerID: id, Name: "ghi chep.txt", Content: bytes.NewReader([]byte("Đã treo 12 băng rôn."))}
}

// add receives a file and attaches it, or takes it back.
func (w world) add(t *testing.T, by access.Actor, up file.Upload) (*file.Attachment, error) {
	t.Helper()
	in, err := w.store.Receive(t.Context(), by, up)
	if err != nil {
		return nil, err
	}
	a, err := w.store.Attach(t.Context(), by, in)
	return a, errors.Join(err, w.store.Drop(t.Context(), in))
}

// blobs counts the contents that are kept.
func (w world) blobs(t *testing.T) int {
	t.Helper()
	n := 0
	err := filepath.WalkDir(w.folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && filepath.Ext(path) != ".attrs" {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAFileIsKeptReadAndTakenAway(t *testing.T) {
	t.Parallel()
	w := setup(t)
	own := w.in(w.town.CommuneA, access.Commune)
	a, err := w.add(t, own, w.upload(file.OfAssignment, w.task.ID))
	if err != nil {
		t.Fatal(err)
	}
	if a.AgencyID != w.town.CommuneA.ID || a.MediaType != "text/plain" || !slices.Equal(a.AllowedActions, []string{"delete"}) {
		t.Errorf("%+v", a)
	}
	_, content, err := w.store.Open(t.Context(), w.town.Actor(access.CultureOffice), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(content)
	if err = errors.Join(err, content.Close()); err != nil || string(raw) != "Đã treo 12 băng rôn." {
		t.Errorf("%q %v", raw, err)
	}
	if err := w.store.Delete(t.Context(), own, a.ID, 9); fault.KindOf(err) != fault.Stale {
		t.Error(err)
	}
	if err := w.store.Delete(t.Context(), own, a.ID, a.Version); err != nil {
		t.Fatal(err)
	}
	if _, err := w.store.Find(t.Context(), own, a.ID); fault.KindOf(err) != fault.NotFound || w.blobs(t) != 0 {
		t.Errorf("%v, %d contents left", err, w.blobs(t))
	}
}

func TestWhoSeesTheOwnerSeesTheFile(t *testing.T) {
	t.Parallel()
	w := setup(t)
	own := w.in(w.town.CommuneA, access.Commune)
	progress := &assignment.Store{DB: w.tx, Clock: factory.Clock()}
	update, err := progress.Record(t.Context(), own, w.task.ID, assignment.UpdateInput{DoneOn: factory.Clock().Today(), Text: "Đã treo."})
	if err != nil {
		t.Fatal(err)
	}
	for kind, id := range map[file.OwnerKind]uuid.UUID{file.OfAssignment: w.task.ID, file.OfProgressUpdate: update.ID} {
		a, err := w.add(t, own, w.upload(kind, id))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			by   access.Actor
			sees bool
		}{
			{own, true}, {w.in(w.town.MediaCentre, access.MediaCentre), true}, {w.town.Actor(access.CultureOffice), true}, {w.town.Actor(access.Leader), true},
			{w.in(w.town.CommuneB, access.Commune), false}, {w.in(w.town.Police, access.Police), false}, {factory.ATown(t, w.tx).Actor(access.CultureOffice), false},
		} {
			_, e1 := w.store.Find(t.Context(), c.by, a.ID)
			_, content, e2 := w.store.Open(t.Context(), c.by, a.ID)
			list, e3 := w.store.List(t.Context(), c.by, kind, id, db.Page{Limit: 10})
			for _, err := range []error{e1, e2, e3} {
				if (err == nil) != c.sees || !c.sees && fault.KindOf(err) != fault.NotFound {
					t.Errorf("%s of %s: %v", c.by.Role, kind, err)
				}
			}
			if c.sees && len(list.Items) != 1 {
				t.Errorf("%s lists %d", c.by.Role, len(list.Items))
			}
			if content != nil {
				_ = content.Close()
			}
		}
	}
}

func TestOfADraftsFilesTheLogTellsNobodyElse(t *testing.T) {
	t.Parallel()
	w := setup(t)
	own := w.in(w.town.CommuneA, access.Commune)
	r := factory.Report(t, w.tx, factory.Round(t, w.tx, w.town, factory.Plan(t, w.tx, w.town)), w.town.CommuneA)
	a, err := w.add(t, own, w.upload(file.OfReport, r.ID))
	if err == nil {
		err = w.store.Delete(t.Context(), own, a.ID, a.Version)
	}
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	if err := w.tx.Raw("SELECT audience || ' ' || agency_id FROM events WHERE noun_id = ? ORDER BY id", a.ID).Scan(&told).Error; err != nil {
		t.Fatal(err)
	}
	if want := "own " + own.AgencyID.String(); !slices.Equal(told, []string{want, want}) {
		t.Errorf("%v", told)
	}
}

func TestFilesComeAndGoOnlyWhileTheOwnerIsOpen(t *testing.T) {
	t.Parallel()
	w := setup(t)
	own := w.in(w.town.CommuneA, access.Commune)
	kept, err := w.add(t, own, w.upload(file.OfAssignment, w.task.ID))
	if err != nil {
		t.Fatal(err)
	}
	for _, state := range []assignment.State{assignment.HandedIn, assignment.Completed} {
		if err := w.tx.Model(w.task).Update("state", state).Error; err != nil {
			t.Fatal(err)
		}
		_, adding := w.add(t, own, w.upload(file.OfAssignment, w.task.ID))
		removing := w.store.Delete(t.Context(), own, kept.ID, kept.Version)
		if fault.KindOf(adding) != fault.Conflict || fault.KindOf(removing) != fault.Conflict {
			t.Errorf("%s: %v, %v", state, adding, removing)
		}
		if found, err := w.store.Find(t.Context(), own, kept.ID); err != nil || len(found.AllowedActions) != 0 {
			t.Errorf("%s: %v %v", state, found, err)
		}
	}
	if w.blobs(t) != 1 {
		t.Errorf("%d contents", w.blobs(t))
	}
}

func TestOnlyTheOwnersAgencyAdds(t *testing.T) {
	t.Parallel()
	w := setup(t)
	own := w.in(w.town.CommuneA, access.Commune)
	kept, err := w.add(t, own, w.upload(file.OfAssignment, w.task.ID))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		by   access.Actor
		id   uuid.UUID
		kind fault.Kind
	}{
		{w.in(w.town.CommuneB, access.Commune), w.task.ID, fault.Invalid},
		{w.in(w.town.MediaCentre, access.MediaCentre), w.task.ID, fault.Forbidden},
		{w.town.Actor(access.CultureOffice), w.task.ID, fault.Forbidden},
		{own, uuid.New(), fault.Invalid},
	} {
		if _, err := w.add(t, c.by, w.upload(file.OfAssignment, c.id)); fault.KindOf(err) != c.kind {
			t.Errorf("%s: %v", c.by.Role, err)
		}
	}
	if err := w.store.Delete(t.Context(), w.town.Actor(access.CultureOffice), kept.ID, kept.Version); fault.KindOf(err) != fault.Forbidden {
		t.Error(err)
	}
	if _, err := w.add(t, own, file.Upload{OwnerKind: "plan", OwnerID: w.task.ID}); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
}

func TestWhatIsRefusedLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	w := setup(t)
	own := w.in(w.town.CommuneA, access.Commune)
	for _, up := range []file.Upload{
		{OwnerKind: file.OfAssignment, OwnerID: w.task.ID, Name: "a.txt", Content: bytes.NewReader([]byte("MẬT"))},
		{OwnerKind: file.OfAssignment, OwnerID: w.task.ID, Name: "a.docx", Content: bytes.NewReader([]byte("PK"))},
		{OwnerKind: file.OfAssignment, OwnerID: w.task.ID, Name: "a.txt", Content: bytes.NewReader(make([]byte, 2<<20))},
	} {
		if _, err := w.add(t, own, up); err == nil {
			t.Errorf("%s was taken", up.Name)
		}
	}
	list, err := w.store.List(t.Context(), own, file.OfAssignment, w.task.ID, db.Page{Limit: 10})
	if err != nil || len(list.Items) != 0 || w.blobs(t) != 0 {
		t.Errorf("%d rows, %d contents, %v", len(list.Items), w.blobs(t), err)
	}
}

func TestAContentWithoutItsRowIsSweptAwayButNotBesideAnEmptyDatabase(t *testing.T) {
	t.Parallel()
	w := setup(t)
	own := w.in(w.town.CommuneA, access.Commune)
	var ids []uuid.UUID
	for range 2 {
		a, err := w.add(t, own, w.upload(file.OfAssignment, w.task.ID))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, a.ID)
	}
	lose := func(id uuid.UUID) {
		if err := w.tx.Exec("DELETE FROM attachments WHERE id = ?", id).Error; err != nil {
			t.Fatal(err)
		}
	}
	sweep := func(before time.Time, gone, left int) {
		t.Helper()
		if n, err := w.store.Sweep(t.Context(), before); err != nil || n != gone || w.blobs(t) != left {
			t.Errorf("%d gone, %d left, %v", n, w.blobs(t), err)
		}
	}
	now := clock.System().Now()
	lose(ids[0])
	sweep(now.Add(-time.Hour), 0, 2)
	sweep(now.Add(time.Hour), 1, 1)
	lose(ids[1])
	sweep(now.Add(time.Hour), 0, 1)
}

func TestAContentThatTheStoreLostIsToldPlainly(t *testing.T) {
	t.Parallel()
	w := setup(t)
	own := w.in(w.town.CommuneA, access.Commune)
	a, err := w.add(t, own, w.upload(file.OfAssignment, w.task.ID))
	if err == nil {
		err = os.RemoveAll(w.folder)
	}
	if err == nil {
		err = os.MkdirAll(w.folder, 0o700)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := w.store.Open(t.Context(), own, a.ID); fault.CodeOf(err) != "attachment.content_lost" || fault.KindOf(err) != fault.NotFound {
		t.Errorf("%v", err)
	}
}
