#!/usr/bin/env bash
# The one release build: both modules, the pages around them, hashed names, headers, compressed twins. Result: dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
# Panics name source files; where on this machine the crates lie is nobody's business, and the modules are smaller without it.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg erase_components \
--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$(rustc --print sysroot)=rust"
# Trunk takes only true and false, not the 1 that some use for it.
env -u NO_COLOR trunk build --release
