//! Stub: check digits.
