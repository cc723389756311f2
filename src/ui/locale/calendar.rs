//! [`Day`]: a calendar day in UTC. Names of months are each locale's.

use crate::policy::Instant;

/// A day of the Gregorian calendar, in UTC.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Day {
    /// The year.
    pub(crate) year: i64,
    /// The month, 0 to 11.
    pub(crate) month: usize,
    /// The day of the month, from 1.
    pub(crate) day: i64,
}

impl Day {
    /// The day that an instant falls on (H. Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`).
    pub(crate) fn of(instant: Instant) -> Self {
        let days = instant.unix_milliseconds().div_euclid(86_400_000) + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 2 } else { shifted - 10 };
        let year = year_of_era + era * 400 + i64::from(month < 2);
        Self { year, month: month as usize, day: of_year - (153 * shifted + 2) / 5 + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        let day = |text| Day::of(Instant::parse(text).unwrap());
        assert_eq!(day("2026-08-17"), Day { year: 2026, month: 7, day: 17 });
        assert_eq!(day("2024-02-29T23:59:59Z"), Day { year: 2024, month: 1, day: 29 });
        assert_eq!(day("1970-01-01"), Day { year: 1970, month: 0, day: 1 });
    }
}
