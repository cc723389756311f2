//! [`Text::rewrite`]: replacements go back into the value.

use super::{Edit, Escape, Node, Part, Text, nested_document};
use crate::order::by_place;
use serde_json::{Map, Value as Json};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A stretch of a node and what stands there instead.
type Change = (Range<usize>, String);

impl Text {
    /// The value with every edit carried out and everything else untouched; `value` is the one that was read. `edits` must be
    /// sorted and disjoint. An edit that touches no node (only the line break between two blocks) changes nothing.
    ///
    /// A number that is edited becomes a string. Two keys that would become the same keep both members: the later one gets a
    /// number.
    pub fn rewrite(&self, value: &Json, edits: &[Edit]) -> Json {
        let changes = self.changes(edits);
        if changes.iter().all(Vec::is_empty) {
            return value.clone();
        }
        let nested = value.as_str().filter(|_| self.nested).and_then(nested_document);
        if let Some(mut document) = nested {
            self.apply(changes, &mut document);
            return Json::String(document.to_string());
        }
        let mut value = value.clone();
        self.apply(changes, &mut value);
        value
    }

    fn changes(&self, edits: &[Edit]) -> Vec<Vec<Change>> {
        let mut changes = vec![Vec::new(); self.nodes.len()];
        for edit in edits {
            let mut replacement = Some(edit.replacement.as_str());
            for (run, range) in self.pieces(edit.span) {
                let text = escape(replacement.take().unwrap_or(""), run.escape);
                changes[run.node].push((range, text.into_owned()));
            }
        }
        changes
    }

    fn apply(&self, changes: Vec<Vec<Change>>, value: &mut Json) {
        let mut renames: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
        for (node, changes) in self.nodes.iter().zip(changes).filter(|(_, changes)| !changes.is_empty()) {
            let text = splice(node, changes);
            match (node.part, node.pointer.rsplit_once('/')) {
                (Part::Key, Some((parent, step))) => {
                    renames.entry(parent).or_default().insert(step.replace("~1", "/").replace("~0", "~"), text);
                }
                (Part::Value | Part::Key, _) => put(value, &node.pointer, text),
            }
        }
        // Keys come last and deepest first, so that every pointer still leads where it led when the text was read.
        let depth = |parent: &str| parent.bytes().filter(|&byte| byte == b'/').count();
        for (parent, keys) in by_place(renames.into_iter().collect(), |(parent, _)| (usize::MAX - depth(parent), 0)) {
            if let Some(Json::Object(members)) = value.pointer_mut(parent) {
                rename(members, &keys);
            }
        }
    }
}

fn put(value: &mut Json, pointer: &str, text: String) {
    if let Some(slot) = value.pointer_mut(pointer) {
        *slot = Json::String(text);
    }
}

/// Gives members other keys and keeps their places; no two members end up under one key.
fn rename(members: &mut Map<String, Json>, keys: &BTreeMap<String, String>) {
    let mut taken: BTreeSet<String> = members.keys().filter(|key| !keys.contains_key(*key)).cloned().collect();
    let mut counters: BTreeMap<&str, usize> = BTreeMap::new();
    let renamed = std::mem::take(members).into_iter().map(|(key, member)| {
        let Some(wanted) = keys.get(&key) else { return (key, member) };
        let mut key = wanted.clone();
        let counter = counters.entry(wanted).or_insert(1);
        while !taken.insert(key.clone()) {
            *counter += 1;
            key = format!("{wanted} {counter}");
        }
        (key, member)
    });
    *members = renamed.collect();
}

fn splice(node: &Node, changes: Vec<Change>) -> String {
    // Attributes stand before the text they belong to and are joined after it.
    let changes = by_place(changes, |(range, _)| (range.start, 0));
    let mut out = String::with_capacity(node.raw.len());
    let mut done = 0;
    for (range, text) in changes {
        // An all-or-nothing run that two edits touch is removed once and takes both replacements.
        if range.start >= done {
            out.push_str(&node.raw[done..range.start]);
            done = range.end;
        }
        out.push_str(&text);
    }
    out.push_str(&node.raw[done..]);
    out
}

fn escape(text: &str, escape: Escape) -> Cow<'_, str> {
    match escape {
        Escape::None => Cow::Borrowed(text),
        Escape::Xml => Cow::Owned(escape_characters(text, |_| false)),
        Escape::Bare => Cow::Owned(escape_characters(text, |character| character.is_whitespace() || "=`/".contains(character))),
        Escape::CData => Cow::Owned(text.replace("]]>", "]]]]><![CDATA[>")),
        Escape::Comment => Cow::Owned(text.replace('-', "\u{2010}")),
    }
}

fn escape_characters(text: &str, also: fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ if also(character) => out.push_str(&format!("&#{};", u32::from(character))),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Span};
    use super::*;
    use serde_json::json;

    fn replace(value: &Json, format: Format, pairs: &[(&str, &str)]) -> Json {
        let text = Text::read(value, format);
        let mut edits: Vec<Edit> = pairs
            .iter()
            .flat_map(|(from, to)| {
                text.joined().match_indices(from).filter_map(|(at, _)| {
                    let span = Span::new(text.joined(), at..at + from.len())?;
                    Some(Edit { span, replacement: (*to).to_owned() })
                })
            })
            .collect();
        edits.sort_unstable_by_key(|edit| edit.span);
        text.rewrite(value, &edits)
    }

    #[test]
    fn two_keys_with_one_replacement_keep_both_members() {
        let value = json!({"mia": 1, "P": 2, "ben": 3});
        assert_eq!(replace(&value, Format::Json, &[("mia", "P"), ("ben", "P")]), json!({"P 2": 1, "P": 2, "P 3": 3}));
    }

    #[test]
    fn keys_swap_without_loss() {
        let value = json!({"mia": 1, "ben": 2});
        assert_eq!(replace(&value, Format::Json, &[("mia", "ben"), ("ben", "mia")]), json!({"ben": 1, "mia": 2}));
    }

    #[test]
    fn values_and_keys_under_renamed_parents_are_found() {
        let value = json!({"mia": {"mia": {"a/~b": "mia"}}});
        assert_eq!(replace(&value, Format::Json, &[("mia", "X"), ("a/~b", "Y")]), json!({"X": {"X": {"Y": "X"}}}));
    }

    #[test]
    fn an_edited_number_becomes_a_string() {
        let value = json!({"card": 4111111111111111_u64, "n": [1.5]});
        assert_eq!(replace(&value, Format::Json, &[("4111111111111111", "CARD")]), json!({"card": "CARD", "n": [1.5]}));
    }

    #[test]
    fn a_document_inside_a_string_is_rewritten_inside_the_string() {
        let value =
            json!(r#"{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Hi Mia"}]}]}"#);
        let rewritten = replace(&value, Format::AdfString, &[("Mia", "\"P\"")]);
        let document: Json = serde_json::from_str(rewritten.as_str().expect("a string")).expect("JSON");
        assert_eq!(document.pointer("/content/0/content/0/text"), Some(&json!("Hi \"P\"")));
    }
}
