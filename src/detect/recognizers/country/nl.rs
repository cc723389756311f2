//! The Netherlands.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "nl-bsn",
        entity: Entity::NlBsn,
        score: Score::DOUBTFUL,
        lead: Lead::None,
        pattern: compiled(r"[0-9]{9}|[0-9]{4}[. ][0-9]{2}[. ][0-9]{3}|[0-9]{3}[. ][0-9]{3}[. ][0-9]{3}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("eleven-test", check::nl_bsn)],
        reserved: None,
        context: &["bsn", "burgerservicenummer", "persoonsnummer", "sofi", "sofinummer"],
        unless: &[],
        finds: proving(&["BSN «050189451»", "burgerservicenummer «3984.42.149»"]),
        skips: proving(&["call 050 189 451", "BSN 312521288"]),
        source: "Wet algemene bepalingen burgerservicenummer; Logisch ontwerp BRP",
    },
    Recognizer {
        id: "nl-document",
        entity: Entity::Passport,
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled(r"[A-NP-Z]{2}[A-NP-Z0-9]{6}[0-9]"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("letters-and-digits", check::mixed)],
        reserved: None,
        context: &["document", "documentnummer", "id-kaart", "identiteitskaart", "paspoort", "paspoortnummer", "rijbewijs"],
        unless: &[],
        finds: proving(&["paspoort «NXA1B2C34»", "documentnummer «SPECI2014»"]),
        skips: proving(&["code NXA1B2C34"]),
        source: "RvIG, document numbers of passports and identity cards",
    },
];
