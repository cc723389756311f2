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

/// The text of a field, or what stands for it where there is none. `at` is its record and its position.
pub(super) fn text(page: Page, field: &FieldPreview, at: (usize, usize), side: Side) -> AnyView {
    match side {
        Side::Original => original(page, field, at),
        Side::Contributed => {
            let text = field.text.contributed.as_deref().unwrap_or_default();
            let ranges: Vec<_> = field.findings.iter().map(|finding| finding.text.contributed).collect();
            cut(page, field, at, side, (text, &ranges))
        }
    }
}

/// The readable part first, then what stands behind it, if something was found there.
fn original(page: Page, field: &FieldPreview, at: (usize, usize)) -> AnyView {
    let readable = crate::state::readable(field);
    let whole = &field.text.original;
    let front = crate::state::slice(whole, (0, readable));
    let behind = &whole[front.len()..];
    let shift = front.encode_utf16().count();
    let ranges = |inside: bool| -> Vec<_> {
        let range = |finding: &FindingPreview| {
            let (start, end) = finding.text.original;
            ((start < shift) == inside).then(|| if inside { (start, end.min(shift)) } else { (start - shift, end - shift) })
        };
        field.findings.iter().map(range).collect()
    };
    let hidden = field.findings.iter().any(|finding| shift <= finding.text.original.0);
    let first = cut(page, field, at, Side::Original, (front.trim_end(), &ranges(true)));
    let second = hidden.then(|| {
        let words = page.words;
        el("div", "dc-behind").with(el("span", "dc-small").with(words.behind)).with(cut(
            page,
            field,
            at,
            Side::Original,
            (behind, &ranges(false)),
        ))
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
