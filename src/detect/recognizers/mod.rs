//! TABLE of packs: every recognizer, by subject. To add one, add its row to a pack; to add a pack, add its file and its row.

mod account;
mod address;
mod atlassian;
mod contact;
mod country;
mod crypto;
mod customer;
mod finance;
mod network;
mod organization;
mod people;
mod secret;
mod sensitive;
mod tax;

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
    Pack { id: "account", countries: &[], rows: account::ROWS },
    Pack { id: "address", countries: &[], rows: address::ROWS },
    Pack { id: "atlassian", countries: &[], rows: atlassian::ROWS },
    Pack { id: "contact", countries: &[], rows: contact::ROWS },
    Pack { id: "crypto", countries: &[], rows: crypto::ROWS },
    Pack { id: "customer", countries: &[], rows: customer::ROWS },
    Pack { id: "finance", countries: &[], rows: finance::ROWS },
    Pack { id: "network", countries: &[], rows: network::ROWS },
    Pack { id: "organization", countries: &[], rows: organization::ROWS },
    Pack { id: "people", countries: &[], rows: people::ROWS },
    Pack { id: "secret-chat", countries: &[], rows: secret::chat::ROWS },
    Pack { id: "secret-cloud", countries: &[], rows: secret::cloud::ROWS },
    Pack { id: "secret-code", countries: &[], rows: secret::code::ROWS },
    Pack { id: "secret-data", countries: &[], rows: secret::data::ROWS },
    Pack { id: "secret-file", countries: &[], rows: secret::file::ROWS },
    Pack { id: "secret-generic", countries: &[], rows: secret::generic::ROWS },
    Pack { id: "secret-model", countries: &[], rows: secret::model::ROWS },
    Pack { id: "secret-observability", countries: &[], rows: secret::observability::ROWS },
    Pack { id: "secret-password", countries: &[], rows: secret::password::ROWS },
    Pack { id: "secret-payment", countries: &[], rows: secret::payment::ROWS },
    Pack { id: "secret-url", countries: &[], rows: secret::url::ROWS },
    Pack { id: "sensitive", countries: &[], rows: sensitive::ROWS },
    Pack { id: "tax", countries: &[], rows: tax::ROWS },
];

/// Every recognizer, in the order of the packs.
pub fn all() -> impl Iterator<Item = &'static Recognizer> {
    PACKS.iter().flat_map(|pack| pack.rows)
}

/// The recognizer with this id.
pub fn by_id(id: &str) -> Option<&'static Recognizer> {
    all().find(|row| row.id == id)
}
