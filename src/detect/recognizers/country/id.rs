//! TABLE pack: numbers of Indonesia.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "id-nik",
        entity: Entity::IdNik,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled("[1-9][0-9]{15}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("province-and-date", check::id_nik)],
        reserved: None,
        context: &["ktp", "nik"],
        unless: &[],
        finds: proving(&["NIK «3171015708900001»", "KTP: «3273214503850012»"]),
        skips: proving(&["NIK 3171017508900001", "id 3171015708900001"]),
        source: "Law 23 of 2006 on population administration, article 13; Permendagri on NIK",
    },
    Recognizer {
        id: "id-npwp",
        entity: Entity::TaxId,
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled(r"[0-9]{2}\.[0-9]{3}\.[0-9]{3}\.[0-9]-[0-9]{3}\.[0-9]{3}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("luhn", check::id_npwp)],
        reserved: None,
        context: &["npwp"],
        unless: &[],
        finds: proving(&["NPWP «01.234.567.4-013.000»", "billed to «76.543.210.9-401.000»"]),
        skips: proving(&["01.234.567.5-013.000", "01.234.567.4-013"]),
        source: "Directorate General of Taxes, PER-04/PJ/2020 (NPWP)",
    },
];
