//! The heading, where today stands, and the timeline.

use crate::order;
use crate::policy::{Instant, Switch};
use crate::state::{Phase, Removal};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, dynamic, el, lozenge, text};
use leptos::prelude::*;

/// The page's header.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let organization = page.text(|state| state.given.organization.name.clone());
    let now = page.memo(|state| state.given.now);
    // When in-app data was switched off, and has been off since.
    let off = page.memo(|state| {
        let origin = state.origin(|settings| settings.in_app_data.switch()).filter(|origin| origin.is_change);
        origin.filter(|_| state.draft.in_app_data.switch() == Switch::Off).map(|origin| origin.at)
    });
    let status = move || {
        let phase = Phase::at(now.get());
        let appearance = if matches!(phase, Phase::InEffect { .. }) { Appearance::Success } else { Appearance::Warning };
        lozenge((words.phase)(phase), appearance)
    };
    el("header", "dc-header")
        .set("part", "header")
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
        .with(dynamic(move || timeline(page, now.get(), off.get())))
        .with(el("p", "dc-small").with(words.hour_assumption).with(" ").with(here(page)))
        .into_any()
}

/// When the vendor's day begins on the viewer's own clocks, where they are not those of UTC.
fn here(page: Page) -> Option<AnyView> {
    let at = Instant::IN_EFFECT;
    let local = page.local(at);
    (local != at).then(|| page.time(at, (page.words.desk.effect_here)(local)))
}

/// One point in time.
struct Point {
    at: Instant,
    date: String,
    note: &'static str,
    kind: &'static str,
}

fn timeline(page: Page, now: Instant, off: Option<Instant>) -> AnyView {
    let words = page.words;
    let kind = |at: Instant| if at <= now { "past" } else { "future" };
    // The vendor names days, not instants, so these read alike everywhere; what lies behind them shows on hover.
    let fixed = |at: Instant, note| Point { at, date: (words.short_date)(at), note, kind: kind(at) };
    let reported = |at: Instant, note| Point { at, date: (words.desk.removal_point)(page.local(at)), note, kind: "reported" };
    let mut points = vec![
        fixed(Instant::ANNOUNCED, words.announced),
        fixed(Instant::ROLLED_OUT, words.rolled_out),
        fixed(Instant::IN_EFFECT, words.in_effect),
    ];
    if let Some(removal) = off.map(Removal::in_app_data).filter(|removal| !removal.is_over(now)) {
        points.push(reported(removal.removed, words.desk.removed_by));
        points.extend(removal.retrained.map(|at| reported(at, words.desk.retrained_by)));
    }
    let today = (words.today_note)(Phase::at(now));
    points.push(Point { at: now, date: (words.today)(page.local(now)), note: "", kind: "now" });
    let points = order::by_place(points, |point| (point.at.seconds() as usize, usize::from(point.kind == "now")));
    let point = |Point { at, date, note, kind }: Point| {
        let note = if kind == "now" { today.clone() } else { note.to_owned() };
        el("li", "dc-timeline__point")
            .set("data-kind", kind)
            .set("aria-current", (kind == "now").then_some("date"))
            .with(el("span", "dc-timeline__date").with(page.time(at, date)))
            .with(" ")
            .with(el("span", "dc-timeline__note").with(note))
            .into_any()
    };
    let mut points: Vec<_> = points.into_iter().map(point).collect();
    let open = el("li", "dc-timeline__point")
        .set("data-kind", "open")
        .with(el("span", "dc-timeline__date").with(words.any_time))
        .with(" ")
        .with(el("span", "dc-timeline__note").with(words.any_time_note));
    points.push(open.into_any());
    el("ol", "dc-timeline").set("aria-label", words.timeline).with(points).into_any()
}
