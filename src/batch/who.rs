//! Who stands behind a record: the unit whose contributions are counted and protected.

use super::Unit;
use super::keep::hash;
use crate::policy::Instant;
use crate::record::{Person, Record};
use crate::transform::PseudonymKey;

/// Who stands behind a record.
pub(super) struct Whose {
    /// The hash of the unit; records that name none share one, so that they count as few.
    pub(super) unit: u64,
    /// The hash of the person, where the record names one.
    pub(super) person: Option<u64>,
    /// Whole weeks since 1970 at which the record was made, where it says so.
    pub(super) week: Option<i64>,
}

/// Roles of whoever made a record, the most telling first.
const MAKERS: &[&str] = &["reporter", "creator", "author", "user", "owner", "actor", "assignee"];

/// Where records say when they were made.
const MADE: &[&str] = &[
    "/fields/created",
    "/createdAt",
    "/created",
    "/timestamp",
    "/searchedAt",
    "/createdDate/iso8601",
    "/created_at",
    "/started",
];

pub(super) fn whose(record: &Record, key: &PseudonymKey, unit: Unit) -> Whose {
    let person = maker(record).map(|person| hashed(key, "person", name(person)));
    let unit = match unit {
        Unit::Person => person.unwrap_or_default(),
        Unit::Space => record.container.as_ref().map_or(0, |container| hashed(key, "space", &container.key)),
        Unit::Organization => site(record).map_or(0, |site| hashed(key, "organization", site)),
    };
    let made = MADE.iter().find_map(|place| record.value.pointer(place)?.as_str());
    let week = made.and_then(|made| Instant::parse(&made[..made.len().min(10)])).map(Instant::weeks);
    Whose { unit, person, week }
}

fn hashed(key: &PseudonymKey, domain: &str, text: &str) -> u64 {
    hash(key.hash(domain, text).as_bytes())
}

fn maker(record: &Record) -> Option<&Person> {
    let people = || record.people.iter().filter(|person| !person.is_organization());
    let with = |role: &&str| people().find(|person| person.roles.iter().any(|own| own == role));
    MAKERS.iter().find_map(with).or_else(|| people().next())
}

/// What tells a person from others, in any product.
fn name(person: &Person) -> &str {
    let parts = [&person.account_id, &person.email, &person.username, &person.name];
    parts.into_iter().flatten().next().map_or("", String::as_str)
}

/// The host of the site that a record came from.
fn site(record: &Record) -> Option<&str> {
    let address = ["/self", "/_links/base", "/_links/self"].iter().find_map(|place| record.value.pointer(place)?.as_str())?;
    address.split("://").nth(1)?.split('/').next()
}
