package report_test

import (
	"strings"
	"testing"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/dbtest"
	"lantoa/internal/factory"
	"lantoa/internal/fault"
	"lantoa/internal/report"
	"lantoa/internal/wire"
)

func TestWhatWasNeverHandedInStaysWithheldAfterTheRoundIsLockedOrTheAgencyExempted(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.Tx(t))
	office := b.office()
	for _, a := range []*agency.Agency{b.town.CommuneA, b.town.CommuneB} {
		if _, err := b.store.Edit(t.Context(), b.head(access.Commune, a), b.of(a).ID, 1, wire.Patch(`{"content":{"sections":{"2":{"text":"Chưa xong."}}},"number":"112/BC-UBND","dated_on":"2024-11-01","signature":{"lines":[],"name":"Chưa ký"}}`)); err != nil {
			t.Fatal(err)
		}
	}
	exempted, err := b.store.Exempt(t.Context(), office, b.of(b.town.CommuneA).ID, 2, report.Exempting{Reason: "Sáp nhập."})
	if err != nil || !exempted.Withheld || len(exempted.Content.Sections) != 0 {
		t.Errorf("the answer to an exemption: %+v %v", exempted, err)
	}
	if _, err := b.store.LockRound(t.Context(), office, b.round.ID, b.round.Version); err != nil {
		t.Fatal(err)
	}
	for _, of := range []report.Line{b.of(b.town.CommuneA), b.of(b.town.CommuneB)} {
		for _, by := range []access.Actor{office, b.leader()} {
			seen, err := b.store.Find(t.Context(), by, of.ID)
			if err != nil || !seen.Withheld || len(seen.Content.Sections) != 0 || seen.Signature.Name != "" || seen.Number != nil || seen.DatedOn != nil || !of.IsWithheld(by) {
				t.Errorf("%s reads of %s in state %s: %+v %v", by.Role, of.AgencyName, of.State, seen, err)
			}
			if _, err := b.store.Document(t.Context(), by, of.ID); fault.CodeOf(err) != "report.withheld" {
				t.Errorf("%s downloads the draft of %s: %v", by.Role, of.AgencyName, err)
			}
		}
	}
	own := b.head(access.Commune, b.town.CommuneB)
	f, err := b.store.Document(t.Context(), own, b.of(b.town.CommuneB).ID)
	if err != nil || !strings.Contains(words(t, f), "DỰ THẢO") {
		t.Errorf("its own comes out marked as a draft: %v", err)
	}
}

func TestARevisionNeverHandedInAgainIsNotWhatTheReviewersReadAfterTheLock(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.Tx(t))
	office, own := b.office(), b.head(access.Commune, b.town.CommuneA)
	r := b.submit(b.town.CommuneA, factory.Figures(363, 22, 1600))
	r, err := b.store.Return(t.Context(), office, r.ID, r.Version, report.Returning{Note: "363 hay 336?"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.store.Edit(t.Context(), own, r.ID, r.Version, wire.Patch(`{"number":"113/BC-UBND","content":{"sections":{"1":{"values":{"1.1":{"value":336}}}}}}`)); err != nil {
		t.Fatal(err)
	}
	if _, err := b.store.LockRound(t.Context(), office, b.round.ID, b.round.Version); err != nil {
		t.Fatal(err)
	}
	for by, want := range map[access.Actor]string{office: "363", b.leader(): "363", own: "336"} {
		seen, err := b.store.Find(t.Context(), by, r.ID)
		if err == nil && (seen.Number == nil) != seen.IsWithheld(by) {
			t.Errorf("%s reads the number %v", by.Role, seen.Number)
		}
		if err != nil || seen.State != report.Locked || seen.Content.Sections["1"].Values["1.1"].Value.String() != want {
			t.Errorf("%s: %+v %v", by.Role, seen.Content, err)
		}
	}
}
