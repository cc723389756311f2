#!/usr/bin/env bash
# Scores the detector on the labelled sets, beside peers. Sets may be named.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
source scripts/data.sh
cargo build --locked --quiet --no-default-features --bin deid
exec python3 scripts/score.py "$@"
