//! Coarser values: dates, networks, ages, postal codes, numbers. What cannot be read is not passed on.

use super::rule::{Grain, Parameters};
use crate::detect::Entity;
use std::net::{IpAddr, Ipv6Addr};
use time::{Date, Month};

/// How the values of an entity are said less exactly.
type Coarser = fn(&str, &Parameters) -> Option<String>;

/// What can be said less exactly; everything else becomes a label.
const COARSER: &[(Entity, Coarser)] = &[
    (Entity::Address, |original, _| region(original)),
    (Entity::Age, |original, _| age(original)),
    (Entity::BirthDate, |original, parameters| date(original, parameters.grain.unwrap_or(Grain::Year))),
    (Entity::CardExpiry, |original, parameters| date(original, parameters.grain.unwrap_or(Grain::Year))),
    (Entity::Coordinates, |original, _| degrees(original)),
    (Entity::DateTime, |original, parameters| date(original, parameters.grain.unwrap_or(Grain::Year))),
    (Entity::EmailAddress, |original, _| original.rsplit_once('@').map(|(_, domain)| format!("@{domain}"))),
    (Entity::IpAddress, |original, _| network(original)),
    (Entity::Location, |original, _| region(original)),
    (Entity::Postcode, |original, _| area(original)),
    (Entity::PrivateUrl, |original, _| host(original)),
    (Entity::SmartLink, |original, _| host(original)),
    (Entity::Url, |original, _| host(original)),
];

/// The value said less exactly, or nothing where it cannot be.
pub(super) fn generalize(entity: Entity, original: &str, parameters: &Parameters) -> Option<String> {
    let (_, coarser) = COARSER.iter().find(|(of, _)| *of == entity)?;
    coarser(original, parameters)
}

/// One part of a date or a time.
pub(super) fn time_part(original: &str, part: Grain) -> Option<String> {
    match part {
        Grain::Weekday => Written::read(original).map(|written| written.date.weekday().to_string()),
        Grain::Hour => hour(original).map(|hour| format!("{hour:02}")),
        Grain::Decade | Grain::Year | Grain::Quarter | Grain::Month => date(original, part),
    }
}

/// The interval that a number lies in, as `40-49`.
pub(super) fn bucket(original: &str, width: u32) -> Option<String> {
    let (width, number) = (u64::from(width.max(1)), number(original)?);
    let lowest = number / width * width;
    Some(if width == 1 { lowest.to_string() } else { format!("{lowest}-{}", lowest + width - 1) })
}

/// The nearest multiple, upwards from the middle.
pub(super) fn round(original: &str, width: u32) -> Option<String> {
    let (width, number) = (u64::from(width.max(1)), number(original)?);
    Some(((number + width / 2) / width * width).to_string())
}

/// Beyond a bound, the bound and a sign of which side; the value itself within them.
pub(super) fn clamp(original: &str, lowest: Option<u32>, highest: u32) -> Option<String> {
    let number = number(original)?;
    Some(match (lowest.map(u64::from), u64::from(highest)) {
        (Some(lowest), _) if number < lowest => format!("<{lowest}"),
        (_, highest) if number > highest => format!("{}+", highest + 1),
        _ => original.to_owned(),
    })
}

/// The only whole number of a text, at most 15 digits.
fn number(original: &str) -> Option<u64> {
    let mut runs = original.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let only = runs.next().filter(|run| run.len() <= 15)?;
    runs.next().is_none().then(|| only.parse().ok())?
}

fn date(original: &str, grain: Grain) -> Option<String> {
    let month = || Written::read(original).map(|written| written.date);
    let year = || month().map(Date::year).or_else(|| year_in(original));
    Some(match grain {
        Grain::Decade => format!("{}s", year()?.div_euclid(10) * 10),
        Grain::Year => year()?.to_string(),
        Grain::Quarter => month().map(|date| format!("{}-Q{}", date.year(), (u8::from(date.month()) - 1) / 3 + 1))?,
        Grain::Month => month().map(|date| format!("{}-{:02}", date.year(), u8::from(date.month())))?,
        Grain::Weekday | Grain::Hour => return time_part(original, grain),
    })
}

/// The only year from 1900 to 2099 that a text holds, whatever its language.
fn year_in(original: &str) -> Option<i32> {
    let runs = original.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    let mut years = runs.filter_map(|run| run.parse().ok()).filter(|year| (1900..2100).contains(year));
    let year = years.next()?;
    years.all(|other| other == year).then_some(year)
}

/// A date as it is written: what it says, which bytes it takes, and how its parts are ordered.
pub(super) struct Written {
    pub(super) date: Date,
    pub(super) range: std::ops::Range<usize>,
    order: Order,
    sign: char,
}

#[derive(Clone, Copy)]
/// Which part stands first.
enum Order {
    Year,
    Day,
    Month,
}

impl Written {
    /// A date that can be read without guessing: `2026-08-17`, `2026/08/17`, `17.08.2026`, and between slashes or hyphens what
    /// has a day above twelve.
    pub(super) fn read(original: &str) -> Option<Self> {
        let start = original.find(|c: char| c.is_ascii_digit())?;
        let run = |from: usize| original[from..].bytes().take_while(u8::is_ascii_digit).count();
        let first = start..start + run(start);
        let sign = original[first.end..].chars().next().filter(|sign| "-/.".contains(*sign))?;
        let second = first.end + 1..first.end + 1 + run(first.end + 1);
        if !original[second.end..].starts_with(sign) {
            return None;
        }
        let third = second.end + 1..second.end + 1 + run(second.end + 1);
        let value = |range: &std::ops::Range<usize>| original[range.clone()].parse::<u16>().ok();
        let (a, b, c) = (value(&first)?, value(&second)?, value(&third)?);
        let (order, year, month, day) = match (first.len(), third.len()) {
            (4, 1 | 2) => (Order::Year, a, b, c),
            (1 | 2, 4) if sign == '.' || a > 12 => (Order::Day, c, b, a),
            (1 | 2, 4) if b > 12 => (Order::Month, c, a, b),
            _ => return None,
        };
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        let date = Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok()?;
        Some(Self { date, range: first.start..third.end, order, sign })
    }

    /// Another date, written in the same way.
    pub(super) fn with(&self, date: Date) -> String {
        let (year, month, day, sign) = (date.year(), u8::from(date.month()), date.day(), self.sign);
        match self.order {
            Order::Year => format!("{year:04}{sign}{month:02}{sign}{day:02}"),
            Order::Day => format!("{day:02}{sign}{month:02}{sign}{year:04}"),
            Order::Month => format!("{month:02}{sign}{day:02}{sign}{year:04}"),
        }
    }
}

/// What stands behind the last comma of a place or an address.
fn region(original: &str) -> Option<String> {
    original.rsplit_once(',').map(|(_, region)| region.trim().to_owned())
}

fn hour(original: &str) -> Option<u8> {
    let colon = original.find(':')?;
    let digits = original[..colon].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    original.get(digits..colon)?.parse().ok().filter(|hour| *hour < 24)
}

/// Ten years of age, and everybody from 90 on (45 CFR 164.514(b)(2)(i)(C)).
fn age(original: &str) -> Option<String> {
    let age = number(original)?;
    if age >= 90 { Some("90+".to_owned()) } else { bucket(original, 10) }
}

/// The network of an address: 24 bits of IPv4, 48 of IPv6.
fn network(original: &str) -> Option<String> {
    Some(match original.parse().ok()? {
        IpAddr::V4(address) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(address) => {
            let [a, b, c, ..] = address.segments();
            format!("{}/48", Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0))
        }
    })
}

/// The first three signs of a postal code; the rest is covered.
fn area(original: &str) -> Option<String> {
    let mut seen = 0;
    let cover = |c: char| {
        seen += usize::from(c.is_alphanumeric());
        if c.is_alphanumeric() && seen > 3 { '*' } else { c }
    };
    let covered: String = original.chars().map(cover).collect();
    (seen > 3).then_some(covered)
}

/// Latitude and longitude to a tenth of a degree, about eleven kilometers.
fn degrees(original: &str) -> Option<String> {
    let mut parts = original.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').filter(|part| part.contains('.'));
    let tenth = |part: &str| part.find('.').and_then(|dot| part.get(..dot + 2)).map(str::to_owned);
    let (latitude, longitude) = (tenth(parts.next()?)?, tenth(parts.next()?)?);
    parts.next().is_none().then(|| format!("{latitude}, {longitude}"))
}

/// Scheme and host of an address.
fn host(original: &str) -> Option<String> {
    let (scheme, rest) = original.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    Some(format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn general(entity: Entity, original: &str) -> Option<String> {
        generalize(entity, original, &Parameters::default())
    }

    #[test]
    fn dates_keep_their_grain_and_nothing_below_it() {
        for (original, grain, coarse) in [
            ("2026-08-17T10:30:00Z", Grain::Year, Some("2026")),
            ("17 August 2026", Grain::Year, Some("2026")),
            ("17.08.2026", Grain::Month, Some("2026-08")),
            ("2026/08/17", Grain::Quarter, Some("2026-Q3")),
            ("08/17/2026", Grain::Month, Some("2026-08")),
            ("08/07/2026", Grain::Month, None),
            ("1987", Grain::Decade, Some("1980s")),
            ("last Tuesday", Grain::Year, None),
            ("2026-13-40", Grain::Month, None),
            ("2026-08-17", Grain::Weekday, Some("Monday")),
            ("at 09:41", Grain::Hour, Some("09")),
        ] {
            assert_eq!(date(original, grain).as_deref(), coarse, "{original}");
        }
    }

    #[test]
    fn values_become_coarser_by_their_kind() {
        for (entity, original, coarse) in [
            (Entity::Age, "43 years", Some("40-49")),
            (Entity::Age, "aged 97", Some("90+")),
            (Entity::IpAddress, "203.0.113.9", Some("203.0.113.0/24")),
            (Entity::IpAddress, "2001:db8:1:2::9", Some("2001:db8:1::/48")),
            (Entity::Postcode, "90210-1234", Some("902**-****")),
            (Entity::Coordinates, "52.5200, 13.4050", Some("52.5, 13.4")),
            (Entity::EmailAddress, "mia@example.org", Some("@example.org")),
            (Entity::Url, "https://mia@example.org/x?y", Some("https://example.org")),
            (Entity::Address, "Feldweg 3, Bern", Some("Bern")),
            (Entity::Person, "Mia", None),
        ] {
            assert_eq!(general(entity, original).as_deref(), coarse, "{original}");
        }
    }

    #[test]
    fn numbers_are_put_into_intervals_rounded_and_bounded() {
        assert_eq!(bucket("43", 25).as_deref(), Some("25-49"));
        assert_eq!(round("43", 25).as_deref(), Some("50"));
        assert_eq!(clamp("97", None, 89).as_deref(), Some("90+"));
        assert_eq!(clamp("3", Some(18), 89).as_deref(), Some("<18"));
        assert_eq!(clamp("43", Some(18), 89).as_deref(), Some("43"));
        assert_eq!(bucket("1 of 2", 10), None);
    }
}
