//! [`Instant`]: a point in time that was given, never read from a clock.

use crate::door::{self, At, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::{OffsetDateTime, format_description::well_known::Rfc3339, macros::datetime};

/// A point in time, as RFC 3339 writes it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Instant(OffsetDateTime);

impl Instant {
    /// When the settings page began to be announced.
    pub const ANNOUNCED: Self = Self(datetime!(2026-04-16 00:00 UTC));
    /// When every organization had the settings.
    pub const ROLLED_OUT: Self = Self(datetime!(2026-05-19 00:00 UTC));
    /// When the change took effect. The day is the vendor's; the hour, 00:00 UTC, is our assumption.
    pub const IN_EFFECT: Self = Self(datetime!(2026-08-17 00:00 UTC));

    /// Reads an RFC 3339 date-time, as in `2026-11-23T09:00:00Z`, or a date, which means its beginning in UTC.
    pub fn parse(text: &str) -> Option<Self> {
        let whole = if text.len() == 10 { format!("{text}T00:00:00Z") } else { text.to_owned() };
        OffsetDateTime::parse(&whole, &Rfc3339).ok().map(Self)
    }

    /// The instant so many milliseconds after 1970 began, if the calendar reaches that far.
    pub fn from_unix_milliseconds(milliseconds: i64) -> Option<Self> {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000).ok().map(Self)
    }

    /// Milliseconds since 1970 began.
    pub fn unix_milliseconds(self) -> i64 {
        (self.0.unix_timestamp_nanos() / 1_000_000) as i64
    }

    /// Seconds since 1970 began, as far as they fit, for ordering by the second.
    pub fn seconds(self) -> u32 {
        u32::try_from(self.unix_milliseconds().div_euclid(1000).max(0)).unwrap_or(u32::MAX)
    }

    /// Whole weeks since 1970 began.
    pub fn weeks(self) -> i64 {
        self.unix_milliseconds().div_euclid(7 * 86_400_000)
    }

    pub(super) fn read(at: &At<'_>) -> Result<Self, Error> {
        let text = door::text(at)?;
        Self::parse(&text).map_or_else(|| at.refuse("must be a date or an RFC 3339 date-time"), Ok)
    }

    /// The instant so many days of 24 hours later; the same where the calendar ends.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(time::Duration::days(days)))
    }

    /// The instant so many minutes later, as a clock that is ahead of UTC would name it.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(time::Duration::minutes(minutes)))
    }

    /// As RFC 3339 writes it, in UTC.
    pub fn to_text(self) -> String {
        self.0.format(&Rfc3339).unwrap_or_default()
    }

    /// Whole days from `earlier` to this instant; negative before it.
    pub fn days_since(self, earlier: Self) -> i64 {
        let milliseconds = self.unix_milliseconds() - earlier.unix_milliseconds();
        milliseconds.div_euclid(86_400_000)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_text())
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("expected a date or an RFC 3339 date-time"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_the_day_of_effect() {
        let today = Instant::parse("2026-11-23T18:00:00Z").unwrap();
        assert_eq!(today.days_since(Instant::IN_EFFECT), 98);
        let before = Instant::parse("2026-08-16T23:59:59Z").unwrap();
        assert_eq!(before.days_since(Instant::IN_EFFECT), -1);
    }

    #[test]
    fn nonsense_is_no_instant() {
        assert_eq!(Instant::parse("yesterday"), None);
        assert_eq!(Instant::parse("2026-13-01"), None);
    }
}
