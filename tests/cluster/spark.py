"""Reads records on Apache Spark (local mode, eight partitions) through `deid batch --partial`, merges the states, and compares with one run.

`spark.py DEID RECORDS`: the command and a file of JSON Lines. Each partition pipes its lines through the command and gives its state
back; the driver merges them with `deid merge`. Noise comes last, once, in the merge.
"""

import pathlib
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession

CASE = ["--plan=standard", "--now=2026-11-23", "--seed=cluster"]
AFTER = ["--k=5", "--epsilon=2", "--delta=0.001", "--noise-seed=cluster"]


def main():
    deid, records = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2]

    def part(lines):
        text = "\n".join(lines).encode()
        if text:
            done = subprocess.run([deid, "batch", "--partial", *CASE], input=text, stdout=subprocess.PIPE, check=True)
            yield done.stdout.decode()

    session = SparkSession.builder.master("local[2]").appName("deid").config("spark.ui.enabled", "false").getOrCreate()
    lines = session.sparkContext.textFile(records).repartition(8)
    states = lines.mapPartitions(part).collect()
    session.stop()
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, state in enumerate(states):
            path = pathlib.Path(folder, f"{number}.state")
            path.write_text(state)
            files.append(str(path))
        merged = subprocess.run([deid, "merge", *AFTER, *files], stdout=subprocess.PIPE, check=True).stdout
    with open(records, "rb") as whole:
        single = subprocess.run([deid, "batch", *CASE, *AFTER], stdin=whole, stdout=subprocess.PIPE, check=True).stdout
    assert merged == single, "the merged aggregate differs from that of one run"
    print(f"{len(states)} partitions, {len(merged)} bytes of aggregate: the same as one run")


main()
