#!/usr/bin/env bash
# Screenshots of the built pages; the options are those of shots.mjs.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
exec node scripts/shots.mjs "$@"
