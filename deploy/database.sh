#!/bin/sh
# Runs once, when the database container makes its data: one role owns the database and migrates it, another serves and owns
# nothing. The owner grants it what it needs at every start: of the log's rows to read and add, never to change.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -v owner="$POSTGRES_LANTOA_PASSWORD" -v serving="$POSTGRES_SERVING_PASSWORD" <<'SQL'
CREATE ROLE lantoa LOGIN PASSWORD :'owner';
CREATE ROLE lantoa_serving LOGIN PASSWORD :'serving';
CREATE DATABASE lantoa OWNER lantoa;
SQL
