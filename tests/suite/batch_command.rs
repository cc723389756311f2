//! `deid batch` and `deid merge`, as a shell runs them.

use data_contribution::batch::sample;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn deid(arguments: &[&str], input: &str) -> Output {
    deid_of(arguments, input.as_bytes())
}

fn deid_of(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_deid"));
    let mut child = command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // A command that refuses its options never reads its input.
    let _ = child.stdin.take().expect("it has an input").write_all(input);
    child.wait_with_output().expect("the command ends")
}

const CASE: &[&str] = &["batch", "--plan=standard", "--now=2026-11-23", "--seed=test"];

fn with(more: &[&'static str]) -> Vec<&'static str> {
    CASE.iter().chain(more).copied().collect()
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

#[test]
fn parts_merge_to_the_bytes_of_one_run_noise_included() {
    let folder = folder("merge");
    let text = sample::organizations("command", 3, 90);
    let lines: Vec<_> = text.lines().collect();
    let mut files = Vec::new();
    for (number, part) in lines.chunks(37).enumerate() {
        let out = deid(&with(&["--partial"]), &part.join("\n"));
        assert!(out.status.success());
        let path = folder.join(format!("{number}.state"));
        fs::write(&path, out.stdout).expect("the state can be written");
        files.insert(0, path.display().to_string());
    }
    let options = ["--k=5", "--epsilon=2", "--delta=0.001", "--noise-seed=secret"];
    let mut merge: Vec<_> = ["merge"].into_iter().chain(options).collect();
    merge.extend(files.iter().map(String::as_str));
    let merged = deid(&merge, "");
    let whole = deid(&with(&options), &text);
    assert!(merged.status.success() && !merged.stdout.is_empty());
    assert!(merged.stdout == whole.stdout);
    let json: serde_json::Value = serde_json::from_slice(&whole.stdout).expect("it is JSON");
    assert_eq!((json["source"]["records"].as_u64(), json["noise"]["drawn"].as_bool()), (Some(90), Some(true)));
    // Without a seed the noise is new each time.
    let drawn = || deid(&with(&["--epsilon=4", "--delta=0.9"]), &text).stdout;
    assert!(drawn() != drawn());
}

#[test]
fn packed_records_are_those_that_were_packed_as_far_as_they_go() {
    let text = sample::organizations("packed", 2, 60);
    let pack = |text: &str| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all(text.as_bytes()).and_then(|()| packer.finish()).expect("it is packed")
    };
    let plain = deid(CASE, &text).stdout;
    assert!(!plain.is_empty() && deid_of(CASE, &pack(&text)).stdout == plain);
    // Several packed files in a row are one, too.
    let (one, other) = text.split_at(text.match_indices('\n').nth(20).expect("there are lines").0 + 1);
    assert!(deid_of(CASE, &[pack(one), pack(other)].concat()).stdout == plain);
    let whole = pack(&text);
    let cut = deid_of(CASE, &whole[..whole.len() / 2]);
    let json: serde_json::Value = serde_json::from_slice(&cut.stdout).expect("it is JSON");
    assert_eq!((cut.status.success(), &json["source"]["endsEarly"]), (true, &serde_json::json!(true)));
    assert!((1..60).contains(&json["source"]["records"].as_u64().expect("a count")));
    assert!(String::from_utf8_lossy(&cut.stderr).contains("ends in the middle of a record"));
}

#[test]
fn wrong_use_and_odd_input_have_their_codes_and_quote_nothing() {
    for wrong in
        ["--epsilon=0", "--epsilon=-1", "--epsilon=NaN", "--k=1", "--k=x", "--unit=cat", "--delta=1", "--t=2", "state-file"]
    {
        let out = deid(&with(&[wrong]), "");
        assert_eq!(out.status.code(), Some(2), "{wrong}");
    }
    assert_eq!(deid(&["merge"], "").status.code(), Some(2));
    assert_eq!(deid(&["merge", "/no/such/file"], "").status.code(), Some(65));
    for odd in ["", "canary words\nand others\n", "{\"canary\": 1}\n{\"canary\": 2}\n"] {
        let out = deid(CASE, odd);
        assert_eq!(out.status.code(), Some(65), "{odd}");
        assert!(out.stdout.is_empty() && !String::from_utf8_lossy(&out.stderr).contains("canary"));
    }
    let text = sample::organizations("odd", 1, 2);
    let out = deid(CASE, &format!("{text}canary\n{}", &text[..50]));
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(
        out.status.success() && said.contains("2 lines or records could not be read: 3, 4") && !said.contains("canary"),
        "{said}"
    );
    assert!(said.contains("ends in the middle of a record"), "{said}");
}

#[test]
fn sketches_of_states_merge_and_say_what_is_common() {
    let folder = folder("sketch");
    let file = |name: &str, text: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, text).expect("the file can be written");
        path.display().to_string()
    };
    let state = |seed: &str| deid(&with(&["--partial"]), &sample::organizations(seed, 1, 4)).stdout;
    let [one, two, three] = ["a", "b", "c"].map(|seed| file(seed, &state(seed)));
    let first = deid(&["sketch", &one, &two], "").stdout;
    let first = file("first", &first);
    let all = deid(&["sketch", &three, &first], "").stdout;
    assert!(!all.is_empty() && all == deid(&["sketch", &two, &one, &three, &one], "").stdout);
    let reference = file("all", &all);
    let text = sample::organizations("d", 1, 30);
    let out = deid(&with(&["--k=2"]).into_iter().chain(["--reference", &reference]).collect::<Vec<_>>(), &text);
    let json: serde_json::Value = serde_json::from_slice(&out.stdout).expect("it is JSON");
    let digest = serde_json::from_slice::<serde_json::Value>(&all).expect("it is JSON")["digest"].clone();
    assert_eq!((&json["reference"]["digest"], &json["reference"]["contributors"]), (&digest, &serde_json::json!(3)));
    // What few used can be taken out; then nothing can be added any more.
    let published = file("published", &deid(&["sketch", "--k=3", &reference], "").stdout);
    let refused = deid(&["sketch", &published, &one], "");
    assert_eq!((refused.status.code(), refused.stdout.is_empty()), (Some(65), true));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("file 2: must have as many columns"));
    let changed = file("changed", String::from_utf8_lossy(&all).replace("\"least\":1", "\"least\":2").as_bytes());
    let refused = deid(&with(&[]).into_iter().chain(["--reference", &changed]).collect::<Vec<_>>(), &text);
    assert_eq!(refused.status.code(), Some(65));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--reference must be unchanged"));
    assert_eq!(deid(&["sketch"], "").status.code(), Some(2));
}
