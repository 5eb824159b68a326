#!/bin/sh
# Puts back what backup.sh saved, in place of what is there: deploy/restore.sh /srv/backup/20241110T020000Z
# On a new machine first put the copy of /data/keys back: without the log's secret its chain cannot be verified.
set -eu
cd "$(dirname "$0")"
[ $# -eq 1 ] && [ -f "$1/database.dump" ] && [ -f "$1/blobs.tar" ] || { echo "usage: restore.sh FOLDER-OF-ONE-BACKUP" >&2; exit 2; }

docker compose stop api
docker compose up -d --wait db
docker compose exec -T db dropdb -U postgres --if-exists --force lantoa
docker compose exec -T db createdb -U postgres -O lantoa lantoa
docker compose exec -T db pg_restore -U postgres -d lantoa --exit-on-error <"$1/database.dump"
docker run --rm -i -v lantoa_data:/data debian:bookworm-slim sh -c 'rm -rf /data/blobs; tar -xf - -C /data' <"$1/blobs.tar"
# The restored log may end earlier than the one that was: its last seal is laid aside, not thrown away.
docker run --rm -v lantoa_data:/data debian:bookworm-slim sh -c 'cd /data/keys; if [ -f event.seal ]; then mv event.seal "event.seal.before-$(date -u +%Y%m%dT%H%M%SZ)"; fi'
docker compose up -d --wait api
docker compose exec -T api /lantoa verify
