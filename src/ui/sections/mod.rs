//! TABLE [`SECTIONS`]: the parts of the page, in order. A section is one file and one row here.

mod aggregate;
mod aggregate_charts;
mod aggregate_linkage;
mod aggregate_noise;
mod aggregate_report;
mod canary;
mod compare;
mod conflict;
mod difference;
mod entries;
mod exceptions;
mod field;
mod field_rules;
mod findings;
mod header;
mod history;
mod lanes;
mod misses;
mod organizations;
mod original;
mod own;
mod picker;
mod plan;
mod policy;
mod preview;
mod receipt;
mod record;
mod review;
mod risk;
mod rules;
mod save;
mod sensitive;
mod settings;
mod stays;
mod term;
mod told;
mod toolbar;
mod tools;
mod trial;
mod tweaks;
mod why;
mod why_not;

use super::Page;
use super::locale::Messages;
use super::widgets::{el, later, live, many};
use crate::preview::Verdict;
use crate::state::{Outcome, all_findings, found_text};
use leptos::prelude::*;

/// A part of the page.
struct Section {
    /// Its anchor, as a host's deep link names it.
    id: &'static str,
    /// Its heading, and its name as a region.
    title: fn(&Messages) -> &'static str,
    /// What stands below the heading.
    view: fn(Page) -> AnyView,
}

/// The parts of the page below its header.
static SECTIONS: &[Section] = &[
    Section { id: "settings", title: |words| words.settings, view: settings::view },
    Section { id: "preview", title: |words| words.preview, view: preview::view },
    Section { id: "risk", title: |words| words.risk, view: risk::view },
    Section { id: "aggregate", title: |words| words.aggregate.title, view: aggregate::view },
    Section { id: "rules", title: |words| words.rules, view: rules::view },
    Section { id: "record", title: |words| words.desk.record, view: record::view },
    Section { id: "history", title: |words| words.desk.history, view: history::view },
];

/// The header at once; then every section, the save bar and the dialogs, one after the other, so that nothing that stands is pushed away.
pub(super) fn all(page: Page) -> AnyView {
    let sections: Vec<_> = SECTIONS.iter().map(|section| later(move || framed(page, section))).collect();
    let dialogs = move || {
        many()
            .with(picker::view(page))
            .with(review::view(page))
            .with(sensitive::view(page))
            .with(conflict::view(page))
            .with(live(announcement(page)))
            .into_any()
    };
    el("div", "dc-page")
        .with(header::view(page))
        .with(organizations::view(page))
        .with(sections)
        .with(later(move || save::view(page)))
        .with(later(dialogs))
        .into_any()
}

fn framed(page: Page, section: &'static Section) -> AnyView {
    let heading = page.id(&format!("{}-title", section.id));
    el("section", "dc-section")
        .set("part", "section")
        .set("id", page.id(section.id))
        .set("data-section", section.id)
        .set("aria-labelledby", heading.clone())
        .with(el("h2", "dc-section__title").set("id", heading).with((section.title)(page.words)))
        .with((section.view)(page))
        .into_any()
}

/// What is said aloud once a new preview stands, or a finding is chosen.
fn announcement(page: Page) -> Signal<String> {
    page.text(move |state| match (&state.outcome, state.is_working()) {
        (Outcome::Shown(shown), false) => match state.selected.and_then(|id| id.of(&shown.0)) {
            Some((_, field, finding)) => {
                let leaves = field.decision == Verdict::Contribute;
                (page.words.why_title)(finding, found_text(field, finding), leaves)
            }
            None => why::announced(page, state)
                .unwrap_or_else(|| (page.words.found_status)(all_findings(&shown.0, state.record).len())),
        },
        (Outcome::Refused(refusal), false) => (page.words.refusal)(refusal),
        (_, true) | (Outcome::Nothing, false) => String::new(),
    })
}
