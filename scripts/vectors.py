#!/usr/bin/env python3
"""Writes tests/suite/golden/check/KIND.txt: for each kind 100 valid and 100 corrupted numbers with python-stdnum's verdict.

    scripts/vectors.py            every kind
    scripts/vectors.py KIND…      only these

A kind is a module of python-stdnum and a template of what its numbers look like. Each kind has a seed of its own, so that adding
one leaves the files of the others alone. Touches: target/vectors (a virtual environment with the pinned package) and those files.
"""

import datetime
import importlib
import pathlib
import random
import re
import subprocess
import sys
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
VENV = ROOT / "target/vectors"
PACKAGE = "python-stdnum==2.2"

# In a template `#` is a digit, `@` a capital letter, `<%d%m%y>` a date of 1940 to 2009, `(a|b)` one of these, the rest itself.
KINDS = {
    "ar-cuit": ("ar.cuit", "(20|23|27|30|33)#########"),
    "at-svnr": ("at.vnr", "####<%d%m%y>"),
    "at-tax-id": ("at.tin", "#########"),
    "au-abn": ("au.abn", "###########"),
    "au-acn": ("au.acn", "#########"),
    "au-tfn": ("au.tfn", "#########"),
    "bank-account-es": ("es.ccc", "####################"),
    "be-identity-card": ("be.eid", "############"),
    "be-national-number": ("be.nn", "<%y%m%d>#####"),
    "bg-egn": ("bg.egn", "<%y%m%d>####"),
    "bg-lnch": ("bg.pnf", "##########"),
    "br-cnpj": ("br.cnpj", "########000###"),
    "br-cpf": ("br.cpf", "###########"),
    "business-cz": ("cz.dic", "(1|2|4|6)#######"),
    "business-dk": ("dk.cvr", "########"),
    "business-es": ("es.cif", "(A|B|G|N|Q)#######(#|@)"),
    "business-fi": ("fi.ytunnus", "#######-#"),
    "business-fr": ("fr.siren", "#########"),
    "business-it": ("it.iva", "#######0###"),
    "business-no": ("no.orgnr", "#########"),
    "business-pl": ("pl.nip", "##########"),
    "business-ro": ("ro.cui", "#########"),
    "business-se": ("se.orgnr", "##(2|4|6|9)#######"),
    "ca-bc-phn": ("ca.bc_phn", "9#########"),
    "ca-sin": ("ca.sin", "#########"),
    "ch-ahv": ("ch.ssn", "756##########"),
    "cl-rut": ("cl.rut", "########(#|K)"),
    "cn-resident": ("cn.ric", "(110105|310115|330106|440306)<%Y%m%d>###(#|X)"),
    "co-nit": ("co.nit", "##########"),
    "cusip": ("cusip", "###@@@###"),
    "cy-tin": ("cy.vat", "########@"),
    "cz-birth-number": ("cz.rc", "<%y%m%d>####"),
    "de-tax-id": ("de.idnr", "###########"),
    "dk-cpr": ("dk.cpr", "<%d%m%y>####"),
    "ee-isikukood": ("ee.ik", "(3|4|5|6)<%y%m%d>####"),
    "es-nie": ("es.nie", "(X|Y|Z)#######@"),
    "es-nif": ("es.dni", "########@"),
    "establishment-fr": ("fr.siret", "##############"),
    "fi-hetu": ("fi.hetu", "<%d%m%y>(-|A)###(#|@)"),
    "fr-nir": ("fr.nir", "(1|2)<%y%m>(##|2A|2B)########"),
    "fr-tax-id": ("fr.nif", "(0|1|2|3)############"),
    "gr-afm": ("gr.vat", "#########"),
    "gr-amka": ("gr.amka", "<%d%m%y>#####"),
    "hr-oib": ("hr.oib", "###########"),
    "iban": ("iban", "(DE####################|FI################|BE##############)"),
    "id-npwp": ("id.npwp", "###############"),
    "ie-pps": ("ie.pps", "#######@(|A|H|W)"),
    "il-identity": ("il.idnr", "#########"),
    "imei": ("imei", "###############"),
    "in-aadhaar": ("in_.aadhaar", "############"),
    "in-gstin": ("in_.gstin", "(07|27|29|33)@@@(A|C|H|P)@####@(1|2)Z(#|@)"),
    "in-pan": ("in_.pan", "@@@(A|B|C|D|F|H|P|X)@####@"),
    "in-voter": ("in_.epic", "@@@#######"),
    "is-kennitala": ("is_.kennitala", "<%d%m%y>###(0|9)"),
    "isin": ("isin", "(US|DE|GB)##########"),
    "it-fiscal-code": ("it.codicefiscale", "@@@@@@##(A|B|C|D|E|H|L|M|P|R|S|T)(0|1|2|4|5|6)#@###@"),
    "jp-corporate": ("jp.cn", "#############"),
    "kr-rrn": ("kr.rrn", "<%y%m%d>(1|2)######"),
    "lei": ("lei", "####00@@########@@##"),
    "lt-asmens-kodas": ("lt.asmens", "(3|4|5|6)<%y%m%d>####"),
    "luhn": ("luhn", "############"),
    "lv-personas-kods": ("lv.pvn", "<%d%m%y>(0|1|2)####"),
    "meid": ("meid", "(A|D|F)#######(A|B|C|D|E|F|1|2)#####(#|A|B|C|D|E|F)"),
    "mx-curp": ("mx.curp", "@(A|E|I|O|U|X)@@<%y%m%d>(H|M)(AS|DF|JC|MC|NL)@@@##"),
    "my-mykad": ("my.nric", "<%y%m%d>(01|07|14|21|34|66|82)####"),
    "nl-bsn": ("nl.bsn", "#########"),
    "no-fodselsnummer": ("no.fodselsnummer", "<%d%m%y>#####"),
    "nz-ird": ("nz.ird", "(1|4|6|8|10|11|12)#######"),
    "pl-pesel": ("pl.pesel", "<%y%m%d>#####"),
    "pt-citizen-card": ("pt.cc", "#########@@#"),
    "pt-nif": ("pt.nif", "(1|2|3)########"),
    "register-pl": ("pl.regon", "#########"),
    "register-pl-long": ("pl.regon", "##############"),
    "ro-cnp": ("ro.cnp", "(1|2|5|6)<%y%m%d>######"),
    "routing-us": ("us.rtn", "#########"),
    "se-personnummer": ("se.personnummer", "<%y%m%d>-####"),
    "sedol": ("gb.sedol", "(B|C|D|F|G)######"),
    "sg-uen": ("sg.uen", "(########@|19#######@|200######@|T09LL####@)"),
    "si-emso": ("si.emso", "<%d%m9%y>######"),
    "si-tax-id": ("si.ddv", "########"),
    "th-identity": ("th.pin", "#############"),
    "tr-national-id": ("tr.tckimlik", "###########"),
    "uk-nhs": ("gb.nhs", "##########"),
    "uk-utr": ("gb.utr", "##########"),
    "us-ssn": ("us.ssn", "#########"),
    "vat-at": ("at.uid", "ATU########"),
    "vat-be": ("be.vat", "BE(0|1)#########"),
    "vat-bg": ("bg.vat", "BG#########"),
    "vat-ch": ("ch.vat", "CHE######### MWST"),
    "vat-cy": ("cy.vat", "CY########@"),
    "vat-cz": ("cz.dic", "CZ(1|2|4|6)#######"),
    "vat-de": ("de.vat", "DE#########"),
    "vat-dk": ("dk.cvr", "DK########"),
    "vat-ee": ("ee.kmkr", "EE#########"),
    "vat-el": ("gr.vat", "EL#########"),
    "vat-es": ("es.nif", "ES(A#######|########|X#######)(#|@)"),
    "vat-fi": ("fi.alv", "FI########"),
    "vat-fr": ("fr.tva", "FR###########"),
    "vat-gb": ("gb.vat", "GB#########"),
    "vat-hr": ("hr.oib", "HR###########"),
    "vat-hu": ("hu.anum", "HU########"),
    "vat-ie": ("ie.vat", "IE#######@"),
    "vat-it": ("it.iva", "IT#######0###"),
    "vat-lt": ("lt.pvm", "LT#######1#"),
    "vat-lu": ("lu.tva", "LU########"),
    "vat-lv": ("lv.pvn", "LV(4|5|9)##########"),
    "vat-mt": ("mt.vat", "MT########"),
    "vat-nl": ("nl.btw", "NL#########B##"),
    "vat-no": ("no.mva", "NO#########MVA"),
    "vat-pl": ("pl.nip", "PL##########"),
    "vat-pt": ("pt.nif", "PT#########"),
    "vat-ro": ("ro.cui", "RO#########"),
    "vat-se": ("se.vat", "SE##########01"),
    "vat-si": ("si.ddv", "SI########"),
    "vat-sk": ("sk.dph", "SK2#(4|9)#(5|7|9)#####"),
    "verhoeff": ("verhoeff", "############"),
    "za-identity": ("za.idnr", "<%y%m%d>####(0|1)8#"),
}

PARTS = re.compile(r"<([^>]+)>|\(([^)]+)\)|(.)")
DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def invented(chance, template):
    """A number that looks like the template."""
    out = []
    for date, choice, char in PARTS.findall(template):
        if date:
            day = datetime.date(1940, 1, 1) + datetime.timedelta(days=chance.randrange(25_567))
            out.append(day.strftime(date))
        elif choice:
            out.append(invented(chance, chance.choice(choice.split("|"))))
        else:
            out.append({"#": chance.choice(DIGITS), "@": chance.choice(LETTERS)}.get(char, char))
    return "".join(out)


def corrupted(chance, number):
    """The number with one character replaced by one of its class, or with two neighbors swapped."""
    places = [place for place, char in enumerate(number) if char in DIGITS + LETTERS]
    place = chance.choice(places)
    if chance.random() < 0.3 and place + 1 in places:
        return number[:place] + number[place + 1] + number[place] + number[place + 2:]
    return number[:place] + chance.choice(DIGITS if number[place] in DIGITS else LETTERS) + number[place + 1:]


def vectors(kind):
    """The lines of a kind: `+` and a number that passes, `-` and one that does not."""
    module, template = KINDS[kind]
    passes = importlib.import_module(f"stdnum.{module}").is_valid
    chance = random.Random(kind)
    numbers = {}
    while len(numbers) < 100:
        number = invented(chance, template)
        if passes(number):
            numbers[number] = True
    valid = list(numbers)
    while len(numbers) < 200:
        number = corrupted(chance, chance.choice(valid))
        numbers.setdefault(number, passes(number))
    return [f"{'+' if verdict else '-'}{number}" for number, verdict in numbers.items()]


def main(kinds):
    try:
        import stdnum  # noqa: F401
    except ImportError:
        if not (VENV / "bin/python").exists():
            venv.create(VENV, with_pip=True)
        subprocess.run([VENV / "bin/pip", "install", "--quiet", PACKAGE], check=True)
        return subprocess.run([VENV / "bin/python", __file__, *kinds]).returncode
    folder = ROOT / "tests/suite/golden/check"
    folder.mkdir(exist_ok=True)
    for kind in kinds or sorted(KINDS):
        (folder / f"{kind}.txt").write_text("\n".join(vectors(kind)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
