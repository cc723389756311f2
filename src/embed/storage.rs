//! What outlives the page in this browser tab: a draft of settings, never a record. A browser that keeps nothing is no fault.

use crate::state::Kept;
use std::cell::RefCell;
use web_sys::Storage;

const PREFIX: &str = "data-contribution:draft:";

/// A page, the organization that it shows, and which of the pages of that organization it is.
struct Claim {
    page: u32,
    organization: String,
    slot: usize,
}

thread_local! {
    static CLAIMS: RefCell<Vec<Claim>> = const { RefCell::new(Vec::new()) };
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Says that a page shows an organization from now on. Several pages of one document may show the same one: each keeps its own draft,
/// and after a reload the first one mounted gets the first one's.
pub(super) fn claim(page: u32, organization: &str) {
    CLAIMS.with_borrow_mut(|all| {
        if all.iter().any(|claim| claim.page == page && claim.organization == organization) {
            return;
        }
        all.retain(|claim| claim.page != page);
        let is_free = |slot: &usize| !all.iter().any(|claim| claim.organization == organization && claim.slot == *slot);
        let slot = (0..).find(is_free).unwrap_or_default();
        all.push(Claim { page, organization: organization.to_owned(), slot });
    });
}

/// The page is gone.
pub(super) fn release(page: u32) {
    CLAIMS.with_borrow_mut(|all| all.retain(|claim| claim.page != page));
}

/// Where the draft of a page is kept; as its first page's where it claims the organization no more.
fn key(page: u32, organization: &str) -> String {
    let slot = CLAIMS.with_borrow(|all| {
        let of = all.iter().find(|claim| claim.page == page && claim.organization == organization);
        of.map_or(0, |claim| claim.slot)
    });
    if slot == 0 { format!("{PREFIX}{organization}") } else { format!("{PREFIX}{organization}:{slot}") }
}

/// The draft that was kept of a page's organization.
pub(super) fn read(page: u32, organization: &str) -> Option<Kept> {
    let text = storage()?.get_item(&key(page, organization)).ok().flatten()?;
    Kept::parse(&text)
}

/// Keeps a draft, or keeps none any more.
pub(super) fn write(page: u32, organization: &str, kept: Option<&Kept>) {
    let (Some(storage), key) = (storage(), key(page, organization)) else { return };
    let _ = match kept {
        Some(kept) => storage.set_item(&key, &kept.to_text()),
        None => storage.remove_item(&key),
    };
}
