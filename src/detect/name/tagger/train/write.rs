//! Writing the names file.

use super::super::MAGIC;
use super::super::lexicon::{self, GIVEN, ORDINARY, PLACE, SURNAME};
use super::super::model::LABELS;
use super::super::token::{folded, hash};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The lists that the lexicon is made of.
#[derive(Debug, Default)]
pub(super) struct Lists {
    words: BTreeMap<u32, u8>,
    nicknames: BTreeMap<String, BTreeSet<String>>,
    misses: Vec<u32>,
}

impl Lists {
    pub(super) fn read(folder: &Path) -> Result<Self, String> {
        let read = |name: &str| {
            let path = folder.join(name);
            std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let listed = read("lexicon.tsv")?;
        let mut lists = Self::default();
        let mut room = String::new();
        for line in listed.lines() {
            let Some((word, kinds)) = line.split_once('\t') else { continue };
            folded(word, &mut room);
            let classes = kinds.split(',').fold(0, |classes, kind| {
                classes
                    | match kind {
                        "given" => GIVEN,
                        "surname" => SURNAME,
                        "place" => PLACE,
                        "company" => 8,
                        "street" => 16,
                        _ => 0,
                    }
            });
            *lists.words.entry(lexicon::short(hash(room.as_bytes()))).or_default() |= classes;
        }
        for line in read("nicknames.tsv")?.lines() {
            if let Some((name, other)) = line.split_once('\t') {
                lists.nicknames.entry(name.to_owned()).or_default().insert(other.to_owned());
                lists.nicknames.entry(other.to_owned()).or_default().insert(name.to_owned());
            }
        }
        // Measured with the models of the folds, so absent while those are made.
        if let Ok(measured) = read("misses.txt") {
            let numbers = measured.split_whitespace().map(|number| number.parse().map_err(|_| "misses.txt: not a number"));
            lists.misses = numbers.collect::<Result<_, _>>()?;
        }
        Ok(lists)
    }

    /// Notes the words that are ordinary: seen a few times, and hardly ever in a name.
    pub(super) fn add_ordinary(&mut self, seen: impl Iterator<Item = (u32, bool)>) {
        let mut counts: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        for (word, named) in seen {
            let (times, names) = counts.entry(lexicon::short(word)).or_default();
            *times += 1;
            *names += u32::from(named);
        }
        for (word, _) in counts.into_iter().filter(|(_, (times, names))| *times >= 3 && names * 100 < *times) {
            *self.words.entry(word).or_default() |= ORDINARY;
        }
    }
}

/// Learned weights in whole units.
#[derive(Debug, Default)]
pub(super) struct Weights {
    /// Each feature's number, and for which neighbor and label it weighs how much; in order.
    pub(super) features: Vec<(u32, Vec<(u8, i8)>)>,
    pub(super) transitions: [[i8; LABELS]; LABELS],
    pub(super) least: [u8; 6],
}

/// The names file.
pub(super) fn file(lists: &Lists, weights: &Weights) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    ascending(lists.words.keys().copied(), &mut out);
    out.extend(lists.words.values());
    let line = |(name, others): (&String, &BTreeSet<String>)| {
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        format!("{name} {}\n", others.join(" "))
    };
    let nicknames: String = lists.nicknames.iter().map(line).collect();
    number(nicknames.len() as u32, &mut out);
    out.extend(nicknames.bytes());
    for row in &weights.transitions {
        out.extend(row.map(|weight| weight as u8));
    }
    out.extend(weights.least);
    ascending(weights.features.iter().map(|(key, _)| *key), &mut out);
    out.extend(weights.features.iter().map(|(_, listed)| listed.len() as u8));
    out.extend(weights.features.iter().flat_map(|(_, listed)| listed.iter().map(|(slot, _)| *slot)));
    out.extend(weights.features.iter().flat_map(|(_, listed)| listed.iter().map(|(_, weight)| *weight as u8)));
    if lists.misses.is_empty() {
        number(0, &mut out);
    }
    lists.misses.iter().for_each(|value| number(*value, &mut out));
    out
}

fn number(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn ascending(values: impl ExactSizeIterator<Item = u32>, out: &mut Vec<u8>) {
    number(values.len() as u32, out);
    let mut last = 0;
    for value in values {
        number(value - last, out);
        last = value;
    }
}
