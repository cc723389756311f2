//! The invented person, and how a record comes to speak of them.

use crate::policy::Policy;
use crate::preview::Reading;
use crate::record::document::Format;
use serde_json::{Value as Json, json};

/// Their name. Nobody has it, as far as we know.
pub(super) const NAME: &str = "Séraphine Dünnwald";
/// Their address, in a domain that is reserved for examples (RFC 2606).
pub(super) const EMAIL: &str = "seraphine.dunnwald@example.org";
/// Their number, from the range that is reserved for fiction.
pub(super) const PHONE: &str = "+1 212 555 0142";
/// Their user name.
pub(super) const HANDLE: &str = "sdunnwald";
/// Their account id, of the newer form and of nobody.
const ACCOUNT: &str = "557058:5e7a9b1c-0000-4000-8000-ca9a47000001";

/// What no lane may hold of them, folded.
pub(super) const TRACES: &[&str] = &["seraphine", "dunnwald", "555 0142", "s. d.", "ca9a47000001"];

/// A way in which somebody is written.
pub(super) struct Form {
    pub(super) id: &'static str,
    /// As it is written.
    pub(super) text: &'static str,
    /// The part of it that must go.
    pub(super) core: &'static str,
}

const fn whole(id: &'static str, text: &'static str) -> Form {
    Form { id, text, core: text }
}

/// All of them, in the order in which they are planted.
pub(super) const FORMS: &[Form] = &[
    whole("full-name", NAME),
    whole("last-first", "Dünnwald, Séraphine"),
    whole("first-name", "Séraphine"),
    whole("initials", "S. D."),
    whole("upper-case", "SÉRAPHINE DÜNNWALD"),
    whole("lower-case", "séraphine dünnwald"),
    whole("no-accents", "Seraphine Dunnwald"),
    Form { id: "possessive", text: "Séraphine Dünnwald’s", core: "Séraphine Dünnwald" },
    whole("email", EMAIL),
    whole("local-part", "seraphine.dunnwald"),
    whole("handle", "@sdunnwald"),
    whole("phone", PHONE),
    Form { id: "url", text: "https://example.org/people/seraphine.dunnwald", core: "seraphine.dunnwald" },
    whole("zero-width", "Séra\u{200b}phine Dünn\u{200b}wald"),
    Form { id: "split", text: "Séraphine Dünnwald", core: "Séraphine Dünnwald" },
];

impl Form {
    /// What is said about them.
    pub(super) fn sentence(&self) -> String {
        let (before, behind) = self.around();
        format!("{before}{}{behind}", self.text)
    }

    /// A sentence is told apart by its beginning, for two forms read alike.
    fn around(&self) -> (&'static str, &'static str) {
        if self.id == "split" { ("Tell also ", " at once.") } else { ("Tell ", " at once.") }
    }
}

/// The letter without its accent, of those in the name.
pub(super) fn plain(c: char) -> char {
    match c {
        'é' => 'e',
        'ü' => 'u',
        other => other,
    }
}

/// A record that speaks of the person in every text that people write in it, and names them in a typed field. None where the input is
/// neither JSON nor plain text, which leaves no room for a sentence.
pub(super) fn planted(input: &str, reading: &Reading, policy: &Policy) -> Option<String> {
    let Ok(Json::Object(_)) = serde_json::from_str::<Json>(input) else { return None };
    let record = reading.records().first()?;
    let mut value = record.value.clone();
    let known = |at: usize| reading.rule(policy, 0, at);
    let leaves = |at: usize| known(at).is_some_and(|rule| rule.kind.lane().is_some());
    let mut spoken = false;
    for (_, field) in record.fields.iter().enumerate().filter(|(at, _)| leaves(*at)) {
        spoken |= value.pointer_mut(field.path.as_str()).is_some_and(|slot| speak(slot, field.format));
    }
    // Where nothing that leaves is text, what stays is.
    let staying = record.fields.iter().enumerate().filter(|(at, _)| !spoken && known(*at).is_some());
    for (_, field) in staying {
        if let Some(slot) = value.pointer_mut(field.path.as_str()) {
            speak(slot, field.format);
        }
    }
    introduce(&mut value);
    Some(value.to_string())
}

/// Names the person where the record names people: beside the first of them, else in a member of its own.
fn introduce(value: &mut Json) {
    let user = json!({
        "accountId": ACCOUNT, "accountType": "atlassian", "displayName": NAME, "publicName": NAME, "emailAddress": EMAIL,
        "name": HANDLE, "active": true,
    });
    let inner = match value.pointer("/fields") {
        Some(Json::Object(_)) => value.pointer_mut("/fields"),
        Some(_) | None => Some(value),
    };
    if let Some(Json::Object(members)) = inner {
        members.insert("canary".to_owned(), user);
    }
}

/// Adds the sentences to a text. Says whether there was one.
fn speak(slot: &mut Json, format: Format) -> bool {
    match (format, slot) {
        (Format::Adf, Json::Object(document)) => paragraph(document.get_mut("content")),
        (Format::AdfString, Json::String(text)) => {
            let Ok(mut document) = serde_json::from_str::<Json>(text) else { return false };
            let spoken = paragraph(document.get_mut("content"));
            *text = document.to_string();
            spoken
        }
        (Format::Storage, Json::String(text)) => {
            let sentence = |form: &Form| match form.id {
                "split" => "Tell also <strong>Séra</strong>phine Dünnwald at once.".to_owned(),
                _ => form.sentence() + " ",
            };
            *text += &format!("<p>{}</p>", FORMS.iter().map(sentence).collect::<String>());
            true
        }
        (Format::Plain | Format::Wiki | Format::Markdown | Format::Json, Json::String(text)) if text.contains(' ') => {
            *text += " ";
            *text += plainly().trim_end();
            true
        }
        (Format::Json, Json::Array(items)) => items.iter_mut().any(|item| speak(item, format)),
        (Format::Json, Json::Object(members)) => members.values_mut().any(|member| speak(member, format)),
        _ => false,
    }
}

/// All sentences but the one that takes two nodes.
fn plainly() -> String {
    let one = |form: &&Form| form.id != "split";
    FORMS.iter().filter(one).map(|form| form.sentence() + " ").collect()
}

/// One more paragraph, with the name in two nodes at its end.
fn paragraph(content: Option<&mut Json>) -> bool {
    let Some(Json::Array(blocks)) = content else { return false };
    blocks.push(json!({"type": "paragraph", "content": [
        {"type": "text", "text": plainly() + "Tell also "},
        {"type": "text", "text": "Séra", "marks": [{"type": "strong"}]},
        {"type": "text", "text": "phine Dünnwald at once."},
    ]}));
    true
}
