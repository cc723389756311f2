//! JSON Lines: on each line what would be an input by itself, of any of the JSON formats.

use super::lines::Lines;
use super::{Error, FORMATS, InputFormat, Parsed, records, syntax};

/// Reads each line.
///
/// # Errors
/// The first line's [`Error`], where no line gave a record.
pub(super) fn parse(input: &str) -> Result<Parsed, Error> {
    let mut lines = Lines::default();
    for (line, text) in numbered(input) {
        let value = syntax::json(text).map_err(|error| on_line(error, line));
        lines.add(line, value.and_then(|value| records(value, FORMATS)));
    }
    lines.finish(InputFormat::Jsonl)
}

/// Whether a text that is not JSON as a whole means to be lines of JSON: one of its first two lines is an object by itself, and it
/// has two.
pub(super) fn is_lines(input: &str) -> bool {
    let mut first = numbered(input).map(|(_, text)| text);
    let (one, other) = (first.next(), first.next());
    let is_object =
        |line: Option<&str>| line.is_some_and(|line| line.trim_start().starts_with('{') && syntax::json(line).is_ok());
    other.is_some() && (is_object(one) || is_object(other))
}

/// The lines that hold anything, each with its number from 1.
fn numbered(input: &str) -> impl Iterator<Item = (usize, &str)> {
    input.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(|(index, line)| (index + 1, line))
}

/// An error with the line that it really stands on.
fn on_line(error: Error, number: usize) -> Error {
    match error {
        Error::Malformed { column, fault, .. } => Error::Malformed { line: number, column, fault },
        Error::Empty | Error::NotText { .. } | Error::NoRecord { .. } => error,
    }
}
