package overview

import (
	"github.com/google/uuid"

	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// rounds gives the newest rounds of issued plans, with every agency in them.
func (v *view) rounds(h *Home) error {
	var all []round.Round
	err := v.tx.Omit("sections").Where("issuer_id = ?", v.by.ScopeID).Where(issuedPlans).Order("due_before DESC, id DESC").Limit(roundsShown).Find(&all).Error
	if err != nil || len(all) == 0 {
		return err
	}
	ids := make([]uuid.UUID, len(all))
	for i := range all {
		ids[i] = all[i].ID
	}
	reports, err := v.reports(report.VisibleTo(v.tx, v.by).Where("round_id IN ?", ids).
		Order(agency.CommunesFirst("agency_kind", "agency_name") + ", id"))
	for i := range all {
		h.Rounds = append(h.Rounds, v.glance(&all[i], reports))
	}
	return err
}

func (v *view) glance(r *round.Round, reports []report.Line) RoundGlance {
	out := RoundGlance{ID: r.ID, PlanID: r.PlanID, Title: r.Title, DueBefore: r.DueBefore, DueText: r.DueText, State: r.State, Agencies: []AgencyGlance{}}
	groups := map[Group]*GroupGlance{}
	for _, g := range []Group{Communes, Others} {
		groups[g] = &GroupGlance{Group: g, Late: []string{}, Missing: []string{}}
	}
	for i := range reports {
		l := &reports[i]
		switch {
		case l.RoundID != r.ID:
		case l.Kind == report.Consolidated:
			out.ConsolidatedID, out.Consolidated = &l.ID, new(string(l.State))
		default:
			a := AgencyGlance{AgencyID: l.AgencyID, Agency: called(v.names, l.AgencyID, l.AgencyName), Group: groupOf(l.AgencyKind), ReportID: l.ID,
				State: string(l.State), Standing: l.Standing, DaysLate: l.DaysLate, HandedInAt: l.FirstSubmittedAt}
			out.Agencies = append(out.Agencies, a)
			groups[a.Group].add(l, a.Agency)
			out.Counts.Add(l.Standing, l.State == report.Submitted, l.State == report.Returned, l.AcceptedAt != nil)
		}
	}
	out.Counts.Settle()
	for _, g := range []Group{Communes, Others} {
		groups[g].Counts.Settle()
		out.Groups = append(out.Groups, *groups[g])
	}
	return out
}

func (g *GroupGlance) add(l *report.Line, name string) {
	g.Counts.Add(l.Standing, l.State == report.Submitted, l.State == report.Returned, l.AcceptedAt != nil)
	if l.Standing == round.Late {
		g.Late = append(g.Late, name)
	}
	if l.Standing == round.Missing {
		g.Missing = append(g.Missing, name)
	}
}

// tasks counts the tasks of issued plans, in one query.
func (v *view) tasks(h *Home) error {
	var rows []struct {
		Ordinal                      int
		Dated, Overdue, Open, Active bool
	}
	err := v.tx.Raw(`SELECT task_ordinal AS ordinal, bool_or(due_on IS NOT NULL) AS dated, bool_or(state <> ?) AS open, bool_or(updates > 0 OR state IN ?) AS active,
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
	var rows []Event
	reports, assignments := report.VisibleTo(v.tx.Table("reports"), v.by), assignment.VisibleTo(v.tx.Table("assignments"), v.by)
	err := v.tx.Raw(`SELECT * FROM (
		SELECT CAST((due_before - interval '1 microsecond') AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date) AS "on", 'round' AS kind, round_id AS id, plan_id,
			min(title) AS title, NULL::integer AS ordinal, NULL::uuid AS agency_id, '' AS agency, count(*) AS open
		FROM (?) owed WHERE kind = 'agency' AND state = 'draft' GROUP BY due_before, round_id, plan_id
		UNION ALL
		SELECT CAST((resubmit_before - interval '1 microsecond') AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date), 'resubmission', id, plan_id, title, NULL, agency_id, agency_name, 1
		FROM (?) sent_back WHERE state = 'returned' AND resubmit_before IS NOT NULL
		UNION ALL
		SELECT due_on, 'task', task_id, plan_id, min(task_title), min(task_ordinal), NULL, '', count(*)
		FROM (?) work WHERE state NOT IN ? GROUP BY due_on, task_id, plan_id
	) due WHERE "on" BETWEEN ? AND ? AND `+issuedPlans+` ORDER BY "on", kind, title, id LIMIT ?`,
		reports.Select("reports.*"), reports.Select("reports.*"), assignments.Select("assignments.*"), settled(), v.today, last, shown).Scan(&rows).Error
	for i := range rows {
		if id := rows[i].AgencyID; id != nil {
			rows[i].Agency = called(v.names, *id, rows[i].Agency)
		}
	}
	h.Upcoming = append(h.Upcoming, rows...)
	return err
}
