//! The command `deid`, driven as a user drives it: the real binary, real pipes.

use data_contribution::policy::{Product, samples};
use serde_json::{Value as Json, json};
use std::fs::File;
use std::io::Write;
use std::process::{Command, Output, Stdio};

const CANARY: &str = "zanzibar-canary-7431";

fn deid(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_deid"));
    let mut child =
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("deid starts");
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_owned();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn lines(output: &Output) -> Vec<Json> {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Ends with this code, says why, writes nothing and repeats nothing of the input.
#[track_caller]
fn ends(output: &Output, code: i32, says: &str) {
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{message}");
    assert!(message.contains(says), "{message}");
    assert!(output.stdout.is_empty(), "something was written all the same");
    assert!(!message.contains(CANARY), "{message}");
}

fn line(text: &str) -> String {
    json!({"id": 7, "text": text}).to_string()
}

#[test]
fn offsets_of_all_three_kinds_cut_out_the_same() {
    let text = "😀 é mail mia@example.org 😀 and leo@example.org";
    let spans = |kind: &str| lines(&deid(&["detect", "--offsets", kind], line(text)))[0]["spans"].clone();
    let cut = |spans: Json, cut: &dyn Fn(usize, usize) -> String| -> Vec<String> {
        let at = |span: &Json, end: &str| usize::try_from(span[end].as_u64().unwrap()).unwrap();
        spans.as_array().unwrap().iter().map(|span| cut(at(span, "start"), at(span, "end"))).collect()
    };
    let expected = ["mia@example.org", "leo@example.org"];
    let points = |start, end| text.chars().skip(start).take(end - start).collect::<String>();
    let units = |start, end| String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[start..end]).unwrap();
    let bytes = |start: usize, end: usize| text[start..end].to_owned();
    assert_eq!(cut(spans("code-point"), &points), expected);
    assert_eq!(cut(spans("utf-16"), &units), expected);
    assert_eq!(cut(spans("byte"), &bytes), expected);
    assert_eq!(lines(&deid(&["detect"], line(text)))[0]["spans"], spans("code-point"));
}

#[test]
fn detect_answers_line_by_line_and_keeps_ids() {
    let input = format!(
        "\u{feff}{}\r\n\n{}",
        line("mia@example.org"),
        json!({"id": "b", "text": "I met Tamsin.", "people": ["Tamsin Orr"]})
    );
    let found = lines(&deid(&["detect"], input));
    assert_eq!(found.iter().map(|line| &line["id"]).collect::<Vec<_>>(), [&json!(7), &json!("b")]);
    assert_eq!(found[0]["spans"][0]["entity"], "EMAIL_ADDRESS");
    assert_eq!(found[0]["spans"][0]["class"], "EMAIL");
    assert_eq!(found[1]["spans"][0]["entity"], "PERSON");
    assert!(found[1]["spans"][0].get("recognizer").is_some());
}

#[test]
fn detect_under_a_policy_tells_what_was_nearly_found_and_why() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let policy = folder.join("tuned-policy.json");
    std::fs::write(&policy, r#"{"entities": {"EMAIL_ADDRESS": {"threshold": 100}}, "deny": [{"text": "falcon"}]}"#).unwrap();
    let with = ["detect", "--policy", policy.to_str().unwrap(), "--candidates"];
    let found = &lines(&deid(&with, line("in falcon: mia@example.org")))[0];
    assert_eq!((found["spans"][0]["recognizer"].as_str(), found["spans"][0]["end"].as_u64()), (Some("deny-list"), Some(9)));
    assert_eq!(found["spans"].as_array().unwrap().len(), 1);
    assert_eq!(found["candidates"][0]["entity"], "EMAIL_ADDRESS");
    assert_eq!(found["candidates"][0]["evidence"].as_array().unwrap().last().unwrap()["kind"], "below");
    assert!(lines(&deid(&["detect"], line("x")))[0].get("candidates").is_none());
    std::fs::write(&policy, format!(r#"{{"allow": [{{"pattern": "{CANARY}("}}]}}"#)).unwrap();
    ends(&deid(&with, line("x")), 65, "/allow/0/pattern, from offset 20 on");
    ends(&deid(&["detect", "--candidates=yes"], line("x")), 2, "must have no value");
}

#[test]
fn detect_says_which_line_it_did_not_understand_and_never_what_it_said() {
    for (second, says) in [
        (format!("{{\"id\": 1, \"text\": {{\"{CANARY}\": 1}}}}"), "line 2, column"),
        (format!("{{\"id\": 1, \"text\": \"{CANARY}"), "ends in the middle"),
        (CANARY.to_owned(), "must be JSON"),
        (format!("{{\"id\": 1, \"text\": \"\", \"people\": \"{CANARY}\"}}"), "must be an object"),
    ] {
        let output = deid(&["detect"], format!("{}\n{second}\n", line("a")));
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(65));
        assert!(message.contains("line 2") && message.contains(says) && !message.contains(CANARY), "{message}");
        assert_eq!(output.stdout.iter().filter(|&&byte| byte == b'\n').count(), 1, "the first line is answered, and whole");
    }
}

#[test]
fn preview_is_one_line_of_json_and_the_same_each_time() {
    for sample in Product::ALL.iter().flat_map(|product| product.row().samples) {
        let run = || deid(&["preview", "--plan=free", "--now", "2026-11-23", "--seed", "s"], samples::text(sample).unwrap());
        let first = run();
        assert_eq!(lines(&first).len(), 1);
        let record = &lines(&first)[0]["records"][0];
        assert!(record["contributed"]["metadata"].is_array() && record["product"].is_string(), "{sample}");
        assert_eq!(first.stdout, run().stdout);
    }
}

#[test]
fn preview_follows_its_files() {
    let folder = std::env::temp_dir().join(format!("deid-test-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, content: &Json| {
        let path = folder.join(name);
        File::create(&path).unwrap().write_all(content.to_string().as_bytes()).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let organization = json!({"id": "1", "name": "N", "plans": [{"app": "jira", "plan": "enterprise"}]});
    let organization = file("organization.json", &organization);
    let off = json!({"version": 1, "metadata": "off", "inAppData": {"coverage": "off"}});
    let on = json!({"version": 1, "metadata": "on", "inAppData": {"coverage": "on"}});
    let issue = samples::text("jira-checkout").unwrap();
    let leaves = |settings: &Json, more: &[&str]| {
        let settings = file("settings.json", settings);
        let arguments = [&["preview", "--organization", &organization, "--settings", &settings], more].concat();
        let preview = lines(&deid(&arguments, issue)).remove(0);
        let fields = preview["records"][0]["fields"].as_array().unwrap().clone();
        fields.iter().filter(|field| field["decision"] == "contribute").count()
    };
    let now = ["--now", "2026-11-23T09:00:00Z"];
    assert_eq!(leaves(&off, &now), 0);
    assert!(leaves(&on, &now) > 5);
    assert_eq!(leaves(&on, &["--now", "2026-08-16"]), 0, "before it is in effect nothing leaves");
    let wrong = file("wrong.json", &json!({"version": 1, "metadata": CANARY, "inAppData": {"coverage": "on"}}));
    ends(&deid(&["preview", "--settings", &wrong], issue), 65, "settings: /metadata: ");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_is_no_record_is_refused_with_its_place() {
    ends(&deid(&["preview"], ""), 65, "empty");
    ends(&deid(&["preview"], b"\x89PNG\r\n\x1a\n\0\0"), 65, "not text");
    ends(&deid(&["preview"], format!("{{\n  \"key\": \"{CANARY}\",\n  \"fields\": {{")), 65, "line 3");
    ends(&deid(&["preview", "--format", "jira"], format!("{{\"{CANARY}\": []}}")), 65, "expected");
    ends(&deid(&["preview"], "[".repeat(100_000)), 65, "nested too deep");
}

#[test]
fn wrong_use_is_told_and_does_nothing() {
    let issue = samples::text("jira-checkout").unwrap();
    for arguments in [
        &[][..],
        &["anonymize"],
        &["preview", "record.json"],
        &["preview", "--plan", "gold"],
        &["preview", "--plan"],
        &["preview", "--format", "pdf"],
        &["preview", "--now", "soon"],
        &["preview", "--key", "c0ffee"],
        &["preview", "--key", "00", "--seed", "s"],
        &["preview", "--seed", "s", "--seed", "t"],
        &["preview", "--settings", "/absent/file"],
        &["preview", "--offsets", "byte"],
        &["detect", "--offsets", "grapheme"],
    ] {
        ends(&deid(arguments, issue), 2, "deid:");
    }
    assert_eq!(deid(&["--help"], "").status.code(), Some(0));
}

#[test]
fn the_catalog_is_printed_whole() {
    let output = deid(&["catalog"], "");
    assert_eq!(serde_json::from_slice::<Json>(&output.stdout).unwrap(), data_contribution::catalog::catalog());
}

/// A device that takes nothing.
#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_code_74() {
    for (arguments, input) in
        [(&["catalog"][..], String::new()), (&["detect"], line("a")), (&["preview", "--format", "text"], "Hello".into())]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_deid"));
        let mut child = command
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(File::options().write(true).open("/dev/full").unwrap())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        ends(&output, 74, "could not be written");
    }
}
