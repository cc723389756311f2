//! TABLE pack: numbers of Israel.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "il-identity",
    entity: Entity::IlIdentityNumber,
    score: Score::DOUBTFUL,
    lead: Lead::None,
    pattern: compiled("[0-9]{8}-?[0-9]"),
    edges: Edges::both(Edge::Number),
    anchor: Anchor::Start,
    checks: &[Check::must("luhn", check::il_identity)],
    reserved: None,
    context: &["identity", "israeli", "teudat", "zehut", "ז", "זהות"],
    unless: &[],
    finds: proving(&["teudat zehut «12345678-2»", "תעודת זהות: «543219877»"]),
    skips: proving(&["zehut 123456783", "took 123456782"]),
    source: "Population and Immigration Authority, identity number; OECD TIN sheet Israel",
}];
