//! TABLE pack: numbers of Taiwan.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "tw-identity",
    entity: Entity::TwNationalId,
    score: Score::FAIR,
    lead: Lead::None,
    pattern: compiled("[A-Z][1289A-D][0-9]{8}"),
    edges: Edges::both(Edge::Token),
    anchor: Anchor::Start,
    checks: &[Check::must("mod-10", check::tw_identity)],
    reserved: None,
    context: &["arc", "身分證", "身分證字號"],
    unless: &[],
    finds: proving(&["身分證字號 «A123456789»", "holder «K800123459» signed"]),
    skips: proving(&["A123456788", "AB123456789"]),
    source: "Ministry of the Interior, national identification and resident certificate numbers",
}];
