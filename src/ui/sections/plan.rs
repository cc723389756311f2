//! Which subscription decides, every active plan, what a trial moves, and other plans to look at.

use crate::policy::Plan;
use crate::state::{Act, Active, Event, Fate, Shift, State, WhatIf, active, trial_end, trial_starts};
use crate::ui::Page;
use crate::ui::locale::Deciding;
use crate::ui::widgets::{
    Appearance, Heard, Look, Tone, disclosure, dynamic, el, lozenge, many, maybe, message, small, text, typed,
};
use leptos::prelude::*;

/// The lines above the switches.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let deciding = page.text(move |state| deciding(page, state));
    many()
        .with(el("p", "dc-lead").with(text(move || deciding.get())))
        .with(warnings(page))
        .with(disclosure(Look::Plain, words.desk.what_if, what_if(page)))
        .with(looking(page))
        .into_any()
}

fn deciding(page: Page, state: &State) -> String {
    let all = active(&state.given.organization, state.given.now);
    let deciding = all.iter().find(|active| active.decides);
    (page.words.deciding)(Deciding {
        plan: state.own_plan().row().name,
        app: deciding.map(|active| active.app.as_str()),
        trial: deciding.is_some_and(|active| active.trial),
        others: "",
    })
}

/// Every active plan, and what the end of a trial would move.
fn warnings(page: Page) -> AnyView {
    let words = page.words;
    let plans = page.memo(|state| {
        let (organization, now) = (&state.given.organization, state.given.now);
        (active(organization, now), trial_end(organization, now))
    });
    let row = move |active: &Active| {
        let until = active.until.map(|until| page.local(until));
        let line = (words.desk.plan_line)(&active.app, active.plan.row().name, active.trial, until);
        let decides = active.decides.then(|| lozenge(words.desk.decides, Appearance::Information));
        el("li", "dc-plans__item").with(line).with(" ").with(decides).into_any()
    };
    dynamic(move || {
        let (all, end) = plans.get();
        let rows: Vec<_> = all.iter().map(row).collect();
        let list = (all.len() > 1).then(|| el("ul", "dc-plans").set("aria-label", words.desk.plans).with(rows));
        let warning = end.map(|end| {
            let text = (words.desk.trial_end)(&end, end.until.map(|until| page.local(until)));
            message(Tone::Warning, Heard::Where, text.into_any(), ().into_any())
        });
        many().with(list).with(warning).into_any()
    })
}

/// The choice of another plan, and what trials of higher plans would move.
fn what_if(page: Page) -> AnyView {
    let words = page.words.desk;
    let (plan_id, fate_id) = (page.id("what-if-plan"), page.id("what-if-fate"));
    let chosen = page.memo(|state| state.desk.what_if);
    let own = page.memo(State::own_plan);
    let choose = move |id: String| {
        let fate = chosen.get_untracked().map_or(Fate::Stays, |what_if| what_if.fate);
        let what_if = id.parse().ok().map(|plan| WhatIf { plan, fate });
        page.send(Event::Desk(Act::WhatIf(what_if)));
    };
    let turn = move |fate: String| {
        let fate = if fate == "resets" { Fate::Resets } else { Fate::Stays };
        page.send(Event::Desk(Act::WhatIf(chosen.get_untracked().map(|what_if| WhatIf { fate, ..what_if }))));
    };
    let plans = Plan::ALL.iter().map(|plan| option(plan.id(), plan.row().name.to_owned()));
    let none = option("", (words.what_if_none)(own.get_untracked().row().name));
    let fates =
        vec![option("stays", (words.fate)(Fate::Stays).to_owned()), option("resets", (words.fate)(Fate::Resets).to_owned())];
    let shifts = page.memo(|state| trial_starts(&state.given.organization, state.given.now));
    let starts = move || {
        let line = |shift: &Shift| el("li", "").with((words.trial_start)(shift)).into_any();
        let lines: Vec<_> = shifts.get().iter().map(line).collect();
        el("ul", "dc-list").with(lines).into_any()
    };
    el("div", "dc-whatif")
        .with(el("p", "dc-small").with(words.what_if_about))
        .with(
            el("div", "dc-whatif__row")
                .with(el("label", "dc-label").set("for", plan_id.clone()).with(words.what_if_plan))
                .with(
                    el("select", "dc-select")
                        .set("id", plan_id)
                        .property("value", move || chosen.get().map_or("", |what_if| what_if.plan.id()))
                        .on("change", typed(choose))
                        .with([none].into_iter().chain(plans).collect::<Vec<_>>()),
                )
                .with(el("label", "dc-label").set("for", fate_id.clone()).with(words.what_if_fate))
                .with(
                    el("select", "dc-select")
                        .set("id", fate_id)
                        .live("disabled", move || chosen.get().is_none())
                        .on("change", typed(turn))
                        .with(fates),
                ),
        )
        .with(dynamic(starts))
        .into_any()
}

fn option(value: &'static str, name: String) -> AnyView {
    el("option", "").set("value", value).with(name).into_any()
}

/// As long as another plan is looked at: that it is one, and the way back.
fn looking(page: Page) -> AnyView {
    let words = page.words.desk;
    let chosen = page.memo(|state| state.desk.what_if);
    maybe(move || {
        let what_if = chosen.get()?;
        let back = el("button", "dc-button").press(page.act(|| Act::WhatIf(None))).with(words.what_if_end);
        let fate = small(format!("{}: {}", words.what_if_fate, (words.fate)(what_if.fate)));
        let text = many().with((words.what_if_on)(what_if.plan.row().name)).with(fate);
        Some(message(Tone::Information, Heard::Soon, text.into_any(), back.into_any()))
    })
}
