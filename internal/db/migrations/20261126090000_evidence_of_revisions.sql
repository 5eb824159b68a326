-- +goose Up

-- The first revision of its report that a file belongs to; 0 for what is attached to anything else. What a revision cites stays.
ALTER TABLE attachments ADD COLUMN revision integer NOT NULL DEFAULT 0;
UPDATE attachments a SET revision = 1 + (
    SELECT count(*) FROM report_revisions r WHERE r.report_id = a.owner_id AND r.submitted_at < a.created_at)
WHERE a.owner_kind = 'report';
ALTER TABLE attachments ALTER COLUMN revision DROP DEFAULT;
