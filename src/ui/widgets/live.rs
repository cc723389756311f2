//! What is said once to those who do not see it change.

use super::{el, text};
use leptos::prelude::*;
use std::time::Duration;

/// Milliseconds of quiet before something is said.
const QUIET: u64 = 900;

/// A polite status that repeats a text after it has stayed the same for a while. The first text is not said: nothing has changed yet.
pub(crate) fn live(says: Signal<String>) -> AnyView {
    let said = RwSignal::new(String::new());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<String>| {
        let now = says.get();
        if before.as_ref().is_some_and(|before| *before != now) {
            stop(waiting);
            let later = now.clone();
            let handle = set_timeout_with_handle(move || drop(said.try_set(later)), Duration::from_millis(QUIET));
            waiting.set_value(handle.ok());
        }
        now
    });
    on_cleanup(move || stop(waiting));
    el("div", "dc-hidden").set("role", "status").with(text(move || said.get())).into_any()
}

fn stop(waiting: StoredValue<Option<TimeoutHandle>>) {
    if let Some(handle) = waiting.try_get_value().flatten() {
        handle.clear();
    }
}
