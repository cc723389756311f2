//! What is said once to those who do not see it change.

use leptos::prelude::*;
use std::time::Duration;

/// Milliseconds of quiet before something is said.
const QUIET: u64 = 900;

/// A polite status that repeats a text after it has stayed the same for a while. The first text is not said: nothing has changed yet.
#[component]
pub(crate) fn Live(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<String>| {
        let now = text.get();
        if before.as_ref().is_some_and(|before| *before != now) {
            stop(waiting);
            let later = now.clone();
            let handle = set_timeout_with_handle(move || drop(said.try_set(later)), Duration::from_millis(QUIET));
            waiting.set_value(handle.ok());
        }
        now
    });
    on_cleanup(move || stop(waiting));
    view! { class="dc", <div class="dc-hidden" role="status">{super::text(move || said.get())}</div> }.into_any()
}

fn stop(waiting: StoredValue<Option<TimeoutHandle>>) {
    if let Some(handle) = waiting.try_get_value().flatten() {
        handle.clear();
    }
}
