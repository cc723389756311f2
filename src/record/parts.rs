//! [`Parts`]: some parts of a JSON value, named by pointers.

use serde_json::Value as Json;
use std::borrow::Cow;

/// Parts of a value: pointers (RFC 6901) in which `*` stands for any one step. Whatever lies below a named part belongs to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parts<'a>(Vec<Vec<&'a str>>);

impl<'a> Parts<'a> {
    /// The parts that these pointers name.
    pub fn new(pointers: impl IntoIterator<Item = &'a str>) -> Self {
        Self(pointers.into_iter().map(|pointer| pointer.split('/').skip(1).collect()).collect())
    }

    /// Whether the value itself is named, so that all of it belongs.
    pub(super) fn is_whole(&self) -> bool {
        self.0.iter().any(Vec::is_empty)
    }

    /// The parts of the member or item that a step leads to.
    pub(super) fn below(&self, step: &str) -> Self {
        let leads = |pattern: &&Vec<&str>| pattern.first().is_some_and(|want| *want == "*" || unescaped(want) == step);
        Self(self.0.iter().filter(leads).map(|pattern| pattern[1..].to_vec()).collect())
    }

    /// The value with nothing in it but these parts; null where there are none. Array items that keep nothing are left out.
    pub fn of(&self, value: &Json) -> Json {
        self.keep(value).unwrap_or(Json::Null)
    }

    fn keep(&self, value: &Json) -> Option<Json> {
        if self.is_whole() {
            return Some(value.clone());
        }
        match value {
            _ if self.0.is_empty() => None,
            Json::Object(members) => {
                let kept = members.iter().filter_map(|(key, member)| Some((key.clone(), self.below(key).keep(member)?)));
                let kept: serde_json::Map<_, _> = kept.collect();
                (!kept.is_empty()).then_some(Json::Object(kept))
            }
            Json::Array(items) => {
                let kept = items.iter().enumerate().filter_map(|(index, item)| self.below(&index.to_string()).keep(item));
                let kept: Vec<_> = kept.collect();
                (!kept.is_empty()).then_some(Json::Array(kept))
            }
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => None,
        }
    }
}

fn unescaped(step: &str) -> Cow<'_, str> {
    if step.contains('~') { step.replace("~1", "/").replace("~0", "~").into() } else { step.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn parts_keep_their_place() {
        let value = json!({"a": {"b": 1, "c": 2}, "d": [{"e": 1, "f": 2}, {"g": 3}], "h/i": 4});
        assert_eq!(Parts::new(["/a/c", "/d/*/e", "/h~1i"]).of(&value), json!({"a": {"c": 2}, "d": [{"e": 1}], "h/i": 4}));
        assert_eq!(Parts::new(["/z"]).of(&value), Json::Null);
        assert_eq!(Parts::new([""]).of(&value), value);
    }
}
