//! What outlives the page in this browser tab: a draft of settings, never a record. A browser that keeps nothing is no fault.

use crate::state::Kept;
use web_sys::Storage;

const PREFIX: &str = "data-contribution:draft:";

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// The draft that was kept for an organization.
pub(super) fn read(organization: &str) -> Option<Kept> {
    let text = storage()?.get_item(&format!("{PREFIX}{organization}")).ok().flatten()?;
    Kept::parse(&text)
}

/// Keeps a draft, or keeps none any more.
pub(super) fn write(organization: &str, kept: Option<&Kept>) {
    let (Some(storage), key) = (storage(), format!("{PREFIX}{organization}")) else { return };
    let _ = match kept {
        Some(kept) => storage.set_item(&key, &kept.to_text()),
        None => storage.remove_item(&key),
    };
}
