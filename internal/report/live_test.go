package report_test

import (
	"testing"

	"lantoa/internal/wire"
)

func TestSumsStandInTheNarrativeOfTheOfficialDocument(t *testing.T) {
	t.Parallel()
	b := reported(t)
	r, err := b.store.Begin(t.Context(), b.office(), b.round.ID)
	if err != nil {
		t.Fatal(err)
	}
	text := `Toàn thị xã phát {1.1} buổi, {1.2} cuộc với {1.2#2} lượt người; {1.1#2} và {x.y} không phải chỉ tiêu.`
	if _, err = b.store.Edit(t.Context(), b.office(), r.ID, r.Version, wire.Patch(`{"content":{"outlook":"Giữ {1.1} buổi.","sections":{"1":{"text":"`+text+`"}}}}`)); err != nil {
		t.Fatal(err)
	}
	f, err := b.store.Document(t.Context(), b.office(), r.ID)
	if err != nil {
		t.Fatal(err)
	}
	c, err := b.store.Consolidation(t.Context(), b.office(), b.round.ID)
	if err != nil {
		t.Fatal(err)
	}
	meetings := c.Sections[0].Indicators[1].Total
	holds(t, words(t, f), "Toàn thị xã phát khoảng 648 buổi", meetings.Value.Vietnamese()+" cuộc", meetings.Value2.Vietnamese()+" lượt người",
		"{1.1#2} và {x.y} không phải chỉ tiêu", "Giữ khoảng 648 buổi.")
}
