//! TABLE pack: postal addresses by their form, and postal codes.
//!
//! A street is recognized by its type (`Street`, `Calle`, `…straße`), by what introduces it (`Address:`), or by the postal code
//! and town behind it. What belongs to it (floor, suite, postal code and town) is part of the finding.

use super::row::{Proof, plain};
use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check};

/// A letter: Latin, also with accents, Greek, Cyrillic.
macro_rules! letter {
    () => {
        r"[A-Za-z]|[\xC3-\xD3][\x80-\xBF]"
    };
}

/// A capital letter; in the scripts whose cases share their first byte, any letter.
macro_rules! capital {
    () => {
        r"(?:[A-Z]|\xC3[\x80-\x9E]|[\xC4\xC5\xCE-\xD0][\x80-\xBF])"
    };
}

/// A capitalized word, hyphens and apostrophes inside.
macro_rules! word {
    () => {
        concat!(capital!(), "(?:", letter!(), r"|['-]|\xE2\x80\x99)*")
    };
}

/// A word, a number, or an abbreviation with its dot.
macro_rules! token {
    () => {
        concat!("(?:", letter!(), r"|[0-9#'./-]|\xC2[\xAA\xB0\xBA]|\xE2\x80\x99)+")
    };
}

/// Up to twelve such, on one line or several. Which of them belong to the address the check decides.
macro_rules! tail {
    () => {
        concat!(r"(?:[ ]?,[ ]?|[ ](?:-[ ])?|,?[ ]?\r?\n[> \t]{0,9},?[ ]?)", token!())
    };
}

/// A house number: `12`, `12a`, `12-14`, `12/3`.
macro_rules! house {
    () => {
        r"[0-9]{1,5}(?:[ ]?[a-zA-Z])?(?:[-/][0-9]{1,4}[a-zA-Z]?)?"
    };
}

/// A row of this pack: a form with a capital or a number in front.
const fn street(id: &'static str, pattern: &'static str, proof: Proof) -> Recognizer {
    Recognizer {
        edges: Edges { before: Edge::Token, after: Edge::Handle },
        ..plain(id, Entity::Address, Score::LIKELY, pattern, proof)
    }
}

const UPU: &str = "UPU S42, address templates of the countries";

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        lead: Lead::form(
            r"(?:(?i:address|adresse|anschrift|domicilio|direcci(?:o|\xC3\xB3)n|indirizzo|morada|endere(?:c|\xC3\xA7)o|adres|adress|osoite)(?:[ ](?:of|von|de)(?:[ ][^ \n:]{1,20}){1,4})?(?:[ ]?[:=]|\?[ ]it[ ]is|[ ](?:is|to|ist|es|est|with))?[ \t\r\n>]{1,12}|(?i:lives|living|lived|live|reside|residing|resident|located|headquartered|office is|wohnhaft|wohnt|bytem|s\xC3\xADdlem|adrese|(?:deliver(?:ed)?|ship(?:ped)?|mail(?:ed)?|sent|send it|taxi|return(?:ed)?|arrived|meet you)(?: to)?)[ ](?:at[ ]|on[ ]|in[ ]|na[ ])?)",
        ),
        checks: &[Check::must("street", check::introduced), Check::must("no-date", check::no_month_behind)],
        ..street(
            "address-introduced",
            concat!(token!(), "(?:", tail!(), "){1,12}"),
            Proof {
                finds: &[
                    "She lives at «12 Rose Hill», I think",
                    "Address: «4 Ringvej 12\n8000 Aarhus»\nPhone: 1",
                    "Domicilio: «Larre 27, 6G».",
                ],
                skips: &["IP address: 203.0.113.9", "the address is wrong", "located at Line 25", "address of Mia is known"],
                source: UPU,
            },
        )
    },
    Recognizer {
        ..street(
            "address-japanese",
            "(?:\u{3012} ?[0-9]{3}-?[0-9]{4}[ \n]?)?(?:東京都|北海道|京都府|大阪府|(?:[\\xE4-\\xE9][\\x80-\\xBF]{2}){2,3}県)(?:[\\xE3-\\xE9][\\x80-\\xBF]{2}){2,16}[0-9]{1,4}(?:(?:-|丁目|番地?|号)[0-9]{0,4})+",
            Proof {
                finds: &["住所は«東京都港区芝公園4-2-8»です", "«〒100-0001 東京都千代田区千代田1-1»"],
                skips: &["東京都の人口", "大阪府で2人"],
                source: "Japan Post, how to write an address",
            },
        )
    },
    Recognizer {
        ..street(
            "address-military",
            concat!(
                r"(?i:(?:psc|cmr|unit)[ ][0-9]{1,6},?[ ]box[ ][0-9]{1,6}|us(?:s|ns|nv|cgc)[ ][a-z\x80-\xFF]+)",
                r"(?:,?[ ]|\r?\n[> ]{0,3})(?i:[afd]po),?[ ](?i:aa|ae|ap)[ ][0-9]{5}(?:-[0-9]{4})?"
            ),
            Proof {
                finds: &["write to «PSC 1234, Box 5678\nAPO AP 96521»", "«Unit 100100 Box 4120, FPO AA 34011»"],
                skips: &["PSC 1234 was closed", "Unit 7 Box"],
                source: "USPS Publication 28, section 225 (military addresses)",
            },
        )
    },
    Recognizer {
        checks: &[Check::must("street", check::street_first)],
        ..street(
            "address-post-box",
            concat!(
                r"(?:(?i:p\.?[ ]?o\.?[ ]?box|post(?:al)?[ ]?box|postfach|postbus|postboks|apartado(?:[ ]de[ ]correos)?|apdo\.?(?:[ ]de[ ]correos)?|casella[ ]postale|caixa[ ]postal|skrytka[ ]pocztowa|bo(?:i|\xC3\xAE)te[ ]postale)[ ]|BP[ ]|B\.P\.[ ])(?i:no?\.?[ ]|n\xC2\xBA[ ]?)?[0-9]{1,7}(?:",
                tail!(),
                "){0,10}"
            ),
            Proof {
                finds: &["«P.O. Box 211», please", "«Postfach 10 20 30, 70173 Stuttgart»", "«Apartado de Correos 993»."],
                skips: &["the post box is empty", "Postfach voll"],
                source: UPU,
            },
        )
    },
    Recognizer {
        unless: &["application", "cipher", "office", "product", "regression", "test", "testing", "tests", "the"],
        score: Score::FAIR,
        ..street(
            "address-unit",
            r"(?:[Ss](?:uite|UITE)[ ]#?|(?:Ste|A(?:pt|PT)|apt)\.[ ]?#?|(?:Apt|Apartment|Apto)[ ]#?)[0-9]{1,5}[A-Za-z]?",
            Proof {
                finds: &["Main Tower\n«Suite 201»", "it is «Apt. 4B»"],
                skips: &["Test Suite 12", "apt install 3", "suite of 3"],
                source: "USPS Publication 28, section 213 (secondary address unit designators)",
            },
        )
    },
    Recognizer {
        score: Score::FAIR,
        anchor: Anchor::DIGITS,
        checks: &[Check::must("street", check::street_first), Check::must("no-date", check::no_month)],
        ..street(
            "address-with-town",
            concat!(
                word!(),
                "(?:[ ]",
                word!(),
                r")?[ ]",
                house!(),
                r"(?:,[ ]|,?[ ]?\r?\n[> ]{0,3}|[ ]-[ ])(?:[A-Z]{1,2}-)?(?:[0-9]{5}|[0-9]{3}[ ][0-9]{2}|[0-9]{2}-[0-9]{3}|[0-9]{4}[ ][A-Z]{2})[ ]",
                word!(),
                "(?:",
                tail!(),
                "){0,4}"
            ),
            Proof {
                finds: &["byt «Dlouhá 14, 110 00 Praha 1», a", "in «Am Anger 3\n01099 Dresden»"],
                skips: &["on January 12, 20155 Users", "Firefox 3, 12345 Visits", "Release 4, 20240 Tests"],
                source: UPU,
            },
        )
    },
    Recognizer {
        entity: Entity::Postcode,
        score: Score::FAIR,
        ..street(
            "postcode-canadian",
            "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][ ][0-9][ABCEGHJ-NPRSTV-Z][0-9]",
            Proof {
                finds: &["Ottawa ON «K1A 0B1»", "code «H2X 1Y4»,"],
                skips: &["K1A-0B1-X", "A1D 2B3", "k1a 0b1"],
                source: "Canada Post, addressing guidelines, section 5.1",
            },
        )
    },
    Recognizer {
        entity: Entity::Postcode,
        score: Score::WEAK,
        context: &["address", "adres", "adresse", "anschrift", "calle", "nederland", "netherlands", "postcode", "via", "wohnort"],
        ..street(
            "postcode-in-context",
            concat!("(?:[1-9][0-9]{3}[ ][A-Z]{2}|[0-9]{5})[ ]", word!()),
            Proof {
                finds: &["Nederland, «1012 PH Amsterdam»", "Wohnort: «01099 Dresden»"],
                skips: &["1012 PH Amsterdam", "12345 Users", "address 12345 users"],
                source: UPU,
            },
        )
    },
    Recognizer {
        entity: Entity::Postcode,
        ..street(
            "postcode-japanese",
            "\u{3012}[ ]?[0-9]{3}-?[0-9]{4}",
            Proof {
                finds: &["«〒100-0001»", "住所 «〒1000001»"],
                skips: &["100-0001", "〒10-0001"],
                source: "Japan Post, postal code system",
            },
        )
    },
    Recognizer {
        entity: Entity::Postcode,
        lead: Lead::form(
            r"(?:(?i:zip[ -]?code|post(?:al)?[ -]?code|postleitzahl|c(?:o|\xC3\xB3)digo postal|code postal|kod pocztowy|postnummer|postnr\.?)(?:[ ]?[:=#]|[ ]is|[ ]was)?|(?:zip|ZIP|Zip|PLZ|CP|C\.P|CAP|CEP|PSČ)(?:\.?:|[.]))[ \t]{0,4}",
        ),
        ..street(
            "postcode-labelled",
            r"(?:[A-Z]{1,2}-)?(?:[0-9]{3,6}(?:-[0-9]{3,4})?|[0-9]{2}-[0-9]{3}|[0-9]{4}[ ]?[A-Z]{2}|[0-9]{3}[ ][0-9]{2})",
            Proof {
                finds: &["my zip code is «94105-1420»", "CP: «28035».", "PLZ: «80335»", "Postcode: «1012 PH»"],
                skips: &["unzip: 12345", "zip 12345 files", "Postcode: unknown"],
                source: UPU,
            },
        )
    },
    Recognizer {
        entity: Entity::Postcode,
        score: Score::FAIR,
        lead: Lead::form(r",[ ]?"),
        edges: Edges { before: Edge::Any, after: Edge::Token },
        ..street(
            "postcode-us",
            "(?:A[KLRZAEP]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])[ ]{1,2}[0-9]{5}(?:-[0-9]{4})?",
            Proof {
                finds: &["Springfield, «IL 62704»", "Reno, «NV  89501-1234».", "Denver,«CO 80202»"],
                skips: &["OR 12345", "x, ZZ 12345", "a, IN 123456"],
                source: "USPS Publication 28, sections 211, 215 and appendix B",
            },
        )
    },
    Recognizer {
        checks: &[Check::must("street", check::number_first), Check::must("no-date", check::no_month_behind)],
        ..street(
            "street-english",
            concat!(
                "(?:",
                house!(),
                r"|One|Two|Three|Four|Five|Ten)[ ](?:[1-9][0-9]{0,3}[ ])?(?:",
                word!(),
                r"\.?|[0-9]{1,3}(?:st|nd|rd|th))(?:",
                tail!(),
                "){1,13}"
            ),
            Proof {
                finds: &[
                    "at «1209 Orange Street, Wilmington, DE 19801», by",
                    "«17B St. James Road»",
                    "is «221 Baker St. Apt. 4, Springfield, IL 62704»",
                ],
                skips: &["2 Click Close", "3 Google Drive files", "12 Best Ways", "The 3 Way handshake", "500 Internal Server"],
                source: "USPS Publication 28, appendix C1 (street suffixes); Royal Mail, clear addressing",
            },
        )
    },
    Recognizer {
        checks: &[Check::must("street", check::introduced)],
        ..street(
            "street-french",
            concat!(
                house!(),
                r"(?:[ ](?:bis|ter))?,?[ ](?i:rue|avenue|av\.|boulevard|bd\.?|place|chemin|all(?:e|\xC3\xA9)e|impasse|quai|route|passage|faubourg|cit(?:e|\xC3\xA9))[ ](?:(?:de la|de l'|d'|du|des|de|la|le|les|l'|aux?)[ ]?)?",
                "(?:",
                letter!(),
                ")",
                token!(),
                "(?:",
                tail!(),
                "){0,10}"
            ),
            Proof {
                finds: &["au «12 rue de la Paix, 75002 Paris».", "«3 bis, avenue Victor-Hugo»", "«4 bd. Saint Michel»"],
                skips: &["12 routes", "3 places disponibles", "route 66"],
                source: "NF Z10-011 (French postal addresses)",
            },
        )
    },
    Recognizer {
        anchor: Anchor::DIGITS,
        checks: &[Check::must("street", check::street_first)],
        ..street(
            "street-germanic",
            concat!(
                "(?:(?:(?:Am|An der|Im|In der|Zum|Zur|Alte|Alter|Neue|Neuer|Obere|Untere|St\\.)[ ])?",
                capital!(),
                "(?:",
                letter!(),
                r"|-)+(?:stra(?:\xC3\x9F|ss)e|str\.|weg|gasse|platz|allee|damm|ufer|steig|chaussee|straat|laan|plein|gracht|singel|dijk|steenweg|vej|vejen|gade|gaden|gata|gatan|gaten|v\xC3\xA4gen|v\xC3\xA4g|veien|vei|vegen|veg|str\xC3\xA6de|straede|gr\xC3\xA4nd|katu|kuja|ntie|polku|vegur|vegi|braut|str\xC3\xA6ti|straeti)|",
                word!(),
                "(?:[ ]",
                word!(),
                r")?[ ](?:[Ss]tra(?:\xC3\x9F|ss)e|[Ss]tr\.|Weg|Gasse|Platz|Allee|Damm|Ufer|Ring|gate|gata|gatan|vei|veg|utca|u\.|t\xC3\xA9r|\xC3\xBAt|\xC3\xBAtja|krt\.|ulica|cesta))[ ]",
                house!(),
                "(?:",
                tail!(),
                "){0,10}"
            ),
            Proof {
                finds: &[
                    "in «Bahnhofstraße 27, 80335 München» geschlossen",
                    "«Neue Straße 310»",
                    "bor «Vesterskovvej 79, 2. sal»",
                    "«Kalverstraat 92, 1012 PH Amsterdam»",
                    "«Kossuth Lajos utca 12».",
                ],
                skips: &["Brigade 5", "unterwegs 3", "Java 8", "strasse und 3", "Navigate 3 pages"],
                source: "DIN 5008; UPU S42, address templates of DE, AT, CH, NL, BE, DK, SE, NO, FI, IS, HU",
            },
        )
    },
    Recognizer {
        checks: &[Check::must("street", check::type_first)],
        ..street(
            "street-iberian",
            concat!(
                r"(?:(?i:calle|calla|avenida|avda|avd|plaza|paseo|carretera|ctra|glorieta|ronda|traves(?:i|\xC3\xAD)a|camino|carrer|pla\xC3\xA7a|passeig|avinguda|rambla|rua|alameda|travessa|largo|estrada|praceta|vicolo|corso|viale|piazza|piazzale)\.?[ /]{1,2}|(?i:av|pza|pl|urb)[./][ ]?|P(?:\xC2[\xBA\xB0])\.?[ ]|(?:C|c)[./]{1,2}[ ]?|Av[ ]|Via[ ](?:d[a-z']{1,4}[ ])?)",
                "(?:(?:",
                letter!(),
                "|[0-9])",
                token!(),
                "[ ]?){1,6}(?:",
                tail!(),
                "){0,12}"
            ),
            Proof {
                finds: &[
                    "vive en «Calle Carmen Romero, 23, 1D».",
                    "«C/ Mayor 5, 3º B»",
                    "«Avda. de Asturias, s/n 33004 Oviedo».",
                    "em «Rua Augusta 100»,",
                    "«Via Roma 131, 00184 Roma»",
                ],
                skips: &["calle abajo", "C/C++ 11", "largo plazo de 3", "C. difficile 5", "corso von 5"],
                source: "UPU S42, address templates of ES, PT, BR, IT and Latin America",
            },
        )
    },
    Recognizer {
        checks: &[Check::must("street", check::street_first)],
        ..street(
            "street-polish",
            concat!(r"(?:ul\.|al\.|os\.|pl\.)[ ]", word!(), "(?:", tail!(), "){1,10}"),
            Proof {
                finds: &["mieszka przy «ul. Biskupa Bogedaina 118».", "«al. Jana Pawła II 12 m. 4, 00-133 Warszawa»"],
                skips: &["et al. 2014", "ul. bez numeru", "et al. Smith et al 3"],
                source: "UPU S42, address template of PL",
            },
        )
    },
];
