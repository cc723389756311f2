//! The heading, where today stands, and the timeline.

use crate::order;
use crate::policy::Instant;
use crate::state::Phase;
use crate::ui::Page;
use crate::ui::widgets::{Appearance, dynamic, el, lozenge, text};
use leptos::prelude::*;

/// The page's header.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let organization = page.text(|state| state.given.organization.name.clone());
    let now = page.memo(|state| state.given.now);
    let status = move || {
        let phase = Phase::at(now.get());
        let appearance = if matches!(phase, Phase::InEffect { .. }) { Appearance::Success } else { Appearance::Warning };
        lozenge((words.phase)(phase), appearance)
    };
    el("header", "dc-header")
        .with(
            el("p", "dc-header__crumbs")
                .with(text(move || organization.get()))
                .with(" / ")
                .with(words.security)
                .with(" / ")
                .with(words.title),
        )
        .with(
            el("div", "dc-header__row")
                .with(el("h1", "dc-header__title").set("id", page.id("title")).set("tabindex", "-1").with(words.title))
                .with(el("span", "").set("title", words.hour_assumption).with(dynamic(status))),
        )
        .with(el("p", "dc-lead").with(words.lead))
        .with(dynamic(move || timeline(page, now.get())))
        .with(el("p", "dc-small").with(words.hour_assumption))
        .into_any()
}

/// One point in time.
struct Point {
    date: String,
    note: String,
    kind: &'static str,
}

fn timeline(page: Page, now: Instant) -> AnyView {
    let words = page.words;
    let fixed = |at: Instant, note: &str| {
        let kind = if at <= now { "past" } else { "future" };
        (at, Point { date: (words.short_date)(at), note: note.to_owned(), kind })
    };
    let today = Point { date: (words.today)(now), note: (words.today_note)(Phase::at(now)), kind: "now" };
    let mut points = vec![
        fixed(Instant::ANNOUNCED, words.announced),
        fixed(Instant::ROLLED_OUT, words.rolled_out),
        fixed(Instant::IN_EFFECT, words.in_effect),
        (now, today),
    ];
    points = order::by_place(points, |(at, _)| ((at.unix_milliseconds() / 1000).max(0) as usize, 0));
    let mut points: Vec<_> = points.into_iter().map(|(_, point)| point).collect();
    points.push(Point { date: words.any_time.to_owned(), note: words.any_time_note.to_owned(), kind: "open" });
    let point = |Point { date, note, kind }: Point| {
        let current = (kind == "now").then_some("date");
        el("li", "dc-timeline__point")
            .set("data-kind", kind)
            .set("aria-current", current)
            .with(el("span", "dc-timeline__date").with(date))
            .with(" ")
            .with(el("span", "dc-timeline__note").with(note))
            .into_any()
    };
    let points: Vec<_> = points.into_iter().map(point).collect();
    el("ol", "dc-timeline").set("aria-label", words.timeline).with(points).into_any()
}
