//! TABLE pack: numbers of Malaysia.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "my-mykad",
        entity: Entity::MyMykad,
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled("[0-9]{2}[01][0-9][0-3][0-9]-[0-9]{2}-[0-9]{4}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("date-and-place", check::my_mykad)],
        reserved: None,
        context: &["mykad", "nric"],
        unless: &[],
        finds: proving(&["holder «770305-02-1234» signed", "MyKad «850731-14-5678»"]),
        skips: proving(&["771305-02-1234", "770305-17-1234"]),
        source: "National Registration Regulations 1990; National Registration Department, place of birth codes",
    },
    Recognizer {
        id: "my-mykad-plain",
        entity: Entity::MyMykad,
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled("[0-9]{2}[01][0-9][0-3][0-9] ?[0-9]{2} ?[0-9]{4}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("date-and-place", check::my_mykad)],
        reserved: None,
        context: &["mykad", "nric", "pengenalan"],
        unless: &[],
        finds: proving(&["MyKad «770305021234»", "kad pengenalan «850731 14 5678»"]),
        skips: proving(&["at 770305021234", "MyKad 771305021234"]),
        source: "National Registration Regulations 1990; National Registration Department, place of birth codes",
    },
];
