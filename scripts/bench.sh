#!/usr/bin/env bash
# Times: the built pages, the detector in Chromium beside two peers, the detector natively. The machine should do nothing else
# meanwhile. `scripts/bench.sh detector` leaves the pages out.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
[ "${1:-all}" = detector ] || node scripts/bench.mjs

export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg erase_components"
cargo build --locked --quiet --target wasm32-unknown-unknown --profile engine --no-default-features --features web --bench browser
module=$(ls -t target/wasm32-unknown-unknown/engine/deps/browser-*.wasm | head -1)
wasm-bindgen --target web --no-typescript --out-name browser --out-dir target/bench "$module"
(cd benches && node browser.mjs)
cargo bench --locked --quiet --no-default-features --bench detect
node benches/native.mjs
[ "${1:-all}" = detector ] || scripts/many.sh
