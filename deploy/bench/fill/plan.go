package fill

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"gorm.io/gorm"

	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/plan"
	"lantoa/internal/planreader"
	"lantoa/internal/round"
)

// year is one year of the committee: its plan, its report rounds, and what the agencies did.
type year struct {
	*filling
	of      int
	plan    *plan.Plan
	rounds  []*round.Round
	works   []*work
	duties  []*duty
	moments []moment
}

// past reports whether the year is summed up.
func (y *year) past() bool { return y.of < lastYear }

// on gives a morning of the year.
func (y *year) on(month time.Month, dayOfMonth int) time.Time {
	return time.Date(y.of, month, dayOfMonth, 8, 30, 0, 0, clock.Zone)
}

// text is the real plan, moved to the year.
func (y *year) text() ([]byte, error) {
	raw, err := os.ReadFile(filepath.Join(y.root, "internal", "demo", "data", "plan-2024.txt"))
	moved := strings.NewReplacer("2024", strconv.Itoa(y.of), "2023", strconv.Itoa(y.of-1)).Replace(string(raw))
	return []byte(moved), err
}

// issue reads the plan's official text, adds the quarterly reports to its reporting duties and issues it, as the offices do;
// a past year's is closed. What issuing opens is made by this package.
func (y *year) issue(ctx context.Context) error {
	text, err := y.text()
	if err != nil {
		return err
	}
	y.now = y.on(time.February, 12)
	read, err := y.plans.Import(ctx, y.culture, text, planreader.Text, "vi")
	if err != nil {
		return err
	}
	if len(read.Unmatched) > 0 {
		return fmt.Errorf("the plan of %d names who is not known: %v", y.of, read.Unmatched)
	}
	d := read.Plan.Draft()
	d.Reporting = y.withQuarters(d.Reporting[0])
	p, err := y.plans.Replace(ctx, y.culture, read.Plan.ID, read.Plan.Version, d)
	if err != nil {
		return err
	}
	if p, err = y.plans.Submit(ctx, y.culture, p.ID, p.Version); err != nil {
		return err
	}
	y.now = y.on(time.February, 26)
	y.plan, err = db.InTx(ctx, y.pool, func(tx *gorm.DB) (*plan.Plan, error) {
		p, err := y.plans.Issue(tx, y.leader, p.ID, p.Version, plan.Issuing{Number: "45/KH-UBND", IssuedOn: day.New(y.of, time.February, 26)})
		if err != nil {
			return nil, err
		}
		return p, y.openRounds(tx, p)
	})
	if err == nil && y.past() {
		y.now = y.on(time.December, 31)
		_, err = y.plans.Close(ctx, y.culture, y.plan.ID, y.plan.Version)
	}
	return err
}

// withQuarters puts a report for each quarter beside the year's own.
func (y *year) withQuarters(yearly plan.Reporting) []plan.Reporting {
	all := []plan.Reporting{yearly}
	for _, month := range []time.Month{time.April, time.July, time.October, time.January} {
		quarterly := yearly
		due := time.Date(y.of, month, 10, 0, 0, 0, 0, clock.Zone)
		if month == time.January {
			due = due.AddDate(1, 0, 0)
		}
		quarterly.DueBefore, quarterly.Text = &due, "trước ngày "+due.Format("02/01/2006")
		all = append(all, quarterly)
	}
	return all
}

func (y *year) openRounds(tx *gorm.DB, p *plan.Plan) error {
	for i := range p.Reporting {
		duty := &p.Reporting[i]
		to, through := round.Office{Agency: p.Issuer.Agency, AgencyID: *p.Issuer.AgencyID}, round.Office{Agency: p.Issuer.Agency, AgencyID: *p.Issuer.AgencyID}
		if duty.Through != nil {
			through = round.Office{Agency: duty.Through.Agency, AgencyID: *duty.Through.AgencyID}
		}
		r, err := round.Open(tx, y.clock, y.leader, round.Opening{PlanID: p.ID, IssuerID: p.IssuerID, Year: p.Year,
			StartsOn: p.Period.StartsOn, EndsOn: p.Period.EndsOn, DueBefore: *duty.DueBefore, DueText: duty.Text, To: to, Through: through})
		if err != nil {
			return err
		}
		y.rounds = append(y.rounds, r)
	}
	if y.past() {
		return tx.Exec("UPDATE rounds SET state = ?, version = 2 WHERE plan_id = ?", round.Locked, p.ID).Error
	}
	return nil
}
