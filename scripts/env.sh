# Where the pinned tools live and which versions they have. Sourced by the other scripts.
export WASM_BINDGEN_VERSION=0.2.128 # the same as in Cargo.toml, to the digit
export TRUNK_VERSION=0.21.14
export DC_TOOLS="${DC_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/data-contribution}"
export PATH="$DC_TOOLS/bin:$PATH"
CHROMIUM="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}"
CHROMEDRIVER="${CHROMEDRIVER:-$(command -v chromedriver || true)}"
export CHROMIUM CHROMEDRIVER
