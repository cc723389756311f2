//! TABLE pack: numbers of Chile.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "cl-rut",
        entity: Entity::ClRut,
        score: Score::LIKELY,
        lead: Lead::None,
        pattern: compiled(r"[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}-[0-9Kk]"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("mod-11", check::cl_rut)],
        reserved: None,
        context: &["rut"],
        unless: &[],
        finds: proving(&["RUT «12.345.678-5».", "cliente «9.876.543-3», activo"]),
        skips: proving(&["12.345.678-6", "12.345.678"]),
        source: "Servicio de Impuestos Internos; Decreto con Fuerza de Ley 3 of 1969",
    },
    Recognizer {
        id: "cl-rut-plain",
        entity: Entity::ClRut,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled("[0-9]{7,8}-[0-9Kk]"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("mod-11", check::cl_rut)],
        reserved: None,
        context: &["cédula", "rut"],
        unless: &[],
        finds: proving(&["RUT «12345678-5»", "«7654360-7»"]),
        skips: proving(&["RUT 12345678-6", "at 12345678-5"]),
        source: "Servicio de Impuestos Internos; Decreto con Fuerza de Ley 3 of 1969",
    },
];
