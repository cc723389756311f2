//! The invented person, and how a record comes to speak of them.

use crate::engine::ask::Canary;
use crate::policy::Policy;
use crate::preview::Reading;
use crate::record::document::Format;
use serde_json::{Value as Json, json};

/// Their account id, of the newer form and of nobody.
const ACCOUNT: &str = "557058:5e7a9b1c-0000-4000-8000-ca9a47000001";

impl Default for Canary {
    /// Nobody, as far as we know: a domain that is reserved for examples (RFC 2606), a number from the range that is reserved for
    /// fiction.
    fn default() -> Self {
        Self {
            name: "Séraphine Dünnwald".to_owned(),
            email: "seraphine.dunnwald@example.org".to_owned(),
            phone: "+1 212 555 0142".to_owned(),
            handle: "sdunnwald".to_owned(),
        }
    }
}

/// A way in which somebody is written.
pub(super) struct Form {
    pub(super) id: &'static str,
    /// As it is written.
    pub(super) text: String,
    /// The part of it that must go.
    pub(super) core: String,
}

/// All of them, in the order in which they are planted.
pub(super) fn forms(person: &Canary) -> Vec<Form> {
    let name = person.name.as_str();
    let words: Vec<&str> = name.split_whitespace().collect();
    let (first, last) = (words.first().copied().unwrap_or(name), words.last().copied().unwrap_or(name));
    let local = person.email.split('@').next().unwrap_or_default();
    let initial = |word: &str| word.chars().next().map(|c| format!("{}.", c.to_uppercase())).unwrap_or_default();
    let whole = |id, text: String| Form { id, core: text.clone(), text };
    let part = |id, text: String, core: &str| Form { id, text, core: core.to_owned() };
    vec![
        whole("full-name", name.to_owned()),
        whole("last-first", format!("{last}, {first}")),
        whole("first-name", first.to_owned()),
        whole("initials", format!("{} {}", initial(first), initial(last))),
        whole("upper-case", name.to_uppercase()),
        whole("lower-case", name.to_lowercase()),
        whole("no-accents", name.chars().map(plain).collect()),
        part("possessive", format!("{name}’s"), name),
        whole("email", person.email.clone()),
        whole("local-part", local.to_owned()),
        whole("handle", format!("@{}", person.handle)),
        whole("phone", person.phone.clone()),
        part("url", format!("https://example.org/people/{local}"), local),
        whole("zero-width", words.iter().map(|word| broken(word, "\u{200b}")).collect::<Vec<_>>().join(" ")),
        whole("split", name.to_owned()),
    ]
}

/// A word with something in its middle.
fn broken(word: &str, with: &str) -> String {
    let (front, back) = halves(word);
    format!("{front}{with}{back}")
}

fn halves(word: &str) -> (&str, &str) {
    let middle = word.char_indices().nth(word.chars().count() / 2).map_or(0, |(at, _)| at);
    word.split_at(middle)
}

/// Words of the person that no lane may hold, folded.
pub(super) fn traces(person: &Canary) -> Vec<String> {
    let words = person.name.split_whitespace().filter(|word| word.chars().count() > 2);
    let digits = person.phone.chars().rev().filter(|c| !c.is_whitespace()).take(7).collect::<Vec<_>>();
    let mut traces: Vec<String> = words.map(folded).collect();
    traces.extend([folded(&person.handle), folded(&person.email), digits.iter().rev().collect(), ACCOUNT.to_owned()]);
    traces
}

/// A text without what can be written in two ways: case, the accents of Latin letters, zero-width signs.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter(|c| *c != '\u{200b}').flat_map(char::to_lowercase).map(plain).collect()
}

/// The letter without its accent, of those that names in Latin letters have most.
fn plain(c: char) -> char {
    const ACCENTS: &[(char, &str)] = &[
        ('a', "àáâãäå"),
        ('e', "èéêë"),
        ('i', "ìíîï"),
        ('o', "òóôõöø"),
        ('u', "ùúûü"),
        ('c', "ç"),
        ('n', "ñ"),
        ('A', "ÀÁÂÃÄÅ"),
        ('E', "ÈÉÊË"),
        ('I', "ÌÍÎÏ"),
        ('O', "ÒÓÔÕÖØ"),
        ('U', "ÙÚÛÜ"),
        ('C', "Ç"),
        ('N', "Ñ"),
        ('s', "š"),
        ('z', "ž"),
        ('y', "ýÿ"),
    ];
    ACCENTS.iter().find(|(_, accented)| accented.contains(c)).map_or(c, |(plain, _)| *plain)
}

impl Form {
    /// What is said about them. The one in two nodes is told apart by its beginning, for it reads like another.
    pub(super) fn sentence(&self) -> String {
        let tell = if self.is_split() { "Tell also" } else { "Tell" };
        format!("{tell} {} at once.", self.text)
    }

    fn is_split(&self) -> bool {
        self.id == "split"
    }
}

/// A record that speaks of the person in every text that people write in it, and names them in a typed field. None where the input is
/// no record in JSON.
pub(super) fn planted(input: &str, reading: &Reading, policy: &Policy, person: &Canary) -> Option<String> {
    let Ok(Json::Object(_)) = serde_json::from_str::<Json>(input) else { return None };
    let record = reading.records().first()?;
    let mut value = record.value.clone();
    let known = |at: usize| reading.rule(policy, 0, at);
    let leaves = |at: usize| known(at).is_some_and(|rule| rule.kind.lane().is_some());
    let forms = forms(person);
    let mut spoken = false;
    for (_, field) in record.fields.iter().enumerate().filter(|(at, _)| leaves(*at)) {
        spoken |= value.pointer_mut(field.path.as_str()).is_some_and(|slot| speak(slot, field.format, &forms));
    }
    // Where nothing that leaves is text, what stays is.
    let staying = record.fields.iter().enumerate().filter(|(at, _)| !spoken && known(*at).is_some());
    for (_, field) in staying {
        if let Some(slot) = value.pointer_mut(field.path.as_str()) {
            speak(slot, field.format, &forms);
        }
    }
    introduce(&mut value, person);
    Some(value.to_string())
}

/// Names the person in a member of its own, as records name people.
fn introduce(value: &mut Json, person: &Canary) {
    let user = json!({
        "accountId": ACCOUNT, "accountType": "atlassian", "displayName": person.name, "publicName": person.name,
        "emailAddress": person.email, "name": person.handle, "active": true,
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
fn speak(slot: &mut Json, format: Format, forms: &[Form]) -> bool {
    match (format, slot) {
        (Format::Adf, Json::Object(document)) => paragraph(document.get_mut("content"), forms),
        (Format::AdfString, Json::String(text)) => {
            let Ok(mut document) = serde_json::from_str::<Json>(text) else { return false };
            let spoken = paragraph(document.get_mut("content"), forms);
            *text = document.to_string();
            spoken
        }
        (Format::Storage, Json::String(text)) => {
            let sentence = |form: &Form| match form.is_split() {
                true => {
                    let (front, back) = halves(&form.text);
                    format!("Tell also <strong>{front}</strong>{back} at once.")
                }
                false => form.sentence() + " ",
            };
            *text += &format!("<p>{}</p>", forms.iter().map(sentence).collect::<String>());
            true
        }
        (Format::Plain | Format::Wiki | Format::Markdown | Format::Json, Json::String(text)) if text.contains(' ') => {
            *text += " ";
            *text += plainly(forms).trim_end();
            true
        }
        (Format::Json, Json::Array(items)) => items.iter_mut().any(|item| speak(item, format, forms)),
        (Format::Json, Json::Object(members)) => members.values_mut().any(|member| speak(member, format, forms)),
        _ => false,
    }
}

/// All sentences but the one that takes two nodes.
fn plainly(forms: &[Form]) -> String {
    forms.iter().filter(|form| !form.is_split()).map(|form| form.sentence() + " ").collect()
}

/// One more paragraph, with the name in two nodes at its end.
fn paragraph(content: Option<&mut Json>, forms: &[Form]) -> bool {
    let Some(Json::Array(blocks)) = content else { return false };
    let name = forms.last().map_or("", |form| form.text.as_str());
    let (front, back) = halves(name);
    blocks.push(json!({"type": "paragraph", "content": [
        {"type": "text", "text": plainly(forms) + "Tell also "},
        {"type": "text", "text": front, "marks": [{"type": "strong"}]},
        {"type": "text", "text": format!("{back} at once.")},
    ]}));
    true
}
