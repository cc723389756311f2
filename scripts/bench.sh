#!/usr/bin/env bash
# Times of the built pages; the machine should do nothing else meanwhile.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
exec node scripts/bench.mjs
