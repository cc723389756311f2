//! Several inputs in one text, one on each line or row: what cannot be read is counted and left out, the rest goes on.

use super::{Error, Fault, InputFormat, Parsed, Warning};
use crate::record::Record;
use std::collections::BTreeMap;

/// How many numbers of lines a warning carries.
const MOST_LINES: usize = 20;

/// What was read so far.
#[derive(Default)]
pub(super) struct Lines {
    records: Vec<Record>,
    /// The lines that each warning speaks of.
    noticed: BTreeMap<(String, Option<String>), Vec<usize>>,
    /// Why the first line that could not be read could not.
    first: Option<Error>,
}

impl Lines {
    /// Adds what one line gave.
    pub(super) fn add(&mut self, line: usize, result: Result<Parsed, Error>) {
        match result {
            Ok(parsed) => {
                for Warning { code, path, .. } in parsed.warnings {
                    self.notice(line, &code, path);
                }
                self.records.extend(parsed.records);
            }
            Err(error) => {
                self.notice(line, code(&error), None);
                self.first.get_or_insert(error);
            }
        }
    }

    fn notice(&mut self, line: usize, code: &str, path: Option<String>) {
        let lines = self.noticed.entry((code.to_owned(), path)).or_default();
        if lines.last() != Some(&line) {
            lines.push(line);
        }
    }

    /// All of it.
    ///
    /// # Errors
    /// The first line's [`Error`], where no line gave a record.
    pub(super) fn finish(self, format: InputFormat) -> Result<Parsed, Error> {
        if self.records.is_empty() {
            return Err(self.first.unwrap_or(Error::NoRecord { pointer: String::new(), expected: "record" }));
        }
        let warning = |((code, path), mut lines): ((String, Option<String>), Vec<usize>)| {
            let count = Some(lines.len());
            lines.truncate(MOST_LINES);
            Warning { lines, count, ..Warning::new(&code, path) }
        };
        Ok(Parsed { records: self.records, format, warnings: self.noticed.into_iter().map(warning).collect() })
    }
}

fn code(error: &Error) -> &'static str {
    match error {
        Error::Malformed { fault: Fault::Columns, .. } => "row-of-other-length",
        Error::Malformed { fault: Fault::Truncated | Fault::TooDeep | Fault::Syntax, .. } | Error::NotText { .. } => {
            "malformed-line"
        }
        Error::NoRecord { .. } | Error::Empty => "line-without-record",
    }
}
