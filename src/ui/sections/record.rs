//! The decision record: what was decided last, by whom, why, and what can be taken away of it.

use crate::policy::{AuditEntry, Control};
use crate::state::{Act, Form};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{el, many, maybe, pressed, small, typed};
use leptos::prelude::*;

/// Days after which one can be reminded.
const DAYS: [i64; 4] = [30, 90, 180, 365];

/// The section.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words.desk;
    let last = page.memo(|state| (state.desk.history.entries.last().cloned(), state.own_plan(), state.saved().is_some()));
    let body = move || {
        let (entry, plan, is_loaded) = last.get();
        match entry {
            Some(entry) => Some(described(page, &entry)),
            None if is_loaded => Some(el("p", "dc-empty").with((words.record_none)(plan)).into_any()),
            None => None,
        }
    };
    many()
        .with(small(words.record_about.to_owned()))
        .with(el("div", "dc-card").with(maybe(body)).with(take_away(page, last)))
        .into_any()
}

/// What was decided, in words.
pub(super) fn decision(page: Page, entry: &AuditEntry) -> String {
    let locked = entry.plan.row().metadata == Control::Always;
    let coverage = &entry.settings.in_app_data;
    (page.words.desk.decision)(entry.settings.metadata, locked, coverage.switch(), coverage.exceptions().len())
}

fn described(page: Page, entry: &AuditEntry) -> AnyView {
    let words = page.words.desk;
    let said = |text: &str| if text.is_empty() { words.not_said.to_owned() } else { text.to_owned() };
    let line = |name: &'static str, value: AnyView| {
        el("div", "dc-record__line")
            .with(el("dt", "dc-record__name").with(name))
            .with(el("dd", "dc-record__value").set("dir", "auto").with(value))
            .into_any()
    };
    let receipt = match entry.receipt_digest.as_str() {
        "" => words.not_said.into_any(),
        digest => el("code", "dc-code").with(digest.to_owned()).into_any(),
    };
    let lines = vec![
        line(words.decided_at, page.date(entry.at)),
        line(words.decided_by, said(&entry.by).into_any()),
        line(words.column_plan, entry.plan.row().name.into_any()),
        line(words.decided_what, decision(page, entry).into_any()),
        line(words.decided_why, said(&entry.note).into_any()),
        line(words.receipt, receipt),
    ];
    el("dl", "dc-record").with(lines).into_any()
}

type Last = Watch<(Option<AuditEntry>, crate::policy::Plan, bool)>;

/// Export, print, reminder.
fn take_away(page: Page, last: Last) -> AnyView {
    let words = page.words.desk;
    let days = RwSignal::new(DAYS[1]);
    let id = page.id("remind");
    let name = page.text(|state| state.given.organization.name.clone());
    let keep = move |form: Form| {
        page.act(move || {
            let count = page.now(|state| state.desk.history.entries.len()).unwrap_or_default();
            Act::HistoryKept(form, (0..count).collect())
        })
    };
    let remind = move || {
        let about = (words.reminder_about)(&name.get_untracked());
        page.send(crate::state::Event::Desk(Act::ReminderAsked(days.get_untracked(), words.reminder_title.to_owned(), about)));
    };
    let is_none = Signal::derive(move || last.with(|(entry, ..)| entry.is_none()));
    let button = |label: &'static str| el("button", "dc-button").with(label);
    let options = DAYS.map(|days| el("option", "").set("value", days.to_string()).with((words.remind_days)(days)).into_any());
    el("div", "dc-record__foot")
        .with(button(words.keep_json).live("disabled", move || is_none.get()).press(keep(Form::Json)))
        .with(button(words.keep_csv).live("disabled", move || is_none.get()).press(keep(Form::Csv)))
        .with(button(words.print).press(page.act(|| Act::PrintAsked)))
        .with(el("span", "dc-toolbar__gap"))
        .with(el("label", "dc-small").set("for", id.clone()).with(words.remind_in))
        .with(
            el("select", "dc-select")
                .set("id", id)
                .property("value", move || days.get().to_string())
                .on("change", typed(move |chosen| days.set(chosen.parse().unwrap_or(DAYS[1]))))
                .with(options.into_iter().collect::<Vec<_>>()),
        )
        .with(button(words.remind).press(pressed(remind)))
        .into_any()
}
