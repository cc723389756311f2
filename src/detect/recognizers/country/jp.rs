//! TABLE pack: numbers of Japan.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "jp-corporate-number",
        entity: Entity::TaxId,
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled("[1-9][0-9]{12}|T[1-9][0-9]{12}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("mod-9", check::jp_corporate)],
        reserved: None,
        context: &["corporate", "invoice", "法人番号", "登録番号"],
        unless: &[],
        finds: proving(&["法人番号：«7000012050002»", "corporate number «3123412341234»"]),
        skips: proving(&["法人番号：7000012050003", "at 7000012050002"]),
        source: "Order of the Ministry of Finance 70 of 2014; T in front: qualified invoice issuer",
    },
    Recognizer {
        id: "jp-my-number",
        entity: Entity::JpMyNumber,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled("[0-9]{4}(?:[0-9]{8}|-[0-9]{4}-[0-9]{4}| [0-9]{4} [0-9]{4})"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("mod-11", check::jp_my_number)],
        reserved: None,
        context: &["mynumber", "マイナンバー", "個人番号"],
        unless: &[],
        finds: proving(&["マイナンバー：«482019573464»", "«4820-1957-3464»"]),
        skips: proving(&["マイナンバー：482019573465", "took 482019573464"]),
        source: "Order of the Ministry of Internal Affairs and Communications 85 of 2014, article 5",
    },
];
