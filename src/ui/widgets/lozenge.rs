//! A status word in a small box.

use super::el;
use leptos::prelude::*;

/// How a lozenge looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Appearance {
    Neutral,
    Information,
    Success,
    Warning,
}

impl Appearance {
    fn id(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Information => "information",
            Self::Success => "success",
            Self::Warning => "warning",
        }
    }
}

/// The word in its box.
pub(crate) fn lozenge(text: impl Into<String>, appearance: Appearance) -> AnyView {
    let text: String = text.into();
    el("span", "dc-lozenge").set("data-appearance", appearance.id()).with(text).into_any()
}
