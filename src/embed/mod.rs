//! Floor 9. The web, and only here: what a host can call, what the page asks of it, the clipboard, chance and time.
//!
//! A host mounts any number of pages; each is known by a number until it is unmounted, which frees everything it held.

mod aggregate;
mod browser;
mod desk;
mod driver;
mod host;
mod options;
mod panic;
mod storage;
mod tabs;

pub use host::Host;
pub use panic::watch;

use crate::state::{Effect, Event, State};
use crate::ui::locale::messages;
use crate::ui::{Page, view};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::{AnyView, Render};
use options::Options;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::HtmlElement;

/// One mounted page. Dropping it takes it out of the document and frees it.
struct Mounted {
    page: Page,
    options: Options,
    root: HtmlElement,
    host: Rc<Host>,
    _handle: UnmountHandle<<AnyView as Render>::State>,
}

thread_local! {
    static MOUNTED: RefCell<BTreeMap<u32, Mounted>> = const { RefCell::new(BTreeMap::new()) };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// Shows a page inside `root` and gives its number.
///
/// # Errors
/// A plain object `{ code: "options", which, place, demand }`: a document of the host cannot be used.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, options: JsValue, host: Host) -> Result<u32, JsValue> {
    let mut read = Options::default();
    read.patch(&options)?;
    let given = read.given()?;
    let id = LAST.get() + 1;
    LAST.set(id);
    let host = Rc::new(host);
    let runner = driver::runner(Rc::clone(&host));
    let words = messages(&read.locale);
    let mut state = State::new(given);
    state.restore = read.draft();
    let _ = root.class_list().add_1("dc-root");
    let made = Rc::new(OnceCell::new());
    let handle = mount_to(root.clone(), {
        let made = Rc::clone(&made);
        move || view(*made.get_or_init(|| Page::new(state, runner, words, id)))
    });
    let Some(&page) = made.get() else { return Err(JsValue::UNDEFINED) };
    driver::start(page, &host);
    desk::start(page, &host);
    browser::watch_width(page, &root);
    if !read.view.is_empty() {
        browser::reveal_later(root.clone(), page.id(&read.view));
    }
    let mounted = Mounted { page, options: read, root, host, _handle: handle };
    MOUNTED.with_borrow_mut(|all| all.insert(id, mounted));
    page.run(Effect::Load);
    Ok(id)
}

/// Changes some of the options; null takes one away.
///
/// # Errors
/// As for [`mount`]; then nothing has changed.
#[wasm_bindgen]
pub fn update(id: u32, patch: JsValue) -> Result<(), JsValue> {
    let change = MOUNTED.with_borrow_mut(|all| {
        let Some(mounted) = all.get_mut(&id) else { return Ok(None) };
        let mut options = mounted.options.clone();
        options.patch(&patch)?;
        let given = options.given()?;
        if options.view != mounted.options.view && !options.view.is_empty() {
            browser::reveal_later(mounted.root.clone(), mounted.page.id(&options.view));
        }
        mounted.options = options;
        Ok::<_, JsValue>(Some((mounted.page, given)))
    })?;
    if let Some((page, given)) = change {
        let before = driver::organization(page);
        page.send(Event::Given(Box::new(given)));
        desk::told(page, host_of(id).as_ref(), &before);
    }
    Ok(())
}

/// The settings as they are shown, unsaved changes included; undefined where there is no such page.
#[wasm_bindgen]
pub fn settings(id: u32) -> JsValue {
    let draft = page(id).and_then(|page| page.now(|state| state.draft.clone()));
    draft.map_or(JsValue::UNDEFINED, |draft| host::to_js(&draft))
}

/// Whether there are unsaved changes.
#[wasm_bindgen(js_name = isDirty)]
pub fn is_dirty(id: u32) -> bool {
    page(id).and_then(|page| page.now(State::is_changed)).unwrap_or(false)
}

/// Gives up the unsaved changes.
#[wasm_bindgen]
pub fn discard(id: u32) {
    if let Some(page) = page(id) {
        page.send(Event::Discarded);
    }
}

/// Moves the focus to the page's heading.
#[wasm_bindgen]
pub fn focus(id: u32) {
    let root = MOUNTED.with_borrow(|all| all.get(&id).map(|mounted| (mounted.root.clone(), mounted.page)));
    if let Some((root, page)) = root {
        browser::focus(&root, &page.id("title"));
    }
}

/// Takes the page out of the document and frees everything it held.
#[wasm_bindgen]
pub fn unmount(id: u32) {
    // Taken out of the list first: what is freed may call back.
    let mounted = MOUNTED.with_borrow_mut(|all| all.remove(&id));
    desk::leave(id, mounted.as_ref().map(|mounted| mounted.page));
    drop(mounted);
}

/// Breaks this module on purpose, so that a test can see what its host makes of it.
#[wasm_bindgen(js_name = breakDown)]
pub fn break_down() {
    std::panic::panic_any(())
}

/// The package's version. Its name differs from the worker's own, so that a test build can hold both.
#[wasm_bindgen(js_name = pageVersion)]
pub fn package_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn page(id: u32) -> Option<Page> {
    MOUNTED.with_borrow(|all| all.get(&id).map(|mounted| mounted.page))
}

fn host_of(id: u32) -> Option<Rc<Host>> {
    MOUNTED.with_borrow(|all| all.get(&id).map(|mounted| Rc::clone(&mounted.host)))
}

/// Whether any page has unsaved changes.
fn is_any_dirty() -> bool {
    let pages = MOUNTED.try_with(|all| all.try_borrow().map(|all| all.values().map(|mounted| mounted.page).collect::<Vec<_>>()));
    pages.is_ok_and(|pages| pages.is_ok_and(|pages| pages.iter().any(|page| page.now(State::is_changed).unwrap_or(false))))
}

/// Where pages are mounted.
fn roots() -> Vec<HtmlElement> {
    MOUNTED.with_borrow(|all| all.values().map(|mounted| mounted.root.clone()).collect())
}

/// Every host that has a page mounted.
fn hosts() -> Vec<Rc<Host>> {
    MOUNTED
        .try_with(|all| {
            all.try_borrow().map(|all| all.values().map(|mounted| Rc::clone(&mounted.host)).collect()).unwrap_or_default()
        })
        .unwrap_or_default()
}
