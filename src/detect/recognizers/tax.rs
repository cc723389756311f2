//! TABLE pack: value added tax numbers and the registers of businesses.

use super::row::{Proof, plain};
use crate::detect::{Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled};

/// A number with one check digit, which needs a word of its register.
const fn row(
    id: &'static str,
    pattern: &'static str,
    checks: &'static [Check],
    context: &'static [&'static str],
    proof: Proof,
) -> Recognizer {
    Recognizer { edges: Edges::both(Edge::Number), checks, context, ..plain(id, Entity::TaxId, Score::DOUBTFUL, pattern, proof) }
}

/// A number without a check digit, behind the name of its register.
const fn named(id: &'static str, lead: &'static str, pattern: &'static str, proof: Proof) -> Recognizer {
    Recognizer { score: Score::LIKELY, lead: Lead::form(lead), ..row(id, pattern, &[], &[], proof) }
}

/// A number with a check digit, behind the name of its register.
const fn checked(
    id: &'static str,
    lead: &'static str,
    pattern: &'static str,
    checks: &'static [Check],
    proof: Proof,
) -> Recognizer {
    Recognizer { score: Score::STRONG, lead: Lead::form(lead), ..row(id, pattern, checks, &[], proof) }
}

pub(crate) const ROWS: &[Recognizer] = &[
    row(
        "at-company-register",
        compiled("(?i:fn[ -]?)[0-9]{1,6}[ ]?[a-zA-Z]"),
        &[Check::must("mod-17", check::at_register)],
        &["firmenbuch", "firmenbuchnummer", "gericht", "handelsgericht", "landesgericht"],
        Proof {
            finds: &["Firmenbuch «FN 56247t»", "Handelsgericht Wien, «FN56247 t»"],
            skips: &["Firmenbuch FN 56247w", "at FN 56247t"],
            source: "Firmenbuchgesetz, § 15",
        },
    ),
    checked(
        "bg-business",
        r"(?:(?i:eik|bulstat)|\xD0\x95\xD0\x98\xD0\x9A|\xD0\x91\xD0\xA3\xD0\x9B\xD0\xA1\xD0\xA2\xD0\x90\xD0\xA2)[ :]{1,3}",
        compiled("[0-9]{9}"),
        &[Check::must("mod-11", check::bg_business)],
        Proof {
            finds: &["ЕИК «175074752»", "EIK: «175074752»"],
            skips: &["ЕИК 175074753", "id 175074752"],
            source: "Закон за търговския регистър; Наредба за регистър БУЛСТАТ",
        },
    ),
    checked(
        "cz-business",
        r"I(?:\xC4\x8C|C)O?[ :.]{1,3}",
        compiled("[0-9]{3} ?[0-9]{2} ?[0-9]{3}"),
        &[Check::must("mod-11", check::cz_business)],
        Proof {
            finds: &["IČO «25123891»", "IČ: «251 23 891»"],
            skips: &["IČO 25123892", "číslo 25123891"],
            source: "Zákon č. 304/2013 Sb., identifikační číslo",
        },
    ),
    named(
        "de-commercial-register",
        r"HR[AB] ?(?:(?i:nr|nummer)\.?)? ?:? ?",
        compiled("[0-9]{2,6}(?: ?[A-Z]{1,2})?"),
        Proof {
            finds: &["Amtsgericht Köln, HRB «123456»", "HRB Nr. «45678 B»"],
            skips: &["HRB", "HRC 12345"],
            source: "Handelsregisterverordnung, § 8",
        },
    ),
    row(
        "dk-business",
        compiled("[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2}"),
        &[Check::must("mod-11", check::dk_business)],
        &["cvr", "moms", "se"],
        Proof {
            finds: &["CVR-nr. «13585628»", "cvr «13 58 56 28»"],
            skips: &["CVR 13585627", "nr. 13585628"],
            source: "CVR-loven, § 4",
        },
    ),
    row(
        "es-company",
        compiled("[ABCDEFGHJNPQRSUVW][ -]?[0-9]{7}[ -]?[0-9A-J]|[ABCDEFGHJNPQRSUVW]-?[0-9]{2}[.][0-9]{3}[.][0-9]{3}"),
        &[Check::must("luhn", check::es_company)],
        &["cif", "empresa", "nif", "sociedad", "sl", "sa"],
        Proof {
            finds: &["CIF «A13585625»", "con NIF «J-99216582»"],
            skips: &["CIF A13585626", "bug A13585625"],
            source: "Orden EHA/451/2008",
        },
    ),
    row(
        "fi-business",
        compiled("[0-9]{7}-[0-9]"),
        &[Check::must("mod-11", check::fi_business)],
        &["alv", "fi", "ly", "oy", "tunnus", "y", "ytunnus"],
        Proof {
            finds: &["Y-tunnus «2077474-0»", "Oy, «2077474-0»"],
            skips: &["Y-tunnus 2077474-1", "part 2077474-0"],
            source: "Yritys- ja yhteisötietolaki 244/2001, 9 §",
        },
    ),
    Recognizer {
        score: Score::WEAK,
        ..row(
            "fr-company",
            compiled("[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3}"),
            &[Check::must("luhn", check::siren)],
            &["rcs", "siren"],
            Proof {
                finds: &["SIREN «552 008 443»", "RCS Paris «552008443»"],
                skips: &["SIREN 552 008 444", "id 552008443"],
                source: "INSEE, répertoire SIRENE",
            },
        )
    },
    row(
        "fr-establishment",
        compiled("[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{5}"),
        &[Check::must("luhn", check::siret)],
        &["rcs", "siren", "siret"],
        Proof {
            finds: &["SIRET «732 829 320 00074»", "siret: «73282932000074»"],
            skips: &["SIRET 732 829 320 00075", "id 73282932000074"],
            source: "INSEE, répertoire SIRENE",
        },
    ),
    Recognizer {
        score: Score::FAIR,
        ..row(
            "hu-business",
            compiled("[0-9]{8}-[1-5]-[0-9]{2}"),
            &[Check::must("mod-10", check::hu_business)],
            &["adószám", "adószáma", "áfa"],
            Proof {
                finds: &["Adószám: «12892312-2-41»", "«12892312-2-41»"],
                skips: &["12892313-2-41", "12892312-2-99"],
                source: "2017. évi CL. törvény, 1. melléklet",
            },
        )
    },
    row(
        "it-business",
        compiled("[0-9]{11}"),
        &[Check::must("luhn", check::it_business)],
        &["cf", "fiscale", "iva", "piva", "vat"],
        Proof {
            finds: &["P. IVA «00743110157»", "partita IVA: «01333550323»"],
            skips: &["P. IVA 00743110158", "id 00743110157", "00000000000"],
            source: "DPR 633/1972, articolo 35",
        },
    ),
    named(
        "nl-company-register",
        r"(?i:kvk|kamer van koophandel)(?i:[ -]?(?:nr|nummer|no)\.?)?(?: is)?[ :]{1,3}",
        compiled("[0-9]{8}"),
        Proof {
            finds: &["KvK-nummer: «12345678»", "kvk «87654321» te Delft"],
            skips: &["kvk 1234567", "nummer 12345678"],
            source: "Handelsregisterwet 2007, artikel 9",
        },
    ),
    Recognizer {
        score: Score::WEAK,
        ..row(
            "no-business",
            compiled("[0-9]{3} ?[0-9]{3} ?[0-9]{3}"),
            &[Check::must("mod-11", check::no_business)],
            &["foretaksregisteret", "mva", "organisasjonsnr", "organisasjonsnummer", "org", "orgnr"],
            Proof {
                finds: &["Org.nr. «988 077 917»", "organisasjonsnummer «988077917»"],
                skips: &["org.nr. 988 077 918", "id 988077917"],
                source: "Enhetsregisterloven, § 23",
            },
        )
    },
    Recognizer {
        score: Score::WEAK,
        ..row(
            "pl-business",
            compiled("[0-9]{3}-?[0-9]{3}-?[0-9]{2}-?[0-9]{2}|[0-9]{3}-[0-9]{2}-[0-9]{2}-[0-9]{3}"),
            &[Check::must("mod-11", check::pl_business)],
            &["nip", "vat"],
            Proof {
                finds: &["NIP «856-734-62-15»", "nip: «8567346215»"],
                skips: &["NIP 856-734-62-16", "id 8567346215"],
                source: "Ustawa z dnia 13 października 1995 r. o zasadach ewidencji, art. 2",
            },
        )
    },
    row(
        "pl-register",
        compiled("[0-9]{9}(?:[0-9]{5})?"),
        &[Check::must("mod-11", check::pl_register)],
        &["regon"],
        Proof {
            finds: &["REGON «192598184»", "regon: «12345678512347»"],
            skips: &["REGON 192598183", "id 192598184"],
            source: "GUS, rejestr REGON",
        },
    ),
    Recognizer {
        score: Score::WEAK,
        ..row(
            "ro-business",
            compiled("(?:RO ?)?[0-9]{6,10}"),
            &[Check::must("mod-11", check::ro_business)],
            &["cif", "cui", "fiscală", "fiscal", "înregistrare"],
            Proof {
                finds: &["CUI «18547290»", "cod fiscal: «18547290»"],
                skips: &["CUI 18547291", "id 18547290"],
                source: "Legea 227/2015, art. 316; ANAF",
            },
        )
    },
    Recognizer {
        score: Score::FAIR,
        ..row(
            "se-organization",
            compiled("[0-9]{6}-[0-9]{4}"),
            &[Check::must("luhn", check::se_organization)],
            &["aktiebolag", "ab", "momsreg", "org", "organisationsnummer", "orgnr"],
            Proof {
                finds: &["org.nr «556703-7485»", "«212000-0142» tillhör"],
                skips: &["org.nr 556703-7486", "811228-9874"],
                source: "Lag (1974:174) om identitetsbeteckning för juridiska personer",
            },
        )
    },
    Recognizer {
        checks: &[Check::must("digits", check::long_number)],
        ..named(
            "tax-number",
            r"(?i:tax(?:payer)?[ -](?:id(?:entification)?|registration|reference)(?:[ -](?:number|no\.?|code|#))?|tin|vat (?:reg(?:istration|\.)? )?(?:number|no\.?|id)|steuer-?(?:nummer|nr\.?)|ust-?id-?(?:nr\.?)?)(?: is| was|:| #|=){0,2}[ \t]{0,3}['\x22(]?",
            compiled("(?:[A-Z]{2,4} ?)?[0-9](?:[ ./-]?[0-9]){5,13}[A-Z]?"),
            Proof {
                finds: &["Tax ID «92-7315401» in", "her TIN «11-4391209».", "Steuernummer: «12/345/67890»"],
                skips: &["tax id", "TIN 12", "taxes 92-7315401"],
                source: "OECD, Tax identification numbers, by jurisdiction",
            },
        )
    },
    named(
        "uk-company",
        r"(?i:company (?:registration )?(?:number|no\.?)|companies house(?: number| no\.?)?|registered in (?:england|scotland|wales)(?:(?: and|,| &) wales)?(?: with|,)?(?: company)?(?: number| no\.?)?)(?: is)?[ :]{1,3}",
        compiled("(?:[A-Z]{2}[0-9]{6}|0[0-9]{7}|[1-9][0-9]{6,7})"),
        Proof {
            finds: &["Company number «01234567»", "registered in England and Wales, number «SC123456»"],
            skips: &["company 01234567", "Company number 123"],
            source: "Companies House, company numbers",
        },
    ),
    Recognizer {
        score: Score::STRONG,
        edges: Edges::both(Edge::Word),
        ..row(
            "vat-number",
            compiled(concat!(
                "(?:BE|BG|C[YZ]|D[EK]|E[ELS]|F[IR]|G[BR]|H[RU]|I[ET]|L[TUV]|MT|N[LO]|P[LT]|RO|S[EIK]|XI|ATU)",
                "(?:[ .-]?[0-9A-Z]){7,14}|CHE(?:[ .-]?[0-9]){9}(?: ?(?:MWST|TVA|IVA|HR))?",
            )),
            &[Check::must("national-rule", check::vat)],
            &["vat"],
            Proof {
                finds: &[
                    "USt-IdNr. «DE136695976»",
                    "VAT «FR 40 303 265 045».",
                    "«CHE-107.787.577 MWST», Bern",
                    "«NO 995 525 828 MVA»",
                ],
                skips: &["DE136695977", "FR 41 303 265 045", "CHE-107.787.578", "NO 995 525 828"],
                source: "Council Directive 2006/112/EC, article 215; eCH-0097; Brønnøysundregistrene",
            },
        )
    },
];
