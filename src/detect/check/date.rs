//! Dates: whether the calendar has them.

/// A part of a written date.
#[derive(Clone, Copy)]
enum Part<'a> {
    /// Digits, and how many.
    Number(u32, usize),
    /// Letters.
    Word(&'a str),
}

/// The numbers and words of a date in their order; what tells the time of day is left out.
fn parts(value: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = value;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            rest.bytes().take_while(u8::is_ascii_digit).count()
        } else if first.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, behind) = rest.split_at(length);
        let times = behind.starts_with(':') && behind.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
        if first.is_ascii_digit() && !(times && length < 3) {
            parts.push(Part::Number(token.parse().unwrap_or(u32::MAX), length));
        } else if first.is_alphabetic() {
            parts.push(Part::Word(token));
        }
        if times {
            break;
        }
        rest = behind;
    }
    parts
}

/// Days of a month; of February, where no year is known, 29.
fn days(year: Option<u32>, month: u32) -> u32 {
    match month {
        2 if year.is_some_and(|year| !year.is_multiple_of(4) || year.is_multiple_of(100) && !year.is_multiple_of(400)) => 28,
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn exists(year: Option<u32>, month: u32, day: u32) -> bool {
    (1..=days(year, month)).contains(&day)
}

/// A year that people write about, or the last one that programs know.
fn plausible(year: u32) -> bool {
    (1500..2200).contains(&year) || year == 9999
}

/// A date of three numbers that the calendar has, year first or last. Between dots the day stands before the month; elsewhere
/// either may. Both separators are the same.
pub fn calendar_date(value: &str) -> bool {
    let mut signs = value.bytes().filter(|byte| !byte.is_ascii_digit());
    let (Some(sign), Some(second)) = (signs.next(), signs.next()) else { return false };
    let parts = parts(value);
    let [Part::Number(first, length), Part::Number(middle, _), Part::Number(last, width), ..] = parts[..] else { return false };
    if sign != second {
        return false;
    }
    if length == 4 {
        return plausible(first) && exists(Some(first), middle, last);
    }
    let year = if width == 4 { last } else { 2000 + last };
    plausible(year) && (exists(Some(year), middle, first) || sign != b'.' && exists(Some(year), first, middle))
}

/// As [`calendar_date`] with a year of two digits. Between dots and hyphens, where versions and sort codes look alike, a part
/// of two digits must begin with 0 or the day and the year must be
/// higher than versions count, and the day stands before the month.
pub fn short_date(value: &str) -> bool {
    let mut runs = value.split(|c: char| !c.is_ascii_digit());
    let (Some(first), Some(middle)) = (runs.next(), runs.next()) else { return false };
    let slashes = value.contains('/');
    let last = value.get(value.len().saturating_sub(2)..).and_then(|year| year.parse().ok()).unwrap_or(0);
    let late = first.parse().is_ok_and(|day: u32| day > 12) && last >= 60;
    let padded = first.starts_with('0') || middle.starts_with('0') || last == 0 || late;
    let day_first = slashes || middle.parse().is_ok_and(|month: u32| month <= 12);
    calendar_date(value) && day_first && (padded || slashes && first.len() + middle.len() > 2)
}

/// An age that people reach.
pub fn human_age(value: &str) -> bool {
    super::runs(value).next().is_none_or(|age| age <= 120)
}

/// Eight digits without separators, year first (ISO 8601, basic format).
pub fn basic_date(value: &str) -> bool {
    let number = |range| value.get(range).and_then(|digits: &str| digits.parse().ok()).unwrap_or(0);
    let (year, month, day) = (number(0..4), number(4..6), number(6..8));
    plausible(year) && exists(Some(year), month, day)
}

/// Two numbers that are a day and a month in either order, or a month and a year.
pub fn partial_date(value: &str) -> bool {
    match parts(value)[..] {
        [Part::Number(first, _), Part::Number(second, 4)] => (1..=12).contains(&first) && plausible(second),
        [Part::Number(first, _), Part::Number(second, _)] => exists(None, first, second) || exists(None, second, first),
        _ => false,
    }
}

/// Years, months and days in this order, written with the signs of China, Japan and Korea.
pub fn counted_date(value: &str) -> bool {
    let numbers: Vec<u32> = super::runs(value).collect();
    match numbers[..] {
        [year] => plausible(year),
        [year, month] if plausible(year) => (1..=12).contains(&month),
        [month, day] => exists(None, month, day),
        // The year of an era has one or two digits.
        [year, month, day] => exists(plausible(year).then_some(year), month, day),
        _ => false,
    }
}

/// Ten digits for seconds, 13 for thousandths since 1970, between 2000 and 2100.
pub fn epoch(value: &str) -> bool {
    let seconds = if value.len() == 13 { value.get(..10) } else { Some(value) };
    seconds.and_then(|seconds| seconds.parse::<u64>().ok()).is_some_and(|seconds| (946_684_800..4_102_444_800).contains(&seconds))
}

/// Years that people write about.
pub fn years(value: &str) -> bool {
    super::runs(value).all(|year| (1700..2100).contains(&year))
}

/// A date whose month is a word: the calendar has it, and the word means a month here. `May`, `Mar` and the like count only
/// in capitals or with a year, and a month alone does not count.
pub fn named_date(value: &str) -> bool {
    let parts = parts(value);
    let words = || parts.iter().filter_map(|part| if let Part::Word(word) = part { Some(*word) } else { None });
    let months: Vec<(&str, &Month)> = words().filter_map(|word| Some((word, month(word)?))).collect();
    let stray = words().any(|word| word.chars().count() > 2 && month(word).is_none() && !beside_month(word));
    let (Some(&(word, last)), false) = (months.last(), stray) else { return false };
    let [before, after] = around(&parts);
    let year = after.iter().copied().find(|&(_, length)| length == 4).map(|(year, _)| year);
    let fits = |&(day, length): &(u32, usize)| length <= 2 && months.iter().any(|(_, month)| exists(year, month.number, day));
    let days_fit = before.iter().all(|number| number.1 == 4 && plausible(number.0) || fits(number));
    let rest_fits = after.iter().all(|number| match number.1 {
        4 => plausible(number.0),
        2 if !before.is_empty() => true,
        _ => exists(year, last.number, number.0),
    });
    if before.is_empty() && after.is_empty() || !days_fit || !rest_fits {
        return false;
    }
    // `DEC-12` is a work item.
    let key = value.contains('-') && before.is_empty() && word.bytes().all(|byte| byte.is_ascii_uppercase());
    match year {
        Some(_) => !last.doubtful || !before.is_empty(),
        None => {
            !key && means_month(
                word,
                last,
                !before.is_empty() || after.iter().any(|&(number, length)| number < 10 && length == 2),
            )
        }
    }
}

/// The numbers before and behind the last month.
fn around(parts: &[Part<'_>]) -> [Vec<(u32, usize)>; 2] {
    let is_month = |part: &Part<'_>| matches!(part, Part::Word(word) if month(word).is_some());
    let at = parts.iter().rposition(is_month).unwrap_or(parts.len());
    let numbers = |parts: &[Part<'_>]| {
        let number = |part: &Part<'_>| if let Part::Number(value, length) = part { Some((*value, *length)) } else { None };
        parts.iter().filter_map(number).collect()
    };
    [numbers(&parts[..at]), numbers(&parts[at..])]
}

/// Whether a word without a year beside it means a month.
fn means_month(word: &str, month: &Month, beside_day: bool) -> bool {
    let small = word.chars().next().is_some_and(char::is_lowercase);
    let common = word.len() <= 3 && !matches!(word, "mai" | "maj" | "mei") || matches!(word, "march" | "may");
    !month.doubtful && (!small || beside_day && !common)
}

/// A name of a month.
struct Month {
    name: &'static str,
    number: u32,
    /// An abbreviation that is a common word elsewhere: it needs a day and a year.
    doubtful: bool,
}

fn month(word: &str) -> Option<&'static Month> {
    let word = word.to_lowercase();
    MONTHS.binary_search_by(|month| month.name.cmp(word.as_str())).ok().map(|at| &MONTHS[at])
}

/// Words of three letters and more that stand in a date beside a month: articles, conjunctions, days of the week.
fn beside_month(word: &str) -> bool {
    let word = word.to_lowercase();
    let week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().any(|day| word.starts_with(day));
    week || BESIDE.binary_search(&word.as_str()).is_ok()
}

/// Sorted.
const BESIDE: &[&str] = &[
    "and", "bis", "cest", "cet", "del", "den", "der", "edt", "est", "gmt", "les", "los", "och", "oder", "pdt", "pst", "the",
    "til", "tot", "und", "utc",
];

const fn full(name: &'static str, number: u32) -> Month {
    Month { name, number, doubtful: false }
}

const fn short(name: &'static str, number: u32) -> Month {
    Month { name, number, doubtful: true }
}

/// The months in the languages of the page's first locales and their neighbors (Unicode CLDR 46, Gregorian calendar). Sorted.
#[rustfmt::skip]
const MONTHS: &[Month] = &[
    full("abr", 4), full("abril", 4), full("ago", 8), full("agosto", 8), full("aout", 8), full("août", 8), full("apr", 4),
    full("april", 4), full("aprile", 4), full("aug", 8), full("august", 8), full("augusti", 8), full("augustus", 8),
    full("avr", 4), full("avril", 4), full("březen", 3), full("března", 3), short("cze", 6), full("czerwca", 6),
    full("czerwiec", 6), full("dec", 12), full("december", 12), full("dez", 12), full("dezember", 12), full("dezembro", 12),
    full("dic", 12), full("dicembre", 12), full("diciembre", 12), full("duben", 4), full("dubna", 4), full("déc", 12),
    full("décembre", 12), short("ene", 1), full("enero", 1), full("feb", 2), full("febbraio", 2), full("febr", 2),
    full("febrero", 2), full("februar", 2), full("februari", 2), full("february", 2), full("fev", 2), full("fevereiro", 2),
    full("fevrier", 2), full("fév", 2), full("févr", 2), full("février", 2), short("gen", 1), full("gennaio", 1),
    short("giu", 6), full("giugno", 6), short("gru", 12), full("grudnia", 12), full("grudzień", 12), full("jan", 1),
    full("janeiro", 1), full("januar", 1), full("januari", 1), full("january", 1), full("janv", 1), full("janvier", 1),
    full("juil", 7), full("juillet", 7), full("juin", 6), full("jul", 7), full("julho", 7), full("juli", 7), full("julio", 7),
    full("july", 7), full("jun", 6), full("june", 6), full("junho", 6), full("juni", 6), full("junio", 6), full("jänner", 1),
    full("květen", 5), full("května", 5), short("kwi", 4), full("kwiecień", 4), full("kwietnia", 4), full("leden", 1),
    full("ledna", 1), short("lip", 7), full("lipca", 7), full("lipiec", 7), short("lis", 11), full("listopad", 11),
    full("listopada", 11), full("listopadu", 11), short("lug", 7), full("luglio", 7), short("lut", 2), full("lutego", 2),
    full("luty", 2), short("mag", 5), full("maggio", 5), full("mai", 5), full("maio", 5), full("maj", 5), full("maja", 5),
    full("mar", 3), full("marca", 3), full("march", 3), full("mars", 3), full("marts", 3), full("marzec", 3),
    full("marzo", 3), full("março", 3), full("may", 5), full("mayo", 5), full("mei", 5), full("mrt", 3), full("mär", 3),
    full("märz", 3), full("nov", 11), full("november", 11), full("novembre", 11), full("novembro", 11), full("noviembre", 11),
    full("oct", 10), full("october", 10), full("octobre", 10), full("octubre", 10), full("okt", 10), full("oktober", 10),
    full("ott", 10), full("ottobre", 10), short("out", 10), full("outubro", 10), full("paź", 10), full("październik", 10),
    full("października", 10), full("prosince", 12), full("prosinec", 12), full("sep", 9), full("sept", 9),
    full("september", 9), full("septembre", 9), full("septiembre", 9), short("set", 9), full("setembro", 9),
    full("settembre", 9), short("sie", 8), full("sierpień", 8), full("sierpnia", 8), full("srpen", 8), full("srpna", 8),
    short("sty", 1), full("styczeń", 1), full("stycznia", 1), full("wrz", 9), full("wrzesień", 9), full("września", 9),
    full("září", 9), full("únor", 2), full("února", 2), full("červen", 6), full("července", 7), full("červenec", 7),
    full("června", 6), full("říjen", 10), full("října", 10),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(BESIDE.is_sorted());
        let unsorted = MONTHS.windows(2).find(|pair| pair[0].name >= pair[1].name);
        assert!(unsorted.is_none(), "{:?}", unsorted.map(|pair| pair[1].name));
    }

    #[test]
    fn the_calendar_refuses_what_it_does_not_have() {
        for date in ["29.02.2024", "31/12/1999", "12/31/1999", "2026-08-17", "2024-02-29T10:00:00Z", "19.08.16", "9999-12-31"] {
            assert!(calendar_date(date), "{date}");
        }
        for other in ["29.02.2023", "31.04.2024", "12.31.1999", "13/13/2020", "2026-13-01", "1/2-2020", "00/10/2017"] {
            assert!(!calendar_date(other), "{other}");
        }
        assert!(basic_date("20240229") && !basic_date("20230229") && !basic_date("12345678"));
        assert!(partial_date("05/21") && partial_date("5/2021") && !partial_date("31/31") && !partial_date("13/2021"));
        assert!(counted_date("2026年8月17日") && counted_date("8월 17일") && !counted_date("2026年13月"));
    }

    #[test]
    fn named_months_need_a_day_or_a_year() {
        for date in [
            "5 May 2026",
            "the 3rd of May",
            "le 1er février 2005",
            "25 de enero",
            "May-21",
            "May 5",
            "August and December 1985",
            "5-7 May 2026",
            "3. März",
            "12. února 2025",
            "Mon, 05 May 2026 10:12:33 +0200",
            "Mon May  5 10:12:33 CEST 2026",
            "10/Oct/2000:13:55:36 -0700",
            "25 ago. 2014",
        ] {
            assert!(named_date(date), "{date}");
        }
        for other in ["32 May 2026", "30 February", "3 may", "may 3", "March", "2 out", "mayor 2020", "DEC-12", "May 2999"] {
            assert!(!named_date(other), "{other}");
        }
    }

    #[test]
    fn epochs_lie_in_this_century() {
        assert!(epoch("1700000000") && epoch("1700000000123") && !epoch("5000000000") && !epoch("0123456789"));
    }
}
