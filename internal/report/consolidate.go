package report

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/db"
	"lantoa/internal/fault"
	"lantoa/internal/record"
	"lantoa/internal/round"
)

// Begin starts a round's consolidated report: report.consolidated_already (409) when it has one.
func (s *Store) Begin(ctx context.Context, by access.Actor, roundID uuid.UUID) (*Report, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*Report, error) {
		rd, err := round.Visible(db.Lock(tx), by, roundID)
		if err != nil {
			return nil, err
		}
		if err := by.Check(access.ConsolidateWrite); err != nil {
			return nil, err
		}
		var there int64
		if err := tx.Model(&Report{}).Where("round_id = ? AND kind = ?", rd.ID, Consolidated).Count(&there).Error; err != nil {
			return nil, err
		}
		if there > 0 {
			return nil, fault.NewConflict("report.consolidated_already")
		}
		r := blank(rd, Consolidated, record.NewMeta(s.Clock.Now()), rd.AllCodes())
		r.AgencyID, r.AgencyName, r.AgencyKind = rd.Through.AgencyID, rd.Through.Agency, ""
		if err := tx.Create(&r).Error; err != nil {
			return nil, db.Fault(err)
		}
		if err := logged(tx, s.Clock, by, "begun", nil, &r.Line); err != nil {
			return nil, err
		}
		return s.answer(tx, by, &r)
	})
}

// Consolidation puts a round together: live until the consolidated report is handed in, from then on as it was frozen.
func (s *Store) Consolidation(ctx context.Context, by access.Actor, roundID uuid.UUID) (*Consolidation, error) {
	return s.consolidation(db.Conn(ctx, s.DB), by, roundID)
}

func (s *Store) consolidation(tx *gorm.DB, by access.Actor, roundID uuid.UUID) (*Consolidation, error) {
	if err := by.Check(access.ConsolidateRead); err != nil {
		return nil, err
	}
	rd, err := round.Visible(tx, by, roundID)
	if err != nil {
		return nil, err
	}
	own, err := ownReport(tx, by, rd)
	if err != nil {
		return nil, err
	}
	if own != nil && own.Frozen != nil {
		return s.frozen(tx, by, rd, own)
	}
	c, reports, err := s.add(tx, by, rd, s.Clock.Now())
	if own != nil && err == nil {
		c.ReportID, c.ChangedSources = &own.ID, changedSources(own.Content, rd.Sections, reports)
	}
	return c, err
}

// frozen gives the figures as they were handed in to the leader, and until it is approved the texts that have changed since.
func (s *Store) frozen(tx *gorm.DB, by access.Actor, rd *round.Round, own *Report) (*Consolidation, error) {
	c := own.Frozen
	c.Frozen, c.ReportID = true, &own.ID
	if own.State == Approved {
		return c, nil
	}
	var reports []Line
	err := agencyReports(tx, by, rd).Find(&reports).Error
	c.ChangedSources = changedSources(own.Content, rd.Sections, reports)
	return c, err
}

// ownReport gives a round's consolidated report, nil when there is none.
func ownReport(tx *gorm.DB, by access.Actor, rd *round.Round) (*Report, error) {
	var found []Report
	err := tx.Where("round_id = ? AND issuer_id = ? AND kind = ?", rd.ID, by.ScopeID, Consolidated).Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// agencyReports reads a round's reports in the order they are named: wards and communes first.
func agencyReports(tx *gorm.DB, by access.Actor, rd *round.Round) *gorm.DB {
	return tx.Model(&Report{}).Where("round_id = ? AND issuer_id = ? AND kind = ?", rd.ID, by.ScopeID, OfAgency).
		Order(agency.CommunesFirst("agency_kind", "agency_name") + ", id")
}

// add puts a round's reports together as they stand, and tells how far each is. One report's content is held at a time: thousands would
// fill the memory.
func (s *Store) add(tx *gorm.DB, by access.Actor, rd *round.Round, now time.Time) (c *Consolidation, lines []Line, err error) {
	rows, err := agencyReports(tx, by, rd).Rows()
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	adding := newAdding(rd, now)
	for rows.Next() {
		var r Report
		if err := tx.ScanRows(rows, &r); err != nil {
			return nil, nil, err
		}
		r.Dress(by, now, s.DueSoonDays)
		adding.enter(&r)
		lines = append(lines, r.Line)
	}
	return adding.done(), lines, rows.Err()
}

// Approve signs a consolidated report and locks its round with all reports, in one transaction. report.number_taken (409) when the
// issuer gave the number to another consolidated report of that year.
func (s *Store) Approve(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, in Approval) (*Report, error) {
	r, err := s.change(ctx, by, id, v, "approved", func(tx *gorm.DB, r *Report) error {
		if err := r.Approve(by, in, s.Clock.Now(), s.Clock.Today()); err != nil {
			return err
		}
		rd, err := round.Visible(db.Lock(tx), by, r.RoundID)
		if err != nil {
			return err
		}
		if err := s.Rounds.End(tx, by, rd); err != nil {
			return err
		}
		return s.lockReports(tx, rd.ID)
	})
	if db.Violates(err, "reports_number") {
		return nil, fault.NewConflict("report.number_taken").At("/number", "report.number_taken").Because(err)
	}
	return r, err
}
