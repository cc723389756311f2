//! How fast records are searched, natively: records of about 2 kB cut from real issue texts, one long text, and texts made to
//! cost as much as they can.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use data_contribution::detect::{Detector, Hints, Names, People, Score};
use std::hint::black_box;
use std::sync::Arc;

const RECORD: usize = 2_000;
const LONG: usize = 1_000_000;
const THRESHOLD: i32 = 50;

/// The texts of a labelled set, joined. Without the archives there is nothing to measure.
fn corpus() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/target/data/labelled/jira_gold/dev.jsonl");
    let lines = std::fs::read_to_string(path).expect("the labelled texts are unpacked: run `make test` once");
    let text = |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned);
    lines.lines().filter_map(text).collect::<Vec<_>>().join("\n\n")
}

/// Pieces of about `size` bytes.
fn pieces(text: &str, size: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(size.min(rest.len())).max(1));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

/// A megabyte of what is most expensive to look at.
fn hostile() -> [(&'static str, String); 8] {
    let long = |unit: &str| unit.repeat(LONG / unit.len());
    let mut seed = 1u32;
    let mut random = |alphabet: &[u8]| {
        let next = |_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(alphabet[(seed >> 16) as usize % alphabet.len()])
        };
        (0..LONG).map(next).collect::<String>()
    };
    [
        ("digits", random(b"0123456789")),
        ("at-signs", long("@")),
        ("hex", random(b"0123456789abcdef")),
        ("base64", random(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")),
        ("brackets", long("[{(<")),
        ("colons", long("ab:cd:")),
        ("number-groups", long("01 23 ")),
        ("addresses", long("http://")),
    ]
}

/// `native.mjs` reads these names.
fn detect(c: &mut Criterion) {
    let names = Names::parse(include_bytes!("../www/names.bin")).expect("our own file");
    let rules = Detector::default();
    let everything = Detector::default().with_names(Some(Arc::new(names)));
    for (name, detector) in [("rules", rules), ("everything", everything)] {
        measure(c, name, &detector);
    }
}

fn measure(c: &mut Criterion, name: &str, detector: &Detector) {
    let people = People::default();
    let run = |text: &str| detector.detect(text, Hints { people: &people, known: &[] }, Score::new(THRESHOLD)).findings.len();
    let corpus = corpus();
    let records = pieces(&corpus, RECORD);
    let mut group = c.benchmark_group(name);
    group.throughput(Throughput::Bytes(corpus.len() as u64));
    group.bench_function("records", |b| b.iter(|| records.iter().map(|text| run(black_box(text))).sum::<usize>()));
    let long = corpus.repeat(LONG / corpus.len() + 1);
    group.throughput(Throughput::Bytes(long.len() as u64));
    group.sample_size(10);
    group.bench_function("one-text", |b| b.iter(|| run(black_box(&long))));
    for (name, text) in hostile() {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("hostile", name), &text, |b, text| b.iter(|| run(black_box(text))));
    }
    group.finish();
}

criterion_group!(benches, detect);
criterion_main!(benches);
