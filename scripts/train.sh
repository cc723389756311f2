#!/usr/bin/env bash
# Makes www/names.bin, the lexicon and the tagger for names, from the labelled texts: about ten minutes. The same texts give the same
# bytes. `scripts/train.sh folds` makes only the models of the folds, with which `make score` and the table of misses are honest.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/env.sh
source scripts/data.sh
names=target/names
mkdir -p "$names/folds"

[ -x target/venv/bin/python ] || python3 -m venv target/venv
target/venv/bin/pip install --quiet --disable-pip-version-check --requirement scripts/train/requirements.txt
target/venv/bin/python scripts/train/lexicon.py "$names"
python3 scripts/train/invent.py "$names"

cargo build --locked --quiet --profile bench --no-default-features --features train --bin train --bin deid
rm -f "$names/misses.txt"
target/release/train --folds "$names/folds"
[ "${1:-all}" = folds ] && exit
python3 scripts/train/misses.py "$names"
target/release/train www/names.bin
