//! TABLE pack: organizations by their legal form, by what kind of institution they are, and by what introduces them.

use super::row::{Proof, plain};
use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check};

/// A letter: Latin, also with accents, Greek, Cyrillic.
macro_rules! letter {
    () => {
        r"[A-Za-z]|[\xC3-\xD3][\x80-\xBF]"
    };
}

/// A capitalized word or a number.
macro_rules! word {
    () => {
        concat!(r"(?:[A-Z0-9]|\xC3[\x80-\x9E]|[\xC4\xC5\xCE-\xD0][\x80-\xBF])(?:", letter!(), r"|[0-9'&-]|\xE2\x80\x99)*")
    };
}

/// What may stand between two words of a name.
macro_rules! joint {
    () => {
        r"(?:[ ](?:&[ ]|and[ ]|und[ ]|y[ ]|et[ ]|e[ ]|d(?:e|el|i|a|o)[ ]|of[ ](?:the[ ])?|for[ ])?|,[ ])"
    };
}

/// One to six words and what makes them a name, behind any joint or, where it may be written otherwise than a word, behind a blank.
macro_rules! ending {
    ($word:expr, $other:expr) => {
        concat!(
            word!(),
            "(?:",
            joint!(),
            word!(),
            "){0,4}(?:",
            joint!(),
            "(?:",
            $word,
            r")|(?:[ ](?:&[ ])?(?:Co|Pty|Pvt|Pte|Sdn)\.?)?,?[ ](?:",
            $word,
            $other,
            "))"
        )
    };
}

/// Legal forms that are words, for the automaton to tell at once; which ones count, the check knows.
macro_rules! form {
    () => {
        r"A(?:B|G|SA|pS)|B(?:V|VBA|hd)|Corp(?:oration)?|EIRELI|G(?:MBH|mbH)|Inc(?:orporated)?|KG(?:aA)?|L(?:LC|LP|TD|da|imited|tda?)|NV|O(?:HG|yj?|\xC3\x9C)|PLC|S(?:A|ARL|AS|AU|L|LU|RL|pA|rl|\xC3\xA0rl)|UAB"
    };
}

/// The others.
macro_rules! dotted {
    () => {
        r"|(?:Bhd|Corp|Co|Inc|Lda|Ltda?|LTD|Kft|Nyrt|Zrt)\.|A/S|S/A|(?:[BN]\.V|K\.K|L\.L\.C|S\.(?:[AL]|A\.R\.L|A\.[SU]|L\.U|R\.L|p\.A|r\.l)|e\.V)\.|eG|g?GmbH|mbH|plc"
    };
}

/// What makes a name one of an institution.
macro_rules! kind {
    () => {
        "A(?:cademy|gency|irlines|ssociation)|Bank|C(?:hurch|ollege|ommission|ouncil|ourt)|Embassy|F(?:ederation|oundation)|Government|Hospital|Institute|M(?:inistry|unicipality|useum)|Pol(?:ice|ytechnic)|Railways|Tribunal|University"
    };
}

/// What may stand between two words of a name in a Romance language.
macro_rules! romance {
    () => {
        r"[ ](?:(?:de|del|la|las|los|el|y|e|da|do|das|dos|di|della|degli|du|des|le|les)[ ]|d'|l'|de l'|dell')*"
    };
}

const fn row(id: &'static str, pattern: &'static str, proof: Proof) -> Recognizer {
    Recognizer {
        edges: Edges { before: Edge::Token, after: Edge::Token },
        checks: NAME,
        ..plain(id, Entity::Organization, Score::FAIR, pattern, proof)
    }
}

const NAME: &[Check] = &[Check::must("organization-name", check::organization)];
const FORMS: &str = "ISO 20275, entity legal forms (GLEIF list)";

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        lead: Lead::form(
            r"(?:(?i:company|organi[sz]ation|customer|employer|kunde|firma|arbeitgeber|empresa|cliente|soci(?:e|\xC3\xA9)t(?:e|\xC3\xA9)|azienda|klant)(?:[ ](?i:name))?[ ]?:[ \t]{1,4}|used to work (?:for|at)[ ]|employed (?:by|at)[ ]|employee (?:of|at)[ ]|C[EFIOT]O of[ ]|[Ff]ounder of[ ]|on behalf of[ ])",
        ),
        ..row(
            "organization-introduced",
            concat!(word!(), "(?:", joint!(), word!(), "){0,4}"),
            Proof {
                finds: &[
                    "Customer: «Butler-Peters»\nx",
                    "I used to work for «Rapid Cycle» as",
                    "the CEO of «Owens, Duran and Oneal»",
                ],
                skips: &["customer: the one", "Company: None", "employed by the team"],
                source: "observed in requests and contracts",
            },
        )
    },
    Recognizer {
        anchor: Anchor::Bytes(b"\xAA"),
        checks: &[],
        score: Score::LIKELY,
        edges: Edges::both(Edge::Any),
        ..row(
            "organization-japanese",
            r"(?:(?:\xE3(?:\x82[\xA1-\xA9\xAB-\xBF]|\x83[\x80-\xA9\xAB-\xBF])|[\xE4-\xE9][\x80-\xA9\xAB-\xBF]{2}){2,12}\xE6\xA0\xAA式会社|\xE6\xA0\xAA式会社(?:\xE3(?:\x82[\xA1-\xBF]|\x83[\x80-\xBF])|[\xE4-\xE9][\x80-\xBF]{2}|[A-Za-z]){2,12})",
            Proof {
                finds: &["取引先は«株式会社青空商事»です", "«日本海運株式会社»の"],
                skips: &["株式を買う", "会社の"],
                source: FORMS,
            },
        )
    },
    Recognizer {
        score: Score::LIKELY,
        checks: &[Check::must("legal-form", check::legal_form)],
        ..row(
            "organization-legal-form",
            ending!(form!(), dotted!()),
            Proof {
                finds: &[
                    "between «Aurelia Analytics, Inc.», and",
                    "der «Bau Hofer GmbH» gehört",
                    "«Smith & Partner GmbH & Co. KG»",
                    "con «Aguas del Sur, S.A.»",
                    "«Mitsu Steel Co., Ltd.»",
                ],
                skips: &["The LLC", "Use AG Grid", "an AB test", "Reno, NV"],
                source: FORMS,
            },
        )
    },
    Recognizer {
        anchor: Anchor::Bytes(b"."),
        score: Score::LIKELY,
        ..row(
            "organization-legal-form-slavic",
            concat!(
                word!(),
                "(?:,?[ ](?:",
                letter!(),
                r"|-)+){0,3},?[ ](?:[Ss]p\.[ ]?z[ ]?o\.[ ]?o\.|s\.[ ]?r\.[ ]?o\.|spol\. s r\.[ ]?o\.|a\.[ ]?s\.|d\.[ ]?o\.[ ]?o\.|d\.[ ]?d\.|v\.[ ]?o\.[ ]?s\.|z\.[ ]?s\.|o\.p\.s\.|sp\.[ ]?[kj]\.)"
            ),
            Proof {
                finds: &["společnosti «Modrá věž s.r.o.», IČO", "«Vltava trading a.s.»", "«Jadran d.o.o.»"],
                skips: &["tak a. s. tím", "s.r.o. je forma"],
                source: FORMS,
            },
        )
    },
    row(
        "organization-type-before",
        concat!(
            r"(?:University|Hospital|Bank|Ministry|Institute|College|Academy|Embassy|Museum|Church|Republic|Court|Council|House|Municipality)[ ]of[ ](?:the[ ])?",
            r"[A-Z](?:[A-Za-z'-]|[\xC3-\xC5][\x80-\xBF])*",
            "(?:",
            joint!(),
            r"[A-Z](?:[A-Za-z'-]|[\xC3-\xC5][\x80-\xBF])*",
            "){0,3}"
        ),
        Proof {
            finds: &["at the «University of York», he", "the «Ministry of Foreign Affairs» wrote"],
            skips: &["a bank of ideas", "Bank of the river"],
            source: "observed in public texts",
        },
    ),
    Recognizer {
        checks: &[Check::must("institution", check::institution)],
        ..row(
            "organization-type-behind",
            ending!(kind!(), ""),
            Proof {
                finds: &["at «Klagenfurt University» in", "the «Szczecin Regional Court» said"],
                skips: &["The Court", "our Bank", "Test Bank"],
                source: "observed in public texts",
            },
        )
    },
    row(
        "organization-type-german",
        concat!(
            r"(?:(?:Technische |Freie )?Universit\xC3\xA4t|Hochschule|Fachhochschule|Klinikum|Krankenhaus|Stadtwerke|Sparkasse|Volksbank|Landgericht|Amtsgericht|Oberlandesgericht|Finanzamt|Bundesamt|Bundesministerium|Landratsamt)[ ](?:(?:f\xC3\xBCr|der|des|zu|am|in)[ ])*",
            word!(),
            "(?:(?:[ ]|-)(?:(?:und|der|des|am)[ ])?",
            word!(),
            "){0,2}"
        ),
        Proof {
            finds: &["an der «Technische Universität München» war", "das «Amtsgericht Köln», am", "«Bundesamt für Justiz»"],
            skips: &["im Krankenhaus liegt", "die Universität ist"],
            source: "observed in public texts",
        },
    ),
    Recognizer {
        score: Score::LIKELY,
        checks: &[Check::must("institution", check::romance_institution)],
        ..row(
            "organization-type-romance",
            concat!(
                r"(?:Hospital|HOSPITAL|Complejo (?:Hospitalario|Asistencial)|Cl\xC3\xADnica|Centro (?:de Salud|M\xC3\xA9dico|Hospitalario)|Policl\xC3\xADnica|Universi(?:dad|dade|t\xC3\xA9|t\xC3\xA0|tat)|Instituto|Institut|Fundaci(?:\xC3\xB3n|\xC3\xB3)|Funda\xC3\xA7\xC3\xA3o|Facultad|Faculdade|Consejer\xC3\xADa|Ministerio|Minist\xC3\xA9rio|Minist\xC3\xA8re|Ministero|Ayuntamiento|Banco|Banque|Banca|H\xC3\xB4pital|Clinique|Ospedale|Mairie|Lyc\xC3\xA9e|Servicio [A-Z][A-Za-z-]+ de|Residencia)",
                romance!(),
                word!(),
                "(?:",
                romance!(),
                word!(),
                "){0,6}"
            ),
            Proof {
                finds: &[
                    "en el «Hospital Universitario La Paz» de",
                    "«Universidad de Granada».",
                    "remitido al «Hospital 12 de Octubre» por",
                    "à l'«Hôpital de la Timone», puis",
                ],
                skips: &["el hospital comarcal", "Hospital general", "Banco de datos"],
                source: "observed in public texts",
            },
        )
    },
];
