//! Finland.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "fi-hetu",
    entity: Entity::FiPersonalIdentityCode,
    score: Score::LIKELY,
    lead: Lead::None,
    pattern: compiled(r"[0-3][0-9][01][0-9]{3}[-+ABCDEFUVWXYabcdefuvwxy][0-9]{3}[0-9A-Ya-y]"),
    edges: Edges::both(Edge::Token),
    anchor: Anchor::Start,
    checks: &[Check::must("mod-31", check::fi_hetu)],
    reserved: None,
    context: &["henkilötunnus", "hetu", "personbeteckning"],
    unless: &[],
    finds: proving(&["hetu «290768A301L»", "«271289A3091»"]),
    skips: proving(&["hetu 131052-308U", "rev 131052-3080"]),
    source: "Digital and Population Data Services Agency, personal identity code; decree 128/2010",
}];
