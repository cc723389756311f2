//! Luxembourg.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "lu-national-id",
    entity: Entity::LuNationalId,
    score: Score::DOUBTFUL,
    lead: Lead::None,
    pattern: compiled(r"[12][0-9]{3}[ -]?[01][0-9][ -]?[0-3][0-9][ -]?[0-9]{3}[ -]?[0-9]{2}"),
    edges: Edges::both(Edge::Number),
    anchor: Anchor::Start,
    checks: &[Check::must("luhn-and-verhoeff", check::lu_national_id)],
    reserved: None,
    context: &["cns", "matricule", "national"],
    unless: &[],
    finds: proving(&["matricule «1893 12 01 057 32»", "«1893120105732»"]),
    skips: proving(&["took 1893120105732 ns", "matricule 1893120105723"]),
    source: "Grand-Ducal Regulation of 28 November 2013, article 1",
}];
