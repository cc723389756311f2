//! Bulgaria.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "bg-egn",
        entity: Entity::BgEgn,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled(r"[0-9]{10}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("bg-egn", check::bg_egn)],
        reserved: None,
        context: &["egn", "personal", "егн"],
        unless: &[],
        finds: proving(&["EGN «4111209842»", "«7704294658»"]),
        skips: proving(&["took 4111209842 ns", "EGN 8360238007"]),
        source: "GRAO, structure of the uniform civil number (EGN)",
    },
    Recognizer {
        id: "bg-lnch",
        entity: Entity::NationalId,
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled(r"[0-9]{10}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("bg-lnch", check::bg_lnch)],
        reserved: None,
        context: &["foreigner", "lnch", "лнч"],
        unless: &[],
        finds: proving(&["LNCh «7731848990»", "foreigner number «2803018798»"]),
        skips: proving(&["ticket 7731848990", "LNCh 8649300188"]),
        source: "Ministry of Interior, personal number of a foreigner (LNCh)",
    },
];
