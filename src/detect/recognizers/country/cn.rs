//! TABLE pack: numbers of China.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "cn-resident",
        entity: Entity::CnResidentId,
        score: Score::STRONG,
        lead: Lead::None,
        pattern: compiled("[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx]"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("mod-11-2", check::cn_resident)],
        reserved: None,
        context: &["id", "身份证", "身份证号", "身份证号码"],
        unless: &[],
        finds: proving(&["身份证号«440306198804123034»，", "ID «11010519491231002X»"]),
        skips: proving(&["440306198804123035", "440306198813123034"]),
        source: "GB 11643-1999",
    },
    Recognizer {
        id: "cn-resident-old",
        entity: Entity::CnResidentId,
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled("[1-9][0-9]{14}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("date", check::cn_resident_old)],
        reserved: None,
        context: &["resident", "身份证", "身份证号", "身份证号码"],
        unless: &[],
        finds: proving(&["身份证：«110105491231002»", "resident id «440306880412303»"]),
        skips: proving(&["serial 110105491231002", "身份证：110105491331002"]),
        source: "GB 11643-1989 (fifteen digits)",
    },
];
