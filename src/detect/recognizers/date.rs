//! TABLE pack: dates, and the dates of births.
//!
//! The patterns admit more than the calendar does; the checks read them as dates. A finding is the expression of time itself
//! (TIMEX3 of ISO 24617-1): with its article, without the preposition before it.

use super::row::{Proof, plain};
use crate::detect::{Check, Edge, Edges, Entity, Lead, Recognizer, Score, check};

/// A time of day, and its zone.
macro_rules! clock {
    () => {
        r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-6][0-9](?:[.,][0-9]+)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|(?:UTC|GMT)(?:[+-][01]?[0-9](?::?[0-9]{2})?)?|CES?T|[ECMP][SD]T|[+-][01][0-9]:?[0-9]{2}))?"
    };
}

/// A time of day behind a date.
macro_rules! then_clock {
    () => {
        concat!("(?:(?:,? |T|:)", clock!(), ")?")
    };
}

/// What stands in a range.
macro_rules! to {
    () => {
        r"(?: ?[/-] ?| (?:to|bis|au|al|a|tot|til|till) )"
    };
}

/// The beginning of a month's name in any of the languages, and letters behind it; the check knows the names.
macro_rules! month {
    () => {
        concat!(
            "(?i:jan|jän|ene|gen|sty|led|feb|fev|f(?:é|É)v|lut|úno|mar|m(?:ä|Ä)r|mrt|bře|apr|abr|avr|kwi|dub|ma[gijy]|mei|kvě|jui|jun|giu|cze|čer",
            "|jul|lug|lip|ago|aug|aou|aoû|sie|srp|sep|set|wrz|zář|oct|okt|ott|out|paź|říj|nov|lis|dec|dez|dic|d(?:é|É)c|gru|pro)",
            r"[A-Za-z\x80-\xC5]*"
        )
    };
}

/// The day of a month, also `1st`, `3.`, `1er`, `1º`.
macro_rules! day {
    () => {
        r"[0-3]?[0-9](?:st|nd|rd|th|er|\.?\xC2[\xB0\xBA]|\.)?"
    };
}

/// The day of a month behind it.
macro_rules! nth {
    () => {
        "[0-3]?[0-9](?:st|nd|rd|th)?"
    };
}

/// What joins the parts of a list or a range.
macro_rules! join {
    () => {
        r"(?:, ?| ?[/-] ?| (?:and|or|to|y|o|et|ou|au|al?|e|und|oder|bis|en|tot|og|och|til|i) )"
    };
}

/// A day, or several, and their month; then another, or a range.
macro_rules! day_month {
    () => {
        concat!(day!(), "(?:", join!(), day!(), r"){0,3}(?: {1,2}(?:(?i:of|de|di) |d(?:'|’))?|[./-])", month!())
    };
}

/// A year behind its month.
macro_rules! then_year {
    () => {
        r"(?:[.,]? {1,2}(?:(?i:of|de|del|do) )?[12][0-9]{3}|[/-](?:[12][0-9]{3}|[0-9]{2})| (?:'|’)[0-9]{2})"
    };
}

macro_rules! weekday {
    () => {
        "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}"
    };
}

/// The article that belongs to a date.
macro_rules! article {
    () => {
        "(?:(?i:the|les?|el|los|den) )?"
    };
}

/// A date of numbers, year last or first.
macro_rules! numeric {
    () => {
        "(?:[0-3]?[0-9][./-][0-3]?[0-9][./-][12][0-9]{3}|[12][0-9]{3}[./-][01]?[0-9][./-][0-3]?[0-9])"
    };
}

/// A year, or several.
macro_rules! years {
    () => {
        "(?:1[789]|20)[0-9]{2}(?:(?:, ?| ?- ?|/| (?:and|to|y|et|e|und|bis|og|a|i|al?) )(?:1[789]|20)[0-9]{2}){0,4}"
    };
}

/// The day first.
macro_rules! day_first {
    () => {
        concat!(
            article!(),
            "(?:",
            weekday!(),
            ",? )?",
            day_month!(),
            "(?:",
            to!(),
            day_month!(),
            ")*(?:",
            then_year!(),
            then_clock!(),
            ")?",
        )
    };
}

/// The month first, or without a day.
macro_rules! month_first {
    () => {
        concat!(
            "(?:",
            weekday!(),
            ",? )?",
            month!(),
            "(?:(?:",
            join!(),
            month!(),
            ")*",
            then_year!(),
            r"|(?: {1,2}(?:the )?|\. |-)",
            nth!(),
            "(?:",
            join!(),
            nth!(),
            ")?(?:,? [12][0-9]{3}",
            then_clock!(),
            "|,? ",
            clock!(),
            "(?: [12][0-9]{3})?)?)",
        )
    };
}

/// What introduces the day somebody was born.
const BORN: &str = r"(?i:born(?: on| in| at| the)?|birth ?da(?:te|y)|date[- _]of[- _]birth|d\.?o\.?b\.?|geb(?:oren|\.)?(?: am| im| op| den)?|geburts(?:datum|tag)|née?(?: le| en)?|date de naissance|nacid[oa]s?(?: en| el)?|naci(?:o|ó)(?: en| el)?|nacieron en|fecha de nacimiento|f\. ?nac\.?|nascid[oa](?: em| a| aos)?|data de nascimento|nat[oa](?: il| nel)?|data di nascita|geboortedatum|født(?: den| i)?|fødselsdato|född(?: den)?|födelsedatum|urodzon[ya]|ur\.|data urodzenia|naroz(?:en|ena)|datum narození)[\x22']?(?: is| ist| est| es| was)? ?[:=]?[ \t]?[\x22']?";

const CALENDAR: &[Check] = &[Check::must("calendar", check::calendar_date)];
const NAMED: &[Check] = &[Check::must("calendar", check::named_date)];
const VERSIONS: &[&str] = &["build", "release", "rev", "v", "ver", "version", "versions"];
/// What is named after a day.
const PLACES: &[&str] =
    &["av", "avda", "avenida", "calle", "col", "colonia", "hospital", "plaza", "praça", "rua", "rue", "universitario", "via"];
const SAYS_DATE: &[&str] =
    &["am", "data", "date", "dated", "datum", "deadline", "dj", "dje", "dejt", "due", "fecha", "since", "today", "until", "vom"];
const CLDR: &str = "Unicode CLDR 46, Gregorian calendar; ISO 24617-1 (what belongs to an expression of time)";

/// The day of somebody's birth behind a word that says so.
const fn birth(id: &'static str, pattern: &'static str, checks: &'static [Check], proof: Proof) -> Recognizer {
    Recognizer {
        lead: Lead::form(BORN),
        edges: Edges { before: Edge::Word, after: Edge::Number },
        checks,
        ..plain(id, Entity::BirthDate, Score::STRONG, pattern, proof)
    }
}

pub(crate) const ROWS: &[Recognizer] = &[
    birth(
        "birth-date-day-first",
        day_first!(),
        NAMED,
        Proof {
            finds: &[
                "geboren am «3. März 1990» in",
                "née le «1er février 1985»",
                "født «28. august 1942», død",
                "born on «11 May 1999»",
            ],
            skips: &["born free", "the stubborn 3 May 1957", "born on 32 Mayberry"],
            source: CLDR,
        },
    ),
    birth(
        "birth-date-month-first",
        month_first!(),
        NAMED,
        Proof {
            finds: &["born «May 3, 1990»", "born in «March 1990» as"],
            skips: &["born in the March", "born in may"],
            source: CLDR,
        },
    ),
    birth(
        "birth-date-numeric",
        concat!(numeric!(), then_clock!(), "|[0-3]?[0-9][./-][0-3]?[0-9][./-][0-9]{2}"),
        CALENDAR,
        Proof {
            finds: &[
                "Fecha de nacimiento: «10/10/1963».",
                "DOB: «04/03/82»",
                "date of birth: «1990-03-14»",
                "\"birthdate\": \"«1990-03-14»\"",
            ],
            skips: &["DOB: 99/99/99", "born in 30.02.1990", "dobro 1/1/1990"],
            source: CLDR,
        },
    ),
    birth(
        "birth-year",
        years!(),
        &[Check::must("year", check::years)],
        Proof {
            finds: &["born in «1957» and", "né en «1944», le", "(født «1961»)"],
            skips: &["born in 2500", "stubborn 1957"],
            source: CLDR,
        },
    ),
    Recognizer {
        edges: Edges { before: Edge::Any, after: Edge::Any },
        checks: &[Check::must("calendar", check::counted_date)],
        ..plain(
            "date-cjk",
            Entity::DateTime,
            Score::LIKELY,
            r"(?:[12][0-9]{3}|\xE4\xBB\xA4\xE5\x92\x8C ?[0-9]{1,2}|\xE5\xB9\xB3\xE6\x88\x90 ?[0-9]{1,2}|\xE6\x98\xAD\xE5\x92\x8C ?[0-9]{1,2}) ?(?:\xE5\xB9\xB4|\xEB\x85\x84)(?: ?[01]?[0-9] ?(?:\xE6\x9C\x88|\xEC\x9B\x94)(?: ?[0-3]?[0-9] ?(?:\xE6\x97\xA5|\xEC\x9D\xBC|\xE5\x8F\xB7))?)?|[01]?[0-9] ?(?:\xE6\x9C\x88|\xEC\x9B\x94) ?[0-3]?[0-9] ?(?:\xE6\x97\xA5|\xEC\x9D\xBC|\xE5\x8F\xB7)",
            Proof {
                finds: &[
                    "会議は«2026年8月17日»です",
                    "«2026년 8월 17일» 회의",
                    "于«8月17日»发布",
                    "«令和8年8月17日»",
                    "«1998年»に",
                ],
                skips: &["3年前", "13月45日", "8月中旬"],
                source: "Unicode CLDR 46, date formats of ja, ko, zh",
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Number),
        checks: NAMED,
        unless: PLACES,
        ..plain(
            "date-day-month",
            Entity::DateTime,
            Score::LIKELY,
            day_first!(),
            Proof {
                finds: &[
                    "On «11 May 1999» the court",
                    "on «5-7 May 2026» in",
                    "between «3 and 5 March» we",
                    "«the 3rd of May»",
                    "am «3. März 2025» um",
                    "«El 13 de septiembre de 1988», el",
                    "«le 1er février 2005».",
                    "em «15 de Março de 2018».",
                    "de «25 ago. 2014», que",
                    "[«10/Oct/2000:13:55:36 -0700»]",
                    "Date: «Mon, 05 May 2026 10:12:33 +0200»",
                    "until «30 September/1 October 2002»",
                    "«5-May-2021»",
                ],
                skips: &[
                    "32 May",
                    "30 February",
                    "line 3 may fail",
                    "2 out of 3",
                    "12 decimals",
                    "1.5 mars bars",
                    "3 sets",
                    "10 Seconds",
                ],
                source: CLDR,
            },
        )
    },
    Recognizer {
        checks: CALENDAR,
        edges: Edges::both(Edge::Word),
        unless: VERSIONS,
        ..plain(
            "date-iso",
            Entity::DateTime,
            Score::LIKELY,
            concat!("[12][0-9]{3}-[01][0-9]-[0-3][0-9]", then_clock!(), "|9999-12-31"),
            Proof {
                finds: &[
                    "on «2026-08-17», or",
                    "«2024-12-31T23:59:59+00:00»",
                    "«2024-03-15T14:30Z»",
                    "«2026-05-01 10:45:33,123» INFO",
                    "backup_«2026-05-01».sql",
                    "[«2026-05-01T10:45:33.123456Z»]",
                ],
                skips: &["2023-02-29", "2026-13-01", "CVE-2026-0817"],
                source: "ISO 8601-1, sections 5.2.2 and 5.4.2; RFC 3339",
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Number),
        checks: &[Check::must("calendar", check::basic_date)],
        context: SAYS_DATE,
        ..plain(
            "date-iso-basic",
            Entity::DateTime,
            Score::WEAK,
            "(?:19|20)[0-9]{2}[01][0-9][0-3][0-9](?:T[0-2][0-9][0-5][0-9](?:[0-5][0-9])?Z?)?",
            Proof {
                finds: &["date: «20260817»", "dated «20260817T104533Z»"],
                skips: &["id 20260817", "date: 20261317"],
                source: "ISO 8601-1, section 5.2.2.2",
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Number),
        checks: NAMED,
        ..plain(
            "date-month-first",
            Entity::DateTime,
            Score::LIKELY,
            month_first!(),
            Proof {
                finds: &[
                    "on «May 5, 2026», we",
                    "in «March 1998», leaving",
                    "in «septiembre de 2005», con",
                    "«Mon May  5 10:12:33 CEST 2026»",
                    "«February 12, 2025» by",
                    "Today is «May-21»",
                    "«May 5-7, 2026»",
                    "«mars, avril et juin 1989», les",
                    "«Sep 12 10:33:12» host sshd",
                ],
                skips: &["may 3 users", "May I", "DEC-12", "Mars bar", "mayor 2020", "February 30, 2024", "set 12"],
                source: CLDR,
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Number),
        checks: CALENDAR,
        unless: VERSIONS,
        ..plain(
            "date-numeric",
            Entity::DateTime,
            Score::LIKELY,
            concat!(numeric!(), then_clock!()),
            Proof {
                finds: &[
                    "since «9/19/1963»",
                    "«10/10/1963».",
                    "DE «30.09.1997».",
                    "El «11-05-2003», refiriendo",
                    "«2026/05/01 10:45»",
                    "DEJT-«16/9/2013»)",
                ],
                skips: &["31/04/2024", "1/2-2020", "version 1.2.2020", "1.2.3.2020", "12/10/2017/33", "2019.20.1", "13/13/2020"],
                source: "Unicode CLDR 46, short date formats",
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Number),
        checks: &[Check::must("calendar", check::partial_date)],
        context: SAYS_DATE,
        ..plain(
            "date-partial",
            Entity::DateTime,
            Score::WEAK,
            "[0-3]?[0-9]/(?:[0-3]?[0-9]|20[0-9]{2})",
            Proof {
                finds: &["Today is «05/21»", "due «5/2021»"],
                skips: &["1/2 of it", "step 3/4", "due 45/46", "24/7"],
                source: "Unicode CLDR 46, formats Md and yM",
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Number),
        checks: &[Check::must("calendar", check::short_date)],
        unless: VERSIONS,
        ..plain(
            "date-short-year",
            Entity::DateTime,
            Score::FAIR,
            r"[0-3]?[0-9](?:/[0-3]?[0-9]/[0-9]{2}|\.[01]?[0-9]\.[0-9]{2}|-[01]?[0-9]-[0-9]{2})",
            Proof {
                finds: &["Today is «05/21/21»", "am «19.08.16» in", "DEJT-«09/03/12», RR", "el «20-08-05» es"],
                skips: &["1.2.10", "5/6/8", "macOS 10.14.06", "10-0-10", "v1.09.12", "12-34-56", "20.10.17", "version 18.09.11"],
                source: "Unicode CLDR 46, short date formats",
            },
        )
    },
    Recognizer {
        lead: Lead::form(
            r"(?i:in(?: the)?(?: years?)?|since|until|till|before|after|during|from|by|year|end of|of the year|prior to|between|circa|im jahre?|seit(?: dem jahr)?|jahr(?:es?)?|anfang|ende|mitte|en|em|nel|depuis|année|jusqu(?:'|’) ?en|fin|début|courant|desde(?: el)?|hasta(?: el)?|entre|finales de|principios de|mediados de|desde|até|ano(?: de)?|exercício(?: de)?|eleições de|dal|sinds|i|siden|sedan|år|w roku|roku|w|v roce|od|date ?[:=]|\((?:født|geb\.|born|\*)?)[ \t]?",
        ),
        edges: Edges { before: Edge::Word, after: Edge::Number },
        checks: &[Check::must("year", check::years)],
        ..plain(
            "date-year",
            Entity::DateTime,
            Score::FAIR,
            years!(),
            Proof {
                finds: &[
                    "in «1998» and",
                    "en «2004», con",
                    "since «2001».",
                    "seit «1999» im",
                    "between «1944 and 1990» by",
                    "ano de «2016»",
                ],
                skips: &["in 2500 cases", "line 1998", "in 1998.5", "chain 2004", "in 1024 steps"],
                source: CLDR,
            },
        )
    },
    Recognizer {
        edges: Edges::both(Edge::Number),
        ..plain(
            "date-year-named",
            Entity::DateTime,
            Score::FAIR,
            r"(?i:años?|anno|rok|roku) (?i:de )?(?:1[789]|20)[0-9]{2}",
            Proof {
                finds: &["en el «año 2009» es", "desde el «año 2000»."],
                skips: &["el año pasado", "tamaño 2000", "año 30200"],
                source: CLDR,
            },
        )
    },
];
