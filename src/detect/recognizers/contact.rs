//! TABLE pack: how to reach somebody.

use crate::detect::{Anchor, Check, Edge, Edges, Entity, Lead, Recognizer, Score, check, compiled, proving};

/// A letter of two bytes: Latin with accents, Greek, Cyrillic.
macro_rules! letter {
    () => {
        r"[\xC3-\xD3][\x80-\xBF]"
    };
}

/// A letter of three bytes in a domain name: kana and Han.
macro_rules! wide {
    () => {
        r"(?:\xE3[\x81-\x83]|[\xE4-\xE9][\x80-\xBF])[\x80-\xBF]"
    };
}

/// The `@` and a domain name or an address literal (RFC 5321, section 4.1.3).
macro_rules! domain {
    () => {
        concat!(
            "@(?:(?:(?:[A-Za-z0-9]|",
            letter!(),
            "|",
            wide!(),
            ")(?:-*(?:[A-Za-z0-9]|",
            letter!(),
            "|",
            wide!(),
            r"))*\.)+(?:[A-Za-z]{1,24}|xn--[A-Za-z0-9-]{2,24}|[\xC3-\xE9][\x80-\xBF](?:[A-Za-z0-9]|[\x80-\xE9]){1,24})",
            r"|\[(?:IPv6:[0-9A-Fa-f:.]{2,45}|[0-9]{1,3}(?:\.[0-9]{1,3}){3})\])",
        )
    };
}

/// Words around a telephone number, in the languages of Europe and beyond.
#[rustfmt::skip]
const CALLS: &[&str] = &[
    "answering", "call", "cell", "cellulare", "celular", "celulare", "dial", "fax", "gsm", "handy", "hotline", "komórka",
    "kontakttelefon", "landline", "mobiel", "mobil", "mobile", "mobiltelefon", "movil", "móvil", "office", "phone",
    "portable", "puh", "puhelin", "reach", "ring", "rufnummer", "sms", "tel", "telef", "telefax", "telefon", "telefone",
    "telefonnummer", "telefono", "telefoon", "telemóvel", "telephone", "telepon", "telepono", "telf", "teléfono", "tfno",
    "tlf", "tlfn", "téléphone", "whatsapp", "τηλ", "τηλέφωνο", "тел", "телефон",
];
/// Words that introduce one, the longer first.
#[rustfmt::skip]
const INTRODUCES: &[&str] = &[
    "τηλέφωνο", "телефон", "telefonnummer", "联系方式", "téléphone", "telemóvel", "cellphone", "cellulare", "rufnummer",
    "telephone", "teléfono", "연락처", "휴대폰", "cellular", "landline", "portable", "telefone", "telefono", "telefoon",
    "telepono", "whatsapp", "celular", "contact", "kontakt", "puhelin", "telefax", "telefon", "telepon", "mobiel",
    "mobile", "móvil", "τηλ", "тел", "传真", "傳真", "号码", "手机", "手機", "携帯", "电话", "電話", "전화", "handy", "mobil",
    "movil", "phone", "telef", "cell", "desk", "telf", "tfno", "tlfn", "fax", "gsm", "mob", "puh", "tel", "tlf",
];
const COUNTS: &[&str] = &[
    "build", "col", "id", "invoice", "issue", "nass", "nhc", "nºcol", "order", "pid", "port", "rev", "revision", "ticket", "v",
    "version",
];

/// The words of [`INTRODUCES`] with what ends them: a colon or a full stop, or for words of Han, kana and Hangul nothing.
macro_rules! introduction {
    () => {
        concat!(
            "(?:(?i:telefonnummer|cellphone|cellulare|rufnummer|telemóvel|telephone|téléphone|cellular|landline|portable|telefone|telefono|telefoon|telepono|teléfono|whatsapp|τηλέφωνο|celular|contact|kontakt|puhelin|telefax|telefon|telef|telf|telepon|телефон|mobiel|mobile|handy|mobil|movil|móvil|phone|cell|desk|tfno|tlfn|fax|gsm|mob|puh|tel|tlf|τηλ|тел)",
            r"(?:[ -]?(?i:no|nr|number|num|nummer|numer|n\xC2\xBA|n\xC2\xB0))?(?:[ ]?[.:#]){1,2}[ \t]{0,3}",
            "|(?:传真|傳真|号码|手机|手機|携帯|电话|联系方式|電話|연락처|전화|휴대폰)(?:号码|号|號|번호)?(?:是|为|は| |:){0,3})",
        )
    };
}

pub(crate) const ROWS: &[Recognizer] = &[
    Recognizer {
        id: "email",
        entity: Entity::EmailAddress,
        score: Score::STRONG,
        lead: Lead::None,
        pattern: compiled(concat!(
            "(?:[A-Za-z0-9_]|",
            letter!(),
            ")(?:[A-Za-z0-9_+'~-]|",
            letter!(),
            r")*(?:\.(?:[A-Za-z0-9_+'~-]|",
            letter!(),
            ")+)*",
            domain!(),
        )),
        edges: Edges { before: Edge::Mailbox, after: Edge::Word },
        anchor: Anchor::Bytes(b"@"),
        checks: &[Check::must("email-domain", check::email)],
        reserved: Some(check::reserved_domain),
        context: &[],
        unless: &[],
        finds: proving(&[
            "write to «mia.krueger@example.org».",
            r"to=<«mia\.krueger\@example.org»>",
            "mailto:«mia+jira@mail.example.co.uk»?subject=x",
            "連絡先«mia@example.org»まで",
        ]),
        skips: proving(&["npm i package@1.0.7", "icon@2x.png", "git@example.org:team/web.git", "@media", "mia@localhost"]),
        source: "RFC 5322, section 3.4.1; RFC 6531",
    },
    Recognizer {
        id: "email-quoted",
        entity: Entity::EmailAddress,
        score: Score::LIKELY,
        lead: Lead::None,
        pattern: compiled(concat!(r#""(?:[^"\\\x00-\x1F\x7F-\xFF]|\\[\x20-\x7E]){0,48}""#, domain!())),
        edges: Edges::both(Edge::Word),
        anchor: Anchor::Bytes(b"@"),
        checks: &[Check::must("email-domain", check::quoted_email)],
        reserved: Some(check::reserved_domain),
        context: &[],
        unless: &[],
        finds: proving(&[
            r#"to «"mia krueger"@example.org»"#,
            r#"from «"mia..k"@mail.example.org», she wrote"#,
            r#"«"m@k"@[192.0.2.1]»"#,
        ]),
        skips: proving(&[r#""mia"@localhost"#, r#"a="x" b="@example.org""#]),
        source: "RFC 5321, section 4.1.2 (Quoted-string)",
    },
    Recognizer {
        id: "phone-grouped",
        entity: Entity::PhoneNumber,
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled(
            r"(?:[08][ -]?)?(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[ .-])[0-9]{3}(?:-[0-9]{2}-[0-9]{2}| [0-9]{2} [0-9]{2}|\.[0-9]{2}\.[0-9]{2})",
        ),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("phone-digits", check::likely_phone)],
        reserved: None,
        context: CALLS,
        unless: COUNTS,
        finds: proving(&["«8 (495) 123-45-67»", "«0-532-123-45-67»", "«532.123.45.67»"]),
        skips: proving(&["1.532.123.45.67", "532.123.45.678", "rev 532 123 45 67"]),
        source: "Numbering plans of the Russian Federation and Turkey as filed with ITU (groups of 3, 3, 2 and 2)",
    },
    Recognizer {
        id: "phone-in-context",
        entity: Entity::PhoneNumber,
        score: Score::WEAK,
        lead: Lead::None,
        pattern: compiled(r"\(?[0-9](?:(?:[ ./-]|[()] ?| \(|-\()?[0-9]){5,13}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("phone-digits", check::likely_phone)],
        reserved: Some(check::fictional_phone),
        context: CALLS,
        unless: COUNTS,
        finds: proving(&["my mobile is «4155550132»", "Telefon «3012345670»", "fax us at «222 123 456»"]),
        skips: proving(&["created 1481035020212", "call 1111111111", "order 4155550132 by phone", "call on 2024-01-02 08"]),
        source: "ITU-T E.164, section 6",
    },
    Recognizer {
        id: "phone-international",
        entity: Entity::PhoneNumber,
        score: Score::LIKELY,
        lead: Lead::None,
        pattern: compiled(
            r"(?:(?:\+|00) ?[1-9]|\((?:\+|00)[1-9][0-9]{0,2}\))(?:[ ()./-]{0,3}[0-9]){6,16}(?: ?(?:x|ext\.?) ?[0-9]{1,5})?",
        ),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("country-code", check::phone)],
        reserved: Some(check::fictional_phone),
        context: CALLS,
        unless: COUNTS,
        finds: proving(&[
            "reach me at «+49 (0)30 / 1234-567» please",
            "«+1 415-555-0132»",
            "Tel.: «0049 30 1234567»",
            "«+81 3-1234-5678»",
            "the night desk («+1 202 555 0186»)",
            "«(+49) 30 1234567»",
        ]),
        skips: proving(&["+999 1234567", "offset +00 1234", "0000123456789", "UTC+01:00 2024-01-01"]),
        source: "ITU-T E.164, annex A, and the list of assigned country codes",
    },
    Recognizer {
        id: "phone-introduced",
        entity: Entity::PhoneNumber,
        score: Score::LIKELY,
        lead: Lead::trigger(introduction!()),
        pattern: compiled(r"(?:\+|\()?[0-9](?:[ ()./-]{0,3}[0-9]){4,14}(?: ?(?:x|ext\.?) ?[0-9]{1,5})?"),
        edges: Edges { before: Edge::Word, after: Edge::Number },
        anchor: Anchor::Start,
        checks: &[Check::must("phone-digits", check::introduced_phone)],
        reserved: Some(check::fictional_phone),
        context: INTRODUCES,
        unless: &[],
        finds: proving(&[
            "Tel: «40 123»",
            "Tfno. «34-600123456»",
            "手机号«13800001234»,",
            "Fax no.: «10 6609»",
            "電話：«03-1234-5678»",
        ]),
        skips: proving(&["Mobile: 10.3.1", "Tel: 11111", "Handy: 2024-01-02", "hotel: 12345"]),
        source: "ITU-T E.123, section 2, and the words of each language",
    },
    Recognizer {
        id: "phone-joined",
        entity: Entity::PhoneNumber,
        // Of ten numbers so long one has the check digit of some country's identity number.
        score: Score::FAIR.ahead(),
        lead: Lead::None,
        pattern: compiled(r"0[1-9][0-9]{9}|01[5-7][0-9]{9}|0[4-7][0-9]{8}|1[3-9][0-9]{9}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("phone-digits", check::likely_phone)],
        reserved: Some(check::fictional_phone),
        context: CALLS,
        unless: COUNTS,
        finds: proving(&["«09171234568» or «07700900123»", "«0612345679»", "text «015112345679»", "小明:«13800001234»"]),
        skips: proving(&["order 09171234568", "009171234568", "14811234567890", "id=09171234568"]),
        source: "National numbering plans as filed with ITU: CN, DE, FR, GB, JP, KR, PH, TR and AU, written without blanks",
    },
    Recognizer {
        id: "phone-national",
        entity: Entity::PhoneNumber,
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled(r"(?:\(0[1-9][0-9]{0,4}\) ?|0[1-9][0-9]{0,4}(?: ?[/-] ?| ))[0-9]{2,8}(?:[ -][0-9]{2,8}){0,4}"),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("national-number", check::national_phone)],
        reserved: Some(check::fictional_phone),
        context: CALLS,
        unless: COUNTS,
        finds: proving(&["call «030/1234 5678»", "«01 23 45 67 89»", "Büro «(030) 123 45 67», mobil", "«03-1234-5678»"]),
        skips: proving(&["01-12-2010", "01/12/2010 10:30", "03 04 05", "09-08-2011 11:05:22"]),
        source: "ITU-T E.123, section 2 (national notation)",
    },
    Recognizer {
        id: "phone-north-american",
        entity: Entity::PhoneNumber,
        score: Score::LIKELY,
        lead: Lead::None,
        pattern: compiled(
            r"(?:1[ .-])?(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[ ./-])[2-9][0-9]{2}[ .-][0-9]{4}(?: ?(?:x|ext\.?) ?[0-9]{1,5})?",
        ),
        edges: Edges::both(Edge::Number),
        anchor: Anchor::Start,
        checks: &[Check::must("area-code", check::north_american_phone)],
        reserved: Some(check::fictional_phone),
        context: CALLS,
        unless: COUNTS,
        finds: proving(&["call «(415) 555-0132» now", "«415.555.0132 x 12»", "«1-415-555-0132»"]),
        skips: proving(&["115-555-0132", "415-155-0132", "2.415.555.0132", "build 415-555-0132"]),
        source: "ATIS-0300051, NANP number format",
    },
    Recognizer {
        id: "phone-vanity",
        entity: Entity::PhoneNumber,
        score: Score::FAIR,
        lead: Lead::None,
        pattern: compiled(
            r"(?:1[ .-])?(?:\(8(?:00|33|44|55|66|77|88)\) ?|8(?:00|33|44|55|66|77|88)[ .-])[A-Z0-9][A-Z0-9-]{5,9}[A-Z]",
        ),
        edges: Edges::both(Edge::Token),
        anchor: Anchor::Start,
        checks: &[Check::must("phone-letters", check::vanity_phone)],
        reserved: None,
        context: CALLS,
        unless: COUNTS,
        finds: proving(&["call «1-800-FLOWERS» now", "«(888) GO-FERRY»"]),
        skips: proving(&["800-XL", "part 800-AB12-C", "1-800-flowers"]),
        source: "ITU-T E.161 (letters on the keypad); NANP toll-free codes",
    },
];
