//! What gives access, in packs by subject: tokens with their providers' prefixes, keys behind the names of providers that have
//! none, and the general forms. Values in `finds` are invented, and put together from parts so that no scanner takes them for
//! live ones.

pub(super) mod chat;
pub(super) mod cloud;
pub(super) mod code;
pub(super) mod data;
pub(super) mod file;
pub(super) mod generic;
pub(super) mod model;
pub(super) mod observability;
pub(super) mod password;
pub(super) mod payment;
pub(super) mod url;

use super::row::{Proof, plain};
use crate::detect::{Check, Edge, Edges, Entity, Lead, Recognizer, Score, check};

/// For prefixes that nothing else begins with: only documented examples are left.
const COMPLETE: Check = Check::must("no-placeholder", check::complete_token);
const SHAPE: &[Check] = &[COMPLETE];
/// For addresses: what stands behind the host is no documented example.
const PLACE: &[Check] = &[Check::must("no-placeholder", check::complete_address)];
/// The same, with the checksum that npm and GitHub put at the end.
const SHAPE_CRC: &[Check] = &[COMPLETE, Check::proves("crc-32", check::github_token)];
/// For prefixes that words could begin with, too: as varied as chance makes it.
const RANDOM_CHECK: Check = Check::must("entropy", check::high_entropy);
const RANDOM: &[Check] = &[RANDOM_CHECK];
/// The same, and none of those that Google itself has published.
const GOOGLE: &[Check] = &[RANDOM_CHECK, Check::must("unpublished", check::unpublished_google_key)];
/// For short prefixes and for values that only a name announces: neither a word nor a name, a path, a date or a version.
const MIXED_CHECK: Check = Check::must("chance", check::opaque_mixed);
const MIXED: &[Check] = &[MIXED_CHECK];
/// Behind the name of a provider long runs of letters count, too.
const OPAQUE: &[Check] = &[Check::must("chance", check::opaque)];
/// The same, and no UUID: identifiers are written so, too.
const NO_UUID: &[Check] = &[MIXED_CHECK, Check::must("no-uuid", check::no_uuid)];
/// Small and capital letters and digits: no hexadecimal hash.
const CASES: &[Check] = &[Check::must("chance", check::aws_secret)];
const NO_PLACEHOLDER: Check = Check::must("no-placeholder", check::not_placeholder);

/// A token that its own shape gives away.
const fn token(id: &'static str, pattern: &'static str, checks: &'static [Check], proof: Proof) -> Recognizer {
    Recognizer { checks, ..plain(id, Entity::AccessToken, Score::STRONG, pattern, proof) }
}

/// An opaque value behind the name of a provider whose keys have no shape of their own.
const fn named(id: &'static str, lead: &'static str, proof: Proof) -> Recognizer {
    Recognizer {
        score: Score::LIKELY,
        lead: Lead::form(lead),
        edges: Edges::both(Edge::Word),
        ..token(id, r"[A-Za-z0-9_./+%~:-]{11,}[A-Za-z0-9_/+~-]={0,2}", OPAQUE, proof)
    }
}

/// A whole address that gives access to whoever knows it.
const fn address(id: &'static str, pattern: &'static str, proof: Proof) -> Recognizer {
    Recognizer { edges: Edges::both(Edge::Word), ..token(id, pattern, PLACE, proof) }
}

/// A value behind what announces it, up to where its signs end.
const fn announced(entity: Entity, lead: &'static str, row: Recognizer) -> Recognizer {
    Recognizer { entity, score: Score::LIKELY, lead: Lead::form(lead), edges: Edges::both(Edge::Word), ..row }
}
