//! Norway.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "no-fodselsnummer",
    entity: Entity::NoFodselsnummer,
    score: Score::FAIR,
    lead: Lead::None,
    pattern: compiled(r"[0-7][0-9][0-9]{4}[ -]?[0-9]{5}"),
    edges: Edges::both(Edge::Number),
    anchor: Anchor::Start,
    checks: &[Check::must("no-fodselsnummer", check::no_fodselsnummer)],
    reserved: None,
    context: &["fnr", "fødselsnummer", "personnummer"],
    unless: &[],
    finds: proving(&["fødselsnummer «230309 64934»", "«31078114870»"]),
    skips: proving(&["fnr 07028422242"]),
    source: "Folkeregisterforskriften, section 2-2-3",
}];
