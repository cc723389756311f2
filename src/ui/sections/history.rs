//! Every decision that was saved: filtered, two of them compared, taken away as a file.

use super::{record, review};
use crate::policy::{AuditEntry, History};
use crate::state::{Act, Dialog as Open, Event, Form, HistoryLook, between, found};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{Dialog, changed, dialog, dynamic, el, heads, many, maybe, small, table, text, typed};
use leptos::prelude::*;
use std::sync::Arc;

/// What the section remembers.
#[derive(Clone, Copy)]
struct Table {
    page: Page,
    history: Watch<Arc<History>>,
    look: RwSignal<HistoryLook>,
    chosen: RwSignal<Vec<usize>>,
}

/// The section and its dialog.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words.desk;
    let history = page.memo(|state| Arc::clone(&state.desk.history));
    let table = Table { page, history, look: RwSignal::new(HistoryLook::default()), chosen: RwSignal::default() };
    let is_none = Signal::derive(move || history.with(|history| history.entries.is_empty()));
    let faults = move || {
        let faults = history.with(|history| history.faults.len());
        (faults > 0).then(|| small((words.history_faults)(faults)))
    };
    let body = move || match is_none.get() {
        true => el("p", "dc-empty").with(words.history_none).into_any(),
        false => many().with(tools(table)).with(dynamic(move || grid(table))).into_any(),
    };
    many()
        .with(small(words.history_about.to_owned()))
        .with(maybe(faults))
        .with(el("div", "dc-card").with(dynamic(body)))
        .with(compare(table))
        .into_any()
}

fn tools(table: Table) -> AnyView {
    let Table { page, history, look, chosen } = table;
    let words = page.words.desk;
    let names = move || {
        let names =
            history.with(|history| crate::order::distinct(history.entries.iter().map(|entry| entry.by.clone()).collect()));
        let option = |name: String| el("option", "").set("value", name.clone()).with(name).into_any();
        let any = el("option", "").set("value", "").with(words.anybody).into_any();
        let names = names.into_iter().filter(|name| !name.is_empty()).map(option);
        [any].into_iter().chain(names).collect::<Vec<_>>().into_any()
    };
    let keep = |form: Form| {
        page.act(move || {
            Act::HistoryKept(form, look.with_untracked(|look| page.now(|state| state.found(look)).unwrap_or_default()))
        })
    };
    let is_pair = Signal::derive(move || chosen.with(Vec::len) == 2);
    let open = page.press(|| Event::DialogOpened(Open::Compare));
    el("div", "dc-exceptions__tools")
        .with(
            el("input", "dc-input dc-exceptions__search")
                .set("type", "search")
                .set("autocomplete", "off")
                .set("aria-label", words.history_search)
                .set("placeholder", words.history_search)
                .on("input", typed(move |query| look.update(|look| look.query = query))),
        )
        .with(
            el("select", "dc-select")
                .set("aria-label", words.history_by)
                .on("change", typed(move |by| look.update(|look| look.by = by)))
                .with(dynamic(names)),
        )
        .with(
            el("label", "dc-radio")
                .with(
                    el("input", "dc-choice__box")
                        .set("type", "checkbox")
                        .on("change", changed(move || look.update(|look| look.more_only = !look.more_only))),
                )
                .with(words.more_only),
        )
        .with(
            el("button", "dc-button")
                .set("aria-haspopup", "dialog")
                .live("disabled", move || !is_pair.get())
                .press(open)
                .with(text(move || if is_pair.get() { words.compare_chosen } else { words.compare_hint }.to_owned())),
        )
        .with(el("button", "dc-button").press(keep(Form::Json)).with(words.keep_json))
        .with(el("button", "dc-button").press(keep(Form::Csv)).with(words.keep_csv))
        .into_any()
}

fn grid(table_of: Table) -> AnyView {
    let Table { page, history, look, .. } = table_of;
    let words = page.words.desk;
    let names = [
        words.column_select,
        words.decided_at,
        words.decided_by,
        words.column_plan,
        words.decided_what,
        words.decided_why,
        words.receipt,
    ];
    let rows: Vec<_> = history.with(|history| {
        let numbers = look.with(|look| found(&history.entries, look));
        numbers.into_iter().map(|number| row(table_of, number, &history.entries[number])).collect()
    });
    if rows.is_empty() {
        return el("p", "dc-empty").with(page.words.nothing_found).into_any();
    }
    table(words.history.into_any(), heads(&names), rows.into_any())
}

fn row(table: Table, number: usize, entry: &AuditEntry) -> AnyView {
    let Table { page, chosen, .. } = table;
    let words = page.words.desk;
    let cell = |label: &'static str| el("td", "dc-table__cell").set("data-label", label);
    let is_chosen = move || chosen.with(|chosen| chosen.contains(&number));
    let toggle = move || {
        chosen.update(|chosen| {
            let before = chosen.len();
            chosen.retain(|other| *other != number);
            if chosen.len() == before {
                chosen.push(number);
            }
        });
    };
    let is_full = move || chosen.with(|chosen| chosen.len() >= 2 && !chosen.contains(&number));
    let label = format!("{}, {}", (words.date)(page.local(entry.at)), entry.by);
    let select = el("input", "dc-choice__box")
        .set("type", "checkbox")
        .set("aria-label", label)
        .live("disabled", is_full)
        .property("checked", is_chosen)
        .on("change", changed(toggle));
    let digest = entry.receipt_digest.get(..12).unwrap_or(&entry.receipt_digest).to_owned();
    el("tr", "dc-table__row")
        .with(cell(words.column_select).with(select))
        .with(el("th", "dc-table__cell").set("scope", "row").set("data-label", words.decided_at).with(page.date(entry.at)))
        .with(cell(words.decided_by).set("dir", "auto").with(entry.by.clone()))
        .with(cell(words.column_plan).with(entry.plan.row().name))
        .with(cell(words.decided_what).with(record::decision(page, entry)))
        .with(cell(words.decided_why).set("dir", "auto").with(entry.note.clone()))
        .with(
            cell(words.receipt).with(
                (!digest.is_empty()).then(|| el("code", "dc-code").set("title", entry.receipt_digest.clone()).with(digest)),
            ),
        )
        .into_any()
}

/// The dialog that says what lies between the two that are chosen.
fn compare(table: Table) -> AnyView {
    let Table { page, history, chosen, .. } = table;
    let words = page.words.desk;
    let pair = move || chosen.with(|chosen| Some((*chosen.iter().min()?, *chosen.iter().max()?)));
    let title = Signal::derive(move || {
        let Some((before, after)) = pair() else { return String::new() };
        let at = |number: usize| history.with(|history| history.entries.get(number).map(|entry| page.local(entry.at)));
        at(before).zip(at(after)).map(|(before, after)| (words.compare_title)(before, after)).unwrap_or_default()
    });
    let body = move || {
        let Some((before, after)) = pair() else { return ().into_any() };
        let (changes, plans) = history.with(|history| {
            let plan = |number: usize| history.entries.get(number).map(|entry| entry.plan);
            (between(&history.entries, Some(before), after), plan(before).zip(plan(after)))
        });
        let plans =
            plans.filter(|(before, after)| before != after).map(|(before, after)| small((words.compare_plans)(before, after)));
        let same = changes.is_empty().then(|| el("p", "dc-empty").with(words.compare_same));
        let rows: Vec<_> = changes.iter().map(|change| review::row(page, change)).collect();
        el("div", "dc-dialog__body").with(plans).with(same).with(el("ul", "dc-changes").with(rows)).into_any()
    };
    dialog(Dialog {
        id: page.id("compare-title"),
        open: page.is(|state| state.dialog == Some(Open::Compare)),
        title,
        close_label: page.words.close,
        close: page.callback(|| Event::DialogClosed),
        body: Arc::new(body),
    })
}
