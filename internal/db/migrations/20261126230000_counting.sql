-- +goose Up

-- Counting a round or a plan reads an index alone: nothing of what was written in it.
ALTER TABLE reports ADD COLUMN exempted boolean NOT NULL GENERATED ALWAYS AS (exempt_reason IS NOT NULL) STORED;
CREATE INDEX reports_counted ON reports (round_id, kind)
    INCLUDE (plan_id, issuer_id, agency_id, agency_kind, state, due_before, exempted, first_submitted_at, nil, accepted_at);
ALTER TABLE assignments ADD COLUMN worked boolean NOT NULL GENERATED ALWAYS AS (updates > 0) STORED;
CREATE INDEX assignments_counted ON assignments (plan_id, task_id) INCLUDE (task_ordinal, issuer_id, agency_id, state, worked, due_on, done_on);
CREATE INDEX assignments_waiting ON assignments (issuer_id, reviewer, updated_at, id) WHERE state = 'handed_in' AND NOT ended;
DROP INDEX reports_open;
CREATE INDEX reports_open ON reports (issuer_id, (coalesce(due_before, 'infinity'::timestamptz)), id) WHERE first_submitted_at IS NULL AND NOT exempted;
