-- +goose Up

-- A refresh token that was used a moment ago is answered again with the same successor.
ALTER TABLE sessions ADD COLUMN used_hash bytea NOT NULL DEFAULT '', ADD COLUMN seed bytea NOT NULL DEFAULT decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
ALTER TABLE sessions ALTER COLUMN used_hash DROP DEFAULT, ALTER COLUMN seed DROP DEFAULT;
