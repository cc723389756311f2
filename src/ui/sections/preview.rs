//! The preview: a record, and what would become of it.

use super::field::{numbers, target};
use super::{findings, lanes, misses, original, own, stays, toolbar, tools, tweaks, why, why_not};
use crate::state::{Engine, Event, FindingId, Outcome, Refusal, Sandbox, Source, Step, not_understood, recognized};
use crate::ui::Page;
use crate::ui::widgets::{
    El, Heard, Look, Tone, choose_target, disclosure, dynamic, el, follow, found, later, many, maybe, message, slot, targeted,
    text, typed,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What stands below the toolbar.
#[derive(Clone, PartialEq)]
enum Stands {
    Record,
    Refused(Refusal),
    Nothing,
}

/// The section.
pub(super) fn view(page: Page) -> AnyView {
    let own_shown = page.is(|state| state.source == Source::Own);
    let stands = page.memo(|state| match &state.outcome {
        Outcome::Shown(_) => Stands::Record,
        Outcome::Refused(refusal) => Stands::Refused(refusal.clone()),
        Outcome::Nothing => Stands::Nothing,
    });
    let busy = page.is(|state| state.is_working());
    let result = move || match stands.get() {
        Stands::Record => drawn(page),
        Stands::Refused(refusal) => refused(page, &refusal),
        Stands::Nothing => waiting(page),
    };
    let result = el("div", "dc-result").live("aria-busy", move || busy.get().then_some("true")).with(dynamic(result));
    many()
        .with(privacy(page))
        .with(toolbar::view(page))
        .with(maybe(move || own_shown.get().then(|| own::view(page))))
        .with(trouble(page))
        .with(tweaks::view(page))
        .with(explained(page, result.with(why::view(page)).with(misses::view(page))))
        .with(later(move || tools::view(page)))
        .into_any()
}

/// What can be pressed and stepped through with one listener around it. Letters work only while the focus is inside, and not where one
/// types, so that they take nothing from anybody.
fn explained(page: Page, inside: El) -> AnyView {
    let root = slot();
    let shown = page.shown();
    let selected = page.memo(|state| state.selected);
    follow(move || {
        let _ = shown.get();
        let target = selected.get().map(target);
        if let Some(root) = found::<web_sys::Element>(root) {
            choose_target(&root, target.as_deref());
        }
    });
    let pressed = targeted(move |target| match target {
        Ok(target) => {
            if let Some([record, field, finding]) = numbers(&target) {
                page.send(Event::FindingSelected(FindingId { record, field, finding }));
            }
        }
        Err(event) => why_not::pressed(page, &event),
    });
    inside.found_in(root).on("click", pressed).on("keydown", Box::new(move |event| typed_key(page, &event))).into_any()
}

fn typed_key(page: Page, event: &web_sys::Event) {
    let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
    let at = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let types = at.is_some_and(|at| matches!(at.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
    let event = match key.key().as_str() {
        _ if types || key.ctrl_key() || key.meta_key() || key.alt_key() => return,
        "j" | "J" => Event::FindingStepped(Step::Next),
        "k" | "K" => Event::FindingStepped(Step::Previous),
        _ => return,
    };
    page.send(event);
}

fn drawn(page: Page) -> AnyView {
    let stays_open = RwSignal::new(false);
    let view = page.memo(|state| state.explain.effective_view());
    many()
        .with(chooser(page))
        .with(warnings(page))
        .with(findings::view(page))
        .with(
            el("div", "dc-lanes").live("data-view", move || view.get().id()).with(later(move || original::view(page))).with(
                el("div", "dc-lanes__leaving")
                    .with(later(move || lanes::metadata(page)))
                    .with(later(move || lanes::in_app_data(page)))
                    .with(later(move || stays::view(page, stays_open))),
            ),
        )
        .into_any()
}

/// What the input was taken for, what of it nobody understands, and which of several records is shown.
fn chooser(page: Page) -> AnyView {
    let words = page.words;
    let records = page.memo(|state| {
        let ids = state.shown().map(|shown| shown.0.records.iter().map(|record| record.id.clone()).collect::<Vec<_>>());
        (ids.unwrap_or_default(), state.record)
    });
    let option = move |(at, id): (usize, &String), (all, index): (usize, usize)| {
        let name = (words.record_of)(at + 1, all, id);
        el("option", "").set("value", at.to_string()).set("selected", at == index).with(name).into_any()
    };
    let chosen = move |id: String| page.send(Event::RecordChosen(id.parse().unwrap_or(0)));
    let select = move || {
        let (ids, index) = records.get();
        let options = || ids.iter().enumerate().map(|at| option(at, (ids.len(), index))).collect::<Vec<_>>();
        (ids.len() > 1).then(|| {
            let select = el("select", "dc-select").set("aria-label", words.record_chooser);
            select.on("change", typed(chosen)).with(options()).into_any()
        })
    };
    let taken = page.memo(|state| state.shown().and_then(|shown| recognized(&shown.0, state.record)));
    let unknown = page.memo(|state| {
        let record = state.shown().and_then(|shown| shown.0.records.get(state.record));
        record.map(|record| not_understood(record).join(", ")).unwrap_or_default()
    });
    let count = page.memo(|state| {
        let record = state.shown().and_then(|shown| shown.0.records.get(state.record));
        record.map_or(0, |record| not_understood(record).len())
    });
    let taken = move || taken.get().map(|taken| (words.explain.read_as)(taken)).unwrap_or_default();
    let unknown =
        move || if count.get() == 0 { String::new() } else { (words.explain.not_understood)(count.get(), &unknown.get()) };
    el("div", "dc-chooser")
        .with(maybe(select))
        .with(el("p", "dc-small").with(text(taken)).with(" ").with(el("bdi", "").with(text(unknown))))
        .into_any()
}

fn warnings(page: Page) -> AnyView {
    let words = page.words;
    let warnings = page.memo(|state| state.shown().map(|shown| shown.0.warnings.clone()).unwrap_or_default());
    // Whether the lexicon and the tagger for names are absent.
    let lacks = page.memo(|state| state.shown().is_some_and(|shown| shown.0.engine.names.is_none()));
    maybe(move || {
        let item = |warning: &crate::record::parse::Warning| el("li", "").with((words.warning)(warning)).into_any();
        let absent = lacks.get().then(|| el("li", "").with(words.no_names).into_any());
        let read: Vec<_> = warnings.with(|warnings| warnings.iter().map(item).collect());
        let items: Vec<_> = absent.into_iter().chain(read).collect();
        let any = !items.is_empty();
        let text = || many().with(el("strong", "").with(words.warnings)).with(el("ul", "dc-list").with(items));
        any.then(|| message(Tone::Information, Heard::Where, text().into_any(), ().into_any()))
    })
}

fn refused(page: Page, refusal: &Refusal) -> AnyView {
    let words = page.words;
    let own = page.now(|state| state.source == Source::Own && !state.own.is_empty()).unwrap_or(false);
    let engine = refusal.is_of_engine();
    // Words about the own record stand beside its text box.
    let sentence = (!own || engine).then(|| (words.refusal)(refusal));
    let stays = own.then(|| many().with(" ").with(words.text_stays));
    el("div", "dc-blank")
        .set("data-refused", "")
        .with(el("strong", "").with(words.no_preview_title))
        .with(el("p", "").with(sentence).with(stays))
        .into_any()
}

fn waiting(page: Page) -> AnyView {
    let words = page.words;
    let idle = page.now(|state| state.source == Source::Own && state.own.trim().is_empty()).unwrap_or(false);
    if idle {
        return el("div", "dc-blank").with(el("p", "").with(words.nothing_yet)).into_any();
    }
    let bars: Vec<_> = (0..8).map(|_| el("div", "dc-skeleton").into_any()).collect();
    el("div", "dc-skeletons").set("aria-hidden", "true").with(bars).into_any()
}

/// What is promised, as strongly as this server lets it be proven.
fn privacy(page: Page) -> AnyView {
    let words = page.words;
    let engine = page.memo(|state| state.engine.clone());
    let points = move || {
        let sandbox = match engine.get() {
            Engine::Ready { sandbox, .. } => Some(sandbox),
            Engine::Starting | Engine::Restarting | Engine::Failed { .. } => None::<Sandbox>,
        };
        (words.make_sure)(sandbox).iter().map(|point| el("li", "").with(*point).into_any()).collect::<Vec<_>>().into_any()
    };
    many()
        .with(el("p", "dc-lead").with(text(move || (words.privacy)(&engine.get()))))
        .with(disclosure(Look::Plain, words.how_we_make_sure.into_any(), el("ul", "dc-list").with(dynamic(points)).into_any()))
        .into_any()
}

/// What is wrong with the engine, if anything is.
fn trouble(page: Page) -> AnyView {
    let words = page.words;
    let engine = page.memo(|state| state.engine.clone());
    maybe(move || {
        let text = (words.engine_trouble)(&engine.get())?;
        Some(message(Tone::Warning, Heard::Soon, text.into_any(), ().into_any()))
    })
}
