// Package overview is what one sees at a glance: who owes what, who is late, what waits for whom. It reads across the nouns and
// writes nothing; each view takes a fixed number of queries.
package overview

import (
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/plan"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// Store reads the views. Each noun's own rule says which rows go into them.
type Store struct {
	DB          *gorm.DB
	Clock       clock.Clock
	Plans       *plan.Store
	DueSoonDays int // calendar days before the last good day from which «due soon» holds
}

// Group tells the lowest tier from the other agencies, as headlines and the matrix count them.
type Group string

// The groups.
const (
	Communes Group = "communes" // xã, phường
	Others   Group = "others"   // ban, ngành, hội, đoàn thể
)

func groupOf(agencyKind string) Group {
	if agency.Kind(agencyKind).IsCommune() {
		return Communes
	}
	return Others
}

// DutyKind says what is owed.
type DutyKind string

// The kinds of duty.
const (
	OfReport       DutyKind = "report"
	OfConsolidated DutyKind = "consolidated"
	OfAssignment   DutyKind = "assignment"
	OfPlan         DutyKind = "plan"
)

// Duty is a report, an assignment or a plan that waits for someone.
type Duty struct {
	Kind           DutyKind        `json:"kind" enums:"report,consolidated,assignment,plan"`
	ID             uuid.UUID       `json:"id" format:"uuid"`
	PlanID         uuid.UUID       `json:"plan_id" format:"uuid"`
	RoundID        *uuid.UUID      `json:"round_id" format:"uuid" extensions:"x-nullable"`
	Title          string          `json:"title" example:"Báo cáo năm 2024"`
	TaskOrdinal    *int            `json:"task_ordinal" extensions:"x-nullable"`
	Part           assignment.Part `json:"part" enums:"lead,coordinate," swaggertype:"string"` // of an assignment
	AgencyID       uuid.UUID       `json:"agency_id" format:"uuid"`
	Agency         string          `json:"agency" example:"Xã Phổ An"`                                          // the short name
	LastDay        *day.Day        `json:"last_day" swaggertype:"string" format:"date" extensions:"x-nullable"` // the last good day; of a returned report the one to hand in again by
	DaysLeft       *int            `json:"days_left" extensions:"x-nullable"`                                   // to the last day; negative when past
	State          string          `json:"state"`
	Standing       string          `json:"standing"`
	DaysLate       int             `json:"days_late"`
	SectionsDone   int             `json:"sections_done"` // of a report: done or nil
	Sections       int             `json:"sections"`
	ReturnNote     string          `json:"return_note"`
	Remarks        []report.Remark `json:"remarks"`
	HandedInAt     *time.Time      `json:"handed_in_at" format:"date-time" extensions:"x-nullable"`               // of a report, the last time
	UpdatedOn      *day.Day        `json:"updated_on" swaggertype:"string" format:"date" extensions:"x-nullable"` // last recorded work
	AllowedActions []string        `json:"allowed_actions"`
} // @name Duty

func (s *Store) ofReport(l *report.Line) Duty {
	d := Duty{Kind: OfReport, ID: l.ID, PlanID: l.PlanID, RoundID: &l.RoundID, Title: l.Title, AgencyID: l.AgencyID, Agency: l.AgencyName,
		State: string(l.State), Standing: string(l.Standing), DaysLate: l.DaysLate, Sections: len(l.SectionCodes), ReturnNote: l.ReturnNote,
		Remarks: l.Remarks, HandedInAt: l.SubmittedAt, UpdatedOn: new(day.Of(l.UpdatedAt, clock.Zone)), AllowedActions: l.AllowedActions}
	if l.Kind == report.Consolidated {
		d.Kind = OfConsolidated
	}
	for _, p := range l.Progress {
		if p == report.Done || p == report.IsNil {
			d.SectionsDone++
		}
	}
	switch {
	case l.State == report.Returned && l.ResubmitBefore != nil:
		d.LastDay = new(round.LastGoodDay(*l.ResubmitBefore))
	case l.DueBefore != nil:
		d.LastDay = new(round.LastGoodDay(*l.DueBefore))
	}
	d.count(s.Clock.Today())
	return d
}

func (s *Store) ofAssignment(a *assignment.Assignment) Duty {
	d := Duty{Kind: OfAssignment, ID: a.ID, PlanID: a.PlanID, Title: a.Task.Title, TaskOrdinal: &a.Task.Ordinal, Part: a.Part, AgencyID: a.AgencyID,
		Agency: a.Agency, LastDay: a.DueOn, State: string(a.State), Standing: string(a.Standing), DaysLate: a.DaysLate,
		ReturnNote: a.ReturnNote, Remarks: []report.Remark{}, UpdatedOn: a.UpdatedOn, AllowedActions: a.AllowedActions}
	d.count(s.Clock.Today())
	return d
}

func (d *Duty) count(today day.Day) {
	if d.LastDay != nil {
		d.DaysLeft = new(today.DaysUntil(*d.LastDay))
	}
}
