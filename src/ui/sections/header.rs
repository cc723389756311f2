//! The heading, where today stands, and the timeline.

use crate::order;
use crate::policy::Instant;
use crate::state::Phase;
use crate::ui::Page;
use crate::ui::widgets::{Appearance, dynamic, lozenge, text};
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
    view! { class="dc",
        <header class="dc-header">
            <p class="dc-header__crumbs">{text(move || organization.get())} " / " {words.security} " / " {words.title}</p>
            <div class="dc-header__row">
                <h1 class="dc-header__title" id=page.id("title") tabindex="-1">{words.title}</h1>
                <span title=words.hour_assumption>{dynamic(status)}</span>
            </div>
            <p class="dc-lead">{words.lead}</p>
            {dynamic(move || timeline(page, now.get()))}
            <p class="dc-small">{words.hour_assumption}</p>
        </header>
    }
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
        view! { class="dc",
            <li class="dc-timeline__point" data-kind=kind aria-current=current>
                <span class="dc-timeline__date">{date}</span>
                " "
                <span class="dc-timeline__note">{note}</span>
            </li>
        }
        .into_any()
    };
    let points: Vec<_> = points.into_iter().map(point).collect();
    view! { class="dc", <ol class="dc-timeline" aria-label=words.timeline>{points}</ol> }.into_any()
}
