#!/usr/bin/env bash
# Installs what the build and the tests need and the machine lacks. A second run finds everything in place and does nothing.
# Touches: cargo's own cache, the wasm32 target, a per-user cache folder, node_modules inside the project, and (as root
# with apt) Debian's chromium and chromium-driver.
#   scripts/setup.sh build   what `make demo` needs
#   scripts/setup.sh test    the same, and what `make test` needs on top
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh

say() { printf 'setup: %s\n' "$*"; }
need() { command -v "$1" >/dev/null || { say "$1 is missing: install $2" >&2; exit 1; }; }

need rustup "rustup, from rustup.rs"
need cc "a C compiler (Debian: apt-get install build-essential)"
need node "Node 20 or newer"
need npm "npm, which comes with Node"
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || { say "Node $(node --version) is too old: install Node 20 or newer" >&2; exit 1; }

rustup target list --installed | grep -qx wasm32-unknown-unknown || {
  say "adding the wasm32-unknown-unknown target"
  rustup target add wasm32-unknown-unknown
}

# Everything is built offline afterwards: a build either works from the lock file or not at all.
cargo fetch --locked --quiet

# Pinned tools that are not on PATH in their version go into the per-user cache, hardly optimized: they wait for the disk
# and the compiler, not for themselves.
tool() { # binary version package level-of-optimization cargo-flags…
  local binary=$1 version=$2 package=$3 level=$4; shift 4
  case "$("$binary" --version 2>/dev/null)" in *" $version") return ;; esac
  say "building $package $version (once for this user; minutes)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=$level CARGO_TARGET_DIR="$DC_TOOLS/target" \
    cargo install "$package@$version" --locked --force --quiet --root "$DC_TOOLS" "$@"
}
tool wasm-bindgen-test-runner "$WASM_BINDGEN_VERSION" wasm-bindgen-cli 1
tool trunk "$TRUNK_VERSION" trunk 0 --no-default-features --features rustls
rm -rf "$DC_TOOLS/target"

node_modules() { # folder
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed-lock.json" && return
  say "installing the Node packages of $1"
  (cd "$1" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  cp "$1/package-lock.json" "$1/node_modules/.installed-lock.json"
}
node_modules scripts
[ "${1:-build}" = test ] || exit 0

node_modules tests/e2e
node_modules tests/e2e/consumers
node_modules benches
if [ -z "$CHROMIUM" ] || [ -z "$CHROMEDRIVER" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing Debian's chromium and chromium-driver"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-driver fonts-liberation >/dev/null
  else
    say "Chromium and its driver are missing: install the packages chromium and chromium-driver" >&2
    exit 1
  fi
fi
