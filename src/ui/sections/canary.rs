//! The canary: an invented person, planted in every sample in many forms, and where each copy ends, drawn as a map.

use super::told::{list, number, string, told};
use crate::policy::Product;
use crate::state::{Canary, Event, Explaining, Topic};
use crate::ui::Page;
use crate::ui::widgets::{Look, disclosure, el, heads, many, pressed, table, typed};
use leptos::prelude::*;
use serde_json::Value as Json;

/// How a copy may end, the worst last, by the engine's words.
const ENDS: [&str; 5] = ["removed", "replaced", "field-stays", "not-covered", "survives"];

/// The map.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    el("div", "dc-tool__body")
        .with(el("p", "dc-small").with(words.explain.canary_about))
        .with(somebody(page))
        .with(told(page, Topic::Canary, move |answer| map(page, answer)))
        .into_any()
}

/// Somebody of one's own to follow. Nothing of it is kept anywhere but in this page.
fn somebody(page: Page) -> AnyView {
    let words = page.words.explain;
    let parts = [(); Canary::PARTS.len()].map(|()| RwSignal::new(String::new()));
    let follow = pressed(move || {
        let canary = Canary::new(parts.map(|part| part.get_untracked()));
        page.send(Event::Explain(Explaining::CanaryNamed(Some(canary))));
    });
    let ours = pressed(move || {
        parts.iter().for_each(|part| part.set(String::new()));
        page.send(Event::Explain(Explaining::CanaryNamed(None)));
    });
    let is_own = page.is(|state| state.explain.canary.is_some());
    let control = |(name, of): (&&'static str, RwSignal<String>)| {
        let input = el("input", "dc-input").set("type", "text").set("autocomplete", "off").set("spellcheck", "false");
        let input = input.set("translate", "no").property("value", move || of.get()).on("input", typed(move |text| of.set(text)));
        el("label", "dc-trial__choice").with(el("span", "dc-label").with((words.canary_part)(name))).with(input).into_any()
    };
    let controls: Vec<_> = Canary::PARTS.iter().zip(parts).map(control).collect();
    let is_empty = move || parts.iter().any(|part| part.with(|text| text.trim().is_empty()));
    let button = el("button", "dc-button").live("disabled", is_empty).press(follow).with(words.canary_follow);
    let back = el("button", "dc-button").live("hidden", move || !is_own.get()).press(ours).with(words.canary_ours);
    let row = el("div", "dc-trial__row").with(controls).with(button).with(back);
    let body = many().with(el("p", "dc-small").with(words.canary_own_about)).with(row).into_any();
    disclosure(Look::Plain, words.canary_own.into_any(), body)
}

/// How many copies of one form end in each way, in the records of one product.
struct Cell<'a> {
    form: &'a str,
    product: Product,
    ends: [usize; ENDS.len()],
}

fn map(page: Page, answer: &Json) -> AnyView {
    let words = page.words;
    let cells = cells(answer);
    let is_planted = |product: &Product| cells.iter().any(|cell| cell.product == *product);
    let products: Vec<Product> = Product::ALL.iter().copied().filter(is_planted).collect();
    let row = |form: &Json| {
        let id = string(form, "id").unwrap_or_default();
        let text = string(form, "text").unwrap_or_default().to_owned();
        let name = el("th", "dc-table__cell").set("scope", "row").set("data-label", words.explain.form);
        let name = name.with((words.explain.form_name)(id)).with(el("bdi", "dc-small dc-map__form").with(text));
        let of = |product: Product| cells.iter().find(|cell| cell.form == id && cell.product == product);
        let cell = |product: &Product| cell(page, *product, of(*product));
        el("tr", "dc-table__row").with(name).with(products.iter().map(cell).collect::<Vec<_>>()).into_any()
    };
    let rows: Vec<_> = list(answer, "forms").iter().map(row).collect();
    let names: Vec<&'static str> =
        std::iter::once(words.explain.form).chain(products.iter().map(|product| product.row().name)).collect();
    let legend = |end: &&'static str| {
        el("li", "dc-map__key")
            .with(el("span", "dc-map__end").set("data-end", *end).set("aria-hidden", "true"))
            .with((words.explain.end)(end))
            .into_any()
    };
    let person = answer.get("person").map(|person| {
        let of = |name| string(person, name).unwrap_or_default();
        (words.explain.canary_person)(of("name"), of("email"), of("phone"), of("handle"))
    });
    let (copies, survivors) = (number(answer, "copies").unwrap_or_default(), number(answer, "survivors").unwrap_or_default());
    many()
        .with(el("p", "").with(el("bdi", "").with(person)))
        .with(el("p", "dc-map__sum").set("data-survives", survivors > 0).with((words.explain.canary_sum)(copies, survivors)))
        .with(el("ul", "dc-map__legend").with(ENDS.iter().map(legend).collect::<Vec<_>>()))
        .with(el("div", "dc-map").set("role", "group").set("tabindex", "0").set("aria-label", words.explain.canary).with(table(
            words.explain.canary.into_any(),
            heads(&names),
            rows.into_any(),
        )))
        .with(planted(page, answer))
        .into_any()
}

fn cells(answer: &Json) -> Vec<Cell<'_>> {
    let mut cells: Vec<Cell<'_>> = Vec::new();
    for record in list(answer, "records") {
        let Some(product) = string(record, "product").and_then(|id| id.parse().ok()) else { continue };
        for copy in list(record, "copies") {
            // An end that is not known counts as the worst.
            let end = string(copy, "ends").and_then(|end| ENDS.iter().position(|known| *known == end)).unwrap_or(ENDS.len() - 1);
            let form = string(copy, "form").unwrap_or_default();
            let at = cells.iter().position(|cell| cell.form == form && cell.product == product).unwrap_or_else(|| {
                cells.push(Cell { form, product, ends: [0; ENDS.len()] });
                cells.len() - 1
            });
            cells[at].ends[end] += 1;
        }
    }
    cells
}

/// How the copies of one form end in one product: the worst end gives the color, words say all of them.
fn cell(page: Page, product: Product, cell: Option<&Cell<'_>>) -> AnyView {
    let words = page.words;
    let td = el("td", "dc-table__cell").set("data-label", product.row().name);
    let Some(cell) = cell else { return td.with(words.explain.no_copy).into_any() };
    let there = || ENDS.iter().zip(cell.ends).filter(|(_, count)| *count > 0);
    let worst = there().next_back().map_or("removed", |(end, _)| *end);
    let said: Vec<_> = there().map(|(end, count)| format!("{count} {}", (words.explain.end)(end))).collect();
    let said = said.join(", ");
    td.with(el("span", "dc-map__end").set("data-end", worst).set("title", said.clone()).set("aria-hidden", "true"))
        .with(el("span", "dc-map__said").with(said))
        .into_any()
}

/// The records with the person in them, each to be looked at in the preview.
fn planted(page: Page, answer: &Json) -> AnyView {
    let words = page.words;
    let button = |record: &Json| {
        let text = string(record, "planted")?.to_owned();
        let id = string(record, "id")?;
        let name = page.now(|state| state.given.samples.iter().find(|sample| sample.id() == id).map(words.sample)).flatten();
        let press = page.press(move || Event::Explain(Explaining::PlantedShown(text.clone())));
        Some(el("li", "").with(el("button", "dc-chip").press(press).with(name.unwrap_or_else(|| id.to_owned()))).into_any())
    };
    let buttons: Vec<_> = list(answer, "records").iter().filter_map(button).collect();
    many().with(el("p", "dc-small").with(words.explain.canary_look)).with(el("ul", "dc-map__records").with(buttons)).into_any()
}
