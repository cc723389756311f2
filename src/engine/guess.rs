//! What it costs to guess the original behind a keyed stand-in: somebody who holds the key tries every plausible original.
//!
//! The sizes of these spaces are our assumption, rounded to powers of two; so is the rate. Without the key, the key itself must be
//! guessed, all 256 bits of it.

use crate::detect::{Class, Entity};
use crate::transform::{Operator, Rule};
use serde_json::{Value as Json, json};

/// HMAC-SHA-256 values that one graphics card tries in a second.
const RATE: u64 = 4_000_000_000;

/// The cost for the findings of an entity under a rule; null where the rule leaves nothing to guess from.
pub(super) fn guess(entity: Entity, rule: &Rule) -> Json {
    let output = rule.steps().filter_map(|step| output(step.operator)).last();
    let Some(output_bits) = output else { return Json::Null };
    let bits = plausible(entity.row().class);
    let seconds = (1_u128 << bits) / u128::from(RATE);
    json!({
        "bits": bits, "outputBits": output_bits, "seconds": u64::try_from(seconds).unwrap_or(u64::MAX), "rate": RATE,
        "withoutKeyBits": 256, "assumption": true,
    })
}

/// How many bits a keyed stand-in has; none for operators that are not keyed. A stand-in that keeps a format has as many as its
/// original, of which there are at most 64 worth counting.
fn output(operator: Operator) -> Option<u32> {
    match operator {
        Operator::Hash => Some(64),
        Operator::Pseudonymize => Some(40),
        Operator::EncryptFpe => Some(64),
        Operator::Surrogate => Some(16),
        Operator::Keep
        | Operator::Drop
        | Operator::Redact
        | Operator::Replace
        | Operator::Mask
        | Operator::Generalize
        | Operator::Bucket
        | Operator::Round
        | Operator::Clamp
        | Operator::Shift
        | Operator::TimePart
        | Operator::Sample
        | Operator::Suppress => None,
    }
}

/// Bits of the space of plausible originals.
fn plausible(class: Class) -> u32 {
    match class {
        // Given names by family names that are common in one country.
        Class::Person => 24,
        // Mailboxes and accounts in the world, a few for everybody.
        Class::Email | Class::Username => 33,
        // Numbers in national plans (ITU-T E.164), the unassigned ones left out.
        Class::Phone => 37,
        // IPv4.
        Class::Ip => 32,
        Class::Url => 40,
        // Ten free digits behind an issuer's number, of which there are some thousands.
        Class::CreditCard => 46,
        Class::Iban => 50,
        Class::NationalId | Class::Other => 30,
        // Postal addresses in the world.
        Class::Address => 31,
        // Places in gazetteers.
        Class::Location => 24,
        Class::Org => 28,
        // Days of two centuries.
        Class::Date => 17,
        Class::Age => 7,
        Class::AccountId => 40,
        // A password that people choose.
        Class::Secret => 44,
    }
}
