//! [`plain`]: what most rows of some packs have in common.

use crate::detect::{Anchor, Edge, Edges, Entity, Lead, Recognizer, Score, compiled, proving};

/// What proves a row, and where its rule comes from.
pub(super) struct Proof {
    pub(super) finds: &'static [&'static str],
    pub(super) skips: &'static [&'static str],
    pub(super) source: &'static str,
}

/// A row without a lead, checks or context, whose value is a whole word; a pack states what differs.
pub(super) const fn plain(id: &'static str, entity: Entity, score: Score, pattern: &'static str, proof: Proof) -> Recognizer {
    Recognizer {
        id,
        entity,
        score,
        lead: Lead::None,
        pattern: compiled(pattern),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(proof.finds),
        skips: proving(proof.skips),
        source: proof.source,
    }
}
