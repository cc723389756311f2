//! Icons as real SVG nodes, drawn for this page. They are decoration: what they say is also said in words.

use super::el;
use leptos::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Icon {
    Check,
    Close,
    Down,
    Left,
    Lock,
    Right,
    Warning,
}

impl Icon {
    /// A path on a 16 by 16 grid.
    fn path(self) -> &'static str {
        match self {
            Self::Check => "M3 8.5 6.5 12 13 4.5",
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Down => "M4 6l4 4 4-4",
            Self::Left => "M10 4 6 8l4 4",
            Self::Lock => "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
            Self::Right => "M6 4l4 4-4 4",
            Self::Warning => "M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.4v.4",
        }
    }
}

/// The icon, as high as the text around it.
pub(crate) fn icon(icon: Icon) -> AnyView {
    let mirrored = matches!(icon, Icon::Left | Icon::Right).then_some("");
    el("svg", "dc-icon")
        .set("viewBox", "0 0 16 16")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .set("data-mirrored", mirrored)
        .with(
            el("path", "")
                .set("d", icon.path())
                .set("fill", "none")
                .set("stroke", "currentColor")
                .set("stroke-width", "1.75")
                .set("stroke-linecap", "round")
                .set("stroke-linejoin", "round"),
        )
        .into_any()
}
