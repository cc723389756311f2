//! Floor 1: golden cases, laws, and bad input.

use data_contribution::record::document::{Edit, Format, Text};
use data_contribution::record::parse::{Error, Fault, InputFormat, Parsed, decode, parse};
use data_contribution::record::{Record, Span};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

/// Compares with a committed file; `UPDATE_GOLDEN=1` rewrites it.
pub(crate) fn check_golden(name: &str, found: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/suite/golden/record").join(name);
    if std::env::var("UPDATE_GOLDEN").is_ok_and(|value| value == "1") {
        std::fs::write(&path, found).expect("the golden file can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    for (number, (expected, found)) in expected.lines().zip(found.lines()).enumerate() {
        assert_eq!(expected, found, "{name}, line {}", number + 1);
    }
    assert_eq!(expected.lines().count(), found.lines().count(), "{name} has another number of lines");
}

/// What was recognized and how much of it there is, as a row of a table.
pub(crate) fn summary(parsed: &Parsed) -> String {
    let types: BTreeSet<_> = parsed.records.iter().map(|record| record.record_type.id()).collect();
    let count = |of: fn(&Record) -> usize| parsed.records.iter().map(of).sum::<usize>();
    let visible =
        |record: &Record| record.fields.iter().map(|field| visible(&read(&field.value, field.format)).chars().count()).sum();
    let total =
        |record: &Record| record.fields.iter().map(|field| read(&field.value, field.format).joined().chars().count()).sum();
    let warnings: BTreeSet<_> = parsed.warnings.iter().map(|warning| warning.code.as_str()).collect();
    format!(
        "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
        parsed.format,
        types.into_iter().collect::<Vec<_>>().join(" "),
        parsed.records.len(),
        count(|record| record.fields.len()),
        count(|record| record.people.len()),
        count(visible),
        count(total),
        warnings.into_iter().collect::<Vec<_>>().join(" "),
    )
}

fn read(value: &Json, format: Format) -> Text {
    Text::read(value, format)
}

fn visible(text: &Text) -> &str {
    &text.joined()[..text.visible()]
}

/// What must hold for every record.
pub(crate) fn assert_laws(name: &str, record: &Record) {
    let mut leaves = BTreeSet::new();
    collect_leaves(&record.value, String::new(), &mut leaves);
    for field in &record.fields {
        let path = field.path.as_str();
        assert_eq!(record.value.pointer(path), Some(&field.value), "{name}: {path} leads to its value");
        assert!(!field.label.trim().is_empty(), "{name}: {path} has a label");
        let below = format!("{path}/");
        let covered: Vec<_> = leaves.iter().filter(|leaf| *leaf == path || leaf.starts_with(&below)).cloned().collect();
        assert!(!covered.is_empty(), "{name}: {path} covers a leaf that no field before covers");
        covered.iter().for_each(|leaf| assert!(leaves.remove(leaf)));
        assert_text(name, &field.value, field.format);
    }
    assert!(leaves.is_empty(), "{name}: no field covers {leaves:?}");
}

fn assert_text(name: &str, value: &Json, format: Format) {
    let text = read(value, format);
    assert_eq!(text.rewrite(value, &[]), *value, "{name}: no edits, no change");
    for known in text.known() {
        assert!(text.joined().get(known.span.range()).is_some(), "{name}: known spans lie in the text");
        assert!(!text.places(known.span).is_empty(), "{name}: known spans have places");
    }
    assert!(text.joined().is_char_boundary(text.visible()));
    // Writing every node's own text back must change nothing that is read.
    let edits: Vec<_> = text.known().iter().map(|known| known.span).collect();
    assert!(edits.is_sorted(), "{name}: what is known is in order");
}

fn collect_leaves(value: &Json, pointer: String, leaves: &mut BTreeSet<String>) {
    match value {
        Json::Array(items) if !items.is_empty() => {
            items.iter().enumerate().for_each(|(index, item)| collect_leaves(item, format!("{pointer}/{index}"), leaves));
        }
        Json::Object(members) if !members.is_empty() => {
            for (key, member) in members {
                collect_leaves(member, format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), leaves);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) | Json::Object(_) => {
            leaves.insert(pointer);
        }
    }
}

/// The words outside of tags and entities, found without the reader's scanner.
pub(crate) fn markup_words(text: &str) -> Vec<String> {
    let mut outside = String::new();
    let mut depth = 0_usize;
    for character in text.replace("<![CDATA[", " ").replace("]]>", " ").chars() {
        match character {
            '<' => depth += 1,
            '>' => {
                depth = depth.saturating_sub(1);
                outside.push(' ');
            }
            _ if depth == 0 => outside.push(character),
            _ => {}
        }
    }
    let tokens = outside.split_whitespace().filter(|word| !word.contains('&'));
    tokens.filter(|word| word.chars().count() > 2).map(str::to_owned).collect()
}

/// Everything that a golden case states about an input.
fn describe(parsed: &Parsed) -> String {
    let mut out = format!("format {}\n", parsed.format);
    for warning in &parsed.warnings {
        let lines = warning.count.map(|count| format!(" {count} lines {:?}", warning.lines)).unwrap_or_default();
        let _ = writeln!(out, "warning {} {}{lines}", warning.code, warning.path.as_deref().unwrap_or("-"));
    }
    for record in &parsed.records {
        let container = record
            .container
            .as_ref()
            .map(|container| format!("{} ({})", container.key, container.name.as_deref().unwrap_or("-")));
        let _ = writeln!(out, "\nrecord {} {} in {}", record.record_type, record.id, container.as_deref().unwrap_or("-"));
        for person in &record.people {
            let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
            let parts = [&person.name, &person.email, &person.account_id, &person.username].map(part).join(" | ");
            let _ = writeln!(out, "person {parts} | {}", person.roles.join(" "));
        }
        for field in &record.fields {
            let custom =
                field.custom.as_ref().map(|custom| format!(" [{}]", custom.type_key.as_deref().unwrap_or("type unknown")));
            let _ = writeln!(out, "field {} \"{}\" {}{}", field.path, field.label, field.format.id(), custom.unwrap_or_default());
            let text = read(&field.value, field.format);
            let _ = writeln!(out, "  sees {:?}", visible(&text));
            if text.visible() < text.joined().len() {
                let _ = writeln!(out, "  and {:?}", &text.joined()[text.visible()..]);
            }
            for known in text.known() {
                let _ = writeln!(out, "  {:?} {:?}", known.kind, &text.joined()[known.span.range()]);
            }
        }
    }
    out
}

#[test]
fn golden_cases_are_read_as_written_down() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/suite/golden/record");
    let mut cases = 0;
    for entry in std::fs::read_dir(folder).expect("the golden folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".expected") || name.ends_with(".tsv") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a case");
        let parsed = decode(&bytes).and_then(|text| parse(&text, InputFormat::Auto));
        let found = match &parsed {
            Ok(parsed) => describe(parsed),
            Err(error) => format!("{}: {error}\n", error.code()),
        };
        check_golden(&format!("{name}.expected"), &found);
        parsed.iter().flat_map(|parsed| &parsed.records).for_each(|record| assert_laws(&name, record));
        cases += 1;
    }
    assert!(cases > 0);
}

fn error_of(input: &str, format: InputFormat) -> Option<Error> {
    parse(input, format).err()
}

#[test]
fn bad_input_has_a_named_error() {
    let auto = |input: &str| error_of(input, InputFormat::Auto);
    assert_eq!(auto(" \r\n\t\u{feff}"), None, "a mark in the middle is text");
    assert_eq!(auto("\u{feff} \r\n"), Some(Error::Empty));
    assert_eq!(auto("{\"fields\": {"), Some(Error::Malformed { line: 1, column: 12, fault: Fault::Truncated }));
    assert!(matches!(auto(&"[".repeat(100_000)), Some(Error::Malformed { fault: Fault::TooDeep, .. })));
    assert!(matches!(auto("{\"key\": \"\\udc00\"}"), Some(Error::Malformed { fault: Fault::Syntax, .. })));
    assert_eq!(auto("{\"a\": 1}"), Some(Error::NoRecord { pointer: String::new(), expected: "record" }));
    assert_eq!(auto("{\"issues\": [{\"a\": 1}]}"), Some(Error::NoRecord { pointer: "/issues/0".to_owned(), expected: "record" }));
    assert_eq!(
        error_of("{\"issues\": []}", InputFormat::Jira),
        Some(Error::NoRecord { pointer: "/issues".to_owned(), expected: "jira-issue" })
    );
    assert_eq!(error_of("hello", InputFormat::Jira), Some(Error::Malformed { line: 1, column: 1, fault: Fault::Syntax }));
    assert!(matches!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Error::NotText { offset: 0 })));
}

#[test]
fn odd_text_is_read_as_it_stands() {
    for input in ["a\0b", "a\r\nb", "\u{202e}abc\u{202c} e\u{301} 👩‍👩‍👧", "[INFO] {x}", "{code}x{code}", "<mia@example.com> wrote"]
    {
        let parsed = parse(input, InputFormat::Auto).expect("text");
        assert_eq!((parsed.format, parsed.records.len()), (InputFormat::Text, 1));
        assert_eq!(read(&parsed.records[0].value, parsed.records[0].fields[0].format).joined(), input);
    }
}

#[test]
fn faults_in_parts_are_warnings() {
    let input = json!({"issues": [
        {"key": "WEB-1", "fields": {"summary": "a", "comment": "lost", "worklog": {"total": 3, "worklogs": []}}}, 7, {"key": "WEB-2"}],
        "warningMessages": ["x"]});
    let parsed = parse(&input.to_string(), InputFormat::Auto).expect("one record");
    let warnings: Vec<_> =
        parsed.warnings.iter().map(|warning| (warning.code.as_str(), warning.path.as_deref().unwrap_or(""))).collect();
    let wanted = [
        ("not-a-record", "/issues/1"),
        ("not-a-record", "/issues/2"),
        ("outside-record", "/warningMessages"),
        ("unexpected-shape", "/issues/0/fields/comment"),
        ("incomplete-list", "/issues/0/fields/worklog"),
    ];
    assert_eq!(warnings, wanted);
    assert_eq!(parsed.records.len(), 1);
}

#[test]
fn large_and_hostile_strings_are_read_in_one_pass() {
    let million = 1_000_000;
    let inputs = [
        "a".repeat(10 * million),
        "<b>".repeat(100_000),
        "<b ".repeat(million),
        "<a \"".repeat(million),
        "&".repeat(million),
        "<!--".repeat(million),
        "<![CDATA[".repeat(100_000),
        "</script".repeat(100_000),
        "<script>".repeat(100_000),
        "[".repeat(million),
        "[a|".repeat(million),
        "*a ".repeat(million),
        "{code}".repeat(100_001),
        "{color:".repeat(100_000),
        "{{".repeat(million),
        "|".repeat(million),
        "\\".repeat(million),
        "<ri:user a=b".repeat(100_000),
        "[a](".repeat(million),
        "](".repeat(million),
        "`a``".repeat(million),
        "```\n".repeat(100_001),
        "|\n".repeat(million),
    ];
    // A million looks back at a million places take hours: this long, ten times what a busy machine needs, no linear scanner takes.
    let (done, ended) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        for input in inputs {
            let value = Json::String(input);
            for format in [Format::Plain, Format::Storage, Format::Wiki, Format::Markdown, Format::AdfString] {
                assert!(read(&value, format).joined().len() <= value.as_str().map_or(0, str::len) * 2);
            }
        }
        let _ = done.send(());
    });
    let waited = ended.recv_timeout(std::time::Duration::from_secs(600));
    assert_ne!(waited, Err(std::sync::mpsc::RecvTimeoutError::Timeout), "a scanner is not linear");
    assert!(reader.join().is_ok(), "a text is longer than what it was read from");
}

const FORMATS: [Format; 7] =
    [Format::Plain, Format::Json, Format::Adf, Format::AdfString, Format::Storage, Format::Wiki, Format::Markdown];

/// What means something to one of the readers, separated by tabs.
const MARKUP: &str = concat!(
    "<p>\t</p>\t<b>\t</b>\t<ac:link>\t</ac:link>\t<ri:user ri:account-id=\"5:a\"/>\t<![CDATA[\t]]>\t<!--\t-->\t<a href='x'>\t</a>\t</\t<",
    "\t>\t&amp;\t&\t;\t\"\t'\t<script>\t</script>\t<br/>\t<pre>\t<ac:parameter>\t=\t{code}\t{color:red}\t{color}\t{{\t}}\t[\t]\t|\t~\t^",
    "\t*\t_\t??\t\\\t\n\t{*}\t{panel:title=x|y}\t[~accountid:\tmia\tü\t😀\t \t  \t1\t-\t/",
    "\t**\t`\t```\n\t~~\t](\t](x)\t(\t)\t---\n\t<https://x.org>\t\n|",
);

/// Strings that are rich in the markup of all formats.
fn markup() -> impl Strategy<Value = String> {
    let known = prop::sample::select(MARKUP.split('\t').collect::<Vec<_>>()).prop_map(str::to_owned);
    let piece = prop_oneof![known, any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn tree() -> impl Strategy<Value = Json> {
    let word = prop::sample::select(vec![
        "type",
        "doc",
        "text",
        "content",
        "attrs",
        "marks",
        "mention",
        "paragraph",
        "id",
        "link",
        "href",
        "a/b~c",
        "localId",
        "x",
    ]);
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        markup().prop_map(Json::from),
        word.clone().prop_map(Json::from),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        let key = prop_oneof![word.clone().prop_map(str::to_owned), ".{0,6}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::from),
            prop::collection::vec((key, inner), 0..6).prop_map(|members| Json::Object(members.into_iter().collect())),
        ]
    })
}

/// Plants a word at every string and key of a tree in turn, and tells how many places there are.
fn plant(value: &Json, place: &mut usize, word: &str) -> Json {
    let mut here = |text: &str| {
        let is_here = *place == 0;
        *place = place.wrapping_sub(1);
        if is_here { format!("{text} {word}") } else { text.to_owned() }
    };
    match value {
        Json::String(text) => Json::String(here(text)),
        Json::Array(items) => items.iter().map(|item| plant(item, place, word)).collect(),
        Json::Object(members) => members.iter().map(|(key, member)| (key.clone(), plant(member, place, word))).collect(),
        Json::Null | Json::Bool(_) | Json::Number(_) => value.clone(),
    }
}

const CANARY: &str = "Zqxcanary";

fn find(text: &Text, word: &str) -> Option<Span> {
    let at = text.joined().find(word)?;
    Span::new(text.joined(), at..at + word.len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parsing_never_panics(input in markup(), format in prop::sample::select(InputFormat::ALL)) {
        if let Ok(parsed) = parse(&input, format) {
            parsed.records.iter().for_each(|record| assert_laws("generated", record));
        }
    }

    #[test]
    fn decoding_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = decode(&bytes);
    }

    #[test]
    fn parsing_never_panics_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200), format in prop::sample::select(InputFormat::ALL)) {
        let text = decode(&bytes).unwrap_or_else(|_| String::from_utf8_lossy(&bytes));
        if let Ok(parsed) = parse(&text, format) {
            parsed.records.iter().for_each(|record| assert_laws("generated", record));
        }
    }

    #[test]
    fn reading_never_panics_and_no_edits_change_nothing(value in tree(), text in markup()) {
        for format in FORMATS {
            assert_text("generated", &value, format);
            assert_text("generated", &Json::String(text.clone()), format);
        }
    }

    #[test]
    fn any_record_is_partitioned(fields in tree(), rendered in tree(), comment in tree()) {
        let issue = json!({"key": "WEB-1", "fields": {"a": fields, "comment": {"comments": [comment, rendered]}}, "renderedFields": rendered});
        let parsed = parse(&issue.to_string(), InputFormat::Jira).expect("an issue");
        parsed.records.iter().for_each(|record| assert_laws("generated", record));
    }

    #[test]
    fn nothing_goes_unread_in_a_string(before in markup(), after in markup()) {
        let value = Json::String(format!("{before}{CANARY}{after}"));
        for format in FORMATS {
            prop_assert!(read(&value, format).joined().contains(CANARY), "{format:?}");
        }
    }

    #[test]
    fn nothing_goes_unread_in_a_tree(value in tree(), place in 0_usize..20) {
        let mut left = place;
        let planted = plant(&value, &mut left, CANARY);
        if planted != value {
            for format in FORMATS {
                prop_assert!(read(&planted, format).joined().contains(CANARY), "{format:?}");
            }
        }
    }

    #[test]
    fn a_replacement_takes_the_place_of_what_it_replaces(before in markup(), after in markup(), replacement in "[A-Z]{1,8}_[0-9]") {
        let value = Json::String(format!("{before} {CANARY} {after}"));
        for format in FORMATS {
            let text = read(&value, format);
            let span = find(&text, CANARY).expect("is read");
            let rewritten = text.rewrite(&value, &[Edit { span, replacement: replacement.clone() }]);
            let again = read(&rewritten, format);
            prop_assert!(again.joined().contains(&replacement), "{format:?}: {rewritten}");
            prop_assert!(!rewritten.to_string().contains(CANARY), "{format:?}: {rewritten}");
        }
    }

    #[test]
    fn a_replacement_in_a_tree_leaves_the_rest(value in tree(), place in 0_usize..20) {
        let mut left = place;
        let planted = plant(&value, &mut left, CANARY);
        if planted != value {
            for format in FORMATS {
                let text = read(&planted, format);
                let span = find(&text, CANARY).expect("is read");
                let rewritten = text.rewrite(&planted, &[Edit { span, replacement: "P_1".to_owned() }]);
                let restored: Json = serde_json::from_str(&rewritten.to_string().replace("P_1", CANARY)).expect("JSON");
                if format != Format::AdfString {
                    prop_assert_eq!(&restored, &planted);
                }
            }
        }
    }

    #[test]
    fn any_edits_remove_what_they_cover(text in markup(), cuts in prop::collection::vec(0_usize..200, 0..8)) {
        let value = Json::String(text);
        for format in FORMATS {
            let text = read(&value, format);
            let mut cuts: Vec<_> = cuts.iter().map(|cut| cut % (text.joined().len() + 1)).filter(|cut| text.joined().is_char_boundary(*cut)).collect();
            cuts.sort_unstable();
            cuts.dedup();
            let spans = cuts.chunks_exact(2).filter_map(|pair| Span::new(text.joined(), pair[0]..pair[1]));
            let edits: Vec<_> = spans.map(|span| Edit { span, replacement: "P_1".to_owned() }).collect();
            let rewritten = text.rewrite(&value, &edits);
            let touched = edits.iter().filter(|edit| !text.places(edit.span).is_empty()).count();
            if let Some(rewritten) = rewritten.as_str() {
                prop_assert!(rewritten.matches("P_1").count() >= touched);
            }
        }
    }
}
