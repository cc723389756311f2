//! What noise does to the groups: figures with their bands, how the values of one group spread, and what lies beyond the bounds.

use super::aggregate::{field_name, number};
use super::aggregate_charts::{Draw, list, real, string};
use crate::batch::Unit;
use crate::state::{Event, Measured, Move};
use crate::ui::locale::Aggregate as Words;
use crate::ui::widgets::{Bar, ChartLook, el, typed};
use leptos::prelude::*;
use serde_json::Value as Json;

/// Groups that are drawn, and that can be chosen.
const DRAWN: (usize, usize) = (20, 40);

impl Draw {
    /// A figure of each group, and where it would be found after noise was added.
    pub(super) fn noise(&self) -> Option<AnyView> {
        let (page, noise) = (self.page, self.json["noise"].as_object().map(|_| &self.json["noise"])?);
        let measured = page.now(|state| state.aggregate.measured)?;
        let bars = list(&noise["groups"]).iter().take(DRAWN.0).map(|of| self.figure(of, measured)).collect();
        let title = (self.words.noise)(
            (measured, &self.value_name()),
            real(&noise["budget"]["epsilon"]),
            self.json["options"]["unit"].as_str().and_then(|unit| unit.parse().ok()).unwrap_or(Unit::Person),
        );
        let drawn = self.of_sample(&noise["kept"], &noise["sampled"]).chart(
            "noise",
            title,
            [self.words.column_group, self.words.column_count],
            (ChartLook::Bars, bars),
        );
        let option = |&own: &Measured| {
            let option = el("option", "").set("value", (own as usize).to_string()).set("selected", own == measured);
            option.with((self.words.measured)(own)).into_any()
        };
        let options: Vec<_> = Measured::ALL.iter().map(option).collect();
        let chosen = typed(move |text| {
            let own = text.parse().ok().and_then(|place: usize| Measured::ALL.get(place));
            page.send(Event::Aggregate(Move::Measured(own.copied().unwrap_or_default())));
        });
        let select = el("select", "dc-select").on("change", chosen).with(options);
        let label = el("label", "dc-label").with(self.words.measure).with(" ").with(select);
        Some(el("div", "").with(label).with(drawn).with(el("p", "dc-small").with(self.about_noise())).into_any())
    }

    /// What is guaranteed, what it costs, and what the bounds leave out.
    pub(super) fn about_noise(&self) -> String {
        let noise = &self.json["noise"];
        (self.words.noise_about)(
            real(&noise["certainty"]),
            ["records", "values"].map(|of| number(&noise["bounded"][of])),
            noise["needed"].as_u64(),
            real(&noise["ledger"]["composed"]),
        )
    }

    fn figure(&self, of: &Json, measured: Measured) -> Bar {
        let figure = &of[measured.id()];
        let named = real(&of["named"]);
        if measured == Measured::Mean {
            let [exact, low, high] = ["exact", "low", "high"].map(|end| real(&figure[end]));
            let shown = (self.words.noise_mean)(exact, low, high, named);
            return Bar { label: group_name(of, self.words), value: exact, band: Some((low, high)), part: 0.0, shown };
        }
        let exact = figure["exact"].as_i64().unwrap_or(0);
        let reach = figure["band"]["nearlyAll"].as_i64().unwrap_or(0);
        // Nobody takes a count below nothing for one; a sum can be below it.
        let low = if measured == Measured::Sum { exact - reach } else { (exact - reach).max(0) };
        let shown = (self.words.noise_value)(exact, exact - reach, exact + reach, named);
        let band = Some((low as f64, (exact + reach) as f64));
        Bar { label: group_name(of, self.words), value: exact as f64, band, part: 0.0, shown }
    }

    /// What is summed up, as people call it.
    fn value_name(&self) -> String {
        let id = string(&self.json["options"]["value"]);
        let label = list(&self.json["numbers"]).iter().find(|of| of["id"] == id).and_then(|of| of["label"].as_str());
        field_name(self.page, id, label.filter(|label| !label.is_empty()))
    }

    /// How the values of one group spread, each with the noise that would be added, and what of it is clamped.
    pub(super) fn values(&self) -> Option<AnyView> {
        let (page, noise) = (self.page, &self.json["noise"]);
        let groups = list(&noise["groups"]);
        let place = page.now(|state| state.aggregate.group)?.min(groups.len().max(1) - 1);
        let group = groups.get(place)?;
        let edges: Vec<_> = list(&noise["parts"]).iter().filter_map(Json::as_i64).collect();
        let (values, clamped) = (list(&group["values"]), &group["clamped"]);
        let [below, above] = ["below", "above"].map(|side| number(&clamped[side]));
        let value = |(place, (of, edge)): (usize, (&Json, &[i64]))| {
            let (exact, reach) = (of["exact"].as_i64().unwrap_or(0), of["band"]["nearlyAll"].as_i64().unwrap_or(0));
            let moved = if place == 0 { below } else { 0 } + if place + 1 == values.len() { above } else { 0 };
            Bar {
                label: format!("{}–{}", edge[0], edge[1]),
                value: exact as f64,
                band: Some(((exact - reach).max(0) as f64, (exact + reach) as f64)),
                part: moved as f64,
                shown: (self.words.value_shown)(exact, moved),
            }
        };
        let bars = values.iter().zip(edges.windows(2)).enumerate().map(value).collect();
        let title = (self.words.values)(&self.value_name(), &group_name(group, self.words));
        let drawn = self.of_sample(&noise["kept"], &noise["sampled"]).chart(
            "values",
            title,
            [self.words.column_value, self.words.column_count],
            (ChartLook::Bars, bars),
        );
        let ends = [edges.first(), edges.last()].map(|edge| edge.copied().unwrap_or(0));
        let about = (self.words.clamped)([below, above], ends, clamped["moved"].as_i64().unwrap_or(0), number(&group["beyond"]));
        let option = |(at, of): (usize, &Json)| {
            el("option", "").set("value", at.to_string()).set("selected", at == place).with(group_name(of, self.words)).into_any()
        };
        let options: Vec<_> = groups.iter().enumerate().take(DRAWN.1).map(option).collect();
        let chosen = typed(move |text| page.send(Event::Aggregate(Move::Grouped(text.parse().unwrap_or(0)))));
        let select = el("select", "dc-select").on("change", chosen).with(options);
        let label = el("label", "dc-label").with(self.words.column_group).with(" ").with(select);
        Some(el("div", "").with(label).with(drawn).with(el("p", "dc-small").with(about)).into_any())
    }
}

/// The name of a group; where records say nothing, that.
fn group_name(of: &Json, words: &Words) -> String {
    let name = string(&of["group"]);
    if name.is_empty() { words.nothing.to_owned() } else { name.to_owned() }
}
