//! Hungary.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "hu-taj",
        entity: Entity::HuTaj,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled(r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("hu-taj", check::hu_taj)],
        reserved: None,
        context: &["biztosítási", "taj"],
        unless: &[],
        finds: proving(&["TAJ szám: «123 456 788»", "TAJ «037687210»"]),
        skips: proving(&["call 123 456 788", "TAJ 123 456 789"]),
        source: "Act XX of 1996, annex: TAJ",
    },
    Recognizer {
        id: "hu-tax-id",
        entity: Entity::HuTaxId,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled(r"8[0-9]{9}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("hu-tax-id", check::hu_tax_id)],
        reserved: None,
        context: &["adóazonosító", "adószám", "tax"],
        unless: &[],
        finds: proving(&["adóazonosító jel «8071592153»", "«8071592153»"]),
        skips: proving(&["took 8071592153 ns", "adóazonosító 8071592154"]),
        source: "Act XX of 1996, annex: tax identification of persons",
    },
];
