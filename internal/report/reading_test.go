package report_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"lantoa/internal/access"
	"lantoa/internal/db"
	"lantoa/internal/dbtest"
	"lantoa/internal/report"
)

// listener keeps the queries in the place of logging them.
type listener struct {
	logger.Interface
	heard *[]string
}

func (l listener) LogMode(logger.LogLevel) logger.Interface { return l }

func (l listener) Trace(_ context.Context, _ time.Time, query func() (string, int64), _ error) {
	sql, _ := query()
	*l.heard = append(*l.heard, sql)
}

func TestAListReadsNoTexts(t *testing.T) {
	t.Parallel()
	b := setup(t, dbtest.Tx(t))
	own := b.of(b.town.CommuneA)
	var heard []string
	b.store.DB = b.tx.Session(&gorm.Session{Logger: listener{logger.Discard, &heard}})
	if _, err := b.store.List(t.Context(), b.town.Actor(access.CultureOffice), report.Filter{}, db.Page{Limit: 9, Sort: "-agency"}); err != nil {
		t.Fatal(err)
	}
	if _, err := report.Visible(b.store.DB, b.town.Actor(access.CultureOffice), own.ID); err != nil {
		t.Fatal(err)
	}
	if len(heard) != 2 {
		t.Fatalf("%v", heard)
	}
	for _, sql := range heard {
		if strings.Contains(sql, "*") || strings.Contains(sql, "content") || strings.Contains(sql, "frozen") || !strings.Contains(sql, "progress") {
			t.Error(sql)
		}
	}
}
