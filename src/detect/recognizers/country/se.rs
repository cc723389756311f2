//! Sweden.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "se-personnummer",
        entity: Entity::SePersonnummer,
        score: Score::LIKELY,
        lead: Lead::None,
        pattern: compiled(r"(?:18|19|20)?[0-9]{2}[01][0-9]{3}[-+][0-9]{4}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("luhn", check::se_personnummer)],
        reserved: None,
        context: &["personnr", "personnummer", "samordningsnummer"],
        unless: &[],
        finds: proving(&["personnummer «431009-6781»", "«19440317-5997»"]),
        skips: proving(&["personnummer 990808-3069"]),
        source: "Folkbokföringslag (1991:481), sections 18 and 18 a",
    },
    Recognizer {
        id: "se-personnummer-bare",
        entity: Entity::SePersonnummer,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled(r"(?:18|19|20)?[0-9]{2}[01][0-9]{7}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("luhn", check::se_personnummer)],
        reserved: None,
        context: &["personnr", "personnummer", "samordningsnummer"],
        unless: &[],
        finds: proving(&["personnummer «8505015209»", "«199212167952»"]),
        skips: proving(&["took 8505015209 ns", "personnummer 9908083069"]),
        source: "Folkbokföringslag (1991:481), sections 18 and 18 a",
    },
];
