#!/usr/bin/env python3
"""Measures what the detector leaves: `misses.py FOLDER` reads the folds' models in FOLDER/folds, lets `deid` read every labelled text
with the model that has not seen it, and writes FOLDER/misses.txt, the table of src/detect/name/tagger/misses.rs as numbers.

Per language, class, number of findings and length of the text: how many labelled spans keep a letter or a digit that no finding
covers: the mean, and between which numbers nine texts of ten lie. With `--check` it tells how often such an interval, made without a
fold, holds what is true of that fold's texts. Python's standard library only."""
import collections, hashlib, json, math, os, pathlib, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LABELLED = ROOT / "target" / "data" / "labelled"
DEID = pathlib.Path(os.environ.get("DEID", ROOT / "target" / "release" / "deid"))
FOLDS = 5
LANGUAGES = "und en de fr es pt da it nl ja zh".split()
CLASSES = "PERSON EMAIL PHONE IP URL CREDIT_CARD IBAN NATIONAL_ID ADDRESS LOCATION ORG DATE AGE USERNAME SECRET ACCOUNT_ID OTHER".split()
# Sets of natural texts. Lists of bare numbers and of other rules' examples say nothing about what stands in a text.
SETS = (
    "argus_fixtures btc dab_da echr_es echr_fr germeval14_de github_issues_ner jira_gold lener_br_pt meddocan_es nannigalaxy_pii "
    "ner_wiki_ja presidio_generated_large presidio_synth_v2 stackoverflow_ner stella_legal tab144 wikigold wnut17"
).split()
FOUND, LENGTHS = (1, 2, 4, 8, 16, 32), (40, 250)
# Fewer texts than these say nothing about one in twenty.
ENOUGH = 20


def fold_of(text):
    return hashlib.sha256(text.encode()).digest()[0] % FOLDS


def answers(rows, model):
    lines = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows)
    command = [DEID, "detect", "--misses", "--names", model]
    out = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    return {answer["id"]: answer for answer in map(json.loads, out.splitlines())}


def observed(folder):
    """(fold, language, class, tokens, found, missed) for every text and every class that is labelled in it."""
    for name in SETS:
        rows = [json.loads(line) for line in open(LABELLED / name / "dev.jsonl", encoding="utf-8")]
        for fold in range(FOLDS):
            part = [row for row in rows if fold_of(row["text"]) == fold]
            given = answers(part, folder / "folds" / f"fold-{fold}.bin") if part else {}
            for row in part:
                yield from told(fold, row, given[row["id"]])


def told(fold, row, answer):
    text, scope = row["text"], row.get("scope", CLASSES[:-1])
    covered = bytearray(len(text))
    for span in answer["spans"]:
        covered[span["start"]:span["end"]] = b"\1" * (span["end"] - span["start"])
    found = collections.Counter(span["class"] for span in answer["spans"])
    missed = collections.Counter()
    for span in row["spans"]:
        stands = any(text[at].isalnum() and not covered[at] for at in range(span["start"], span["end"]))
        if stands and not span.get("optional"):
            missed[span["label"]] += 1
    for kind in scope:
        yield fold, answer["misses"]["language"], kind, answer["misses"]["tokens"], found[kind], missed[kind]


def place(bounds, value):
    return sum(bound <= value for bound in bounds)


def summary(values):
    values = sorted(values)
    rank = lambda share: values[min(len(values) - 1, max(0, math.ceil(share * len(values)) - 1))]
    # That nothing was missed in the texts measured does not say that nothing ever is (Krichevsky and Trofimov's half).
    return (sum(values) + 0.5) / (len(values) + 1), rank(0.05), rank(0.95)


def table(rows):
    """(language, class) -> cells, each none or (mean, low, high)."""
    cells = collections.defaultdict(list)
    for _, language, kind, tokens, found, missed in rows:
        cells[language, kind, place(FOUND, found), place(LENGTHS, tokens)].append(missed)
    out = {}
    for language, kind in sorted({key[:2] for key in cells}):
        if language == "und":
            continue
        row = []
        for found in range(len(FOUND) + 1):
            whole = sum((cells[language, kind, found, length] for length in range(len(LENGTHS) + 1)), [])
            for length in range(len(LENGTHS) + 1):
                own = cells[language, kind, found, length]
                # A longer text may keep more than the shorter ones that were measured: nothing is borrowed from those.
                longer = sum((cells[language, kind, found, other] for other in range(length, len(LENGTHS) + 1)), [])
                pick = next((values for values in (own, longer) if len(values) >= ENOUGH), None)
                row.append(summary(pick) if pick and whole else None)
        if any(row):
            out[language, kind] = row
    return out


def check(rows):
    hits = collections.defaultdict(lambda: [0, 0, 0])
    for fold in range(FOLDS):
        without = table([row for row in rows if row[0] != fold])
        for _, language, kind, tokens, found, missed in (row for row in rows if row[0] == fold):
            cell = without.get((language, kind), [None] * 21)[place(FOUND, found) * (len(LENGTHS) + 1) + place(LENGTHS, tokens)]
            scale = max(1, found / FOUND[-1])
            for key in ((language, kind), ("all", kind), (language, "all"), ("all", "all")):
                hits[key][2] += 1
                if cell:
                    hits[key][1] += 1
                    hits[key][0] += cell[1] <= missed <= math.ceil(cell[2] * scale)
    for (language, kind), (held, known, texts) in sorted(hits.items()):
        share = f"{100 * held / known:5.1f} %" if known else "    -  "
        print(f"{language:4} {kind:12} {share} of {known} texts held, {texts - known} unknown")


def main(folder, *options):
    folder = pathlib.Path(folder)
    rows = list(observed(folder))
    if "--check" in options:
        return check(rows)
    numbers = []
    tables = table(rows)
    numbers.append(len(tables))
    for (language, kind), row in tables.items():
        numbers += [LANGUAGES.index(language), CLASSES.index(kind)]
        for cell in row:
            numbers += [1, max(1, round(100 * cell[0])), cell[1], cell[2]] if cell else [0]
    (folder / "misses.txt").write_text(" ".join(map(str, numbers)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
