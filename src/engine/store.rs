//! What the engine keeps between requests: the last policies with what was made of them, and the last readings. All of it is bounded,
//! and none of it changes an answer.

use super::Refusal;
use crate::detect::{Detector, Names, Patterns};
use crate::policy::{Policy, digest};
use crate::preview::Reading;
use crate::record::parse::InputFormat;
use std::sync::Arc;

/// How many policies are kept: the saved one, the draft, and one that is tried.
const POLICIES: usize = 4;
/// How many readings are kept: all samples, and what somebody is writing.
const READINGS: usize = 64;
/// How many bytes of input the readings may come from together.
const BYTES: usize = 512 * 1024;

/// A policy, with what is made of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    json: Option<String>,
    pub(super) policy: Arc<Policy>,
    pub(super) digest: String,
    pub(super) detector: Detector,
    /// Policies of one generation read and search alike.
    generation: usize,
}

/// What is kept, the latest first.
#[derive(Debug, Default)]
pub(super) struct Store {
    names: Option<Arc<Names>>,
    policies: Vec<Kept>,
    readings: Vec<KeptReading>,
    generations: usize,
    /// How many parts of policies were compiled so far, besides patterns.
    pub(super) built: usize,
    /// How many inputs were read and searched so far.
    pub(super) searched: usize,
}

#[derive(Debug)]
struct KeptReading {
    input: String,
    format: InputFormat,
    generation: usize,
    reading: Arc<Reading>,
}

impl Store {
    /// Takes a lexicon and a tagger; what was made without them is made again.
    pub(super) fn learn(&mut self, names: Arc<Names>) {
        self.names = Some(names);
        self.policies.clear();
        self.readings.clear();
    }

    /// A policy, with what is made of it. Where a request brings one of the last, nothing is made again; else only what differs from
    /// the last one.
    pub(super) fn under(&mut self, json: Option<&str>, patterns: &Patterns) -> Result<Kept, Refusal> {
        let known = self.policies.iter().position(|kept| kept.json.as_deref() == json);
        let kept = match known {
            Some(at) => self.policies.remove(at),
            None => self.make(json, patterns)?,
        };
        self.policies.insert(0, kept.clone());
        self.policies.truncate(POLICIES);
        Ok(kept)
    }

    fn make(&mut self, json: Option<&str>, patterns: &Patterns) -> Result<Kept, Refusal> {
        let policy = match json {
            Some(json) => Policy::parse_with(json, patterns).map_err(|error| Refusal::Document { which: "policy", error })?,
            None => Policy::default(),
        };
        let bare = || Detector::default().with_names(self.names.clone());
        let before = self.policies.first().map_or_else(bare, |kept| kept.detector.clone());
        let detector = before.tuned(&policy.tuning);
        self.built += detector.built() - before.built();
        let alike = self.policies.iter().find(|kept| kept.policy.reads_as(&policy)).map(|kept| kept.generation);
        let generation = alike.unwrap_or_else(|| {
            self.generations += 1;
            self.generations
        });
        Ok(Kept { json: json.map(str::to_owned), digest: digest(&policy), policy: Arc::new(policy), detector, generation })
    }

    /// An input, read and searched under a policy.
    pub(super) fn reading(&mut self, kept: &Kept, input: &str, format: InputFormat) -> Result<Arc<Reading>, Refusal> {
        let is = |of: &KeptReading| of.generation == kept.generation && of.format == format && of.input == input;
        if let Some(at) = self.readings.iter().position(is) {
            let found = self.readings.remove(at);
            let reading = Arc::clone(&found.reading);
            self.readings.insert(0, found);
            return Ok(reading);
        }
        let reading = Arc::new(Reading::of_text(&kept.detector, &kept.policy, input, format)?);
        self.searched += 1;
        if input.len() > BYTES {
            return Ok(reading);
        }
        let (input, generation) = (input.to_owned(), kept.generation);
        self.readings.insert(0, KeptReading { input, format, generation, reading: Arc::clone(&reading) });
        self.forget();
        Ok(reading)
    }

    /// Leaves out what has not been asked for the longest.
    fn forget(&mut self) {
        let mut bytes = 0;
        let fits = |of: &KeptReading| {
            bytes += of.input.len();
            bytes <= BYTES
        };
        let many = self.readings.iter().take(READINGS).map(fits).take_while(|fits| *fits).count();
        self.readings.truncate(many);
    }
}
