package report

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/clock"
	"lantoa/internal/db"
	"lantoa/internal/plan"
	"lantoa/internal/record"
	"lantoa/internal/round"
)

// Owing is an agency that owes a report in a round, and the plan's tasks in which it has an assignment.
type Owing struct {
	AgencyID     uuid.UUID
	Agency       string // its name of the day
	Kind         string // of the agency
	TaskOrdinals []int
}

// Open writes down who owes a report in a round just opened: that list is frozen with it.
func Open(tx *gorm.DB, now clock.Clock, r *round.Round, owing []Owing) error {
	reports := make([]Report, 0, len(owing))
	for _, o := range owing {
		due := r.DueBefore
		report := blank(r, OfAgency, record.NewMeta(now.Now()), r.Codes(o.TaskOrdinals))
		report.AgencyID, report.AgencyName, report.AgencyKind, report.DueBefore = o.AgencyID, o.Agency, o.Kind, &due
		reports = append(reports, report)
	}
	if len(reports) == 0 {
		return nil
	}
	return db.Fault(tx.CreateInBatches(&reports, 500).Error) // one statement takes 65,535 values at most
}

func blank(r *round.Round, kind Kind, meta record.Meta, codes []string) Report {
	report := Report{
		Line: Line{Meta: meta, Kind: kind, RoundID: r.ID, PlanID: r.PlanID, IssuerID: r.IssuerID, Title: r.Title, State: Draft,
			SectionCodes: codes, Remarks: []Remark{}},
		Sections: r.Owed(codes), Signature: plan.Signature{Lines: []string{}},
	}
	report.write(Content{})
	return report
}

// Submit hands a report in; the answer carries the receipt and its instant. A consolidated report's figures are frozen with it.
func (s *Store) Submit(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version, in Submission) (*Report, error) {
	return s.change(ctx, by, id, v, "submitted", func(tx *gorm.DB, r *Report) error {
		now := s.Clock.Now()
		if err := r.Submit(by, in, now); err != nil {
			return err
		}
		if err := s.receive(tx, by, r); err != nil {
			return err
		}
		if r.Kind != Consolidated {
			return nil
		}
		rd, err := round.Visible(tx, by, r.RoundID)
		if err != nil {
			return err
		}
		r.Frozen, _, err = s.add(tx, by, rd, now)
		return err
	})
}

// receive gives the receipt and keeps what was handed in as a revision.
func (s *Store) receive(tx *gorm.DB, by access.Actor, r *Report) error {
	var n int64
	if err := tx.Raw("SELECT nextval('receipt_numbers')").Scan(&n).Error; err != nil {
		return err
	}
	receipt := fmt.Sprintf("BN-%d-%04d", r.SubmittedAt.In(clock.Zone).Year(), n)
	r.Receipt = &receipt
	revision := Revision{ID: uuid.Must(uuid.NewV7()), ReportID: r.ID, Number: r.Revision, Content: r.Content, Receipt: receipt,
		SubmittedAt: *r.SubmittedAt, SubmittedBy: by.AccountID}
	return db.Fault(tx.Create(&revision).Error)
}

// Item names one report of a bulk action, and the version it was decided on.
type Item struct {
	ID      uuid.UUID      `json:"id" format:"uuid"`
	Version record.Version `json:"version" example:"3"`
} // @name ReportItem

// Outcome is what became of one item of a bulk action: the error is nil when it was done.
type Outcome struct {
	ID  uuid.UUID
	Err error
}

// AcceptAll accepts several reports, each for itself: one that cannot be accepted holds up no other.
func (s *Store) AcceptAll(ctx context.Context, by access.Actor, items []Item) []Outcome {
	byID := make([]int, len(items))
	for i := range byID {
		byID[i] = i
	}
	// Everybody holds the rows in the same order, so that two who accept at once never wait for each other.
	slices.SortFunc(byID, func(a, b int) int { return bytes.Compare(items[a].ID[:], items[b].ID[:]) })
	outcomes := make([]Outcome, len(items))
	for _, i := range byID {
		_, err := s.Accept(ctx, by, items[i].ID, items[i].Version)
		outcomes[i] = Outcome{ID: items[i].ID, Err: err}
	}
	return outcomes
}

// LockRound ends a round, made from version v: nothing in it changes any more.
func (s *Store) LockRound(ctx context.Context, by access.Actor, id uuid.UUID, v record.Version) (*round.Round, error) {
	return db.InTx(ctx, s.DB, func(tx *gorm.DB) (*round.Round, error) {
		if _, err := s.Rounds.Lock(tx, by, id, v); err != nil {
			return nil, err
		}
		if err := s.lockReports(tx, id); err != nil {
			return nil, err
		}
		return s.Rounds.Find(db.WithTx(ctx, tx), by, id)
	})
}

// lockReports ends every report of a round but the exempted; one being handed in at this moment is locked right after.
func (s *Store) lockReports(tx *gorm.DB, roundID uuid.UUID) error {
	return tx.Exec(`UPDATE reports SET state = ?, version = version + 1, updated_at = ?
		WHERE round_id = ? AND kind = ? AND state <> ?`, Locked, s.Clock.Now(), roundID, OfAgency, Exempted).Error
}
