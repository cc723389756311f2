"""The search for k by `anjana`, on the table that `cargo bench --bench many` wrote: `$(scripts/peers.sh) scripts/many.py [ROWS]`.

anjana climbs one level at a time and stops at the first table that reaches k, so that its loss may be larger; the levels are ours.
"""

import sys
import time

import pandas as pd
from anjana.anonymity import k_anonymity

NAMES = ["age", "place", "made", "team", "level", "score"]


def levels(values, steps):
    """The values as they are, then each step, then a star."""
    table = {0: values}
    for number, step in enumerate([*steps, lambda _: "*"], 1):
        table[number] = pd.Series([step(value) for value in values]).values
    return table


def interval(width):
    return lambda value: f"{int(value) // width * width}-{int(value) // width * width + width - 1}"


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    data = pd.read_csv("target/bench/table.csv", dtype=str, nrows=rows)
    numbers = [interval(5), interval(20), interval(100)]
    dates = [lambda date: date[:7], lambda date: f"{date[:4]} Q{(int(date[5:7]) - 1) // 3 + 1}", lambda date: date[:4]]
    frequent = {name: set(count.index[count * 100 >= len(data)]) for name, count in ((name, data[name].value_counts()) for name in NAMES)}
    rare = lambda name: [lambda value: value if value in frequent[name] else "other"]
    steps = {"age": numbers, "place": rare("place"), "made": dates, "team": rare("team"), "level": numbers, "score": numbers}
    hierarchies = {name: levels(data[name].unique(), steps[name]) for name in NAMES}
    begun = time.perf_counter()
    found = k_anonymity(data, [], NAMES, 10, 5, hierarchies)
    seconds = time.perf_counter() - begun
    print(f"  anjana 1.2.3: k = 10 on {rows:,} rows of 6 in {seconds:.1f} s, {rows - len(found):,} suppressed")


main()
