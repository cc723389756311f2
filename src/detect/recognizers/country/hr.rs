//! Croatia.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "hr-oib",
    entity: Entity::HrOib,
    score: Score::DOUBTFUL,
    lead: Lead::None,
    pattern: compiled(r"[0-9]{11}"),
    edges: Edges::both(Edge::Number),
    anchor: Anchor::Start,
    checks: &[Check::must("mod-11-10", check::hr_oib)],
    reserved: None,
    context: &["oib", "osobni"],
    unless: &[],
    finds: proving(&["OIB: «24887955798»", "osobni broj «85781753768»"]),
    skips: proving(&["took 24887955798 ns", "OIB: 86984768901"]),
    source: "Personal Identification Number Act, article 4; ISO/IEC 7064",
}];
