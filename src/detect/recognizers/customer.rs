//! TABLE pack: numbers of customers, accounts, patients, contracts and cases. They have no form of their own; a word in front of
//! them says what they are.

use super::row::{Proof, plain};
use crate::detect::{Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled};

/// What says that a number follows.
macro_rules! number {
    () => {
        r"(?i:[ _-]?(?:numbers?|num\.?|nos?\.?|nr\.?|n\xC2\xBA|n\xC2\xB0|id|identifier|code|ref(?:erence|\.)?|#))"
    };
}

/// What a number can be of, in French, Spanish, Portuguese and Italian, behind `$before`.
macro_rules! noun {
    ($before:literal) => {
        concat!(
            "(?i:", $before,
            r"(?:compte|cuenta|conta|conto|cliente?|contrat[oa]?|contratto|dossier|fact?ura|facture|fattura|adh\xC3\xA9rent|afiliad[oa]|socio|commande|pedido|ordine",
            r"|police|p\xC3\xB3liza|ap\xC3\xB3lice|polizza|expediente|historia|paciente|patient|caso|processo|procedimiento|pratica|prontu\xC3\xA1rio|matr\xC3\xADcula|reserva|empleado))",
        )
    };
}

/// What stands between it and the number.
macro_rules! is {
    () => {
        r#"["']?(?i: is| was| er| ist| est| es| \xC3\xA9|:| ?=|:? of)?[ \t]{0,4}["'(\[]?#?"#
    };
}

/// The number itself: capitals perhaps, then digits and what joins them.
const VALUE: &str =
    compiled(r"(?:[A-Z]{1,6}[ _/-]{0,2})?[0-9](?:[0-9A-Za-z]|[./_-][0-9A-Za-z]|:[0-9]|%3[Aa][0-9A-Za-z]|[ ][0-9]{3}){2,44}");
/// A court's: number, stroke, year; also with blanks around the stroke.
const APPLICATION: &str = compiled("[0-9]{1,6} ?/ ?[0-9]{2,4}(?: ?/ ?[0-9]{1,4}){0,2}");

const LONG: &[Check] = &[Check::must("digits", check::long_number)];
const SHORT: &[Check] = &[Check::must("digits", check::account_digits)];

/// A number behind `lead`; `words` name in the evidence what it is the number of.
const fn row(
    id: &'static str,
    lead: &'static str,
    checks: &'static [Check],
    words: &'static [&'static str],
    proof: Proof,
) -> Recognizer {
    Recognizer {
        lead: Lead::trigger(lead),
        edges: Edges { before: Edge::Word, after: Edge::Number },
        checks,
        context: words,
        ..plain(id, Entity::CustomerId, Score::LIKELY, VALUE, proof)
    }
}

pub(crate) const ROWS: &[Recognizer] = &[
    row(
        "account-number",
        concat!(
            r"(?i:account|acct|a/c|iban|giro)",
            number!(),
            r"(?i: ending (?:in|with))?",
            is!(),
            r"|(?i:to|from) (?i:account) "
        ),
        SHORT,
        &["account", "acct", "a/c", "iban", "giro"],
        Proof {
            finds: &[
                "account number: «123-45-6789»",
                "Account No. '«FAKE012345678901»'",
                "to account no. «78346209K».",
                "payable to account «4537891022»",
            ],
            skips: &["account number 12", "account 4537", "account no 2019-01-01"],
            source: "observed in letters and forms",
        },
    ),
    row(
        "case-number",
        concat!(
            r"(?i:case|docket|contract|invoice|order|booking|reservation|tracking|ticket|claim|file|certificate|licen[cs]e|registration|shipment|transaction|purchase)",
            r"(?i:[ _-]?(?:numbers?|nos?\.|nr\.?|reference|#))",
            is!(),
        ),
        LONG,
        &[
            "case",
            "docket",
            "contract",
            "invoice",
            "order",
            "booking",
            "reservation",
            "tracking",
            "ticket",
            "claim",
            "file",
            "certificate",
            "licen",
            "registration",
            "shipment",
            "transaction",
            "purchase",
        ],
        Proof {
            finds: &["invoice no. «2024-00817»", "Case number: «1:21-cv-04821»", "your order #«1048-55120»"],
            skips: &["issue 12345", "build 12345", "order 5", "order no. 5", "ticket WEB-1482", "case 12345"],
            source: "observed in letters and forms",
        },
    ),
    Recognizer {
        pattern: APPLICATION,
        ..row(
            "court-application",
            r"(?i:applications?|appl\.|requ\xC3\xAAtes?|demandas?|solicitud(?:es)?|beschwerde|klage|queixa|peti\xC3\xA7\xC3\xA3o|case|cases|c\. [A-Z][a-z]+|GC\],?|dec\.\),?) ?\(?(?:n\. ?os?|nos?\.?|n\xC2\xBAs?|n\xC2\xB0s?|nr\.?|numbers?) ?",
            SHORT,
            &["appl", "requ", "demanda", "solicitud", "beschwerde", "klage", "queixa", "peti", "case", "c. ", "gc]", "dec."],
            Proof {
                finds: &[
                    "an application (no. «47117/99») against",
                    "une requête (no «18928 / 91») dirigée",
                    "una demanda (no. «74318 / 01»)",
                ],
                skips: &["application no. 47117", "application 4/5"],
                source: "European Court of Human Rights, Rules of Court, rule 47, practice direction on applications",
            },
        )
    },
    Recognizer {
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled("[0-9]{4,5}/[0-9]{2}"),
        checks: &[Check::must("application-year", check::application)],
        edges: Edges::both(Edge::Number),
        unless: &["at", "article", "directive", "of", "page", "part", "regulation", "step", "test", "tests"],
        ..row(
            "court-application-listed",
            "",
            &[],
            &[],
            Proof {
                finds: &["and «63470/00», «63473/00»", "(«45288/99»)"],
                skips: &["2003/04", "1998/99", "12345/67890", "12/34", "12345/45", "step 10000/20"],
                source: "European Court of Human Rights, numbers of applications",
            },
        )
    },
    Recognizer {
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled("[0-9]{4,5} / [0-9]{2}"),
        checks: &[Check::must("application-year", check::application)],
        edges: Edges::both(Edge::Number),
        context: &["affaire", "demanda", "demandas", "nos", "requête", "requêtes", "solicitud", "solicitudes"],
        ..row(
            "court-application-spaced",
            "",
            &[],
            &[],
            Proof {
                finds: &["las demandas (nos. 28309 / 06 y «48102 / 06»)", "deux requêtes, «18928 / 91» et «18929 / 91»"],
                skips: &["28309 / 06", "demanda 2003 / 04"],
                source: "European Court of Human Rights, numbers of applications",
            },
        )
    },
    row(
        "customer-number",
        concat!(
            r"(?i:customer|client|member|membership|subscriber|patient|policy|policyholder|insurance(?: policy)?|employee|staff|personnel|student|user|loan|medical record|health record|beneficiary|voter|taxpayer|payroll|badge|mandate|merchant|supplier|vendor)",
            number!(),
            is!(),
        ),
        SHORT,
        &[
            "customer",
            "client",
            "member",
            "subscriber",
            "patient",
            "policy",
            "insurance",
            "employee",
            "staff",
            "personnel",
            "student",
            "user",
            "loan",
            "record",
            "beneficiary",
            "voter",
            "taxpayer",
            "payroll",
            "badge",
            "mandate",
            "merchant",
            "supplier",
            "vendor",
        ],
        Proof {
            finds: &["customer no. «12345»", "Patient ID «AHC-0933289» and", "policy number #«88291-LK»", "employee id: «56789»"],
            skips: &["customer 12345", "user id of mia", "policy no. one", "the client number 1"],
            source: "observed in letters and forms",
        },
    ),
    row(
        "customer-number-germanic",
        concat!(
            r"(?i:(?:klant|kunden?|kund|konto|rekening|vertrags?|contract|avtals?|rechnungs?|faktura|factuur|mitglieds?|medlems?|personal|medarbejder|patienten?",
            r"|versicherungs?|polis|policen?|police|bestell|bestilling|auftrags|ordre?|order|vorgangs|fall|akten|dossier|sags?|saks|\xC3\xA4rende|journal|referenz",
            r"|reference|mandanten|depot|reg\.?|ans\xC3\xB8gning)[ -]?(?:nummer|nr\.?)|aktenzeichen|az\.|gesch\xC3\xA4ftszeichen|vores ref(?:erence|\.)?|unser zeichen)",
            is!(),
        ),
        LONG,
        &[
            "klant",
            "kund",
            "konto",
            "rekening",
            "vertrag",
            "contract",
            "avtal",
            "rechnung",
            "faktura",
            "factuur",
            "mitglied",
            "medlem",
            "personal",
            "medarbejder",
            "patient",
            "versicherung",
            "polis",
            "police",
            "bestell",
            "bestilling",
            "auftrag",
            "ordr",
            "order",
            "vorgang",
            "fall",
            "akten",
            "dossier",
            "sag",
            "sak",
            "ärende",
            "journal",
            "referen",
            "mandant",
            "depot",
            "reg",
            "ansøgning",
            "az.",
            "zeichen",
            "ref",
        ],
        Proof {
            finds: &[
                "Kundennummer: «K-20817»",
                "Kunden-Nr. «4711-0815»",
                "ansøgning nr. «BA  2006 00209».",
                "sagsnr. «2019-44817»",
                "Vores ref:  «PA 2013 00212»",
            ],
            skips: &["Kundennummer fehlt", "Auftrag 12345", "order nr 5", "Rechnungs-Nr. 12"],
            source: "observed in letters and forms",
        },
    ),
    row(
        "customer-number-romance",
        concat!(
            noun!(
                r"(?:n(?:u|\xC3\xBA)m(?:e|\xC3\xA9)r[oa]|n\xC2\xBA|n\xC2\xB0|n\.\xC2\xBA|no\.)(?: de la| del?| d'| du| d[aoi]|) ?"
            ),
            is!(),
            "|",
            noun!(""),
            r"(?i: (?:n(?:u|\xC3\xBA)m(?:e|\xC3\xA9)r[oa]|n\xC2\xBA|n\xC2\xB0|n\.\xC2\xBA|no\.?))",
            is!(),
        ),
        LONG,
        &[
            "compte",
            "cuenta",
            "conta",
            "conto",
            "client",
            "contrat",
            "dossier",
            "facture",
            "factura",
            "fatura",
            "fattura",
            "adh",
            "afiliad",
            "socio",
            "commande",
            "pedido",
            "ordine",
            "police",
            "póliza",
            "apólice",
            "polizza",
            "expediente",
            "historia",
            "paciente",
            "patient",
            "caso",
            "processo",
            "procedimiento",
            "pratica",
            "prontuário",
            "matrícula",
            "reserva",
            "empleado",
        ],
        Proof {
            finds: &[
                "número de cuenta: «0049-1500-05»",
                "dossier n° «2019/04411»",
                "numero cliente: «100482»",
                "Processo nº «0801234-56.2019»",
            ],
            skips: &["número de cuenta", "cliente 12345", "dossier n° 12", "número de pedidos: 12345"],
            source: "observed in letters and forms",
        },
    ),
    row(
        "customer-number-slavic",
        concat!(
            r"(?i:(?:numer|nr|\xC4[\x8C\x8D]\xC3\xADslo|\xC4[\x8C\x8D]\.) (?:[a-z\x80-\xFF]{2,16} ){0,2}(?:klienta|konta|umowy|sprawy|polisy|faktury|zam\xC3\xB3wienia|\xC3\xBA\xC4\x8Dtu|smlouvy|z\xC3\xA1kazn\xC3\xADka|objedn\xC3\xA1vky|pojistky|pr\xC5\xAFkazu|pasu|dokladu)",
            r"|(?:i|di)\xC4[\x8C\x8D]o?(?: [a-z\x80-\xFF]{4,12})?(?: je)?|z \xC3\xBA\xC4\x8Dtu)(?i: je)?",
            is!(),
        ),
        LONG,
        &[
            "klienta",
            "konta",
            "umowy",
            "sprawy",
            "polisy",
            "faktury",
            "zamówienia",
            "účtu",
            "smlouvy",
            "zákazníka",
            "objednávky",
            "pojistky",
            "průkazu",
            "pasu",
            "dokladu",
            "ič",
        ],
        Proof {
            finds: &[
                "numer klienta: «100482»",
                "číslo smlouvy «2019-00817»",
                "IČO: «71320084», sídlo",
                "Číslo jejího občanského průkazu je «104837226»",
            ],
            skips: &["numer klienta", "umowa 100482", "IČO firmy není známo"],
            source: "observed in letters and forms",
        },
    ),
    Recognizer {
        entity: Entity::MedicalLicense,
        pattern: compiled("[0-9]{2}[ -][0-9]{2}(?:[ -][0-9]{3,6})?|[0-9]{5,9}"),
        ..row(
            "medical-license-es",
            r"(?i:n(?:\xC2\xBA|\xC2\xB0|\xC3\xBAm\.?|o|\.\xC2\xBA)\.? ?(?:de )?col(?:egiad[oa]|egiaci\xC3\xB3n|\.)?)[ :.]{1,3}",
            &[],
            &["col"],
            Proof {
                finds: &["NºCol: «28 28 54712».", "Nº de colegiado: «282854712»", "nº col. «28-28-54712»"],
                skips: &["NºCol: 1", "colegiado 282854712"],
                source: "Consejo General de Colegios Oficiales de Médicos, número de colegiado",
            },
        )
    },
    row(
        "patient-number",
        r"(?i:(?:cipa|cip|nhc|mrn|episodio|historia cl\xC3\xADnica|n\.?h\.?c\.?)(?: n\xC2\xBA| no\.?)?[ :.#]{1,3}(?:nhc[ /-])?|nhc[/-])",
        SHORT,
        &["cip", "nhc", "mrn", "episodio", "historia", "h.c"],
        Proof {
            finds: &["NHC: «2304567».", "CIPA: nhc-«7894263»", "Episodio: «10541765»", "MRN: «4820017»"],
            skips: &["NHC: no", "episodio 3", "MRN 12"],
            source: "observed in records of hospitals; HL7 table 0203, MR",
        },
    ),
];
