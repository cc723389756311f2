//! What is probably missed in the record that is shown. It never says that nothing is.

use crate::state::{Event, Explaining, Misses, Topic, leaving};
use crate::ui::Page;
use crate::ui::widgets::{Heard, Tone, el, follow, many, message, text};
use leptos::prelude::*;

/// The message. It asks the engine whenever another text leaves.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let leaves = page.memo(|state| {
        let record = state.shown().and_then(|shown| shown.0.records.get(state.record));
        (record.map(leaving).unwrap_or_default(), state.explain.policy.clone())
    });
    follow(move || {
        if leaves.with(|(text, _)| !text.is_empty()) {
            page.send(Event::Explain(Explaining::Asked(Topic::Misses)));
        }
    });
    let misses = page.memo(|state| Misses::read(state.explain.answer(Topic::Misses)));
    let about = move || misses.with(words.explain.misses);
    let text = many()
        .with(el("strong", "").with(words.expect_misses))
        .with(" ")
        .with(text(about))
        .with(" ")
        .with(words.explain.misses_ask);
    message(Tone::Warning, Heard::Where, text.into_any(), ().into_any())
}
