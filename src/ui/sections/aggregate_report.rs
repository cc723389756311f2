//! The report for the privacy officer: what was measured, how, and under which assumptions, as plain text that can be printed or kept.

use super::aggregate::{field_name, number};
use super::aggregate_charts::{Draw, common, list, real, save, string, type_name};
use crate::state::{Act, Event, Knob};
use crate::ui::Page;
use crate::ui::widgets::{Look, disclosure_later, dynamic, el};
use leptos::prelude::*;

/// A report that is open is printed, and nothing of the page around it.
pub(super) fn report(page: Page) -> AnyView {
    let (open, title) = (RwSignal::new(false), page.words.aggregate.report_title);
    let version = page.memo(|state| state.aggregate.version);
    let body = move || {
        version.get();
        Draw::of(page).map_or_else(|| ().into_any(), |draw| body(&draw))
    };
    let whole = disclosure_later(Look::Plain, open, title, move || dynamic(body));
    el("div", "").set("data-report", "").with(whole).into_any()
}

fn body(draw: &Draw) -> AnyView {
    let (page, words) = (draw.page, draw.words);
    let mut text = format!("{}\n{}\n", words.report_title, draw.source);
    let mut body = el("div", "dc-report").with(el("p", "").with(draw.source.clone()));
    for (head, lines) in parts(draw).into_iter().flatten() {
        text += &format!("\n{head}\n");
        lines.iter().for_each(|line| text += &format!("- {line}\n"));
        let items: Vec<_> = lines.into_iter().map(|line| el("li", "").with(line).into_any()).collect();
        body = body.with(el("h3", "dc-setting__title").with(head)).with(el("ul", "").with(items));
    }
    let print = page.press(|| Event::Desk(Act::PrintAsked));
    let keep = save(page, "report.txt".to_owned(), "text/plain", Box::new(move || text.clone()));
    let buttons = el("p", "dc-toolbar")
        .with(el("button", "dc-button").press(print).with(words.report))
        .with(el("button", "dc-button").press(keep).with(words.report_keep));
    body.with(buttons).into_any()
}

/// Heads, each with its sentences; none after the page is gone.
fn parts(draw: &Draw) -> Option<Vec<(&'static str, Vec<String>)>> {
    let (page, words, json) = (draw.page, draw.words, &draw.json);
    let source = &json["source"];
    let types =
        list(&source["types"]).iter().map(|of| (words.report_type)(&type_name(page, string(&of["name"])), number(&of["count"])));
    let types = types.collect::<Vec<_>>().join(", ");
    let (name, knobs, common) = page.now(|state| {
        let own = &state.aggregate;
        (own.name.clone(), Knob::ALL.map(|knob| ((words.knob)(knob), own.knob(knob))), common(own, page))
    })?;
    let counts = ["records", "leaving", "unread"].map(|of| number(&source[of]));
    let read = (words.report_read)(&name, counts, &types);
    let mut measured: Vec<_> = knobs.iter().map(|(name, value)| (words.report_set)(name, value)).collect();
    let quasi = list(&json["classes"]["columns"]).iter().filter(|of| of["quasi"] == true);
    let quasi: Vec<_> = quasi.map(|of| field_name(page, string(&of["id"]), of["label"].as_str())).collect();
    measured.push((words.report_set)(words.compared, &quasi.join(", ")));
    measured.push((words.report_digest)(string(&json["engine"]), string(&json["config"])));
    measured.push(common);
    let dropped = draw.dropped_counts().into_iter().map(|(name, count)| format!("{name}: {count}")).collect();
    let noise = &json["noise"];
    let entries = list(&noise["ledger"]["entries"]).iter();
    // The first entry is the choice of groups, which no noise is added for.
    let scales = std::iter::once(0.0).chain(list(&noise["scales"]).iter().map(real));
    let spent = entries
        .zip(scales)
        .map(|(of, scale)| (words.report_spent)(string(&of["what"]), real(&of["epsilon"]), real(&of["delta"]), scale));
    let mut noisy: Vec<_> = spent.collect();
    // Where the budget cannot be used there is no noise, and a problem says so.
    noisy.extend(noise.is_object().then(|| draw.about_noise()));
    let problems = list(&json["problems"]).iter().map(|of| (words.problem)(string(&of["code"])).to_owned());
    let singled = problems.chain(draw.sentences()).collect();
    let all = [read, measured, singled, dropped, noisy, words.report_assumed.iter().map(|line| (*line).to_owned()).collect()];
    Some(words.report_heads.into_iter().zip(all).collect())
}
