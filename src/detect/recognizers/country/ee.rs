//! Estonia.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "ee-isikukood",
    entity: Entity::EeIsikukood,
    score: Score::DOUBTFUL,
    lead: Lead::None,
    pattern: compiled(r"[1-6][0-9]{2}[01][0-9][0-3][0-9]{5}"),
    edges: Edges::both(Edge::Number),
    anchor: Anchor::Start,
    checks: &[Check::must("ee-isikukood", check::ee_isikukood)],
    reserved: None,
    context: &["ik", "isikukood", "personal"],
    unless: &[],
    finds: proving(&["isikukood «47401289250»", "«45401213575»"]),
    skips: proving(&["took 47401289250 ns", "isikukood 36301017820"]),
    source: "Population Register Act of Estonia; EVS 585",
}];
