//! Documents that a label names, in the languages of Europe: their numbers have no check digit, or differ by year of issue.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

#[rustfmt::skip]
pub(crate) const COUNTRIES: &[&str] = &[
    "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU",
    "IE", "IS", "IT", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "TR",
];

/// What may stand between the name of a document and its number: "number", "is", a colon, a quotation mark.
macro_rules! number {
    () => {
        r#"(?:[ -]?(?i:numbers?|nummer|numéro|numero|número|numer|num|nr|no|nº|n°|n\.º|n|číslo|broj|szám|id)[.]?)?(?: (?i:is|ist|est|es))?[ :#=]{1,4}(?:["'(#]|‘|“){0,2}"#
    };
}

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "driving-license-labeled",
        entity: Entity::DriverLicense,
        score: Score::LIKELY,
        lead: Lead::form(concat!(
            r#"(?i:driv(?:er|ing)(?:(?:’|')?s?(?:’|')?)[ -]?licen[cs]e|driving permit|f(?:ü|ue)hrerschein|permis de conduire|permiso de conducir|carn(?:é|et) de conducir|patente di guida|carta de condu(?:ç|c)(?:ã|a)o|rijbewijs|prawo jazdy|prawa jazdy|k(?:ö|ø)rkort|førerkort|kørekort|ajokortti|permis auto)"#,
            number!()
        )),
        pattern: compiled(r"(?:[A-Z]{1,4}[ -]?)?[0-9](?:[./ -]?[0-9]|-?[A-Z]){4,18}"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("digits", check::document_number)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            "driver’s license «K245 938 19 204»",
            "permis de conduire n° «12AB34567»",
            "Rijbewijsnummer: «5123456789»",
        ]),
        skips: proving(&["software license 12AB34567"]),
        source: "Directive 2006/126/EC, annex I: field 5",
    },
    Recognizer {
        id: "health-insurance-labeled",
        entity: Entity::HealthInsurance,
        score: Score::LIKELY,
        lead: Lead::form(concat!(
            r#"(?i:health insurance|health card|krankenversicherung(?:snummer)?|krankenversichertennummer|versichertennummer|versicherungsnummer|carte vitale|tessera sanitaria|tarjeta sanitaria|zorgverzekering|ehic)"#,
            number!()
        )),
        pattern: compiled(r"(?:[A-Z]{1,4}[ -]?)?[0-9](?:[./ -]?[0-9]|-?[A-Z]){4,18}"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("digits", check::document_number)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&["Versichertennummer: «80756000123456»", "tessera sanitaria n. «80380000123456789»"]),
        skips: proving(&["car insurance 80756000123456"]),
        source: "Decision S2 of 12 June 2009 on the European Health Insurance Card, annex: fields 6 and 8",
    },
    Recognizer {
        id: "identity-card-labeled",
        entity: Entity::IdentityCard,
        score: Score::LIKELY,
        lead: Lead::form(concat!(
            r#"(?i:identity card|identity document|national id(?:entity)?(?: card)?|id[ -]card|personalausweis|ausweisnummer|carte (?:nationale )?d(?:’|')identit(?:é|e)|cni|documento de identidad|carta d(?:’|')identit(?:à|a)|bilhete de identidade|cart(?:ã|a)o de cidad(?:ã|a)o|identiteitskaart|dow(?:ó|o)d(?:u)? osobist(?:y|ego)|ob(?:č|c)ansk(?:ý|y) pr(?:ů|u)kaz|carte de identitate|osobna iskaznica|osebna izkaznica|henkil(?:ö|o)kortti|asmens tapatyb(?:ė|e)s|лична карта|ταυτότητας)"#,
            number!()
        )),
        pattern: compiled(r"(?:[A-Z]{1,4}[ -]?)?[0-9](?:[./ -]?[0-9]|-?[A-Z]){4,18}"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("digits", check::document_number)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            "carte d’identité n° «880692310285»",
            "identity card number «L8-123456»",
            "dowód osobisty nr «ABC 123456»",
        ]),
        skips: proving(&["business card 880692310285"]),
        source: "Regulation (EU) 2019/1157: identity cards",
    },
    Recognizer {
        id: "license-plate-labeled",
        entity: Entity::LicensePlate,
        score: Score::LIKELY,
        lead: Lead::form(concat!(
            r#"(?i:licen[cs]e plate|number plate|vehicle registration|registration plate|kfz-kennzeichen|kennzeichen|plaque d(?:’|')immatriculation|immatricul(?:ation|(?:é|e)e?)|matr(?:í|i)cula|targa|kenteken|numer rejestracyjny|rejestracyjn(?:y|a)|registreringsnummer|rekisterinumero|plaka(?:s(?:ı|i))?|rendsz(?:á|a)m)"#,
            number!()
        )),
        pattern: compiled(r"(?:[A-Z]|Ä|Ö|Ü|[0-9]){1,4}(?:[ -]?[A-Z0-9]{1,5}){1,3}"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("letters-and-digits", check::mixed)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&["license plate «7ABC123»", "matrícula «1234 BCD»", "kenteken: «AB-12-CD»"]),
        skips: proving(&["stack plate 7ABC123"]),
        source: "Vienna Convention on Road Traffic of 1968, article 36 and annex 2",
    },
    Recognizer {
        id: "medical-license-labeled",
        entity: Entity::MedicalLicense,
        score: Score::LIKELY,
        lead: Lead::form(concat!(
            r#"(?:(?:GMC|NMC|RPPS|ADELI|BIG|PWZ|NPWZ|LANR|BSNR)(?:-nummer)?|(?i:medical licen[cs]e|arztnummer))"#,
            number!()
        )),
        pattern: compiled(r"[A-Z]{0,2}[0-9](?:[ -]?[0-9]){4,13}"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&["GMC number «7654321»", "RPPS : «10001234567»", "BIG-nummer «19012345601»"]),
        skips: proving(&["order number 7654321"]),
        source: "GMC register; ANS, RPPS; CIBG, BIG-register; KBV; NIL, PWZ",
    },
    Recognizer {
        id: "passport-labeled",
        entity: Entity::Passport,
        score: Score::LIKELY,
        lead: Lead::form(concat!(
            r#"(?i:passports?|reisepass|reisepässe|passnummer|pass-nr|passeport|pasaporte|passaporto|passaporte|paspoort|paszport(?:u)?|cestovní pas|útlevél|pașaport|паспорт|διαβατήριο|passi|pasaport)"#,
            number!()
        )),
        pattern: compiled(r"(?:[A-Z]{1,4}[ -]?)?[0-9](?:[./ -]?[0-9]|-?[A-Z]){4,18}"),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("digits", check::document_number)],
        reserved: None,
        context: &[],
        unless: &[],
        finds: proving(&[
            "passport number «XG9382048»",
            "passport no. ‘«A12345679»’",
            "Reisepassnummer: «C01X0006H»",
            "pasaporte «AAB123456»",
        ]),
        skips: proving(&["passport valid until 2031"]),
        source: "ICAO Doc 9303, part 4: passport number",
    },
];
