-- +goose Up

-- A number is given once a year, as with plans; what was given twice before stands as it was signed.
-- +goose StatementBegin
DO $$
DECLARE twice uuid[];
BEGIN
    SELECT coalesce(array_agg(id), '{}') INTO twice FROM (
        SELECT id, row_number() OVER (PARTITION BY issuer_id, number, extract(year FROM dated_on) ORDER BY accepted_at, id) AS nth
        FROM reports WHERE state = 'approved') AS numbered
    WHERE nth > 1;
    EXECUTE format('CREATE UNIQUE INDEX reports_number ON reports (issuer_id, number, (extract(year FROM dated_on)))
        WHERE state = ''approved'' AND id <> ALL (%L::uuid[])', twice);
END $$;
-- +goose StatementEnd
