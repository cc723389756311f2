//! What can be looked at besides the preview: two records beside each other, an invented person followed, a receipt. Each asks the
//! engine when it is opened, and again when what it tells of has changed.

use super::{canary, compare, receipt};
use crate::state::{Event, Explaining, Topic};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{Look, disclosure_later, el, follow};
use leptos::prelude::*;

/// One of them.
struct Tool {
    topic: Topic,
    title: &'static str,
    view: fn(Page) -> AnyView,
}

/// The tools, each closed at first.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let all = [
        Tool { topic: Topic::Comparison, title: words.explain.compare, view: compare::view },
        Tool { topic: Topic::Canary, title: words.explain.canary, view: canary::view },
        Tool { topic: Topic::Receipt, title: words.explain.receipt, view: receipt::view },
    ];
    el("div", "dc-tools").with(all.into_iter().map(|tool| closed(page, &tool)).collect::<Vec<_>>()).into_any()
}

fn closed(page: Page, tool: &Tool) -> AnyView {
    let Tool { topic, title, view } = *tool;
    let open = RwSignal::new(false);
    let ready = Watch::new(move || page.with(|state| state.is_due(topic)));
    follow(move || {
        if open.get() && ready.get() {
            page.send(Event::Explain(Explaining::Asked(topic)));
        }
    });
    let body = disclosure_later(Look::Bar, open, el("h3", "dc-lane__title").with(title), move || view(page));
    el("section", "dc-card dc-lane dc-tool").set("aria-label", title).with(body).into_any()
}
