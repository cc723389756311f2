//! TABLE pack: numbers of Philippines.

use crate::detect::{Anchor, Edge, Edges, Entity, Lead, Recognizer, Score, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "ph-tin",
        entity: Entity::PhTin,
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled("[0-9]{3}-[0-9]{3}-[0-9]{3}-[0-9]{3}(?:[0-9]{2})?"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[],
        reserved: None,
        context: &["bir", "tax", "tin"],
        unless: &[],
        finds: proving(&["Please use «000-123-456-000» as your ID", "TIN «412-345-678-00000»"]),
        skips: proving(&["000-123-456-0000", "000-123-456-000-1"]),
        source: "Bureau of Internal Revenue, Revenue Regulations 7-2012 (TIN and branch code)",
    },
    Recognizer {
        id: "ph-tin-plain",
        entity: Entity::PhTin,
        score: Score::LIKELY,
        lead: Lead::trigger(r"BIR(?: TIN)?[ :#]{1,3}"),
        pattern: compiled("[0-9]{3}-?[0-9]{3}-?[0-9]{3}(?:[0-9]{3}|[0-9]{5})?"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[],
        reserved: None,
        context: &["bir"],
        unless: &[],
        finds: proving(&["BIR TIN: «000123456»", "registered with BIR «412-345-678»"]),
        skips: proving(&["id 000123456", "BIR 412-345"]),
        source: "Bureau of Internal Revenue, Revenue Regulations 7-2012 (TIN and branch code)",
    },
];
