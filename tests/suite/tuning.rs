//! What a policy changes about finding: allow and deny lists, own recognizers, thresholds, switches, countries; and the reasons
//! that findings and candidates give.

use data_contribution::detect::{
    Detection, Detector, Disjoint, Evidence, EvidenceKind, Finding, Hints, Pattern, Patterns, People, Score,
    recognizers::{PACKS, Pack},
};
use data_contribution::engine::{DetectRequest, Engine, Offsets, PreviewRequest, TextDetection};
use data_contribution::policy::{Policy, digest};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::time::{Duration, Instant};

fn detector(policy: &Json) -> Detector {
    let policy = Policy::parse(&policy.to_string()).unwrap_or_else(|error| panic!("{error}"));
    Detector::default().tuned(&policy.tuning)
}

fn detect(policy: &Json, text: &str) -> Detection {
    let people = People::default();
    detector(policy).detect(text, Hints { people: &people, known: &[] }, Score::new(50))
}

fn cut<'a>(text: &'a str, found: &Disjoint) -> Vec<(&'static str, &'a str)> {
    found.iter().map(|finding| (finding.entity.id(), &text[finding.span.range()])).collect()
}

fn asked(policy: &Json, text: &str) -> TextDetection {
    let request =
        DetectRequest { text: text.to_owned(), policy: Some(policy.to_string()), candidates: true, ..DetectRequest::default() };
    Engine::default().detect(&request, Offsets::Byte).unwrap()
}

fn refused(policy: Json) -> (String, Option<usize>) {
    let error = Policy::parse(&policy.to_string()).expect_err("the policy is refused");
    assert!(!error.demand.contains("canary") && !error.place.contains("canary"), "{error}");
    (error.place, error.offset)
}

#[test]
fn an_allowed_text_is_not_found_and_its_neighbors_are() {
    let text = "mail Info@example.org, mia@example.org and info@example.org";
    let allow = |entry: Json| cut(text, &detect(&json!({"allow": [entry]}), text).findings).len();
    assert_eq!(allow(json!({"text": "info@example.org"})), 2);
    assert_eq!(allow(json!({"text": "info@example.org", "ignoreCase": true})), 1);
    assert_eq!(allow(json!({"text": "example.org"})), 3, "a part of a finding allows nothing");
    assert_eq!(allow(json!({"pattern": "[a-z]+@example\\.org"})), 1, "an expression allows what it finds, not more");
    assert_eq!(allow(json!({"pattern": "\\b[a-z]+@example\\.org"})), 1);
}

#[test]
fn a_text_of_a_list_is_known_as_it_is_written_and_as_it_reads() {
    for (listed, text) in [
        (r"\nA7", r"see \nA7 there"),
        ("x=\ny", "see x=\ny there"),
        ("mia@acme", r"see mia\@acme there"),
        ("A%40B", "see A%40B there"),
    ] {
        let found = detect(&json!({"deny": [{"text": listed}]}), text).findings;
        assert!(covered(&found, 4..text.len() - 6), "{listed:?}: {found:?}");
    }
    let allowed = "password=tiger7moonA=\n山田";
    let found = detect(&json!({"allow": [{"text": allowed}]}), &format!("see {allowed} there")).findings;
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_denied_text_is_found_in_any_case_and_named() {
    let policy = json!({"deny": [{"text": "Project Falcon", "label": "CODE_NAME"}, {"text": "acme", "entity": "ORGANIZATION"}]});
    let text = "PROJECT\nFALCON at Acme, see https://wiki.acme.example/falcon or bob@acme.example; acmes";
    let found = detect(&policy, text);
    let cuts = cut(text, &found.findings);
    assert!(cuts.contains(&("CUSTOM", "PROJECT\nFALCON")) && cuts.contains(&("ORGANIZATION", "Acme")), "{cuts:?}");
    assert!(cuts.contains(&("EMAIL_ADDRESS", "bob@acme.example")), "a direct identifier that holds it stays whole: {cuts:?}");
    let first = &found.findings.as_slice()[0];
    assert_eq!((first.id(), first.label(), first.score), ("deny-list", "CODE_NAME", Score::CERTAIN));
    let email = found.findings.iter().find(|finding| finding.entity.id() == "EMAIL_ADDRESS").unwrap();
    assert!(email.evidence.contains(&Evidence::scored(EvidenceKind::Overlap, "deny-list", Score::CERTAIN)));
}

#[test]
fn denied_texts_that_overlap_are_covered_together() {
    let text = "x new york city hall y";
    let policy = json!({"deny": [{"text": "new york city"}, {"text": "york city hall", "entity": "LOCATION"}, {"text": "city"}]});
    assert_eq!(cut(text, &detect(&policy, text).findings), [("CUSTOM", "new york city"), ("LOCATION", "hall")]);
}

#[test]
fn an_own_recognizer_finds_checks_and_weighs() {
    let row = json!({"id": "badge-number", "label": "BADGE", "pattern": "\\bB-?[0-9]{6,8}\\b", "score": 30, "context": ["badge"], "check": "luhn"});
    let policy = json!({"customRecognizers": [row]});
    let text = "badge B-79927398713, B-1234566; no\u{ad} badge B-1234567";
    let found = asked(&policy, text);
    let [finding] = &found.findings[..] else { panic!("{found:?}") };
    assert_eq!((finding.recognizer.as_str(), &text[finding.start..finding.end]), ("badge-number", "B-1234566"));
    let reasons: Vec<_> = finding.evidence.iter().map(|reason| (reason.kind, &*reason.detail)).collect();
    assert_eq!(
        reasons,
        [
            (EvidenceKind::Rule, "badge-number"),
            (EvidenceKind::Pattern, "30"),
            (EvidenceKind::Label, "BADGE"),
            (EvidenceKind::Check, "luhn"),
            (EvidenceKind::Context, "badge"),
        ]
    );
    assert_eq!(finding.evidence[4].score, Some(Score::new(60)));
    let alone = asked(&policy, "B-1234566");
    assert!(alone.findings.is_empty());
    assert_eq!(alone.candidates.unwrap()[0].evidence.last(), Some(&Evidence::new(EvidenceKind::Below, "50")));
}

#[test]
fn the_label_of_the_policy_stands_in_what_leaves() {
    let policy = json!({"deny": [{"text": "checkout", "label": "SECRET_PLAN"}], "customRecognizers": [
        {"id": "word", "label": "WORD", "pattern": "\\bthe\\b"}]});
    let request = PreviewRequest {
        sample: Some("jira-checkout".to_owned()),
        policy: Some(policy.to_string()),
        settings: Some(json!({"version": 1, "metadata": "on", "inAppData": {"coverage": "on", "exceptions": []}}).to_string()),
        ..PreviewRequest::default()
    };
    let preview = Engine::default().preview(&request).unwrap();
    let text = preview.records[0].contributed.in_app_data.to_string();
    assert!(text.contains("SECRET_PLAN") && text.contains("WORD") && !text.contains(" the "), "{text}");
}

#[test]
fn kinds_and_recognizers_have_switches_and_thresholds() {
    let text = "mail mia@example.org and 203.0.113.9";
    let found = |policy: Json| cut(text, &detect(&policy, text).findings);
    assert_eq!(found(json!({})).len(), 2);
    assert_eq!(found(json!({"entities": {"IP_ADDRESS": {"enabled": false}}})), [("EMAIL_ADDRESS", "mia@example.org")]);
    let strict = json!({"entities": {"IP_ADDRESS": {"threshold": 100}}});
    assert_eq!(found(strict.clone()), [("EMAIL_ADDRESS", "mia@example.org")]);
    let candidates = detect(&strict, text).candidates();
    assert_eq!(cut(text, &candidates), [("IP_ADDRESS", "203.0.113.9")]);
    assert_eq!(candidates.as_slice()[0].evidence.last(), Some(&Evidence::new(EvidenceKind::Below, "100")));
    let id = detect(&json!({}), text).findings.as_slice()[0].recognizer;
    assert_eq!(
        found(json!({"recognizers": {id: {"enabled": false}}})).iter().filter(|(kind, _)| *kind == "EMAIL_ADDRESS").count(),
        0
    );
}

#[test]
fn a_country_lifts_a_weak_check_digit_over_the_threshold() {
    let doubtful = |pack: &&Pack| pack.rows.iter().any(|row| row.score == Score::new(45));
    let Some(pack) = PACKS.iter().filter(|pack| !pack.countries.is_empty()).find(doubtful) else {
        panic!("no pack of a country has a weak check digit");
    };
    let mut lifted = 0;
    for row in pack.rows.iter().filter(|row| row.score == Score::new(45)) {
        for marked in row.finds {
            let Some((_, rest)) = marked.split_once('«') else { continue };
            let Some((value, _)) = rest.split_once('»') else { continue };
            let text = format!("aa {value} bb");
            let of_row = |policy: Json| detect(&policy, &text).findings.iter().find(|f| f.recognizer == row.id).cloned();
            let with: Option<Finding> = of_row(json!({"countries": [pack.countries[0]]}));
            let says = |finding: Finding| finding.evidence.iter().any(|reason| reason.kind == EvidenceKind::Locale);
            lifted += usize::from(of_row(json!({})).is_none() && with.is_some_and(says));
        }
    }
    assert!(lifted > 0, "{}", pack.id);
}

#[test]
fn a_fault_points_into_the_pattern_and_repeats_nothing() {
    let row = |pattern: &str| json!({"customRecognizers": [{"id": "a", "pattern": "ok"}, {"id": "b", "pattern": pattern}]});
    let place = || "/customRecognizers/1/pattern".to_owned();
    assert_eq!(refused(row("canary(")), (place(), Some(6)));
    assert_eq!(refused(row("canary)x")), (place(), Some(6)));
    assert_eq!(refused(row("😀[z-a]canary")), (place(), Some(5)));
    assert_eq!(refused(row("(canary)*")), (place(), Some(0)));
    assert_eq!(refused(row(&"canary".repeat(100))), (place(), Some(512)));
    assert_eq!(refused(json!({"allow": [{"pattern": "canary{2,1}"}]})), ("/allow/0/pattern".to_owned(), Some(10)));
}

#[test]
fn the_door_says_where_and_what_never_what_stood_there() {
    let custom = |member: &str, value: Json| {
        let mut row = json!({"id": "a", "pattern": "x"});
        row[member] = value;
        json!({"customRecognizers": [row]})
    };
    for (policy, place) in [
        (json!({"entities": {"canary": {}}}), "/entities"),
        (json!({"entities": {"UUID": {"enabled": "canary"}}}), "/entities/UUID/enabled"),
        (json!({"entities": {"UUID": {"threshold": 101}}}), "/entities/UUID/threshold"),
        (json!({"recognizers": {"canary": {"enabled": false}}}), "/recognizers"),
        (json!({"countries": ["DE", "canary"]}), "/countries/1"),
        (json!({"allow": [{}]}), "/allow/0"),
        (json!({"allow": [{"text": "canary", "pattern": "x"}]}), "/allow/0"),
        (json!({"allow": [{"pattern": "x", "ignoreCase": true}]}), "/allow/0"),
        (json!({"deny": [{"text": " - "}]}), "/deny/0/text"),
        (json!({"deny": [{"text": "canary".repeat(50)}]}), "/deny/0/text"),
        (json!({"deny": [{"text": "canary", "entity": "canary"}]}), "/deny/0/entity"),
        (json!({"deny": [{"text": "canary", "label": "canary"}]}), "/deny/0/label"),
        (json!({"deny": [{"text": "canary", "label": "PERSON"}]}), "/deny/0/label"),
        (json!({"deny": [{"text": "canary", "label": "A", "entity": "PERSON"}]}), "/deny/0/label"),
        (custom("id", json!("Canary")), "/customRecognizers/0/id"),
        (custom("id", json!("deny-list")), "/customRecognizers/0/id"),
        (custom("check", json!("canary")), "/customRecognizers/0/check"),
        (custom("context", json!(["two canary"])), "/customRecognizers/0/context/0"),
        (json!({"customRecognizers": [{"id": "a", "pattern": "x"}, {"id": "a", "pattern": "y"}]}), "/customRecognizers"),
        (json!({"customRecognizers": vec![json!({"id": "a", "pattern": "x"}); 65]}), "/customRecognizers"),
    ] {
        assert_eq!(refused(policy).0, place);
    }
}

#[test]
fn only_what_changed_is_compiled_again() {
    let engine = Engine::default();
    let mut policy = json!({
        "allow": [{"text": "info@example.org"}, {"pattern": "AB-[0-9]+"}],
        "deny": [{"text": "falcon"}],
        "countries": ["DE"],
        "customRecognizers": [{"id": "a", "pattern": "A[0-9]+"}, {"id": "b", "pattern": "B[0-9]+"}],
    });
    let compiled = |policy: &Json| {
        let before = engine.compiled();
        let request = DetectRequest { policy: Some(policy.to_string()), ..DetectRequest::default() };
        engine.detect(&request, Offsets::Byte).unwrap();
        engine.compiled() - before
    };
    assert_eq!(compiled(&policy), 6, "two lists, the countries, three patterns");
    assert_eq!(compiled(&policy), 0);
    policy["threshold"] = json!(70);
    policy["entities"] = json!({"UUID": {"enabled": false}});
    policy["customRecognizers"][0]["score"] = json!(40);
    assert_eq!(compiled(&policy), 0, "switches and scores need no compiling");
    policy["customRecognizers"][1]["pattern"] = json!("C[0-9]+");
    assert_eq!(compiled(&policy), 1, "one pattern");
    policy["deny"][0]["text"] = json!("eagle");
    assert_eq!(compiled(&policy), 1, "one list");
    policy["allow"].as_array_mut().unwrap().reverse();
    assert_eq!(compiled(&policy), 0, "order says nothing");
}

#[test]
fn long_lists_stay_fast() {
    let list: Vec<_> = (0..10_000).map(|number| json!({"text": format!("Person Number {number} of {}", number % 89)})).collect();
    let started = Instant::now();
    let detector = detector(&json!({"deny": list}));
    let text = "person number 77 of 77 met Person number 9999 or person number 12 of 13; ".repeat(2000);
    let people = People::default();
    let found = detector.detect(&text, Hints { people: &people, known: &[] }, Score::new(50)).findings;
    assert_eq!(found.iter().filter(|finding| finding.recognizer == "deny-list").count(), 2000);
    // A hundred times what it takes: only to notice when it is no longer linear.
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}

#[test]
fn the_digest_covers_the_tuning_and_not_its_order() {
    let of = |policy: Json| digest(&Policy::parse(&policy.to_string()).unwrap());
    let (a, b) = (json!({"text": "a"}), json!({"text": "b"}));
    assert_eq!(of(json!({"deny": [a, b], "entities": {"UUID": {}}})), of(json!({"deny": [b, a, a]})));
    assert_ne!(of(json!({"deny": [a]})), of(json!({"deny": [b]})));
    assert_ne!(of(json!({"deny": [a]})), of(json!({"allow": [a]})));
    assert_ne!(of(json!({"countries": ["DE"]})), of(json!({})));
    assert_eq!(of(json!({"recognizers": {"known-person": {"enabled": true}}})), of(json!({})));
}

#[test]
fn a_tuned_policy_comes_back_from_json_as_it_was() {
    let json = json!({
        "entities": {"UUID": {"enabled": false}, "PHONE_NUMBER": {"threshold": 70}},
        "recognizers": {"known-person": {"enabled": false}},
        "countries": ["DE", "CH"],
        "allow": [{"text": "x", "ignoreCase": true}, {"pattern": "y"}],
        "deny": [{"text": "x", "label": "A_B1"}, {"text": "y", "entity": "PERSON"}],
        "customRecognizers": [{"id": "a", "pattern": "b", "score": 40, "context": ["c"], "check": "luhn", "label": "X"}],
    });
    let policy = Policy::parse(&json.to_string()).unwrap();
    assert_eq!(Policy::parse(&serde_json::to_string(&policy).unwrap()).unwrap(), policy);
    let said = serde_json::to_value(&policy).unwrap();
    assert_eq!(said["entities"], json["entities"]);
    assert_eq!(said["countries"], json!(["CH", "DE"]));
}

/// Pieces of text that wake recognizers, and words of lists, so that they meet.
fn text() -> impl Strategy<Value = String> {
    let known = [
        "mia@example.org",
        "+49 30 1234567",
        "4111 1111 1111 1111",
        "203.0.113.9",
        "WEB-1482",
        "password=tiger7moon",
        "https://acme.org/x",
        "acme",
        "Falcon",
        "new",
        "york",
        "é",
        "İ",
        "ß",
        "山田",
        "\u{200b}",
        "\\",
        ".",
        "-",
        "@",
        " ",
        " ",
        "\n",
        "order 123456789",
    ];
    let part = prop_oneof![
        prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        "[ -~]{0,6}"
    ];
    prop::collection::vec(part, 0..16).prop_map(|parts| parts.concat())
}

/// A text that a list may hold: no white space at its ends, a letter or digit in it.
fn phrase() -> impl Strategy<Value = String> {
    text()
        .prop_map(|text| text.trim().chars().take(40).collect::<String>().trim().to_owned())
        .prop_filter("a policy takes it", |text| Policy::parse(&json!({"deny": [{"text": text}]}).to_string()).is_ok())
}

fn covered(found: &Disjoint, range: std::ops::Range<usize>) -> bool {
    let mut at = range.start;
    for finding in found.iter().filter(|finding| finding.span.end() > range.start) {
        if finding.span.start() > at || at >= range.end {
            break;
        }
        at = finding.span.end();
    }
    at >= range.end
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn an_allowed_text_is_never_found(before in text(), allowed in phrase(), after in text(), ignore in any::<bool>()) {
        let text = format!("{before} {allowed} {after}");
        let start = before.len() + 1;
        let found = detect(&json!({"allow": [{"text": allowed, "ignoreCase": ignore}]}), &text);
        let inside = |finding: &Finding| finding.span.start() >= start && finding.span.end() <= start + allowed.len();
        prop_assert!(!found.findings.iter().any(inside), "{:?} {:?}", text, found);
        prop_assert!(!found.candidates().iter().any(inside));
    }

    #[test]
    fn a_denied_text_is_always_found(before in text(), denied in phrase(), other in phrase(), after in text(), upper in any::<bool>()) {
        // Only where going up and down again is the same word in lower case.
        let again = denied.to_uppercase();
        let written = if upper && again.to_lowercase() == denied.to_lowercase() && denied.is_ascii() { again } else { denied.clone() };
        let text = format!("{before} {written} {after}");
        let policy = json!({"deny": [{"text": denied, "entity": "ORGANIZATION"}, {"text": other}], "allow": [{"text": denied}]});
        let found = detect(&policy, &text);
        // What is invisible at its ends belongs to nothing.
        let visible = |c: char| c.is_alphanumeric();
        let range = written.find(visible).unwrap()..written.rfind(visible).map(|at| at + written[at..].chars().next().unwrap().len_utf8()).unwrap();
        let shift = before.len() + 1;
        let letters = range.clone().filter(|&at| written[range.clone()].is_char_boundary(at - range.start)).filter(|&at| written[at..].starts_with(visible));
        for at in letters {
            prop_assert!(covered(&found.findings, shift + at..shift + at + 1), "{:?} at {}: {:?}", text, shift + at, found.findings);
        }
    }

    #[test]
    fn findings_and_candidates_are_disjoint_and_repeat_themselves(
        text in text(), denied in phrase(), allowed in phrase(), threshold in 0_u8..=100,
    ) {
        let policy = json!({
            "threshold": threshold, "countries": ["DE"], "deny": [{"text": denied}], "allow": [{"text": allowed}],
            "customRecognizers": [{"id": "digits", "pattern": "[0-9]+", "score": 40, "context": ["order"]}, {"id": "any", "pattern": "[^ ]+", "score": 10}],
        });
        let found = asked(&policy, &text);
        prop_assert_eq!(&found, &asked(&policy, &text));
        let candidates = found.candidates.unwrap();
        let mut all: Vec<_> = found.findings.iter().chain(&candidates).map(|finding| (finding.start, finding.end)).collect();
        all.sort_unstable();
        prop_assert!(all.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{:?}", all);
        prop_assert!(all.iter().all(|&(start, end)| start < end && text.get(start..end).is_some()));
        prop_assert!(candidates.iter().all(|candidate| candidate.score.value() < threshold));
    }

    #[test]
    fn the_order_of_lists_changes_nothing(text in text(), mut phrases in prop::collection::vec(phrase(), 1..6)) {
        let policy = |phrases: &[String], flip: bool| {
            let entities = ["PERSON", "ORGANIZATION", "CUSTOM"];
            let mut rows = vec![
                json!({"id": "one", "pattern": "[0-9]{3,}", "score": 60, "entity": "BANK_ACCOUNT"}),
                json!({"id": "two", "pattern": "[0-9]{3,}", "score": 60, "entity": "TAX_ID"}),
            ];
            if flip {
                rows.reverse();
            }
            let deny = |text: &String| json!({"text": text, "entity": entities[text.len() % 3]});
            let allow = |text: &String| json!({"text": text, "ignoreCase": text.len().is_multiple_of(2)});
            let (allowed, denied): (Vec<_>, Vec<_>) = phrases.iter().partition(|text| text.len() % 3 == 0);
            let deny: Vec<_> = denied.into_iter().map(deny).collect();
            let allow: Vec<_> = allowed.into_iter().map(allow).collect();
            json!({"deny": deny, "allow": allow, "customRecognizers": rows})
        };
        let first = policy(&phrases, false);
        phrases.reverse();
        let second = policy(&phrases, true);
        prop_assert_eq!(asked(&first, &text), asked(&second, &text));
    }

    #[test]
    fn no_pattern_and_no_text_panics(pattern in prop_oneof!["[ -~]{0,24}", any::<String>(), "[(a|b)*+?{}1,\\[\\]^$.é-]{0,20}"], text in text()) {
        match Pattern::try_new(&pattern) {
            Err(fault) => prop_assert!(fault.offset <= pattern.encode_utf16().count()),
            Ok(_) => {
                let policy = json!({"customRecognizers": [{"id": "any", "pattern": pattern}], "allow": [{"pattern": pattern}]});
                let found = detect(&json!({"customRecognizers": policy["customRecognizers"]}), &text).findings;
                prop_assert!(found.iter().all(|finding| text.get(finding.span.range()).is_some()));
                detect(&policy, &text);
            }
        }
    }
}

#[test]
fn patterns_are_shared_by_all_that_are_written_alike() {
    let store = Patterns::default();
    let policy = json!({"allow": [{"pattern": "a+"}], "customRecognizers": [{"id": "a", "pattern": "a+"}]});
    Policy::parse_with(&policy.to_string(), &store).unwrap();
    assert_eq!(store.compiled(), 1);
}
