//! TABLE of packs: every recognizer, by subject. To add one, add its row to a pack; to add a pack, add its file and its row.

mod account;
mod address;
mod age;
mod atlassian;
mod contact;
mod country;
mod crypto;
mod customer;
mod date;
mod device;
mod finance;
mod network;
mod organization;
mod people;
mod row;
mod secret;
mod sensitive;
mod tax;
mod time;
mod travel;
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
    Pack { id: "account", countries: &[], rows: account::ROWS },
    Pack { id: "address", countries: &[], rows: address::ROWS },
    Pack { id: "age", countries: &[], rows: age::ROWS },
    Pack { id: "atlassian", countries: &[], rows: atlassian::ROWS },
    Pack { id: "contact", countries: &[], rows: contact::ROWS },
    Pack { id: "country-ar", countries: &["AR"], rows: country::ar::ROWS },
    Pack { id: "country-at", countries: &["AT"], rows: country::at::ROWS },
    Pack { id: "country-au", countries: &["AU"], rows: country::au::ROWS },
    Pack { id: "country-be", countries: &["BE"], rows: country::be::ROWS },
    Pack { id: "country-bg", countries: &["BG"], rows: country::bg::ROWS },
    Pack { id: "country-br", countries: &["BR"], rows: country::br::ROWS },
    Pack { id: "country-ca", countries: &["CA"], rows: country::ca::ROWS },
    Pack { id: "country-ch", countries: &["CH"], rows: country::ch::ROWS },
    Pack { id: "country-cl", countries: &["CL"], rows: country::cl::ROWS },
    Pack { id: "country-cn", countries: &["CN"], rows: country::cn::ROWS },
    Pack { id: "country-co", countries: &["CO"], rows: country::co::ROWS },
    Pack { id: "country-cy", countries: &["CY"], rows: country::cy::ROWS },
    Pack { id: "country-cz", countries: &["CZ", "SK"], rows: country::cz::ROWS },
    Pack { id: "country-de", countries: &["DE"], rows: country::de::ROWS },
    Pack { id: "country-dk", countries: &["DK"], rows: country::dk::ROWS },
    Pack { id: "country-ee", countries: &["EE"], rows: country::ee::ROWS },
    Pack { id: "country-eg", countries: &["EG"], rows: country::eg::ROWS },
    Pack { id: "country-es", countries: &["ES"], rows: country::es::ROWS },
    Pack { id: "country-europe", countries: country::europe::COUNTRIES, rows: country::europe::ROWS },
    Pack { id: "country-fi", countries: &["FI"], rows: country::fi::ROWS },
    Pack { id: "country-fr", countries: &["FR"], rows: country::fr::ROWS },
    Pack { id: "country-gr", countries: &["GR"], rows: country::gr::ROWS },
    Pack { id: "country-hk", countries: &["HK"], rows: country::hk::ROWS },
    Pack { id: "country-hr", countries: &["HR"], rows: country::hr::ROWS },
    Pack { id: "country-hu", countries: &["HU"], rows: country::hu::ROWS },
    Pack { id: "country-id", countries: &["ID"], rows: country::id::ROWS },
    Pack { id: "country-ie", countries: &["IE"], rows: country::ie::ROWS },
    Pack { id: "country-il", countries: &["IL"], rows: country::il::ROWS },
    Pack { id: "country-in", countries: &["IN"], rows: country::in_::ROWS },
    Pack { id: "country-is", countries: &["IS"], rows: country::is::ROWS },
    Pack { id: "country-it", countries: &["IT"], rows: country::it::ROWS },
    Pack { id: "country-jp", countries: &["JP"], rows: country::jp::ROWS },
    Pack { id: "country-kr", countries: &["KR"], rows: country::kr::ROWS },
    Pack { id: "country-lt", countries: &["LT"], rows: country::lt::ROWS },
    Pack { id: "country-lu", countries: &["LU"], rows: country::lu::ROWS },
    Pack { id: "country-lv", countries: &["LV"], rows: country::lv::ROWS },
    Pack { id: "country-mt", countries: &["MT"], rows: country::mt::ROWS },
    Pack { id: "country-mx", countries: &["MX"], rows: country::mx::ROWS },
    Pack { id: "country-my", countries: &["MY"], rows: country::my::ROWS },
    Pack { id: "country-ng", countries: &["NG"], rows: country::ng::ROWS },
    Pack { id: "country-nl", countries: &["NL"], rows: country::nl::ROWS },
    Pack { id: "country-no", countries: &["NO"], rows: country::no::ROWS },
    Pack { id: "country-nz", countries: &["NZ"], rows: country::nz::ROWS },
    Pack { id: "country-ph", countries: &["PH"], rows: country::ph::ROWS },
    Pack { id: "country-pl", countries: &["PL"], rows: country::pl::ROWS },
    Pack { id: "country-pt", countries: &["PT"], rows: country::pt::ROWS },
    Pack { id: "country-ro", countries: &["RO"], rows: country::ro::ROWS },
    Pack { id: "country-se", countries: &["SE"], rows: country::se::ROWS },
    Pack { id: "country-sg", countries: &["SG"], rows: country::sg::ROWS },
    Pack { id: "country-si", countries: &["SI"], rows: country::si::ROWS },
    Pack { id: "country-th", countries: &["TH"], rows: country::th::ROWS },
    Pack { id: "country-tr", countries: &["TR"], rows: country::tr::ROWS },
    Pack { id: "country-tw", countries: &["TW"], rows: country::tw::ROWS },
    Pack { id: "country-uk", countries: &["GB"], rows: country::uk::ROWS },
    Pack { id: "country-us", countries: &["US"], rows: country::us::ROWS },
    Pack { id: "country-vn", countries: &["VN"], rows: country::vn::ROWS },
    Pack { id: "country-za", countries: &["ZA"], rows: country::za::ROWS },
    Pack { id: "crypto", countries: &[], rows: crypto::ROWS },
    Pack { id: "customer", countries: &[], rows: customer::ROWS },
    Pack { id: "date", countries: &[], rows: date::ROWS },
    Pack { id: "device", countries: &[], rows: device::ROWS },
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
    Pack { id: "time", countries: &[], rows: time::ROWS },
    Pack { id: "travel", countries: &[], rows: travel::ROWS },
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
