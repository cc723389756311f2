//! TABLE pack: words that introduce a person's name.

use super::row::{Proof, plain};
use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

/// One capitalized word of a name, also `D'Souza` and `Jean-Luc`.
macro_rules! word {
    () => {
        "(?u:(?:[A-Z]['’])?[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][a-zß-öø-ÿĀ-žа-яё]+(?:[-'’][A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][a-zß-öø-ÿĀ-žа-яё]+)?)"
    };
}

/// One to three such words, an initial among them or at the end.
macro_rules! name {
    () => {
        concat!(word!(), "(?: (?:[A-Z]\\. )?", word!(), "){0,2}(?: [A-Z]\\.)?")
    };
}

/// A sign of katakana, and the one that lengthens.
macro_rules! kana {
    () => {
        "(?:\\xE3(?:\\x82[\\xA1-\\xBF]|\\x83[\\x80-\\xB4]|\\x83\\xBC))"
    };
}

const NAME: &[Check] = &[Check::must("person-name", check::person_name)];

const fn row(id: &'static str, lead: &'static str, context: &'static [&'static str], texts: Texts) -> Recognizer {
    Recognizer {
        id,
        entity: Entity::Person,
        score: Score::LIKELY,
        lead: Lead::trigger(lead),
        pattern: compiled(name!()),
        edges: Edges { before: Edge::Word, after: Edge::Handle },
        anchor: Anchor::Start,
        checks: NAME,
        reserved: None,
        context,
        unless: &[],
        finds: proving(texts.finds),
        skips: proving(texts.skips),
        source: "observed in public issue trackers",
    }
}

/// What proves a row of this pack; the rest is the same for all of them.
struct Texts {
    finds: &'static [&'static str],
    skips: &'static [&'static str],
}

pub(crate) const ROWS: &[Recognizer] = &[
    row(
        "name-after-closing",
        r"(?i:best regards|kind regards|regards|best wishes|best|cheers|sincerely|thanks|thank you|many thanks|viele gr(?:\xC3\xBC|ue)(?:\xC3\x9F|ss)e|mit freundlichen gr(?:\xC3\xBC|ue)(?:\xC3\x9F|ss)en|gr(?:\xC3\xBC|ue)(?:\xC3\x9F|ss)e|cordialement|saludos)[,.!]?[ \t]*(?:\r?\n[ \t]*){1,3}(?u:[-–—]{0,2}) ?",
        &["regards", "wishes", "best", "cheers", "sincerely", "thanks", "thank you", "gr", "cordialement", "saludos"],
        Texts {
            finds: &["Best regards,\n«Mia Krüger»", "Cheers\n- «Mia»", "Viele Grüße\n\n«Jürgen»\nTeam"],
            skips: &["Thanks,\nThe Team", "regards"],
        },
    ),
    row(
        "name-after-copy",
        r"(?:cc|CC|Cc|FYI|fyi|ping|Ping)[:,]? @?",
        &["cc", "fyi", "ping"],
        Texts { finds: &["cc «Mia Krüger»", "ping @«Mia», please"], skips: &["cc all", "ping the server", "CC mode"] },
    ),
    row(
        "name-after-greeting",
        r"(?:Hi|Hey|Hello|Dear|Hallo|Liebe|Lieber|Good morning|Good afternoon|Guten Tag|Moin|Bonjour|Hola|Ciao)(?: (?:Mr|Mrs|Ms|Dr|Herr|Frau)\.?)?,? @?",
        &[
            "good morning",
            "good afternoon",
            "guten tag",
            "hi",
            "hey",
            "hello",
            "dear",
            "hallo",
            "liebe",
            "moin",
            "bonjour",
            "hola",
            "ciao",
        ],
        Texts {
            finds: &["Hi «Mia», could you", "Dear Ms. «Krüger»,", "Hallo «Jürgen Groß»!"],
            skips: &["Hi all", "Hello World", "Hi Team,", "Hey there"],
        },
    ),
    row(
        "name-after-role",
        r"(?i:assignee|reporter|author|signed-off-by|co-authored-by|reviewed-by|contact|attn|signed|from|to|owner|creator|submitter|reviewer)(?: ?: ?)",
        &[
            "assignee",
            "reporter",
            "signed-off-by",
            "co-authored-by",
            "reviewed-by",
            "contact",
            "attn",
            "signed",
            "from",
            "owner",
            "creator",
            "submitter",
            "reviewer",
            "author",
            "to",
        ],
        Texts {
            finds: &["Reporter: «Mia Krüger»", "From: «Mia Krüger» <x>", "Signed-off-by: «Mia K.»"],
            skips: &["Author: unknown", "From: Server", "mentor: Mia"],
        },
    ),
    row(
        "name-after-thanks",
        r"(?:[Tt]hanks|[Tt]hank you|[Tt]hx|[Dd]anke|[Mm]erci|[Gg]racias)(?: (?:so|very) much| a lot| again)?,? @?",
        &["thanks", "thank you", "thx", "danke", "merci", "gracias"],
        Texts {
            finds: &["Thanks «Mia»!", "thanks a lot, «Mia Krüger».", "Danke «Jürgen»"],
            skips: &["Thanks for the fix", "Thanks All", "Thank you"],
        },
    ),
    row(
        "name-after-verb",
        r"(?i:assign(?:ed|ing)?(?: (?:this|it|back))? to|reported by|reviewed by|requested by|created by|written by|prepared by|found by|fixed by|raised by|suggested by|investigated by|approved by|committed by|posted by|contributed by|submitted by|thanks to|per|reassigning to|collaborated with|coordinate with|coordinated with|discussing with|discussed with|discussion with|spoke with|spoke to|talked to|talked with|talking with|talking to|chatted with|met with|meeting with|agree with|agreed with|paired with|working with|worked with|asked|ask|waiting for|waiting on|contact|contacted) @?",
        &[
            "assign",
            "reported by",
            "reviewed by",
            "requested by",
            "created by",
            "written by",
            "prepared by",
            "found by",
            "fixed by",
            "raised by",
            "suggested by",
            "investigated by",
            "approved by",
            "committed by",
            "posted by",
            "contributed by",
            "submitted by",
            "thanks to",
            "per",
            "reassigning to",
            "with",
            "spoke to",
            "talked to",
            "talking to",
            "waiting",
            "contact",
            "ask",
        ],
        Texts {
            finds: &["assigned to «Mia Krüger» yesterday", "as reported by «Mia».", "I spoke with «Jürgen»"],
            skips: &["assigned to the team", "reported by Jenkins", "asked Google"],
        },
    ),
    Recognizer {
        edges: Edges { before: Edge::Any, after: Edge::Any },
        ..plain(
            "name-in-katakana",
            Entity::Person,
            Score::FAIR,
            concat!(kana!(), "{2,}(?:\u{30fb}(?:", kana!(), "+|[A-Z])){1,4}"),
            Proof {
                finds: &["歌手の«マリア・シルバ»が", "«ジャン・ピエール・モロー»は", "«エマ・L・ノヴァク»です"],
                skips: &["コーヒー・", "ア・イ", "リンゴとバナナ"],
                source: "Notation of foreign names (Japan, Council on National Language, 1991)",
            },
        )
    },
    Recognizer {
        id: "user-mention",
        entity: Entity::Username,
        score: Score::LIKELY,
        lead: Lead::trigger("@"),
        pattern: compiled(r"[A-Za-z0-9_](?:[._-]?[A-Za-z0-9_]){1,38}"),
        edges: Edges { before: Edge::Handle, after: Edge::Handle },
        anchor: Anchor::Start,
        checks: &[Check::must("handle", check::handle), Check::must("handle-shape", check::handle_shape)],
        reserved: None,
        context: &["@"],
        unless: &[],
        finds: proving(&["@«jhung» could you please", "ask @«cindyli»,@«jobara»"]),
        skips: proving(&["@media print", "@font-face {", "x@jhung", "@types/node", "@param x", "pkg@1.0.7", "@before()"]),
        source: "GitHub and Jira mentions",
    },
    Recognizer {
        id: "user-mention-name",
        entity: Entity::Person,
        score: Score::LIKELY,
        lead: Lead::trigger("@"),
        pattern: compiled(concat!(word!(), "(?: ", word!(), ")?")),
        edges: Edges { before: Edge::Handle, after: Edge::Handle },
        anchor: Anchor::Start,
        checks: &[Check::must("handle", check::handle), Check::must("person-name", check::person_name)],
        reserved: None,
        context: &["@"],
        unless: &[],
        finds: proving(&["@«Mia Krüger» can you", "Exactly @«Basman» ...", "@«Mia Krüger» Can I"]),
        skips: proving(&["@Override public", "@Test", "@Before(x)", "@RequestMapping", "@Component({"]),
        source: "Jira mentions, as exports write them",
    },
];
