//! TABLE pack: numbers of Singapore.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "sg-nric",
        entity: Entity::SgNricFin,
        score: Score::LIKELY,
        lead: Lead::None,
        pattern: compiled("[STFGM][0-9]{7}[A-Z]"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("mod-11", check::sg_nric)],
        reserved: None,
        context: &["fin", "nric"],
        unless: &[],
        finds: proving(&["NRIC «S1234567D» was", "«G7654321L»", "FIN «M4332674T»"]),
        skips: proving(&["S1234567E", "X1234567D"]),
        source: "Immigration and Checkpoints Authority; National Registration Act 1965",
    },
    Recognizer {
        id: "sg-uen",
        entity: Entity::SgUen,
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled("[0-9]{8}[A-Z]|[12][0-9]{8}[A-Z]|[RST][0-9]{2}[A-Z]{2}[0-9]{4}[A-Z]"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("mod-11", check::sg_uen)],
        reserved: None,
        context: &["uen"],
        unless: &[],
        finds: proving(&["invoice of «201812345M», paid", "UEN «T08LL1234H»", "«52918273D»"]),
        skips: proving(&["201812345N", "T08LL1234A"]),
        source: "Accounting and Corporate Regulatory Authority, Unique Entity Number",
    },
];
