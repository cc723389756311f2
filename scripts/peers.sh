#!/usr/bin/env bash
# The Python packages that figures are held against, in an environment of their own below target/. Prints its interpreter.
set -euo pipefail
cd "$(dirname "$0")/.."
peers=target/peers
if [ ! -x "$peers/bin/python" ] || ! "$peers/bin/python" -c 'import pycanon, anjana, opendp, pyspark' 2>/dev/null; then
  python3 -m venv "$peers" >&2
  "$peers/bin/pip" install -q pycanon==1.3.5 anjana==1.2.3 opendp==0.16.0 pyspark==4.3.0 >&2
fi
echo "$PWD/$peers/bin/python"
