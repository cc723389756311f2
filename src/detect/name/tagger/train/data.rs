//! Labelled texts.

use super::super::Names;
use super::super::model::LABELS;
use super::super::token::{Case, Token};
use crate::detect::{Detector, Hints, People};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Parts for cross-validation. A text's part is the first byte of its SHA-256, modulo this.
pub const FOLDS: u8 = 5;

/// The labelled sets that are learned from, and what one of their texts counts. Only sets whose license asks for no share-alike.
const SETS: &[(&str, f32)] = &[
    ("btc", 1.0),
    ("dab_da", 2.0),
    ("echr_es", 1.0),
    ("echr_fr", 1.0),
    ("germeval14_de", 1.0),
    ("github_issues_ner", 2.0),
    ("jira_gold", 3.0),
    ("jira_silver", 1.5),
    ("lener_br_pt", 1.0),
    ("meddocan_es", 0.7),
    ("nannigalaxy_pii", 2.0),
    ("presidio_synth_v2", 1.0),
    ("stella_legal", 2.0),
    ("tab144", 1.0),
    ("wikigold", 1.0),
    ("wnut17", 1.0),
];

/// Texts of our own making, which are in no fold: they are learned from whatever is left out.
const INVENTED: &str = "invented";

/// Kinds of names in the order of the tagger's labels, as the sets call them.
const KINDS: [&str; 5] = ["PERSON", "LOCATION", "ORG", "ADDRESS", "USERNAME"];

/// A labelled text.
#[derive(Clone, Debug)]
pub struct Collected {
    text: String,
    /// Bytes and the kind; none where a label is optional.
    spans: Vec<(usize, usize, Option<usize>)>,
    weight: f32,
    /// Whether only some of its names are labelled.
    partial: bool,
    /// The part of the texts that it belongs to.
    pub fold: u8,
}

/// Reads the sets in a folder, and writes some of the texts another time in lower case or in capitals.
///
/// # Errors
/// A message: a file cannot be read or is not of the expected shape.
pub fn collect(folder: &Path, invented: &Path) -> Result<Vec<Collected>, String> {
    let mut collected = Vec::new();
    let sets = SETS.iter().map(|&(set, weight)| (set, weight, folder.join(set).join("dev.jsonl")));
    for (set, weight, path) in sets.chain([(INVENTED, 0.7, invented.to_path_buf())]) {
        let lines = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        for line in lines.lines() {
            let json: serde_json::Value = serde_json::from_str(line).map_err(|error| format!("{set}: {error}"))?;
            let mut text = one(&json, weight, set == "jira_silver").ok_or_else(|| format!("{set}: a line has another shape"))?;
            if set == INVENTED {
                text.fold = FOLDS;
            }
            let turn = Sha256::digest(text.text.as_bytes())[1];
            match turn {
                0..=20 => collected.push(rewritten(&text, |c| c.to_lowercase().next().unwrap_or(c))),
                21..=33 => collected.push(rewritten(&text, |c| c.to_uppercase().next().unwrap_or(c))),
                34.. => {}
            }
            collected.push(text);
        }
    }
    Ok(collected)
}

fn one(json: &serde_json::Value, weight: f32, partial: bool) -> Option<Collected> {
    let text = json["text"].as_str()?.to_owned();
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut spans = Vec::new();
    for span in json["spans"].as_array()? {
        let kind = KINDS.iter().position(|kind| Some(*kind) == span["label"].as_str());
        let optional = span["optional"].as_bool().unwrap_or(false);
        let at = |name: &str| places.get(usize::try_from(span[name].as_u64()?).ok()?).copied();
        if kind.is_some() || optional {
            spans.push((at("start")?, at("end")?, kind.filter(|_| !optional)));
        }
    }
    // Where one name stands inside another, the longer one has the last word.
    spans.sort_by_key(|(start, end, _)| end - start);
    let fold = Sha256::digest(text.as_bytes())[0] % FOLDS;
    Some(Collected { text, spans, weight, partial, fold })
}

fn rewritten(from: &Collected, change: impl Fn(char) -> char) -> Collected {
    let mut text = String::with_capacity(from.text.len());
    let mut places = vec![0; from.text.len() + 1];
    for (at, c) in from.text.char_indices() {
        places[at] = text.len();
        text.push(change(c));
    }
    places[from.text.len()] = text.len();
    let spans = from.spans.iter().map(|&(start, end, kind)| (places[start], places[end], kind)).collect();
    Collected { text, spans, weight: from.weight * 0.5, ..*from }
}

/// A text as it is learned from.
#[derive(Debug)]
pub(super) struct Document {
    /// Features of all tokens, one after another.
    pub(super) features: Vec<(u8, u32)>,
    /// Where the features of each token begin; one more at the end.
    pub(super) starts: Vec<u32>,
    /// The labels that each token may have, as bits.
    pub(super) allowed: Vec<u16>,
    /// Whether a sentence may end at each token.
    pub(super) ends: Vec<bool>,
    /// What it counts.
    pub(super) weight: f32,
    /// Words in lower case, and whether each may be a part of a name here.
    pub(super) lower: Vec<(u32, bool)>,
}

impl Document {
    pub(super) fn read(from: &Collected, names: &Names, detector: &Detector) -> Self {
        let people = People::default();
        let found = detector.rules(&from.text, Hints { people: &people, known: &[] });
        let reading = names.read(&from.text, &found);
        let (mut features, mut starts) = (Vec::new(), vec![0]);
        for at in 0..reading.tokens.len() {
            features.extend(reading.each(at).into_iter().map(|(view, key)| (view as u8, key)));
            starts.push(features.len() as u32);
        }
        let ends =
            reading.tokens.iter().map(|token| token.case == Case::Sign && matches!(token.word, 0x0a | 0x0d | 0x2e | 0x3f | 0x21));
        let allowed = labels(from, &reading.tokens);
        let lower = reading.tokens.iter().zip(&allowed).filter(|(token, _)| token.case == Case::Lower && !from.partial);
        let lower = lower.map(|(token, allowed)| (token.word, allowed & 1 == 0)).collect();
        Self { features, starts, ends: ends.collect(), allowed, weight: from.weight, lower }
    }
}

/// The labels that the tokens may have.
fn labels(from: &Collected, tokens: &[Token]) -> Vec<u16> {
    const ANY: u16 = (1 << LABELS) - 1;
    // Where only some names are labelled, the others may be people or user names.
    let rest = if from.partial { 1 | 0b110 | 0b110_0000_0000 } else { 1 };
    let mut allowed = vec![rest; tokens.len()];
    for &(start, end, kind) in &from.spans {
        let first = tokens.partition_point(|token| token.end as usize <= start);
        let behind = tokens.partition_point(|token| (token.start as usize) < end);
        for (place, allowed) in allowed[first..behind].iter_mut().enumerate() {
            *allowed = kind.map_or(ANY, |kind| 1 << (1 + 2 * kind + usize::from(place > 0)));
        }
    }
    for (allowed, _) in allowed.iter_mut().zip(tokens).filter(|(_, token)| token.case == Case::Other && token.rule != 0) {
        *allowed |= 1;
    }
    allowed
}
