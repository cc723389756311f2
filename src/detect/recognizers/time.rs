//! TABLE pack: times of day, and what tells a time without a date: days of the week, relative dates, periods, durations.

use super::row::{Proof, plain};
use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check};

const CLDR: &str = "Unicode CLDR 46, Gregorian calendar; ISO 24617-1 (what belongs to an expression of time)";
const VERSIONS: &[&str] = &["build", "release", "rev", "v", "ver", "version", "versions"];

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        edges: Edges::both(Edge::Number),
        unless: VERSIONS,
        ..plain(
            "clock",
            Entity::DateTime,
            Score::FAIR,
            concat!(
                r"(?:(?:[01]?[0-9]|2[0-4]):[0-5][0-9]:[0-5][0-9](?:[.,][0-9]+)?",
                r"|(?:0?[1-9]|1[0-2])(?:[:.][0-5][0-9]){0,2} ?(?:[AaPp]\.[Mm]\.|[AP]M|[ap]m)",
                r"|(?:[01]?[0-9]|2[0-4])(?:[:.][0-5][0-9])? (?:[Uu]hr|o'clock|[ap]\.m\.)",
                r"|(?:[01]?[0-9]|2[0-4]) ?[h] ?[0-5][0-9]",
                r"|(?:[01]?[0-9]|2[0-4]):[0-5][0-9] ?(?:[AaPp][Mm]|[Uu]hr|[hH]|UTC|GMT|CES?T|[ECMP][SD]T))",
            ),
            Proof {
                finds: &[
                    "at «3 p.m.», then",
                    "[«10:45:33»] start",
                    "um «10.30 Uhr» an",
                    "à «15 h 30» au",
                    "«9:05 UTC» sharp",
                    "«10 AM»",
                ],
                skips: &["ratio 10:45", "12:60:10", "in main.rs:10:45", "I am 3 of 4", "00:1b:44:11:3a:b7", "4:3"],
                source: "ISO 8601-1, section 5.3; Unicode CLDR 46",
            },
        )
    },
    Recognizer {
        lead: Lead::form(
            r"(?i:at|um|gegen|ab|kl\.?|klokken|klockan|à|vers|a las?|hacia las|sobre las|às|alle(?: ore)?|om|before|after|around|until|til|till|bis|from|by) (?:about |around )?",
        ),
        edges: Edges { before: Edge::Word, after: Edge::Number },
        ..plain(
            "clock-after-word",
            Entity::DateTime,
            Score::FAIR,
            r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?:(?: ?- ?| (?:and|to|bis|und) )(?:[01]?[0-9]|2[0-4]):[0-5][0-9])?",
            Proof {
                finds: &["we meet at «10:45»", "um «9:30» los", "from «9:00 to 10:30»", "kl. «08:45»"],
                skips: &["a ratio of 10:45", "at foo (app.js:10:45)", "at 10:75"],
                source: "ISO 8601-1, section 5.3",
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Bytes(b":="),
        lead: Lead::Key(&["time", "date", "epoch", "created", "updated", "expir", "_at", "since", "until", "\"ts"]),
        checks: &[Check::must("epoch", check::epoch)],
        ..plain(
            "date-epoch",
            Entity::DateTime,
            Score::FAIR,
            "[0-9]{10}(?:[0-9]{3})?",
            Proof {
                finds: &["\"timestamp\": «1700000000»", "created_at=«1700000000123»", "expires: «1893456000»"],
                skips: &["timeout: 30", "id: 1700000000", "timestamp: 0000000000"],
                source: "IEEE Std 1003.1-2017, section 4.16 (seconds since the Epoch)",
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Number),
        ..plain(
            "date-period",
            Entity::DateTime,
            Score::FAIR,
            r"(?i:(?:(?:early|late|mid)[- ]?)?(?:spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|été|automne|hiver|primavera|verano|otoño|invierno)(?: of| de| del)? (?:19|20)[0-9]{2}|q[1-4][ /-]?(?:fy)?(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[ /-]?q[1-4]|(?:fy|h[12]) ?20[0-9]{2}|(?:the |mid-)?(?:18|19|20)[0-9]0(?:'|’)?s|(?:first|second) (?:half|quarter) of (?:19|20)[0-9]{2})",
            Proof {
                finds: &["in «summer of 1980» he", "by «Q3 2026»", "«2026-Q1» plan", "«the 1970s».", "en «otoño de 1990»"],
                skips: &["Q3 results", "Summer time", "1975s", "FY26"],
                source: "ISO 8601-2, section 4.8 (seasons and quarters)",
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Number),
        ..plain(
            "date-relative",
            Entity::DateTime,
            Score::FAIR,
            r"(?i:yesterday|tomorrow|(?:last|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,3}) (?:day|week|month|year|hour)s? (?:ago|later|earlier)|(?:vor)?gestern|übermorgen|(?:letzte|nächste|vorige)[nrs]? (?:montag|dienstag|mittwoch|donnerstag|freitag)|vor (?:einem|einer|zwei|drei|vier|[0-9]{1,3}) (?:tag|woche|monat|jahr|stunde)(?:en|n|e)?|avant-hier|demain|il y a (?:une?|deux|trois|[0-9]{1,3}) (?:jours?|semaines?|mois|ans?|heures?)|ayer|anteayer|ontem|amanhã|ieri|domani|gisteren|i går|i morgen|igår|næste uge|sidste år|wczoraj|jutro)",
            Proof {
                finds: &[
                    "it broke «last Tuesday», again",
                    "«two weeks ago» it",
                    "seit «gestern» kaputt",
                    "«ayer» falló",
                    "«yesterday»'s build",
                ],
                skips: &["the last commit", "hier ist es", "next version", "last night"],
                source: "ISO 24617-1 (TIMEX3, type DATE, relative)",
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Word),
        ..plain(
            "date-weekday",
            Entity::DateTime,
            Score::FAIR,
            r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|mon|tues|wednes|thurs|fri|satur|sun)day|(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)s?|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:lunes|miércoles|jueves|viernes|sábado)|(?:segunda|terça|quarta|quinta|sexta)-feira|(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:ens)?|(?:lunedì|martedì|mercoledì|giovedì|venerdì)",
            Proof {
                finds: &["We'll meet «Sunday» at noon", "on «Wednesday».", "am «Dienstag» früh", "på «lørdag»"],
                skips: &["sundays best", "Fridayed", "Monda"],
                source: CLDR,
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Word),
        ..plain(
            "duration",
            Entity::DateTime,
            Score::FAIR,
            r"(?i:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty)(?:[ -](?:year|month|week|day|hour)|(?: (?:and a half )?(?:years|months|weeks|days|hours)))(?: and (?:[a-z]{3,8}|[0-9]{1,2}) (?:months|days|hours))?)",
            Proof {
                finds: &["sentenced to «five years»’ imprisonment", "the «ten-day» limit"],
                skips: &["one yearling", "years of work", "14 days", "ten layers"],
                source: "ISO 24617-1 (TIMEX3, type DURATION)",
            },
        )
    },
];
