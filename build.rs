//! Translates the recognizers' patterns into a small code, so that no regular-expression engine has to travel to the browser.
//!
//! The row files are included here by path and in the crate as modules: one source, compiled twice. What is written is the
//! structure of each expression and its classes of bytes; `program.rs` reads it, `machine.rs` runs it.
#![allow(dead_code, unused_imports, unreachable_pub, missing_docs)]

#[path = "src/table.rs"]
mod table;

#[path = "src/detect"]
mod detect {
    pub mod check;
    mod entity;
    mod recognizer;
    pub mod recognizers;
    mod score;
    pub use entity::{Class, Entity};
    pub use recognizer::{Anchor, Check, Edge, Edges, Failing, Lead, Recognizer};
    pub(crate) use recognizer::{compiled, proving};
    pub use score::Score;
}

use detect::{Anchor, Lead, Recognizer, recognizers};
use regex_syntax::hir::{Class, Hir, HirKind};
use regex_syntax::utf8::Utf8Sequences;
use std::collections::BTreeMap;

fn main() {
    for path in ["build.rs", "src/table.rs", "src/detect"] {
        println!("cargo:rerun-if-changed={path}");
    }
    let rows: Vec<&Recognizer> = recognizers::all().collect();
    let bytes = Plan::new(&rows).write(&rows);
    let directory = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let directory = std::path::Path::new(&directory);
    std::fs::write(directory.join("program.bin"), bytes).expect("OUT_DIR is writable");
    let count = format!("/// How many rows there are.\npub(super) const ROWS: usize = {};\n", rows.len());
    std::fs::write(directory.join("rows.rs"), count).expect("OUT_DIR is writable");
}

/// A lead that rows share.
struct SharedLead {
    pattern: &'static str,
    is_key: bool,
    anchor: usize,
    rows: Vec<usize>,
}

/// What is looked for where.
struct Plan {
    /// The bytes that wake something; the first entry is empty and stands for beginnings.
    anchors: Vec<&'static [u8]>,
    /// Rows without a lead, with their anchor.
    heads: Vec<(usize, usize)>,
    leads: Vec<SharedLead>,
}

impl Plan {
    fn new(rows: &[&Recognizer]) -> Self {
        let mut plan = Self { anchors: vec![&[]], heads: Vec::new(), leads: Vec::new() };
        let mut shared: BTreeMap<(usize, &'static str, bool), Vec<usize>> = BTreeMap::new();
        for (unit, row) in rows.iter().enumerate() {
            let bytes: &'static [u8] = match row.anchor {
                Anchor::Start => &[],
                Anchor::Bytes(bytes) => bytes,
            };
            let anchor = index_of(&mut plan.anchors, bytes);
            match row.lead {
                Lead::None => plan.heads.push((unit, anchor)),
                Lead::Form(_) | Lead::Trigger(_) | Lead::Key(_) => {
                    shared.entry((anchor, row.head(), matches!(row.lead, Lead::Key(_)))).or_default().push(unit);
                }
            }
        }
        let lead = |((anchor, pattern, is_key), rows)| SharedLead { pattern, is_key, anchor, rows };
        plan.leads = shared.into_iter().map(lead).collect();
        plan
    }

    /// Everything in one stream: anchors, classes, and three streams of their own, because each compresses best beside its like:
    /// what stands where, the structure of the expressions, and the texts in them.
    fn write(&self, rows: &[&Recognizer]) -> Vec<u8> {
        let mut code = Code::default();
        let mut places = Vec::new();
        put(&mut places, self.heads.len());
        let mut last = 0;
        for &(unit, anchor) in &self.heads {
            put(&mut places, unit - last);
            put(&mut places, anchor);
            last = unit;
            code.expression(rows[unit].id, rows[unit].pattern);
        }
        put(&mut places, self.leads.len());
        for lead in &self.leads {
            put(&mut places, 2 * lead.anchor + usize::from(lead.is_key));
            put(&mut places, lead.rows.len());
            code.expression(rows[lead.rows[0]].id, lead.pattern);
            let mut last = 0;
            for &row in &lead.rows {
                put(&mut places, row - last);
                last = row;
                code.expression(rows[row].id, rows[row].pattern);
            }
        }
        let mut out = Vec::new();
        put(&mut out, self.anchors.len());
        for anchor in &self.anchors {
            put(&mut out, anchor.len());
            out.extend(*anchor);
        }
        code.write(&places, &mut out);
        out
    }
}

/// A class of bytes: ranges, in order.
type Ranges = Vec<(u8, u8)>;

/// One step of an expression; `program.rs` knows the same numbers.
enum Step {
    Class(Ranges),
    Text(Vec<u8>),
    /// Text in any case of its letters, in lower case.
    Caseless(Vec<u8>),
    All(Vec<Step>),
    Any(Vec<Step>),
    Repeat(usize, Option<usize>, Box<Step>),
}

/// The expressions so far.
#[derive(Default)]
struct Code {
    steps: Vec<Step>,
}

impl Code {
    fn expression(&mut self, id: &str, pattern: &str) {
        let mut parser = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build();
        let hir = parser.parse(pattern).unwrap_or_else(|error| panic!("the pattern of {id} does not compile: {error}"));
        assert!(hir.properties().minimum_len() > Some(0), "the pattern of {id} matches the empty text");
        self.steps.push(Step::from(&hir));
    }

    fn write(self, places: &[u8], out: &mut Vec<u8>) {
        let mut used: BTreeMap<&Ranges, usize> = BTreeMap::new();
        self.steps.iter().for_each(|step| step.count(&mut used));
        let mut classes: Vec<&Ranges> = used.keys().copied().collect();
        classes.sort_by_key(|class| std::cmp::Reverse(used[class]));
        put(out, classes.len());
        for class in &classes {
            put(out, class.len());
            let mut last = 0;
            for &(first, end) in *class {
                put(out, usize::from(first - last));
                put(out, usize::from(end - first));
                last = end;
            }
        }
        let index: BTreeMap<&Ranges, usize> = classes.iter().enumerate().map(|(index, class)| (*class, index)).collect();
        let (mut structure, mut texts) = (Vec::new(), Vec::new());
        self.steps.iter().for_each(|step| step.write(&index, &mut structure, &mut texts));
        put(out, places.len());
        put(out, structure.len());
        out.extend(places);
        out.extend(structure);
        out.extend(texts);
    }
}

impl Step {
    fn from(hir: &Hir) -> Self {
        match hir.kind() {
            HirKind::Empty => Self::All(Vec::new()),
            HirKind::Literal(literal) => Self::Text(literal.0.to_vec()),
            HirKind::Class(Class::Bytes(class)) => Self::class(class.ranges().iter().map(|range| (range.start(), range.end()))),
            HirKind::Class(Class::Unicode(class)) => {
                let sequences = class.ranges().iter().flat_map(|range| Utf8Sequences::new(range.start(), range.end()));
                let parts = |parts: &[regex_syntax::utf8::Utf8Range]| {
                    parts.iter().map(|range| Self::class([(range.start, range.end)].into_iter())).collect::<Vec<_>>()
                };
                Self::any(sequences.map(|sequence| Self::all(parts(sequence.as_slice()))).collect())
            }
            HirKind::Look(look) => panic!("no recognizer looks around: {look:?}"),
            HirKind::Repetition(repetition) => {
                let bound = |number: u32| number as usize;
                Self::Repeat(bound(repetition.min), repetition.max.map(bound), Box::new(Self::from(&repetition.sub)))
            }
            HirKind::Capture(capture) => Self::from(&capture.sub),
            HirKind::Concat(parts) => Self::all(parts.iter().map(Self::from).collect()),
            HirKind::Alternation(parts) => Self::any(parts.iter().map(Self::from).collect()),
        }
    }

    /// A letter in both cases is text.
    fn class(ranges: impl Iterator<Item = (u8, u8)>) -> Self {
        let ranges: Ranges = ranges.collect();
        match ranges[..] {
            [(first, last)] if first == last => Self::Text(vec![first]),
            [(upper, a), (lower, b)] if upper == a && lower == b && upper.is_ascii_uppercase() && lower == upper | 32 => {
                Self::Caseless(vec![lower])
            }
            _ => Self::Class(ranges),
        }
    }

    /// One after the other; texts that meet become one.
    fn all(parts: Vec<Self>) -> Self {
        let mut out: Vec<Self> = Vec::new();
        for part in parts.into_iter().flat_map(|part| if let Self::All(inner) = part { inner } else { vec![part] }) {
            match (out.pop(), part) {
                (None, part) => out.push(part),
                (Some(Self::Text(mut a)), Self::Text(b)) => {
                    a.extend(b);
                    out.push(Self::Text(a));
                }
                (Some(Self::Caseless(mut a)), Self::Caseless(b)) => {
                    a.extend(b);
                    out.push(Self::Caseless(a));
                }
                (Some(Self::Caseless(mut a)), Self::Text(b)) if !b.iter().any(u8::is_ascii_alphabetic) => {
                    a.extend(b);
                    out.push(Self::Caseless(a));
                }
                (Some(Self::Text(mut a)), Self::Caseless(b)) if !a.iter().any(u8::is_ascii_alphabetic) => {
                    a.extend(b);
                    out.push(Self::Caseless(a));
                }
                (Some(before), part) => out.extend([before, part]),
            }
        }
        if out.len() == 1 { out.remove(0) } else { Self::All(out) }
    }

    fn any(mut parts: Vec<Self>) -> Self {
        if parts.len() == 1 { parts.remove(0) } else { Self::Any(parts) }
    }

    fn count<'a>(&'a self, used: &mut BTreeMap<&'a Ranges, usize>) {
        match self {
            Self::Class(ranges) => *used.entry(ranges).or_default() += 1,
            Self::Text(_) | Self::Caseless(_) => (),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.count(used)),
            Self::Repeat(_, _, part) => part.count(used),
        }
    }

    fn write(&self, classes: &BTreeMap<&Ranges, usize>, structure: &mut Vec<u8>, texts: &mut Vec<u8>) {
        let mut head = |kind: usize, number: usize| {
            structure.push(kind as u8);
            put(structure, number);
        };
        match self {
            Self::Class(ranges) => put(structure, 9 + classes[ranges]),
            Self::Text(text) => {
                head(0, text.len());
                texts.extend(text);
            }
            Self::Caseless(text) => {
                head(1, text.len());
                texts.extend(text);
            }
            Self::All(parts) | Self::Any(parts) => {
                head(if matches!(self, Self::All(_)) { 2 } else { 3 }, parts.len());
                parts.iter().for_each(|part| part.write(classes, structure, texts));
            }
            Self::Repeat(least, most, part) => {
                match (*least, *most) {
                    (0, None) => structure.push(4),
                    (1, None) => structure.push(5),
                    (0, Some(1)) => structure.push(6),
                    (least, None) => head(7, least),
                    (least, Some(most)) => {
                        head(8, least);
                        put(structure, most - least);
                    }
                }
                part.write(classes, structure, texts);
            }
        }
    }
}

/// A number in groups of seven bits, the lowest first (LEB128).
fn put(out: &mut Vec<u8>, mut number: usize) {
    while number >= 128 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

fn index_of<T: PartialEq>(known: &mut Vec<T>, wanted: T) -> usize {
    known.iter().position(|entry| *entry == wanted).unwrap_or_else(|| {
        known.push(wanted);
        known.len() - 1
    })
}
