//! TABLE pack: numbers of Vietnam.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "vn-citizen",
    entity: Entity::VnCccd,
    score: Score::WEAK,
    lead: Lead::None,
    pattern: compiled("0[0-9]{11}"),
    edges: Edges::both(Edge::Number),
    anchor: Anchor::Start,
    checks: &[Check::must("province-and-century", check::vn_citizen)],
    reserved: None,
    context: &["cccd", "cmnd", "cước"],
    unless: &[],
    finds: proving(&["CCCD «001090012345»", "căn cước: «079203001234»"]),
    skips: proving(&["id 001090012345", "CCCD 001990012345"]),
    source: "Decree 137/2015/ND-CP, article 13",
}];
