//! TABLE pack: numbers of Nigeria.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "ng-nin",
        entity: Entity::NgNin,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled("[0-9]{11}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("verhoeff", check::ng_nin)],
        reserved: None,
        context: &["nimc", "nin"],
        unless: &[],
        finds: proving(&["NIN «62149037186»", "nimc: «12345678902»"]),
        skips: proving(&["NIN 62149037187", "id 62149037186"]),
        source: "National Identity Management Commission; check digit as in python-stdnum’s Verhoeff",
    },
    Recognizer {
        id: "ng-plate",
        entity: Entity::LicensePlate,
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled("(?i:[a-z]{3}[- ]?[0-9]{3}[a-z]{2})"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::DIGITS,
        checks: &[],
        reserved: None,
        context: &["plate", "plates", "registration", "vehicle"],
        unless: &[],
        finds: proving(&["plate «APP-456CV»", "a vehicle with the registration of Lagos, «KJA 999PZ»"]),
        skips: proving(&["room APP-456CV", "plate APP-456C"]),
        source: "Federal Road Safety Corps, number plates since 2011",
    },
];
