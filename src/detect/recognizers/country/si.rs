//! Slovenia, and the number that the other states of Yugoslavia kept.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "si-emso",
        entity: Entity::SiEmso,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled(r"[0-3][0-9][01][0-9][089][0-9]{8}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("si-emso", check::si_emso)],
        reserved: None,
        context: &["emso", "emšo", "jmbg", "matični"],
        unless: &[],
        finds: proving(&["emšo «0308906256732»", "«1906993165703»"]),
        skips: proving(&["took 0308906256732 ns", "EMŠO 0446999931622"]),
        source: "Central Population Register Act, article 6",
    },
    Recognizer {
        id: "si-tax-id",
        entity: Entity::NationalId,
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled(r"[1-9][0-9]{7}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("si-tax-id", check::si_tax_id)],
        reserved: None,
        context: &["davčna", "davčni", "davčno"],
        unless: &[],
        finds: proving(&["davčna številka «20238231»", "davčna št. «84830964»"]),
        skips: proving(&["ticket 20238231", "davčna številka 42354152"]),
        source: "Tax Administration Act, annex; OECD, Slovenia: TIN",
    },
];
