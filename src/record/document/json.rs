//! Any JSON value as text: strings, numbers and object keys, one block each.

use super::{Builder, KnownKind, Part, Parts, adf, join};
use serde_json::{Map, Value as Json};

/// Reads a value that people see.
pub(super) fn read(value: &Json, pointer: &str, builder: &mut Builder) {
    read_as(value, pointer, None, builder);
}

fn read_as(value: &Json, pointer: &str, kind: Option<KnownKind>, builder: &mut Builder) {
    match value {
        Json::Null | Json::Bool(_) => {}
        Json::Number(number) => {
            let raw = number.to_string();
            let node = builder.node(pointer, Part::Value, raw.clone());
            builder.verbatim(node, 0..raw.len());
            builder.block();
        }
        Json::String(text) => {
            let span = builder.string(pointer, text);
            if let Some(kind) = kind {
                builder.known(span, kind);
            }
            builder.block();
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                read(item, &join(pointer, &index.to_string()), builder);
            }
        }
        Json::Object(_) if adf::is_document(value) => adf::read(value, pointer, builder),
        Json::Object(members) => {
            for (key, member) in members {
                let pointer = join(pointer, key);
                builder.attribute(pointer.clone(), Part::Key, key.clone(), None);
                read_as(member, &pointer, kind_of(members, key), builder);
            }
        }
    }
}

/// What the key says about its string. Keys that other kinds of objects use, too, count in a user object alone.
fn kind_of(members: &Map<String, Json>, key: &str) -> Option<KnownKind> {
    match key {
        "accountId" | "authorId" | "ownerId" | "lastOwnerId" | "creatorAccountId" | "lastModifierAccountId" => {
            Some(KnownKind::AccountId)
        }
        "username" | "userKey" => Some(KnownKind::Username),
        "displayName" | "publicName" if is_user(members) => Some(KnownKind::Mention),
        "name" | "key" if members.contains_key("displayName") && is_user(members) => Some(KnownKind::Username),
        _ => None,
    }
}

/// Whether an object stands for a user, as the APIs write them.
pub(in crate::record) fn is_user(members: &Map<String, Json>) -> bool {
    let has = |key: &&str| members.get(*key).is_some_and(|value| !value.is_null());
    has(&"accountId")
        || ["emailAddress", "username", "userKey"].iter().any(has)
        || (["displayName", "publicName"].iter().any(has)
            && (members.len() == 1 || ["name", "key", "active", "accountType", "avatarUrls"].iter().any(has)))
}

/// Reads a value of which only some parts count as seen; the others go after them.
pub(super) fn read_parts(value: &Json, pointer: &str, parts: &Parts<'_>, builder: &mut Builder) {
    match value {
        _ if parts.is_whole() => read(value, pointer, builder),
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let step = index.to_string();
                read_parts(item, &join(pointer, &step), &parts.below(&step), builder);
            }
        }
        Json::Object(members) => {
            for (key, member) in members {
                let pointer = join(pointer, key);
                builder.attribute(pointer.clone(), Part::Key, key.clone(), None);
                read_parts(member, &pointer, &parts.below(key), builder);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => hide(value, pointer, None, builder),
    }
}

/// Reads a value that people do not see: all of it goes after the visible text.
pub(super) fn hide(value: &Json, pointer: &str, kind: Option<KnownKind>, builder: &mut Builder) {
    match value {
        Json::Null | Json::Bool(_) => {}
        Json::Number(number) => builder.attribute(pointer, Part::Value, number.to_string(), kind),
        Json::String(text) => builder.attribute(pointer, Part::Value, text.clone(), kind),
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                hide(item, &join(pointer, &index.to_string()), kind, builder);
            }
        }
        Json::Object(members) => {
            for (key, member) in members {
                hide_member(key, member, pointer, builder);
            }
        }
    }
}

/// Reads a member that people do not see, with its key.
pub(super) fn hide_member(key: &str, member: &Json, parent: &str, builder: &mut Builder) {
    let pointer = join(parent, key);
    builder.attribute(pointer.clone(), Part::Key, key, None);
    hide(member, &pointer, None, builder);
}
