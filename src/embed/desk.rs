//! What the desk asks of the browser: keeping drafts, hearing other tabs, warning before the tab is left, files, waiting.

use super::driver::{load, organization, report, spawn};
use super::host::Host;
use super::tabs::{Heard, Tabs};
use super::{browser, storage};
use crate::policy::Settings;
use crate::state::{Act, Event, File, Other, RECEIPT_PAUSE, Saved, State, Task};
use crate::ui::Page;
use leptos::prelude::TimeoutHandle;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// After so long without an answer it is found out what became of a save.
pub(super) const OVERDUE: Duration = Duration::from_secs(20);
/// After so long without an answer the page says that reading takes long.
pub(super) const SLOW: Duration = Duration::from_secs(8);

thread_local! {
    static TABS: RefCell<Vec<(u32, Tabs)>> = const { RefCell::new(Vec::new()) };
    static WAITING: RefCell<Vec<(u32, TimeoutHandle)>> = const { RefCell::new(Vec::new()) };
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// Does something later, unless the page is gone by then.
pub(super) fn later(page: Page, wait: Duration, act: impl FnOnce() + 'static) {
    if let Ok(handle) = leptos::prelude::set_timeout_with_handle(act, wait) {
        WAITING.with_borrow_mut(|all| all.push((page.number(), handle)));
    }
}

/// Nothing waits any more for a page that is gone.
fn end_waiting(id: u32) {
    WAITING.with_borrow_mut(|all| {
        all.iter().filter(|(of, _)| *of == id).for_each(|(_, handle)| handle.clear());
        all.retain(|(of, _)| *of != id);
    });
}

/// A page is there: its host hears what is wrong with its documents, and what other organizations have is read.
pub(super) fn start(page: Page, host: &Rc<Host>) {
    watch_leaving();
    let told = Rc::clone(host);
    spawn(async move { tell_faults(page, &told) });
    read_others(page, host);
}

/// Reads what the organizations have that are not shown.
fn read_others(page: Page, host: &Rc<Host>) {
    let (all, shown) = (page.now(|state| state.given.surroundings.organizations.clone()).unwrap_or_default(), organization(page));
    for other in all.iter().filter(|_| all.len() > 1) {
        let (id, host) = (other.organization.id.clone(), Rc::clone(host));
        if id == shown {
            continue;
        }
        spawn(async move {
            let read = match host.read(&id).await {
                Ok(loaded) => Other::Read(loaded.settings),
                Err(fault) => Other::Failed(fault.code),
            };
            page.send(Event::Desk(Act::OtherRead(id, read)));
        });
    }
}

fn tell_faults(page: Page, host: &Host) {
    for fault in page.now(|state| state.given.surroundings.faults.clone()).unwrap_or_default() {
        report(host, "options", &format!("organization{fault}"));
    }
}

/// The host gave something new.
pub(super) fn told(page: Page, host: Option<&Rc<Host>>, before: &str) {
    if let Some(host) = host {
        tell_faults(page, host);
        if page.now(|state| state.desk.others.len() + 1 < state.given.surroundings.organizations.len()).unwrap_or_default() {
            read_others(page, host);
        }
    }
    if organization(page) != before {
        page.send(Event::LoadAgain);
    }
}

/// The settings of an organization are about to be read: a kept draft comes back, and its tabs are joined.
pub(super) fn begin(page: Page, organization: &str) {
    storage::claim(page.number(), organization);
    if let Some(kept) = storage::read(page.number(), organization) {
        page.send(Event::Desk(Act::Restored(kept)));
    }
    let hear = move |heard| match heard {
        Heard::News(news) => page.send(Event::Desk(Act::Heard(news))),
        Heard::Hello => say_changes(page),
    };
    let joined = Tabs::join(organization, hear);
    part(page.number());
    if let Some(tabs) = joined {
        TABS.with_borrow_mut(|all| all.push((page.number(), tabs)));
    }
}

/// Leaves the other tabs of a page.
fn part(page: u32) {
    // Dropped outside of the list: who leaves says so.
    let left = TABS.with_borrow_mut(|all| {
        let at = all.iter().position(|(number, _)| *number == page);
        at.map(|at| all.swap_remove(at))
    });
    drop(left);
}

/// Says something to the other tabs of a page.
fn tell(page: Page, say: impl Fn(&Tabs)) {
    TABS.with_borrow(|all| {
        if let Some((_, tabs)) = all.iter().find(|(number, _)| *number == page.number()) {
            say(tabs);
        }
    });
}

/// The page is taken away on purpose, unlike by a reload or a crash: its draft is not kept any more, or by its host.
pub(super) fn leave(page: u32, of: Option<Page>) {
    end_waiting(page);
    if let Some(of) = of {
        storage::write(page, &organization(of), None);
    }
    storage::release(page);
    part(page);
}

/// The draft changed: it is kept, and other tabs hear of it.
pub(super) fn drafted(page: Page) {
    let kept = page.now(State::to_keep).flatten();
    storage::write(page.number(), &organization(page), kept.as_ref());
    say_changes(page);
}

/// Something was saved: nothing is kept any more, and other tabs hear of it.
pub(super) fn saved(page: Page, saved: &Saved) {
    storage::write(page.number(), &organization(page), None);
    let revision = saved.revision.as_deref().unwrap_or_default();
    tell(page, |tabs| {
        tabs.saved(revision);
        tabs.editing(0);
    });
}

fn say_changes(page: Page) {
    let changes = page.now(|state| state.changes().len()).unwrap_or_default();
    tell(page, |tabs| tabs.editing(changes));
}

/// The browser asks before a tab with unsaved changes is left. One listener serves every page, as long as the module lives.
fn watch_leaving() {
    let Some(window) = web_sys::window().filter(|_| !WATCHED.replace(true)) else { return };
    let ask = Closure::<dyn FnMut(web_sys::BeforeUnloadEvent)>::new(|event: web_sys::BeforeUnloadEvent| {
        if super::is_any_dirty() {
            event.prevent_default();
        }
    });
    let _ = window.add_event_listener_with_callback("beforeunload", ask.as_ref().unchecked_ref());
    ask.forget();
}

/// Does what the desk asks for.
pub(super) fn run(page: Page, host: &Rc<Host>, task: Task) {
    match task {
        Task::Reread(why) => {
            let (host, organization) = (Rc::clone(host), organization(page));
            spawn(async move {
                let answer = host.read(&organization).await.map_err(|fault| fault.code).and_then(|loaded| {
                    let settings = loaded.settings.or_else(|| defaults(page)).ok_or_else(|| "gone".to_owned())?;
                    Ok(Saved { settings, revision: loaded.revision })
                });
                page.send(Event::Desk(Act::Reread(why, answer)));
            });
        }
        Task::Forget(organization) => {
            storage::write(page.number(), &organization, None);
            load(page, Rc::clone(host));
        }
        Task::Hold(attempt) => {
            let wait = Duration::from_millis(RECEIPT_PAUSE.into());
            later(page, wait, move || page.send(Event::Desk(Act::HoldEnded(attempt))));
        }
        Task::Keep(File { name, kind, text }) => browser::download(&name, kind, &text),
        Task::Print => browser::print(),
    }
}

/// What holds where nobody ever saved.
pub(super) fn defaults(page: Page) -> Option<Settings> {
    page.now(|state| Settings::defaults(&state.given.organization, state.given.now))
}
