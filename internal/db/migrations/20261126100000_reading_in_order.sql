-- +goose Up

-- Whom a row of the log is for stands beside its number, so that each reader's part of it is found in order.
ALTER TABLE event_seals ADD COLUMN audience text NOT NULL DEFAULT '', ADD COLUMN scope_id uuid, ADD COLUMN agency_id uuid;
ALTER TABLE event_seals DISABLE TRIGGER event_seals_append_only;
UPDATE event_seals SET audience = e.audience, scope_id = e.scope_id, agency_id = e.agency_id FROM events e WHERE e.id = event_id;
ALTER TABLE event_seals ENABLE TRIGGER event_seals_append_only;
ALTER TABLE event_seals ALTER COLUMN audience DROP DEFAULT;
CREATE INDEX event_seals_scope ON event_seals (scope_id, audience, seq);
CREATE INDEX event_seals_agency ON event_seals (agency_id, audience, seq);

-- The matrix reads a page of agencies: in the order in which offices name them, with what each owes in the plan.
CREATE INDEX agencies_named ON agencies (((CASE WHEN kind IN ('ward', 'commune') THEN '0' ELSE '1' END || name) COLLATE "vi-x-icu"), id);
CREATE INDEX reports_plan_agency ON reports (plan_id, agency_id);
DROP INDEX reports_plan;

-- What is open, by its deadline, and what waits, by how long: lists and homes ask for nothing more often.
CREATE INDEX assignments_open ON assignments (issuer_id, (coalesce(due_on, 'infinity'::date)), id) WHERE state NOT IN ('handed_in', 'completed');
CREATE INDEX reports_open ON reports (issuer_id, (coalesce(due_before, 'infinity'::timestamptz)), id) WHERE first_submitted_at IS NULL AND exempt_reason IS NULL;
CREATE INDEX reports_waiting ON reports (issuer_id, state, (coalesce(submitted_at, 'infinity'::timestamptz)), id);
