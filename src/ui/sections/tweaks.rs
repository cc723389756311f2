//! What the admin changed in the rules of this page: said above the preview, each change with a way back.

use crate::state::{Event, Explaining, Tweak};
use crate::ui::Page;
use crate::ui::widgets::{Heard, Tone, el, many, maybe, message};
use leptos::prelude::*;

/// The message; there only while the rules are not the host's.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let tweaks = page.memo(|state| (state.explain.tweaks.clone(), state.explain.imported.is_some()));
    maybe(move || {
        let (tweaks, imported) = tweaks.get();
        if tweaks.is_empty() && !imported {
            return None;
        }
        let item = |(at, tweak): (usize, &Tweak)| {
            let said = (words.explain.tweak)(tweak);
            let back = page.press(move || Event::Explain(Explaining::TweakDropped(at)));
            let button =
                el("button", "dc-button").set("data-kind", "subtle").set("aria-label", (words.explain.take_back_of)(&said));
            el("li", "")
                .with(el("bdi", "").with(said.clone()))
                .with(" ")
                .with(button.press(back).with(words.explain.take_back))
                .into_any()
        };
        let items: Vec<_> = tweaks.iter().enumerate().map(item).collect();
        let title = (words.explain.own_rules)(tweaks.len(), imported);
        let text = many()
            .with(el("strong", "").with(title))
            .with(" ")
            .with(words.explain.own_rules_about)
            .with(el("ul", "dc-list dc-tweaks").with(items));
        let kept = page.press(|| Event::Explain(Explaining::PolicyKept));
        let reset = page.press(|| Event::Explain(Explaining::PolicyReset));
        let buttons = el("div", "dc-tweaks__buttons")
            .with(el("button", "dc-button").press(kept).with(words.explain.keep_policy))
            .with(el("button", "dc-button").press(reset).with(words.explain.reset));
        Some(message(Tone::Information, Heard::Soon, text.into_any(), buttons.into_any()))
    })
}
