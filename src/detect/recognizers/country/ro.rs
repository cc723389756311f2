//! Romania.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "ro-cnp",
    entity: Entity::RoCnp,
    score: Score::DOUBTFUL,
    lead: Lead::None,
    pattern: compiled(r"[1-9][0-9]{2}[01][0-9][0-3][0-9]{7}"),
    edges: Edges::both(Edge::Number),
    anchor: Anchor::Start,
    checks: &[Check::must("ro-cnp", check::ro_cnp)],
    reserved: None,
    context: &["cnp", "numeric", "personal"],
    unless: &[],
    finds: proving(&["CNP «6450121514977»", "«5431121361154»"]),
    skips: proving(&["took 6450121514977 ns", "CNP 6750225090761"]),
    source: "Government Decision 1375/2006; Law 105/1996",
}];
