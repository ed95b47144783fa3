#!/usr/bin/env bash
# Settles a file in partitions side by side, with the ledgers of earlier runs.
# Usage: run.sh [PARTITIONS [LEDGERS [RECORDS]]] > RESULTS
# Exits 1 where some records were malformed, as the command does.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
partitions=${1:-3}
ledgers=${2:-$work/ledgers.ndjson}
records=${3:-$here/records.ndjson}

node "$here/key.js" "$ledgers" < "$records" | node "$here/split.js" "$partitions" "$work"

running=()
for part in "$work"/*.keyed; do
  node "$here/settle.js" < "$part" > "$part.settled" &
  running+=($!)
done
for one in "${running[@]}"; do wait "$one"; done

# Each partition begins with its results, in order, and ends with its ledgers.
sort -n -s -k 1,1 "$work"/*.settled > "$work/all"
{ grep -v '^-1	' "$work/all" || true; } | cut -f 2- | tee "$work/results"

# Only now, and in one step: a run that was cut short is run again, into a file of its own.
{ grep '^-1	' "$work/all" || true; } | cut -f 2- | sort > "$ledgers.new"
[ -s "$ledgers.new" ] || echo > "$ledgers.new" # of no customers, it is told from one that was cut off
mv "$ledgers.new" "$ledgers"

! grep -q '^{"ok":false' "$work/results"
