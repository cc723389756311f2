//! A message that stands in the page.

use super::{Icon, el, icon};
use leptos::prelude::*;

/// What a message is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tone {
    /// Something to know.
    Information,
    /// Something to mind.
    Warning,
    /// Something that failed.
    Danger,
}

/// How a message reaches those who do not see it appear.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Heard {
    /// When it is come upon.
    Where,
    /// When there is quiet.
    Soon,
    /// At once.
    Now,
}

/// The message, with what can be pressed behind it.
pub(crate) fn message(tone: Tone, heard: Heard, text: AnyView, buttons: AnyView) -> AnyView {
    let appearance = match tone {
        Tone::Information => "information",
        Tone::Warning => "warning",
        Tone::Danger => "danger",
    };
    let role = match heard {
        Heard::Where => None,
        Heard::Soon => Some("status"),
        Heard::Now => Some("alert"),
    };
    el("div", "dc-message")
        .set("data-appearance", appearance)
        .set("role", role)
        .with(icon(Icon::Warning))
        .with(el("div", "dc-message__text").with(text))
        .with(buttons)
        .into_any()
}

/// A line of small text.
pub(crate) fn small(text: String) -> AnyView {
    el("p", "dc-small").with(text).into_any()
}
