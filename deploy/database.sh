#!/bin/sh
# Runs once, when the database container makes its data: the program's own role owns its database but is no superuser, so
# that the log's rows stay closed to it.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -v password="$POSTGRES_LANTOA_PASSWORD" <<'SQL'
CREATE ROLE lantoa LOGIN PASSWORD :'password';
CREATE DATABASE lantoa OWNER lantoa;
SQL
