//! TABLE pack: numbers of South Africa.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "za-identity",
    entity: Entity::ZaIdNumber,
    score: Score::FAIR,
    lead: Lead::None,
    pattern: compiled("[0-9]{6} ?[0-9]{4} ?[0-2][0-9] ?[0-9]"),
    edges: Edges::both(Edge::Number),
    anchor: Anchor::Start,
    checks: &[Check::must("date-and-luhn", check::za_identity)],
    reserved: None,
    context: &["african", "identity", "refugee"],
    unless: &[],
    finds: proving(&["South African ID «9002285001084».", "id «850731 0120 08 0» on file"]),
    skips: proving(&["9002285001085", "9013285001084"]),
    source: "Identification Act 68 of 1997, section 7; Department of Home Affairs",
}];
