//! Latvia.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "lv-personas-kods",
        entity: Entity::LvPersonasKods,
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled(r"(?:[0-3][0-9][01][0-9]|32[0-9]{2})[0-9]{2}-[0-9]{5}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("lv-personas-kods", check::lv_personas_kods)],
        reserved: None,
        context: &["kods", "personas"],
        unless: &[],
        finds: proving(&["personas kods «130375-12020»", "«010441-17601»"]),
        skips: proving(&["personas kods 900496-06734"]),
        source: "Law on the Register of Natural Persons; Cabinet Regulation 130",
    },
    Recognizer {
        id: "lv-personas-kods-bare",
        entity: Entity::LvPersonasKods,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled(r"[0-3][0-9]{10}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("lv-personas-kods", check::lv_personas_kods)],
        reserved: None,
        context: &["kods", "personas", "pk"],
        unless: &[],
        finds: proving(&["personas kods «30015621246»", "p. k. kods «29084615044»"]),
        skips: proving(&["took 30015621246 ns", "personas kods 26080020441"]),
        source: "Law on the Register of Natural Persons; Cabinet Regulation 130",
    },
];
