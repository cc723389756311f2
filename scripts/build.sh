#!/usr/bin/env bash
# The one release build: both modules, the pages around them, hashed names, headers, compressed twins. Result: dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
# Trunk takes only true and false, not the 1 that some use for it.
env -u NO_COLOR trunk build --release
