#!/usr/bin/env bash
# Splits records over eight partitions of Apache Spark and compares the merged aggregate with that of one run. Needs Java 17.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v java > /dev/null || { echo "Java 17 is missing: Debian has it as openjdk-17-jre-headless"; exit 1; }
cargo build --locked --profile bench --no-default-features --bin deid
peers=$(scripts/peers.sh)
records=target/cluster.jsonl
"$peers" scripts/records.py "${1:-20}" > "$records"
PYSPARK_PYTHON=$peers "$peers" tests/cluster/spark.py target/release/deid "$records"
