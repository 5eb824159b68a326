// Package round is a report round: what a plan's agencies must tell, by when and through whom, and how punctual they are.
package round

import (
	"math"
	"slices"
	"time"

	"github.com/google/uuid"

	"lantoa/internal/access"
	"lantoa/internal/day"
	"lantoa/internal/fault"
	"lantoa/internal/lifecycle"
	"lantoa/internal/record"
)

// Round is one reporting duty of an issued plan, brought to life. Its sections and who owes are frozen when it opens.
type Round struct {
	record.Meta
	PlanID         uuid.UUID `json:"plan_id" format:"uuid"`
	IssuerID       uuid.UUID `json:"issuer_id" format:"uuid"` // the committee whose round it is
	TemplateID     uuid.UUID `json:"template_id" format:"uuid"`
	Title          string    `json:"title" example:"Báo cáo năm 2024"`
	Sections       []Section `json:"sections" gorm:"serializer:json"` // the template's, as of the opening
	StartsOn       day.Day   `json:"starts_on" swaggertype:"string" format:"date" example:"2024-01-01"`
	EndsOn         day.Day   `json:"ends_on" swaggertype:"string" format:"date" example:"2024-12-31"`
	DueBefore      time.Time `json:"due_before" format:"date-time" example:"2024-11-10T00:00:00+07:00"` // exclusive: the last good day is the one before
	DueText        string    `json:"due_text" example:"trước ngày 10/11/2024"`                          // the plan's own words
	To             Office    `json:"to" gorm:"embedded;embeddedPrefix:to_"`
	Through        Office    `json:"through" gorm:"embedded;embeddedPrefix:through_"`
	State          State     `json:"state" enums:"open,locked"`
	Counts         *Counts   `json:"counts" gorm:"-" extensions:"x-nullable"` // for the culture office and the leader; null for others
	AllowedActions []string  `json:"allowed_actions" gorm:"-"`
} // @name ReportRound

// TableName names the table.
func (Round) TableName() string { return "rounds" }

// Office is an agency, its name kept as of the day.
type Office struct {
	Agency   string    `json:"agency" gorm:"column:name" example:"Phòng Văn hóa và Thông tin"`
	AgencyID uuid.UUID `json:"agency_id" gorm:"column:id" format:"uuid"`
} // @name RoundOffice

// State is where a round stands.
type State string

// The states.
const (
	Running State = "open"   // Open opens one
	Locked  State = "locked" // nothing in it changes any more
)

// life is everything that may happen to a round.
var life = lifecycle.Table[Round, State]{ //nolint:gochecknoglobals // the table itself
	State: func(r *Round) *State { return &r.State },
	Steps: []lifecycle.Step[Round, State]{
		{Verb: "lock", From: []State{Running}, To: Locked, Action: access.RoundManage},
		{Verb: "consolidate", From: []State{Running, Locked}, Action: access.ConsolidateWrite},
	},
}

// Lock ends the round: round.locked (409) when it has ended already.
func (r *Round) Lock(by access.Actor) error {
	if err := life.Move(r, "lock", by); err != nil {
		return lockedOr(err)
	}
	return nil
}

// End locks the round with the approval of its consolidated report, which the leader signs.
func (r *Round) End() { r.State = Locked }

func lockedOr(err error) error {
	if fault.KindOf(err) == fault.Conflict {
		return fault.NewConflict("round.locked")
	}
	return err
}

// Owed gives the sections of these codes, in the round's order.
func (r *Round) Owed(codes []string) []Section {
	owed := []Section{}
	for _, s := range r.Sections {
		if slices.Contains(codes, s.Code) {
			owed = append(owed, s)
		}
	}
	return owed
}

// AllCodes lists every section.
func (r *Round) AllCodes() []string {
	codes := make([]string, len(r.Sections))
	for i, s := range r.Sections {
		codes[i] = s.Code
	}
	return codes
}

// Codes lists the sections that an agency with assignments in these tasks owes: those of its tasks, and those of no task.
func (r *Round) Codes(taskOrdinals []int) []string {
	codes := []string{}
	for _, s := range r.Sections {
		if s.TaskOrdinal == nil || slices.Contains(taskOrdinals, *s.TaskOrdinal) {
			codes = append(codes, s.Code)
		}
	}
	return codes
}

// Counts is how complete and how punctual a round is. Each agency that owes counts under exactly one standing.
type Counts struct {
	Owing    int      `json:"owing" example:"35"` // all agencies of the round, the exempted too
	Upcoming int      `json:"upcoming"`
	DueSoon  int      `json:"due_soon"`
	OnTime   int      `json:"on_time" example:"27"`
	Late     int      `json:"late" example:"4"`
	Missing  int      `json:"missing" example:"2"`
	Exempted int      `json:"exempted" example:"1"`
	Nil      int      `json:"nil" example:"1"`
	Awaiting int      `json:"awaiting" example:"5"` // handed in, waiting for review
	Returned int      `json:"returned" example:"1"`
	Accepted int      `json:"accepted" example:"26"`
	Rate     *float64 `json:"rate" extensions:"x-nullable" example:"82.4"` // percent: (on_time + nil) / (owing - exempted); null when nobody owes
} // @name RoundCounts

// HandedIn counts the agencies that have handed in, in time or not.
func (c Counts) HandedIn() int { return c.OnTime + c.Nil + c.Late }

// Tally is how many reports of one standing there are, as TallySQL counts them.
type Tally struct {
	Standing                        Standing
	N, Awaiting, Returned, Accepted int
}

// TallySQL selects a Tally of rows of reports that are grouped by standing; it takes the arguments of StandingArgs.
const TallySQL = StandingSQL + ` AS standing, count(*) AS n, count(*) FILTER (WHERE state = 'submitted') AS awaiting,
	count(*) FILTER (WHERE state = 'returned') AS returned, count(*) FILTER (WHERE accepted_at IS NOT NULL) AS accepted`

// AddAll counts these reports; Settle closes the counting.
func (c *Counts) AddAll(t Tally) {
	n := t.N
	c.Owing, c.Awaiting, c.Returned, c.Accepted = c.Owing+n, c.Awaiting+t.Awaiting, c.Returned+t.Returned, c.Accepted+t.Accepted
	switch t.Standing {
	case Upcoming:
		c.Upcoming += n
	case DueSoon:
		c.DueSoon += n
	case OnTime:
		c.OnTime += n
	case Late:
		c.Late += n
	case Missing:
		c.Missing += n
	case Exempted:
		c.Exempted += n
	case Nil:
		c.Nil += n
	case NoDeadline:
	}
}

// Settle works out the rate, in percent to one place.
func (c *Counts) Settle() {
	if owing := c.Owing - c.Exempted; owing > 0 {
		rate := math.Round(1000*float64(c.OnTime+c.Nil)/float64(owing)) / 10
		c.Rate = &rate
	}
}

// Life is what may happen to a round, for the documentation.
func Life() []lifecycle.Row { return life.Rows() }
