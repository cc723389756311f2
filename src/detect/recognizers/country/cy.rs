//! Cyprus.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "cy-identity-card",
        entity: Entity::IdentityCard,
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled(r"[0-9]{6,8}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[],
        reserved: None,
        context: &["arc", "ταυτότητα", "ταυτότητας"],
        unless: &[],
        finds: proving(&["ARC «6123457»", "arc αριθμός «812345»"]),
        skips: proving(&["number 6123457"]),
        source: "Civil Registry and Migration Department, identity card and ARC numbers",
    },
    Recognizer {
        id: "cy-tin",
        entity: Entity::CyTin,
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled(r"[0-9]{8}[A-Z]"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("cy-tin", check::cy_tin)],
        reserved: None,
        context: &["fic", "tax", "tic", "tin"],
        unless: &[],
        finds: proving(&["TIC «70028669R»", "tax no. «26474917A»"]),
        skips: proving(&["TIC 54314958T"]),
        source: "Tax Department of Cyprus; OECD, Cyprus: TIN",
    },
];
