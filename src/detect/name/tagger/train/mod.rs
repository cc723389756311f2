//! Training: labelled texts become a names file. Compiled with the feature `train` only; the same texts give the same bytes.

mod chain;
mod data;
mod learn;
mod write;

pub use data::{Collected, FOLDS, collect};

use super::Names;
use crate::detect::Detector;
use data::Document;
use write::Lists;

/// What a training run is told.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// How often every text is looked at.
    pub rounds: usize,
    /// How far one text moves the weights.
    pub step: f32,
    /// How much a weight must be worth not to be nothing.
    pub thrift: f32,
    /// The share from which each kind counts, in 1/256: person, location, organization, address, user name; then any of them.
    pub least: [u8; 6],
}

impl Default for Setting {
    fn default() -> Self {
        Self { rounds: 5, step: 0.1, thrift: 4.0, least: [64, 140, 140, 84, 90, 160] }
    }
}

/// Learns from texts and writes a names file.
///
/// # Errors
/// A message: a list cannot be read.
pub fn train(texts: &[Collected], lists: &std::path::Path, setting: &Setting) -> Result<Vec<u8>, String> {
    let mut lists = Lists::read(lists)?;
    // The lexicon is read back from what is written, so that its mistakes are learned with it.
    let bare = Names::parse(&write::file(&lists, &write::Weights::default())).map_err(|error| error.to_string())?;
    let detector = Detector::default();
    let documents: Vec<Document> = texts.iter().map(|text| Document::read(text, &bare, &detector)).collect();
    lists.add_ordinary(documents.iter().flat_map(|document| document.lower.iter().copied()));
    let weights = learn::learn(documents, setting);
    Ok(write::file(&lists, &weights))
}
