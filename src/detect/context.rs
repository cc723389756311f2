//! Nearby words raise a score.
use super::Finding;
pub(super) fn adjust(_text: &str, _findings: &mut [Finding]) {}
