//! Everyone whom a record names in typed fields, so that they are found again in its texts.

use crate::order::distinct;
use crate::record::document::{Format, Mention, Text, is_document, is_user};
use crate::record::{Field, Person};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// How many people with a part in common are compared; more share a part in broken data only.
const MOST_CANDIDATES: usize = 16;

/// Names that stand for nobody.
const NOBODY: &[&str] = &["anonymous", "former user", "unknown user", "unassigned"];

/// What sites append to the name of somebody who has left.
const SUFFIXES: &[&str] = &["(Unlicensed)", "(Deactivated)", "(Inactive)", "[X]"];

/// Collects people and merges those who agree.
#[derive(Default, Debug)]
pub(super) struct People {
    list: Vec<Person>,
    /// Which people have this account id, user name, e-mail address or name.
    index: BTreeMap<(Part, String), Vec<usize>>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Part {
    AccountId,
    Username,
    Email,
    Name,
}

impl People {
    /// Adds everyone in a value. `steps` leads to it from the record; it decides the roles.
    pub(super) fn collect<'a>(&mut self, value: &'a Json, steps: &mut Vec<&'a str>) {
        match value {
            Json::Array(items) => items.iter().for_each(|item| self.collect(item, steps)),
            Json::Object(members) => {
                if is_user(members) {
                    self.add(person(members), role(steps));
                }
                self.collect_change(members);
                for (key, member) in members {
                    steps.push(key);
                    self.collect_id(key, member, steps);
                    self.collect(member, steps);
                    steps.pop();
                }
            }
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
        }
    }

    /// Adds those who stand at places where records of a type have somebody: pointers, with `*` for any one step.
    pub(super) fn collect_named(&mut self, value: &Json, places: &[&str]) {
        for place in places {
            let role = role(&place.split('/').filter(|step| !["", "*"].contains(step)).collect::<Vec<_>>());
            let mut found = vec![value];
            for step in place.split('/').skip(1) {
                found = found.into_iter().flat_map(|value| below(value, step)).collect();
            }
            found.into_iter().filter_map(somebody).for_each(|person| self.add(person, role));
        }
    }

    /// Adds everyone in what stands beside the records.
    pub(super) fn collect_outside(&mut self, members: &Map<String, Json>) {
        for (key, member) in members {
            self.collect_id(key, member, &[]);
            self.collect(member, &mut vec![key.as_str()]);
        }
    }

    /// Adds the author of an object of Confluence v2 or of its webhooks, which have an id for them and nothing else.
    fn collect_id(&mut self, key: &str, member: &Json, steps: &[&str]) {
        let Some(id) = member.as_str().filter(|id| !id.is_empty()) else { return };
        let role = match key {
            "authorId" if steps.contains(&"version") => "editor",
            "lastModifierAccountId" => "editor",
            "authorId" | "createdById" | "creatorAccountId" => "author",
            "ownerId" | "lastOwnerId" => "owner",
            "userAccountId" => "user",
            _ => return,
        };
        self.add(Person { account_id: Some(id.to_owned()), ..Person::default() }, role);
    }

    /// Adds the people between whom a changelog item moved a user field.
    fn collect_change(&mut self, members: &Map<String, Json>) {
        let string = |key: &str| members.get(key).and_then(Json::as_str).filter(|text| !text.is_empty()).map(str::to_owned);
        let role = match members.get("field").and_then(Json::as_str) {
            Some("assignee") => "assignee",
            Some("reporter") => "reporter",
            _ => return,
        };
        for (name, id, account) in [("fromString", "from", "tmpFromAccountId"), ("toString", "to", "tmpToAccountId")] {
            let (id, account) = (string(id), string(account));
            let is_account = account.is_none()
                && members.contains_key("fieldId")
                && id.as_deref().is_some_and(|id| id.contains(':') || id.len() == 24);
            let (account_id, username) = if is_account { (id, None) } else { (account, id) };
            self.add(Person { name: string(name), account_id, username, ..Person::default() }, role);
        }
    }

    /// Adds those whom the fields' documents mention.
    pub(super) fn collect_mentions(&mut self, fields: &[Field]) {
        for field in fields.iter().filter(|field| could_mention(&field.value, field.format)) {
            for Mention { name, account_id, username } in Text::read(&field.value, field.format).mentions() {
                let (name, account_id, username) = (name.clone(), account_id.clone(), username.clone());
                self.add(Person { name, account_id, username, ..Person::default() }, "mention");
            }
        }
    }

    /// Adds the organizations that the fields for them name.
    pub(super) fn collect_organizations(&mut self, fields: &[Field]) {
        for field in fields.iter().filter(|field| is_organization_field(field)) {
            for name in names_in(&field.value) {
                self.add(Person { name: Some(name), ..Person::default() }, Person::ORGANIZATION);
            }
        }
    }

    /// Adds somebody, or what is new about them. People with a part in common are one person unless another part differs: a
    /// name must never be lost, because it is what texts are searched for.
    fn add(&mut self, person: Person, role: &str) {
        let person = cleaned(person);
        if person == Person::default() {
            return;
        }
        let found = parts(&person).into_iter().find_map(|key| {
            let candidates = self.index.get(&key)?.iter().rev().take(MOST_CANDIDATES);
            candidates.copied().find(|&at| agree(&self.list[at], &person, key.0))
        });
        let at = found.unwrap_or(self.list.len());
        if found.is_none() {
            self.list.push(Person::default());
        }
        let known = parts(&self.list[at]);
        merge(&mut self.list[at], person, role);
        for key in parts(&self.list[at]).into_iter().filter(|key| !known.contains(key)) {
            self.index.entry(key).or_default().push(at);
        }
    }

    /// Everyone, in the order in which the record names them.
    pub(super) fn into_vec(mut self) -> Vec<Person> {
        for person in &mut self.list {
            person.roles = distinct(std::mem::take(&mut person.roles));
        }
        self.list
    }
}

/// Labels of fields that name an organization, in lower case, with or without `name` behind. Sorted.
const ORGANIZATION_LABELS: &[&str] = &[
    "account",
    "azienda",
    "client",
    "cliente",
    "clients",
    "company",
    "customer",
    "customers",
    "employer",
    "empresa",
    "entreprise",
    "firma",
    "kunde",
    "organisation",
    "organisations",
    "organization",
    "organizations",
    "société",
    "unternehmen",
];

/// Values of such fields that name none.
const NO_ORGANIZATION: &[&str] = &["all", "any", "external", "internal", "n/a", "no", "none", "other", "unknown", "yes"];

fn is_organization_field(field: &Field) -> bool {
    let label = field.label.to_lowercase();
    let label = label.strip_suffix(" name").unwrap_or(&label);
    let typed = field.custom.as_ref().and_then(|custom| custom.type_key.as_deref());
    ORGANIZATION_LABELS.binary_search(&label).is_ok() || typed.is_some_and(|key| key.ends_with(":sd-customer-organizations"))
}

/// The names that a field for organizations holds: text up to the first comma, options, lists of objects with a name.
fn names_in(value: &Json) -> Vec<String> {
    match value {
        Json::String(text) => {
            let name = text.split([',', '(', ';', '\n', '\r', '|']).next().unwrap_or("").trim();
            let is_name = name.starts_with(char::is_uppercase) && (3..=80).contains(&name.chars().count());
            let says = is_name && !NO_ORGANIZATION.contains(&name.to_lowercase().as_str());
            if says { vec![name.to_owned()] } else { Vec::new() }
        }
        Json::Array(items) => items.iter().flat_map(names_in).collect(),
        Json::Object(members) if is_user(members) => Vec::new(),
        Json::Object(members) => ["name", "value"].iter().filter_map(|key| members.get(*key)).flat_map(names_in).collect(),
        Json::Null | Json::Bool(_) | Json::Number(_) => Vec::new(),
    }
}

/// Whether a value may hold a mention: any markup may, of other JSON only what has a document in it.
fn could_mention(value: &Json, format: Format) -> bool {
    match (format, value) {
        (Format::Plain, _) => false,
        (Format::Json, Json::Array(items)) => items.iter().any(|item| could_mention(item, format)),
        (Format::Json, Json::Object(members)) => {
            is_document(value) || members.values().any(|member| could_mention(member, format))
        }
        (Format::Json, Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_)) => false,
        (Format::Wiki, Json::String(text)) => text.contains('~'),
        (Format::Wiki | Format::Adf | Format::AdfString | Format::Storage | Format::Markdown, _) => true,
    }
}

/// What one step of a pointer leads to; `*` is any.
fn below<'a>(value: &'a Json, step: &str) -> Vec<&'a Json> {
    let items = value.as_array().filter(|_| step == "*").into_iter().flatten();
    items.chain(value.get(step)).collect()
}

/// Who stands at a place where somebody must stand: an object in the words of any product, a name, an address or an id.
fn somebody(value: &Json) -> Option<Person> {
    match value {
        Json::Object(members) => {
            let string = |keys: &[&str]| keys.iter().find_map(|key| members.get(*key)?.as_str()).map(str::to_owned);
            Some(Person {
                name: string(&["displayName", "publicName", "real_name", "Name", "name"]),
                email: string(&["emailAddress", "email", "Email"]),
                account_id: string(&["accountId"]),
                username: string(&["login", "username"]),
                roles: Vec::new(),
            })
        }
        Json::String(text) => Some(match text.clone() {
            email if email.contains('@') => Person { email: Some(email), ..Person::default() },
            name if name.contains(' ') => Person { name: Some(name), ..Person::default() },
            id => Person { account_id: Some(id), ..Person::default() },
        }),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) => None,
    }
}

/// The person behind a user object of any of the APIs.
fn person(members: &Map<String, Json>) -> Person {
    let string = |keys: &[&str]| {
        keys.iter().find_map(|key| members.get(*key)?.as_str().filter(|text| !text.trim().is_empty())).map(str::to_owned)
    };
    let account_id = string(&["accountId"]);
    // Service desks repeat the account id where servers have the user name.
    let username = string(&["username", "name", "key", "userKey"]).filter(|name| Some(name) != account_id.as_ref());
    Person {
        name: string(&["displayName", "publicName"]),
        email: string(&["emailAddress", "email"]),
        account_id,
        username,
        roles: Vec::new(),
    }
}

fn cleaned(mut person: Person) -> Person {
    for part in [&mut person.name, &mut person.email, &mut person.account_id, &mut person.username] {
        *part = part.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    }
    if let Some(name) = person.name.take() {
        let name = SUFFIXES.iter().fold(name.as_str(), |name, suffix| name.trim_end_matches(suffix).trim_end());
        let is_email = name.contains('@') && !name.contains(char::is_whitespace);
        if is_email && person.email.as_deref().is_none_or(|email| email == name) {
            person.email = Some(name.to_owned());
        } else if !name.is_empty() && !NOBODY.contains(&name.to_lowercase().as_str()) {
            person.name = Some(name.to_owned());
        }
    }
    person
}

/// The parts by which somebody is found again, the surest first.
fn parts(person: &Person) -> Vec<(Part, String)> {
    [
        (Part::AccountId, &person.account_id),
        (Part::Username, &person.username),
        (Part::Email, &person.email),
        (Part::Name, &person.name),
    ]
    .into_iter()
    .filter_map(|(part, text)| Some((part, text.clone()?)))
    .collect()
}

/// Whether two who have a part in common are one person. A name in common is enough only where one has nothing else.
fn agree(one: &Person, other: &Person, common: Part) -> bool {
    let fits = |one: &Option<String>, other: &Option<String>| one.is_none() || other.is_none() || one == other;
    let is_bare = |person: &Person| person.account_id.is_none() && person.username.is_none() && person.email.is_none();
    fits(&one.name, &other.name)
        && fits(&one.email, &other.email)
        && fits(&one.account_id, &other.account_id)
        && fits(&one.username, &other.username)
        && (common != Part::Name || is_bare(one) || is_bare(other))
}

fn merge(into: &mut Person, person: Person, role: &str) {
    into.name = into.name.take().or(person.name);
    into.email = into.email.take().or(person.email);
    into.account_id = into.account_id.take().or(person.account_id);
    into.username = into.username.take().or(person.username);
    if !into.roles.iter().any(|known| known == role) {
        into.roles.push(role.to_owned());
    }
}

/// The role of the user object at the end of `steps`. From a fixed list, because a key may be somebody's words.
fn role(steps: &[&str]) -> &'static str {
    let within = |keys: &[&str]| steps.iter().any(|step| keys.contains(step));
    let key = steps.iter().rev().find(|step| !["values", "results", "users"].contains(step)).copied().unwrap_or("");
    let (author, editor) = match () {
        () if within(&["comment", "comments"]) => ("comment-author", "comment-editor"),
        () if within(&["worklog", "worklogs"]) => ("worklog-author", "worklog-editor"),
        () if within(&["attachment", "attachments"]) => ("attachment-author", "attachment-author"),
        () if within(&["changelog", "histories"]) => ("change-author", "change-author"),
        () => ("author", "editor"),
    };
    match key {
        "assignee" => "assignee",
        "reporter" => "reporter",
        "creator" | "createdBy" => "creator",
        "author" => author,
        "updateAuthor" | "by" | "lastUpdatedBy" => editor,
        "watchers" | "watches" | "watcher" => "watcher",
        "voters" | "votes" => "voter",
        "participant" | "participants" | "requestParticipants" => "participant",
        "approvers" | "approver" => "approver",
        "ownedBy" | "lastOwnedBy" | "owner" => "owner",
        "lead" => "lead",
        "user" => "user",
        _ if key.starts_with("customfield_") => "custom-field",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn people(value: &Json) -> Vec<Person> {
        let mut people = People::default();
        people.collect(value, &mut Vec::new());
        people.into_vec()
    }

    #[test]
    fn one_person_in_two_roles_is_one() {
        let value = json!({
            "assignee": {"accountId": "a1", "displayName": "Mia Krüger"},
            "comments": [{"author": {"accountId": "a1", "emailAddress": "mia@example.com"}}],
            "histories": [{"items": [{"field": "assignee", "toString": "Mia Krüger", "to": null}]}]});
        let people = people(&value);
        assert_eq!(people.len(), 1);
        assert_eq!(people[0].roles, ["assignee", "comment-author"]);
        assert_eq!(people[0].email.as_deref(), Some("mia@example.com"));
    }

    #[test]
    fn fields_for_organizations_name_organizations() {
        let field = |label: &str, value: Json| Field {
            path: crate::record::FieldPath::new(""),
            label: label.to_owned(),
            value,
            format: Format::Json,
            custom: None,
        };
        let fields = [
            field("Customer", json!("Blue Fjord Logistics AS, no. 20418")),
            field("Organizations", json!([{"id": "1", "name": "Kittiwake Ltd"}])),
            field("Company name", json!("n/a")),
            field("Summary", json!("Nobody")),
        ];
        let mut people = People::default();
        people.collect_organizations(&fields);
        let found = people.into_vec();
        let names: Vec<_> = found.iter().map(|person| person.name.as_deref().unwrap_or("")).collect();
        assert_eq!(names, ["Blue Fjord Logistics AS", "Kittiwake Ltd"]);
        assert!(found.iter().all(Person::is_organization) && ORGANIZATION_LABELS.is_sorted());
    }

    #[test]
    fn two_names_under_one_id_stay_two() {
        let value = json!([{"accountId": "a1", "displayName": "Mia"}, {"accountId": "a1", "displayName": "Ben"}]);
        assert_eq!(people(&value).len(), 2);
    }

    #[test]
    fn namesakes_with_ids_of_their_own_stay_two() {
        let value = json!([{"accountId": "a1", "displayName": "Mia"}, {"accountId": "a2", "displayName": "Mia"}]);
        assert_eq!(people(&value).len(), 2);
    }

    #[test]
    fn a_name_is_what_texts_would_hold() {
        let value = json!([{"accountId": "a1", "displayName": "Mia Krüger (Unlicensed)"}, {"name": "x", "displayName": "ben@example.com", "active": true}, {"accountId": "a3", "displayName": "Former user"}]);
        let people = people(&value);
        assert_eq!(people[0].name.as_deref(), Some("Mia Krüger"));
        assert_eq!((people[1].name.as_deref(), people[1].email.as_deref()), (None, Some("ben@example.com")));
        assert_eq!(people[2].name, None);
    }
}
