//! Ireland.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[Recognizer {
    id: "ie-pps",
    entity: Entity::IePps,
    score: Score::FAIR,
    lead: Lead::None,
    pattern: compiled(r"[0-9]{7}[A-W][ABHTWX]?"),
    edges: Edges::both(Edge::Token),
    anchor: Anchor::Start,
    checks: &[Check::must("mod-23", check::ie_pps)],
    reserved: None,
    context: &["pps", "ppsn", "revenue"],
    unless: &[],
    finds: proving(&["PPSN «5791239HA»", "PPS no. «3538513QA»"]),
    skips: proving(&["PPSN 9871934J"]),
    source: "Department of Social Protection, Personal Public Service number",
}];
