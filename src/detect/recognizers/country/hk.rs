//! TABLE pack: numbers of Hong Kong.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "hk-identity",
        entity: Entity::HkIdentityCard,
        score: Score::LIKELY,
        lead: Lead::None,
        pattern: compiled(r"[A-Z]{1,2}[0-9]{6}\([0-9A]\)"),
        edges: Edges { before: Edge::Token, after: Edge::Any },
        anchor: Anchor::Start,
        checks: &[Check::must("mod-11", check::hk_identity)],
        reserved: None,
        context: &["hkid"],
        unless: &[],
        finds: proving(&["card «A123456(3)», please", "«WX654321(7)»"]),
        skips: proving(&["A123456(4)", "(A123456)"]),
        source: "Registration of Persons Regulations (Cap. 177A), schedule 1",
    },
    Recognizer {
        id: "hk-identity-plain",
        entity: Entity::HkIdentityCard,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled("[A-Z]{1,2}[0-9]{6}[0-9A]"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("mod-11", check::hk_identity)],
        reserved: None,
        context: &["hkid", "身份證", "身份證號碼", "身分證"],
        unless: &[],
        finds: proving(&["HKID «K4829131»", "«G123456A»"]),
        skips: proving(&["HKID K4829132", "part K4829131"]),
        source: "Registration of Persons Regulations (Cap. 177A), schedule 1",
    },
];
