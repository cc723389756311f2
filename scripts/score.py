#!/usr/bin/env python3
"""Scores the detector on the labelled sets, beside the best figures of peers; `make score` runs it.

Usage: score.py [SET …]      sets to score; all of them if none is named
Reads target/data/labelled/*/dev.jsonl, $DC_DATA/score.py and the command `deid`. Python's standard library only.

The tagger for names has learned from some of these texts. Where the models of the folds are present (`scripts/train.sh folds`), every
text of such a set is read with the model that has not seen it, and the set is marked "held out"; else the figure flatters, and is
marked "seen".

Peers' figures were taken on the sets' other halves, November 2026, with the same scorer: per set the least leak of a peer
whose over is at most 2 %, and per kind the peer with the best F2. Recall and precision are counted by characters.
"""
import hashlib, importlib.util, json, os, pathlib, random, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = pathlib.Path(os.environ.get("DC_DATA", ROOT.parent / "shared" / "data"))
LABELLED = ROOT / "target" / "data" / "labelled"
FOLDS = [ROOT / "target" / "names" / "folds" / f"fold-{fold}.bin" for fold in range(5)]
DEID = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug" / "deid"

# Sets from which the tagger has learned.
LEARNED = set(
    "btc dab_da echr_es echr_fr germeval14_de github_issues_ner jira_gold jira_silver lener_br_pt meddocan_es nannigalaxy_pii "
    "presidio_synth_v2 stella_legal tab144 wikigold wnut17".split()
)

# Sets with few names: their leak gets an interval, by drawing texts again (a thousand times, the 5th and 95th of a hundred).
FEW, DRAWS = ("github_issues_ner", "stackoverflow_ner"), 1_000

# set: (peer's leak %, goal: leak %, goal: over %, goal: empty texts flagged %)
LEAK = {
    "argus_fixtures": (13.3, 12, 2, None), "btc": (43.3, 15, 2, None), "dab_da": (27.3, 18, 1.5, None),
    "echr_es": (45.8, 22, 1.5, None), "echr_fr": (43.0, 20, 1.5, None), "germeval14_de": (37.5, 22, 1.5, None),
    "github_issues_ner": (32.4, 25, 1.5, None), "isemail": (45.8, None, None, None),
    "jira_gold": (26.0, 6, 0.5, 3), "jira_silver": (6.2, 3, None, None), "jira_silver, people": (None, 0.3, None, None), "lener_br_pt": (45.1, 10, 1.5, None),
    "libphonenumber_text": (4.5, None, None, None), "meddocan_es": (31.7, 8, 1.5, None),
    "nannigalaxy_pii": (48.9, 25, 2, None), "ner_wiki_ja": (95.8, None, None, None),
    "presidio_generated_large": (48.8, 20, 2, None), "presidio_synth_v2": (54.2, 25, 2, None),
    "presidio_unit": (29.9, None, None, None), "secrets_gitleaks": (44.8, 15, 3, 5), "secrets_kingfisher": (63.6, 25, 3, 5),
    "secrets_noseyparker": (63.1, 20, 3, 5), "secrets_secretlint": (4.0, 4, 3, 5), "stackoverflow_ner": (50.4, 40, 1.5, None),
    "stella_legal": (29.0, 6, 2, None), "tab144": (33.2, 14, 1.5, None), "validator_js": (None, None, None, None),
    "wikigold": (29.8, 16, 2, None), "wnut17": (36.6, 30, 2, None),
}

# (kind, set, peer's recall, peer's precision, goal: recall, goal: precision)
KINDS = [
    ("EMAIL", "presidio_generated_large", 100, 100, 100, 100), ("EMAIL", "presidio_synth_v2", 100, 100, 100, 100),
    ("EMAIL", "nannigalaxy_pii", 100, 85, 100, 100), ("EMAIL", "meddocan_es", 99, 100, 100, 100),
    ("EMAIL", "jira_gold", 80, 100, 98, 99), ("EMAIL", "jira_silver", 41, 100, 98, 99), ("EMAIL", "isemail", 82, 80, 90, 95),
    ("PHONE", "libphonenumber_text", 93, 100, 97, 100), ("PHONE", "presidio_synth_v2", 95, 53, 95, 85),
    ("PHONE", "presidio_unit", 99, 82, 99, 92), ("PHONE", "presidio_generated_large", 79, 55, None, None),
    ("PHONE", "meddocan_es", 52, 67, None, None), ("PHONE", "dab_da", 66, 27, None, None),
    ("PHONE", "validator_js", 86, 63, None, None),
    ("IP", "presidio_synth_v2", 100, 100, 100, 100), ("IP", "presidio_unit", 100, 100, 100, 100), ("IP", "jira_gold", None, None, 100, 95),
    ("URL", "presidio_synth_v2", 100, 100, 100, 100), ("URL", "presidio_unit", None, None, 100, 100),
    ("URL", "jira_gold", 100, 82, 100, 95), ("URL", "validator_js", 83, 84, None, None),
    ("CREDIT_CARD", "presidio_generated_large", 100, 100, 98, 100), ("CREDIT_CARD", "presidio_synth_v2", 96, 100, 98, 100),
    ("CREDIT_CARD", "presidio_unit", None, None, 98, 100), ("CREDIT_CARD", "validator_js", 100, 75, None, None),
    ("IBAN", "presidio_generated_large", 100, 100, 100, 100), ("IBAN", "presidio_synth_v2", 100, 100, 100, 100),
    ("IBAN", "presidio_unit", 100, 100, 100, 100), ("IBAN", "validator_js", 100, 87, None, None),
    ("NATIONAL_ID", "presidio_unit", 58, 57, 80, 80), ("NATIONAL_ID", "meddocan_es", 57, 73, 75, 85),
    ("NATIONAL_ID", "presidio_generated_large", 100, 88, None, None), ("NATIONAL_ID", "nannigalaxy_pii", 49, 56, None, None),
    ("NATIONAL_ID", "validator_js", 80, 55, None, None),
    ("ACCOUNT_ID", "presidio_unit", 73, 82, 85, 85), ("ACCOUNT_ID", "meddocan_es", 41, 42, 60, 70), ("ACCOUNT_ID", "tab144", 6, 1, 60, 80),
    ("ACCOUNT_ID", "nannigalaxy_pii", 19, 47, None, None), ("ACCOUNT_ID", "stella_legal", 22, 100, None, None),
    ("DATE", "tab144", 85, 98, 95, 98), ("DATE", "meddocan_es", 78, 99, 95, 98), ("DATE", "presidio_synth_v2", 40, 100, 85, 95),
    ("DATE", "echr_es", 82, 97, 92, 97), ("DATE", "echr_fr", 76, 97, 92, 97), ("DATE", "presidio_unit", 100, 100, None, None),
    ("DATE", "presidio_generated_large", 75, 100, None, None), ("DATE", "lener_br_pt", 75, 95, None, None),
    ("DATE", "stella_legal", 92, 100, None, None),
    ("ADDRESS", "presidio_synth_v2", 22, 64, 55, 80), ("ADDRESS", "meddocan_es", 33, 52, 60, 75),
    ("ADDRESS", "presidio_generated_large", 25, 64, None, None), ("ADDRESS", "stella_legal", 99, 92, None, None),
    ("AGE", "meddocan_es", None, None, None, None), ("AGE", "presidio_synth_v2", None, None, None, None),
    ("USERNAME", "github_issues_ner", 36, 64, 60, 80), ("USERNAME", "jira_gold", 17, None, 80, 90),
    ("ORG", "stella_legal", 78, 81, None, None), ("ORG", "tab144", 42, 72, None, None),
]


def scorer():
    spec = importlib.util.spec_from_file_location("score", DATA / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def held_out(name):
    return name in LEARNED and all(fold.exists() for fold in FOLDS)


def scored(name, rules, people=False):
    path = LABELLED / name / "dev.jsonl"
    gold = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
    predicted = {}
    for fold, model in enumerate(FOLDS) if held_out(name) else [(None, None)]:
        part = [row for row in gold if fold is None or hashlib.sha256(row["text"].encode()).digest()[0] % len(FOLDS) == fold]
        asked = [{key: row[key] for key in ["id", "text"] + ["people"] * people if key in row} for row in part]
        command = [DEID, "detect"] + ([] if model is None else ["--names", model])
        lines = "".join(json.dumps(row) + "\n" for row in asked)
        answers = subprocess.run(command, input=lines.encode("utf8"), stdout=subprocess.PIPE, check=True).stdout
        for answer in map(json.loads, answers.decode("utf8").splitlines()):
            predicted.setdefault(answer["id"], []).extend(answer["spans"])
    result = rules.score(gold, predicted)[0]
    if name in FEW:
        result["interval"] = interval(gold, predicted, rules)
    if name == "github_issues_ner":
        result["users"] = users(gold, predicted)
    return result


def interval(gold, predicted, rules):
    chance = random.Random(20260817)
    leaks = []
    for _ in range(DRAWS):
        drawn = [row for row in chance.choices(gold, k=len(gold)) if row["spans"]]
        leaks.append(percent(rules.score(drawn, predicted)[0]["leak"]) or 0.0)
    leaks.sort()
    return leaks[DRAWS * 5 // 100], leaks[DRAWS * 95 // 100 - 1]


def users(gold, predicted):
    """The set calls everybody a user, also who is named in full: recall by characters as USERNAME or PERSON, and of handles alone."""
    counts = {"all": [0, 0], "handles": [0, 0]}
    for row in gold:
        covered = set()
        for span in predicted[row["id"]]:
            if span["class"] in ("USERNAME", "PERSON"):
                covered.update(range(span["start"], span["end"]))
        for span in row["spans"]:
            if span["label"] == "USERNAME" and not span.get("optional"):
                text = row["text"][span["start"]:span["end"]]
                handle = text.startswith("@") or " " not in text and not text.istitle()
                places = [at for at in range(span["start"], span["end"]) if row["text"][at].isalnum()]
                for kind in ["all"] + ["handles"] * handle:
                    counts[kind][0] += sum(at in covered for at in places)
                    counts[kind][1] += len(places)
    return counts


def percent(share):
    return None if share is None else 100 * share


def shown(value, digits=1):
    return "-" if value is None else f"{value:.{digits}f}"


def verdict(pairs):
    """Whether every goal is reached; pairs of (value, goal, higher is better)."""
    pairs = [pair for pair in pairs if pair[1] is not None]
    if not pairs:
        return ""
    reached = all((value >= goal - 0.05 if up else value <= goal + 0.05) for value, goal, up in pairs)
    return "reached" if reached else "missed"


def how(name):
    name = name.split(",")[0]
    return "" if name not in LEARNED else ", held out" if held_out(name) else ", seen"


def main(names):
    rules = scorer()
    sets = names or [path.name for path in sorted(LABELLED.iterdir()) if (path / "dev.jsonl").exists()]
    results = {name: scored(name, rules) for name in sets}
    if "jira_silver" in results:
        results["jira_silver, people"] = scored("jira_silver", rules, people=True)
    print(f"{'set':26}{'texts':>7}{'leak %':>9}{'peer':>7}{'goal':>7}{'over %':>9}{'empty flagged':>16}  ")
    for name, result in results.items():
        peer, leak, over, empty = LEAK.get(name, (None,) * 4)
        flagged = 100 * result["empty_flagged"] / result["empty"] if result["empty"] else 0
        goals = [(percent(result["leak"]), leak, False), (percent(result["over"]), over, False), (flagged, empty, False)]
        flags = f"{result['empty_flagged']}/{result['empty']}"
        print(f"{name:26}{result['texts']:7}{shown(percent(result['leak'])):>9}{shown(peer):>7}{shown(leak, 0):>7}"
              f"{shown(percent(result['over'])):>9}{flags:>16}  {verdict(goals)}{how(name)}")
    print(f"\n{'kind':13}{'set':26}{'recall':>8}{'precision':>11}   {'peer':>9}   {'goal':>9}")
    for kind, name, peer_recall, peer_precision, recall, precision in KINDS:
        if name not in results:
            continue
        found = results[name]["labels"].get(kind, {})
        r, p = percent(found.get("r")), percent(found.get("p"))
        if not found.get("gold"):
            print(f"{kind:13}{name:26}{'-':>8}{'-':>11}   nothing of the kind is labelled")
            continue
        # Where the set cannot tell a wrong finding from a right one, recall alone decides.
        judged = [(r or 0, recall, True), (p, precision, True)] if p is not None else [(r or 0, recall, True)]
        pair = lambda a, b: f"{shown(a, 0)}/{shown(b, 0)}"
        print(f"{kind:13}{name:26}{shown(r):>8}{shown(p):>11}   {pair(peer_recall, peer_precision):>9}   {pair(recall, precision):>9}"
              f"   {verdict(judged)}")
    for name, result in results.items():
        if "interval" in result:
            low, high = result["interval"]
            print(f"\n{name}: leak {percent(result['leak']):.1f} %, of a hundred draws ninety between {low:.1f} and {high:.1f}")
        for kind, (covered, all) in result.get("users", {}).items():
            print(f"  found as USERNAME or PERSON, {kind}: {100 * covered / all:.1f} % of {all} letters and digits")
    if "jira_gold" in results:
        print(f"\njira_gold, all direct identifiers: precision {shown(percent(results['jira_gold']['direct_micro']['p']))} (goal 85)")


if __name__ == "__main__":
    main(sys.argv[1:])
