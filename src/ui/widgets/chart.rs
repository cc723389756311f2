//! A chart: bars or a line as inline SVG, the same as a table beside it, and both to keep as files.

use super::element::{Slot, found, slot};
use super::{El, Pressed, el, heads, table};
use leptos::prelude::*;
use web_sys::Element;

/// One value.
pub(crate) struct Bar {
    /// What it is the value of.
    pub(crate) label: String,
    /// The value.
    pub(crate) value: f64,
    /// Where most outcomes lie, where it is not certain.
    pub(crate) band: Option<(f64, f64)>,
    /// How much of the value is told apart, as its last part; 0 for nothing.
    pub(crate) part: f64,
    /// The value as people read it.
    pub(crate) shown: String,
}

/// How a chart looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// A bar for each value, below one another.
    Bars,
    /// A line through all values.
    Line,
}

/// What a chart shows.
pub(crate) struct Chart {
    /// What it is about, its unit included.
    pub(crate) title: String,
    /// Where the values come from.
    pub(crate) source: String,
    /// The heads of the table: of the labels, of the values.
    pub(crate) heads: [&'static str; 2],
    /// The words on what opens the table.
    pub(crate) as_table: &'static str,
    /// How it looks.
    pub(crate) look: Look,
    /// The values, in order.
    pub(crate) bars: Vec<Bar>,
}

const ROW: usize = 22;
const LINE: usize = 160;
const LEFT: f64 = 240.0;
const WIDE: f64 = 100.0;

/// Makes the text of a file when it is wanted.
pub(crate) type Text = Box<dyn Fn() -> String>;

/// A chart with its table. `keep` makes buttons that keep a file: `(its ending, its text)`.
pub(crate) fn chart(of: Chart, name: &'static str, keep: &dyn Fn(&'static str, Text) -> Pressed) -> AnyView {
    let place = slot();
    let (title, source, csv) = (of.title.clone(), of.source.clone(), csv(&of));
    let (drawn, height) = match of.look {
        Look::Bars => (bars(&of.bars), of.bars.len() * ROW + 4),
        Look::Line => (line(&of.bars), LINE),
    };
    let drawn = drawn.found_in(place);
    let svg = Box::new(move || standing_alone(&title, &source, (place, height)));
    let csv = Box::new(move || csv.clone());
    let row = |bar: &Bar| {
        el("tr", "dc-table__row")
            .with(el("th", "dc-table__cell").set("scope", "row").with(bar.label.clone()))
            .with(el("td", "dc-table__cell").with(bar.shown.clone()))
            .into_any()
    };
    let rows: Vec<_> = of.bars.iter().map(row).collect();
    el("figure", "dc-chart")
        .set("data-chart", name)
        .with(el("figcaption", "dc-chart__title").with(of.title.clone()))
        .with(drawn)
        .with(el("p", "dc-small").with(of.source))
        .with(el("details", "dc-chart__table").with(el("summary", "").with(of.as_table)).with(table(
            of.title.into_any(),
            heads(&of.heads),
            rows.into_any(),
        )))
        .with(
            el("p", "dc-chart__keep")
                .with(el("button", "dc-button").set("data-kind", "subtle").press(keep("svg", svg)).with("SVG"))
                .with(el("button", "dc-button").set("data-kind", "subtle").press(keep("csv", csv)).with("CSV")),
        )
        .into_any()
}

/// The least and the greatest value, 0 included.
fn ends(bars: &[Bar]) -> (f64, f64) {
    let band = |bar: &Bar| bar.band.unwrap_or((bar.value, bar.value));
    let least = bars.iter().map(|bar| band(bar).0.min(bar.value)).fold(0.0, f64::min);
    let most = bars.iter().map(|bar| band(bar).1.max(bar.value)).fold(0.0, f64::max);
    (least, most.max(least + f64::MIN_POSITIVE))
}

fn at(value: f64, (least, most): (f64, f64)) -> f64 {
    LEFT + (value - least) / (most - least) * WIDE
}

fn frame(height: usize) -> El {
    let class = "dc-chart__svg";
    el("svg", class).set("viewBox", format!("0 0 560 {height}")).set("aria-hidden", "true").set("focusable", "false")
}

fn bars(bars: &[Bar]) -> El {
    let ends = ends(bars);
    let mut svg = frame(bars.len() * ROW + 4);
    for (row, bar) in bars.iter().enumerate() {
        let top = row * ROW;
        let (start, end) = (at(bar.value.min(0.0), ends), at(bar.value.max(0.0), ends));
        let text = |class, x: f64, text: &str| {
            el("text", class).set("x", format!("{x:.1}")).set("y", (top + 15).to_string()).with(text.to_owned())
        };
        let width = format!("{:.1}", (end - start).max(1.0));
        let rect = el("rect", "dc-chart__bar")
            .set("x", format!("{start:.1}"))
            .set("y", (top + 4).to_string())
            .set("width", width)
            .set("height", "14");
        svg = svg.with(text("dc-chart__label", LEFT - 8.0, &short(&bar.label))).with(rect);
        if bar.part > 0.0 {
            let from = at(bar.value - bar.part, ends);
            let part = el("rect", "dc-chart__part").set("x", format!("{from:.1}")).set("y", (top + 4).to_string());
            svg = svg.with(part.set("width", format!("{:.1}", (end - from).max(1.0))).set("height", "14"));
        }
        let mut right = end;
        if let Some((low, high)) = bar.band {
            right = right.max(at(high, ends));
            let (low, width) = (at(low, ends), at(high, ends) - at(low, ends));
            let band = el("rect", "dc-chart__band").set("x", format!("{low:.1}")).set("y", (top + 8).to_string());
            svg = svg.with(band.set("width", format!("{:.1}", width.max(1.0))).set("height", "6"));
        }
        svg = svg.with(text("dc-chart__value", right + 6.0, &bar.shown));
    }
    svg
}

fn line(bars: &[Bar]) -> El {
    let ((_, most), count) = (ends(bars), bars.len().max(2) - 1);
    let x = |place: usize| 40.0 + place as f64 / count as f64 * 480.0;
    let y = |value: f64| 130.0 - value / most * 110.0;
    let points: Vec<_> = bars.iter().enumerate().map(|(place, bar)| format!("{:.1},{:.1}", x(place), y(bar.value))).collect();
    let text = |x: f64, y: f64, text: &str| {
        el("text", "dc-chart__value").set("x", format!("{x:.1}")).set("y", format!("{y:.1}")).with(text.to_owned())
    };
    let (first, last) = (bars.first(), bars.last());
    let mut svg = frame(LINE)
        .with(el("line", "dc-chart__axis").set("x1", "40").set("y1", "130").set("x2", "520").set("y2", "130"))
        .with(el("polyline", "dc-chart__line").set("points", points.join(" ")));
    for (place, bar) in [(0, first), (count, last)] {
        if let Some(bar) = bar {
            svg = svg.with(text(x(place) - 10.0, 150.0, &bar.label)).with(text(x(place) - 10.0, y(bar.value) - 6.0, &bar.shown));
        }
    }
    svg
}

fn short(label: &str) -> String {
    if label.chars().count() <= 36 { label.to_owned() } else { label.chars().take(35).chain(['…']).collect() }
}

/// What the page's styles say, in plain colors.
const PLAIN: &str = "text{font:12px sans-serif;fill:#292a2e}.dc-chart__bar,.dc-chart__node{fill:#1868db}.dc-chart__part{fill:#0b2e62}.dc-chart__band{fill:#f79233}\
    .dc-chart__place{fill:#8590a2}.dc-chart__line{fill:none;stroke:#1868db;stroke-width:2}.dc-chart__axis{stroke:#7d818a}\
    .dc-chart__label{text-anchor:end}";

/// The picture as a file of its own: as it stands in the page, with its title and source.
pub(crate) fn standing_alone(title: &str, source: &str, (place, height): (Slot, usize)) -> String {
    let drawn = found::<Element>(place).map(|svg| svg.outer_html()).unwrap_or_default();
    let inside = format!("<svg y=\"24\" width=\"560\" height=\"{height}\"");
    let drawn = drawn.replacen("<svg", &inside, 1).replace("&nbsp;", "&#160;");
    let (title, source) = (escaped(title), escaped(source));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 560 {}\"><title>{title}</title><style>{PLAIN}</style>\
         <text x=\"4\" y=\"15\">{title}</text>{drawn}<text x=\"4\" y=\"{}\">{source}</text></svg>\n",
        height + 56,
        height + 44
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn cell(text: &str) -> String {
    let of_number = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    let is_number = || text.strip_prefix('-').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(of_number));
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number() { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

fn csv(of: &Chart) -> String {
    let has_parts = of.bars.iter().any(|bar| bar.part > 0.0);
    let part = |text: String| if has_parts { format!(",{text}") } else { String::new() };
    let mut out = format!("{},{},low,high{}\r\n", cell(of.heads[0]), cell(of.heads[1]), part("part".to_owned()));
    for bar in &of.bars {
        let (low, high) = bar.band.map_or((String::new(), String::new()), |(low, high)| (low.to_string(), high.to_string()));
        out += &format!("{},{},{low},{high}{}\r\n", cell(&bar.label), bar.value, part(bar.part.to_string()));
    }
    out + &format!("{}\r\n", cell(&of.source))
}
