//! A field's text with its findings marked, before and after.

use crate::detect::{Entity, Identifies};
use crate::preview::{FieldPreview, FindingPreview};
use crate::state::{FindingId, Segment, found_text, segments};
use crate::ui::Page;
use crate::ui::widgets::{Look, Mark, Piece, disclosure_later, el, follow, many, marked, small};
use leptos::prelude::*;
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

/// The text of a field: the readable part first, then what stands behind it. Of what leaves all is shown, of the original only what
/// something was found in. `at` is the field's record and its position.
pub(super) fn text(page: Page, field: &FieldPreview, at: (usize, usize), side: Side) -> AnyView {
    let (whole, readable) = match side {
        Side::Original => (field.text.original.as_str(), crate::state::readable(field)),
        Side::Contributed => {
            (field.text.contributed.as_deref().unwrap_or_default(), field.text.contributed_visible.unwrap_or_default())
        }
    };
    let front = crate::state::slice(whole, (0, readable));
    let behind = &whole[front.len()..];
    let shift = front.encode_utf16().count();
    let ranges = |inside: bool| -> Vec<_> {
        let range = |finding: &FindingPreview| {
            let (start, end) = match side {
                Side::Original => Some(finding.text.original),
                Side::Contributed => finding.text.contributed,
            }?;
            ((start < shift) == inside).then(|| if inside { (start, end.min(shift)) } else { (start - shift, end - shift) })
        };
        field.findings.iter().map(range).collect()
    };
    let hidden = ranges(false);
    let first = drawn(page, &cut(page, field, at, side, (front.trim_end(), &ranges(true), 0)));
    let is_told = hidden.iter().any(Option::is_some) || (side == Side::Contributed && !behind.trim().is_empty());
    let second = is_told.then(|| {
        let cut = cut(page, field, at, side, (behind, &hidden, shift));
        folded(page, (behind.lines().filter(|line| !line.trim().is_empty()).count(), hidden), at, cut)
    });
    many().with(first).with(second).into_any()
}

/// What stands behind the text, folded into a line. It opens where a finding in it is chosen, and is drawn only then.
fn folded(page: Page, (lines, hidden): (usize, Vec<Option<(usize, usize)>>), at: (usize, usize), cut: Pieces) -> AnyView {
    let open = RwSignal::new(false);
    let marked = hidden.iter().flatten().count();
    if marked > 0 {
        let selected = page.memo(|state| state.selected);
        let holds = move |id: FindingId| (id.record, id.field) == at && hidden.get(id.finding).is_some_and(Option::is_some);
        follow(move || {
            if selected.get().is_some_and(&holds) {
                open.set(true);
            }
        });
    }
    let summary = el("span", "dc-small").with((page.words.behind)(lines, marked));
    el("div", "dc-behind").with(disclosure_later(Look::Plain, open, summary, move || drawn(page, &cut))).into_any()
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
