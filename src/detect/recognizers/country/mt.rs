//! Malta.

use crate::detect::{Anchor, Edge, Edges, Entity, Lead, Recognizer, Score, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "mt-identity-number",
    entity: Entity::MtIdentityNumber,
    score: Score::WEAK,
    lead: Lead::None,
    pattern: compiled(r"[0-9]{3,7}[ABGHLMPZ]"),
    edges: Edges::both(Edge::Token),
    anchor: Anchor::Start,
    checks: &[],
    reserved: None,
    context: &["identity", "malta", "maltese", "tax"],
    unless: &[],
    finds: proving(&["Maltese ID «123456M»", "identity «12345G»"]),
    skips: proving(&["size 123456M"]),
    source: "Identity Malta, identity card number; OECD, Malta: TIN",
}];
