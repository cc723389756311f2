//! Jira's own CSV export: each row becomes the work item that it exports, in the shape in which the REST API returns it, so that one
//! set of rules decides about both.
//!
//! A column that stands there several times is a list. Comments are `date;author;text`, work that was logged
//! `text;date;author;seconds`, attachments `date;author;name;address`. Columns that the table does not know keep their header as
//! the field's name. Empty cells are no fields. Rows whose cells are not as many as the header's are left out: what stands in
//! them could end up in another field. Headers are the English ones.

use super::lines::Lines;
use super::table::{Row, Rows};
use super::{Error, FORMATS, Fault, InputFormat, Parsed, expected, records};
use crate::record::document::is_account_id;
use serde_json::{Map, Number, Value as Json, json};

/// Where the cells of a column go; pointers into the work item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum To {
    Text(&'static str),
    /// A string, or a number where the cell is written as one.
    Number(&'static str),
    /// Somebody, by name, user name or account id.
    User(&'static str),
    /// An item of a list.
    Each(&'static str),
    /// An item of a list, as an object with this member.
    EachAs(&'static str, &'static str),
    EachUser(&'static str),
    Comment,
    Worklog,
    Attachment,
}

/// Headers without their punctuation in lower case, and where the cells go. No place lies inside of another one.
const COLUMNS: &[(&[&str], To)] = &[
    (&["issuekey", "key", "workitemkey", "workkey"], To::Text("/key")),
    (&["issueid", "workitemid"], To::Text("/id")),
    (&["summary", "title"], To::Text("/fields/summary")),
    (&["description"], To::Text("/fields/description")),
    (&["environment"], To::Text("/fields/environment")),
    (&["issuetype", "worktype", "workitemtype"], To::Text("/fields/issuetype/name")),
    (&["status"], To::Text("/fields/status/name")),
    (&["statuscategory"], To::Text("/fields/statusCategory/name")),
    (&["statuscategorychanged"], To::Text("/fields/statuscategorychangedate")),
    (&["priority"], To::Text("/fields/priority/name")),
    (&["resolution"], To::Text("/fields/resolution/name")),
    (&["projectkey", "spacekey"], To::Text("/fields/project/key")),
    (&["projectname", "spacename"], To::Text("/fields/project/name")),
    (&["projecttype", "spacetype"], To::Text("/fields/project/projectTypeKey")),
    (&["projectlead", "spacelead"], To::User("/fields/project/lead")),
    (&["projectleadid", "spaceleadid"], To::Text("/fields/project/lead/accountId")),
    (&["projectdescription", "spacedescription"], To::Text("/fields/project/description")),
    (&["projecturl", "spaceurl"], To::Text("/fields/project/url")),
    (&["assignee"], To::User("/fields/assignee")),
    (&["assigneeid"], To::Text("/fields/assignee/accountId")),
    (&["reporter"], To::User("/fields/reporter")),
    (&["reporterid"], To::Text("/fields/reporter/accountId")),
    (&["creator"], To::User("/fields/creator")),
    (&["creatorid"], To::Text("/fields/creator/accountId")),
    (&["created"], To::Text("/fields/created")),
    (&["updated"], To::Text("/fields/updated")),
    (&["resolved"], To::Text("/fields/resolutiondate")),
    (&["lastviewed"], To::Text("/fields/lastViewed")),
    (&["duedate"], To::Text("/fields/duedate")),
    (&["labels"], To::Each("/fields/labels")),
    (&["components"], To::EachAs("/fields/components", "name")),
    (&["fixversions"], To::EachAs("/fields/fixVersions", "name")),
    (&["affectsversions", "affectedversions"], To::EachAs("/fields/versions", "name")),
    (&["sprint"], To::EachAs("/fields/sprint", "name")),
    (&["votes"], To::Number("/fields/votes/votes")),
    (&["watchers", "watchersid"], To::EachUser("/fields/watches/watchers")),
    (&["securitylevel"], To::Text("/fields/security/name")),
    (&["parent", "parentid"], To::Text("/fields/parent/id")),
    (&["parentkey"], To::Text("/fields/parent/key")),
    (&["parentsummary"], To::Text("/fields/parent/fields/summary")),
    (&["workratio"], To::Text("/fields/workratio")),
    (&["originalestimate"], To::Number("/fields/timeoriginalestimate")),
    (&["remainingestimate"], To::Number("/fields/timeestimate")),
    (&["timespent"], To::Number("/fields/timespent")),
    (&["σoriginalestimate"], To::Number("/fields/aggregatetimeoriginalestimate")),
    (&["σremainingestimate"], To::Number("/fields/aggregatetimeestimate")),
    (&["σtimespent"], To::Number("/fields/aggregatetimespent")),
    (&["comment", "comments"], To::Comment),
    (&["logwork", "worklog"], To::Worklog),
    (&["attachment", "attachments"], To::Attachment),
];

/// What stands between the cells of a row.
const DELIMITERS: &[u8] = b",;\t|";

/// As much of a text as its header is looked for in.
const LONGEST_HEADER: usize = 1 << 16;

/// A column of the file.
#[derive(Debug)]
enum Column {
    Known(To),
    /// A link to another work item: the member that holds it, and the kind of link.
    Link(&'static str, String),
    Other(String),
}

/// Reads an export.
///
/// # Errors
/// [`Error`]: there is no header that names work items, or no row fits it.
pub(super) fn parse(text: &str) -> Result<Parsed, Error> {
    let delimiter = delimiter(text).ok_or(Error::NoRecord { pointer: String::new(), expected: expected(InputFormat::Jira) })?;
    let mut rows = Rows::new(text, delimiter);
    let columns: Vec<_> = rows.next().map(|row| row.cells).unwrap_or_default().into_iter().map(Column::of).collect();
    let mut lines = Lines::default();
    for row in rows {
        let line = row.line;
        match item(&columns, row) {
            Ok(value) => lines.add(line, records(value, FORMATS)),
            Err(fault) => lines.add(line, Err(Error::Malformed { line, column: 1, fault })),
        }
    }
    lines.finish(InputFormat::Csv)
}

/// The columns of an export, by which its rows are read one by one.
#[derive(Debug)]
pub struct Export {
    columns: Vec<Column>,
    delimiter: u8,
}

impl Export {
    /// The columns, if a text begins with a header that names a key and what a work item is about.
    pub fn read(text: &str) -> Option<Self> {
        let delimiter = delimiter(text)?;
        let header = Rows::new(text, delimiter).next()?;
        Some(Self { columns: header.cells.into_iter().map(Column::of).collect(), delimiter })
    }

    /// What separates the cells.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The work item of one row.
    ///
    /// # Errors
    /// [`Error`]: the row does not fit the header.
    pub fn row(&self, text: &str) -> Result<Parsed, Error> {
        let row = Rows::new(text, self.delimiter).next().ok_or(Error::Empty)?;
        let malformed = |fault| Error::Malformed { line: 1, column: 1, fault };
        records(item(&self.columns, row).map_err(malformed)?, FORMATS)
    }
}

/// Whether a text means to be an export: its first row names a key and what a work item is about, and another one fits it.
pub(super) fn is_export(text: &str) -> bool {
    delimiter(text).is_some_and(|delimiter| {
        let mut rows = Rows::new(text, delimiter);
        let cells = rows.next().map_or(0, |row| row.cells.len());
        rows.next().is_some_and(|row| row.cells.len() == cells)
    })
}

/// What separates the cells, if the first row is a header.
fn delimiter(text: &str) -> Option<u8> {
    let end = text.char_indices().map(|(at, _)| at).nth(LONGEST_HEADER).unwrap_or(text.len());
    let header = |delimiter| Rows::new(&text[..end], delimiter).next().map(|row| row.cells).unwrap_or_default();
    DELIMITERS.iter().copied().find(|&delimiter| {
        let found: Vec<_> = header(delimiter).iter().filter_map(|cell| known(cell)).collect();
        let has = |place| found.contains(&To::Text(place));
        has("/key") && (has("/fields/summary") || has("/fields/description"))
    })
}

fn known(header: &str) -> Option<To> {
    let name: String = header.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    COLUMNS.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, to)| *to)
}

impl Column {
    fn of(header: String) -> Self {
        let header = header.trim();
        let link = |direction: &str| header.strip_prefix(direction)?.strip_prefix(" issue link (")?.strip_suffix(')');
        match (known(header), link("Inward"), link("Outward")) {
            (Some(to), _, _) => Self::Known(to),
            (None, Some(kind), _) => Self::Link("inwardIssue", kind.to_owned()),
            (None, None, Some(kind)) => Self::Link("outwardIssue", kind.to_owned()),
            (None, None, None) => Self::Other(header.to_owned()),
        }
    }
}

/// The work item of a row.
fn item(columns: &[Column], row: Row) -> Result<Json, Fault> {
    if !row.is_closed {
        return Err(Fault::Truncated);
    }
    if row.cells.len() != columns.len() {
        return Err(Fault::Columns);
    }
    let mut item = json!({"fields": {}});
    let mut others = Map::new();
    for (column, cell) in columns.iter().zip(row.cells).filter(|(_, cell)| !cell.trim().is_empty()) {
        match column {
            Column::Known(to) => put(&mut item, *to, cell),
            Column::Link(member, kind) => {
                push(slot(&mut item, "/fields/issuelinks"), json!({"type": {"name": kind}, *member: {"key": cell}}));
            }
            Column::Other(header) => add(others.entry(header.clone()).or_insert(Json::Null), Json::String(cell)),
        }
    }
    let Some(fields) = item["fields"].as_object_mut() else { return Ok(item) };
    for (header, value) in others {
        // A header may be called what the API calls a field of another shape.
        let name = if fields.contains_key(&header) { format!("{header} (column)") } else { header };
        fields.insert(name, value);
    }
    Ok(item)
}

fn put(item: &mut Json, to: To, cell: String) {
    match to {
        To::Text(place) => add(slot(item, place), Json::String(cell)),
        To::Number(place) => add(slot(item, place), number(cell)),
        To::User(place) => {
            if let Json::Object(user) = user(&cell) {
                user.into_iter().for_each(|(key, value)| add(slot(slot(item, place), &format!("/{key}")), value));
            }
        }
        To::Each(place) => push(slot(item, place), Json::String(cell)),
        To::EachAs(place, member) => push(slot(item, place), json!({member: cell})),
        To::EachUser(place) => push(slot(item, place), user(&cell)),
        To::Comment => push(slot(item, "/fields/comment/comments"), comment(&cell)),
        To::Worklog => push(slot(item, "/fields/worklog/worklogs"), worklog(&cell)),
        To::Attachment => push(slot(item, "/fields/attachment"), attachment(&cell)),
    }
}

/// The value at a place, made where there is none.
fn slot<'a>(value: &'a mut Json, pointer: &str) -> &'a mut Json {
    pointer.split('/').skip(1).fold(value, |value, step| {
        // Only a column that stands there twice can have put something else at a place that holds others.
        if !value.is_object() {
            *value = if value.is_null() { json!({}) } else { json!({"value": value.take()}) };
        }
        &mut value[step]
    })
}

/// Puts a value where there is none, and makes a list where there is one.
fn add(slot: &mut Json, value: Json) {
    match slot {
        Json::Null => *slot = value,
        Json::Array(items) => items.push(value),
        Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Object(_) => *slot = json!([slot.take(), value]),
    }
}

fn push(slot: &mut Json, value: Json) {
    if slot.is_null() {
        *slot = json!([]);
    }
    add(slot, value);
}

/// A number where the cell is written as JSON writes this number.
fn number(cell: String) -> Json {
    match cell.parse::<Number>() {
        Ok(number) if number.to_string() == cell => Json::Number(number),
        Ok(_) | Err(_) => Json::String(cell),
    }
}

/// Somebody. Cloud sites write display names and account ids, servers user names.
fn user(cell: &str) -> Json {
    let cell = cell.trim();
    let is_username = cell.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte));
    let key = match () {
        () if is_account_id(cell) => "accountId",
        () if is_username => "username",
        () => "displayName",
    };
    json!({key: cell})
}

fn comment(cell: &str) -> Json {
    let mut parts = cell.splitn(3, ';');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(date), Some(author), Some(text)) if is_date(date) => {
            json!({"created": date, "author": user(author), "body": text})
        }
        _ => json!({"body": cell}),
    }
}

fn worklog(cell: &str) -> Json {
    let mut parts = cell.rsplitn(4, ';');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(seconds), Some(author), Some(date), text) if is_date(date) => {
            let mut worklog = json!({"started": date, "author": user(author), "timeSpentSeconds": number(seconds.to_owned())});
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                worklog["comment"] = json!(text);
            }
            worklog
        }
        _ => json!({"comment": cell}),
    }
}

fn attachment(cell: &str) -> Json {
    let mut parts = cell.splitn(4, ';');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(date), Some(author), Some(name), Some(address)) if is_date(date) => {
            json!({"created": date, "author": user(author), "filename": name, "content": address})
        }
        _ => json!({"filename": cell}),
    }
}

/// Whether the first part of a cell is a date, as each site writes it in its own way.
fn is_date(text: &str) -> bool {
    text.len() <= 40 && text.bytes().any(|byte| byte.is_ascii_digit()) && text.contains(['/', '-', '.', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_place_lies_inside_of_another() {
        let place = |to: &To| match to {
            To::Text(place) | To::Number(place) | To::Each(place) | To::EachAs(place, _) | To::EachUser(place) => {
                (*place).to_owned()
            }
            To::User(place) => format!("{place}/displayName"),
            To::Comment => "/fields/comment".to_owned(),
            To::Worklog => "/fields/worklog".to_owned(),
            To::Attachment => "/fields/attachment".to_owned(),
        };
        let places: Vec<_> = COLUMNS.iter().map(|(_, to)| place(to)).collect();
        for place in &places {
            assert!(!places.iter().any(|other| other.starts_with(&format!("{place}/"))), "{place}");
        }
    }

    #[test]
    fn cells_of_several_parts_are_taken_apart() {
        let mia = "5b10a2844c20165700ede21f";
        assert_eq!(
            comment(&format!("01/Sep/25 9:05 AM;{mia};a; b")),
            json!({"created": "01/Sep/25 9:05 AM", "author": {"accountId": mia}, "body": "a; b"})
        );
        assert_eq!(comment("just; some; words"), json!({"body": "just; some; words"}));
        let logged =
            json!({"started": "2025-09-01 10:00", "author": {"username": "mia"}, "timeSpentSeconds": 3600, "comment": "a; b"});
        assert_eq!(worklog("a; b;2025-09-01 10:00;mia;3600"), logged);
        assert_eq!(worklog("words"), json!({"comment": "words"}));
        assert_eq!(number("007".to_owned()), json!("007"));
    }
}
