//! What pseudonyms link, as a graph: people at the left, one node for each of their stand-ins at the right.

use super::aggregate::number;
use super::aggregate_charts::{Draw, bar, list, save, string};
use crate::state::{Event, Move};
use crate::ui::widgets::{ChartLook, Text, cell, el, slot, standing_alone, typed};
use leptos::prelude::*;
use serde_json::Value as Json;

/// As many people and stand-ins of one as are drawn.
const DRAWN: (usize, usize) = (8, 16);

impl Draw {
    /// What a pseudonym of the chosen scope links: people at the left, one node for each of their stand-ins at the right.
    pub(super) fn linkage(&self) -> AnyView {
        const IDS: [&str; 4] = ["record", "product", "organization", "week"];
        let (page, words) = (self.page, self.words);
        let scope = page.now(|state| state.aggregate.scope).unwrap_or(2).min(3);
        let of = list(&self.json["linkage"]["scopes"]).iter().find(|of| of["scope"] == IDS[scope]);
        let about = of.map(|of| (words.linkage_about)(number(&of["pseudonyms"]), number(&of["largest"]))).unwrap_or_default();
        let option = |(place, name): (usize, &&'static str)| {
            el("option", "").set("value", place.to_string()).set("selected", place == scope).with(*name).into_any()
        };
        let options: Vec<_> = words.scopes.iter().enumerate().map(option).collect();
        let chosen = typed(move |text| page.send(Event::Aggregate(Move::Scoped(text.parse().unwrap_or(2)))));
        let people = list(&self.json["linkage"]["people"]);
        let person = |(place, of): (usize, &Json)| {
            let (stand_ins, largest) = linked(list(&of["places"]), IDS[scope]);
            let text = format!("{stand_ins} × ≤ {largest} {}", words.records_of);
            bar((words.person)(place + 1), largest as f64, text)
        };
        let bars = people.iter().enumerate().map(person).collect();
        let title = format!("{} ({})", words.linkage, words.records_of);
        el("div", "")
            .with(
                el("label", "dc-label")
                    .with(words.scope)
                    .with(" ")
                    .with(el("select", "dc-select").on("change", chosen).with(options)),
            )
            .with(el("p", "dc-small").with(about))
            .with(self.graph(people, (IDS[scope], words.scopes[scope])))
            .with(self.of_sample(&self.json["linkage"]["kept"], &self.json["linkage"]["sampled"]).chart(
                "linkage",
                title,
                [words.column_what, words.column_count],
                (ChartLook::Bars, bars),
            ))
            .into_any()
    }

    /// The graph, and buttons that keep it.
    fn graph(&self, people: &[Json], (scope, name): (&'static str, &'static str)) -> AnyView {
        let nodes = nodes(people, scope);
        let height = people.len().min(DRAWN.0) * ROW + 4;
        let mut svg = el("svg", "dc-chart__svg").set("viewBox", format!("0 0 560 {height}")).set("aria-hidden", "true");
        for row in 0..people.len().min(DRAWN.0) {
            let (y, last) = (at(row).to_string(), nodes.iter().filter(|node| node.row == row).map(|node| node.x).max());
            let line = el("line", "dc-chart__axis").set("x1", "26").set("y1", y.clone()).set("y2", y);
            svg = svg.with(line.set("x2", last.unwrap_or(26).to_string()));
        }
        for node in nodes {
            let class = if node.is_person { "dc-chart__node" } else { "dc-chart__place" };
            let circle = el("circle", class).set("cx", node.x.to_string()).set("cy", at(node.row).to_string());
            svg = svg.with(circle.set("r", node.r.to_string()));
        }
        let place = slot();
        let title = format!("{} ({name})", self.words.linkage);
        let (source, csv) = (self.source.clone(), self.rows(people, scope));
        let keep = |form: &'static str, kind, text: Text| {
            let act = save(self.page, format!("pseudonyms-{scope}.{form}"), kind, text);
            el("button", "dc-button").set("data-kind", "subtle").press(act)
        };
        let picture = Box::new(move || standing_alone(&title, &source, (place, height)));
        let buttons = el("p", "dc-chart__keep")
            .with(keep("svg", "image/svg+xml", picture).with("SVG"))
            .with(keep("csv", "text/csv", Box::new(move || csv.clone())).with("CSV"));
        el("div", "").set("data-graph", scope).with(svg.found_in(place)).with(buttons).into_any()
    }

    fn rows(&self, people: &[Json], scope: &str) -> String {
        let mut out = "person,pseudonym,records\r\n".to_owned();
        for (place, of) in people.iter().enumerate() {
            for (name, records) in stand_ins(list(&of["places"]), scope) {
                out += &format!("{},{},{records}\r\n", place + 1, cell(&name));
            }
        }
        out + &format!("{}\r\n", cell(&self.source))
    }
}

const ROW: usize = 26;

fn at(row: usize) -> usize {
    row * ROW + 14
}

/// A person, or one of the stand-ins of the person in that row: the larger, the more it links.
struct Node {
    x: usize,
    row: usize,
    r: u64,
    is_person: bool,
}

fn nodes(people: &[Json], scope: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (row, of) in people.iter().take(DRAWN.0).enumerate() {
        nodes.push(Node { x: 20, row, r: 6, is_person: true });
        let groups = stand_ins(list(&of["places"]), scope);
        let count = groups.len().min(DRAWN.1);
        let place = |(place, (_, records)): (usize, (String, u64))| {
            let x = 70 + (2 * place + 1) * 230 / count;
            Node { x, row, r: (2 + records.isqrt()).min(11), is_person: false }
        };
        nodes.extend(groups.into_iter().take(DRAWN.1).enumerate().map(place));
    }
    nodes
}

/// How many stand-ins a person has under a scope, and how many records the most telling one links.
fn linked(places: &[Json], scope: &str) -> (u64, u64) {
    let groups = stand_ins(places, scope);
    (
        if scope == "record" { places.iter().map(|of| number(&of["records"])).sum() } else { groups.len() as u64 },
        groups.iter().map(|(_, records)| *records).max().unwrap_or(0),
    )
}

/// The stand-ins of a person under a scope, in order, each with how many records it links.
fn stand_ins(places: &[Json], scope: &str) -> Vec<(String, u64)> {
    let mut groups: Vec<(String, u64)> = Vec::new();
    for of in places {
        let key = match scope {
            "product" => string(&of["product"]).to_owned(),
            "week" => number(&of["week"]).to_string(),
            "record" => format!("{} {}", string(&of["product"]), number(&of["week"])),
            _ => String::new(),
        };
        let records = number(&of["records"]);
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, count)) if scope != "record" => *count += records,
            Some(_) => {}
            None => groups.push((key, if scope == "record" { 1 } else { records })),
        }
    }
    groups
}
