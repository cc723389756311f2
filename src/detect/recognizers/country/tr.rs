//! Turkey.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "tr-license-plate",
        entity: Entity::LicensePlate,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled(r"[0-8][0-9] (?:[A-Z]{1,3}|[a-z]{1,3}) [0-9]{2,5}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("tr-license-plate", check::tr_license_plate)],
        reserved: None,
        context: &["araç", "plaka", "plakalı", "plakası"],
        unless: &[],
        finds: proving(&["araç «34 ABC 123»", "«06 JK 1234»"]),
        skips: proving(&["at 10 am 2024", "araç 82 ABC 123"]),
        source: "Karayolları Trafik Yönetmeliği, annex on plates",
    },
    Recognizer {
        id: "tr-national-id",
        entity: Entity::TrNationalId,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled(r"[1-9][0-9]{10}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("tr-national-id", check::tr_national_id)],
        reserved: None,
        context: &["kimlik", "kişi", "numarası", "tc", "tckn", "vatandaşlık"],
        unless: &[],
        finds: proving(&["TC kimlik no «79916572512»", "«32129114542»"]),
        skips: proving(&["took 79916572512 ns", "TCKN 49163228046"]),
        source: "Nüfus ve Vatandaşlık İşleri, T.C. kimlik numarası",
    },
];
