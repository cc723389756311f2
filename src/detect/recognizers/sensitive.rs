//! TABLE pack: what the law protects most (GDPR, article 9), where a text says it of a person; and what else describes one.
//!
//! A word alone says nothing: a page about diabetes is about nobody. Each row demands a verb that only people take.

use super::row::{Proof, plain};
use crate::detect::{Edge, Edges, Entity, Lead, Recognizer, Score};

const fn row(id: &'static str, lead: &'static str, pattern: &'static str, proof: Proof) -> Recognizer {
    Recognizer {
        lead: Lead::form(lead),
        edges: Edges::both(Edge::Word),
        ..plain(id, Entity::SpecialCategory, Score::LIKELY, pattern, proof)
    }
}

const GDPR: &str = "Regulation (EU) 2016/679, article 9(1)";

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        entity: Entity::JobTitle,
        score: Score::FAIR,
        ..row(
            "job-title",
            r"(?i:job title|occupation|beruf|puesto|profesi(?:o|\xC3\xB3)n|ocupaci(?:o|\xC3\xB3)n|profession|profiss(?:a|\xC3\xA3)o)[ ]?:[ \t]{1,4}",
            r"(?:[A-Za-z]|[\xC3-\xC5][\x80-\xBF])+(?:[ -](?:[A-Za-z]|[\xC3-\xC5][\x80-\xBF])+){0,3}",
            Proof {
                finds: &["Job title: «Dairy scientist», 3", "Beruf: «Kranführerin»\n"],
                skips: &["the profession", "occupation of space"],
                source: "observed in forms",
            },
        )
    },
    row(
        "sensitive-belief",
        r"(?:(?i:he|she|i|who|they|er|sie|il|elle)|[A-Z][a-z]{1,15})[ ](?:is|was|am|are|ist|war|est|es)[ ](?:an?[ ]|eine?[ ]|un[ae]?[ ])?(?:devout |practi[cs]ing |orthodox )?",
        r"(?:Muslim|Catholic|Jewish|Buddhist|Hindu|Sikh|Protestant|Mormon|atheist|katholisch|evangelisch|muslimisch|j\xC3\xBCdisch|Muslima|J\xC3\xBCdin|catholique|musulmane?|juif|juive|protestante?|cat\xC3\xB3lic[oa]|musulm\xC3\xA1na?|jud\xC3\xAD[oa]|ate[oa])",
        Proof {
            finds: &["she is a practicing «Catholic» and", "er ist «evangelisch»", "elle est «musulmane»"],
            skips: &["the Catholic church", "Hindu numerals", "is a Protestantism"],
            source: GDPR,
        },
    ),
    row(
        "sensitive-health",
        r"(?i:diagnosed with|suffers? from|suffering from|suffered from|treated for|tested positive for|recovering from|hospitali[sz]ed (?:for|with)|died of|leidet (?:an|unter)|litt (?:an|unter)|erkrankt an|diagnose:?|souffre d[e']|atteinte? d[e']|padece(?: de)?|sufre(?: de)?|diagnosticad[oa] (?:de|con))[ ]?(?:(?i:a|an|the|his|her|their|severe|chronic|acute|advanced|type [12]|einer|schweren?|chronischer|una?|la)[ ]){0,3}",
        r"(?:[a-z\xC3-\xC5\x80-\xBF]+ )?(?i:cancer|diabetes|depression|depressionen|epilepsy|epilepsie|epilepsia|hiv|aids|vih|sida|hepatitis(?: [abc])?|multiple sclerosis|multipler sklerose|schizophreni[ae]|bipolar disorder|asthma|asma|parkinson(?:'s)?(?: disease)?|alzheimer(?:'s)?(?: disease)?|dementia|demenz|demencia|leuk(?:a)?emia|leuk\xC3\xA4mie|leucemia|tuberculosis|tuberkulose|anorexia|bulimia|autism|adhd|adhs|ptsd|burn-?out|krebs|cancer|c\xC3\xA1ncer|covid(?:-19)?|d\xC3\xA9pression|depresi\xC3\xB3n|migraine|stroke|heart attack)",
        Proof {
            finds: &["was diagnosed with «breast cancer» in", "leidet an «Depressionen».", "padece «diabetes»"],
            skips: &["a page about diabetes", "suffers from memory leaks", "diagnosed with a debugger"],
            source: GDPR,
        },
    ),
    row(
        "sensitive-health-state",
        r"(?i:i|he|she|who|is|am|was|are|went|goes|being|currently|ist|war|seit|est|est\xC3\xA1|was put)[ ](?i:now |currently |still |auf |on |in |wieder |en )?",
        r"(?i:pregnant|HIV[ -]positive|disabled since|severely disabled|sick leave|maternity leave|parental leave|schwanger|schwerbehindert|krankgeschrieben|arbeitsunf\xC3\xA4hig|Elternzeit|Mutterschutz|en arr\xC3\xAAt maladie|embarazada|baja m\xC3\xA9dica|VIH positiv[oa])",
        Proof {
            finds: &["she is «pregnant»", "er ist «krankgeschrieben»", "Mia is on «sick leave» until"],
            skips: &["a sick leave policy", "Pregnant women", "the disabled button"],
            source: GDPR,
        },
    ),
    row(
        "sensitive-membership",
        r"(?i:is|was|am|as|a|an|as a|ist|war|als|est|es|joined|joined the|elected)[ ]",
        r"(?:(?i:trade union (?:member|representative)|union member|shop steward|works council member)|Gewerkschaftsmitglied|Betriebsratsmitglied|Betriebsrat|(?:[Mm]ember of the|Mitglied der) (?:Democratic Party|Republican Party|Labour Party|Conservative Party|Green Party|Communist Party|Socialist Party|SPD|CDU|CSU|FDP|AfD|Gr\xC3\xBCnen|Linken)|syndiqu\xC3\xA9e?|(?:membre|afiliad[oa]) (?:du|d'un|al|a un) s[iy]ndicat[o]?)",
        Proof {
            finds: &["he is «member of the Green Party»", "als «Gewerkschaftsmitglied»", "she was a «shop steward»"],
            skips: &["the trade union of states", "union member function in C", "Mitglied der Gruppe"],
            source: GDPR,
        },
    ),
    row(
        "sensitive-orientation",
        r"(?:(?i:he|she|who|they|er|sie|il|elle|\xC3\xA9l|ella)|[A-Z][a-z]{1,15})[ ](?:is|was|are|ist|war|est|es|came out as|identifies as)[ ](?:an?[ ]|openly[ ]|offen[ ])?",
        r"(?i:gay|lesbian|bisexual|homosexual|transgender|transsexual|non-binary|schwul|lesbisch|homosexuell|bisexuell|homosexuelle?|lesbienne|lesbiana)",
        Proof {
            finds: &["she came out as «bisexual»", "er ist «schwul»", "he is «gay» and"],
            skips: &["the gay bar", "a bisexual pattern"],
            source: GDPR,
        },
    ),
    row(
        "sensitive-origin",
        r"(?i:person|people|man|woman|he|she|is|was|are|employee|applicant|patient|colleague)[ ]of[ ]",
        r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?[ ](?:origin|descent|ethnicity|ancestry)",
        Proof {
            finds: &["a woman of «Turkish descent» said", "she is of «African American ethnicity»."],
            skips: &["a point of origin", "of the Cartesian origin", "is of Unknown type"],
            source: GDPR,
        },
    ),
];
