//! Switzerland.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "ch-ahv",
        entity: Entity::ChAhv,
        score: Score::STRONG,
        lead: Lead::None,
        pattern: compiled(r"756[. ][0-9]{4}[. ][0-9]{4}[. ][0-9]{2}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("ean-13", check::ch_ahv)],
        reserved: None,
        context: &["ahv", "assurance", "avs", "versichertennummer"],
        unless: &[],
        finds: proving(&["AHV «756.9338.4825.59»", "«756 9991 5488 69»"]),
        skips: proving(&["AHV 756.8578.4932.06"]),
        source: "Federal Act on Old-Age and Survivors Insurance, article 50c; GS1 EAN-13",
    },
    Recognizer {
        id: "ch-ahv-bare",
        entity: Entity::ChAhv,
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled(r"756[0-9]{10}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("ean-13", check::ch_ahv)],
        reserved: None,
        context: &["ahv", "assurance", "avs", "versichertennummer"],
        unless: &[],
        finds: proving(&["AHV «7568698444283»", "numéro AVS: «7565939978743»"]),
        skips: proving(&["AHV 7565047623694"]),
        source: "Federal Act on Old-Age and Survivors Insurance, article 50c; GS1 EAN-13",
    },
];
