//! TABLE pack: accounts and cards.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "iban",
        entity: Entity::IbanCode,
        score: Score::STRONG,
        lead: Lead::None,
        pattern: compiled(r"[A-Za-z]{2}[0-9]{2}(?:[ -]?[A-Za-z0-9]){11,30}"),
        edges: Edges::both(Edge::Word),
        anchor: Anchor::Start,
        checks: &[Check::must("mod-97", check::iban)],
        reserved: None,
        context: &["account", "bank", "bic", "iban", "konto"],
        unless: &[],
        finds: proving(&["IBAN «DE89 3704 0044 0532 0130 00» BIC", "to «GB29NWBK60161331926819», please"]),
        skips: proving(&["DE88 3704 0044 0532 0130 00", "ab12cdef34567890"]),
        source: "ISO 13616-1; SWIFT IBAN registry, release 99",
    },
    Recognizer {
        id: "payment-card",
        entity: Entity::CreditCard,
        score: Score::STRONG,
        lead: Lead::None,
        pattern: compiled(r"[0-9](?:[ -]?[0-9]){11,18}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("luhn", check::payment_card)],
        reserved: None,
        context: &["amex", "card", "credit", "mastercard", "visa"],
        unless: &[],
        finds: proving(&["paid with «4111 1111 1111 1111» today", "«5555-5555-5555-4444»", "amex «378282246310005»"]),
        skips: proving(&["order 4111 1111 1111 1112", "1234567890123452", "v4111111111111111"]),
        source: "ISO/IEC 7812-1, annex B, and the networks' published ranges",
    },
];
