//! [`FieldPath`]: where a field stands in its record.

use serde::{Deserialize, Serialize};

/// A JSON pointer (RFC 6901) into a record, as in `/fields/comment/comments/0/body`. The empty path is the whole record.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldPath(String);

impl FieldPath {
    /// The path written as a JSON pointer. Anything that is neither empty nor starts with `/` gets the slash.
    pub fn new(pointer: impl Into<String>) -> Self {
        let pointer = pointer.into();
        if pointer.is_empty() || pointer.starts_with('/') { Self(pointer) } else { Self(format!("/{pointer}")) }
    }

    /// This path and one further step, escaped as RFC 6901, section 3, asks.
    #[must_use]
    pub fn join(&self, step: &str) -> Self {
        let mut path = String::with_capacity(self.0.len() + 1 + step.len());
        path.push_str(&self.0);
        path.push('/');
        if step.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
            path.push_str(&step.replace('~', "~0").replace('/', "~1"));
        } else {
            path.push_str(step);
        }
        Self(path)
    }

    /// The pointer as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for FieldPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_escaped() {
        assert_eq!(FieldPath::default().join("a/b~c").as_str(), "/a~1b~0c");
    }
}
