//! TABLE [`Term`]: the words that are mixed up most, and whose meaning they have. Each locale explains them.

use crate::table::table;

/// Whose meaning a term has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// The vendor defines it.
    Vendor,
    /// The vendor uses it; how far it goes is our assumption.
    Partly,
}

/// The row of a term.
#[derive(Debug)]
pub struct TermRow {
    /// Stable id.
    pub id: &'static str,
    /// Whose meaning it is.
    pub source: Source,
}

table! {
    /// A term that the page explains where it uses it.
    pub enum Term: TermRow {
        /// Metadata.
        Metadata => TermRow { id: "metadata", source: Source::Vendor },
        /// Content attribute.
        ContentAttribute => TermRow { id: "content-attribute", source: Source::Vendor },
        /// Common pattern.
        CommonPattern => TermRow { id: "common-pattern", source: Source::Vendor },
        /// In-app data.
        InAppData => TermRow { id: "in-app-data", source: Source::Vendor },
        /// De-identified.
        DeIdentified => TermRow { id: "de-identified", source: Source::Partly },
        /// Aggregated.
        Aggregated => TermRow { id: "aggregated", source: Source::Partly },
    }
}
