-- +goose Up

-- Whether what a report says now is what was handed in: its reviewers read nothing else.
ALTER TABLE reports ADD COLUMN handed_in boolean NOT NULL DEFAULT false;
UPDATE reports SET handed_in = true
WHERE state IN ('submitted', 'accepted', 'approved')
   OR (state IN ('locked', 'exempted') AND content = (
        SELECT r.content FROM report_revisions r WHERE r.report_id = reports.id ORDER BY r.number DESC LIMIT 1));
ALTER TABLE reports ALTER COLUMN handed_in DROP DEFAULT;

-- Whether an assignment's plan is closed: nothing in it changes any more.
ALTER TABLE assignments ADD COLUMN ended boolean NOT NULL DEFAULT false;
UPDATE assignments SET ended = true FROM plans WHERE plans.id = assignments.plan_id AND plans.state = 'closed';
ALTER TABLE assignments ALTER COLUMN ended DROP DEFAULT;

CREATE INDEX assignments_state ON assignments (plan_id, state, (coalesce(due_on, 'infinity'::date)), id);
CREATE INDEX assignments_name ON assignments (issuer_id, (agency_name COLLATE "vi-x-icu"), id);
CREATE INDEX progress_updates_plan ON progress_updates (plan_id);
CREATE INDEX progress_updates_task ON progress_updates (task_id);
CREATE INDEX reports_round ON reports (round_id, (coalesce(due_before, 'infinity'::timestamptz)), id);
