//! TABLE pack: ages of people.

use super::row::{Proof, plain};
use crate::detect::{Check, Edge, Edges, Entity, Lead, Recognizer, Score, check};

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        lead: Lead::form(
            r"(?i:aged? ?[:=]?|edad ?[:=]|alter ?[:=]|âge ?[:=]|idade ?[:=]|età ?[:=]|leeftijd ?[:=]|ålder ?[:=]|alder ?[:=]|I'll turn|(?:s?he|they) turn(?:s|ed)|when (?:s?he|I) was) ?",
        ),
        edges: Edges { before: Edge::Word, after: Edge::Number },
        checks: &[Check::must("human-age", check::human_age)],
        ..plain(
            "age-after-word",
            Entity::Age,
            Score::LIKELY,
            "[0-9]{1,3}",
            Proof {
                finds: &["she was aged «45» then", "Edad: «64»  Sexo: H.", "I'll turn «47».", "when he was «78»."],
                skips: &["page 45", "Edad: 364", "the aged 2019 edition", "packaged 12 files", "Sexo: 45"],
                source: "HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(C)",
            },
        )
    },
    Recognizer {
        edges: Edges { before: Edge::Number, after: Edge::Years },
        checks: &[Check::must("human-age", check::human_age)],
        ..plain(
            "age-before-words",
            Entity::Age,
            Score::LIKELY,
            "[0-9]{1,3}(?: (?i:años|mes(?:es)?|días|semanas))?",
            Proof {
                finds: &[
                    "a «79» year old man",
                    "I'm «31» y/o.",
                    "a «45»-year-old",
                    "a los «2 años» de edad",
                    "«14 meses» de vida",
                ],
                skips: &["2 years", "1.79 year old", "300 years old", "2 años de evolución"],
                source: "HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(C)",
            },
        )
    },
    Recognizer {
        lead: Lead::form(
            r"(?i:(?:edad|idade|età|alter|âge|leeftijd|ålder|alder) ?[:=]|im alter von|(?:var(?:o|ó)n|hombre|mujer|paciente|niñ[oa]|lactante|joven|adolescente|ancian[oa]|señora?|masculino|femenin[oa]|neonato|escolar|raza|primigesta|edad|homem|mulher|menin[oa]|donna|uomo|bambin[oa]|âgée?|homme|femme|enfant)(?: [a-z\x80-\xC3]{4,12}){0,2}(?:,|,? (?:d[ei]|con|com))|(?:ten(?:i|í)a|contaba con|actualmente tiene|a l'âge de|all'età di|(?:hasta|desde) los)) {0,2}",
        ),
        edges: Edges { before: Edge::Word, after: Edge::Word },
        checks: &[Check::must("human-age", check::human_age)],
        ..plain(
            "age-with-unit",
            Entity::Age,
            Score::LIKELY,
            r"(?i:[0-9]{1,3} {0,2}|(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|(?:vei|trei|cua|cin|ses|set|och|nov)[a-z]+ta(?: y [a-z]{3,6})?|veint[a-z\x80-\xC3]+) )(?i:años?|mes(?:es)?|d(?:i|í)as?|semanas?|anos?|anni|ans|mois|jours|jahren?|monaten?|jaar|år)(?i: y (?:medio|[0-9]{1,2} meses))?",
            Proof {
                finds: &[
                    "Varón de «45 años» que acude",
                    "Edad:«43 Años» Sexo: H.",
                    "lactante de «3 meses» con",
                    "mujer fumadora de «sesenta y tres años»",
                    "niño de «9 años y 8 meses»",
                    "im Alter von «45 Jahren»",
                    "âgée de «45 ans»",
                ],
                skips: &["cuadro de 9 meses", "desde hace 18 meses", "2 años de evolución", "vor 3 Jahren", "Edad: 364 años"],
                source: "MEDDOCAN guidelines, category EDAD_SUJETO_ASISTENCIA",
            },
        )
    },
    Recognizer {
        edges: Edges { before: Edge::Number, after: Edge::Word },
        checks: &[Check::must("human-age", check::human_age)],
        ..plain(
            "age-years-old",
            Entity::Age,
            Score::LIKELY,
            r"[0-9]{1,3}(?i:[- ]?jährige[mnrs]?| jahre alt| anos de idade| ans révolus|[- ]årige?[ns]?|[- ]jarige?| år gammel| år gammal| jaar oud| lat temu urodzon[ya])",
            Proof {
                finds: &["der «45-jährige» Mann", "hun er «24 år gammel»", "sie ist «31 Jahre alt»"],
                skips: &["vor 45 Jahren", "300-jährige Eiche", "24 år siden"],
                source: "Duden, Schreibung von Zahlen; HIPAA Privacy Rule, 45 CFR 164.514(b)(2)(i)(C)",
            },
        )
    },
];
