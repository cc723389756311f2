//! TABLE pack: numbers of Egypt.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "eg-identity",
    entity: Entity::EgNationalId,
    score: Score::DOUBTFUL,
    lead: Lead::None,
    pattern: compiled("[23][0-9]{13}"),
    edges: Edges::both(Edge::Number),
    anchor: Anchor::Start,
    checks: &[Check::must("date-and-mod-11", check::eg_identity)],
    reserved: None,
    context: &["egypt", "egyptian", "national", "القومي"],
    unless: &[],
    finds: proving(&["national ID «29002140112340»", "الرقم القومي: «29507312113577»"]),
    skips: proving(&["national 29002140112341", "at 29002140112340"]),
    source: "Civil Status Law 143 of 1994, executive regulations: century, date, governorate, serial, check",
}];
