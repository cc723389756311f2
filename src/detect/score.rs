//! [`Score`]: how certain a finding is.

use serde::{Deserialize, Serialize};

/// How certain a finding is: 0 (not at all) to 100 (proven).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Score(u8);

impl Score {
    /// Shape alone, and a common one; counts only with context.
    pub const WEAK: Self = Self(30);
    /// Shape and a check digit that one number in ten passes; counts with context, or where it is all that a text says.
    pub const DOUBTFUL: Self = Self(45);
    /// Shape that is rare in ordinary text.
    pub const FAIR: Self = Self(55);
    /// Distinctive shape.
    pub const LIKELY: Self = Self(75);
    /// Shape and a check digit, or a prefix that its issuer reserves.
    pub const STRONG: Self = Self(90);
    /// A typed field of the record says so.
    pub const CERTAIN: Self = Self(100);

    /// The score, cut to 0..=100.
    pub fn new(value: i32) -> Self {
        Self(value.clamp(0, 100) as u8)
    }

    /// One point more: before others that are as certain.
    pub(super) const fn ahead(self) -> Self {
        Self(if self.0 < 100 { self.0 + 1 } else { 100 })
    }

    /// As a number, 0 to 100.
    pub fn value(self) -> u8 {
        self.0
    }

    /// Raised or lowered, within 0..=100.
    #[must_use]
    pub fn plus(self, points: i32) -> Self {
        Self::new(i32::from(self.0) + points)
    }
}
