#!/usr/bin/env bash
# Everything that must hold, fastest first; the first failure ends it. `make test` has done the set-up before.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh

step() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }
before=$(git diff)
mkdir -p target

step "format"
cargo fmt --check

step "the core without Leptos"
cargo check --locked --no-default-features

step "data"
source scripts/data.sh

step "native tests"
cargo test --locked --no-default-features

step "lint: the core"
cargo clippy --locked --no-default-features --all-targets -- -D warnings

# With its features the package is a WebAssembly one; linting it natively too would only compile Leptos twice more.
step "lint: page and engine"
cargo clippy --locked --target wasm32-unknown-unknown --lib --bins --test web -- -D warnings

step "documentation"
# Its readers are those of the code, so it covers private items, and the map in lib.rs may link to them.
RUSTDOCFLAGS="-D warnings -A rustdoc::private-intra-doc-links" \
  cargo doc --locked --no-deps --document-private-items --target wasm32-unknown-unknown

step "browser tests"
node -p 'JSON.stringify({ "goog:chromeOptions": { binary: process.env.CHROMIUM } })' >target/webdriver.json
WASM_BINDGEN_TEST_WEBDRIVER_JSON=target/webdriver.json cargo test --locked --target wasm32-unknown-unknown --test web

step "release build"
scripts/build.sh

step "sizes"
node scripts/sizes.mjs

step "pages in a browser"
(cd tests/e2e && npx playwright test)

step "the demo by Lighthouse"
node scripts/lighthouse.mjs

step "nothing tracked has changed"
[ "$(git diff)" = "$before" ] || { git diff --stat; echo "the tests changed tracked files" >&2; exit 1; }

step "all passed"
