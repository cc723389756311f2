//! A field's text with its findings marked, before and after.

use crate::detect::{Entity, Identifies};
use crate::preview::{FieldPreview, FindingPreview};
use crate::state::{FindingId, Segment, found_text, is_in_seconds, segments, slice, stretches};
use crate::ui::Page;
use crate::ui::widgets::{Look, Mark, Piece, disclosure_later, el, follow, many, marked, small};
use leptos::prelude::*;
use serde_json::Value as Json;
use std::hash::{DefaultHasher, Hash};

/// How many code units of one field are drawn. What leaves is not touched by it: copy and download have everything.
const DRAWN: usize = 20_000;

/// Which of a field's two texts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// As it was read.
    Original,
    /// As it leaves.
    Contributed,
}

/// The text of a field: the readable part first, then what stands behind it. Of what leaves all is shown, of the original no names of
/// members and no attributes but those that something was found in. `at` is the field's record and its position.
pub(super) fn text(page: Page, field: &FieldPreview, at: (usize, usize), side: Side) -> AnyView {
    let (whole, (front, behind)) = match side {
        Side::Original => (field.text.original.as_str(), stretches(field)),
        Side::Contributed => {
            let whole = field.text.contributed.as_deref().unwrap_or_default();
            let front = field.text.contributed_visible.unwrap_or_default();
            (whole, (vec![(0, front)], vec![(front, whole.encode_utf16().count())]))
        }
    };
    let taken = |(start, end): (usize, usize)| {
        let text = slice(whole, (start, end));
        let ranges = ranges(field, side, (start, end));
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        let pieces = cut(page, field, at, side, (text.trim_end(), &ranges, start));
        Taken { pieces, ranges, lines }
    };
    let first = front.into_iter().map(|stretch| drawn(page, &taken(stretch).pieces)).collect::<Vec<_>>();
    let all = behind.len();
    let told = |(index, part): &(usize, Taken)| {
        let is_value = side == Side::Contributed || index + 1 < all;
        part.lines > 0 && (is_value || part.ranges.iter().any(Option::is_some))
    };
    let second: Vec<_> = behind.into_iter().map(taken).enumerate().filter(told).map(|(_, part)| part).collect();
    many().with(first).with((!second.is_empty()).then(|| folded(page, at, second))).into_any()
}

/// The unit of a value, where the form of records has one that the value does not say.
pub(super) fn unit(page: Page, path: &str, value: &Json) -> Option<AnyView> {
    let seconds = value.as_u64().filter(|_| is_in_seconds(path))?;
    Some(many().with(" ").with(el("span", "dc-small").with((page.words.seconds)(seconds))).into_any())
}

/// A stretch of a text.
struct Taken {
    pieces: Pieces,
    /// Where in it the field's findings are.
    ranges: Vec<Option<(usize, usize)>>,
    lines: usize,
}

/// Where the findings of a field are in a stretch of its text.
fn ranges(field: &FieldPreview, side: Side, (from, to): (usize, usize)) -> Vec<Option<(usize, usize)>> {
    let range = |finding: &FindingPreview| {
        let (start, end) = match side {
            Side::Original => Some(finding.text.original),
            Side::Contributed => finding.text.contributed,
        }?;
        (from <= start && start < to).then(|| (start - from, end.min(to) - from))
    };
    field.findings.iter().map(range).collect()
}

/// What stands behind the text, folded into a line. It opens where a finding in it is chosen, and is drawn only then.
fn folded(page: Page, at: (usize, usize), parts: Vec<Taken>) -> AnyView {
    let open = RwSignal::new(false);
    let lines = parts.iter().map(|part| part.lines).sum();
    let hidden: Vec<usize> =
        parts.iter().flat_map(|part| part.ranges.iter().enumerate()).filter_map(|(index, range)| range.map(|_| index)).collect();
    let marked = hidden.len();
    if marked > 0 {
        let selected = page.memo(|state| state.selected);
        let holds = move |id: FindingId| (id.record, id.field) == at && hidden.contains(&id.finding);
        follow(move || {
            if selected.get().is_some_and(&holds) {
                open.set(true);
            }
        });
    }
    let summary = el("span", "dc-small").with((page.words.behind)(lines, marked));
    let draw = move || parts.iter().map(|part| drawn(page, &part.pieces)).collect::<Vec<_>>().into_any();
    el("div", "dc-behind").with(disclosure_later(Look::Plain, open, summary, draw)).into_any()
}

/// A text that is ready to be drawn.
struct Pieces {
    pieces: Vec<Piece>,
    from: Option<String>,
    /// How much is not drawn.
    hidden: usize,
}

fn drawn(page: Page, of: &Pieces) -> AnyView {
    if of.pieces.is_empty() {
        return el("span", "dc-small").with(page.words.empty_value).into_any();
    }
    let selected = page.now(|state| state.selected).flatten().map(target);
    let more = (of.hidden > 0).then(|| small((page.words.not_shown)(of.hidden)));
    many().with(marked(of.pieces.clone(), of.from.clone(), selected.as_deref())).with(more).into_any()
}

fn cut(
    page: Page,
    field: &FieldPreview,
    at: (usize, usize),
    side: Side,
    (text, ranges, begins): (&str, &[Option<(usize, usize)>], usize),
) -> Pieces {
    if text.trim().is_empty() && ranges.iter().all(Option::is_none) {
        return Pieces { pieces: Vec::new(), from: None, hidden: 0 };
    }
    let cut = segments(text, ranges, DRAWN);
    let piece = |segment| match segment {
        Segment::Plain(text) => Piece::Text(text),
        Segment::Marked { finding, text } => {
            Piece::Mark(mark(page, field, FindingId { record: at.0, field: at.1, finding }, (side, text)))
        }
    };
    let from = (side == Side::Original).then(|| format!("{}-{}-{begins}", at.0, at.1));
    Pieces { pieces: cut.segments.into_iter().map(piece).collect(), from, hidden: cut.hidden }
}

fn mark(page: Page, field: &FieldPreview, id: FindingId, (side, text): (Side, String)) -> Mark {
    let finding = &field.findings[id.finding];
    // Where an operator leaves nothing, the mark still needs something to press.
    let text = if text.is_empty() { "\u{2205}".to_owned() } else { text };
    let replaced = side == Side::Contributed && text != found_text(field, finding);
    Mark {
        name: (page.words.finding_name)(finding.entity, finding.operator, &text),
        text,
        tone: tone(finding.entity),
        look: if replaced { "chip" } else { "found" },
        id: if side == Side::Original { element_id(page, id) } else { String::new() },
        target: target(id),
        controls: page.id("why"),
    }
}

/// The id of a finding's mark in the original.
pub(super) fn element_id(page: Page, id: FindingId) -> String {
    page.id(&format!("finding-{}", target(id)))
}

/// A finding as what its marks are told apart by.
pub(super) fn target(id: FindingId) -> String {
    format!("{}-{}-{}", id.record, id.field, id.finding)
}

/// The numbers of a target.
pub(super) fn numbers(target: &str) -> Option<[usize; 3]> {
    let mut parts = target.split('-').map(|part| part.parse().ok());
    Some([parts.next()??, parts.next()??, parts.next()??])
}

/// All that [`text`] draws of a field, so that it is drawn again only where it changes.
pub(super) fn fingerprint(field: &FieldPreview, at: (usize, usize), side: Side, into: &mut DefaultHasher) {
    (at, &field.label, field.assumption).hash(into);
    match side {
        Side::Original => (&field.text.original, field.text.visible).hash(into),
        Side::Contributed => (&field.text.contributed, field.text.contributed_visible).hash(into),
    }
    for finding in &field.findings {
        let range = match side {
            Side::Original => Some(finding.text.original),
            Side::Contributed => finding.text.contributed,
        };
        (range, finding.entity as usize, finding.operator as usize).hash(into);
    }
}

/// The color of a kind of finding: people stand out among what names somebody.
pub(super) fn tone(entity: Entity) -> &'static str {
    match (entity, entity.row().identifies) {
        (Entity::Person | Entity::Username, _) => "person",
        (_, Identifies::Direct) => "direct",
        (_, Identifies::Quasi) => "quasi",
        (_, Identifies::Secret) => "secret",
        (_, Identifies::Sensitive) => "sensitive",
    }
}
