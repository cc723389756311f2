//! Lithuania.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "lt-asmens-kodas",
    entity: Entity::LtAsmensKodas,
    score: Score::DOUBTFUL,
    lead: Lead::None,
    pattern: compiled(r"[1-6][0-9]{2}[01][0-9][0-3][0-9]{5}"),
    edges: Edges::both(Edge::Number),
    anchor: Anchor::Start,
    checks: &[Check::must("lt-asmens-kodas", check::ee_isikukood)],
    reserved: None,
    context: &["asmens", "kodas"],
    unless: &[],
    finds: proving(&["asmens kodas «47209139581»", "a. k. kodas «38910267162»"]),
    skips: proving(&["asmens kodas 56802254602"]),
    source: "Law on the Residents’ Register, article 8",
}];
