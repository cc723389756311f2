//! The pictures of many records together, each with its unit, its source and a table beside it.

use super::aggregate::{field_name, number};
use crate::state::{Aggregate, Event, File, Move, Stage, Told};
use crate::ui::Page;
use crate::ui::locale::Aggregate as Words;
use crate::ui::widgets::{Bar, Chart, ChartLook, Pressed, Text, chart, el, heads, many, table};
use leptos::prelude::*;
use serde_json::Value as Json;
use std::sync::Arc;

/// What is being done, in one sentence or a few.
pub(super) fn status(own: &Aggregate, page: Page) -> String {
    let words = page.words.aggregate;
    let told = own.progress.as_ref().map(|told| &told.0);
    match (&own.stage, told) {
        (Stage::Reading, Some(json)) => {
            let generated = own.records == crate::state::Records::Generated;
            let real = |name: &str| json[name].as_f64();
            (words.reading)(
                number(&json["bytes"]),
                number(&json["total"]),
                real("records").unwrap_or(0.0),
                real("rate").unwrap_or(0.0),
                real("secondsLeft"),
                generated,
            )
        }
        (Stage::Read, Some(json)) => {
            let leaving = own.result.as_ref().map_or(0, |told| number(&told.0["source"]["leaving"]));
            let mut text = (words.done)(own.read(), leaving, &own.name);
            if number(&json["failed"]) > 0 {
                let lines: Vec<_> = json["lines"].as_array().into_iter().flatten().map(number).collect();
                text = text + " " + &(words.unread)(number(&json["failed"]), &lines);
            }
            if json["endsEarly"] == true {
                text = text + " " + words.ends_early;
            }
            text
        }
        (Stage::Refused(refusal), _) => (page.words.refusal)(refusal),
        (Stage::Empty | Stage::Reading | Stage::Read, _) => String::new(),
    }
}

/// Who says what is common: a reference of the host's, or these records alone.
pub(super) fn common(own: &Aggregate, page: Page) -> String {
    let words = page.words.aggregate;
    match own.result.as_ref().map(|told| &told.0["reference"]).filter(|of| of.is_object()) {
        Some(of) => {
            let digest = string(&of["digest"]).get(..8).unwrap_or("");
            (words.reference)(digest, number(&of["contributors"]), number(&of["least"]), real(&of["error"]))
        }
        None => words.unknowable.to_owned(),
    }
}

/// What every picture gets.
pub(super) struct Draw {
    pub(super) page: Page,
    pub(super) words: &'static Words,
    pub(super) json: Arc<Json>,
    pub(super) source: String,
}

/// All of them; nothing before records were read.
pub(super) fn all(page: Page) -> AnyView {
    let Some(draw) = Draw::of(page) else { return ().into_any() };
    let problems: Vec<_> = list(&draw.json["problems"])
        .iter()
        .map(|of| el("p", "dc-own__error").with((draw.words.problem)(string(&of["code"]))).into_any())
        .collect();
    many()
        .with(problems)
        .with(
            el("div", "dc-aggregate__charts")
                .with(draw.classes())
                .with(draw.curve())
                .with(draw.noise())
                .with(draw.values())
                .with(draw.dropped())
                .with(draw.linkage())
                .with(draw.patterns()),
        )
        .with(draw.cells())
        .with(draw.attacker())
        .with(draw.heat())
        .with(draw.keep())
        .into_any()
}

pub(super) fn list(json: &Json) -> &[Json] {
    json.as_array().map_or(&[], Vec::as_slice)
}

pub(super) fn string(json: &Json) -> &str {
    json.as_str().unwrap_or("")
}

pub(super) fn real(json: &Json) -> f64 {
    json.as_f64().unwrap_or(0.0)
}

pub(super) fn save(page: Page, name: String, kind: &'static str, text: Text) -> Pressed {
    page.press(move || Event::Aggregate(Move::Kept(File { name: name.clone(), kind, text: text() })))
}

pub(super) fn bar(label: impl Into<String>, value: f64, shown: String) -> Bar {
    Bar { label: label.into(), value, band: None, part: 0.0, shown }
}

impl Draw {
    /// What is drawn now, if anything is.
    pub(super) fn of(page: Page) -> Option<Self> {
        let words = page.words.aggregate;
        let of = |own: &Aggregate| Some((own.result.clone()?.0, (words.source)(own.read(), &own.name)));
        let (json, source) = page.now(|state| of(&state.aggregate))??;
        Some(Self { page, words, json, source })
    }

    /// The name of a field, as people call it.
    fn label(&self, of: &Json) -> String {
        field_name(self.page, string(&of["id"]), of["label"].as_str())
    }

    /// Says so where figures are of a sample: how many are kept, and of about how many.
    pub(super) fn of_sample(&self, kept: &Json, of: &Json) -> Self {
        let sampled = of.as_u64().map_or(String::new(), |of| format!(" {}", (self.words.sampled)(number(kept), of)));
        Self { json: Arc::clone(&self.json), source: format!("{}{sampled}", self.source), ..*self }
    }

    pub(super) fn chart(
        &self,
        name: &'static str,
        title: String,
        heads: [&'static str; 2],
        (look, bars): (ChartLook, Vec<Bar>),
    ) -> AnyView {
        let page = self.page;
        let keep = move |form: &'static str, text: Text| {
            let kind = if form == "svg" { "image/svg+xml" } else { "text/csv" };
            save(page, format!("{name}.{form}"), kind, text)
        };
        chart(Chart { title, source: self.source.clone(), heads, as_table: self.words.as_table, look, bars }, name, &keep)
    }

    /// Sizes in powers of two, so that a million classes are a picture, too.
    fn classes(&self) -> AnyView {
        let mut bins = [0_u64; 64];
        for pair in list(&self.json["classes"]["sizes"]) {
            bins[number(&pair[0]).max(1).ilog2() as usize] += number(&pair[1]);
        }
        let name = |bin: usize| if bin == 0 { "1".to_owned() } else { format!("{}–{}", 1_u64 << bin, (2_u64 << bin) - 1) };
        let bins = bins.into_iter().enumerate().filter(|(_, count)| *count > 0);
        let bars = bins.map(|(bin, count)| bar(name(bin), count as f64, count.to_string())).collect();
        self.of_classes().chart(
            "classes",
            self.words.classes.to_owned(),
            [self.words.column_size, self.words.column_classes],
            (ChartLook::Bars, bars),
        )
    }

    fn of_classes(&self) -> Self {
        let sampled = &self.json["classes"]["sampled"];
        self.of_sample(&sampled["kept"], &sampled["of"])
    }

    fn curve(&self) -> AnyView {
        let point = |pair: &Json| {
            bar(format!("k = {}", number(&pair[0])), real(&pair[1]) * 100.0, format!("{:.1} %", real(&pair[1]) * 100.0))
        };
        let bars = list(&self.json["classes"]["curve"]).iter().map(point).collect();
        self.of_classes().chart(
            "risk-by-k",
            self.words.curve.to_owned(),
            [self.words.column_k, self.words.column_share],
            (ChartLook::Line, bars),
        )
    }

    /// What is dropped: why, and how many.
    pub(super) fn dropped_counts(&self) -> Vec<(String, u64)> {
        let source = &self.json["source"];
        let cells = || list(&self.json["cells"]["cells"]).iter().flat_map(list);
        let shown = |how: &str| cells().filter(|cell| cell["shown"] == how).count() as u64;
        let patterns: u64 = list(&self.json["patterns"]).iter().map(|of| number(&of["dropped"])).sum();
        let mut counts = vec![
            ("unread", number(&source["unread"])),
            ("stays", number(&source["records"]) - number(&source["leaving"])),
            ("suppressed", number(&self.json["generalized"]["suppressed"])),
            ("cells", shown("small")),
            ("complements", shown("complement")),
            ("patterns", patterns),
            ("phrases", number(&self.json["phrases"]["dropped"])),
            ("bounded", number(&self.json["noise"]["bounded"]["records"])),
            ("clamped", number(&self.json["noise"]["bounded"]["values"])),
        ];
        counts.extend(list(&self.json["reasons"]).iter().map(|of| (string(&of["name"]), number(&of["count"]))));
        counts.into_iter().map(|(code, count)| ((self.words.dropped_what)(code), count)).collect()
    }

    fn dropped(&self) -> AnyView {
        let bars = self.dropped_counts().into_iter().map(|(name, count)| bar(name, count as f64, count.to_string())).collect();
        self.chart(
            "dropped",
            self.words.dropped.to_owned(),
            [self.words.column_what, self.words.column_count],
            (ChartLook::Bars, bars),
        )
    }

    fn patterns(&self) -> Vec<AnyView> {
        let k = self.json["parameters"]["k"].as_u64().unwrap_or(0) as usize;
        let texts = |of: &Json| -> Vec<Bar> {
            let kept = list(&of["kept"]).iter().take(12);
            kept.map(|of| bar(string(&of["text"]), real(&of["contributors"]), at_least(number(&of["contributors"])))).collect()
        };
        let one = |of: &Json, name: &'static str, title: String| {
            let heads = [self.words.column_what, self.words.column_count];
            let dropped = (self.words.patterns_dropped)(number(&of["dropped"]) as usize, k);
            let kept = list(&of["kept"]).len() as u64 + number(&of["dropped"]);
            let drawn = self.of_sample(&kept.into(), &of["of"]).chart(name, title, heads, (ChartLook::Bars, texts(of)));
            el("div", "").with(drawn).with(el("p", "dc-small").with(dropped)).into_any()
        };
        let mut all: Vec<_> = list(&self.json["patterns"])
            .iter()
            .map(|of| one(of, "patterns", (self.words.patterns)(of["label"].as_str().unwrap_or_else(|| string(&of["kind"])))))
            .collect();
        all.push(one(&self.json["phrases"], "phrases", self.words.phrases.to_owned()));
        all.extend(list(&self.json["grams"]).iter().map(|of| one(of, "grams", (self.words.grams)(number(&of["words"])))));
        all
    }

    fn cells(&self) -> Option<AnyView> {
        let cells = &self.json["cells"];
        let (rows, columns) = (list(&cells["rows"]), list(&cells["columns"]));
        if rows.is_empty() {
            return None;
        }
        let head = |name: &str| el("th", "dc-table__head").set("scope", "col").with(name.to_owned()).into_any();
        let mut heads = vec![head(self.words.column_what)];
        heads.extend(columns.iter().map(|name| head(string(name))));
        heads.push(head(self.words.total));
        let row = |(place, cells): (usize, &Json)| {
            let name = rows.get(place).map_or_else(|| self.words.total.to_owned(), |of| type_name(self.page, string(of)));
            let cell = |of: &Json| {
                let shown = (self.words.cell)(
                    number(&of["count"]),
                    number(&of["contributors"]),
                    number(&of["missing"]),
                    string(&of["shown"]),
                );
                el("td", "dc-table__cell").with(shown).into_any()
            };
            let cells: Vec<_> = list(cells).iter().map(cell).collect();
            el("tr", "dc-table__row").with(el("th", "dc-table__cell").set("scope", "row").with(name)).with(cells).into_any()
        };
        let body: Vec<_> = list(&cells["cells"]).iter().enumerate().map(row).collect();
        let title = el("h3", "dc-setting__title").with(self.words.cells);
        let drawn = table(self.words.cells.into_any(), heads.into_any(), body.into_any());
        Some(many().with(title).with(drawn).with(el("p", "dc-small").with(self.source.clone())).into_any())
    }

    fn levels(&self, json: &Json) -> String {
        let one = |of: &Json| {
            (self.words.level)(&self.label(of), string(&of["example"]), ["level", "of"].map(|name| number(&of[name])))
        };
        list(&json["fields"]).iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// The attacker's view as sentences.
    pub(super) fn sentences(&self) -> Vec<String> {
        let (words, attack) = (self.words, &self.json["attack"]);
        let mut all = (words.attack)(
            real(&attack["prosecutor"]),
            real(&attack["journalist"]),
            real(&attack["marketer"]),
            real(&attack["unique"]),
        );
        let alone = &self.json["singlingOut"];
        if alone.is_null() {
            all.push(words.nobody_alone.to_owned());
        } else {
            let fields: Vec<_> = list(&alone["fields"]).iter().map(|of| self.label(of)).collect();
            all.push((words.singled_out)(number(&alone["records"]), &fields.join(" + ")));
            if !alone["end"].is_null() {
                all.push((words.end)(&self.levels(&alone["end"]), real(&alone["end"]["loss"])));
            }
        }
        let general = &self.json["generalized"];
        all.push(if general.is_null() {
            words.no_generalization.to_owned()
        } else {
            let k = number(&self.json["parameters"]["k"]) as usize;
            (words.generalized)(k, &self.levels(general), real(&general["loss"]), number(&general["suppressed"]))
        });
        let diversity = &self.json["diversity"];
        if !diversity.is_null() {
            all.push((words.diversity)(
                &self.label(&diversity["sensitive"]),
                number(&diversity["distinct"]),
                ["entropy", "recursive", "equal", "ordered"].map(|name| diversity[name].as_f64().unwrap_or(f64::INFINITY)),
                ["reachesL", "reachesT"].map(|name| diversity[name] == true),
            ));
        }
        all
    }

    fn attacker(&self) -> AnyView {
        let items: Vec<_> = self.sentences().into_iter().map(|text| el("li", "").with(text).into_any()).collect();
        let rows: Vec<_> = list(&self.json["techniques"]).iter().map(|of| self.technique(of)).collect();
        let words = self.page.words;
        let names = [words.column_what, words.singled_out, words.linked, words.inferred];
        el("div", "")
            .set("data-attacker", "")
            .with(el("h3", "dc-setting__title").with(self.words.attacker))
            .with(el("ul", "").with(items))
            .with(table(words.techniques.into_any(), heads(&names), rows.into_any()))
            .into_any()
    }

    fn technique(&self, of: &Json) -> AnyView {
        let words = self.page.words;
        let remains = |name: &str| match string(&of["risks"][name]) {
            "no" => crate::transform::Remains::No,
            "maybe-not" => crate::transform::Remains::MaybeNot,
            _ => crate::transform::Remains::Yes,
        };
        let id = string(&of["id"]);
        let name = id
            .parse()
            .map_or_else(|_| id.replace('-', " "), |operator| (words.technique)(operator, number(&of["findings"]) as usize));
        let cell = |label: &'static str, name: &str| {
            el("td", "dc-table__cell").set("data-label", label).with((words.remains)(remains(name)))
        };
        el("tr", "dc-table__row")
            .with(el("th", "dc-table__cell").set("scope", "row").with(name))
            .with(cell(words.singled_out, "singlingOut"))
            .with(cell(words.linked, "linkability"))
            .with(cell(words.inferred, "inference"))
            .into_any()
    }

    /// The words of the previewed record, marked where few contributors used them, and the rarest of them as a picture.
    fn heat(&self) -> AnyView {
        let (page, words) = (self.page, self.words);
        let (rarity, k) = page.now(|state| (state.aggregate.rarity.clone(), state.aggregate.parameters.k)).unwrap_or_default();
        let ask = page.press(|| Event::Aggregate(Move::RarityAsked));
        let section = el("div", "")
            .set("data-heat", "")
            .with(el("h3", "dc-setting__title").with(words.heat))
            .with(el("p", "dc-small").with((words.heat_about)(k)))
            .with(el("button", "dc-button").press(ask).with(words.heat_ask));
        let Some((text, Told(json))) = rarity else { return section.into_any() };
        let units: Vec<u16> = text.encode_utf16().collect();
        let cut = |from: usize, to: usize| String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
        let (mut shown, mut done, mut rare) = (el("p", "dc-heat"), 0, Vec::<Bar>::new());
        for word in list(&json) {
            let (start, end, count) = (number(&word[0]) as usize, number(&word[1]) as usize, number(&word[2]));
            shown = shown.with(cut(done, start));
            let word = cut(start, end);
            if count < k as u64 {
                if rare.len() < 40
                    && word.len() > 1
                    && word.chars().all(char::is_alphabetic)
                    && rare.iter().all(|of| of.label != word)
                {
                    rare.push(bar(word.clone(), count as f64, count.to_string()));
                }
                let class = if count < 2 { "dc-heat__rare" } else { "dc-heat__some" };
                shown = shown.with(el("mark", class).set("title", count.to_string()).with(word));
            } else {
                shown = shown.with(word);
            }
            done = end;
        }
        let heads = [words.column_what, words.column_count];
        let drawn = self.chart("heat", words.heat_rarest.to_owned(), heads, (ChartLook::Bars, rare));
        section.with(shown.with(cut(done, units.len()))).with(drawn).into_any()
    }

    fn keep(&self) -> AnyView {
        let (page, words) = (self.page, self.words);
        let (json, rows) = (Arc::clone(&self.json), Arc::clone(&self.json));
        let json = Box::new(move || serde_json::to_string_pretty(&*json).unwrap_or_default());
        let csv = Box::new(move || {
            let mut csv = "section,name,value\r\n".to_owned();
            flat(&mut csv, "", &rows);
            csv
        });
        el("p", "dc-toolbar")
            .set("aria-label", words.export)
            .with(
                el("button", "dc-button")
                    .press(save(page, "aggregate.json".to_owned(), "application/json", json))
                    .with(words.export_json),
            )
            .with(el("button", "dc-button").press(save(page, "aggregate.csv".to_owned(), "text/csv", csv)).with(words.export_csv))
            .into_any()
    }
}

/// What people call a type of record.
pub(super) fn type_name(page: Page, id: &str) -> String {
    id.parse().map_or_else(|_| id.to_owned(), |of| (page.words.explain.record_type)(of).to_owned())
}

/// Every value with the way to it.
fn flat(out: &mut String, at: &str, json: &Json) {
    match json {
        Json::Object(members) => members.iter().for_each(|(key, json)| flat(out, &format!("{at}/{key}"), json)),
        Json::Array(items) => items.iter().enumerate().for_each(|(place, json)| flat(out, &format!("{at}/{place}"), json)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {
            let mut parts = at.trim_start_matches('/').splitn(2, '/');
            let quoted = |text: &str| crate::ui::widgets::cell(text);
            let value = json.as_str().map_or_else(|| json.to_string(), str::to_owned);
            *out +=
                &format!("{},{},{}\r\n", quoted(parts.next().unwrap_or("")), quoted(parts.next().unwrap_or("")), quoted(&value));
        }
    }
}

/// A count of contributors, who are told apart up to 64.
fn at_least(count: u64) -> String {
    if count < 64 { count.to_string() } else { "64+".to_owned() }
}
