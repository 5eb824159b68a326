-- +goose Up

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- fold takes case, tone marks and đ away, so that «thi xa duc pho» finds «thị xã Đức Phổ».
-- +goose StatementBegin
CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC))) $$;
-- +goose StatementEnd

CREATE TABLE agencies (
    id          uuid PRIMARY KEY,
    version     bigint NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    name        text NOT NULL CHECK (name <> ''),
    short_name  text NOT NULL,
    aliases     jsonb NOT NULL,
    kind        text NOT NULL,
    code        text,
    parent_id   uuid REFERENCES agencies,
    email       text NOT NULL,
    phone       text NOT NULL,
    valid_from  date,
    valid_to    date,
    folded      text NOT NULL GENERATED ALWAYS AS (fold(name || ' ' || short_name)) STORED
);
CREATE INDEX agencies_parent ON agencies (parent_id, kind);
CREATE INDEX agencies_name ON agencies ((name COLLATE "vi-x-icu"), id);
CREATE INDEX agencies_folded ON agencies USING gin (folded gin_trgm_ops);

CREATE TABLE agency_groups (
    id          uuid PRIMARY KEY,
    version     bigint NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    name        text NOT NULL UNIQUE CHECK (name <> ''),
    aliases     jsonb NOT NULL,
    by_hand     boolean NOT NULL,
    kinds       jsonb NOT NULL,
    member_ids  jsonb NOT NULL
);

CREATE TABLE accounts (
    id                   uuid PRIMARY KEY,
    version              bigint NOT NULL,
    created_at           timestamptz NOT NULL,
    updated_at           timestamptz NOT NULL,
    username             text NOT NULL UNIQUE CHECK (username <> ''),
    agency_id            uuid NOT NULL REFERENCES agencies,
    role                 text NOT NULL,
    position             text NOT NULL,
    state                text NOT NULL,
    password_hash        text NOT NULL,
    must_change_password boolean NOT NULL,
    failures             integer NOT NULL,
    locked_until         timestamptz,
    signed_in_at         timestamptz
);
CREATE INDEX accounts_agency ON accounts (agency_id);

CREATE TABLE sessions (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES accounts,
    created_at   timestamptz NOT NULL,
    used_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    device       text NOT NULL,
    secret_hash  bytea NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id, created_at);

CREATE TABLE report_templates (
    id          uuid PRIMARY KEY,
    version     bigint NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    issuer_id   uuid NOT NULL REFERENCES agencies,
    name        text NOT NULL CHECK (name <> ''),
    note        text NOT NULL,
    sections    jsonb NOT NULL
);
CREATE INDEX report_templates_issuer ON report_templates (issuer_id, created_at, id);

CREATE TABLE plans (
    id               uuid PRIMARY KEY,
    version          bigint NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    state            text NOT NULL,
    document_kind    text NOT NULL,
    number           text,
    issued_on        date,
    issuer_id        uuid NOT NULL REFERENCES agencies,
    drafter_id       uuid NOT NULL REFERENCES agencies,
    issuer           jsonb NOT NULL,
    title            text NOT NULL,
    year             integer NOT NULL,
    starts_on        date NOT NULL,
    ends_on          date NOT NULL,
    opening          text NOT NULL,
    legal_bases      jsonb NOT NULL,
    purposes         jsonb NOT NULL,
    requirements     jsonb NOT NULL,
    funding          text NOT NULL,
    responsibilities jsonb NOT NULL,
    reporting        jsonb NOT NULL,
    closing          text NOT NULL,
    recipients       jsonb NOT NULL,
    signature        jsonb NOT NULL,
    settled_groups   jsonb NOT NULL,
    resolution       jsonb NOT NULL,
    return_note      text NOT NULL,
    note             text NOT NULL,
    folded           text NOT NULL GENERATED ALWAYS AS (fold(coalesce(number, '') || ' ' || title)) STORED,
    CHECK (starts_on <= ends_on)
);
CREATE INDEX plans_issuer ON plans (issuer_id, year, id);
CREATE UNIQUE INDEX plans_number ON plans (issuer_id, number, (extract(year FROM issued_on))) WHERE state IN ('issued', 'closed');
CREATE INDEX plans_folded ON plans USING gin (folded gin_trgm_ops);

CREATE TABLE tasks (
    id                 uuid PRIMARY KEY,
    version            bigint NOT NULL,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    plan_id            uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
    issuer_id          uuid NOT NULL REFERENCES agencies,
    ordinal            integer NOT NULL,
    title              text NOT NULL,
    content_label      text,
    content            jsonb NOT NULL,
    leads              jsonb NOT NULL,
    coordinators       jsonb NOT NULL,
    schedule_text      text NOT NULL,
    schedule_kind      text NOT NULL,
    schedule_starts_on date,
    schedule_ends_on   date,
    folded             text NOT NULL GENERATED ALWAYS AS (fold(title)) STORED
);
CREATE INDEX tasks_plan ON tasks (plan_id, ordinal);
CREATE INDEX tasks_folded ON tasks USING gin (folded gin_trgm_ops);

CREATE TABLE assignments (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    plan_id       uuid NOT NULL REFERENCES plans,
    task_id       uuid NOT NULL REFERENCES tasks,
    issuer_id     uuid NOT NULL REFERENCES agencies,
    agency_id     uuid NOT NULL REFERENCES agencies,
    agency_name   text NOT NULL,
    task_ordinal  integer NOT NULL,
    task_title    text NOT NULL,
    part          text NOT NULL,
    reviewer      text NOT NULL,
    state         text NOT NULL,
    schedule_kind text NOT NULL,
    starts_on     date,
    due_on        date,
    done_on       date,
    result        text NOT NULL,
    return_note   text NOT NULL,
    updated_on    date,
    updates       integer NOT NULL,
    UNIQUE (task_id, agency_id)
);
CREATE INDEX assignments_agency ON assignments (agency_id, plan_id);
CREATE INDEX assignments_plan ON assignments (plan_id, agency_id);
CREATE INDEX assignments_due ON assignments (issuer_id, (coalesce(due_on, 'infinity'::date)), id);

CREATE TABLE progress_updates (
    id            uuid PRIMARY KEY,
    version       bigint NOT NULL,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    assignment_id uuid NOT NULL REFERENCES assignments,
    plan_id       uuid NOT NULL REFERENCES plans,
    task_id       uuid NOT NULL REFERENCES tasks,
    agency_id     uuid NOT NULL REFERENCES agencies,
    issuer_id     uuid NOT NULL REFERENCES agencies,
    done_on       date NOT NULL,
    text          text NOT NULL,
    links         jsonb NOT NULL
);
CREATE INDEX progress_updates_assignment ON progress_updates (assignment_id, id);

CREATE TABLE rounds (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    plan_id         uuid NOT NULL REFERENCES plans,
    issuer_id       uuid NOT NULL REFERENCES agencies,
    template_id     uuid NOT NULL REFERENCES report_templates,
    title           text NOT NULL,
    sections        jsonb NOT NULL,
    starts_on       date NOT NULL,
    ends_on         date NOT NULL,
    due_before      timestamptz NOT NULL,
    due_text        text NOT NULL,
    to_id           uuid NOT NULL REFERENCES agencies,
    to_name         text NOT NULL,
    through_id      uuid NOT NULL REFERENCES agencies,
    through_name    text NOT NULL,
    state           text NOT NULL
);
CREATE INDEX rounds_plan ON rounds (plan_id);
CREATE INDEX rounds_issuer ON rounds (issuer_id, due_before, id);

CREATE SEQUENCE receipt_numbers;

CREATE TABLE reports (
    id                 uuid PRIMARY KEY,
    version            bigint NOT NULL,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    kind               text NOT NULL,
    round_id           uuid NOT NULL REFERENCES rounds,
    plan_id            uuid NOT NULL REFERENCES plans,
    issuer_id          uuid NOT NULL REFERENCES agencies,
    agency_id          uuid NOT NULL REFERENCES agencies,
    agency_name        text NOT NULL,
    agency_kind        text NOT NULL,
    title              text NOT NULL,
    due_before         timestamptz,
    state              text NOT NULL,
    section_codes      jsonb NOT NULL,
    content            jsonb NOT NULL,
    progress           jsonb NOT NULL,
    nil                boolean NOT NULL,
    revision           integer NOT NULL,
    receipt            text,
    first_submitted_at timestamptz,
    submitted_at       timestamptz,
    accepted_at        timestamptz,
    remarks            jsonb NOT NULL,
    return_note        text NOT NULL,
    resubmit_before    timestamptz,
    exempt_reason      text,
    number             text,
    dated_on           date,
    signature          jsonb NOT NULL,
    frozen             jsonb
);
CREATE UNIQUE INDEX reports_agency ON reports (round_id, agency_id) WHERE kind = 'agency';
CREATE UNIQUE INDEX reports_consolidated ON reports (round_id) WHERE kind = 'consolidated';
CREATE INDEX reports_own ON reports (agency_id, (coalesce(due_before, 'infinity'::timestamptz)), id);
CREATE INDEX reports_issuer ON reports (issuer_id, (coalesce(due_before, 'infinity'::timestamptz)), id);
CREATE INDEX reports_plan ON reports (plan_id);

CREATE TABLE report_revisions (
    id           uuid PRIMARY KEY,
    report_id    uuid NOT NULL REFERENCES reports,
    number       integer NOT NULL,
    content      jsonb NOT NULL,
    receipt      text NOT NULL,
    submitted_at timestamptz NOT NULL,
    submitted_by uuid NOT NULL REFERENCES accounts,
    UNIQUE (report_id, number)
);

CREATE TABLE attachments (
    id          uuid PRIMARY KEY,
    version     bigint NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    owner_kind  text NOT NULL,
    owner_id    uuid NOT NULL,
    issuer_id   uuid NOT NULL REFERENCES agencies,
    agency_id   uuid NOT NULL REFERENCES agencies,
    name        text NOT NULL,
    media_type  text NOT NULL,
    size        bigint NOT NULL,
    sha256      text NOT NULL,
    blob_key    text NOT NULL,
    no_secrets_confirmed boolean NOT NULL
);
CREATE INDEX attachments_owner ON attachments (owner_kind, owner_id, id);

-- The log. Rows are only ever added; sealing adds a row of its own beside them.
CREATE TABLE events (
    id          uuid PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    business_at timestamptz NOT NULL,
    did         text NOT NULL,
    noun        text NOT NULL,
    noun_id     uuid NOT NULL,
    audience    text NOT NULL,
    scope_id    uuid,
    agency_id   uuid,
    account_id  uuid,
    by_agency_id uuid,
    by_role     text NOT NULL,
    changes     jsonb NOT NULL
);
CREATE INDEX events_noun ON events (noun_id, id);

CREATE TABLE event_pending (
    event_id uuid PRIMARY KEY REFERENCES events,
    xid      xid8 NOT NULL DEFAULT pg_current_xact_id()
);

CREATE TABLE event_seals (
    seq      bigint PRIMARY KEY,
    event_id uuid NOT NULL UNIQUE REFERENCES events,
    hash     bytea NOT NULL
);

-- +goose StatementBegin
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$;
-- +goose StatementEnd
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE idempotency_keys (
    account_id uuid NOT NULL REFERENCES accounts,
    route      text NOT NULL,
    key        text NOT NULL,
    body_hash  bytea NOT NULL,
    status     integer NOT NULL,
    headers    jsonb NOT NULL,
    body       bytea NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, route, key)
);
CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);
