//! A chart: bars or a line as inline SVG, the same as a table beside it, and both to keep as files.

use super::{Pressed, el, heads, table};
use leptos::prelude::*;

/// One value.
pub(crate) struct Bar {
    /// What it is the value of.
    pub(crate) label: String,
    /// The value.
    pub(crate) value: f64,
    /// Where most outcomes lie, where it is not certain.
    pub(crate) band: Option<(f64, f64)>,
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
const LEFT: f64 = 170.0;
const WIDE: f64 = 210.0;

/// A chart with its table. `keep` makes buttons that keep a file of its own text: `(words, name, text)`.
pub(crate) fn chart(of: Chart, name: &'static str, keep: &dyn Fn(&'static str, String) -> Pressed) -> AnyView {
    let (svg, csv) = (written(&of), csv(&of));
    let drawn = match of.look {
        Look::Bars => bars(&of.bars),
        Look::Line => line(&of.bars),
    };
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

fn most(bars: &[Bar]) -> f64 {
    let ends = bars.iter().map(|bar| bar.band.map_or(bar.value, |(_, high)| high.max(bar.value)));
    ends.fold(0.0, f64::max).max(f64::MIN_POSITIVE)
}

fn at(value: f64, most: f64) -> f64 {
    LEFT + value.max(0.0) / most * WIDE
}

fn frame(height: usize) -> super::El {
    let class = "dc-chart__svg";
    el("svg", class).set("viewBox", format!("0 0 560 {height}")).set("aria-hidden", "true").set("focusable", "false")
}

fn bars(bars: &[Bar]) -> AnyView {
    let most = most(bars);
    let mut svg = frame(bars.len() * ROW + 4);
    for (row, bar) in bars.iter().enumerate() {
        let top = row * ROW;
        let end = at(bar.value, most);
        let text = |class, x: f64, text: &str| {
            el("text", class).set("x", format!("{x:.1}")).set("y", (top + 15).to_string()).with(text.to_owned())
        };
        let width = format!("{:.1}", (end - LEFT).max(1.0));
        let rect = el("rect", "dc-chart__bar")
            .set("x", LEFT.to_string())
            .set("y", (top + 4).to_string())
            .set("width", width)
            .set("height", "14");
        svg = svg.with(text("dc-chart__label", LEFT - 8.0, &short(&bar.label))).with(rect);
        let mut right = end;
        if let Some((low, high)) = bar.band {
            right = right.max(at(high, most));
            let (low, width) = (at(low, most), at(high, most) - at(low, most));
            let band = el("rect", "dc-chart__band").set("x", format!("{low:.1}")).set("y", (top + 8).to_string());
            svg = svg.with(band.set("width", format!("{:.1}", width.max(1.0))).set("height", "6"));
        }
        svg = svg.with(text("dc-chart__value", right + 6.0, &bar.shown));
    }
    svg.into_any()
}

fn line(bars: &[Bar]) -> AnyView {
    let (most, count) = (most(bars), bars.len().max(2) - 1);
    let x = |place: usize| 40.0 + place as f64 / count as f64 * 480.0;
    let y = |value: f64| 130.0 - value / most * 110.0;
    let points: Vec<_> = bars.iter().enumerate().map(|(place, bar)| format!("{:.1},{:.1}", x(place), y(bar.value))).collect();
    let text = |x: f64, y: f64, text: &str| {
        el("text", "dc-chart__value").set("x", format!("{x:.1}")).set("y", format!("{y:.1}")).with(text.to_owned())
    };
    let (first, last) = (bars.first(), bars.last());
    let mut svg = frame(160)
        .with(el("line", "dc-chart__axis").set("x1", "40").set("y1", "130").set("x2", "520").set("y2", "130"))
        .with(el("polyline", "dc-chart__line").set("points", points.join(" ")));
    for (place, bar) in [(0, first), (count, last)] {
        if let Some(bar) = bar {
            svg = svg.with(text(x(place) - 10.0, 150.0, &bar.label)).with(text(x(place) - 10.0, y(bar.value) - 6.0, &bar.shown));
        }
    }
    svg.into_any()
}

fn short(label: &str) -> String {
    if label.chars().count() <= 24 { label.to_owned() } else { label.chars().take(23).chain(['…']).collect() }
}

/// The picture as a file of its own, in plain colors.
fn written(of: &Chart) -> String {
    let most = most(&of.bars);
    let (height, title) = ((of.bars.len() + 2) * ROW, escaped(&of.title));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 560 {height}\" font-family=\"sans-serif\" font-size=\"12\">\
         <title>{title}</title><text x=\"4\" y=\"15\" font-weight=\"bold\">{title}</text>"
    );
    for (row, bar) in of.bars.iter().enumerate() {
        let (top, end) = ((row + 1) * ROW, at(bar.value, most));
        out += &format!(
            "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"end\">{}</text><rect x=\"{LEFT}\" y=\"{}\" width=\"{:.1}\" height=\"14\" fill=\"#1868db\"/>",
            LEFT - 8.0,
            top + 15,
            escaped(&short(&bar.label)),
            top + 4,
            (end - LEFT).max(1.0)
        );
        let right = bar.band.map_or(end, |(_, high)| at(high, most).max(end));
        if let Some((low, high)) = bar.band {
            let width = at(high, most) - at(low, most);
            out += &format!(
                "<rect x=\"{:.1}\" y=\"{}\" width=\"{width:.1}\" height=\"6\" fill=\"#f79233\"/>",
                at(low, most),
                top + 8
            );
        }
        out += &format!("<text x=\"{:.1}\" y=\"{}\">{}</text>", right + 6.0, top + 15, escaped(&bar.shown));
    }
    out + &format!(
        "<text x=\"4\" y=\"{}\" fill=\"#505258\">{}</text></svg>\n",
        (of.bars.len() + 1) * ROW + 15,
        escaped(&of.source)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err() { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

fn csv(of: &Chart) -> String {
    let mut out = format!("{},{},low,high\r\n", cell(of.heads[0]), cell(of.heads[1]));
    for bar in &of.bars {
        let (low, high) = bar.band.map_or((String::new(), String::new()), |(low, high)| (low.to_string(), high.to_string()));
        out += &format!("{},{},{low},{high}\r\n", cell(&bar.label), bar.value);
    }
    out + &format!("{}\r\n", cell(&of.source))
}
