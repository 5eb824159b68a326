package overview

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"lantoa/internal/access"
	"lantoa/internal/agency"
	"lantoa/internal/assignment"
	"lantoa/internal/clock"
	"lantoa/internal/day"
	"lantoa/internal/db"
	"lantoa/internal/plan"
	"lantoa/internal/report"
	"lantoa/internal/round"
)

// Matrix is a plan's agencies against its rounds and tasks, each cell how that duty stands.
type Matrix struct {
	PlanID  uuid.UUID `json:"plan_id" format:"uuid"`
	Title   string    `json:"title"`
	AsOf    time.Time `json:"as_of" format:"date-time"`
	Columns []Column  `json:"columns"` // rounds by deadline, then tasks in the plan's order
	Rows    []Row     `json:"rows"`    // a page of them: wards and communes, then the others, by name
	Totals  []Total   `json:"totals"`  // for each group and column over all agencies; with the first page alone

	NextCursor *string `json:"next_cursor" extensions:"x-nullable"` // of the next page of rows
} // @name Matrix

// Column is one round or one task.
type Column struct {
	ID        uuid.UUID  `json:"id" format:"uuid"`
	Kind      string     `json:"kind" enums:"round,task"`
	Title     string     `json:"title"`
	Ordinal   *int       `json:"ordinal" extensions:"x-nullable"`                       // of a task
	DueBefore *time.Time `json:"due_before" format:"date-time" extensions:"x-nullable"` // of a round; exclusive
	Schedule  string     `json:"schedule" example:"Quý II, III/2024"`                   // the plan's words
} // @name MatrixColumn

// Row is one agency.
type Row struct {
	AgencyID uuid.UUID `json:"agency_id" format:"uuid"`
	Agency   string    `json:"agency" example:"Xã Phổ An"` // the short name
	Name     string    `json:"name" example:"UBND xã Phổ An"`
	Group    Group     `json:"group" enums:"communes,others"`
	Cells    []Cell    `json:"cells"` // in the columns' order; no cell where nothing is owed
} // @name MatrixRow

// Cell is how one duty stands.
type Cell struct {
	Column       int             `json:"column"` // its place among the columns, from 0
	ReportID     *uuid.UUID      `json:"report_id" format:"uuid" extensions:"x-nullable"`
	AssignmentID *uuid.UUID      `json:"assignment_id" format:"uuid" extensions:"x-nullable"`
	Part         assignment.Part `json:"part" enums:"lead,coordinate," swaggertype:"string"` // of an assignment
	State        string          `json:"state"`
	Standing     string          `json:"standing"`
	DaysLate     int             `json:"days_late"`
	DaysLeft     *int            `json:"days_left" extensions:"x-nullable"`
	UpdatedOn    *day.Day        `json:"updated_on" swaggertype:"string" format:"date" extensions:"x-nullable"`
} // @name MatrixCell

// Total counts one column over one group; each duty counts under exactly one standing.
type Total struct {
	Group    Group          `json:"group" enums:"communes,others"`
	Column   int            `json:"column"` // its place among the columns, from 0
	Agencies int            `json:"agencies"`
	Standing map[string]int `json:"standing"`
	Awaiting int            `json:"awaiting"` // handed in, waiting for review or confirmation
	Returned int            `json:"returned"`
} // @name MatrixTotal

// Matrix gives a page of a plan's matrix: to the culture office and the leader whole, to the others what they see of it.
func (s *Store) Matrix(ctx context.Context, by access.Actor, planID uuid.UUID, page db.Page) (*Matrix, error) {
	p, err := s.Plans.Find(ctx, by, planID)
	if err != nil {
		return nil, err
	}
	tx := db.Conn(ctx, s.DB)
	m := &Matrix{PlanID: p.ID, Title: p.Title, AsOf: s.Clock.Now(), Columns: []Column{}, Rows: []Row{}, Totals: []Total{}}
	places, err := m.head(tx, by, p)
	if err != nil {
		return nil, err
	}
	agencies, err := db.List[matrixAgency](owing(tx, by, planID), "agencies", page, MatrixOrders())
	if err != nil {
		return nil, err
	}
	m.NextCursor = agencies.NextCursor
	if err := s.fill(tx, by, m, agencies.Items, places); err != nil {
		return nil, err
	}
	if page.Cursor == "" {
		err = s.total(tx, by, m, places)
	}
	return m, err
}

// MatrixOrders is how the rows of a matrix are sorted.
func MatrixOrders() db.Orders {
	return db.Orders{Own: "name", By: map[string]db.Order{"name": agency.CommunesFirstOrder()}}
}

// matrixAgency is an agency as a row of the matrix names it.
type matrixAgency struct {
	ID                    uuid.UUID
	Name, ShortName, Kind string
}

// duties gives the reports and assignments of a plan that the actor sees.
func duties(tx *gorm.DB, by access.Actor, planID uuid.UUID) (reports, assignments *gorm.DB) {
	return report.VisibleTo(tx.Table("reports"), by).Where("reports.plan_id = ? AND reports.kind = ?", planID, report.OfAgency),
		assignment.VisibleTo(tx.Table("assignments"), by).Where("assignments.plan_id = ?", planID)
}

// owing keeps the agencies with a duty in the plan that the actor sees. OFFSET 0 has the database ask agency by agency, until the
// page is full, where it would gather every duty of the plan first.
func owing(tx *gorm.DB, by access.Actor, planID uuid.UUID) *gorm.DB {
	reports, assignments := duties(tx, by, planID)
	return tx.Where("(EXISTS (?) OR EXISTS (?))",
		assignments.Select("1").Where("assignments.agency_id = agencies.id").Offset(0),
		reports.Select("1").Where("reports.agency_id = agencies.id").Offset(0))
}

// fill writes the rows of these agencies.
func (s *Store) fill(tx *gorm.DB, by access.Actor, m *Matrix, agencies []matrixAgency, places map[uuid.UUID]int) error {
	ids := make([]uuid.UUID, len(agencies))
	for i, a := range agencies {
		ids[i] = a.ID
	}
	ofReports, ofAssignments := duties(tx, by, m.PlanID)
	var reports []report.Line
	if err := ofReports.Where("reports.agency_id IN ?", ids).Find(&reports).Error; err != nil {
		return err
	}
	var assignments []assignment.Assignment
	if err := ofAssignments.Where("assignments.agency_id IN ?", ids).Find(&assignments).Error; err != nil {
		return err
	}
	cells := map[uuid.UUID][]Cell{}
	put := func(of, column uuid.UUID, c Cell) {
		c.Column = places[column]
		cells[of] = append(cells[of], c)
	}
	for i := range reports {
		put(reports[i].AgencyID, reports[i].RoundID, s.reportCell(&reports[i], by))
	}
	for i := range assignments {
		put(assignments[i].AgencyID, assignments[i].TaskID, s.assignmentCell(&assignments[i], by))
	}
	for _, a := range agencies {
		slices.SortFunc(cells[a.ID], func(x, y Cell) int { return x.Column - y.Column })
		m.Rows = append(m.Rows, Row{AgencyID: a.ID, Agency: a.ShortName, Name: a.Name, Group: groupOf(a.Kind), Cells: cells[a.ID]})
	}
	return nil
}

// head writes the columns and gives the place of each round and task.
func (m *Matrix) head(tx *gorm.DB, by access.Actor, p *plan.Plan) (map[uuid.UUID]int, error) {
	places := map[uuid.UUID]int{}
	var rounds []round.Round
	err := tx.Select("id, title, due_before, due_text").Where("plan_id = ? AND issuer_id = ?", p.ID, by.ScopeID).
		Order("due_before, id").Find(&rounds).Error
	if err != nil {
		return nil, err
	}
	for i := range rounds {
		r := &rounds[i]
		places[r.ID] = len(m.Columns)
		m.Columns = append(m.Columns, Column{ID: r.ID, Kind: "round", Title: r.Title, DueBefore: &r.DueBefore, Schedule: r.DueText})
	}
	for i := range p.Tasks {
		t := &p.Tasks[i]
		places[t.ID] = len(m.Columns)
		m.Columns = append(m.Columns, Column{ID: t.ID, Kind: "task", Title: t.Title, Ordinal: &t.Ordinal, Schedule: t.Schedule.Text})
	}
	return places, nil
}

func (s *Store) reportCell(l *report.Line, by access.Actor) Cell {
	l.Dress(by, s.Clock.Now(), s.DueSoonDays)
	c := Cell{ReportID: &l.ID, State: string(l.State), Standing: string(l.Standing), DaysLate: l.DaysLate, UpdatedOn: new(day.Of(l.UpdatedAt, clock.Zone))}
	if l.Standing == round.DueSoon || l.Standing == round.Upcoming {
		c.DaysLeft = new(s.Clock.Today().DaysUntil(round.LastGoodDay(*l.DueBefore)))
	}
	return c
}

func (s *Store) assignmentCell(a *assignment.Assignment, by access.Actor) Cell {
	a.Dress(by, s.Clock.Today(), s.DueSoonDays)
	c := Cell{AssignmentID: &a.ID, Part: a.Part, State: string(a.State), Standing: string(a.Standing), DaysLate: a.DaysLate, UpdatedOn: a.UpdatedOn}
	if a.Standing == assignment.DueSoon || a.Standing == assignment.Upcoming {
		c.DaysLeft = new(s.Clock.Today().DaysUntil(*a.DueOn))
	}
	return c
}

// total counts every column over each group of agencies, in the database; an agency counts in the group of its row, by its kind of today.
func (s *Store) total(tx *gorm.DB, by access.Actor, m *Matrix, places map[uuid.UUID]int) error {
	for _, group := range []Group{Communes, Others} {
		for column := range m.Columns {
			m.Totals = append(m.Totals, Total{Group: group, Column: column, Standing: map[string]int{}})
		}
	}
	reports, assignments := duties(tx, by, m.PlanID)
	rounds := []uuid.UUID{} // by which reports are counted, without their text
	for _, c := range m.Columns {
		if c.Kind == "round" {
			rounds = append(rounds, c.ID)
		}
	}
	const counts = "count(*) AS n, count(*) FILTER (WHERE state IN ('submitted', 'handed_in')) AS awaiting, count(*) FILTER (WHERE state = 'returned') AS returned"
	var rows []struct {
		ID                    uuid.UUID
		Kind, Standing        string
		N, Awaiting, Returned int
	}
	err := tx.Raw("? UNION ALL ?",
		reports.Joins("JOIN agencies ON agencies.id = reports.agency_id").Where("round_id IN ?", rounds).
			Select("round_id AS id, agencies.kind, "+round.StandingSQL+" AS standing, "+counts, round.StandingArgs(s.Clock.Now(), s.DueSoonDays)...).
			Group("1, 2, 3"),
		assignments.Joins("JOIN agencies ON agencies.id = assignments.agency_id").
			Select("task_id AS id, agencies.kind, "+assignment.StandingSQL+" AS standing, "+counts, assignment.StandingArgs(s.Clock.Today(), s.DueSoonDays)...).
			Group("1, 2, 3")).Scan(&rows).Error
	for _, row := range rows {
		at := places[row.ID]
		if groupOf(row.Kind) == Others {
			at += len(m.Columns)
		}
		t := &m.Totals[at]
		t.Agencies, t.Awaiting, t.Returned = t.Agencies+row.N, t.Awaiting+row.Awaiting, t.Returned+row.Returned
		t.Standing[row.Standing] += row.N
	}
	return err
}
