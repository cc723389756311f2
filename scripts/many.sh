#!/usr/bin/env bash
# Many records: end to end natively and in the built page, the search for k beside a peer. `scripts/many.sh [MEGABYTES]`; 1000 is the
# run that must stay below its memory. The machine should do nothing else meanwhile.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
size=${1:-50}
records=target/bench/records-$size.jsonl
mkdir -p target/bench
[ -s "$records" ] || { python3 scripts/records.py "$size" >"$records.part" && mv "$records.part" "$records"; }
cargo build --locked --quiet --profile bench --no-default-features --bin deid
native() {
  local begun=$EPOCHREALTIME
  target/release/deid batch --plan=standard --now=2026-11-23 --seed=bench <"$records" >target/bench/aggregate.json
  awk -v a="$begun" -v b="$EPOCHREALTIME" -v bytes="$(stat -c %s "$records")" \
    'BEGIN { rate = bytes / 1e6 / (b - a); printf "%-64s%26s   demanded: 15 MB/s%s\n", "end to end natively, one core, people included", sprintf("%.1f MB/s", rate), rate < 15 ? ": missed" : "" }'
}
native
node scripts/many.mjs "$records"
if [ "$size" -lt 1000 ]; then
  cargo bench --locked --quiet --no-default-features --bench many
  peers=$(scripts/peers.sh)
  "$peers" scripts/many.py 1000000
  "$peers" scripts/many.py 20000
fi
