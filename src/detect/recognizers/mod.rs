//! TABLE of packs: every recognizer, by subject. To add one, add its row to a pack; to add a pack, add its file and its row.

mod age;
mod atlassian;
mod contact;
mod country;
mod crypto;
mod customer;
mod date;
mod finance;
mod network;
mod people;
mod row;
mod secrets;
mod tax;
mod time;
mod web;

use super::Recognizer;

/// The recognizers of one subject.
#[derive(Debug)]
pub struct Pack {
    /// Stable id, kebab-case.
    pub id: &'static str,
    /// The countries whose forms these are (ISO 3166-1 alpha-2); none, where they hold everywhere.
    pub countries: &'static [&'static str],
    /// Its rows, sorted by id.
    pub rows: &'static [Recognizer],
}

/// Every pack, sorted by id.
pub static PACKS: &[Pack] = &[
    Pack { id: "age", countries: &[], rows: age::ROWS },
    Pack { id: "atlassian", countries: &[], rows: atlassian::ROWS },
    Pack { id: "contact", countries: &[], rows: contact::ROWS },
    Pack { id: "crypto", countries: &[], rows: crypto::ROWS },
    Pack { id: "customer", countries: &[], rows: customer::ROWS },
    Pack { id: "date", countries: &[], rows: date::ROWS },
    Pack { id: "finance", countries: &[], rows: finance::ROWS },
    Pack { id: "network", countries: &[], rows: network::ROWS },
    Pack { id: "people", countries: &[], rows: people::ROWS },
    Pack { id: "secrets", countries: &[], rows: secrets::ROWS },
    Pack { id: "tax", countries: &[], rows: tax::ROWS },
    Pack { id: "time", countries: &[], rows: time::ROWS },
    Pack { id: "web", countries: &[], rows: web::ROWS },
];

/// Every recognizer, in the order of the packs.
pub fn all() -> impl Iterator<Item = &'static Recognizer> {
    PACKS.iter().flat_map(|pack| pack.rows)
}

/// The recognizer with this id.
pub fn by_id(id: &str) -> Option<&'static Recognizer> {
    all().find(|row| row.id == id)
}
