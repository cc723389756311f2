//! Floor 2, names: hard cases, the names file, what is probably missed.

use crate::golden;
use data_contribution::detect::{Detector, Disjoint, Entity, EvidenceKind, Finding, Hints, Names, People, Score};
use data_contribution::record::Person;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

const FILE: &[u8] = include_bytes!("../../www/names.bin");

static NAMES: LazyLock<Arc<Names>> = LazyLock::new(|| Arc::new(Names::parse(FILE).expect("our own file")));
static DETECTOR: LazyLock<Detector> = LazyLock::new(|| Detector::default().with_names(Some(Arc::clone(&NAMES))));

fn detect(text: &str, people: &People) -> Disjoint {
    DETECTOR.detect(text, Hints { people, known: &[] }, Score::new(50)).findings
}

fn found(text: &str) -> Disjoint {
    detect(text, &People::default())
}

/// `Mia Krüger role=assignee user=mkrueger mail=mia@example.org`
fn person(line: &str) -> Person {
    let mut person = Person::default();
    let mut name = Vec::new();
    for word in line.split_whitespace() {
        match word.split_once('=') {
            Some(("role", role)) => person.roles.push(role.to_owned()),
            Some(("user", user)) => person.username = Some(user.to_owned()),
            Some(("mail", mail)) => person.email = Some(mail.to_owned()),
            _ => name.push(word),
        }
    }
    person.name = Some(name.join(" "));
    person
}

/// A text and what is expected in it: the mark before the colon, and the bytes.
struct Case {
    text: String,
    marks: Vec<(String, std::ops::Range<usize>)>,
}

fn case(line: &str) -> Case {
    let line = line.replace('⏎', "\n");
    let mut case = Case { text: String::new(), marks: Vec::new() };
    let mut rest = line.as_str();
    while let Some((before, inside)) = rest.split_once('«') {
        case.text.push_str(before);
        let (marked, after) = inside.split_once('»').expect("a mark ends");
        let (mark, name) = marked.split_once(':').expect("a mark says what it is");
        let start = case.text.len();
        case.text.push_str(name);
        case.marks.push((mark.to_owned(), start..case.text.len()));
        rest = after;
    }
    case.text.push_str(rest);
    case
}

/// What is wrong with the findings in a case.
fn faults(case: &Case, found: &Disjoint) -> Vec<String> {
    let mut faults = Vec::new();
    let overlapping = |range: &std::ops::Range<usize>| -> Vec<&Finding> {
        found.iter().filter(|finding| finding.span.start() < range.end && range.start < finding.span.end()).collect()
    };
    let mut subjects: BTreeMap<&str, String> = BTreeMap::new();
    for (mark, range) in &case.marks {
        let findings = overlapping(range);
        let covered = |at: usize| findings.iter().any(|finding| finding.span.range().contains(&at));
        if case.text[range.clone()].char_indices().any(|(at, c)| c.is_alphanumeric() && !covered(range.start + at)) {
            faults.push(format!("left: {}", &case.text[range.clone()]));
            continue;
        }
        let number = mark.trim_start_matches(|c: char| !c.is_ascii_digit());
        let subject = findings.iter().find_map(|finding| subject(finding, &case.text));
        if let (false, Some(subject)) = (number.is_empty(), subject) {
            let known = subjects.entry(number).or_insert_with(|| subject.clone());
            if *known != subject {
                faults.push(format!("another person: {}", &case.text[range.clone()]));
            }
        }
    }
    let mut named: Vec<&String> = subjects.values().collect();
    named.sort();
    named.dedup();
    if named.len() < subjects.len() {
        faults.push("two people are taken for one".to_owned());
    }
    for finding in found.iter().filter(|finding| matches!(finding.entity, Entity::Person | Entity::Username)) {
        if !case.marks.iter().any(|(_, range)| finding.span.start() < range.end && range.start < finding.span.end()) {
            faults.push(format!("taken for a name: {}", &case.text[finding.span.range()]));
        }
    }
    faults
}

/// Whom a finding is about, as pseudonyms tell people apart.
fn subject(finding: &Finding, text: &str) -> Option<String> {
    let names = matches!(finding.entity, Entity::Person | Entity::Username);
    names.then(|| finding.person.map_or_else(|| text[finding.span.range()].to_lowercase(), |person| format!("#{person}")))
}

#[test]
fn hard_cases_are_found_but_for_those_that_we_admit() {
    let listed = include_str!("golden/names/hard.txt");
    let (mut people, mut cases, mut wrong, mut open) = (Vec::new(), 0, 0, false);
    let mut missed = String::new();
    for line in listed.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(section) = line.strip_prefix("section: ") {
            people.clear();
            writeln!(missed, "section: {section}").expect("a string");
            continue;
        }
        if let Some(named) = line.strip_prefix("people: ") {
            if !open {
                people.clear();
            }
            people.push(person(named));
            open = true;
            continue;
        }
        open = false;
        cases += 1;
        let case = case(line);
        let known = People::with_names(people.clone(), Some(&NAMES));
        let faults = faults(&case, &detect(&case.text, &known));
        if !faults.is_empty() {
            wrong += 1;
            writeln!(missed, "{line}\n    {}", faults.join("; ").replace('\n', "⏎")).expect("a string");
        }
    }
    assert!(cases >= 200, "{cases} cases");
    assert!(wrong * 20 <= cases, "{wrong} of {cases}:\n{missed}");
    golden::check("names/missed.txt", &missed);
}

#[test]
fn a_file_that_is_cut_off_or_another_is_refused() {
    assert!(Names::parse(b"").is_err() && Names::parse(b"DCN0").is_err());
    for length in [4, 100, 100_000, FILE.len() / 2, FILE.len() - 1] {
        assert!(Names::parse(&FILE[..length]).is_err(), "{length}");
    }
}

#[test]
fn without_the_file_people_are_still_found_by_fields_and_triggers() {
    let people = People::new(&[person("Mia Krüger role=assignee")]);
    let text = "Mia said so. Regards,\nLena Hofer";
    let found = Detector::default().detect(text, Hints { people: &people, known: &[] }, Score::new(50)).findings;
    let names: Vec<&str> = found.iter().map(|finding| &text[finding.span.range()]).collect();
    assert_eq!(names, ["Mia", "Lena Hofer"]);
}

#[test]
fn each_finding_says_how_it_was_found() {
    let text = "Talked to Jonathan Blackwood. Later Blackwood called from Rotterdam.";
    let found = found(text);
    let why = |name: &str| {
        let at = text.find(name).expect("in the text");
        let finding = found.iter().find(|finding| finding.span.range().contains(&at)).expect("found");
        finding.evidence.iter().map(|reason| reason.kind).collect::<Vec<_>>()
    };
    assert!(why("Jonathan").contains(&EvidenceKind::Tagger) && why("Jonathan").contains(&EvidenceKind::Lexicon));
    assert!(
        why("Blackwood called").contains(&EvidenceKind::Elsewhere) || why("Blackwood called").contains(&EvidenceKind::Tagger)
    );
    let ids: Vec<_> = found.iter().filter(|finding| finding.entity == Entity::Person).map(|finding| finding.person).collect();
    assert!(ids.len() == 2 && ids[0].is_some() && ids[0] == ids[1], "{ids:?}");
}

#[test]
fn what_is_probably_missed_is_never_nothing_and_unknown_outside_what_was_measured() {
    let english = "I spoke with the team about the outage of last week and we will look at it again on Monday with the customer.";
    let told = NAMES.expected_misses(english, &found(english));
    assert_eq!(told.language, "en");
    let people = told.classes.iter().find(|class| class.class.id() == "PERSON").expect("measured").misses.expect("known");
    assert!(people.expected > 0.0 && people.low <= people.high, "{people:?}");
    let finnish = NAMES.expected_misses("Järjestelmä kaatui eilen illalla, korjaamme vian huomenna.", &Disjoint::default());
    assert!(finnish.language == "und" && finnish.classes.is_empty());
    assert!(NAMES.expected_misses("", &Disjoint::default()).classes.is_empty());
}

#[test]
fn the_same_text_gives_the_same_findings_alone_and_again() {
    let text = "cc Priya Raghunathan and Thomas Müller, Lisbon office of Brightwater Ltd";
    assert_eq!(found(text), found(text));
    let again = Names::parse(FILE).expect("our own file");
    let other = Detector::default().with_names(Some(Arc::new(again)));
    let people = People::default();
    assert_eq!(other.detect(text, Hints { people: &people, known: &[] }, Score::new(50)).findings, found(text));
}

/// What the texts below are made of.
const LISTED: &[&str] =
    &["Mia", "Krüger", "mia", "MIA", "asked", "the", "Ada", "Bergen", "in", ".", ",", "\n", "12", "von", "Acme", "GmbH", "田中"];

/// Texts of names, ordinary words and signs.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![4 => prop::sample::select(LISTED).prop_map(str::to_owned), 1 => "[A-Z]?[a-zäéø]{1,7}"];
    prop::collection::vec(prop::collection::vec(word, 1..40).prop_map(|words| words.join(" ")), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_was_read_before_changes_no_finding(texts in texts()) {
        for text in &texts {
            let fresh = Names::parse(FILE).expect("our own file");
            let fresh = Detector::default().with_names(Some(Arc::new(fresh)));
            let alone = fresh.detect(text, Hints { people: &People::default(), known: &[] }, Score::new(50)).findings;
            prop_assert_eq!(found(text), alone);
        }
    }
}
