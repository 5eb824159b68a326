package overview

import (
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// named is up to how many agencies of a round are told one by one.
const named = 200

// rounds gives the newest rounds of issued plans, how complete each is, and the agencies of those that are not too many to be told.
func (v *view) rounds(h *Home) error {
	var all []round.Round
	err := v.tx.Omit("sections").Where("issuer_id = ?", v.by.ScopeID).Where(issuedPlans).Order("due_before DESC, id DESC").Limit(roundsShown).Find(&all).Error
	if err != nil || len(all) == 0 {
		return err
	}
	ids := make([]uuid.UUID, len(all))
	places := map[uuid.UUID]int{}
	h.Rounds = make([]RoundGlance, len(all))
	for i := range all {
		ids[i], places[all[i].ID], h.Rounds[i] = all[i].ID, i, glance(&all[i])
	}
	if err := v.count(h.Rounds, ids, places); err != nil {
		return err
	}
	small := []uuid.UUID{}
	for _, r := range h.Rounds {
		if r.Counts.Owing <= named {
			small = append(small, r.ID)
		}
	}
	reports, err := v.reports(report.VisibleTo(v.tx, v.by).
		Where("(kind = ? AND round_id IN ? OR kind = ? AND round_id IN ?)", report.OfAgency, small, report.Consolidated, ids).
		Order(agency.CommunesFirst("agency_kind", "agency_name") + ", id"))
	for i := range reports {
		h.Rounds[places[reports[i].RoundID]].enter(&reports[i])
	}
	return err
}

// count asks for the numbers of all these rounds at once.
func (v *view) count(rounds []RoundGlance, ids []uuid.UUID, places map[uuid.UUID]int) error {
	var rows []struct {
		RoundID    uuid.UUID
		AgencyKind string
		round.Tally
	}
	err := report.VisibleTo(v.tx.Table("reports"), v.by).Where("kind = ? AND round_id IN ?", report.OfAgency, ids).
		Select("round_id, agency_kind, "+round.TallySQL, round.StandingArgs(v.Clock.Now(), v.DueSoonDays)...).Group("1, 2, 3").Scan(&rows).Error
	for _, row := range rows {
		r := &rounds[places[row.RoundID]]
		r.Counts.AddAll(row.Tally)
		for i := range r.Groups {
			if r.Groups[i].Group == groupOf(row.AgencyKind) {
				r.Groups[i].Counts.AddAll(row.Tally)
			}
		}
	}
	for i := range rounds {
		rounds[i].Counts.Settle()
		for j := range rounds[i].Groups {
			rounds[i].Groups[j].Counts.Settle()
		}
	}
	return err
}

func glance(r *round.Round) RoundGlance {
	out := RoundGlance{ID: r.ID, PlanID: r.PlanID, Title: r.Title, DueBefore: r.DueBefore, DueText: r.DueText, State: r.State, Agencies: []AgencyGlance{}}
	for _, g := range []Group{Communes, Others} {
		out.Groups = append(out.Groups, GroupGlance{Group: g, Late: []string{}, Missing: []string{}})
	}
	return out
}

// enter puts in a report of the round.
func (r *RoundGlance) enter(l *report.Line) {
	if l.Kind == report.Consolidated {
		r.ConsolidatedID, r.Consolidated = &l.ID, new(string(l.State))
		return
	}
	r.Agencies = append(r.Agencies, AgencyGlance{AgencyID: l.AgencyID, Agency: l.AgencyName, Group: groupOf(l.AgencyKind), ReportID: l.ID,
		State: string(l.State), Standing: l.Standing, DaysLate: l.DaysLate, HandedInAt: l.FirstSubmittedAt})
}

// nameGroups names in each group who was late and who is missing.
func (r *RoundGlance) nameGroups() {
	for i := range r.Groups {
		g := &r.Groups[i]
		for _, a := range r.Agencies {
			switch {
			case a.Group != g.Group:
			case a.Standing == round.Late:
				g.Late = append(g.Late, a.Agency)
			case a.Standing == round.Missing:
				g.Missing = append(g.Missing, a.Agency)
			}
		}
	}
}

// tasks counts the tasks of issued plans, in one query.
func (v *view) tasks(h *Home) error {
	var rows []struct {
		Ordinal                      int
		Dated, Overdue, Open, Active bool
	}
	err := v.tx.Raw(`SELECT task_ordinal AS ordinal, bool_or(due_on IS NOT NULL) AS dated, bool_or(state <> ?) AS open, bool_or(worked OR state IN ?) AS active,
			coalesce(bool_or(due_on < ? AND state NOT IN ?), false) AS overdue
		FROM assignments WHERE issuer_id = ? AND `+issuedPlans+` GROUP BY plan_id, task_id, task_ordinal ORDER BY plan_id, task_ordinal`,
		assignment.Completed, settled(), v.today, settled(), v.by.ScopeID).Scan(&rows).Error
	for _, t := range rows {
		h.Tasks.Total++
		if t.Overdue {
			h.Tasks.Behind = append(h.Tasks.Behind, t.Ordinal)
		} else {
			h.Tasks.OnSchedule++
		}
		switch {
		case t.Dated && !t.Open:
			h.Tasks.Dated, h.Tasks.DatedDone = h.Tasks.Dated+1, h.Tasks.DatedDone+1
		case t.Dated:
			h.Tasks.Dated++
		case t.Active:
			h.Tasks.Undated, h.Tasks.Active = h.Tasks.Undated+1, h.Tasks.Active+1
		default:
			h.Tasks.Undated++
		}
	}
	return err
}

func settled() []assignment.State {
	return []assignment.State{assignment.HandedIn, assignment.Completed}
}

// upcoming gathers what falls due from today on, as far as the caller sees it.
func (v *view) upcoming(h *Home) error {
	last := v.today.AddDays(ahead)
	after, until := v.today.Time(clock.Zone), last.AddDays(1).Time(clock.Zone)
	reports, assignments := report.VisibleTo(v.tx.Table("reports"), v.by), assignment.VisibleTo(v.tx.Table("assignments"), v.by)
	const lastDay = "CAST((%s - interval '1 microsecond') AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date)"
	owed := reports.Session(&gorm.Session{}).Where(round.OpenSQL).Where("kind = 'agency' AND state = 'draft' AND coalesce(due_before, 'infinity') > ? AND coalesce(due_before, 'infinity') <= ?", after, until).
		Select(fmt.Sprintf(lastDay, "due_before") + ` AS "on", 'round' AS kind, round_id AS id, plan_id, min(title) AS title, NULL::integer AS ordinal,
			NULL::uuid AS agency_id, '' AS agency, count(*) AS open`).Group("due_before, round_id, plan_id")
	again := reports.Session(&gorm.Session{}).Where("state = 'returned' AND resubmit_before > ? AND resubmit_before <= ?", after, until).
		Select(fmt.Sprintf(lastDay, "resubmit_before") + ", 'resubmission', id, plan_id, title, NULL, agency_id, agency_name, 1")
	work := assignments.Where(assignment.OpenSQL+" AND coalesce(due_on, 'infinity') BETWEEN ? AND ?", v.today, last).
		Select("due_on, 'task', task_id, plan_id, min(task_title), min(task_ordinal), NULL, '', count(*)").Group("due_on, task_id, plan_id")
	err := v.tx.Raw(`SELECT * FROM (? UNION ALL ? UNION ALL ?) due WHERE `+issuedPlans+` ORDER BY "on", kind, title, id LIMIT ?`,
		owed, again, work, shown).Scan(&h.Upcoming).Error
	if h.Upcoming == nil {
		h.Upcoming = []Event{}
	}
	return err
}
