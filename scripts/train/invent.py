#!/usr/bin/env python3
"""Invents labelled texts: `invent.py FOLDER` fills templates.txt with names of FOLDER/lexicon.tsv and writes FOLDER/invented.jsonl. Names
meet at random, so nobody is meant. The same lists give the same texts. Python's standard library only."""
import json, pathlib, random, re, sys

TEXTS = 4_000
STREETS = (
    "{n} {w} Street", "{n} {w} Road", "{n} {w} Avenue", "{w}straße {n}", "{w}weg {n}", "{n} rue {w}", "Calle {w} {n}", "Rua {w}, {n}",
    "Via {w} {n}", "{w}gade {n}", "{n} {w} Lane", "{n} {w} Drive, Apt {m}",
)
ENDS = ("{s}, {z} {c}", "{s}, {c}", "{s}⏎{z} {c}", "{s}⏎{c}, {z}", "{s}, {c} {z}")
FIRMS = ("{w} Ltd", "{w} GmbH", "{w} & {v} Inc.", "{w} Logistics", "{w} Consulting AG", "{w} S.A.", "{w} Group", "Bank of {c}", "{w} Software")
# Given names that are words, too; tools and languages, some of which are given names; what people are by post.
WORDS = "Will Mark May Rose Grace Hope Bill Frank Dawn Jordan Art Pat Drew Grant Chase Rob Sue Faith Joy Dean Ray Jack Chuck Sky Robin Max".split()
TOOLS = (
    "Java Ruby Rust Jade Jasmine Julia Python Swift Scala Kotlin Perl Dart Elixir Crystal Pascal Ada Haskell Jenkins Travis Hudson Maven Gradle "
    "Kafka Redis Cassandra Jekyll Hugo Sinatra Django Flask Selenium Puppet Chef Ansible Salt Vagrant Consul Apollo Athena Phoenix Atlas Angular "
    "React Docker Sonar Artifactory Grafana Kibana Splunk Nagios Slack Jira Confluence Bitbucket Trello Redmine Symfony Laravel Meteor Ember"
).split()
POSTS = (
    "sales manager", "product owner", "QA lead", "support engineer", "team lead", "head of finance", "project manager", "CTO", "CEO", "architect",
    "scrum master", "data analyst", "site manager", "office manager", "engineering manager", "developer", "consultant", "account manager",
)
LABELS = dict(W="PERSON", P="PERSON", F="PERSON", L="PERSON", I="PERSON", R="PERSON", f="PERSON", l="PERSON", p="PERSON", FF="PERSON", PP="PERSON", U="USERNAME",
              C="LOCATION", O="ORG", A="ADDRESS")


def lists(folder):
    words = {"given": [], "surname": [], "place": []}
    for line in (folder / "lexicon.tsv").read_text(encoding="utf-8").splitlines():
        word, kinds = line.split("\t")
        for kind in kinds.split(","):
            if kind in words and len(word) > 2 and re.fullmatch(r"[a-zà-žḀ-ỿ'’]+", word):
                words[kind].append(word)
    return words


def main(folder):
    folder = pathlib.Path(folder)
    words = lists(folder)
    templates = (pathlib.Path(__file__).parent / "templates.txt").read_text(encoding="utf-8").splitlines()
    templates = [line for line in templates if line and not line.startswith("#")]
    chance = random.Random(20260817)
    pick = lambda kind: chance.choice(words[kind])
    title = lambda word: word[:1].upper() + word[1:]
    plain = lambda word: re.sub(r"[^a-z]", "", word) or "user"

    def fill(what):
        given, surname, place = title(pick("given")), title(pick("surname")), title(pick("place"))
        if chance.random() < 0.06:
            surname += "-" + title(pick("surname"))
        first, last = plain(given.lower()), plain(surname.lower())
        street = chance.choice(STREETS).format(n=chance.randint(1, 400), m=chance.randint(1, 60), w=surname)
        return {
            "P": f"{given} {surname}" if chance.random() < 0.9 else f"{given} {title(pick('given'))[0]}. {surname}", "F": given, "L": surname,
            "I": f"{given[0]}. {surname}", "R": f"{surname}, {given}", "f": given.lower(), "l": surname.lower(),
            "p": f"{given} {surname}".lower(), "FF": given.upper(), "PP": f"{given} {surname}".upper(),
            "U": chance.choice([first[0] + last, f"{first}.{last}", first + last[0], f"{first}{chance.randint(1, 99)}", f"{first}-{last}"]),
            "W": chance.choice(WORDS), "T": chance.choice(TOOLS), "J": chance.choice(POSTS), "JJ": title(chance.choice(POSTS)),
            "E": f"{first}.{last}@example.org", "C": place, "N": str(chance.randint(1, 2030)),
            "O": chance.choice(FIRMS).format(w=surname, v=title(pick("surname")), c=place),
            "A": chance.choice(ENDS).format(s=street, z=chance.randint(1000, 99999), c=place),
        }[what]

    with open(folder / "invented.jsonl", "w", encoding="utf-8") as out:
        for number in range(TEXTS):
            text, spans = "", []
            for template in chance.sample(templates, chance.choice([1, 1, 2, 3, 4])):
                for part in re.split(r"(\{\w+\})", template):
                    if part.startswith("{") and part.endswith("}"):
                        what = part[1:-1]
                        value = fill(what)
                        if what in LABELS:
                            spans.append({"start": len(text), "end": len(text) + len(value), "label": LABELS[what]})
                        text += value
                    else:
                        text += part
                text += chance.choice(["⏎", "⏎", " ", "⏎⏎"])
            row = {"id": f"invented-{number}", "text": text.replace("⏎", "\n").rstrip(), "spans": spans}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
