"""The search for k, held against other people's packages on the table that `cargo bench --bench many` wrote:
`$(scripts/peers.sh) scripts/many.py [ROWS]`.

First the answer: every node of the lattice is computed by numpy, from the definition, and no other may lose less; the generalized
table is given to pycanon, which must find the same k. Then the time of anjana, which climbs one level at a time and stops at the first
table that reaches k, so that its loss may be larger; it is asked for up to 20,000 rows.
"""

import itertools
import json
import pathlib
import sys
import time

import numpy
import pandas as pd
from anjana.anonymity import k_anonymity
from pycanon import anonymity

NAMES = ["age", "place", "made", "team", "level", "score"]
K, HUNDREDTHS = 10, 5


def interval(width):
    return lambda value: f"{int(value) // width * width}-{int(value) // width * width + width - 1}"


def steps(data):
    """How values are said less and less exactly, before a star."""
    numbers = [interval(5), interval(20), interval(100)]
    dates = [lambda date: date[:7], lambda date: f"{date[:4]} Q{(int(date[5:7]) - 1) // 3 + 1}", lambda date: date[:4]]
    counts = {name: data[name].value_counts() for name in NAMES}
    frequent = {name: set(count.index[count * 100 >= len(data)]) for name, count in counts.items()}
    rare = lambda name: [lambda value: value if value in frequent[name] else "other"]
    return {"age": numbers, "place": rare("place"), "made": dates, "team": rare("team"), "level": numbers, "score": numbers}


def levels(values, further):
    """The values as they are, then each step, then a star."""
    table = {0: values}
    for number, step in enumerate([*further, lambda _: "*"], 1):
        table[number] = pd.Series([step(value) for value in values]).values
    return table


def ladder(column, further):
    """For each level that says less than the one below: the labels of all rows as numbers, and what each label loses."""
    codes, values = pd.factorize(column)
    found, below = [], len(values) + 1
    for labels in levels(numpy.array(values), further).values():
        numbers, distinct = pd.factorize(labels)
        if len(distinct) < below:
            loss = (numpy.bincount(numbers) - 1) / max(len(values) - 1, 1)
            found.append((numbers[codes], loss, labels[codes]))
            below = len(distinct)
    return found


def node(ladders, chosen):
    """What a node loses, and which rows it suppresses."""
    keys = numpy.zeros(len(ladders[0][0][0]), dtype=numpy.int64)
    lost = numpy.zeros(len(keys))
    for ladder, level in zip(ladders, chosen):
        numbers, loss, _ = ladder[level]
        keys = keys * len(loss) + numbers
        lost += loss[numbers] / len(ladders)
    _, place, sizes = numpy.unique(keys, return_inverse=True, return_counts=True)
    small = sizes[place] < K
    return (small.sum() + lost[~small].sum()) / len(keys), small


def check(rows):
    """The answer of ours against every node, and against pycanon."""
    answer = json.loads(pathlib.Path(f"target/bench/answer-{rows}.json").read_text())
    data = pd.read_csv("target/bench/table.csv", dtype=str, nrows=rows)
    further = steps(data)
    ladders = [ladder(data[name], further[name]) for name in NAMES]
    best = None
    nodes = list(itertools.product(*(range(len(ladder)) for ladder in ladders)))
    for chosen in nodes:
        loss, small = node(ladders, chosen)
        if small.sum() <= rows * HUNDREDTHS // 100 and (best is None or loss < best):
            best = loss
    loss, small = node(ladders, answer["levels"])
    table = pd.DataFrame({name: ladder[level][2] for name, ladder, level in zip(NAMES, ladders, answer["levels"])})[~small]
    k = anonymity.k_anonymity(table, NAMES)
    assert len(nodes) == answer["nodes"], (len(nodes), answer["nodes"])
    assert abs(best - answer["loss"]) < 1e-9 and abs(loss - best) < 1e-9, (best, loss, answer["loss"])
    assert small.sum() == answer["suppressed"] and k == answer["smallest"] >= K, (small.sum(), k, answer)
    print(f"  {rows:,} rows: of all {len(nodes):,} nodes none loses less ({best:.4f}); pycanon finds k = {k}, too")


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    check(rows)
    if rows > 20_000:
        return
    data = pd.read_csv("target/bench/table.csv", dtype=str, nrows=rows)
    hierarchies = {name: levels(data[name].unique(), further) for name, further in steps(data).items()}
    begun = time.perf_counter()
    found = k_anonymity(data, [], NAMES, K, HUNDREDTHS, hierarchies)
    seconds = time.perf_counter() - begun
    print(f"  anjana 1.2.3: k = {K} on {rows:,} rows of 6 in {seconds:.1f} s, {rows - len(found):,} suppressed")


if __name__ == "__main__":
    main()
