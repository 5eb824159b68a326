package report_test

import (
	"testing"

	"lantoa/internal/factory"
	"lantoa/internal/report"
)

func TestARoundOfTheWholeCountryOpens(t *testing.T) {
	t.Parallel()
	b := reported(t)
	const communes = 3321
	err := b.tx.Exec(`INSERT INTO agencies (id, version, created_at, updated_at, name, short_name, aliases, kind, email, phone)
		SELECT gen_random_uuid(), 1, now(), now(), 'Xã ' || n, 'Xã ' || n, '[]', 'commune', '', '' FROM generate_series(1, ?) n`, communes).Error
	var owing []report.Owing
	if err == nil {
		err = b.tx.Raw("SELECT id AS agency_id, name AS agency, kind FROM agencies WHERE name LIKE 'Xã %' AND email = ''").Scan(&owing).Error
	}
	if err != nil {
		t.Fatal(err)
	}
	r := factory.Round(t, b.tx, b.town, factory.Plan(t, b.tx, b.town))
	if err := report.Open(b.tx, factory.Clock(), r, owing); err != nil {
		t.Fatal(err)
	}
	var n int
	if err := b.tx.Raw("SELECT count(*) FROM reports WHERE round_id = ?", r.ID).Scan(&n).Error; err != nil || n != len(owing) || n < communes {
		t.Errorf("%d reports of %d, %v", n, len(owing), err)
	}
}
