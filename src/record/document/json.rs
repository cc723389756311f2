//! Any JSON value as text: strings, numbers and object keys, one block each.

use super::{Builder, Escape, Part};
use serde_json::Value as Json;

pub(super) fn read(value: &Json, builder: &mut Builder) {
    walk(value, String::new(), builder);
}

fn walk(value: &Json, pointer: String, builder: &mut Builder) {
    match value {
        Json::Null | Json::Bool(_) => {}
        Json::Number(number) => {
            let raw = number.to_string();
            let node = builder.node(pointer, Part::Value, Escape::None, raw.clone());
            builder.verbatim(node, 0..raw.len());
            builder.block();
        }
        Json::String(text) => {
            builder.string(&pointer, Escape::None, text);
            builder.block();
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, format!("{pointer}/{index}"), builder);
            }
        }
        Json::Object(members) => {
            for (key, member) in members {
                let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                builder.attribute(pointer.clone(), Part::Key, Escape::None, key.clone(), None);
                walk(member, pointer, builder);
            }
        }
    }
}
