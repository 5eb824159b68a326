package report

import (
	"context"
	"slices"

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
	rd, reports, own, err := s.gather(tx, by, roundID)
	if err != nil {
		return nil, err
	}
	c := consolidate(rd, reports, s.Clock.Now())
	if own == nil {
		return c, nil
	}
	if own.Frozen != nil {
		c = own.Frozen
		c.Frozen = true
	}
	c.ReportID = &own.ID
	if own.State != Approved {
		c.ChangedSources = changedSources(own.Content, rd.Sections, reports)
	}
	return c, nil
}

// gather reads a round with its agencies' reports in the order they are named (wards and communes first), and its
// consolidated report when there is one.
func (s *Store) gather(tx *gorm.DB, by access.Actor, roundID uuid.UUID) (*round.Round, []Report, *Report, error) {
	rd, err := round.Visible(tx, by, roundID)
	if err != nil {
		return nil, nil, nil, err
	}
	var reports []Report
	err = tx.Where("round_id = ? AND issuer_id = ?", rd.ID, by.ScopeID).
		Order(agency.CommunesFirst("agency_kind", "agency_name") + ", id").Find(&reports).Error
	if err != nil {
		return nil, nil, nil, err
	}
	for i := range reports {
		reports[i].Dress(by, s.Clock.Now(), s.DueSoonDays)
	}
	i := slices.IndexFunc(reports, func(r Report) bool { return r.Kind == Consolidated })
	if i < 0 {
		return rd, reports, nil, nil
	}
	own := reports[i]
	return rd, slices.Delete(reports, i, i+1), &own, nil
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
