"""Writes the figures that src/risk is held against: tests/suite/golden/risk/*.json.

Run it as `$(scripts/peers.sh) scripts/risk.py`. Classes, diversity and closeness are pycanon's, accuracies are opendp's. pycanon's
recursive diversity takes counts in rising order where the paper has them falling, so it is left out; the paper's own example is in
src/risk/diversity.rs.
"""

import json
import math
import pathlib
import random

import opendp.prelude as dp
import pandas as pd
from pycanon import anonymity

GOLDEN = pathlib.Path(__file__).parent.parent / "tests" / "suite" / "golden" / "risk"


def table(seed, rows, ages, places, values):
    """A table as (age, place, role, word, number); smaller ranges make larger classes."""
    draw = random.Random(seed)
    words = ["ant", "bee", "cat", "dog", "elk", "fox"]
    return [
        [str(draw.randrange(ages)), f"p{draw.randrange(places)}", draw.choice(["dev", "ops"]),
         words[min(draw.randrange(values), draw.randrange(values))], 10 * draw.randrange(values)]
        for _ in range(rows)
    ]


def measured(rows):
    names = ["age", "place", "role", "word", "number"]
    data, quasi = pd.DataFrame(rows, columns=names), names[:3]
    return {
        "rows": [[str(cell) for cell in row] for row in rows],
        "k": anonymity.k_anonymity(data, quasi),
        "distinct": anonymity.l_diversity(data, quasi, ["word"]),
        "entropy": anonymity.entropy_l_diversity(data, quasi, ["word"]),
        "equal": anonymity.t_closeness(data, quasi, ["word"]),
        "ordered": anonymity.t_closeness(data, quasi, ["number"]),
    }


def accuracy(scale, alpha):
    """The least whole t with P(|noise| > t) at most alpha; opendp speaks of P(|noise| >= t)."""
    return {
        "scale": scale, "alpha": alpha,
        "laplace": math.ceil(dp.discrete_laplacian_scale_to_accuracy(scale=scale, alpha=alpha)) - 1,
        "gaussian": math.ceil(dp.discrete_gaussian_scale_to_accuracy(scale=scale, alpha=alpha)) - 1,
    }


def main():
    dp.enable_features("contrib")
    GOLDEN.mkdir(parents=True, exist_ok=True)
    shapes = [(1, 40, 4, 3, 3), (2, 60, 2, 2, 6), (3, 120, 3, 2, 4), (4, 200, 2, 2, 2), (5, 30, 10, 5, 6), (6, 400, 2, 3, 5), (7, 12, 1, 1, 3)]
    tables = [measured(table(*shape)) for shape in shapes]
    (GOLDEN / "tables.json").write_text("[\n" + ",\n".join(json.dumps(one) for one in tables) + "\n]\n")
    pairs = [(scale, alpha) for scale in (1.0, 2.0, 7.0, 30.0, 100.0) for alpha in (0.5, 0.2, 0.05, 0.01)]
    (GOLDEN / "accuracy.json").write_text("[\n" + ",\n".join(json.dumps(accuracy(*pair)) for pair in pairs) + "\n]\n")


main()
