//! Floor 2: golden cases and laws.

use data_contribution::detect::{Detector, Disjoint, Hints, People, Score};
use data_contribution::record::{
    Person, Span,
    document::{Known, KnownKind},
};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const THRESHOLD: i32 = 50;

fn detect(text: &str, people: &People) -> Disjoint {
    Detector::default().detect(text, Hints { people, known: &[] }, Score::new(THRESHOLD)).findings
}

/// `Mia Krüger <mia@example.org> id=557058:… user=mkrueger role=assignee`
fn person(line: &str) -> Person {
    let mut person = Person::default();
    let mut name = Vec::new();
    for word in line.split_whitespace() {
        match word.split_once('=') {
            Some(("id", value)) => person.account_id = Some(value.to_owned()),
            Some(("user", value)) => person.username = Some(value.to_owned()),
            Some(("mail", value)) => person.email = Some(value.to_owned()),
            Some(("role", value)) => person.roles.push(value.to_owned()),
            _ => name.push(word),
        }
    }
    person.name = (!name.is_empty()).then(|| name.join(" "));
    person
}

/// The text with `«ENTITY:…»` around each finding, `#n` behind the entity for the n-th known person.
fn mark(text: &str, findings: &Disjoint) -> String {
    let mut out = String::new();
    let mut done = 0;
    for finding in findings {
        let range = finding.span.range();
        out.push_str(&text[done..range.start]);
        let person = finding.person.map(|person| format!("#{}", person + 1)).unwrap_or_default();
        write!(out, "«{}{person}:{}»", finding.entity, &text[range.clone()]).expect("a string");
        done = range.end;
    }
    out.push_str(&text[done..]);
    out
}

fn unmark(marked: &str) -> String {
    let mut out = String::new();
    let mut rest = marked;
    while let Some((before, inside)) = rest.split_once('«') {
        out.push_str(before);
        let (entity, tail) = inside.split_once(':').expect("a mark names its entity");
        assert!(entity.chars().all(|c| c.is_ascii_uppercase() || c == '_' || c == '#' || c.is_ascii_digit()), "{entity}");
        let (value, after) = tail.split_once('»').expect("a mark ends");
        out.push_str(value);
        rest = after;
    }
    out + rest
}

/// A file: lines `person: …`, an empty line, then cases, one per line, with `\n`, `\t`, `\u{…}` for what cannot be seen.
/// A line that begins with `#` explains the next.
fn check(path: &Path) {
    let source = std::fs::read_to_string(path).expect("a golden file");
    let (head, body) = source.split_once("\n\n").expect("people, an empty line, cases");
    let people: Vec<Person> = head.lines().filter_map(|line| line.strip_prefix("person: ")).map(person).collect();
    let people = People::new(&people);
    let actual: Vec<String> =
        body.lines().map(|line| if line.starts_with('#') { line.to_owned() } else { again(line, &people) }).collect();
    let actual = format!("{head}\n\n{}\n", actual.join("\n"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, actual).expect("a golden file");
    } else {
        assert_eq!(actual, source, "{}", path.display());
    }
}

fn again(line: &str, people: &People) -> String {
    let text = unescape(&unmark(line));
    escape(&mark(&text, &detect(&text, people)))
}

const ESCAPES: &[(&str, &str)] =
    &[("\n", "⏎"), ("\t", "⇥"), ("\u{200b}", "{ZWSP}"), ("\u{ad}", "{SHY}"), ("\u{202e}", "{RLO}"), ("\u{a0}", "{NBSP}")];

fn escape(text: &str) -> String {
    ESCAPES.iter().fold(text.to_owned(), |text, (raw, shown)| text.replace(raw, shown))
}

fn unescape(text: &str) -> String {
    ESCAPES.iter().fold(text.to_owned(), |text, (raw, shown)| text.replace(shown, raw))
}

#[test]
fn golden_cases_hold() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/suite/golden/detect");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    assert!(!files.is_empty());
    files.iter().for_each(|file| check(file));
}

/// Fragments that wake something, in any order and neighborhood.
fn fragment() -> impl Strategy<Value = String> {
    let known = [
        "mia@example.org",
        r"mia\@example.org",
        "+49 30 1234567",
        "4111 1111 1111 1111",
        "203.0.113.9",
        "Mia Krüger",
        "miakrueger",
        "M. Krüger",
        "WEB-1482",
        "password=tiger7moon",
        "@jhung ",
        "Hi Mia",
        "/home/mia/",
        "https://mia@x.org/",
        "2001:db8::1",
        "😀",
        "\u{200b}",
        "\\",
        "«",
        "é",
        "連絡先",
        "山田",
        "-----BEGIN PRIVATE ",
        "KEY-----\n",
        "::",
        "=",
        "\n",
        "eyJ",
        "00",
        ".",
        "Мии",
        "\u{301}",
    ];
    prop_oneof![prop::sample::select(known.to_vec()).prop_map(str::to_owned), any::<char>().prop_map(String::from), "[ -~]{0,6}"]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(fragment(), 0..24).prop_map(|parts| parts.concat())
}

fn invented() -> People {
    People::new(&[
        person("Mia Krüger user=mkrueger mail=mia@example.org"),
        person("山田 太郎"),
        person("Мия Крюгер"),
        person("Will Long"),
    ])
}

#[test]
fn values_are_found_however_they_are_written() {
    for text in [
        "write to «EMAIL_ADDRESS:mia at example dot org», please",
        "«EMAIL_ADDRESS:mia [at] example [dot] org» or «EMAIL_ADDRESS:nina(at)example.org»",
        "meet (at) noon, look at the dot on page 3; (a) look at example org",
        "blob «EMAIL_ADDRESS:bWlhQGV4YW1wbGUub3Jn» 😀",
        "> mail «EMAIL_ADDRESS:mia.krueger\n> @example.org» now",
        "card «CREDIT_CARD:4111 1111\n1111 1111» 👩‍👩‍👧 «CREDIT_CARD:４１１１ １１１１ １１１１ １１１１»",
        "IBAN «IBAN_CODE:DE89 3704 0044\n0532 0130 00»",
        "👍🏽 e\u{301} «EMAIL_ADDRESS:mia&#64;example&period;org» and «EMAIL_ADDRESS:mia=40example.org»",
        "«EMAIL_ADDRESS:mіа@exаmple.org» \u{200b}«EMAIL_ADDRESS:m\u{ad}ia@example.org»\u{200b}",
        "Write to «EMAIL_ADDRESS:mia@example.org».\nnext line",
    ] {
        let plain = unmark(text);
        assert_eq!(mark(&plain, &detect(&plain, &People::default())), text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_are_disjoint_and_on_character_boundaries(text in text()) {
        let found = detect(&text, &invented());
        let mut end = 0;
        for finding in &found {
            prop_assert!(end <= finding.span.start());
            prop_assert!(text.get(finding.span.range()).is_some());
            end = finding.span.end();
        }
    }

    #[test]
    fn what_stands_on_earlier_lines_changes_nothing(before in "[ ]?[b-d]{3,12}( [b-d]{3,12}){0,2}[ ]?", text in text()) {
        // No word of the line is one that counts as context, as `cc` does. The space keeps what begins the text from being joined
        // to the line before, as a closing and its name are; the full stop keeps a value from being all of the text on one side,
        // which counts for it, and not on the other.
        let behind = |line: &str| {
            let found = detect(&format!("{line}\n {text}"), &invented());
            let place = |at: usize| at as i64 - line.len() as i64;
            found.iter().map(|f| (f.entity, place(f.span.start()), place(f.span.end()))).collect::<Vec<_>>()
        };
        prop_assert_eq!(behind("."), behind(&before));
    }
}

#[test]
fn known_people_are_found_in_every_spelling() {
    let people = People::new(&[person("Mia Krüger role=assignee"), person("Søren O'Brien"), person("Will Long")]);
    for (text, found) in [
        ("ask Mia Krüger", "Mia Krüger"),
        ("Krüger, Mia", "Krüger, Mia"),
        ("mia krueger", "mia krueger"),
        ("MIA KRUGER", "MIA KRUGER"),
        ("with M. Krüger", "M. Krüger"),
        ("with Mia K. today", "Mia K."),
        ("Mia's patch", "Mia"),
        ("Krügers Vorschlag", "Krüger"),
        ("MiaKruegerTest", "MiaKrueger"),
        ("mia_krueger", "mia_krueger"),
        ("by mkrueger", "mkrueger"),
        ("soren", "soren"),
        ("SOEREN OBRIEN", "SOEREN"),
        ("ask Will about it", "Will"),
    ] {
        let findings = detect(text, &people);
        let first = findings.iter().next().unwrap_or_else(|| panic!("nothing in {text:?}"));
        assert_eq!(&text[first.span.range()], found, "{text}");
        assert!(first.person.is_some(), "{text}");
    }
    for text in ["Will this work?", "it will take long", "a LONG LIST", "as long as", "Long Running Task"] {
        assert!(detect(text, &people).is_empty(), "{text}");
    }
}

#[test]
fn what_the_document_marks_is_found_and_names_its_person() {
    let people = People::new(&[person("Mia Krüger id=557058:f58131cb-b67d-43c7-b30d-6b58d40bd077 role=mention")]);
    let text = "ask @Mia Krüger\n557058:f58131cb-b67d-43c7-b30d-6b58d40bd077";
    let known = |range, kind| Known { span: Span::new(text, range).expect("inside"), kind };
    let marks = [known(4..16, KnownKind::Mention), known(17..text.len(), KnownKind::AccountId)];
    let found = Detector::default().detect(text, Hints { people: &people, known: &marks }, Score::new(THRESHOLD)).findings;
    assert_eq!(mark(text, &found), format!("ask @«PERSON#1:Mia Krüger»\n«ATLASSIAN_ACCOUNT_ID#1:{}»", &text[17..]));
    assert!(found.iter().all(|finding| finding.score == Score::CERTAIN));
}

#[test]
fn a_first_name_of_two_people_names_neither() {
    let people = People::new(&[person("Mia Krüger"), person("Mia Santos")]);
    assert_eq!(
        mark("Mia, Mia S. and Mia Krüger", &detect("Mia, Mia S. and Mia Krüger", &people)),
        "«PERSON:Mia», «PERSON#2:Mia S.» and «PERSON#1:Mia Krüger»"
    );
}
