//! Whether an input is JSON, and what is wrong with it.

use super::{Error, Fault};
use serde_json::Value as Json;
use serde_json::error::Category;

/// Reads JSON.
pub(super) fn json(input: &str) -> Result<Json, Error> {
    serde_json::from_str(input).map_err(|error| Error::Malformed {
        line: error.line().max(1),
        column: error.column().max(1),
        fault: fault(&error),
    })
}

fn fault(error: &serde_json::Error) -> Fault {
    match error.classify() {
        Category::Eof => Fault::Truncated,
        // The only fault that has no category of its own.
        Category::Syntax if error.to_string().starts_with("recursion limit") => Fault::TooDeep,
        Category::Syntax | Category::Data | Category::Io => Fault::Syntax,
    }
}

/// Reads JSON if the input means to be JSON; none if it is text that merely starts with a bracket, as in `[INFO] started`,
/// `{code}` or `[~mia]`.
pub(super) fn json_if_meant(input: &str) -> Option<Result<Json, Error>> {
    if !input.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let result = json(input);
    match result {
        Err(Error::Malformed { fault: Fault::Syntax, .. }) if !starts_like_json(input) => None,
        _ => Some(result),
    }
}

/// Whether the first brackets are followed by what follows them in JSON: a quoted string.
fn starts_like_json(input: &str) -> bool {
    let rest = input.trim_start_matches(|character: char| character == '[' || character.is_ascii_whitespace());
    let rest = rest.strip_prefix('{').unwrap_or(rest).trim_start();
    rest.starts_with(['"', '{'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault_of(input: &str) -> Option<(usize, usize, Fault)> {
        match json(input) {
            Err(Error::Malformed { line, column, fault }) => Some((line, column, fault)),
            _ => None,
        }
    }

    #[test]
    fn faults_have_a_kind_and_a_place() {
        assert_eq!(fault_of("{\"a\":\n [1,"), Some((2, 4, Fault::Truncated)));
        assert_eq!(fault_of("{\"a\" 1}"), Some((1, 6, Fault::Syntax)));
        assert_eq!(fault_of(&"[".repeat(100_000)).map(|found| found.2), Some(Fault::TooDeep));
        assert_eq!(fault_of("\"\\ud800\"").map(|found| found.2), Some(Fault::Syntax));
    }

    #[test]
    fn text_that_starts_with_a_bracket_is_text() {
        for text in
            ["[INFO] started", "{code}x{code}", "[~mia] hi", "[ ] to do", "[1] see [2]", "{color:red}x", "[[link]] x", "[x|y]"]
        {
            assert!(json_if_meant(text).is_none(), "{text}");
        }
        for broken in ["{\"a\": }", "[{\"a\"}]", "[", "{", "[1, 2", "[\"a\" 1]", "{\"a\":1} {\"b\":2}"] {
            assert!(matches!(json_if_meant(broken), Some(Err(_))), "{broken}");
        }
    }
}
