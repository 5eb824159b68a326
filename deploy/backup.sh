#!/bin/sh
# Saves the database and the attachments of compose.yaml while they are in use: deploy/backup.sh /srv/backup
# The database goes first: attachments that come meanwhile do no harm, missing ones would. The keys are left out on purpose;
# keep one copy of /data/keys at another place.
set -eu
cd "$(dirname "$0")"
[ $# -eq 1 ] || { echo "usage: backup.sh FOLDER" >&2; exit 2; }
umask 077
to="$1/$(date -u +%Y%m%dT%H%M%SZ)"
mkdir -p "$to.part"

docker compose exec -T db pg_dump -U postgres -Fc lantoa >"$to.part/database.dump"
docker run --rm -v lantoa_data:/data:ro debian:bookworm-slim \
	sh -c 'mkdir -p /tmp/none/blobs; [ -d /data/blobs ] && cd /data || cd /tmp/none; tar -cf - blobs' >"$to.part/blobs.tar"

mv "$to.part" "$to"
echo "saved $to"
