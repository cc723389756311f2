//! Floor 6. Many records become an [`aggregate()`]: what would be known of all of them together, what is dropped for being rare, and
//! who could still be singled out.
//!
//! A [`Batch`] is fed with bytes as they arrive and remembers a [`State`] of bounded size. States merge: whatever the split and the
//! order, the merged state is the same bytes as that of one run. Noise comes last, once, in the aggregate.

mod aggregate;
mod common;
mod fold;
mod frames;
mod keep;
mod noise;
pub mod sample;
mod sketch;
mod state;
mod who;

pub use aggregate::{Parameters, aggregate};
pub use common::rarity;
pub use sketch::{Reference, SketchError};
pub use state::{State, StateError};

use crate::detect::Detector;
use crate::policy::{Case, Instant};
use crate::preview::{Memory, leaving};
use crate::record::parse::{Error, InputFormat};
use crate::table::table;
use crate::transform::PseudonymKey;
use frames::{Frames, Given};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

/// The row of a unit of privacy.
#[derive(Debug)]
pub struct UnitRow {
    /// Stable id.
    pub id: &'static str,
}

table! {
    /// Whose contributions are counted, bounded and protected as one.
    pub enum Unit: UnitRow {
        /// A person.
        Person => UnitRow { id: "person" },
        /// A space.
        Space => UnitRow { id: "space" },
        /// An organization, by the host of its site.
        Organization => UnitRow { id: "organization" },
    }
}

/// What is compared and counted. These must be said before the records are read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Options {
    /// The fields that records are compared by; empty for those that the policy calls quasi-identifiers and that could leave.
    pub quasi_identifiers: Vec<String>,
    /// The field that must not be inferred.
    pub sensitive: String,
    /// The field that groups records.
    pub group: String,
    /// The number that is summed up in each group.
    pub value: String,
    /// Whose contributions count as one.
    pub unit: Unit,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            quasi_identifiers: Vec::new(),
            sensitive: "/fields/priority".to_owned(),
            group: "/fields/status".to_owned(),
            value: "derived:word-count".to_owned(),
            unit: Unit::Person,
        }
    }
}

impl Options {
    /// As many fields as records are compared by: ten, the sensitive one, and the groups.
    const MOST_COLUMNS: usize = 12;

    fn compares(&self, column: &str, is_quasi: bool) -> bool {
        let wanted =
            if self.quasi_identifiers.is_empty() { is_quasi } else { self.quasi_identifiers.iter().any(|own| own == column) };
        wanted || column == self.sensitive || column == self.group || column == fold::RECORD_TYPE
    }
}

/// What a batch has done so far.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Bytes that arrived.
    pub bytes: u64,
    /// Records that were read.
    pub records: u64,
    /// Records, lines or rows that could not be.
    pub unread: u64,
    /// The lines of the first 20 of them.
    pub lines: Vec<u64>,
    /// Whether the input ended in the middle of a record.
    pub ends_early: bool,
}

/// How many numbers of lines are told.
const MOST_LINES: usize = 20;

/// Records being read.
#[derive(Debug)]
pub struct Batch {
    detector: Detector,
    memory: Memory,
    case: Case,
    key: PseudonymKey,
    options: Options,
    frames: Frames,
    state: State,
    progress: Progress,
}

impl Batch {
    /// Nothing read yet. The digest is the policy's.
    pub fn new(
        (detector, case, digest): (Detector, Case, &str),
        key: PseudonymKey,
        format: InputFormat,
        options: Options,
    ) -> Self {
        let config = config(&case, digest, &key, &options);
        let (frames, state) = (Frames::new(format), State::new(config, options.clone()));
        Self { detector, memory: Memory::new(), case, key, options, frames, state, progress: Progress::default() }
    }

    /// Takes what arrived.
    pub fn push(&mut self, bytes: &[u8]) {
        self.progress.bytes += bytes.len() as u64;
        self.feed(|frames, give| frames.push(bytes, give));
    }

    /// What was done so far.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Notes that the input broke off: what packed it, or brought it, failed before its end.
    pub fn break_off(&mut self) {
        self.frames.break_off();
    }

    /// Takes the end of the input, and gives what is remembered.
    ///
    /// # Errors
    /// [`Error`]: it was empty, or there was no record in it.
    pub fn finish(mut self) -> Result<(State, Progress), Error> {
        self.feed(Frames::end);
        self.progress.ends_early = self.frames.ends_early();
        self.state.count("cut", "", u64::from(self.progress.ends_early));
        if self.progress.bytes == 0 {
            return Err(Error::Empty);
        }
        if self.frames.is_nothing() || self.progress.records == 0 {
            return Err(Error::NoRecord { pointer: String::new(), expected: "record" });
        }
        Ok((self.state, self.progress))
    }

    fn feed(&mut self, cut: impl FnOnce(&mut Frames, &mut dyn FnMut(u64, Given))) {
        let Self { detector, memory, case, key, options, frames, state, progress } = self;
        cut(frames, &mut |line, given| match given {
            Ok(parsed) => {
                for warning in &parsed.warnings {
                    state.count("warning", &warning.code, 1);
                }
                for record in &parsed.records {
                    progress.records += 1;
                    fold::fold(state, record, &leaving(detector, record, (case, key), memory), (options, key));
                }
            }
            Err(_) => {
                state.count("unread", "", 1);
                progress.unread += 1;
                if progress.lines.len() < MOST_LINES {
                    progress.lines.push(line);
                }
            }
        });
    }
}

/// The digest of everything that must be the same for two states to be parts of one.
fn config(case: &Case, digest: &str, key: &PseudonymKey, options: &Options) -> String {
    let all = json!({
        "version": env!("CARGO_PKG_VERSION"), "policy": digest, "settings": case.settings, "organization": case.organization,
        // Of the instant only what a decision or a stand-in can depend on: parts are not read in the same second.
        "plan": case.organization.plan(case.now), "isInEffect": case.now >= Instant::IN_EFFECT, "week": case.now.weeks(),
        "key": key.hash("batch", ""), "options": options,
    });
    let digest = Sha256::digest(all.to_string());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
