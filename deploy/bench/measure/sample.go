package measure

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// sample is what the requests of one size name: rows chosen by a hash of their id, so that they lie all over the tables.
type sample struct {
	plans       []string // ids, the current one first
	rounds      []string
	accepted    string   // the round whose every report is accepted
	awaiting    string   // the round that is handed in these days
	assignments []string // any
	reports     []string // handed in
	communes    []string // usernames of heads
	writers     []writer
}

// writer is an agency with a draft to save and work to record.
type writer struct {
	Username, ReportID string
	Section, Entry     string // of the draft: one that is written, and its JSON
	AssignmentID       string // to record progress in
	MovedID            string // the assignment that goes from state to state
}

func (s *Stage) sample(ctx context.Context) (*sample, error) {
	if s.sampled != nil {
		return s.sampled, nil
	}
	out := &sample{}
	lists := []struct {
		into *[]string
		sql  string
	}{
		{&out.plans, "SELECT id::text FROM plans WHERE state IN ('issued', 'closed') ORDER BY year DESC"},
		{&out.rounds, "SELECT id::text FROM rounds WHERE due_before < '2024-11-30' ORDER BY due_before DESC"},
		{&out.assignments, "SELECT id::text FROM assignments ORDER BY md5(id::text) LIMIT 2000"},
		{&out.reports, "SELECT id::text FROM reports WHERE revision > 0 ORDER BY md5(id::text) LIMIT 2000"},
		{&out.communes, "SELECT username FROM accounts WHERE role = 'commune' AND position = 'head' ORDER BY md5(username) LIMIT 64"},
	}
	for _, l := range lists {
		rows, err := s.Pool.Query(ctx, l.sql)
		if err != nil {
			return nil, err
		}
		if *l.into, err = pgx.CollectRows(rows, pgx.RowTo[string]); err != nil {
			return nil, err
		}
		if len(*l.into) == 0 {
			return nil, fmt.Errorf("nothing there: %s", l.sql)
		}
	}
	const theRounds = `SELECT (SELECT id::text FROM rounds WHERE due_before = '2024-04-10+07'), (SELECT id::text FROM rounds WHERE due_before = '2024-11-10+07')`
	if err := s.Pool.QueryRow(ctx, theRounds).Scan(&out.accepted, &out.awaiting); err != nil {
		return nil, err
	}
	rows, err := s.Pool.Query(ctx, writersSQL)
	if err != nil {
		return nil, err
	}
	out.writers, err = pgx.CollectRows(rows, pgx.RowToStructByPos[writer])
	s.sampled = out
	return out, err
}

// writersSQL takes two assignments of each writer: one to record progress in, one, of the ninth task, to move from state to state.
const writersSQL = `SELECT DISTINCT ON (md5(a.username)) a.username, r.id::text, e.key, e.value::text, w.id::text, m.id::text
	FROM reports r JOIN accounts a ON a.agency_id = r.agency_id AND a.position = 'head'
		JOIN assignments w ON w.agency_id = r.agency_id AND w.plan_id = r.plan_id AND w.state = 'in_progress' AND w.task_ordinal <> 9
		JOIN assignments m ON m.agency_id = r.agency_id AND m.plan_id = r.plan_id AND m.state IN ('in_progress', 'handed_in', 'returned') AND m.task_ordinal = 9,
		jsonb_each(r.content->'sections') e
	WHERE r.state = 'draft' AND r.due_before > '2024-12-01' AND NOT (e.value->>'nil')::boolean AND e.value->'values' <> '{}'
	ORDER BY md5(a.username), e.key, w.id LIMIT 16`
