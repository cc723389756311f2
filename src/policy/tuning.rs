//! The part of a policy that changes what is found, at the door: see [`Tuning`].

use super::Error;
use crate::detect::{
    Allowed, CustomRecognizer, Denied, Entity, EntityTuning, Pattern, Patterns, Score, Tuning, is_phrase, is_recognizer,
    is_reserved,
};
use crate::door::{self, At};
use crate::order::{by_place, by_text, distinct};

/// The members of the policy that this reads.
pub(super) const MEMBERS: &[&str] = &["entities", "recognizers", "countries", "allow", "deny", "customRecognizers"];

/// Entries that an allow or deny list may have.
const ENTRIES: usize = 20_000;
/// Bytes that a text in them, or an id, may have.
const LONG: usize = 256;
/// Recognizers that a policy may bring along: each is one more pass over the text.
const RECOGNIZERS: usize = 64;
/// Context words that each of them may have.
const WORDS: usize = 32;

pub(super) fn read(at: &At<'_>, patterns: &Patterns) -> Result<Tuning, Error> {
    let allowed = |at: &At<'_>| allowed(at, patterns);
    let custom = |at: &At<'_>| custom(at, patterns);
    let custom_recognizers = at.maybe("customRecognizers", |at| {
        let rows = alike(at.short_list(RECOGNIZERS, custom)?, |row| row.id.clone());
        let each_once = rows.windows(2).all(|pair| pair[0].id != pair[1].id);
        if each_once { Ok(rows) } else { at.refuse("must not have two recognizers of one id") }
    })?;
    let ids = |list: Option<Vec<Option<String>>>| distinct(list.unwrap_or_default().into_iter().flatten().collect());
    let entities = at.maybe("entities", entities)?.unwrap_or_default().into_iter().flatten().collect();
    Ok(Tuning {
        entities: by_place(entities, |(entity, _)| (*entity as usize, 0)),
        without: ids(at.maybe("recognizers", switched_off)?),
        countries: ids(at.maybe("countries", |at| at.list(country))?),
        allow: alike(at.maybe("allow", |at| at.short_list(ENTRIES, allowed))?.unwrap_or_default(), Allowed::order),
        deny: alike(at.maybe("deny", |at| at.short_list(ENTRIES, denied))?.unwrap_or_default(), Denied::order),
        custom_recognizers: custom_recognizers.unwrap_or_default(),
    })
}

/// Lists that say the same are alike: sorted, without doubles.
fn alike<T: PartialEq>(list: Vec<T>, order: impl Fn(&T) -> String) -> Vec<T> {
    let mut list = by_text(list, order);
    list.dedup();
    list
}

/// What says nothing but the default is left out, so that it changes no digest. Keys that are no ids are not repeated.
fn entities(at: &At<'_>) -> Result<Vec<Option<(Entity, EntityTuning)>>, Error> {
    at.entries(|id, of| {
        let Ok(entity) = id.parse::<Entity>() else { return at.refuse("has a member that is no known entity") };
        of.only(&["enabled", "threshold"])?;
        let enabled = of.maybe("enabled", door::flag)?.unwrap_or(true);
        let threshold = of.maybe("threshold", score)?;
        Ok((!enabled || threshold.is_some()).then_some((entity, EntityTuning { enabled, threshold })))
    })
}

fn switched_off(at: &At<'_>) -> Result<Vec<Option<String>>, Error> {
    at.entries(|id, of| {
        if !is_recognizer(id) {
            return at.refuse("has a member that is no known recognizer");
        }
        of.only(&["enabled"])?;
        Ok((!of.need("enabled", door::flag)?).then(|| id.to_owned()))
    })
}

fn country(at: &At<'_>) -> Result<Option<String>, Error> {
    let code = door::text(at)?;
    let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code { Ok(Some(code)) } else { at.refuse("must be a country code, two capital letters (ISO 3166-1)") }
}

fn allowed(at: &At<'_>, patterns: &Patterns) -> Result<Allowed, Error> {
    at.only(&["text", "ignoreCase", "pattern"])?;
    let text = at.maybe("text", phrase)?;
    let ignore_case = at.maybe("ignoreCase", door::flag)?;
    match (text, at.maybe("pattern", |at| pattern(at, patterns))?, ignore_case) {
        (Some(text), None, ignore_case) => Ok(Allowed::Text { text, ignore_case: ignore_case.unwrap_or(false) }),
        (None, Some(pattern), None) => Ok(Allowed::Pattern { pattern }),
        (None, Some(_), Some(_)) => at.refuse("must have ignoreCase only beside text; a pattern begins with (?i)"),
        (Some(_), Some(_), _) | (None, None, _) => at.refuse("must have either text or pattern"),
    }
}

fn denied(at: &At<'_>) -> Result<Denied, Error> {
    at.only(&["text", "entity", "label"])?;
    let entity = at.maybe("entity", door::id)?.unwrap_or(Entity::Custom);
    Ok(Denied { text: at.need("text", phrase)?, entity, label: label(at, entity)? })
}

fn custom(at: &At<'_>, patterns: &Patterns) -> Result<CustomRecognizer, Error> {
    at.only(&["id", "entity", "label", "pattern", "score", "context", "check"])?;
    let entity = at.maybe("entity", door::id)?.unwrap_or(Entity::Custom);
    Ok(CustomRecognizer {
        id: at.need("id", id)?,
        entity,
        label: label(at, entity)?,
        pattern: at.need("pattern", |at| pattern(at, patterns))?,
        score: at.maybe("score", score)?.unwrap_or(Score::LIKELY),
        context: distinct(at.maybe("context", |at| at.short_list(WORDS, word))?.unwrap_or_default()),
        check: at.maybe("check", door::id)?,
    })
}

fn score(at: &At<'_>) -> Result<Score, Error> {
    Ok(Score::new(at.number(100)? as i32))
}

fn pattern(at: &At<'_>, patterns: &Patterns) -> Result<Pattern, Error> {
    patterns.get(&door::text(at)?).or_else(|fault| at.refuse_from(fault.offset, &format!("is no usable pattern: {}", fault.what)))
}

/// A text of a list.
fn phrase(at: &At<'_>) -> Result<String, Error> {
    let text = door::text(at)?;
    match is_phrase(&text) {
        _ if text.len() > LONG => at.refuse(&format!("has {} bytes, may have {LONG}", text.len())),
        true => Ok(text),
        false => at.refuse("must hold a letter or a digit"),
    }
}

/// What the policy calls a thing that has no entity of its own.
fn label(at: &At<'_>, entity: Entity) -> Result<Option<String>, Error> {
    at.maybe("label", |at| {
        let label = door::text(at)?;
        let mut parts = label.split('_');
        let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let is_label = label.starts_with(|c: char| c.is_ascii_uppercase()) && parts.all(is_part) && label.len() <= 40;
        match (entity, label.parse::<Entity>()) {
            _ if !is_label => at.refuse("must be at most 40 capital letters and digits in words joined by _"),
            (_, Ok(_)) => at.refuse("must not be the id of an entity"),
            (Entity::Custom, Err(_)) => Ok(label),
            (_, Err(_)) => at.refuse("may stand only beside the entity CUSTOM"),
        }
    })
}

fn id(at: &At<'_>) -> Result<String, Error> {
    let id = door::text(at)?;
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    match id.split('-').all(is_part) && id.len() <= 64 {
        false => at.refuse("must be at most 64 lower-case letters and digits in words joined by -"),
        true if is_reserved(&id) => at.refuse("must not be the id of a built-in recognizer"),
        true => Ok(id),
    }
}

fn word(at: &At<'_>) -> Result<String, Error> {
    let word = door::text(at)?;
    let is_word = !word.is_empty() && word.len() <= 64 && word.chars().all(char::is_alphanumeric) && word == word.to_lowercase();
    if is_word { Ok(word) } else { at.refuse("must be one word in lower case") }
}
