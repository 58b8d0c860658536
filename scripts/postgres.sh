#!/usr/bin/env bash
# Runs a command against a PostgreSQL server of its own, and takes the server away afterwards.
#   scripts/postgres.sh COMMAND...   SAMENSPEL_DATABASE_URL (and PGHOST, PGPORT, PGUSER, PGDATABASE) point to it
#   scripts/postgres.sh --find       prints the folder of the server programs, or fails
set -euo pipefail

find_programs() {
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql@*/bin 2>/dev/null | sort -rV); do
    [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && { echo "$folder"; return; }
  done
  folder=$(command -v initdb) && dirname "$folder"
}

BIN=$(find_programs) || { echo "PostgreSQL's server programs (initdb, postgres) are not here: sudo apt install postgresql" >&2; exit 1; }
[ "${1:-}" != --find ] || { echo "$BIN"; exit 0; }

FOLDER=$(mktemp -d "${TMPDIR:-/tmp}/samenspel-pg.XXXXXX")
SERVER=
as_owner() { "$@"; }
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses root
  chown postgres "$FOLDER"
  as_owner() { (cd "$FOLDER" && exec setpriv --reuid=postgres --regid=postgres --init-groups "$@"); }
fi
finish() {
  local code=$?
  trap - EXIT INT TERM
  [ -f "$FOLDER/data/postmaster.pid" ] && as_owner "$BIN/pg_ctl" -D "$FOLDER/data" -m immediate stop >/dev/null 2>&1 || true
  [ -z "$SERVER" ] || wait "$SERVER" 2>/dev/null || true
  rm -rf "$FOLDER"
  exit $code
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

LANG=C as_owner "$BIN/initdb" -D "$FOLDER/data" -U samenspel --auth=trust --encoding=UTF8 --locale=C >"$FOLDER/log" 2>&1 ||
  { cat "$FOLDER/log" >&2; exit 1; }
PGPORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
# No fsync: this server lives for one run. Commits still reach the operating system before they are acknowledged.
as_owner "$BIN/postgres" -D "$FOLDER/data" -p "$PGPORT" -k "$FOLDER" -c "listen_addresses=127.0.0.1" \
  -c fsync=off -c full_page_writes=off -c max_connections=60 >>"$FOLDER/log" 2>&1 </dev/null &
SERVER=$!
export PGPORT PGHOST=127.0.0.1 PGUSER=samenspel PGDATABASE=samenspel
for _ in $(seq 100); do
  as_owner "$BIN/pg_isready" -q -h 127.0.0.1 -p "$PGPORT" -d postgres && break
  kill -0 "$SERVER" 2>/dev/null || { cat "$FOLDER/log" >&2; exit 1; }
  sleep 0.1
done
as_owner "$BIN/createdb" -h 127.0.0.1 -p "$PGPORT" -U samenspel samenspel
export SAMENSPEL_DATABASE_URL="postgresql://samenspel@127.0.0.1:$PGPORT/samenspel"
"$@"
