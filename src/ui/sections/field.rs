//! A field's text with its findings marked, before and after.

use crate::detect::{Entity, Identifies};
use crate::preview::{FieldPreview, FindingPreview};
use crate::state::{Event, FindingId, Segment, found_text, segments};
use crate::ui::Page;
use crate::ui::widgets::{Mark, Piece, el, many, marked, small};
use leptos::prelude::*;

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
    let first = cut(page, field, at, side, (front.trim_end(), &ranges(true)));
    let is_told = hidden.iter().any(Option::is_some) || (side == Side::Contributed && !behind.trim().is_empty());
    let second = is_told.then(|| {
        let label = el("span", "dc-small").with(page.words.behind);
        el("div", "dc-behind").with(label).with(cut(page, field, at, side, (behind, &hidden)))
    });
    many().with(first).with(second).into_any()
}

fn cut(
    page: Page,
    field: &FieldPreview,
    at: (usize, usize),
    side: Side,
    (text, ranges): (&str, &[Option<(usize, usize)>]),
) -> AnyView {
    let words = page.words;
    if text.trim().is_empty() && ranges.iter().all(Option::is_none) {
        return el("span", "dc-small").with(words.empty_value).into_any();
    }
    let cut = segments(text, ranges, DRAWN);
    let piece = |segment| match segment {
        Segment::Plain(text) => Piece::Text(text),
        Segment::Marked { finding, text } => {
            Piece::Mark(mark(page, field, FindingId { record: at.0, field: at.1, finding }, (side, text)))
        }
    };
    let text = marked(cut.segments.into_iter().map(piece).collect());
    let more = (cut.hidden > 0).then(|| small((words.not_shown)(cut.hidden)));
    many().with(text).with(more).into_any()
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
        pressed: Signal::derive(move || page.with(|state| state.selected == Some(id))),
        controls: page.id("why"),
        press: page.press(move || Event::FindingSelected(id)),
    }
}

/// The id of a finding's mark in the original.
pub(super) fn element_id(page: Page, id: FindingId) -> String {
    page.id(&format!("finding-{}-{}-{}", id.record, id.field, id.finding))
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
