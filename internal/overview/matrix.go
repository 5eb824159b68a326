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
	Rows    []Row     `json:"rows"`    // wards and communes, then the others, by name
	Totals  []Total   `json:"totals"`  // for each group and column
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

// Matrix gives a plan's matrix: to the culture office and the leader whole, to the others what they see of it.
func (s *Store) Matrix(ctx context.Context, by access.Actor, planID uuid.UUID) (*Matrix, error) {
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
	var reports []report.Line
	if err := report.VisibleTo(tx, by).Where("plan_id = ? AND kind = ?", planID, report.OfAgency).Find(&reports).Error; err != nil {
		return nil, err
	}
	var assignments []assignment.Assignment
	if err := assignment.VisibleTo(tx, by).Where("plan_id = ?", planID).Find(&assignments).Error; err != nil {
		return nil, err
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
	if err := m.fill(tx, cells); err != nil {
		return nil, err
	}
	m.total()
	return m, nil
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

// fill writes the rows in the order in which offices name their agencies.
func (m *Matrix) fill(tx *gorm.DB, cells map[uuid.UUID][]Cell) error {
	ids := make([]uuid.UUID, 0, len(cells))
	for id := range cells {
		ids = append(ids, id)
	}
	var agencies []struct {
		ID                    uuid.UUID
		Name, ShortName, Kind string
	}
	err := tx.Raw("SELECT id, name, short_name, kind FROM agencies WHERE id IN ? ORDER BY "+agency.CommunesFirst("kind", "name")+", id",
		append(ids, uuid.Nil)).Scan(&agencies).Error
	for _, a := range agencies {
		slices.SortFunc(cells[a.ID], func(x, y Cell) int { return x.Column - y.Column })
		m.Rows = append(m.Rows, Row{AgencyID: a.ID, Agency: a.ShortName, Name: a.Name, Group: groupOf(a.Kind), Cells: cells[a.ID]})
	}
	return err
}

func (m *Matrix) total() {
	for _, group := range []Group{Communes, Others} {
		totals := make([]Total, len(m.Columns))
		for column := range totals {
			totals[column] = Total{Group: group, Column: column, Standing: map[string]int{}}
		}
		for _, row := range m.Rows {
			if row.Group != group {
				continue
			}
			for _, c := range row.Cells {
				totals[c.Column].add(c)
			}
		}
		m.Totals = append(m.Totals, totals...)
	}
}

func (t *Total) add(c Cell) {
	t.Agencies++
	t.Standing[c.Standing]++
	switch c.State {
	case string(report.Submitted), string(assignment.HandedIn):
		t.Awaiting++
	case string(report.Returned):
		t.Returned++
	}
}
