//! Text in which pieces are marked and can be pressed. What is pressed is told by its target to whoever listens around the text: a
//! page has hundreds of marks, and a listener for each would cost more than drawing them.

use super::{Listener, el};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A piece of a text.
#[derive(Clone)]
pub(crate) enum Piece {
    /// Plain text.
    Text(String),
    /// A marked piece.
    Mark(Mark),
}

/// A marked piece of a text.
#[derive(Clone)]
pub(crate) struct Mark {
    /// What assistive technology calls it; holds the text.
    pub(crate) name: String,
    /// What is read.
    pub(crate) text: String,
    /// Its color, as a word for the style sheet.
    pub(crate) tone: &'static str,
    /// Whether it stands in the place of something else.
    pub(crate) look: &'static str,
    /// An id that is unique in the page; empty for none.
    pub(crate) id: String,
    /// What is told when it is pressed.
    pub(crate) target: String,
    /// The id of what it opens.
    pub(crate) controls: String,
}

/// The text, with white space kept. The direction of each text is its own. `from` says where it begins, for those who ask about what is
/// not marked; `chosen` is the target that is chosen already.
pub(crate) fn marked(pieces: Vec<Piece>, from: Option<String>, chosen: Option<&str>) -> AnyView {
    let piece = |piece| match piece {
        Piece::Text(text) => text.into_any(),
        Piece::Mark(mark) => mark_view(mark, chosen),
    };
    let pieces: Vec<_> = pieces.into_iter().map(piece).collect();
    el("div", "dc-text").set("dir", "auto").set("translate", "no").set("data-from", from).with(pieces).into_any()
}

fn mark_view(mark: Mark, chosen: Option<&str>) -> AnyView {
    let Mark { name, text, tone, look, id, target, controls } = mark;
    el("mark", "dc-mark")
        .set("data-tone", tone)
        .set("data-look", look)
        .with(
            el("button", "dc-mark__button")
                .set("id", (!id.is_empty()).then_some(id))
                .set("aria-label", name)
                .set("aria-controls", controls)
                .set("aria-pressed", if chosen == Some(target.as_str()) { "true" } else { "false" })
                .set("data-target", target)
                .with(text),
        )
        .into_any()
}

/// Does something with the target of what was pressed inside, or else with where it was pressed.
pub(crate) fn targeted(mut act: impl FnMut(Result<String, web_sys::Event>) + 'static) -> Listener {
    Box::new(move |event| {
        let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let target = at.and_then(|at| at.closest("[data-target]").ok().flatten());
        act(target.and_then(|target| target.get_attribute("data-target")).ok_or(event));
    })
}

/// Shows inside `root` which target is chosen, and that no other one is.
pub(crate) fn choose_target(root: &Element, target: Option<&str>) {
    let say = |element: &Element, is: &str| {
        let name = if element.has_attribute("aria-pressed") { "aria-pressed" } else { "aria-current" };
        // Names and values are ours and well-formed.
        let _ = element.set_attribute(name, is);
    };
    let next = |selector: &str| root.query_selector(selector).ok().flatten();
    while let Some(element) = next("[data-target][aria-pressed=true], [data-target][aria-current=true]") {
        say(&element, "false");
    }
    let Some(target) = target else { return };
    while let Some(element) = next(&format!("[data-target='{target}']:not([aria-pressed=true], [aria-current=true])")) {
        say(&element, "true");
    }
}
