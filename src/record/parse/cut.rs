//! Cuts a record into the fields an admin would name.
//!
//! A table of rows says which containers are cut into their members and how the strings at known places hold text; whatever no
//! row names is one field, whole. So the fields' paths partition the record: every leaf belongs to exactly one field.

use super::Warning;
use super::label::humanize;
use crate::record::document::{Format, is_document, nested_document};
use crate::record::{CustomField, Field, FieldPath};
use serde_json::{Map, Value as Json};

/// What is known of a place in a record.
#[derive(Debug)]
pub(super) struct Row {
    /// The place: a JSON pointer in which `*` stands for one step.
    pub(super) path: &'static str,
    /// What people call it. `#` stands for the number of the list item (one for each `*`, in order), `^` for what the place
    /// above is called.
    pub(super) label: &'static str,
    /// What to do there.
    pub(super) cut: Cut,
}

/// What to do at a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Cut {
    /// One field; if it is a string, it holds text in this format.
    Field(Format),
    /// One field; its member at this pointer says what people call it.
    Whole(&'static str),
    /// Cut into its members.
    Members,
    /// Cut into its members, one of which, at this pointer, says what people call the place.
    Named(&'static str),
    /// Cut like the place of this path; the labels there follow this one's.
    Like(&'static str),
    /// Cut like the place of this path, but every string is HTML.
    Rendered(&'static str),
}

/// A row that is one field.
pub(super) const fn field(path: &'static str, label: &'static str, format: Format) -> Row {
    Row { path, label, cut: Cut::Field(format) }
}

/// A row that is cut.
pub(super) const fn row(path: &'static str, label: &'static str, cut: Cut) -> Row {
    Row { path, label, cut }
}

/// What a response says about fields besides their values: Jira's `names` and `schema`.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Glossary<'a> {
    pub(super) names: Option<&'a Map<String, Json>>,
    pub(super) schema: Option<&'a Map<String, Json>>,
}

/// Cuts a record by the rows of its type, which stand in the order of their paths.
pub(super) fn cut(value: &Json, rows: &'static [Row], glossary: Glossary<'_>, warnings: &mut Vec<Warning>) -> Vec<Field> {
    let mut cutter = Cutter { rows, glossary, fields: Vec::new(), warnings };
    cutter.place(value, &Place { rest: vec![Rest::under(rows, "")], ..Place::default() });
    cutter.fields
}

struct Cutter<'a> {
    rows: &'static [Row],
    glossary: Glossary<'a>,
    fields: Vec<Field>,
    warnings: &'a mut Vec<Warning>,
}

/// A place in the record, and what is left of the rows that may still fit below it.
#[derive(Clone, Default)]
struct Place {
    path: FieldPath,
    label: String,
    before: String,
    after: &'static str,
    numbers: Vec<usize>,
    rest: Vec<Rest>,
}

/// What is left of a table at a place. Its rows are sorted by their paths, so that those below a place stand side by side.
#[derive(Clone, Copy, Debug)]
struct Rest {
    /// The row of the place itself.
    row: Option<&'static Row>,
    below: &'static [Row],
    /// How many bytes of the paths below lead to the place.
    done: usize,
}

impl Cutter<'_> {
    fn place(&mut self, value: &Json, place: &Place) {
        let row = place.row();
        let cut =
            row.map_or(if place.path.as_str().is_empty() { Cut::Members } else { Cut::Field(Format::Plain) }, |row| row.cut);
        match cut {
            Cut::Field(format) => self.field(value, place, format),
            Cut::Whole(name) => self.field(value, &place.named(value, name), Format::Json),
            Cut::Members | Cut::Named(_) | Cut::Like(_) | Cut::Rendered(_) if is_leaf(value) => {
                self.warn_of_shape(value, place);
                self.field(value, place, Format::Plain);
            }
            Cut::Members => self.members(value, place),
            Cut::Named(name) => self.members(value, &place.named(value, name)),
            Cut::Like(path) => {
                let before = if place.label.is_empty() { String::new() } else { format!("{}{} ", place.before, place.label) };
                self.members(value, &Place { before, ..self.restart(place, path) });
            }
            Cut::Rendered(path) => self.members(value, &Place { after: " (rendered)", ..self.restart(place, path) }),
        }
    }

    fn restart(&self, place: &Place, path: &'static str) -> Place {
        Place { label: String::new(), numbers: Vec::new(), rest: vec![Rest::under(self.rows, path)], ..place.clone() }
    }

    fn members(&mut self, value: &Json, place: &Place) {
        match value {
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.place(item, &place.child(&index.to_string(), Some(index + 1)));
                }
            }
            Json::Object(members) => {
                for (key, member) in members {
                    self.place(member, &place.child(key, None));
                }
            }
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
        }
    }

    fn field(&mut self, value: &Json, place: &Place, wanted: Format) {
        let custom = self.custom(place);
        let format = self.format(value, place, wanted, custom.as_ref());
        let label = self.name(place, custom.as_ref()).unwrap_or_else(|| place.label.clone());
        let step = place.path.as_str().rsplit('/').next().unwrap_or_default();
        let label = if label.trim().is_empty() { humanize(step) } else { label };
        let label = match place.before.as_str() {
            "" => label + place.after,
            before => format!("{before}{}{}", lower_first(&label), place.after),
        };
        let path = place.path.clone();
        self.fields.push(Field { path, label, value: value.clone(), format, custom: custom.filter(|_| place.after.is_empty()) });
    }

    fn format(&mut self, value: &Json, place: &Place, wanted: Format, custom: Option<&CustomField>) -> Format {
        match value {
            Json::String(_) if !place.after.is_empty() => Format::Storage,
            Json::String(text) if wanted == Format::AdfString && nested_document(text).is_none() => {
                self.warnings.push(Warning::new("malformed-document", Some(place.path.to_string())));
                Format::Plain
            }
            Json::String(_) if custom.is_some_and(is_text_area) => Format::Wiki,
            Json::String(_) => wanted,
            _ if is_document(value) => Format::Adf,
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => Format::Json,
        }
    }

    /// The id of the member of `fields` that the place is, if it is one.
    fn field_id<'p>(&self, place: &'p Place) -> Option<&'p str> {
        let path = place.path.as_str();
        let id = path.strip_prefix("/fields/").or_else(|| path.strip_prefix("/renderedFields/"))?;
        (!id.bytes().any(|byte| matches!(byte, b'/' | b'~'))).then_some(id)
    }

    fn custom(&self, place: &Place) -> Option<CustomField> {
        let id = self.field_id(place).filter(|id| id.starts_with("customfield_") || exported(id).is_some())?;
        let schema = self.glossary.schema.and_then(|schema| schema.get(id)?.get("custom")?.as_str());
        Some(CustomField { id: id.to_owned(), type_key: schema.map(str::to_owned) })
    }

    /// What the record itself calls the field, or what its type is called everywhere.
    fn name(&self, place: &Place, custom: Option<&CustomField>) -> Option<String> {
        let name = self.glossary.names.and_then(|names| names.get(self.field_id(place)?)?.as_str());
        let name = name.filter(|name| !name.trim().is_empty());
        let name = name.or_else(|| type_name(custom?.type_key.as_deref()?));
        name.or_else(|| exported(self.field_id(place)?)).map(str::to_owned)
    }

    fn warn_of_shape(&mut self, value: &Json, place: &Place) {
        if matches!(value, Json::Bool(_) | Json::Number(_) | Json::String(_)) {
            self.warnings.push(Warning::new("unexpected-shape", Some(place.path.to_string())));
        }
    }
}

impl Place {
    /// The place under the name that its value has at a pointer, if it has one there.
    fn named(&self, value: &Json, pointer: &str) -> Self {
        let label = value.pointer(pointer).and_then(Json::as_str).map(str::trim).filter(|label| !label.is_empty());
        Self { label: label.map_or_else(|| self.label.clone(), str::to_owned), ..self.clone() }
    }

    /// The place one step below.
    fn child(&self, step: &str, number: Option<usize>) -> Self {
        let steps = [step, "*"];
        let rest: Vec<_> = steps.iter().flat_map(|step| self.rest.iter().filter_map(|rest| rest.child(step))).collect();
        let numbers: Vec<_> = self.numbers.iter().copied().chain(number).collect();
        let label = match rest.iter().find_map(|rest| rest.row) {
            Some(row) => fill(row.label, &numbers, &self.label),
            None => default_label(&self.label, step, number),
        };
        Self { path: self.path.join(step), label, before: self.before.clone(), after: self.after, numbers, rest }
    }

    /// The row of the place, if it has one.
    fn row(&self) -> Option<&'static Row> {
        self.rest.iter().find_map(|rest| rest.row)
    }
}

impl Rest {
    /// What a table says of the place with this path.
    fn under(rows: &'static [Row], path: &str) -> Self {
        let whole = Self { row: None, below: rows, done: 0 };
        path.split('/').skip(1).try_fold(whole, |rest, step| rest.child(step)).unwrap_or(Self { below: &[], ..whole })
    }

    /// What is left behind a further step, if anything is.
    fn child(&self, step: &str) -> Option<Self> {
        let done = self.done + 1 + step.len();
        let next = |row: &Row| &row.path[self.done + 1..];
        let first = self.below.partition_point(|row| next(row) < step);
        let begin = self.below[first..].iter().take_while(|row| next(row).starts_with(step));
        let rows = &self.below[first..first + begin.count()];
        let row = rows.first().filter(|row| row.path.len() == done);
        let leads = |row: &Row| row.path.as_bytes().get(done) == Some(&b'/');
        let start = rows.iter().position(leads).unwrap_or(rows.len());
        let count = rows[start..].iter().take_while(|row| leads(row)).count();
        let below = &rows[start..start + count];
        // A key with a slash in it is one step, and no path's.
        (!step.contains('/') && (row.is_some() || count > 0)).then_some(Self { row, below, done })
    }
}

fn fill(template: &str, numbers: &[usize], above: &str) -> String {
    let mut numbers = numbers.iter();
    let mut label = String::with_capacity(template.len());
    for character in template.chars() {
        match character {
            '#' => label.push_str(&numbers.next().map(usize::to_string).unwrap_or_default()),
            '^' => label.push_str(above),
            _ => label.push(character),
        }
    }
    label
}

fn default_label(above: &str, step: &str, number: Option<usize>) -> String {
    let own = number.map_or_else(|| humanize(step), |number| number.to_string());
    if above.is_empty() { own } else { format!("{above} {}", own.to_lowercase()) }
}

/// A label in the middle of another one; an abbreviation keeps its capitals.
fn lower_first(label: &str) -> String {
    let mut characters = label.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(characters).collect(),
        _ => label.to_owned(),
    }
}

/// Whether there is nothing to cut.
fn is_leaf(value: &Json) -> bool {
    match value {
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => true,
        Json::Array(items) => items.is_empty(),
        Json::Object(members) => members.is_empty(),
    }
}

fn is_text_area(custom: &CustomField) -> bool {
    custom.type_key.as_deref().is_some_and(|key| key.ends_with(":textarea"))
}

/// The name of a custom field in the header of an export: `Story points` in `Custom field (Story points)`.
fn exported(header: &str) -> Option<&str> {
    header.strip_prefix("Custom field (")?.strip_suffix(')').filter(|name| !name.trim().is_empty())
}

/// What the vendor calls a type of custom field that every site has once.
fn type_name(type_key: &str) -> Option<&'static str> {
    match type_key {
        "com.pyxis.greenhopper.jira:jsw-story-points" => Some("Story point estimate"),
        "com.pyxis.greenhopper.jira:gh-sprint" => Some("Sprint"),
        "com.pyxis.greenhopper.jira:gh-epic-link" => Some("Epic link"),
        "com.pyxis.greenhopper.jira:gh-epic-label" => Some("Epic name"),
        "com.pyxis.greenhopper.jira:gh-epic-status" => Some("Epic status"),
        "com.pyxis.greenhopper.jira:gh-epic-color" => Some("Epic color"),
        "com.pyxis.greenhopper.jira:gh-lexo-rank" => Some("Rank"),
        "com.atlassian.servicedesk:vp-origin" => Some("Request type"),
        "com.atlassian.servicedesk:sd-request-participants" => Some("Request participants"),
        "com.atlassian.servicedesk:sd-customer-organizations" => Some("Organizations"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{confluence, jira, jsm, shapes};
    use super::*;
    use crate::record::RecordType;

    #[test]
    fn rows_stand_in_the_order_of_their_paths() {
        let tables = [jira::ISSUE, jira::COMMENT, jsm::REQUEST, jsm::COMMENT, confluence::PAGE];
        let shapes = RecordType::ALL.iter().filter_map(|record_type| Some(shapes::of(*record_type)?.rows));
        for table in tables.into_iter().chain(shapes) {
            assert!(table.iter().all(|row| row.path.starts_with('/')));
            assert!(table.is_sorted_by_key(|row| row.path), "{:?}", table.first());
        }
    }

    #[test]
    fn rows_are_found_step_by_step() {
        static ROWS: &[Row] = &[
            row("/a", "A", Cut::Members),
            row("/a-b", "A b", Cut::Members),
            row("/a/*", "Any", Cut::Members),
            row("/a/*/c", "C of any", Cut::Members),
            row("/a/b/c", "C of b", Cut::Members),
            row("/ab", "Ab", Cut::Members),
        ];
        let label = |path: &str| {
            let root = Place { rest: vec![Rest::under(ROWS, "")], ..Place::default() };
            path.split('/').skip(1).fold(root, |place, step| place.child(step, None)).row().map(|row| row.label)
        };
        let found = ["/a", "/a-b", "/a/x", "/a/b", "/a/b/c", "/a/x/c", "/ab", "/a/x/c/c", "/a/b/x", "/b"].map(label);
        let known = ["A", "A b", "Any", "Any", "C of b", "C of any", "Ab"].map(Some);
        assert_eq!(found, [&known[..], &[None; 3]].concat()[..]);
    }
}
