//! Floor 0. The door for documents that a host writes: every fault is said with its place and what is demanded there, never with
//! what stood there.

use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::str::FromStr;

/// Why a document of the host could not be used: where, and what is demanded there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    /// JSON pointer of the place; line and column where the document is no JSON.
    pub place: String,
    /// What is wrong, as fact and demand, without the value.
    pub demand: String,
    /// Where the value is text and only a part of it is wrong: from where on, in UTF-16 code units.
    pub offset: Option<usize>,
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.offset {
            Some(offset) => write!(f, "{}, from offset {offset} on: {}", self.place, self.demand),
            None => write!(f, "{}: {}", self.place, self.demand),
        }
    }
}

impl std::error::Error for Error {}

/// A value of a document, and the way to it.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    value: &'a Json,
    way: Way<'a>,
}

#[derive(Clone, Copy)]
enum Way<'a> {
    Root,
    Member(&'a At<'a>, &'a str),
    Item(&'a At<'a>, usize),
}

/// Reads a whole document.
pub(crate) fn read<T>(json: &str, reader: impl FnOnce(&At<'_>) -> Result<T, Error>) -> Result<T, Error> {
    match serde_json::from_str::<Json>(json) {
        Ok(value) => reader(&At { value: &value, way: Way::Root }),
        Err(error) => Err(Error {
            place: format!("line {}, column {}", error.line(), error.column()),
            demand: "must be JSON, nested at most 128 deep".to_owned(),
            offset: None,
        }),
    }
}

impl At<'_> {
    /// Refuses the value.
    pub(crate) fn refuse<T>(&self, demand: &str) -> Result<T, Error> {
        Err(Error { place: self.pointer(), demand: demand.to_owned(), offset: None })
    }

    /// Refuses the value, which is text, for what stands in it from an offset on.
    pub(crate) fn refuse_from<T>(&self, offset: usize, demand: &str) -> Result<T, Error> {
        Err(Error { place: self.pointer(), demand: demand.to_owned(), offset: Some(offset) })
    }

    fn pointer(&self) -> String {
        match self.way {
            Way::Root => String::new(),
            Way::Member(parent, key) => format!("{}/{}", parent.pointer(), key.replace('~', "~0").replace('/', "~1")),
            Way::Item(parent, index) => format!("{}/{index}", parent.pointer()),
        }
    }

    /// Reads a member that must be there.
    pub(crate) fn need<T>(&self, key: &str, reader: impl Fn(&At<'_>) -> Result<T, Error>) -> Result<T, Error> {
        match self.maybe(key, reader)? {
            Some(value) => Ok(value),
            None => At { value: &Json::Null, way: Way::Member(self, key) }.refuse("is missing"),
        }
    }

    /// Reads a member that may be absent or null.
    pub(crate) fn maybe<T>(&self, key: &str, reader: impl Fn(&At<'_>) -> Result<T, Error>) -> Result<Option<T>, Error> {
        let Json::Object(members) = self.value else { return self.refuse("must be an object") };
        match members.get(key).filter(|value| !value.is_null()) {
            Some(value) => reader(&At { value, way: Way::Member(self, key) }).map(Some),
            None => Ok(None),
        }
    }

    /// The members of an object, as they are.
    pub(crate) fn object(&self) -> Result<serde_json::Map<String, Json>, Error> {
        self.value.as_object().map_or_else(|| self.refuse("must be an object"), |members| Ok(members.clone()))
    }

    /// Reads a list.
    pub(crate) fn list<T>(&self, reader: impl Fn(&At<'_>) -> Result<T, Error>) -> Result<Vec<T>, Error> {
        let Json::Array(items) = self.value else { return self.refuse("must be a list") };
        let mut list = Vec::with_capacity(items.len());
        for (index, value) in items.iter().enumerate() {
            list.push(reader(&At { value, way: Way::Item(self, index) })?);
        }
        Ok(list)
    }

    /// Reads a list that has at most so many items.
    pub(crate) fn short_list<T>(&self, most: usize, reader: impl Fn(&At<'_>) -> Result<T, Error>) -> Result<Vec<T>, Error> {
        match self.value.as_array().map(Vec::len) {
            Some(items) if items > most => self.refuse(&format!("has {items} items, may have {most}")),
            Some(_) | None => self.list(reader),
        }
    }

    /// Reads an object whose keys are ids, in the order of the document.
    pub(crate) fn entries<T>(&self, reader: impl Fn(&str, &At<'_>) -> Result<T, Error>) -> Result<Vec<T>, Error> {
        let Json::Object(members) = self.value else { return self.refuse("must be an object") };
        let mut list = Vec::with_capacity(members.len());
        for (key, value) in members {
            list.push(reader(key, &At { value, way: Way::Member(self, key) })?);
        }
        Ok(list)
    }

    /// Refuses members that are not among these. Says how many, not which: a key may be pasted text.
    pub(crate) fn only(&self, keys: &[&str]) -> Result<(), Error> {
        let Json::Object(members) = self.value else { return self.refuse("must be an object") };
        let unknown = members.keys().filter(|key| !keys.contains(&key.as_str())).count();
        if unknown == 0 { Ok(()) } else { self.refuse(&format!("has {unknown} unknown members, may have {}", keys.join(", "))) }
    }

    /// Reads a whole number from 0 to a greatest one.
    pub(crate) fn number(&self, greatest: u32) -> Result<u32, Error> {
        let number = self.value.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|number| *number <= greatest);
        number.map_or_else(|| self.refuse(&format!("must be a whole number from 0 to {greatest}")), Ok)
    }
}

/// Reads a text.
pub(crate) fn text(at: &At<'_>) -> Result<String, Error> {
    match at.value {
        Json::String(text) => Ok(text.clone()),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => at.refuse("must be text"),
    }
}

/// Reads true or false.
pub(crate) fn flag(at: &At<'_>) -> Result<bool, Error> {
    at.value.as_bool().map_or_else(|| at.refuse("must be true or false"), Ok)
}

/// Reads the id of a row of one of our tables.
pub(crate) fn id<T: FromStr>(at: &At<'_>) -> Result<T, Error> {
    let row = at.value.as_str().and_then(|id| id.parse().ok());
    row.map_or_else(|| at.refuse("is not one of the known ids"), Ok)
}

/// Reads a word of a small closed set.
pub(crate) fn word<T: DeserializeOwned>(at: &At<'_>) -> Result<T, Error> {
    T::deserialize(at.value).or_else(|_| at.refuse("is not one of the known words"))
}

/// A finite decimal number as people type it. Documents are read anyway; the standard library's own reader of such numbers would
/// make both modules 12 KB (brotli 11) larger.
pub(crate) fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let text = text.strip_prefix('+').unwrap_or(text);
    let digits = text.trim_start_matches('0').trim_end_matches('.');
    let digits = match digits.chars().next() {
        None | Some('.') => format!("0{digits}"),
        Some(_) => digits.to_owned(),
    };
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    serde_json::from_str::<Json>(&digits).ok().filter(|_| has_digit)?.as_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (text, read) in
            [("0", 0.0), ("00", 0.0), ("0.5", 0.5), (" .5 ", 0.5), ("007", 7.0), ("1.", 1.0), ("1e-6", 1e-6), ("-20", -20.0)]
        {
            assert_eq!(number(text), Some(read), "{text}");
        }
        for text in ["", " ", "ten", "1 2", "1..2", "--1", "[1]", "true", ".", "+", "e5"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_fault_is_said_with_its_place() {
        let reader = |at: &At<'_>| at.need("plans", |plans| plans.list(|plan| plan.need("app", text)));
        let fault = |json: &str| read(json, reader).unwrap_err().to_string();
        assert_eq!(fault(r#"{"plans": [{"app": "a"}, {"app": 5}]}"#), "/plans/1/app: must be text");
        assert_eq!(fault(r#"{"plans": [{}]}"#), "/plans/0/app: is missing");
        assert_eq!(fault("[]"), ": must be an object");
        assert_eq!(fault("{"), "line 1, column 1: must be JSON, nested at most 128 deep");
        assert_eq!(read(r#"{"plans": [{"app": "a"}]}"#, reader), Ok(vec!["a".to_owned()]));
    }
}
