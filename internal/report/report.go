// Package report is what an agency tells of its work in a report round, and the consolidated report that adds those up.
package report

import (
	"time"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/day"
	"lantoa/internal/plan"
	"lantoa/internal/record"
	"lantoa/internal/round"
)

// Report is one agency's report in a round, or the round's consolidated report.
type Report struct {
	Line
	Sections  []round.Section `json:"sections" gorm:"-"` // those it owes, as the round froze them
	Content   Content         `json:"content" gorm:"serializer:json"`
	Withheld  bool            `json:"withheld" gorm:"-"` // the content is a draft of another agency, and so left out
	Signature plan.Signature  `json:"signature" gorm:"serializer:json"`
	Frozen    *Consolidation  `json:"-" gorm:"serializer:json"` // the figures of a consolidated report, once handed in
} // @name Report

// TableName names the table.
func (Report) TableName() string { return "reports" }

// Line is a report as lists show it: all but its content.
type Line struct {
	record.Meta
	Kind             Kind                `json:"kind" enums:"agency,consolidated"`
	RoundID          uuid.UUID           `json:"round_id" format:"uuid"`
	PlanID           uuid.UUID           `json:"plan_id" format:"uuid"`
	IssuerID         uuid.UUID           `json:"issuer_id" format:"uuid"` // the committee whose round it is
	AgencyID         uuid.UUID           `json:"agency_id" format:"uuid"`
	AgencyName       string              `json:"agency" example:"UBND xã Phổ An"` // as of the round's opening
	AgencyKind       string              `json:"agency_kind" example:"commune"`
	Title            string              `json:"title" example:"Báo cáo năm 2024"`
	DueBefore        *time.Time          `json:"due_before" format:"date-time" extensions:"x-nullable"` // exclusive; null for the consolidated report
	State            State               `json:"state" enums:"draft,submitted,returned,accepted,exempted,locked,approved"`
	Standing         round.Standing      `json:"standing" gorm:"-" enums:"upcoming,due_soon,on_time,late,missing,exempted,nil,no_deadline"`
	DaysLate         int                 `json:"days_late" gorm:"-"` // local days from the last good day; 0 unless late or missing
	SectionCodes     []string            `json:"section_codes" gorm:"serializer:json"`
	Progress         map[string]Progress `json:"progress" gorm:"serializer:json"` // by section code: not_started, started, done, nil
	Nil              bool                `json:"nil"`                             // every section nil, as last handed in
	Revision         int                 `json:"revision"`                        // counts handings-in, from 1; 0: none yet
	HandedIn         bool                `json:"-"`                               // the content is the last revision; false while it is a draft, and for good when its round was locked before
	Receipt          *string             `json:"receipt" extensions:"x-nullable" example:"BN-2024-0412"`
	FirstSubmittedAt *time.Time          `json:"first_submitted_at" format:"date-time" extensions:"x-nullable"` // decides whether it is on time
	SubmittedAt      *time.Time          `json:"submitted_at" format:"date-time" extensions:"x-nullable"`
	AcceptedAt       *time.Time          `json:"accepted_at" format:"date-time" extensions:"x-nullable"`
	Remarks          []Remark            `json:"remarks" gorm:"serializer:json"` // of the last return
	ReturnNote       string              `json:"return_note"`
	ResubmitBefore   *time.Time          `json:"resubmit_before" format:"date-time" extensions:"x-nullable"` // exclusive; asked for by the reviewer
	ExemptReason     *string             `json:"exempt_reason" extensions:"x-nullable"`
	Number           *string             `json:"number" extensions:"x-nullable" example:"112/BC-UBND"` // of the signed paper
	DatedOn          *day.Day            `json:"dated_on" swaggertype:"string" format:"date" extensions:"x-nullable"`
	AllowedActions   []string            `json:"allowed_actions" gorm:"-"`
} // @name ReportLine

// TableName names the table.
func (Line) TableName() string { return "reports" }

// Kind tells an agency's report from the consolidated one.
type Kind string

// The kinds.
const (
	OfAgency     Kind = "agency"
	Consolidated Kind = "consolidated"
)

// State is where a report stands.
type State string

// The states. An agency's report: draft, submitted, returned, accepted, locked, or exempted; the consolidated one: draft,
// submitted, returned, approved.
const (
	Draft     State = "draft"
	Submitted State = "submitted"
	Returned  State = "returned"
	Accepted  State = "accepted"
	Exempted  State = "exempted"
	Locked    State = "locked"
	Approved  State = "approved"
)

// States lists every state.
func States() []State {
	return []State{Draft, Submitted, Returned, Accepted, Exempted, Locked, Approved}
}

// Remark is what a reviewer says of one section or of one figure in it.
type Remark struct {
	Section   string  `json:"section" example:"9"`
	Indicator *string `json:"indicator" extensions:"x-nullable" example:"9.1"` // null: the section as a whole
	Text      string  `json:"text"`
} // @name Remark

// Revision is a report as it was handed in once.
type Revision struct {
	ID          uuid.UUID `json:"id" gorm:"primaryKey" format:"uuid"`
	ReportID    uuid.UUID `json:"report_id" format:"uuid"`
	Number      int       `json:"number" example:"1"`
	Content     Content   `json:"content" gorm:"serializer:json"`
	Receipt     string    `json:"receipt" example:"BN-2024-0412"`
	SubmittedAt time.Time `json:"submitted_at" format:"date-time"`
	SubmittedBy uuid.UUID `json:"submitted_by" format:"uuid"` // the account
} // @name ReportRevision

// TableName names the table.
func (Revision) TableName() string { return "report_revisions" }

// duty is what the report's standing follows from.
func (l *Line) duty() round.Duty {
	return round.Duty{DueBefore: l.DueBefore, HandedIn: l.FirstSubmittedAt, Nil: l.Nil, Exempted: l.ExemptReason != nil}
}

// Dress fills what is derived for a reader at an instant, and leaves out the number and date that another is still writing.
func (l *Line) Dress(by access.Actor, now time.Time, dueSoonDays int) {
	duty := l.duty()
	l.Standing, l.DaysLate = duty.Standing(now, dueSoonDays), duty.DaysLate(now)
	l.AllowedActions = l.life().Allowed(l, by)
	if l.IsWithheld(by) {
		l.Number, l.DatedOn = nil, nil
	}
}

// IsWithheld reports whether the content is another's unfinished work, of which the actor learns only how far it is. What was
// never handed in stays so when its round is locked or its agency exempted.
func (l *Line) IsWithheld(by access.Actor) bool {
	switch {
	case l.HandedIn:
		return false
	case l.Kind == Consolidated:
		return !by.May(access.ConsolidateWrite)
	}
	return !l.own(by)
}

func (l *Line) own(by access.Actor) bool { return l.AgencyID == by.AgencyID }
