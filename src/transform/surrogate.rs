//! Stand-ins from ranges that standards reserve: they look right and can belong to nobody.

use super::PseudonymKey;
use crate::detect::{Class, Entity};

/// A stand-in for a value, the same for the same value under one key; nothing where no range is reserved for its kind.
pub(super) fn surrogate(entity: Entity, original: &str, key: &PseudonymKey) -> Option<String> {
    let number = key.number(entity.id(), original);
    Some(match entity.row().class {
        // RFC 2606, section 3.
        Class::Email => format!("user{}@example.org", number % 100_000),
        Class::Url => format!("https://example.org/{}", number % 100_000),
        Class::Username => format!("user{}", number % 100_000),
        // ATIS-0300115: 555-0100 to 555-0199 are for fiction, in every area.
        Class::Phone => format!("+1 {} 555 01{:02}", AREAS[(number / 100 % AREAS.len() as u64) as usize], number % 100),
        Class::Ip if original.contains(':') => format!("2001:db8::{:x}:{:x}", number >> 16 & 0xffff, number & 0xffff),
        Class::Ip => {
            let network = NETWORKS[(number / 254 % NETWORKS.len() as u64) as usize];
            format!("{network}.{}", 1 + number % 254)
        }
        Class::Person
        | Class::CreditCard
        | Class::Iban
        | Class::NationalId
        | Class::Address
        | Class::Location
        | Class::Org
        | Class::Date
        | Class::Age
        | Class::Secret
        | Class::AccountId
        | Class::Other => return None,
    })
}

/// Area codes in use (North American Numbering Plan Administrator).
const AREAS: &[u16] = &[202, 212, 303, 312, 404, 415, 503, 512, 602, 617];

/// Documentation networks (RFC 5737, section 3).
const NETWORKS: &[&str] = &["192.0.2", "198.51.100", "203.0.113"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_come_from_reserved_ranges() {
        let key = PseudonymKey::from_seed("test");
        let of = |entity, original: &str| surrogate(entity, original, &key).expect("a range is reserved");
        assert!(of(Entity::EmailAddress, "mia@northwind.example").ends_with("@example.org"));
        assert!(of(Entity::PhoneNumber, "+41 44 668 18 00").contains(" 555 01"));
        assert!(NETWORKS.iter().any(|network| of(Entity::IpAddress, "10.1.2.3").starts_with(network)));
        assert!(of(Entity::IpAddress, "fe80::1").starts_with("2001:db8::"));
        assert_eq!(surrogate(Entity::Person, "Mia", &key), None);
    }
}
