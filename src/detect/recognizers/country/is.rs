//! Iceland.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "is-kennitala",
        entity: Entity::IsKennitala,
        score: Score::LIKELY,
        lead: Lead::None,
        pattern: compiled(r"[0-7][0-9][01][0-9]{3}-[0-9]{4}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("is-kennitala", check::is_kennitala)],
        reserved: None,
        context: &["kennitala", "kt"],
        unless: &[],
        finds: proving(&["kt. «080209-5099»", "«150670-3570»"]),
        skips: proving(&["kt. 550459-4700"]),
        source: "Registers Iceland, kennitala",
    },
    Recognizer {
        id: "is-kennitala-bare",
        entity: Entity::IsKennitala,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled(r"[0-7][0-9][01][0-9]{7}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("is-kennitala", check::is_kennitala)],
        reserved: None,
        context: &["kennitala", "kt"],
        unless: &[],
        finds: proving(&["kennitala «2507812960»", "«2012590960»"]),
        skips: proving(&["took 2507812960 ns", "kennitala 2910900013"]),
        source: "Registers Iceland, kennitala",
    },
];
