-- +goose Up

-- Wrong passwords in a row for one account from one place: a stranger locks the account where the stranger is, and nowhere else.
CREATE TABLE sign_in_trials (
    account_id   uuid NOT NULL REFERENCES accounts,
    place        text NOT NULL,
    failures     integer NOT NULL,
    locked_until timestamptz,
    tried_at     timestamptz NOT NULL,
    PRIMARY KEY (account_id, place)
);
CREATE INDEX sign_in_trials_tried ON sign_in_trials (tried_at);
ALTER TABLE accounts DROP COLUMN failures;
